//! Tier 2 for one selection: its best dates that can also be staffed.
//!
//! As in tier 1, the dates alone are solved first and then proved staffable; a set of dates that is not is cut
//! off with its likes, and after a few such cuts dates and teams are solved together.

use good_lp::Expression;

use super::budget::Budget;
use super::draft::{Draft, Reader};
use super::fault::{Fault, Step};
use super::field::{ChoiceRow, Field};
use super::model::{Model, Pick, Scope};
use super::objective;
use super::search::Search;
use super::selection_tier::Cut;
use super::solver::Found;
use crate::domain::SiteRow;

/// Nodes for each question of which visits stand in each other's way. Running out is safe: the cut is weaker.
const NODES_TO_BLAME: i32 = 100;
/// At most so many other starts are tried for one cut.
const MOST_STARTS_TRIED: usize = 60;

/// What became of a selection.
pub(super) enum Dated {
    /// A full draft, and what no draft of this selection can beat in tier 2.
    Found { draft: Draft, bound: f64 },
    /// It cannot be visited and staffed, nor can any other with these sites.
    Impossible(Cut),
    /// The time was up.
    Unknown,
}

/// The best dates for exactly these sites, with a team for each visit.
pub(super) fn best(
    field: &Field,
    selected: &[SiteRow],
    search: &mut Search,
) -> Result<Dated, Fault> {
    // Slots (site, choice) that cannot all take place.
    let mut cuts: Vec<Vec<(SiteRow, ChoiceRow)>> = Vec::new();
    let mut bound = 0.0_f64;
    loop {
        let staffed = cuts.len() >= field.tactics.date_cuts_before_teams;
        let (found, value) = match dates(field, selected, &cuts, staffed, search)? {
            Found::Best(draft) => {
                let value = objective::calendar_value(field, &draft);
                (draft, value)
            }
            Found::Some(draft, limit) if staffed => {
                return Ok(Dated::Found {
                    draft,
                    bound: limit.max(bound),
                });
            }
            Found::Nothing => {
                return Ok(Dated::Impossible(blame(field, selected, &search.budget)?));
            }
            Found::Some(..) | Found::Unknown(_) => return Ok(Dated::Unknown),
        };
        bound = bound.max(value);
        if staffed {
            return Ok(Dated::Found {
                draft: found,
                bound,
            });
        }
        match staff(field, &found, &search.budget)? {
            Found::Best(draft) => return Ok(Dated::Found { draft, bound }),
            Found::Nothing => cuts.push(clash(field, &found, &search.budget)?),
            Found::Some(..) | Found::Unknown(_) => return Ok(Dated::Unknown),
        }
    }
}

/// The best dates that no cut takes off; with teams if asked.
fn dates(
    field: &Field,
    selected: &[SiteRow],
    cuts: &[Vec<(SiteRow, ChoiceRow)>],
    staffed: bool,
    search: &mut Search,
) -> Result<Found<Draft>, Fault> {
    let mut scope = Scope::of_selection(field, selected);
    scope.staffed = staffed;
    let mut model = Model::new(field, scope);
    for cut in cuts {
        let together: Expression = model
            .slots
            .iter()
            .filter(|slot| cut.contains(&(slot.site, slot.choice)))
            .map(|slot| Expression::from(slot.at))
            .sum();
        let visits = sites_of(cut).len();
        model.rows.push(together.leq(visits as f64 - 1.0));
    }
    let reader = Reader::of(&model);
    let objective = objective::calendar(&model);
    let program = model.minimise(Step::Calendar, objective);
    // Dates without teams are no plan yet, so nobody hears of them.
    let found = if staffed {
        program.solve_aloud(search, "calendar")?
    } else {
        program.solve(&search.budget)?
    };
    Ok(found.map(|values| reader.draft(&values)))
}

/// Teams for dates that are settled.
fn staff(field: &Field, dated: &Draft, budget: &Budget) -> Result<Found<Draft>, Fault> {
    let mut scope = Scope::of_selection(field, &dated.selected());
    for visit in &dated.visits {
        scope.choices[visit.site] = vec![visit.choice];
    }
    feasible(field, scope, Step::Staffing, budget)
}

