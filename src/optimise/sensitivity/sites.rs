//! What each site costs or brings: what a selection could score at most if it were decided otherwise, and which would.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::exchange::Exchange;
use crate::domain::{Kind, Plan, SiteChange, SiteId, SiteRow, Tier, Worth};
use crate::optimise::budget::Budget;
use crate::optimise::fault::Fault;
use crate::optimise::infeasibility::{Reach, reach};
use crate::optimise::planner::{NODES_BESIDE, Planner, other_selection};
use crate::optimise::question::Question;
use crate::optimise::restriction::{Pick, Restriction};
use crate::optimise::solver::Solved;
use crate::optimise::tiers::{OnPaper, PartsOnPaper, Proofs};

/// The questions that are asked exactly have so many distances between sites in their models, all together. It is a size and no time,
/// so that every machine asks the same.
const MOST_WORK: usize = 300_000;

/// For every site, the most that tier 1 could reach with it forced in, or with it left out if it is selected, and a selection
/// that reaches it.
///
/// These are many small questions that do not wait for each other, so every core takes its share. Where a selection rests on a
/// site that can never be visited, the question is put again without that site.
pub(in crate::optimise) fn site_changes(
    planner: &mut Planner,
    plan: &Plan,
    budget: &Budget,
) -> Result<Vec<SiteChange>, Fault> {
    let base = planner.pose(&Question::default());
    let mut questions = Questions {
        planner,
        exchange: Exchange::new(planner.problem(), plan),
        base,
        best: plan.tiers.first().map_or(f64::INFINITY, Tier::best),
        looked_at: BTreeSet::new(),
        never: BTreeSet::new(),
    };
    let sites: Vec<SiteRow> = planner.problem().sites().collect();
    let mut changes = questions.ask(&sites, budget)?;
    while questions.find_never(&changes)? {
        let rests_on_one =
            |site: &&SiteRow| questions.rests_on_never(&changes[usize::from(**site)]);
        let again: Vec<SiteRow> = sites.iter().filter(rests_on_one).copied().collect();
        for (site, change) in again.iter().zip(questions.ask(&again, budget)?) {
            changes[usize::from(*site)] = change;
        }
    }
    Ok(changes)
}

/// The questions of one site each, decided otherwise.
struct Questions<'q> {
    planner: &'q Planner,
    exchange: Exchange<'q>,
    base: Restriction,
    /// What the best selection of any plan scores.
    best: f64,
    /// Sites of which it was asked whether they can be visited at all.
    looked_at: BTreeSet<SiteId>,
    /// Those that cannot.
    never: BTreeSet<SiteId>,
}

