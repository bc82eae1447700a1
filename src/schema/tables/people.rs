//! The inspectors, and what binds them.

use chrono::Weekday;

use crate::schema::field::{Field, may, must};
use crate::schema::forms::{
    Date, Degrees, List, NewId, Number, Or, Refers, Several, Text, Thing, Whole, Words,
};
use crate::schema::spec::{TableSpec, table};
use crate::schema::words::{WEEKDAYS, YES_OR_NO};

table! {
    /// Every inspector who could be on a visit. Required. Personal data: keep it on your own systems.
    inspectors = TableSpec::NEEDED.about_people();

    /// A short name without spaces. The other tables refer to it.
    ID: NewId = must("id", NewId);
    /// The name that the timetables show.
    NAME: Text = must("name", Text);
    /// Whose inspector they are.
    INSPECTORATE: Refers = must("inspectorate", Refers(Thing::Inspectorate));
    /// Whether they have done this before. Every pair has at least one experienced inspector.
    EXPERIENCED: Or<Words<bool>> = may("experienced", Or(YES_OR_NO, || true));
    /// The first day in the team. Blank means since ever.
    FROM: Date = may("from", Date);
    /// The last day in the team. Blank means without end.
    UNTIL: Date = may("until", Date);
    /// Degrees north of the home base: a town will do. No output shows it. Without both coordinates, journeys
    /// count as long as those of the others on average, but where travel.csv has them.
    LATITUDE: Degrees = may("latitude", Degrees(90.0));
    /// Degrees east of the home base; west is negative. No output shows it.
    LONGITUDE: Degrees = may("longitude", Degrees(180.0));
    /// What the inspector can bring, such as Welsh.
    SKILLS: List = may("skills", List);
    /// The weekdays on which they work, such as Mon;Tue;Wed.
    WORKS: Or<Several<Words<Weekday>>> = may("works", Or(Several(WEEKDAYS), || MONDAY_TO_FRIDAY.to_vec()));
    /// The most onsite days for this inspector. It replaces the limit in inspection.toml, also when larger.
    MAX_DAYS: Whole = may("max_days", Whole::range(0, 10_000).of("onsite days"));
}

const MONDAY_TO_FRIDAY: [Weekday; 5] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
];

table! {
    /// Days on which an inspector is away. Never write down why: it is personal and not needed.
    absences = TableSpec::OPTIONAL.about_people();

    /// Who is away.
    INSPECTOR: Refers = must("inspector", Refers(Thing::Inspector));
    /// The first day away.
    FIRST_DAY: Date = must("first_day", Date);
    /// The last day away.
    LAST_DAY: Date = must("last_day", Date);
}

table! {
    /// Security clearances held.
    clearances = TableSpec::OPTIONAL.about_people();

    /// Who holds it.
    INSPECTOR: Refers = must("inspector", Refers(Thing::Inspector));
    /// Its name, as in inspection.toml, such as NPPV3.
    CLEARANCE: Text = must("clearance", Text);
    /// The last day on which it is valid. Blank means no end.
    VALID_UNTIL: Date = may("valid_until", Date);
}

table! {
    /// Sites that an inspector must not visit, such as a former force. No output shows it.
    conflicts = TableSpec::OPTIONAL.about_people();

    /// Who must not go.
    INSPECTOR: Refers = must("inspector", Refers(Thing::Inspector));
    /// Where they must not go.
    SITE: Refers = must("site", Refers(Thing::Site));
    /// Whether they must not go to the sites that a link ties to it either, such as the CPS Area of a force.
    LINKED: Or<Words<bool>> = may("linked", Or(YES_OR_NO, || true));
}

table! {
    /// How far an inspector has it to a site, where the straight line misleads: along the roads, say. No output shows it.
    travel = TableSpec::OPTIONAL.about_people();

    /// Who travels.
    INSPECTOR: Refers = must("inspector", Refers(Thing::Inspector));
    /// Where to.
    SITE: Refers = must("site", Refers(Thing::Site));
    /// Kilometres, one way. They replace the straight line from base to site.
    KM: Number = must("km", Number::range(0.0, 20_100.0).of("km"));
}

table! {
    /// Pairs of inspectors who must not be on the same visit.
    apart = TableSpec::OPTIONAL.about_people();

    /// One of the two.
    INSPECTOR_A: Refers = must("inspector_a", Refers(Thing::Inspector));
    /// The other.
    INSPECTOR_B: Refers = must("inspector_b", Refers(Thing::Inspector));
}