/// Any plan of a scope.
fn feasible(
    field: &Field,
    scope: Scope,
    step: Step,
    budget: &Budget,
) -> Result<Found<Draft>, Fault> {
    let model = Model::new(field, scope);
    let reader = Reader::of(&model);
    let program = model.minimise(step, Expression::default());
    let found = program.solve(budget)?;
    Ok(found.map(|values| reader.draft(&values)))
}

/// Whether it is soon proved that a scope has no plan.
fn is_impossible(field: &Field, scope: &Scope, budget: &Budget) -> Result<bool, Fault> {
    let soon = budget.with_nodes(NODES_TO_BLAME);
    let found = feasible(field, scope.clone(), Step::Conflict, &soon)?;
    Ok(matches!(found, Found::Nothing))
}

/// A smallest set of these dated visits that cannot be staffed together, and every other start of each of them
/// that changes nothing about it.
fn clash(
    field: &Field,
    dated: &Draft,
    budget: &Budget,
) -> Result<Vec<(SiteRow, ChoiceRow)>, Fault> {
    let mut scope = Scope::of_selection(field, &dated.selected());
    for visit in &dated.visits {
        scope.choices[visit.site] = vec![visit.choice];
    }
    let impossible = |scope: &Scope| is_impossible(field, scope, budget);
    narrow(&mut scope, &dated.selected(), impossible)?;
    let sites: Vec<SiteRow> = dated
        .selected()
        .into_iter()
        .filter(|site| scope.picks[*site] == Pick::In)
        .collect();
    let mut tries = 0;
    for site in &sites {
        for choice in field.choices[*site].keys() {
            let tried_enough = tries == MOST_STARTS_TRIED || budget.is_spent();
            if scope.choices[*site].contains(&choice) || tried_enough {
                continue;
            }
            tries += 1;
            scope.choices[*site].push(choice);
            if !impossible(&scope)? {
                scope.choices[*site].pop();
            }
        }
    }
    Ok(sites
        .iter()
        .flat_map(|site| scope.choices[*site].iter().map(|choice| (*site, *choice)))
        .collect())
}

/// A smallest part of a selection that cannot be visited and staffed, as a cut for tier 1.
fn blame(field: &Field, selected: &[SiteRow], budget: &Budget) -> Result<Cut, Fault> {
    let mut scope = Scope::of_selection(field, selected);
    // What dates alone forbid is found without teams, which is far quicker.
    scope.staffed = false;
    let impossible = |scope: &Scope| is_impossible(field, scope, budget);
    scope.staffed = !impossible(&scope)?;
    narrow(&mut scope, selected, impossible)?;
    let with: Vec<SiteRow> = selected
        .iter()
        .copied()
        .filter(|site| scope.picks[*site] == Pick::In)
        .collect();
    // Another site that names a brought one could free it: then the reason would no longer hold.
    let without = field
        .links
        .iter()
        .flat_map(|view| with.iter().filter_map(|site| view.namers.get(site)))
        .flatten()
        .copied()
        .filter(|namer| !selected.contains(namer));
    let mut without: Vec<SiteRow> = without.collect();
    without.sort_unstable();
    without.dedup();
    Ok(Cut { with, without })
}

/// Leaves sites out of the question one by one, as long as it stays impossible.
fn narrow(
    scope: &mut Scope,
    sites: &[SiteRow],
    impossible: impl Fn(&Scope) -> Result<bool, Fault>,
) -> Result<(), Fault> {
    for site in sites {
        scope.picks[*site] = Pick::Elsewhere;
        if !impossible(scope)? {
            scope.picks[*site] = Pick::In;
        }
    }
    Ok(())
}

fn sites_of(cut: &[(SiteRow, ChoiceRow)]) -> std::collections::BTreeSet<SiteRow> {
    cut.iter().map(|(site, _)| *site).collect()
}
