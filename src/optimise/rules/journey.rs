//! P15: no long journey from one onsite day to the next.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::cliques;
use crate::optimise::candidate::CandidateVisit;
use crate::optimise::model::PlanModel;
use crate::optimise::window::WindowRow;

/// P15: no inspector is onsite at two sites more than `journey_km` apart on two days that follow each other, unless the one brings the
/// other in the same week.
pub(in crate::optimise) fn journey(model: &mut PlanModel) {
    if model.problem.inspection.staffing.journey_km.is_none() {
        return;
    }
    let mut onsite: BTreeMap<NaiveDate, Vec<WindowRow>> = BTreeMap::new();
    for (row, window) in model.windows.iter_enumerated() {
        for day in &model.start_of(window).onsite {
            onsite.entry(*day).or_default().push(row);
        }
    }
    let on_two_days = onsite.iter().filter_map(|(day, today)| {
        let tomorrow = onsite.get(&day.succ_opt()?)?;
        let mut both = today.clone();
        both.extend(tomorrow.iter().filter(|row| !today.contains(row)));
        Some(both)
    });
    let groups: Vec<Vec<WindowRow>> = on_two_days.collect();
    cliques::add(model, groups, is_too_far);
}

/// Whether two visits are onsite on two days that follow each other, too far from each other.
pub(super) fn is_too_far(model: &PlanModel, a: &CandidateVisit, b: &CandidateVisit) -> bool {
    let (one, other) = (&model.choice(a).start, &model.choice(b).start);
    let follow = |first: &[NaiveDate], second: &[NaiveDate]| {
        let next = first.iter().filter_map(|day| day.succ_opt());
        next.into_iter().any(|day| second.contains(&day))
    };
    model.problem.are_far_apart(a.site, b.site)
        && (follow(&one.onsite, &other.onsite) || follow(&other.onsite, &one.onsite))
        && !super::is_brought_along(model, a, b)
}
