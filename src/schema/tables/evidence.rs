//! What is known about the sites.

use crate::domain::Better;
use crate::schema::field::{Field, may, must};
use crate::schema::forms::{Date, LARGEST, NewId, Number, Or, Refers, Text, Thing, Whole, Words};
use crate::schema::spec::{TableSpec, table};
use crate::schema::words;

table! {
    /// The measures of performance.
    indicators = TableSpec::OPTIONAL;

    /// A short name without spaces. performance.csv refers to it.
    INDICATOR: NewId = must("indicator", NewId);
    /// Which way is good.
    BETTER: Words<Better> = must("better", words::BETTER);
    /// How much it counts beside the others.
    WEIGHT: Or<Number> = may("weight", Or(Number::range(0.0, 1e6), || 1.0));
    /// The name that people see. Say which period it covers.
    NAME: Text = may("name", Text);
}

table! {
    /// The value of an indicator at a site: one row for each site and indicator.
    performance = TableSpec::OPTIONAL;

    /// Where it was measured.
    SITE: Refers = must("site", Refers(Thing::Site));
    /// What was measured.
    INDICATOR: Refers = must("indicator", Refers(Thing::Indicator));
    /// The value. Blank means that there is none.
    VALUE: Number = may("value", Number::range(-LARGEST, LARGEST));
    /// The period it covers. It is shown, not scored.
    PERIOD: Text = may("period", Text);
}

table! {
    /// What is known about a site beyond the figures. If you keep no intelligence, delete this file: an empty table means that you
    /// looked and found nothing.
    intelligence = TableSpec::OPTIONAL;

    /// Which site it is about.
    SITE: Refers = must("site", Refers(Thing::Site));
    /// concern, innovation, representation, or a word of your own. Only concern and innovation are ever scored.
    TYPE: Text = must("type", Text);
    /// From 1 (weak) to 5 (strong).
    STRENGTH: Whole = must("strength", Whole::range(1, 5));
    /// What was said.
    NOTE: Text = may("note", Text);
    /// Who said it. No output shows it.
    SOURCE: Text = may("source", Text);
}

table! {
    /// Other inspections of a site, past or planned: the burden.
    engagements = TableSpec::OPTIONAL;

    /// Where it is.
    SITE: Refers = must("site", Refers(Thing::Site));
    /// Which inspection.
    INSPECTION: Text = must("inspection", Text);
    /// Its first day.
    FIRST_DAY: Date = must("first_day", Date);
    /// Its last day.
    LAST_DAY: Date = must("last_day", Date);
    /// True onsite days, where fewer than the weekdays from first_day to last_day.
    DAYS: Whole = may("days", Whole::range(0, 10_000).of("onsite days"));
    /// Whose inspection it is.
    INSPECTORATE: Text = may("inspectorate", Text);
}
