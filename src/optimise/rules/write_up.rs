//! P14: days to write up before the next visit.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::cliques;
use crate::optimise::candidate::CandidateVisit;
use crate::optimise::model::PlanModel;
use crate::optimise::window::{Window, WindowRow};

/// P14: after a visit an inspector has its kind's `write_up_days` working days before another visit needs them, unless the one brings the
/// other in the same week.
pub(in crate::optimise) fn write_up(model: &mut PlanModel) {
    let writes_up = |window: &Window| {
        let start = model.start_of(window);
        start.written_up > start.last_day()
    };
    if !model.windows.iter().any(writes_up) {
        return;
    }
    // Two visits clash only if the one is needed first while the other is under way or written up: on that day both are in one group.
    let first = |window: &Window| model.start_of(window).first_needed();
    let days: BTreeSet<NaiveDate> = model.windows.iter().map(first).collect();
    let under_way = |day: NaiveDate| {
        let windows = model.windows.iter_enumerated();
        let windows = windows.filter(|(_, window)| {
            let start = model.start_of(window);
            (start.first_needed()..=start.written_up).contains(&day)
        });
        windows.map(|(row, _)| row).collect()
    };
    let groups: Vec<Vec<WindowRow>> = days.into_iter().map(under_way).collect();
    cliques::add(model, groups, comes_too_soon);
}

/// Whether the later of two visits needs its team before that of the earlier has written up.
pub(super) fn comes_too_soon(model: &PlanModel, a: &CandidateVisit, b: &CandidateVisit) -> bool {
    let (one, other) = (&model.choice(a).start, &model.choice(b).start);
    let (earlier, later) = match one.first_day() <= other.first_day() {
        true => (one, other),
        false => (other, one),
    };
    earlier.written_up > earlier.last_day()
        && earlier.first_day() < later.first_day()
        && later.first_needed() <= earlier.written_up
        && !super::is_brought_along(model, a, b)
}
