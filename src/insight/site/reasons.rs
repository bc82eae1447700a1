//! Why a site is selected, or why not, as facts.

use chrono::NaiveDate;
use serde::Serialize;

use super::other_choice::OtherChoice;
use crate::domain::{KindId, Named, SiteId};
use crate::insight::left_out::ButForFixed;
use crate::optimise::NeverVisited;

/// Why a site is selected, or why not. There is at least one reason.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WhySite {
    /// What speaks for it.
    Selected(Vec<ForSite>),
    /// What speaks against it.
    NotSelected(Vec<AgainstSite>),
}

/// Something that speaks for a selected site.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ForSite {
    /// The lead inspector has included it (S2).
    Included,
    /// These selected sites bring it (S5).
    BroughtBy(Vec<Named<SiteId>>),
    /// It counts towards a quota that the selection only just meets (S3).
    TightQuota {
        /// The least number of the quota.
        at_least: u32,
        /// The column.
        column: String,
        /// Its text there.
        value: String,
    },
    /// Its evidence is more than middling.
    StrongEvidence(Vec<Signal>),
    /// No selected site is more like so many others of its kind.
    Represents {
        /// How many others.
        others: usize,
    },
    /// What the selection could score without it.
    Without(OtherChoice),
    /// No more than that it is part of the selection.
    PartOfTheBest {
        /// Whether no other selection scores more.
        proved: bool,
    },
    /// That it is part of a selection within the tolerance of the best, which scores so many points more.
    PartOfNearBest {
        /// How many.
        less: f64,
    },
    /// No other inspection of it counts as a burden, while those of others do.
    NoOtherInspection,
}

/// What makes the evidence of a site strong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Signal {
    /// There is intelligence of a concern.
    ConcernRaised,
    /// There is intelligence of an innovation.
    InnovationReported,
    /// Its performance is in the lowest third of its kind.
    LowestThird,
    /// Its performance is in the highest third of its kind.
    HighestThird,
}

/// Something that speaks against a site that is not selected. One that rules it out stands alone.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AgainstSite {
    /// It would be selected but for what is fixed for it.
    ButForFixed(ButForFixed),
    /// The lead inspector has excluded it (S2).
    Excluded,
    /// It has too many days of other inspections (S4).
    OverBurdened {
        /// How many.
        days: u32,
        /// How many it may have.
        limit: u32,
    },
    /// It cannot be visited and staffed, whatever is selected.
    Never {
        /// What forbids it.
        why: NeverVisited,
        /// The first and the last day of the window.
        window: [NaiveDate; 2],
    },
    /// It can be visited and staffed, if it and what it brings were selected alone.
    CanBeVisited {
        /// Whether that was shown; otherwise it is not known.
        shown: bool,
    },
    /// No selected site brings it, as one of this kind would (S5).
    NotBrought {
        /// The kind, by what a site of it is called in a sentence.
        by: Named<KindId>,
    },
    /// What the selection could score with it.
    With(OtherChoice),
    /// What the selection could score with it is not known, but nothing better was found.
    NoBetterFound {
        /// Whether it is proved that no selection with it which can be visited and staffed scores more than the best.
        proved: bool,
        /// What the best scores, where that is more than the plan.
        best: Option<f64>,
    },
}
