//! Windows: visits that bind whoever is on one of them alike, for they are of one kind and on the same days.
//!
//! Who is on a visit decides nothing about anybody's other days but through the days of that visit. So a model may seat people in
//! windows, one variable for each person and window, where a variable for each person, site and start would be several times as many. That
//! leaves out who goes to which of the sites in a window: a relaxation, which says little less than the rules do. A window of one visit
//! says the same as they do.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use good_lp::{ProblemVariables, Variable, variable};
use typed_index_collections::{TiSlice, TiVec};

use super::candidate::{CandidateRow, CandidateVisit};
use super::decomposition::Seating;
use super::problem::PlanningProblem;
use super::restriction::Restriction;
use crate::domain::{InspectorRow, InspectorateId, KindRow, SiteRow, row};

row!(
    /// The place of a window among those of a model.
    WindowRow
);

/// Visits of one kind on the same days; a single one where people are seated by site.
#[derive(Debug, Clone)]
pub(super) struct Window {
    /// The visits in it; never empty.
    pub visits: Vec<CandidateRow>,
    /// Who could be on one of them, and whether they are; empty without teams.
    pub seats: Vec<(InspectorRow, Variable)>,
}

/// What visits of one window have in common.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Likeness<'p> {
    kind: KindRow,
    pairs: &'p [[InspectorateId; 2]],
    preparation: &'p [NaiveDate],
    onsite: &'p [NaiveDate],
    written_up: NaiveDate,
}

/// The windows of these candidates, in order of their first, each with the seats that the restriction asks for.
pub(super) fn windows(
    problem: &PlanningProblem,
    restriction: &Restriction,
    candidates: &TiSlice<CandidateRow, CandidateVisit>,
    variables: &mut ProblemVariables,
) -> TiVec<WindowRow, Window> {
    let mut windows: TiVec<WindowRow, Window> = TiVec::new();
    let mut known: BTreeMap<Likeness<'_>, WindowRow> = BTreeMap::new();
    let may_share = |site: SiteRow| {
        restriction.seating == Seating::ByWindow && !restriction.told_apart.contains(&site)
    };
    for (row, candidate) in candidates.iter_enumerated() {
        let mut open = || {
            windows.push_and_get_key(Window {
                visits: Vec::new(),
                seats: Vec::new(),
            })
        };
        let place = match may_share(candidate.site) {
            true => *known
                .entry(likeness(problem, candidate))
                .or_insert_with(open),
            false => open(),
        };
        let window = &mut windows[place];
        window.visits.push(row);
        if restriction.seating == Seating::LeftOut {
            continue;
        }
        for person in able(problem, restriction, candidate) {
            if !window.seats.iter().any(|(known, _)| *known == person) {
                window
                    .seats
                    .push((person, variables.add(variable().binary())));
            }
        }
    }
    windows
}

fn likeness<'p>(problem: &'p PlanningProblem, candidate: &CandidateVisit) -> Likeness<'p> {
    let start = &problem.choices[candidate.site][candidate.choice].start;
    Likeness {
        kind: problem.kind_row(candidate.site),
        pairs: &problem.kind(candidate.site).pairs,
        preparation: &start.preparation,
        onsite: &start.onsite,
        written_up: start.written_up,
    }
}

/// Who could be on a visit.
pub(super) fn able<'m>(
    problem: &'m PlanningProblem,
    restriction: &'m Restriction,
    candidate: &'m CandidateVisit,
) -> impl Iterator<Item = InspectorRow> + 'm {
    let people = problem.choices[candidate.site][candidate.choice]
        .people
        .iter();
    let may_sit = move |person: &InspectorRow| restriction.may_sit(candidate.site, *person);
    people.copied().filter(may_sit)
}
