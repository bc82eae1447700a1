//! Whether another selection can be visited and staffed around a plan: the visits that both have stay as they are, with their dates
//! and teams, and the others must find theirs on a few of their dates.
//!
//! That is a small question, for most other selections differ by a site or two. That it can be done so proves that it can be
//! done; that it cannot proves nothing.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use good_lp::Expression;

use crate::calendar::Start;
use crate::domain::{InspectorRow, Plan, SiteRow, Visit};
use crate::optimise::budget::Budget;
use crate::optimise::fault::{Fault, SolveStep};
use crate::optimise::problem::{ChoiceRow, LinkView, PlanningProblem, StartChoice, seats};
use crate::optimise::restriction::Restriction;
use crate::optimise::rules::formulate;
use crate::optimise::solution::Assignment;
use crate::optimise::solver::Solved;

/// Nodes for each such question: the same on every machine.
const NODES: i32 = 20;
/// With more new visits than this nothing is tried.
const MOST_NEW: usize = 6;
/// Of each new visit so many starts are tried.
const MOST_STARTS: usize = 6;

/// A plan into which other sites may be exchanged.
pub(super) struct Exchange<'p> {
    problem: &'p PlanningProblem,
    /// The sites of the plan, in order.
    pub selected: Vec<SiteRow>,
    visits: Vec<Assignment>,
}

impl<'p> Exchange<'p> {
    pub(super) fn new(problem: &'p PlanningProblem, plan: &Plan) -> Self {
        let visits = problem.sites().filter_map(|site| {
            let id = &problem.site(site).id;
            let visit = plan.visits.iter().find(|visit| visit.site == *id)?;
            Some((site, visit))
        });
        let visits: Vec<(SiteRow, &Visit)> = visits.collect();
        Self {
            problem,
            selected: visits.iter().map(|(site, _)| *site).collect(),
            visits: visits
                .iter()
                .filter_map(|(site, visit)| assignment(problem, *site, visit))
                .collect(),
        }
    }

    /// Whether these sites were shown to have dates and teams around the visits of the plan.
    pub(super) fn fits(&self, selected: &[SiteRow], budget: &Budget) -> Result<bool, Fault> {
        let stays = |visit: &&Assignment| {
            selected.contains(&visit.site) && self.keeps_its_week(visit, selected)
        };
        let kept: Vec<&Assignment> = self.visits.iter().filter(stays).collect();
        let is_kept = |site: &SiteRow| kept.iter().any(|visit| visit.site == *site);
        let new: Vec<SiteRow> = selected
            .iter()
            .copied()
            .filter(|one| !is_kept(one))
            .collect();
        if new.len() > MOST_NEW {
            return Ok(false);
        }
        let mut restriction = Restriction::of_selection(self.problem, selected);
        for visit in &kept {
            restriction.choices[visit.site] = vec![visit.choice];
        }
        // Those that others bring come last: they go by the weeks of those that bring them.
        let (brought, leading): (Vec<SiteRow>, Vec<SiteRow>) = new
            .into_iter()
            .partition(|site| self.namers(*site, selected).next().is_some());
        for site in leading.into_iter().chain(brought) {
            let weeks = self.weeks_of_namers(site, selected, &restriction);
            let open = self.open_starts(site, &kept, weeks.as_ref());
            if open.is_empty() {
                return Ok(false);
            }
            restriction.choices[site] = open;
        }
        for visit in kept {
            restriction.teams.insert(visit.site, visit.team.clone());
        }
        let model = formulate(self.problem, restriction);
        let mut program = model.minimise(SolveStep::Conflict, Expression::default());
        // So little is left open that to jump about takes longer than the search.
        program.jump = false;
        let solved = program.solve(&budget.with_nodes(NODES))?;
        Ok(matches!(solved, Solved::Optimal(_) | Solved::Feasible(..)))
    }

