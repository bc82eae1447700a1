//! The planner: sites, dates and teams as one problem, each tier proved before the next begins.

mod answer;
mod budget;
mod candidate;
mod decomposition;
mod fault;
mod infeasibility;
mod model;
mod objective;
mod plan_of_solution;
mod planner;
mod problem;
mod question;
mod reporter;
mod restriction;
mod rules;
mod search;
mod seasons;
mod seating;
mod sensitivity;
mod solution;
mod solution_reader;
mod solver;
mod stop;
mod symmetry;
#[cfg(test)]
mod tests;
mod tiers;
mod timetable;
#[cfg(test)]
mod trap;
mod valid_inequalities;
mod value;
mod window;

use crate::domain::Planned;
use crate::instance::Instance;

pub use answer::{Answer, Progress};
pub use budget::Budget;
pub use decomposition::Decomposition;
pub use fault::{Fault, SolveStep};
pub use infeasibility::{
    Bar, BarredSite, Cause, CauseFact, Condition, Infeasibility, NeverVisited, Obstacle, Part,
    Reach, ShortOfDays, SiteObstacle, WayOut, lift, reach,
};
pub use planner::Planner;
pub use question::Question;
pub use stop::Stop;
pub use timetable::{
    Drawn, Kept, NoTimetable, NotKept, Placement, RefusedEdit, Sizing, Timetable,
    TimetableObstacle, VisitSize, WhyRefused, draw_up, keep_visit, place_visit, prepare_visit,
    size_kind, why_no_timetable,
};

/// Plans an inspection: the best plan over all the rules, tier by tier, or the best found within the budget, and
/// what stands beside it in the reports.
///
/// `listener` hears of every step worth showing.
///
/// # Examples
///
/// ```
/// use std::path::Path;
///
/// use assize::instance::Instance;
/// use assize::optimise::{Answer, Budget, plan};
///
/// # let loaded = assize::input::load(Path::new("examples/small"), None);
/// # let inspection = loaded.expect("sound tables").inspection;
/// let instance = Instance::new(inspection);
/// let answer = plan(&instance, &Budget::unlimited(), &mut |_| {})?;
/// let Answer::Plan(planned) = answer else {
///     panic!("the small example has a plan");
/// };
/// let sites = planned.plan.visits.iter().map(|visit| visit.site.as_str());
/// assert_eq!(sites.collect::<Vec<_>>(), ["alder", "birch"]);
/// // Without a time limit every tier is proved: no plan does better.
/// assert!(planned.plan.tiers.iter().all(|tier| tier.proven));
/// # Ok::<(), assize::optimise::Fault>(())
/// ```
///
/// # Errors
/// A [`Fault`] of Assize itself: then nothing is known of the answer.
pub fn plan(
    instance: &Instance,
    budget: &Budget,
    listener: &mut dyn FnMut(Progress),
) -> Result<Answer, Fault> {
    plan_by(Decomposition::default(), instance, budget, listener)
}

/// [`plan`], with the problem taken apart in another way.
///
/// # Errors
/// As [`plan`].
pub fn plan_by(
    decomposition: Decomposition,
    instance: &Instance,
    budget: &Budget,
    listener: &mut dyn FnMut(Progress),
) -> Result<Answer, Fault> {
    let mut planner = Planner::by(decomposition, instance);
    Ok(match planner.best_plan(budget, listener)? {
        Answer::Plan(plan) => {
            let mut planned = Planned::alone(*plan);
            planner.look_beside(&mut planned, budget)?;
            Answer::Plan(Box::new(planned))
        }
        Answer::NoPlan => Answer::NoPlan,
        Answer::OutOfTime => Answer::OutOfTime,
    })
}

/// Why an inspection that has no plan has none: every cause, and what was tried that gives a plan, as far as can be shown with limited
/// effort and within the budget.
///
/// # Errors
/// A [`Fault`] of Assize itself.
pub fn explain(instance: &Instance, budget: &Budget) -> Result<Infeasibility, Fault> {
    infeasibility::explain(instance, budget)
}
