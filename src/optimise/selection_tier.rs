//! Tier 1: the best selection that can also be visited and staffed.
//!
//! The selection alone is a small problem. So it is solved alone, which bounds what any plan can score; its sites
//! are then proved visitable by making the rest of the plan. A selection that cannot be is cut off, with every
//! other that fails for the same reason, until the best that remains can. Selections that tie are all kept, for
//! the later tiers to choose among.

use good_lp::Expression;

use super::budget::Budget;
use super::calendar_tier::{self, Dated};
use super::draft::{Draft, Reader};
use super::fault::{Fault, Step};
use super::field::Field;
use super::known::Known;
use super::model::{Model, Pick, Scope};
use super::objective;
use super::search::Search;
use super::solver::{Found, SAME};
use crate::domain::SiteRow;

/// The outcome of tier 1.
pub(super) enum Chosen {
    /// The best value, proved or not.
    Best(Selections),
    /// Proved: no selection can be visited and staffed.
    Nothing,
    /// No selection that could be visited and staffed was found in time. None can score above the bound, where the
    /// best selection was at least found.
    Unknown(Option<f64>),
}

/// Which of the best selections are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Any one of them.
    Any,
    /// All of them, for the later tiers to choose among.
    All,
}

/// The selections that later tiers choose among.
pub(super) struct Selections {
    /// The value of tier 1.
    pub value: f64,
    /// What no plan can beat.
    pub bound: f64,
    /// Whether `value` is proved to be the best.
    pub proven: bool,
    /// A selection of that value, with a plan that visits it.
    pub first: Tied,
    /// Others of that value, each with a plan that visits it.
    pub others: Vec<Tied>,
    /// Whether these are all of that value.
    pub all_listed: bool,
}

impl Selections {
    /// Every selection of that value that is known.
    pub(super) fn tied(&self) -> impl Iterator<Item = &Tied> {
        std::iter::once(&self.first).chain(&self.others)
    }
}

/// One selection, and what tier 2 found for it.
pub(super) struct Tied {
    pub selected: Vec<SiteRow>,
    /// A full draft of it, the best in tier 2 as far as known.
    pub draft: Draft,
    /// What no draft of it can beat in tier 2.
    pub calendar_bound: f64,
}

/// Some selections that cannot be: those with all of `with` and none of `without`.
#[derive(Debug, Clone)]
pub(super) struct Cut {
    pub with: Vec<SiteRow>,
    pub without: Vec<SiteRow>,
}

/// How much of the problem is solved at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Depth {
    Sites,
    Dates,
    Teams,
}

/// Finds the best selection within the time.
pub(super) fn best(
    field: &Field,
    base: &Scope,
    wanted: Wanted,
    known: &mut Known,
    search: &mut Search,
) -> Result<Chosen, Fault> {
    // Selections found to be best are barred in turn, for the others that tie with them.
    let mut base = base.clone();
    let mut failures = 0;
    let mut chosen: Option<Selections> = None;
    loop {
        let depth = match failures {
            n if n < field.tactics.cuts_before_dates => Depth::Sites,
            n if n < field.tactics.cuts_before_teams => Depth::Dates,
            _ => Depth::Teams,
        };
        let (selected, bound) = match next(field, &base, &known.cuts, depth, &search.budget)? {
            Next::Selection(selected) => {
                let value = objective::selection_value(field, &selected);
                (selected, value)
            }
            Next::Nothing => return Ok(finished(chosen)),
            Next::TimeUp(bound, draft) => {
                return Ok(match (chosen, draft) {
                    (None, Some(draft)) => unproven(field, draft, bound),
                    (chosen, _) => stopped(chosen, None),
                });
            }
        };
        if let Some(best) = &mut chosen {
            if bound < best.value - SAME {
                return Ok(finished(chosen));
            }
            if best.tied().count() >= field.tactics.most_ties {
                best.all_listed = false;
                return Ok(finished(chosen));
            }
        }
        search.tell(
            "selection",
            chosen.as_ref().map(|best| best.value),
            Some(bound),
        );
        match dated(field, &selected, known, search)? {
            Dated::Found {
                draft,
                bound: calendar_bound,
            } => {
                let tied = Tied {
                    selected: selected.clone(),
                    draft,
                    calendar_bound,
                };
                match &mut chosen {
                    Some(best) => best.others.push(tied),
                    None => {
                        search.tell_first(&tied.draft)?;
                        search.tell("selection", Some(bound), Some(bound));
                        chosen = Some(Selections {
                            value: bound,
                            bound,
                            proven: true,
                            first: tied,
                            others: Vec::new(),
                            all_listed: true,
                        });
                    }
                }
                if wanted == Wanted::Any {
                    return Ok(finished(chosen));
                }
                base.barred.push(selected);
            }
            Dated::Impossible(cut) => {
                failures += 1;
                known.cuts.push(cut);
            }
            Dated::Unknown => return Ok(stopped(chosen, Some(bound))),
        }
        if failures >= field.tactics.most_cuts {
            return Ok(stopped(chosen, Some(bound)));
        }
    }
}

