//! `[burden]`, `[staffing]` and `[weights]`: limits and the score. Every key has a default.

use std::ops::RangeInclusive;

use crate::domain::{Burden, Staffing, Weights};
use crate::input::keys::Section;
use crate::input::problems::codes;
use crate::input::problems::words::{list, quote};

/// What a weight may be, where it is not 0. Values of a tier that differ by less than one millionth count as equal:
/// beyond these limits, arithmetic could no longer tell such a difference.
const WEIGHTS: RangeInclusive<f64> = 0.001..=1000.0;

/// The weights of one tier. Only the ratios between them matter.
struct TierWeights {
    name: &'static str,
    keys: &'static [&'static str],
}

const SELECTION: TierWeights = TierWeights {
    name: "tier 1 (selection)",
    keys: &["evidence", "representation", "burden", "cost"],
};
const CALENDAR: TierWeights = TierWeights {
    name: "tier 2 (calendar)",
    keys: &["leave", "delay"],
};
const STAFFING: TierWeights = TierWeights {
    name: "tier 3 (staffing)",
    keys: &["travel", "continuity"],
};

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
    let weight = |tier: &TierWeights, key, default| weight(&section, tier, key).unwrap_or(default);
    let weights = Weights {
        evidence: weight(&SELECTION, "evidence", default.evidence),
        intelligence_share: section
            .number("intelligence_share", 0.0..=1.0)
            .unwrap_or(default.intelligence_share),
        representation: weight(&SELECTION, "representation", default.representation),
        burden: weight(&SELECTION, "burden", default.burden),
        cost: weight(&SELECTION, "cost", default.cost),
        leave: weight(&CALENDAR, "leave", default.leave),
        delay: weight(&CALENDAR, "delay", default.delay),
        travel: weight(&STAFFING, "travel", default.travel),
        continuity: weight(&STAFFING, "continuity", default.continuity),
    };
    section.finish();
    weights
}

/// One weight; notes it where it is outside its limits.
fn weight(section: &Section, tier: &TierWeights, key: &'static str) -> Option<f64> {
    let (number, _) = section.any_number(key)?;
    if number == 0.0 || WEIGHTS.contains(&number) {
        return Some(number);
    }
    let written = quote(&number.to_string());
    if !number.is_finite() || number < 0.0 {
        let fact = format!("The number {written} is out of range.");
        let remedy = "A weight must be 0, or from 0.001 to 1,000.";
        section.note(&codes::OUT_OF_RANGE, key, fact, remedy);
        return None;
    }
    let fact = format!(
        "The weight {key} is {written}, but each weight of {} must be 0, or from 0.001 to 1,000. Values of a tier that \
         differ by less than one millionth count as equal. Beyond these limits such a difference could no longer be told.",
        tier.name
    );
    let (scale, or_nothing) = match number < 1.0 {
        true => ("multiply", " Or write 0, if it should not count."),
        false => ("divide", ""),
    };
    let remedy = format!(
        "Only the ratios between the weights of one tier matter, so {scale} all of {} by the same number: {}, also \
         where they are left at their default.{or_nothing}",
        tier.name,
        list(tier.keys, "and")
    );
    section.note(&codes::OUT_OF_RANGE, key, fact, remedy);
    None
}