impl Questions<'_> {
    fn ask(&self, sites: &[SiteRow], budget: &Budget) -> Result<Vec<SiteChange>, Fault> {
        let budget = &budget.with_nodes(NODES_BESIDE);
        let problem = self.planner.problem();
        let mut base = self.base.clone();
        for site in problem.sites() {
            if self.never.contains(&problem.site(site).id) {
                base.picks[site] = Pick::Out;
            }
        }
        // Of what was proved nothing is used: a figure on paper is one that the lead could work out too.
        let nothing = Proofs::default();
        let parts = PartsOnPaper::new(problem, base, &nothing, budget)?;
        let bounds = self.only_bounded(&parts, sites, budget)?;
        let asked = sites.par_iter();
        let best: Vec<Option<Solved<OnPaper>>> = asked
            .map(|site| match bounds.get(site) {
                Some(bound) => Ok(Some(Solved::Unknown(*bound))),
                None => self.of_site(&parts, *site, budget),
            })
            .collect::<Result<_, Fault>>()?;
        let on_paper = |best: &Option<Solved<OnPaper>>| match best {
            Some(Solved::Optimal(best)) => Some(best.selected.clone()),
            _ => None,
        };
        let visitable = self.visitable(best.iter().filter_map(on_paper).collect(), budget)?;
        let changes = sites.iter().zip(best);
        Ok(changes
            .map(|(site, best)| self.change(*site, best, &visitable))
            .collect())
    }

    /// The sites of which no more is asked than a bound, with it: where there are too many to ask exactly, those that would cost the
    /// selection most. Of them a bound above the best selection says nothing, and is left open.
    fn only_bounded(
        &self,
        parts: &PartsOnPaper<'_>,
        sites: &[SiteRow],
        budget: &Budget,
    ) -> Result<BTreeMap<SiteRow, f64>, Fault> {
        let problem = self.planner.problem();
        let in_profile = |kind: &Kind| {
            let profile = problem.scores.profile(&kind.id);
            profile.map_or(0, |profile| profile.members.len().pow(2))
        };
        let kinds = problem.inspection.kinds.iter();
        let kinds: Vec<usize> = kinds.map(in_profile).collect();
        let parts_of = problem.parts();
        let work = |site: SiteRow| -> usize {
            let its_part = parts_of.iter().find(|part| part[problem.kind_row(site)]);
            let kinds = its_part.into_iter().flatten().zip(&kinds);
            kinds
                .filter(|(is_in, _)| **is_in)
                .map(|(_, work)| work)
                .sum()
        };
        if sites.iter().map(|site| work(*site)).sum::<usize>() <= MOST_WORK {
            return Ok(BTreeMap::new());
        }
        let chosen = &self.exchange.selected;
        let mut bounds = parts.bounds_otherwise(chosen, budget)?;
        let mut by_bound: Vec<(SiteRow, f64)> =
            bounds.iter().map(|(site, most)| (*site, *most)).collect();
        by_bound.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let mut left = MOST_WORK;
        for (site, bound) in by_bound {
            if let Some(after) = left.checked_sub(work(site)) {
                left = after;
                bounds.remove(&site);
            } else if bound > self.best {
                bounds.insert(site, f64::INFINITY);
            }
        }
        Ok(bounds)
    }

    /// The best selection on paper with one site decided otherwise; `None` where there was no time.
    fn of_site(
        &self,
        parts: &PartsOnPaper<'_>,
        site: SiteRow,
        budget: &Budget,
    ) -> Result<Option<Solved<OnPaper>>, Fault> {
        // Even to begin takes time, for each of many sites.
        if budget.is_spent() {
            return Ok(None);
        }
        let pick = match self.exchange.selected.contains(&site) {
            true => Pick::Out,
            false => Pick::In,
        };
        parts.with(site, pick, budget).map(Some)
    }

    /// Whether these selections can be visited and staffed, where that is known or soon shown. Many sites bring the same.
    fn visitable(
        &self,
        selections: BTreeSet<Vec<SiteRow>>,
        budget: &Budget,
    ) -> Result<BTreeMap<Vec<SiteRow>, bool>, Fault> {
        let selections = selections.into_par_iter();
        let shown = selections.map(|selected| {
            let known = match self.planner.visitable(&selected) {
                Some(known) => Some(known),
                None => self.exchange.fits(&selected, budget)?.then_some(true),
            };
            Ok(known.map(|known| (selected, known)))
        });
        let shown: Vec<Option<(Vec<SiteRow>, bool)>> = shown.collect::<Result<_, Fault>>()?;
        Ok(shown.into_iter().flatten().collect())
    }

    fn change(
        &self,
        site: SiteRow,
        best: Option<Solved<OnPaper>>,
        visitable: &BTreeMap<Vec<SiteRow>, bool>,
    ) -> SiteChange {
        let problem = self.planner.problem();
        let chosen = &self.exchange.selected;
        let mut change = SiteChange {
            site: problem.site(site).id.clone(),
            selected: chosen.contains(&site),
            value: Worth::Unknown,
            instead: None,
            visitable: None,
        };
        match best {
            Some(Solved::Optimal(best)) => {
                change.value = Worth::AtMost(best.value);
                change.visitable = visitable.get(&best.selected).copied();
                change.instead = Some(other_selection(problem, chosen, &best.selected));
            }
            Some(Solved::Infeasible) => change.value = Worth::Impossible,
            // A bound above the best selection says nothing.
            Some(Solved::Feasible(_, most) | Solved::Unknown(most)) if most <= self.best => {
                change.value = Worth::AtMost(most);
            }
            Some(Solved::Feasible(..) | Solved::Unknown(_)) | None => {}
        }
        change
    }

    /// Looks for sites that can never be visited among those that selections rest on which were not shown to be possible.
    /// Whether any was found.
    fn find_never(&mut self, changes: &[SiteChange]) -> Result<bool, Fault> {
        let open = changes
            .iter()
            .filter(|change| change.visitable != Some(true));
        let doubtful = open.filter_map(|change| change.instead.as_ref());
        let doubtful: BTreeSet<&SiteId> = doubtful
            .flat_map(|instead| &instead.comes_in)
            .filter(|site| !self.looked_at.contains(*site))
            .collect();
        let doubtful: Vec<&SiteId> = doubtful.into_iter().collect();
        let found = reach(self.planner.instance(), &doubtful)?;
        let never = found
            .iter()
            .filter(|(_, reach)| matches!(reach, Reach::Never(_)));
        let never: BTreeSet<SiteId> = never.map(|(site, _)| site.clone()).collect();
        self.looked_at.extend(found.into_keys());
        let any = !never.is_empty();
        self.never.extend(never);
        Ok(any)
    }

    /// Whether the selection has a site that can never be visited, and that it need not have.
    fn rests_on_never(&self, change: &SiteChange) -> bool {
        let instead = change.instead.iter();
        let mut comes_in = instead.flat_map(|instead| &instead.comes_in);
        comes_in.any(|site| *site != change.site && self.never.contains(site))
    }
}
