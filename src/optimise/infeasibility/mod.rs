//! Why there is no plan: every cause, each a few conditions that cannot all be kept, and what was tried that gives a plan.
//!
//! A cause is a smallest part of the conditions that leaves no plan ([`smallest`]). Once one is found, its conditions are set aside and
//! the next is looked for among the rest, until the rest has a plan: so causes that have nothing to do with each other are all found. Those
//! of a single demand come first. A
//! way out is the fewest conditions that have to go, and it is offered only where the plan without them was found. All is
//! given as facts; [`crate::insight::english`] says them.

mod alone;
mod condition;
mod conditions_of;
mod facts;
mod lifting;
mod obstacle;
mod smallest;
mod supply;
mod trials;
mod ways_out;

use serde::Serialize;

use super::budget::Budget;
use super::fault::Fault;
use crate::instance::Instance;

pub use alone::{Bar, BarredSite, NeverVisited, Part, Reach, reach};
pub use condition::Condition;
pub use facts::CauseFact;
pub use lifting::lift;
pub use obstacle::{Obstacle, SiteObstacle};
pub use supply::ShortOfDays;
pub use ways_out::WayOut;

use super::tiers::Depth;
use smallest::smallest;
use trials::{Shown, Trials};

/// Why there is no plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Infeasibility {
    /// Every cause that was found, no two with a demand in common. There is no plan while any one of them is left as it is.
    pub causes: Vec<Cause>,
    /// Whether it was shown that there is a plan without all of their conditions; otherwise there may be more causes.
    pub are_all: bool,
    /// What was tried, the conditions that have to go, one set after the other.
    pub ways_out: Vec<WayOut>,
}

/// Conditions that cannot all be kept, whatever else is asked.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cause {
    /// The conditions, in the order in which they are best told.
    pub conditions: Vec<Condition>,
    /// Whether it was shown that none of them can be spared.
    pub is_smallest: bool,
    /// What stands in their way.
    pub facts: Vec<CauseFact>,
}

/// Finds what collides in an inspection that is known to have no plan.
pub(super) fn explain(instance: &Instance, budget: &Budget) -> Result<Infeasibility, Fault> {
    let trials = Trials::new(instance, budget);
    let mut causes = of_one_demand_each(&trials)?;
    let mut rest = trials.conditions().to_vec();
    rest.retain(|one| !causes.iter().any(|cause| cause.conditions.contains(one)));
    let are_all = loop {
        let Some(depth) = depth_of_collision(&trials, &rest, causes.is_empty())? else {
            break trials.outcome(&rest)? == Shown::Plan;
        };
        let cause = set_aside(&trials, &mut rest, depth)?;
        let is_nothing = cause.conditions.is_empty();
        causes.push(cause);
        if is_nothing {
            break false;
        }
    };
    // Without a visit there is no plan: that is never offered.
    let is_of_any_visit = |cause: &Cause| cause.conditions == [Condition::AtLeastOne];
    let ways_out = match are_all && !causes.iter().any(is_of_any_visit) {
        true => ways_out::tried(&trials, &causes)?,
        false => Vec::new(),
    };
    Ok(Infeasibility {
        causes,
        are_all,
        ways_out,
    })
}

/// The causes that hold a single demand, such as a site that nobody can visit: they are found soonest, and told most plainly. Two of them may
/// share what is no demand, such as the gap to other inspections.
fn of_one_demand_each(trials: &Trials) -> Result<Vec<Cause>, Fault> {
    let mut causes = Vec::new();
    let conditions = trials.conditions();
    let others = conditions
        .iter()
        .filter(|one| **one != Condition::AtLeastOne);
    for demand in others.filter(|one| one.asks_for_sites()) {
        let is_meant = |one: &&Condition| *one == demand || !one.asks_for_sites();
        let mut alone: Vec<Condition> = conditions.iter().filter(is_meant).cloned().collect();
        if trials.rules_out(&alone, Depth::Sites)? {
            causes.push(set_aside(trials, &mut alone, Depth::Sites)?);
        }
    }
    Ok(causes)
}

/// Takes a cause out of conditions that leave no plan.
fn set_aside(
    trials: &Trials,
    conditions: &mut Vec<Condition>,
    depth: Depth,
) -> Result<Cause, Fault> {
    let found = smallest(conditions, &mut |some| trials.rules_out(some, depth))?;
    let cause = pared_down(trials, found)?;
    conditions.retain(|condition| !cause.conditions.contains(condition));
    Ok(cause)
}

/// How deep one has to look to see that these conditions leave no plan; `None` where that is not seen. Of all conditions together it is
/// known.
fn depth_of_collision(
    trials: &Trials,
    conditions: &[Condition],
    is_known: bool,
) -> Result<Option<Depth>, Fault> {
    for depth in Depth::ALL {
        let is_last = depth == Depth::Teams;
        if (is_last && is_known) || trials.rules_out(conditions, depth)? {
            return Ok(Some(depth));
        }
    }
    Ok(None)
}

/// The cause that these conditions hold. What was found without looking at dates or teams may hold more than it needs to.
fn pared_down(trials: &Trials, mut conditions: Vec<Condition>) -> Result<Cause, Fault> {
    let mut is_smallest = true;
    for condition in conditions.clone().into_iter().rev() {
        let others = conditions.iter().filter(|other| **other != condition);
        let others: Vec<Condition> = others.cloned().collect();
        match trials.outcome(&others)? {
            Shown::NoPlan => conditions = others,
            Shown::Plan => {}
            Shown::Neither => is_smallest = false,
        }
    }
    let facts = facts::of_cause(trials, &conditions)?;
    Ok(Cause {
        conditions,
        is_smallest,
        facts,
    })
}