    /// The selected sites that bring this one in their week.
    fn namers<'s>(
        &'s self,
        site: SiteRow,
        selected: &'s [SiteRow],
    ) -> impl Iterator<Item = SiteRow> + 's {
        let links = self
            .problem
            .links
            .iter()
            .filter(|view| LinkView::same_week(view));
        let namers = links.filter_map(move |view| view.namers.get(&site));
        let namers = namers.flatten().copied();
        namers.filter(|namer| selected.contains(namer))
    }

    /// Whether a brought visit still has one in its week that brings it; any other visit can stay as it is.
    fn keeps_its_week(&self, visit: &Assignment, selected: &[SiteRow]) -> bool {
        let week = self.start(visit).week;
        let mut namers = self.namers(visit.site, selected).peekable();
        let in_week = |namer: SiteRow| {
            let mut visits = self.visits.iter();
            visits.any(|other| other.site == namer && self.start(other).week == week)
        };
        namers.peek().is_none() || namers.any(in_week)
    }

    /// The weeks in which those that bring a site may be visited; `None` for one that nobody brings in their week.
    fn weeks_of_namers(
        &self,
        site: SiteRow,
        selected: &[SiteRow],
        restriction: &Restriction,
    ) -> Option<BTreeSet<NaiveDate>> {
        let mut namers = self.namers(site, selected).peekable();
        namers.peek()?;
        let weeks = namers.flat_map(|namer| {
            let choices = restriction.choices[namer].iter();
            choices.map(move |choice| self.problem.choices[namer][*choice].start.week)
        });
        Some(weeks.collect())
    }

    /// The first starts of a site on which each inspectorate has enough people whom no kept visit needs.
    fn open_starts(
        &self,
        site: SiteRow,
        kept: &[&Assignment],
        weeks: Option<&BTreeSet<NaiveDate>>,
    ) -> Vec<ChoiceRow> {
        let in_week = |start: &Start| weeks.is_none_or(|weeks| weeks.contains(&start.week));
        let choices = self.problem.choices[site].iter_enumerated();
        let open = choices
            .filter(|(_, choice)| in_week(&choice.start))
            .filter(|(_, choice)| weeks.is_some() || self.is_after_pilot(&choice.start, kept))
            .filter(|(_, choice)| weeks.is_some() || self.has_room(&choice.start, kept))
            .filter(|(_, choice)| weeks.is_some() || self.has_people(site, choice, kept));
        let first = open.map(|(row, _)| row);
        let most = match weeks {
            Some(weeks) => MOST_STARTS * weeks.len().min(MOST_STARTS),
            None => MOST_STARTS,
        };
        first.take(most).collect()
    }

    /// Whether a start of a visit that nobody brings lies after the review of the pilot, where that stays as it is (T9).
    fn is_after_pilot(&self, start: &Start, kept: &[&Assignment]) -> bool {
        self.problem.pilot.as_ref().is_none_or(|pilot| {
            let mut visits = kept.iter().filter(|visit| visit.site == pilot.site);
            visits.all(|visit| start.first_day() > pilot.reviewed[visit.choice])
        })
    }

    /// Whether the kept visits that nobody brings leave room in the weeks of a start (T6).
    fn has_room(&self, start: &Start, kept: &[&Assignment]) -> bool {
        let Some(limit) = self.problem.inspection.timing.max_visits_per_week else {
            return true;
        };
        start.weeks.iter().all(|week| {
            let counted = kept.iter().filter(|visit| {
                let is_brought = self.namers(visit.site, &self.selected).next().is_some();
                !is_brought && self.start(visit).weeks.contains(week)
            });
            counted.count() < limit as usize
        })
    }

    /// Whether enough of those who could go are free of the kept visits on the days of a start (P3, P9).
    fn has_people(&self, site: SiteRow, choice: &StartChoice, kept: &[&Assignment]) -> bool {
        let kind = self.problem.kind(site);
        let is_free = |person: &InspectorRow| {
            let theirs = kept.iter().filter(|visit| visit.team.contains(person));
            let (mut onsite, mut clash) = (choice.start.onsite.len(), false);
            for start in theirs.map(|visit| self.start(visit)) {
                onsite += start.onsite.len();
                clash |= start.shares_a_day(&choice.start);
            }
            let limit = self.problem.max_days[*person];
            !clash && limit.is_none_or(|limit| onsite <= limit as usize)
        };
        let free: Vec<&InspectorRow> = choice.people.iter().filter(|row| is_free(row)).collect();
        seats(kind).into_iter().all(|(inspectorate, count)| {
            let theirs = free.iter();
            let theirs =
                theirs.filter(|row| self.problem.person(***row).inspectorate == *inspectorate);
            theirs.count() >= count
        })
    }

    fn start(&self, visit: &Assignment) -> &'p Start {
        &self.problem.choices[visit.site][visit.choice].start
    }
}

/// A visit of a plan by its places in the tables.
fn assignment(problem: &PlanningProblem, site: SiteRow, visit: &Visit) -> Option<Assignment> {
    let choices = problem.choices[site].iter_enumerated();
    let mut on_that_day = choices.filter(|(_, choice)| choice.start.first_day() == visit.first_day);
    let choice: ChoiceRow = on_that_day.next()?.0;
    let people = problem.choices[site][choice].people.iter();
    let team = people.filter(|row| visit.team().any(|id| *id == problem.person(**row).id));
    Some(Assignment {
        site,
        choice,
        team: team.copied().collect(),
    })
}
