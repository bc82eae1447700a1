//! `[burden]`, `[staffing]` and `[weights]`: limits and the score. Every key has a default.

use super::super::codes;
use super::super::keys::Section;
use crate::domain::{Burden, Staffing, Weights};

/// The heaviest weight: beyond it, the other weights are lost in rounding.
pub(super) const HEAVIEST: f64 = 1e6;

pub(super) fn burden(root: &Section) -> Burden {
    const TEN_YEARS: u32 = 120;
    let section = root.section("burden");
    let burden = Burden {
        months_before: section.whole("months_before", 0..=TEN_YEARS).unwrap_or(12),
        months_after: section.whole("months_after", 0..=TEN_YEARS).unwrap_or(6),
        full_days: section.number("full_days", 0.0..=10_000.0).unwrap_or(20.0),
        max_days: section.whole("max_days", 0..=10_000),
        gap_weeks: section.whole("gap_weeks", 0..=520),
    };
    if burden.full_days == 0.0 {
        let fact = "A full burden of 0 days would make every site fully burdened.";
        let remedy = "Write a number above 0, such as full_days = 20.";
        section.note(&codes::OUT_OF_RANGE, "full_days", fact, remedy);
    }
    section.finish();
    burden
}

pub(super) fn staffing(root: &Section) -> Staffing {
    let section = root.section("staffing");
    let staffing = Staffing {
        max_days: section.whole("max_days", 0..=10_000),
        max_weeks_in_row: section.whole("max_weeks_in_row", 1..=1_000),
    };
    section.finish();
    staffing
}

pub(super) fn weights(root: &Section) -> Weights {
    let section = root.section("weights");
    let default = Weights::default();
    let weight = |key, default| section.number(key, 0.0..=HEAVIEST).unwrap_or(default);
    let weights = Weights {
        evidence: weight("evidence", default.evidence),
        intelligence_share: section
            .number("intelligence_share", 0.0..=1.0)
            .unwrap_or(default.intelligence_share),
        representation: weight("representation", default.representation),
        burden: weight("burden", default.burden),
        cost: weight("cost", default.cost),
        leave: weight("leave", default.leave),
        delay: weight("delay", default.delay),
        travel: weight("travel", default.travel),
        continuity: weight("continuity", default.continuity),
    };
    section.finish();
    weights
}
