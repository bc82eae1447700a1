//! `[burden]`, `[staffing]` and `[weights]`: limits and the score. Every key has a default.

use super::section::Section;
use super::values::as_number;
use crate::domain::{Burden, Staffing, Weights};
use crate::input::problems::codes;
use crate::input::problems::words::{list, quote};
use crate::schema::Field;
use crate::schema::forms::{Or, Weight};
use crate::schema::settings::{burden, staffing, weights};

/// The weights of one tier. Only the ratios between them matter, and for the first that of each to the tolerance.
struct TierWeights {
    name: &'static str,
    keys: &'static [&'static Field<Or<Weight>>],
}

static TIERS: [TierWeights; 3] = [
    TierWeights {
        name: "tier 1 (selection)",
        keys: &[
            &weights::EVIDENCE,
            &weights::REPRESENTATION,
            &weights::BURDEN,
            &weights::COST,
        ],
    },
    TierWeights {
        name: "tier 2 (calendar)",
        keys: &[&weights::LEAVE, &weights::DELAY],
    },
    TierWeights {
        name: "tier 3 (staffing)",
        keys: &[&weights::TRAVEL, &weights::CONTINUITY, &weights::LOAD],
    },
];

pub(super) fn burden(root: &Section) -> Burden {
    let section = root.section(&burden::SECTION);
    let burden = Burden {
        months_before: section.or_default(&burden::MONTHS_BEFORE),
        months_after: section.or_default(&burden::MONTHS_AFTER),
        full_days: section.or_default(&burden::FULL_DAYS),
        max_days: section.read(&burden::MAX_DAYS),
        gap_weeks: section.read(&burden::GAP_WEEKS),
    };
    section.finish();
    burden
}

pub(super) fn staffing(root: &Section) -> Staffing {
    let section = root.section(&staffing::SECTION);
    let staffing = Staffing {
        max_days: section.read(&staffing::MAX_DAYS),
        max_weeks_in_row: section.read(&staffing::MAX_WEEKS_IN_ROW),
        journey_km: section.read(&staffing::JOURNEY_KM),
    };
    section.finish();
    staffing
}

pub(super) fn weights(root: &Section) -> Weights {
    let section = root.section(&weights::SECTION);
    let weight = |key| weight(&section, key);
    let weights = Weights {
        evidence: weight(&weights::EVIDENCE),
        intelligence_share: section.or_default(&weights::INTELLIGENCE_SHARE),
        representation: weight(&weights::REPRESENTATION),
        tolerance: section.or_default(&weights::TOLERANCE),
        burden: weight(&weights::BURDEN),
        cost: weight(&weights::COST),
        leave: weight(&weights::LEAVE),
        delay: weight(&weights::DELAY),
        travel: weight(&weights::TRAVEL),
        continuity: weight(&weights::CONTINUITY),
        load: weight(&weights::LOAD),
    };
    section.finish();
    weights
}

/// One weight, or its default; notes it where it is outside its limits.
fn weight(section: &Section, key: &'static Field<Or<Weight>>) -> f64 {
    let node = section.get(key);
    let number = node.and_then(|node| as_number(node, section.problems()));
    match number {
        Some(number) if Weight::fits(number) => return number,
        Some(number) => note_weight(section, key, number),
        None => {}
    }
    key.default()
}

fn note_weight(section: &Section, key: &'static Field<Or<Weight>>, number: f64) {
    let name = key.name();
    let written = quote(&number.to_string());
    if !number.is_finite() || number < 0.0 {
        let fact = format!("The number {written} is out of range.");
        let remedy = "A weight must be 0, or from 0.001 to 1,000.";
        section.note_at(key, &codes::OUT_OF_RANGE, fact, remedy);
        return;
    }
    let mut tiers = TIERS.iter();
    let Some(tier) = tiers.find(|tier| tier.keys.iter().any(|one| one.name() == name)) else {
        return;
    };
    let is_of_selection = tier
        .keys
        .iter()
        .any(|one| one.name() == weights::EVIDENCE.name());
    let fact = format!(
        "The weight {name} is {written}, but each weight of {} must be 0, or from 0.001 to 1,000. Values of a tier that \
         differ by less than one millionth count as equal. Beyond these limits such a difference could no longer be told.",
        tier.name
    );
    let (scale, or_nothing) = match number < 1.0 {
        true => ("multiply", " Or write 0, if it should not count."),
        false => ("divide", ""),
    };
    let keys: Vec<&str> = tier.keys.iter().map(|key| key.name()).collect();
    // Tolerance is so much of the score of a selection: it has to keep step with it.
    let and_tolerance = match is_of_selection {
        true => ", and tolerance with them",
        false => "",
    };
    let remedy = format!(
        "Only the ratios between the weights of one tier matter, so {scale} all of {} by the same number: {}, also \
         where they are left at their default{and_tolerance}.{or_nothing}",
        tier.name,
        list(&keys, "and")
    );
    section.note_at(key, &codes::OUT_OF_RANGE, fact, remedy);
}
