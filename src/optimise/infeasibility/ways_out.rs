//! Ways out: the fewest conditions that have to go for there to be a plan. Each was tried.

use serde::Serialize;

use super::Cause;
use super::condition::Condition;
use super::trials::{Shown, Trials};
use crate::optimise::fault::Fault;

/// At most so many ways are tried, one condition of each cause at a time.
const MOST_WAYS: usize = 16;

/// Conditions that could go, and what came of trying.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WayOut {
    /// What goes; all else stays.
    pub without: Vec<Condition>,
    /// Whether there is a plan then; `None` where neither was shown with little effort.
    pub gives_plan: Option<bool>,
}

/// The fewest conditions found without which there is a plan, and one of each cause in every way, where those are few.
pub(super) fn tried(trials: &Trials, causes: &[Cause]) -> Result<Vec<WayOut>, Fault> {
    let fewest = fewest(trials, causes)?;
    let mut ways = vec![WayOut {
        without: fewest.clone(),
        gives_plan: Some(true),
    }];
    let others = one_of_each(causes).unwrap_or_else(|| one_in_place_of_another(causes, &fewest));
    for without in others {
        if ways.iter().any(|way| way.without == without) {
            continue;
        }
        let gives_plan = match trials.outcome(&kept(trials, &without))? {
            Shown::Plan => Some(true),
            Shown::NoPlan => Some(false),
            Shown::Neither => None,
        };
        ways.push(WayOut {
            without,
            gives_plan,
        });
    }
    ways.sort_by(|one, other| one.without.cmp(&other.without));
    Ok(ways)
}

/// Without all conditions of the causes there is a plan: what need not go is put back, one by one.
fn fewest(trials: &Trials, causes: &[Cause]) -> Result<Vec<Condition>, Fault> {
    let mut without: Vec<Condition> = causes.iter().flat_map(offered).cloned().collect();
    without.sort_unstable();
    without.dedup();
    for condition in without.clone() {
        let fewer = without.iter().filter(|other| **other != condition);
        let fewer: Vec<Condition> = fewer.cloned().collect();
        if trials.outcome(&kept(trials, &fewer))? == Shown::Plan {
            without = fewer;
        }
    }
    Ok(without)
}

/// Every choice of one condition of each cause; `None` where there are too many to try.
fn one_of_each(causes: &[Cause]) -> Option<Vec<Vec<Condition>>> {
    let mut choices: Vec<Vec<Condition>> = vec![Vec::new()];
    for cause in causes {
        let longer = choices.iter().flat_map(|choice| {
            let each = offered(cause);
            each.map(|condition| [choice.as_slice(), std::slice::from_ref(condition)].concat())
        });
        choices = longer.map(in_order).collect();
        choices.sort_unstable();
        choices.dedup();
        if choices.len() > MOST_WAYS {
            return None;
        }
    }
    Some(choices)
}

/// These conditions with another of the same cause in place of one of them, cause by cause.
fn one_in_place_of_another(causes: &[Cause], these: &[Condition]) -> Vec<Vec<Condition>> {
    let mut choices = Vec::new();
    for cause in causes {
        let mut going = these.iter().filter(|one| cause.conditions.contains(one));
        let (Some(one), None) = (going.next(), going.next()) else {
            continue;
        };
        let others = offered(cause).filter(|other| *other != one);
        choices.extend(others.map(|other| {
            let rest = these.iter().filter(|these| *these != one);
            in_order(rest.chain([other]).cloned().collect())
        }));
    }
    choices.sort_unstable();
    choices.dedup();
    choices.truncate(MOST_WAYS);
    choices
}

/// The conditions of a cause that may go: a plan has at least one visit, whatever else.
fn offered(cause: &Cause) -> impl Iterator<Item = &Condition> + Clone {
    let conditions = cause.conditions.iter();
    conditions.filter(|condition| **condition != Condition::AtLeastOne)
}

/// Each condition once, in order.
fn in_order(mut conditions: Vec<Condition>) -> Vec<Condition> {
    conditions.sort_unstable();
    conditions.dedup();
    conditions
}

/// What is left without these conditions.
fn kept(trials: &Trials, without: &[Condition]) -> Vec<Condition> {
    let all = trials.conditions().iter();
    all.filter(|condition| !without.contains(condition))
        .cloned()
        .collect()
}
