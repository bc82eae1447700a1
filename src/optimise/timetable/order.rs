//! Which sessions come before which (V6, V9).

use typed_index_collections::TiSlice;

use super::rows::TaskRow;
use crate::domain::{Activity, Rule};

/// Tasks that come before others.
pub(super) struct Order {
    /// V6, or V9.
    pub rule: Rule,
    pub first: Vec<TaskRow>,
    pub later: Vec<TaskRow>,
    /// Minutes that must lie between, on one day (V6).
    pub gap: u32,
    /// Whether the later ones are the closing debriefs: on the last day the team's own debrief comes before them (V2).
    pub closes: bool,
}

/// What comes before what: `after`, opening meetings and closing debriefs.
pub(super) fn orders(tasks: &TiSlice<TaskRow, &Activity>) -> Vec<Order> {
    let which = |wanted: &dyn Fn(&Activity) -> bool| -> Vec<TaskRow> {
        let all = tasks.iter_enumerated();
        all.filter(|(_, task)| wanted(task))
            .map(|(at, _)| at)
            .collect()
    };
    let mut orders: Vec<Order> = Vec::new();
    for (at, task) in tasks.iter_enumerated() {
        let after = &task.after;
        orders.push(Order {
            rule: Rule::InOrder,
            first: which(&|one| after.contains(&one.name)),
            later: vec![at],
            gap: task.gap.unwrap_or(0),
            closes: false,
        });
    }
    orders.push(Order {
        rule: Rule::OpenedAndClosed,
        first: which(&Activity::opens),
        later: which(&|one| !one.opens()),
        gap: 0,
        closes: false,
    });
    orders.push(Order {
        rule: Rule::OpenedAndClosed,
        first: which(&|one| !one.closes()),
        later: which(&Activity::closes),
        gap: 0,
        closes: true,
    });
    orders.retain(|order| !order.first.is_empty() && !order.later.is_empty());
    orders
}
