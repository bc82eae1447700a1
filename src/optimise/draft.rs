//! A draft: visits, starts and teams by row, before they get their names back.

use std::collections::{BTreeMap, BTreeSet};

use super::field::Field;
use super::model::{Model, Pick, Slot};
use super::solver::Values;
use crate::domain::{InspectorId, Kind};

/// One visit of a draft.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct DraftVisit {
    pub site: usize,
    /// Which of the site's choices.
    pub choice: usize,
    /// Everyone on the visit, by row.
    pub team: Vec<usize>,
}

/// A full set of visits with their teams.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Draft {
    pub visits: Vec<DraftVisit>,
}

impl Draft {
    /// Everyone used, each once.
    pub(super) fn people(&self) -> BTreeSet<usize> {
        self.visits
            .iter()
            .flat_map(|visit| visit.team.iter().copied())
            .collect()
    }

    /// The selected sites, in order.
    pub(super) fn selected(&self) -> Vec<usize> {
        let mut sites: Vec<usize> = self.visits.iter().map(|visit| visit.site).collect();
        sites.sort_unstable();
        sites
    }
}

/// What is needed to read a solution after its model has been given away to be solved.
pub(super) struct Reader {
    picked: Vec<(usize, Pick, Option<good_lp::Variable>)>,
    slots: Vec<Slot>,
}

impl Reader {
    pub(super) fn of(model: &Model) -> Self {
        let picks = model.scope.picks.iter().zip(&model.picked).enumerate();
        Self {
            picked: picks
                .map(|(site, (pick, variable))| (site, *pick, *variable))
                .collect(),
            slots: model.slots.clone(),
        }
    }

    /// The sites that are selected, in order.
    pub(super) fn selected(&self, values: &Values) -> Vec<usize> {
        self.picked
            .iter()
            .filter(|(_, pick, variable)| match variable {
                Some(variable) => values.is_yes(*variable),
                None => *pick == Pick::In,
            })
            .map(|(site, _, _)| *site)
            .collect()
    }

    /// The visits that take place, with whatever team the model had.
    pub(super) fn draft(&self, values: &Values) -> Draft {
        let visits = self.slots.iter().filter(|slot| values.is_yes(slot.at));
        let visits = visits.map(|slot| {
            let team = slot.team.iter().filter(|(_, seat)| values.is_yes(*seat));
            DraftVisit {
                site: slot.site,
                choice: slot.choice,
                team: team.map(|(person, _)| *person).collect(),
            }
        });
        Draft {
            visits: visits.collect(),
        }
    }
}

/// Seats a team in the pairs of its kind: each inspectorate in its seats, and an experienced inspector in every
/// pair. `None` if the team cannot be seated so; the rules P1 and P2 of the model see to it that it can.
pub(super) fn seat_pairs(field: &Field, kind: &Kind, team: &[usize]) -> Option<Vec<[usize; 2]>> {
    let mut by_inspectorate: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for person in team {
        let inspectorate = field.person(*person).inspectorate.as_str();
        by_inspectorate
            .entry(inspectorate)
            .or_default()
            .push(*person);
    }
    for people in by_inspectorate.values_mut() {
        people.sort_by_key(|person| (!field.person(*person).experienced, *person));
    }
    let mut seated = Vec::new();
    fill(field, kind, &mut by_inspectorate, &mut seated).then_some(seated)
}

/// Fills the pairs from the next one on, trying each way.
fn fill<'k>(
    field: &Field,
    kind: &'k Kind,
    free: &mut BTreeMap<&'k str, Vec<usize>>,
    seated: &mut Vec<[usize; 2]>,
) -> bool {
    let Some([first, second]) = kind.pairs.get(seated.len()) else {
        return true;
    };
    let candidates =
        |free: &BTreeMap<&str, Vec<usize>>, name: &str| free.get(name).cloned().unwrap_or_default();
    for a in candidates(free, first.as_str()) {
        for b in candidates(free, second.as_str()) {
            if !field.person(a).experienced && !field.person(b).experienced {
                continue;
            }
            let before = free.clone();
            for people in free.values_mut() {
                people.retain(|person| *person != a && *person != b);
            }
            seated.push([a, b]);
            if fill(field, kind, free, seated) {
                return true;
            }
            seated.pop();
            *free = before;
        }
    }
    false
}

/// The ids of a pair.
pub(super) fn pair_ids(field: &Field, pair: [usize; 2]) -> [InspectorId; 2] {
    pair.map(|person| field.person(person).id.clone())
}
