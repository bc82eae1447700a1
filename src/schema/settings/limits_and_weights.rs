//! Limits, and what the score values.

use crate::domain::Weights;
use crate::schema::field::{Field, may};
use crate::schema::forms::{Number, Or, Weight, Whole};
use crate::schema::spec::{Layout, SectionSpec, section};

/// Ten years, in months.
const TEN_YEARS: u32 = 120;

section! {
    /// How other inspections of a site count.
    burden = SectionSpec::optional(Layout::Once);

    /// They count from so many months before first_day.
    MONTHS_BEFORE: Or<Whole> = may("months_before", Or(Whole::range(0, TEN_YEARS).of("months"), || 12));
    /// They count to so many months after last_day.
    MONTHS_AFTER: Or<Whole> = may("months_after", Or(Whole::range(0, TEN_YEARS).of("months"), || 6));
    /// So many days of other inspections count as a full burden.
    FULL_DAYS: Or<Number> = may("full_days", Or(Number::above(0.0, 10_000.0).of("days"), || 20.0))
        .remarking("engagement days that count as a full burden");
    /// No site with more days than this is selected. Without it, there is no limit.
    MAX_DAYS: Whole = may("max_days", Whole::range(0, 10_000).of("days"))
        .remarking("no site with more is selected");
    /// No visit is this close to another inspection. Without it, there is no limit.
    GAP_WEEKS: Whole = may("gap_weeks", Whole::range(0, 520).of("weeks"))
        .remarking("no visit so close to another inspection");
}

section! {
    /// Limits on the load of one inspector.
    staffing = SectionSpec::optional(Layout::Once);

    /// Onsite days for one inspector, unless inspectors.csv says otherwise. Without it, there is no limit.
    MAX_DAYS: Whole = may("max_days", Whole::range(0, 10_000).of("onsite days"))
        .remarking("onsite, unless inspectors.csv says otherwise");
    /// Weeks onsite in a row for one inspector. Without it, there is no limit.
    MAX_WEEKS_IN_ROW: Whole = may("max_weeks_in_row", Whole::range(1, 1_000).of("weeks"))
        .remarking("onsite");
    /// No onsite days in a row at two sites further apart than this, in a straight line. Without it, there is no limit.
    JOURNEY_KM: Number = may("journey_km", Number::range(0.0, 20_100.0).of("km"))
        .remarking("the furthest between sites on two days in a row");
}

section! {
    /// What the score values. Of the weights of one tier only the ratios matter: evidence, representation, burden and cost for the
    /// selection; leave and delay for the dates; travel, continuity and load for the teams. tolerance is no weight: it is as much of
    /// the score of a selection, so it goes with the weights of the first tier.
    weights = SectionSpec::optional(Layout::Once);

    /// Per unit of evidence.
    EVIDENCE: Or<Weight> = may("evidence", Or(Weight, || Weights::DEFAULT.evidence));
    /// The part of the evidence that intelligence makes up.
    INTELLIGENCE_SHARE: Or<Number> = may(
        "intelligence_share",
        Or(Number::range(0.0, 1.0), || Weights::DEFAULT.intelligence_share),
    );
    /// Per site that is fully represented.
    REPRESENTATION: Or<Weight> = may("representation", Or(Weight, || Weights::DEFAULT.representation));
    /// Selections that score so much less than the best count as equally good, for such differences are noise in the data: dates decide
    /// between them. About one place in the order of evidence. With 0, the selection decides first.
    TOLERANCE: Or<Number> = may("tolerance", Or(Number::range(0.0, 1_000.0), || Weights::DEFAULT.tolerance));
    /// Per full burden.
    BURDEN: Or<Weight> = may("burden", Or(Weight, || Weights::DEFAULT.burden));
    /// Per visit of the costliest kind.
    COST: Or<Weight> = may("cost", Or(Weight, || Weights::DEFAULT.cost));
    /// Per onsite day in a period that is better avoided.
    LEAVE: Or<Weight> = may("leave", Or(Weight, || Weights::DEFAULT.leave));
    /// Per week of delay of one visit.
    DELAY: Or<Weight> = may("delay", Or(Weight, || Weights::DEFAULT.delay));
    /// Per 100 km travelled by one inspector.
    TRAVEL: Or<Weight> = may("travel", Or(Weight, || Weights::DEFAULT.travel));
    /// Per inspector used.
    CONTINUITY: Or<Weight> = may("continuity", Or(Weight, || Weights::DEFAULT.continuity));
    /// Per onsite day of the inspector who has most: it spreads the visits more evenly.
    LOAD: Or<Weight> = may("load", Or(Weight, || Weights::DEFAULT.load));
}
