//! The planner: sites, dates and teams as one problem, each tier proved before the next begins.

mod alternatives;
mod answer;
mod calendar_tier;
mod clock;
mod collision;
mod counts;
mod draft;
mod field;
mod known;
mod model;
mod no_team;
mod objective;
mod planner;
mod question;
mod rules;
mod selection_tier;
mod solver;
mod staffing_tier;
mod steadiness;
mod tactics;
mod timetable;
mod written;

use std::time::{Duration, Instant};

use crate::calendar::Calendar;
use crate::domain::Inspection;
use crate::score::Scores;

pub use answer::{
    Answer, Collision, CountChange, CountValue, Planned, Progress, Reply, SiteChange, SiteValue,
};
pub use no_team::sites_without_team;
pub use objective::return_km;
pub use planner::Planner;
pub use question::Question;
pub use tactics::Tactics;
pub use timetable::{
    Drawn, Kept, Placement, Size, Sizing, Timetable, draw_up, keep_visit, place_visit,
    prepare_visit, size_kind, why_not,
};

use clock::{Clock, Heard};

/// Plans an inspection: the best plan over all the rules, tier by tier, or the best found in the time given, and
/// what stands beside it in the reports.
///
/// `listener` hears of every step worth showing.
///
/// # Examples
///
/// ```
/// use std::path::Path;
///
/// use assize::optimise::{Answer, plan};
///
/// # let loaded = assize::input::load(Path::new("examples/small"), None);
/// # let inspection = loaded.expect("sound tables").inspection;
/// let Answer::Plan(planned) = plan(&inspection, None, &mut |_| {}) else {
///     panic!("the small example has a plan");
/// };
/// let sites = planned.plan.visits.iter().map(|visit| visit.site.as_str());
/// assert_eq!(sites.collect::<Vec<_>>(), ["alder", "birch"]);
/// // Without a time limit every tier is proved: no plan does better.
/// assert!(planned.plan.tiers.iter().all(|tier| tier.proven));
/// ```
pub fn plan(
    inspection: &Inspection,
    time_limit: Option<Duration>,
    listener: &mut dyn FnMut(Progress),
) -> Answer {
    plan_by(Tactics::default(), inspection, time_limit, listener)
}

/// [`plan`], with the problem taken apart in another way.
pub fn plan_by(
    tactics: Tactics,
    inspection: &Inspection,
    time_limit: Option<Duration>,
    listener: &mut dyn FnMut(Progress),
) -> Answer {
    let began = Instant::now();
    let mut planner = Planner::by(tactics, inspection);
    // The last tenth is kept for what one more or one fewer site would score.
    let limit = time_limit.map(|limit| limit - limit / 10);
    let plan = match planner.plan(&Question::default(), limit, listener) {
        Reply::Plan(plan) => plan,
        Reply::NoPlan => return Answer::NoPlan,
        Reply::OutOfTime => return Answer::OutOfTime,
    };
    let rest = time_limit.map(|limit| limit.saturating_sub(began.elapsed()));
    let mut silence = |_: Heard| {};
    let clock = Clock::start(rest, &mut silence);
    let sites = alternatives::sites(&mut planner, &plan, &clock);
    let counts = counts::changes(&mut planner, &plan, &clock);
    Answer::Plan(Box::new(Planned {
        plan,
        counts,
        sites,
    }))
}

/// Why an inspection that has no plan has none: the rules that collide, as far as can be shown in the time given.
pub fn explain(inspection: &Inspection, time_limit: Option<Duration>) -> Collision {
    let calendar = Calendar::new(inspection);
    let scores = Scores::new(inspection);
    let mut silence = |_: Heard| {};
    let clock = Clock::start(time_limit, &mut silence);
    collision::explain(inspection, &calendar, &scores, &clock)
}
