//! What the weights trade against each other, as facts: what each of them is measured by in this inspection.

use serde::Serialize;

use crate::domain::{Inspection, Kind, Weights};
use crate::score::inspector_days;
use crate::words::kind_name;

/// The weights in force, and what they are weights of.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Trades {
    /// The weights.
    pub weights: Weights,
    /// Days of other inspections that are a full burden.
    pub full_days: f64,
    /// Whether some sites have a number of their own.
    pub own_full_days: bool,
    /// The kind whose visits take most, by what a site of it is called, and the inspector-days that one takes.
    pub dearest: Option<(String, u32)>,
    /// Whether there is a table of intelligence.
    pub has_intelligence: bool,
    /// Whether some kind has a profile.
    pub has_profile: bool,
}

/// What the weights of an inspection trade.
pub fn trades(inspection: &Inspection) -> Trades {
    let kinds = inspection.kinds.iter();
    // Of several that take as much, the first.
    let dearest = kinds
        .rev()
        .max_by_key(|kind| inspector_days(kind))
        .map(|kind: &Kind| (kind_name(kind), inspector_days(kind)));
    let mut sites = inspection.sites.iter();
    let mut kinds = inspection.kinds.iter();
    Trades {
        weights: inspection.weights.clone(),
        full_days: inspection.burden.full_days,
        own_full_days: sites.any(|site| site.full_days.is_some()),
        dearest,
        has_intelligence: inspection.intelligence.is_some(),
        has_profile: kinds.any(|kind| !kind.profile.is_empty()),
    }
}
