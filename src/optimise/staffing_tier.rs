//! Tiers 2 and 3 once the selections are known: the best dates over all of them, then the steadiest, nearest team.

use good_lp::Expression;

use super::budget::Budget;
use super::draft::{Draft, Reader};
use super::fault::{Fault, Step};
use super::field::Field;
use super::known::Known;
use super::model::{Model, Pick, Scope};
use super::objective;
use super::search::Search;
use super::selection_tier::{Selections, Tied};
use super::solver::{Found, SAME};
use super::valid_inequalities;
use crate::domain::SiteRow;

/// Nodes of the search tree for teams to begin with.
const NODES_TO_BEGIN: i32 = 100;

/// A draft, and how far tiers 2 and 3 are proved.
pub(super) struct Settled {
    pub draft: Draft,
    pub calendar: Reached,
    pub staffing: Reached,
}

impl Settled {
    /// A draft as it was first found: of its dates and teams nothing is known but that they keep the rules.
    pub(super) fn first(field: &Field, draft: &Draft) -> Self {
        Self {
            draft: draft.clone(),
            calendar: Reached::unknown(objective::calendar_value(field, draft)),
            staffing: Reached::unknown(objective::staffing_value(field, draft)),
        }
    }
}

/// A value, and what none can beat.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reached {
    pub value: f64,
    pub bound: Option<f64>,
    pub proven: bool,
}

impl Reached {
    /// A value of which nothing is proved.
    pub(super) fn unknown(value: f64) -> Self {
        Self {
            value,
            bound: None,
            proven: false,
        }
    }

    /// The same value, where the tier before it is not proved: then no bound means anything.
    fn unproven(self) -> Self {
        Self {
            bound: None,
            proven: false,
            ..self
        }
    }
}

/// Settles dates and teams over the selections of tier 1.
pub(super) fn settle(
    field: &Field,
    base: &Scope,
    chosen: &Selections,
    known: &mut Known,
    search: &mut Search,
) -> Result<Settled, Fault> {
    let (mut draft, calendar) = if chosen.all_listed {
        best_dates(field, chosen)
    } else {
        dates_over_ties(field, base, chosen, search)?
    };
    let calendar = if chosen.proven {
        calendar
    } else {
        calendar.unproven()
    };
    search.tell("calendar", Some(calendar.value), calendar.bound);
    let mut staffing = Reached {
        value: objective::staffing_value(field, &draft),
        bound: None,
        proven: false,
    };
    search.tell("staffing", Some(staffing.value), None);
    let limit = calendar.value + SAME / 2.0;
    let tied = chosen.tied().filter(|_| chosen.all_listed);
    let selections: Vec<Vec<SiteRow>> = tied
        .filter(|tied| tied.calendar_bound <= calendar.value + SAME)
        .map(|tied| tied.selected.clone())
        .collect();
    if let Some(proved) = known.proved(&selections, limit) {
        staffing.value = objective::staffing_value(field, proved);
        staffing.bound = calendar.proven.then_some(staffing.value);
        staffing.proven = calendar.proven;
        return Ok(Settled {
            draft: proved.clone(),
            calendar,
            staffing,
        });
    }
    if let Some(before) = known.to_begin_from(&selections) {
        let value = objective::staffing_value(field, before);
        if objective::calendar_value(field, before) <= limit && value < staffing.value {
            (staffing.value, draft) = (value, before.clone());
        }
    }
    // A closer limit than this slows HiGHS down more than it helps.
    let mut to_beat = staffing.value;
    if let Some(begun) = teams_on_dates(field, &draft, &search.budget)? {
        let value = objective::staffing_value(field, &begun);
        if value < staffing.value {
            (staffing.value, draft) = (value, begun);
            search.tell("staffing", Some(value), None);
        }
    }
    let scopes: Vec<Scope> = match chosen.all_listed {
        true => {
            let each = selections.iter();
            each.map(|sites| Scope::of_selection(field, sites))
                .collect()
        }
        false => vec![base.clone()],
    };
    let mut bound = f64::INFINITY;
    let mut proven = true;
    for scope in scopes {
        let worth = (!chosen.all_listed).then_some(chosen.value);
        match teams(field, scope, worth, limit, to_beat, search)? {
            Found::Best(found) => {
                let value = objective::staffing_value(field, &found);
                bound = bound.min(value);
                to_beat = to_beat.min(value);
                if value < staffing.value {
                    (staffing.value, draft) = (value, found);
                }
            }
            Found::Some(found, limit) => {
                proven = false;
                bound = bound.min(limit);
                let value = objective::staffing_value(field, &found);
                if value < staffing.value {
                    (staffing.value, draft) = (value, found);
                }
            }
            // A tied selection may have no dates as good as those of another, or no teams as good.
            Found::Nothing => bound = bound.min(staffing.value),
            Found::Unknown(limit) => {
                proven = false;
                bound = bound.min(limit);
            }
        }
        search.tell("staffing", Some(staffing.value), None);
    }
    staffing.proven = proven && calendar.proven;
    staffing.bound =
        (calendar.proven && bound.is_finite()).then(|| bound.clamp(0.0, staffing.value));
    if staffing.proven && chosen.all_listed {
        known.remember(selections, limit, &draft);
    }
    Ok(Settled {
        draft,
        calendar,
        staffing,
    })
}