fn finished(chosen: Option<Selections>) -> Chosen {
    chosen.map_or(Chosen::Nothing, Chosen::Best)
}

/// The time was up. What was chosen is still the best, for its value equalled the bound; but ties may be missing.
fn stopped(chosen: Option<Selections>, bound: Option<f64>) -> Chosen {
    match chosen {
        Some(mut known) => {
            known.all_listed = false;
            Chosen::Best(known)
        }
        None => Chosen::Unknown(bound),
    }
}

/// The time was up with a full plan in hand, but not the proof that its selection is the best.
fn unproven(field: &Field, draft: Draft, bound: f64) -> Chosen {
    let selected = draft.selected();
    let value = objective::selection_value(field, &selected);
    Chosen::Best(Selections {
        value,
        bound: bound.max(value),
        proven: false,
        first: Tied {
            selected,
            draft,
            calendar_bound: 0.0,
        },
        others: Vec::new(),
        all_listed: false,
    })
}

/// The best dates of a selection, worked out or remembered.
fn dated(
    field: &Field,
    selected: &[SiteRow],
    known: &mut Known,
    search: &mut Search,
) -> Result<Dated, Fault> {
    if let Some((draft, bound)) = known.dated.get(selected) {
        return Ok(Dated::Found {
            draft: draft.clone(),
            bound: *bound,
        });
    }
    let dated = calendar_tier::best(field, selected, search)?;
    if let Dated::Found { draft, bound } = &dated {
        // What was cut short is not kept: the next question may have the time to do better.
        if *bound >= objective::calendar_value(field, draft) - SAME {
            let remembered = (draft.clone(), *bound);
            known.dated.insert(selected.to_vec(), remembered);
        }
    }
    Ok(dated)
}

/// What a selection scores at most under a scope that decides some sites: dates and teams are left out.
pub(super) fn at_most(field: &Field, base: &Scope, budget: &Budget) -> Result<Found<f64>, Fault> {
    let next = next(field, base, &[], Depth::Sites, budget)?;
    Ok(match next {
        Next::Selection(selected) => Found::Best(objective::selection_value(field, &selected)),
        Next::Nothing => Found::Nothing,
        Next::TimeUp(bound, _) => Found::Unknown(bound),
    })
}

enum Next {
    Selection(Vec<SiteRow>),
    Nothing,
    /// The bound, and a full plan where the model held one.
    TimeUp(f64, Option<Draft>),
}

/// The best selection that no cut takes off, over as much of the problem as `depth` says.
fn next(
    field: &Field,
    base: &Scope,
    cuts: &[Cut],
    depth: Depth,
    budget: &Budget,
) -> Result<Next, Fault> {
    let mut model = selection_model(field, base, depth);
    for cut in cuts {
        add_cut(&mut model, cut);
    }
    let objective = objective::selection(&mut model);
    let reader = Reader::of(&model);
    let program = model.maximise(Step::Selection, objective);
    Ok(match program.solve(budget)? {
        Found::Best(values) => Next::Selection(reader.selected(&values)),
        Found::Nothing => Next::Nothing,
        Found::Some(values, bound) => {
            let draft = (depth == Depth::Teams).then(|| reader.draft(&values));
            Next::TimeUp(bound, draft)
        }
        Found::Unknown(bound) => Next::TimeUp(bound, None),
    })
}

fn selection_model<'f>(field: &'f Field, base: &Scope, depth: Depth) -> Model<'f> {
    let mut scope = base.clone();
    for (site, pick) in scope.picks.iter_mut_enumerated() {
        if *pick == Pick::Free && field.choices[site].is_empty() {
            *pick = Pick::Out;
        }
    }
    scope.dated = depth >= Depth::Dates;
    scope.staffed = depth >= Depth::Teams;
    Model::new(field, scope)
}

fn add_cut(model: &mut Model, cut: &Cut) {
    let missing: Expression = cut
        .with
        .iter()
        .map(|site| Expression::from(1.0) - model.pick(*site))
        .sum();
    let added: Expression = cut.without.iter().map(|site| model.pick(*site)).sum();
    model.rows.push((missing + added).geq(1.0));
}
