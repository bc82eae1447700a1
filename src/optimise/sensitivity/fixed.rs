//! Sites that drop out because of what is fixed for them: shown by a plan without it that has the site and scores more.

use crate::domain::{FixedBetween, LeftOut, Named, Plan, SiteId};
use crate::instance::Instance;
use crate::optimise::budget::Budget;
use crate::optimise::fault::Fault;
use crate::optimise::infeasibility::{Condition, lift};
use crate::optimise::planner::{NODES_BESIDE, Planner};
use crate::optimise::question::Question;
use crate::optimise::solver::{Solved, TIE_TOLERANCE};
use crate::optimise::tiers::is_visitable_soon;

/// At most so many selections with the site are tried, the best on paper first.
const MOST_TRIED: usize = 4;

/// The sites with rows in `fixed.csv` that are not selected and would be without one of them, each of those by itself, or without all of
/// them, in the order of their ids. Little effort is spent: a site for which no such plan was soon found is not among them.
///
/// What is fixed binds nothing while the site is not selected. So a plan that scores more without it has the site, and no plan
/// without the site does: that is why the site would be selected.
pub(in crate::optimise) fn left_out_by_fixed(
    planner: &Planner,
    plan: &Plan,
    budget: &Budget,
) -> Result<Vec<LeftOut>, Fault> {
    let Some(value) = plan.tiers.first().filter(|tier| tier.proven) else {
        return Ok(Vec::new());
    };
    let inspection = &planner.problem().inspection;
    let all = Condition::all(inspection);
    let fixed: Vec<(&Named<SiteId>, &Condition)> = all
        .iter()
        .filter_map(|condition| Some((condition.fixed_for()?, condition)))
        .filter(|(site, _)| !plan.visits.iter().any(|visit| visit.site == site.id))
        .collect();
    let mut sites: Vec<&Named<SiteId>> = fixed.iter().map(|(site, _)| *site).collect();
    sites.sort_unstable();
    sites.dedup();
    let mut left_out = Vec::new();
    for site in sites {
        let of_site = fixed.iter().filter(|(of, _)| *of == site);
        let rows: Vec<Condition> = of_site.map(|(_, row)| (*row).clone()).collect();
        let better = Without {
            planner,
            site: &site.id,
            // By less, dates might decide for another selection all the same.
            value: value.best() + inspection.weights.tolerance,
        };
        let mut found = Vec::new();
        for without in rows.chunks(1) {
            if better.is_better(without, budget)? {
                found.push(told(&site.id, without));
            }
        }
        // No one of them is the reason: perhaps all of them are.
        if found.is_empty() && rows.len() > 1 && better.is_better(&rows, budget)? {
            found.push(told(&site.id, &rows));
        }
        left_out.extend(found);
    }
    Ok(left_out)
}

/// A question about one site, and the value that has to be beaten.
struct Without<'q> {
    planner: &'q Planner,
    site: &'q SiteId,
    value: f64,
}

impl Without<'_> {
    /// Whether a selection with the site that scores more was found that can be visited and staffed without these conditions.
    fn is_better(&self, conditions: &[Condition], budget: &Budget) -> Result<bool, Fault> {
        if budget.is_spent() {
            return Ok(false);
        }
        let (lifted, _) = lift(&self.planner.problem().inspection, conditions);
        let mut planner = Planner::by(self.planner.problem().decomposition, &Instance::new(lifted));
        let mut question = Question {
            with: vec![self.site.clone()],
            ..Question::default()
        };
        for _ in 0..MOST_TRIED {
            let Solved::Optimal(best) = planner.on_paper(&question, budget)? else {
                return Ok(false);
            };
            if best.value <= self.value + TIE_TOLERANCE {
                return Ok(false);
            }
            let nodes = budget.with_nodes(NODES_BESIDE);
            let problem = planner.problem();
            if is_visitable_soon(problem, &best.selected, &nodes)? {
                return Ok(true);
            }
            let ids = best
                .selected
                .iter()
                .map(|row| problem.site(*row).id.clone());
            question.other_than.push(ids.collect());
        }
        Ok(false)
    }
}

fn told(site: &SiteId, without: &[Condition]) -> LeftOut {
    let mut left_out = LeftOut {
        site: site.clone(),
        inspectors: Vec::new(),
        dates: Vec::new(),
    };
    for condition in without {
        match condition {
            Condition::FixedInspector { inspector, .. } => {
                left_out.inspectors.push(inspector.id.clone());
            }
            Condition::FixedDates {
                not_before,
                not_after,
                ..
            } => left_out.dates.push(FixedBetween {
                not_before: *not_before,
                not_after: *not_after,
            }),
            _ => {}
        }
    }
    left_out
}