/// Tier 2 where every tied selection is listed with its best dates.
fn best_dates(field: &Field, chosen: &Selections) -> (Draft, Reached) {
    let value = |tied: &Tied| objective::calendar_value(field, &tied.draft);
    let earlier = |a, b| if value(b) < value(a) { b } else { a };
    let best = chosen.others.iter().fold(&chosen.first, earlier);
    let bounds = chosen.tied().map(|tied| tied.calendar_bound);
    let bound = bounds.fold(f64::INFINITY, f64::min);
    let value = value(best);
    let reached = Reached {
        value,
        bound: Some(bound.min(value)),
        proven: bound >= value - SAME,
    };
    (best.draft.clone(), reached)
}

/// Tier 2 where too many selections tie to list them: the model chooses among all of that worth.
fn dates_over_ties(
    field: &Field,
    base: &Scope,
    chosen: &Selections,
    search: &mut Search,
) -> Result<(Draft, Reached), Fault> {
    let (known, reached) = best_dates(field, chosen);
    let mut model = Model::new(field, visitable(field, base.clone()));
    keep_worth(&mut model, chosen.value);
    let reader = Reader::of(&model);
    let objective = objective::calendar(&model);
    let program = model.minimise(Step::Calendar, objective);
    let found = program.solve_aloud(search, "calendar")?;
    let better = |draft: Draft, bound: Option<f64>| {
        let value = objective::calendar_value(field, &draft);
        let bound = bound.unwrap_or(value);
        let (draft, value) = if value < reached.value {
            (draft, value)
        } else {
            (known.clone(), reached.value)
        };
        let proven = bound >= value - SAME;
        (
            draft,
            Reached {
                value,
                bound: Some(bound.min(value)),
                proven,
            },
        )
    };
    Ok(match found.map(|values| reader.draft(&values)) {
        Found::Best(draft) => better(draft, None),
        Found::Some(draft, bound) => better(draft, Some(bound.max(0.0))),
        Found::Nothing | Found::Unknown(_) => (known, reached.unproven()),
    })
}

/// The best teams of a scope that cost no more than `to_beat`, whose dates are no worse than `calendar_limit`, and whose
/// selection is worth as much as `worth` where the scope leaves it open.
fn teams(
    field: &Field,
    scope: Scope,
    worth: Option<f64>,
    calendar_limit: f64,
    to_beat: f64,
    search: &mut Search,
) -> Result<Found<Draft>, Fault> {
    let mut scope = visitable(field, scope);
    drop_late_starts(field, &mut scope, calendar_limit, &search.budget)?;
    scope.priced = true;
    let mut model = Model::new(field, scope);
    if let Some(worth) = worth {
        keep_worth(&mut model, worth);
    }
    valid_inequalities::add(&mut model);
    let dates = objective::calendar(&model);
    model.rows.push(dates.leq(calendar_limit));
    let reader = Reader::of(&model);
    let objective = objective::staffing(&model);
    // A little above it: a limit below, by less than HiGHS can tell, would have it contradict itself.
    model
        .rows
        .push(objective.clone().leq(to_beat + SAME / 10.0));
    let program = model.minimise(Step::Staffing, objective);
    let found = program.solve_aloud(search, "staffing")?;
    Ok(found.map(|values| reader.draft(&values)))
}

/// Good teams for the dates of a draft, soon: something to go by for the search over all dates, and to fall back on
/// where there is no time for it.
fn teams_on_dates(field: &Field, draft: &Draft, budget: &Budget) -> Result<Option<Draft>, Fault> {
    let mut scope = Scope::of_selection(field, &draft.selected());
    for visit in &draft.visits {
        scope.choices[visit.site] = vec![visit.choice];
    }
    scope.priced = true;
    let mut model = Model::new(field, scope);
    valid_inequalities::add(&mut model);
    let reader = Reader::of(&model);
    let objective = objective::staffing(&model);
    let program = model.minimise(Step::Staffing, objective);
    let soon = budget.with_nodes(NODES_TO_BEGIN);
    Ok(match program.solve(&soon)? {
        Found::Best(values) | Found::Some(values, _) => Some(reader.draft(&values)),
        Found::Nothing | Found::Unknown(_) => None,
    })
}

/// Leaves out the starts that no plan within `calendar_limit` can use: their reduced cost in the relaxation of
/// tier 2 says how far they would lift it at least.
fn drop_late_starts(
    field: &Field,
    scope: &mut Scope,
    calendar_limit: f64,
    budget: &Budget,
) -> Result<(), Fault> {
    let undated = Scope {
        staffed: false,
        ..scope.clone()
    };
    let model = Model::new(field, undated);
    let slots = model.slots.clone();
    let objective = objective::calendar(&model);
    let program = model.minimise(Step::Calendar, objective);
    let Some(relaxed) = program.relax(budget)? else {
        return Ok(());
    };
    for slot in slots {
        let at_least = relaxed.objective + relaxed.reduced_costs.of(slot.at);
        // Twice the margin of a tie: the relaxation is exact only to the solver's own tolerance.
        if at_least > calendar_limit + 2.0 * SAME {
            scope.choices[slot.site].retain(|choice| *choice != slot.choice);
        }
    }
    Ok(())
}

/// Only selections of at least this worth in tier 1.
fn keep_worth(model: &mut Model, worth: f64) {
    let value: Expression = objective::selection(model);
    model.rows.push(value.geq(worth - SAME / 2.0));
}

/// A scope without the sites that can never be visited.
fn visitable(field: &Field, mut scope: Scope) -> Scope {
    for (site, pick) in scope.picks.iter_mut_enumerated() {
        if *pick == Pick::Free && field.choices[site].is_empty() {
            *pick = Pick::Out;
        }
    }
    scope
}
