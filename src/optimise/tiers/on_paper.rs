//! Selections on paper: over the rules S1 to S5, the inspector-days that there are and what is known to be impossible, with dates and teams
//! left out. No plan scores more than the best of them.

use std::collections::BTreeMap;

use super::cuts::SelectionCut;
use super::proofs::Proofs;
use super::selection::{Depth, Master, master};
use crate::domain::SiteRow;
use crate::optimise::budget::Budget;
use crate::optimise::decomposition::Seating;
use crate::optimise::fault::{Fault, SolveStep};
use crate::optimise::objective;
use crate::optimise::problem::{Part, PlanningProblem};
use crate::optimise::restriction::{Pick, Restriction};
use crate::optimise::rules::formulate;
use crate::optimise::solver::{Solved, TIE_TOLERANCE};
use crate::optimise::value;

/// A selection that is the best on paper.
#[derive(Clone)]
pub(in crate::optimise) struct OnPaper {
    /// Its sites, in order.
    pub selected: Vec<SiteRow>,
    /// Its value in tier 1.
    pub value: f64,
}

/// The best selections on paper of every part of a problem, to ask what they would be with one site decided otherwise: only its own
/// part is then solved again.
pub(in crate::optimise) struct PartsOnPaper<'p> {
    problem: &'p PlanningProblem,
    base: Restriction,
    cuts: &'p [SelectionCut],
    solved: Vec<(Part, Solved<OnPaper>)>,
}

impl<'p> PartsOnPaper<'p> {
    /// Solves every part under a restriction that decides some sites, with the cuts that were proved.
    pub(in crate::optimise) fn new(
        problem: &'p PlanningProblem,
        base: Restriction,
        proofs: &'p Proofs,
        budget: &Budget,
    ) -> Result<Self, Fault> {
        let mut parts = Self {
            problem,
            base,
            cuts: &proofs.cuts,
            solved: Vec::new(),
        };
        // A selection that is barred ties the parts to each other.
        let whole = || vec![problem.counts.iter().map(|_| true).collect()];
        let of_parts = match parts.base.barred.is_empty() {
            true => problem.parts(),
            false => whole(),
        };
        for part in of_parts {
            let best = parts.best_of(&part, parts.base.clone(), budget)?;
            parts.solved.push((part, best));
        }
        Ok(parts)
    }

    /// The best of all parts.
    pub(in crate::optimise) fn best(&self) -> Solved<OnPaper> {
        self.together(self.solved.iter().map(|(_, best)| best))
    }

    /// The best with one site decided so.
    pub(in crate::optimise) fn with(
        &self,
        site: SiteRow,
        pick: Pick,
        budget: &Budget,
    ) -> Result<Solved<OnPaper>, Fault> {
        let mut base = self.base.clone();
        base.picks[site] = pick;
        let its_kind = self.problem.kind_row(site);
        let Some((its_part, _)) = self.solved.iter().find(|(part, _)| part[its_kind]) else {
            return Ok(Solved::Unknown(f64::INFINITY));
        };
        let best = self.best_of(its_part, base, budget)?;
        let others = self.solved.iter().filter(|(part, _)| !part[its_kind]);
        let others = others.map(|(_, best)| best);
        Ok(self.together(others.chain([&best])))
    }

    /// What no selection can beat with each of the sites decided otherwise than in `selected`, by the relaxation of its part: found for all at
    /// once, and less close. A site that the restriction has decided is not among them.
    pub(in crate::optimise) fn bounds_otherwise(
        &self,
        selected: &[SiteRow],
        budget: &Budget,
    ) -> Result<BTreeMap<SiteRow, f64>, Fault> {
        let problem = self.problem;
        let mut bounds = BTreeMap::new();
        for (part, _) in &self.solved {
            let others = self.solved.iter().filter(|(other, _)| other != part);
            let others: f64 = others.map(|(_, best)| most(best)).sum();
            let mut restriction = self.base.clone().of_part(problem, part).visitable();
            (restriction.dated, restriction.seating) = (false, Seating::LeftOut);
            let mut model = formulate(problem, restriction);
            let objective = objective::selection(&mut model);
            let picked = model.picked.clone();
            let program = model.maximise(SolveStep::Selection, objective);
            let Some(relaxed) = program.relax(budget)? else {
                continue;
            };
            for (site, pick) in picked.into_iter_enumerated() {
                let Some(pick) = pick.filter(|_| part[problem.kind_row(site)]) else {
                    continue;
                };
                // A whole step away from the bound at which the variable is costs its reduced cost at least.
                let now = if selected.contains(&site) { 1.0 } else { 0.0 };
                let is_at_bound = (relaxed.values.of(pick) - now).abs() < TIE_TOLERANCE;
                let costs = match is_at_bound {
                    true => relaxed.reduced_costs.of(pick).abs(),
                    false => 0.0,
                };
                bounds.insert(site, others + relaxed.objective - costs + TIE_TOLERANCE);
            }
        }
        Ok(bounds)
    }

    fn best_of(
        &self,
        part: &Part,
        base: Restriction,
        budget: &Budget,
    ) -> Result<Solved<OnPaper>, Fault> {
        let problem = self.problem;
        let is_within = |cut: &&SelectionCut| {
            let mut sites = cut.with.iter().chain(&cut.without);
            sites.all(|site| part[problem.kind_row(*site)])
        };
        // A cut that ties parts to each other is left out: that can only raise the value.
        let cuts: Vec<SelectionCut> = self.cuts.iter().filter(is_within).cloned().collect();
        let base = base.of_part(problem, part);
        Ok(match master(problem, &base, &cuts, Depth::Sites, budget)? {
            Master::Best(selected) => Solved::Optimal(OnPaper {
                value: value::of_selection(problem, &selected),
                selected,
            }),
            Master::Infeasible => Solved::Infeasible,
            Master::CutShort(bound, _) => Solved::Unknown(bound),
        })
    }

    /// What the bests of parts are together.
    fn together<'s>(&self, parts: impl Iterator<Item = &'s Solved<OnPaper>>) -> Solved<OnPaper> {
        let mut selected: Option<Vec<SiteRow>> = Some(Vec::new());
        let mut bound = 0.0;
        for best in parts {
            match best {
                Solved::Infeasible => return Solved::Infeasible,
                Solved::Optimal(best) => {
                    selected
                        .iter_mut()
                        .for_each(|all| all.extend(&best.selected));
                    bound += best.value;
                }
                Solved::Feasible(_, most) | Solved::Unknown(most) => {
                    selected = None;
                    bound += most;
                }
            }
        }
        match selected {
            None => Solved::Unknown(bound),
            Some(mut selected) => {
                selected.sort_unstable();
                let value = value::of_selection(self.problem, &selected);
                Solved::Optimal(OnPaper { selected, value })
            }
        }
    }
}

/// What a part is worth at most.
fn most(best: &Solved<OnPaper>) -> f64 {
    match best {
        Solved::Optimal(best) => best.value,
        Solved::Feasible(_, most) | Solved::Unknown(most) => *most,
        // Then no selection has the whole either.
        Solved::Infeasible => f64::NEG_INFINITY,
    }
}

#[cfg(test)]
mod tests;
