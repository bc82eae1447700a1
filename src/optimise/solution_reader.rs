//! What HiGHS found, read as a solution.

use good_lp::Variable;
use typed_index_collections::TiVec;

use super::candidate::{CandidateRow, CandidateVisit};
use super::model::PlanModel;
use super::restriction::Pick;
use super::solution::{Assignment, Solution};
use super::solver::Values;
use crate::domain::{InspectorRow, SiteRow};

/// What is needed to read a solution after its model has been given away to be solved.
pub(super) struct SolutionReader {
    picked: Vec<(SiteRow, Pick, Option<Variable>)>,
    candidates: TiVec<CandidateRow, CandidateVisit>,
    /// Who could be on each of these, where people are seated by site.
    seats: TiVec<CandidateRow, Vec<(InspectorRow, Variable)>>,
}

impl SolutionReader {
    pub(super) fn of(model: &PlanModel) -> Self {
        let mut seats: TiVec<CandidateRow, Vec<_>> =
            model.candidates.iter().map(|_| Vec::new()).collect();
        if model.restriction.seating.is_by_site() {
            for window in &model.windows {
                for row in &window.visits {
                    seats[*row].clone_from(&window.seats);
                }
            }
        }
        let picks = model.restriction.picks.iter_enumerated().zip(&model.picked);
        Self {
            picked: picks
                .map(|((site, pick), variable)| (site, *pick, *variable))
                .collect(),
            candidates: model.candidates.clone(),
            seats,
        }
    }

    /// The sites that are selected, in order.
    pub(super) fn selected(&self, values: &Values) -> Vec<SiteRow> {
        self.picked
            .iter()
            .filter(|(_, pick, variable)| match variable {
                Some(variable) => values.is_yes(*variable),
                None => *pick == Pick::In,
            })
            .map(|(site, _, _)| *site)
            .collect()
    }

    /// The visits that take place, with their teams where people are seated by site.
    pub(super) fn solution(&self, values: &Values) -> Solution {
        let visits = self.candidates.iter().zip(&self.seats);
        let visits = visits.filter(|(candidate, _)| values.is_yes(candidate.takes_place));
        let visits = visits.map(|(candidate, seats)| {
            let team = seats.iter().filter(|(_, seat)| values.is_yes(*seat));
            Assignment {
                site: candidate.site,
                choice: candidate.choice,
                team: team.map(|(person, _)| *person).collect(),
            }
        });
        Solution {
            visits: visits.collect(),
        }
    }
}
