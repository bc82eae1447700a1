//! The kinds of site, what may or must be selected together, and what brings what.

use chrono::Weekday;

use crate::domain::{Evidence, LinkTiming};
use crate::schema::field::{Field, may, must};
use crate::schema::forms::{
    Keys, Or, PairsOf, Refers, Several, Text, TextOrNumber, Thing, Truth, Whole, Words,
};
use crate::schema::spec::{Layout, SectionSpec, section};
use crate::schema::words;

/// More sites than there are.
const MOST_SITES: u32 = 100_000;

/// More joint pairs than go on a visit.
pub const MOST_PAIRS: u32 = 50;

section! {
    /// One kind of site, and what a visit to it takes. The name is one of your own, and stands in the column kind of sites.csv.
    kinds = SectionSpec::needed(
        Layout::Named,
        "[kinds.police_force], with inspectorate, sites, days and pairs below it",
    );

    /// Whose kind of site it is. It leads the visits.
    INSPECTORATE: Refers = must("inspectorate", Refers(Thing::Inspectorate))
        .such_as("inspectorate = \"HMICFRS\"");
    /// What people call a site of this kind, such as Probation delivery unit. Without it, the name of the kind in words.
    LABEL: Text = may("label", Text).remarking("what people call such a site");
    /// How many are selected.
    SITES: Keys = must("sites", Keys(&sites::SECTION)).such_as("sites = { min = 6, max = 8 }");
    /// Onsite working days of one visit.
    DAYS: Whole = must("days", Whole::range(1, 60).of("working days")).such_as("days = 3")
        .remarking("onsite");
    /// Working days at the desk just before, for the same team.
    PREPARE_DAYS: Or<Whole> = may("prepare_days", Or(Whole::range(0, 60).of("working days"), || 0))
        .remarking("at the desk just before");
    /// Working days after it on which its team is free of other visits, to write up.
    WRITE_UP_DAYS: Or<Whole> = may("write_up_days", Or(Whole::range(0, 60).of("working days"), || 0))
        .remarking("after it, free of other visits");
    /// The weekdays on which a visit may start. Without it, any.
    START_DAYS: Several<Words<Weekday>> = may("start_days", Several(words::START_DAYS));
    /// The joint pairs of one visit: at least one, and one of them with the inspectorate whose kind it is.
    PAIRS: PairsOf = must("pairs", PairsOf).such_as("pairs = [[\"HMICFRS\", \"HMCPSI\"]]");
    /// Whose record teaches most: the best and the worst, the worst, the best, or nobody's.
    EVIDENCE: Or<Words<Evidence>> = may("evidence", Or(words::EVIDENCE, || Evidence::None))
        .remarking("whose record teaches most");
    /// The selection should represent the sites of the kind in these columns. They may be performance, performance_band and innovative
    /// too, which are worked out.
    PROFILE: Several<Refers> = may("profile", Several(Refers(Thing::SiteColumn)));
    /// The clearance that every inspector on a visit must hold.
    CLEARANCE: Text = may("clearance", Text).remarking("for every inspector on the visit");
    /// Sites that must be selected.
    INCLUDE: Several<Refers> = may("include", Several(Refers(Thing::Site)));
    /// Sites that must not be selected.
    EXCLUDE: Several<Refers> = may("exclude", Several(Refers(Thing::Site)));
}

section! {
    /// How many sites of a kind are selected.
    sites = SectionSpec::optional(Layout::Within);

    /// At least this many.
    MIN: Or<Whole> = may("min", Or(Whole::range(0, MOST_SITES), || 0));
    /// At most this many. Without it, there is no limit.
    MAX: Whole = may("max", Whole::range(0, MOST_SITES));
}

section! {
    /// How many selected sites of a kind may or must share a value: either each, for every value of the column, or value with min or
    /// max.
    quotas = SectionSpec::optional(Layout::Repeated);

    /// The kind it counts.
    KIND: Refers = must("kind", Refers(Thing::Kind)).such_as("kind = \"police_force\"");
    /// The column whose values it counts. It may be performance_band (low, middle, high) or innovative (yes, no) too, which are worked
    /// out.
    COLUMN: Refers = must("column", Refers(Thing::SiteColumn)).such_as("column = \"region\"");
    /// Limits for every value that occurs.
    EACH: Keys = may("each", Keys(&each::SECTION));
    /// The one value that counts.
    VALUE: TextOrNumber = may("value", TextOrNumber);
    /// At least this many, with value.
    MIN: Whole = may("min", Whole::range(0, MOST_SITES));
    /// At most this many, with value.
    MAX: Whole = may("max", Whole::range(0, MOST_SITES));
}

section! {
    /// How many selected sites share a value: give one of the two, or both.
    each = SectionSpec::optional(Layout::Within);

    /// At least this many.
    MIN: Whole = may("min", Whole::range(0, MOST_SITES));
    /// At most this many.
    MAX: Whole = may("max", Whole::range(0, MOST_SITES));
}

section! {
    /// Which sites bring which others with them.
    links = SectionSpec::optional(Layout::Repeated);

    /// The kind whose sites name others.
    EACH: Refers = must("each", Refers(Thing::Kind)).such_as("each = \"police_force\"");
    /// The kind of the sites that they name.
    BRINGS: Refers = must("brings", Refers(Thing::Kind)).such_as("brings = \"police_force\"");
    /// The column that names them.
    BY: Or<Refers> = may("by", Or(Refers(Thing::SiteColumn), || "within".to_owned()))
        .remarking("the column of sites.csv that names them");
    /// Whether the visits must share a week, or the brought site's visit comes after.
    TIMING: Or<Words<LinkTiming>> = may("timing", Or(words::LINK_TIMING, || LinkTiming::Any));
    /// By how much it comes after, in ISO weeks: only with timing = "after".
    WEEKS: Keys = may("weeks", Keys(&weeks::SECTION));
    /// Whether the brought site is visited by inspectors who visit a site that names it: only in the same week.
    SAME_TEAM: Or<Truth> = may("same_team", Or(Truth, || false));
}

section! {
    /// From one visit's week to the other's.
    weeks = SectionSpec::optional(Layout::Within);

    /// At least this many.
    MIN: Or<Whole> = may("min", Or(Whole::range(0, 520).of("weeks"), || 1));
    /// At most this many. Without it, there is no limit.
    MAX: Whole = may("max", Whole::range(0, 520).of("weeks"));
}
