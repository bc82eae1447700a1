//! A draft: visits, starts and teams by row, before they get their names back.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use typed_index_collections::TiVec;

use super::field::{ChoiceRow, Field};
use super::model::{Model, Pick, Slot, SlotRow};
use super::solver::Values;
use crate::domain::{Inspector, InspectorId, InspectorRow, InspectorateId, Kind, SiteRow};

/// One visit of a draft.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct DraftVisit {
    pub site: SiteRow,
    /// Which of the site's choices.
    pub choice: ChoiceRow,
    /// Everyone on the visit.
    pub team: Vec<InspectorRow>,
}

/// A full set of visits with their teams.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Draft {
    pub visits: Vec<DraftVisit>,
}

impl Draft {
    /// Everyone used, each once.
    pub(super) fn people(&self) -> BTreeSet<InspectorRow> {
        self.visits
            .iter()
            .flat_map(|visit| visit.team.iter().copied())
            .collect()
    }

    /// The selected sites, in order.
    pub(super) fn selected(&self) -> Vec<SiteRow> {
        let mut sites: Vec<SiteRow> = self.visits.iter().map(|visit| visit.site).collect();
        sites.sort_unstable();
        sites
    }
}

/// What is needed to read a solution after its model has been given away to be solved.
pub(super) struct Reader {
    picked: Vec<(SiteRow, Pick, Option<good_lp::Variable>)>,
    slots: TiVec<SlotRow, Slot>,
}

impl Reader {
    pub(super) fn of(model: &Model) -> Self {
        let picks = model.scope.picks.iter_enumerated().zip(&model.picked);
        Self {
            picked: picks
                .map(|((site, pick), variable)| (site, *pick, *variable))
                .collect(),
            slots: model.slots.clone(),
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
pub(super) fn seat_pairs(
    field: &Field,
    kind: &Kind,
    team: &[InspectorRow],
) -> Option<Vec<[InspectorRow; 2]>> {
    let team = team.iter().map(|row| (*row, field.person(*row)));
    seated(&kind.pairs, team.collect())
}

/// Someone on a team, by row.
type Member<'a> = (InspectorRow, &'a Inspector);

/// Those without experience are seated first, each in a pair of their own; the others then have no choice that matters.
fn seated(pairs: &[[InspectorateId; 2]], mut team: Vec<Member>) -> Option<Vec<[InspectorRow; 2]>> {
    team.sort_by_key(|(row, _)| *row);
    let (experienced, learning): (Vec<Member>, Vec<Member>) =
        team.into_iter().partition(|(_, person)| person.experienced);
    let mut learners: Vec<Option<Member>> = vec![None; pairs.len()];
    for member in learning {
        let mut asked = vec![false; pairs.len()];
        if !find_pair(member, pairs, &mut learners, &mut asked) {
            return None;
        }
    }
    let mut others: BTreeMap<&InspectorateId, VecDeque<InspectorRow>> = BTreeMap::new();
    for (row, person) in experienced {
        let theirs = others.entry(&person.inspectorate).or_default();
        theirs.push_back(row);
    }
    let mut seat = |inspectorate: &InspectorateId, learner: Option<Member>| match learner {
        Some((row, person)) if person.inspectorate == *inspectorate => Some(row),
        _ => others.get_mut(inspectorate)?.pop_front(),
    };
    let each = pairs.iter().zip(learners);
    each.map(|([first, second], learner)| Some([seat(first, learner)?, seat(second, learner)?]))
        .collect()
}

/// Finds a pair for someone without experience: a free one, the last first, or else one whose learner can move to
/// another. `asked` holds the pairs whose learner was asked to.
fn find_pair<'a>(
    member: Member<'a>,
    pairs: &[[InspectorateId; 2]],
    learners: &mut [Option<Member<'a>>],
    asked: &mut [bool],
) -> bool {
    let theirs = (0..pairs.len()).rev();
    let mut theirs = theirs.filter(|pair| pairs[*pair].contains(&member.1.inspectorate));
    if let Some(pair) = theirs.clone().find(|pair| learners[*pair].is_none()) {
        learners[pair] = Some(member);
        return true;
    }
    theirs.any(|pair| {
        let Some(other) = learners[pair].filter(|_| !asked[pair]) else {
            return false;
        };
        asked[pair] = true;
        let moves = find_pair(other, pairs, learners, asked);
        if moves {
            learners[pair] = Some(member);
        }
        moves
    })
}

/// The ids of a pair.
pub(super) fn pair_ids(field: &Field, pair: [InspectorRow; 2]) -> [InspectorId; 2] {
    pair.map(|person| field.person(person).id.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inspector(row: usize, inspectorate: &str, experienced: bool) -> Inspector {
        Inspector {
            id: format!("p{row:02}").into(),
            name: format!("Inspector P{row:02}"),
            inspectorate: inspectorate.into(),
            experienced,
            base: None,
            skills: BTreeSet::new(),
            works: Vec::new(),
            max_days: None,
        }
    }

    /// Seats a team of so many learning and so many experienced inspectors per inspectorate; the pairs by row.
    fn seat(pairs: &[[&str; 2]], team: &[(&str, usize, usize)]) -> Option<Vec<[usize; 2]>> {
        let pairs: Vec<[InspectorateId; 2]> = pairs
            .iter()
            .map(|pair| pair.map(InspectorateId::from))
            .collect();
        let mut people: Vec<Inspector> = Vec::new();
        for (inspectorate, learning, experienced) in team {
            for n in 0..learning + experienced {
                people.push(inspector(people.len(), inspectorate, n >= *learning));
            }
        }
        let members = people.iter().enumerate();
        let members = members.map(|(row, person)| (InspectorRow::from(row), person));
        let found = seated(&pairs, members.collect())?;
        let found: Vec<[usize; 2]> = found.iter().map(|pair| pair.map(usize::from)).collect();
        let mut rows: Vec<usize> = found.iter().flatten().copied().collect();
        for (pair, seats) in found.iter().zip(&pairs) {
            assert_eq!(pair.map(|row| people[row].inspectorate.clone()), *seats);
            assert!(pair.iter().any(|row| people[*row].experienced), "{pair:?}");
        }
        rows.sort_unstable();
        assert_eq!(rows, (0..people.len()).collect::<Vec<_>>());
        Some(found)
    }

    #[test]
    fn twelve_pairs_of_alike_people_are_seated() {
        let pairs = [["A", "B"]; 12];
        assert!(seat(&pairs, &[("A", 6, 6), ("B", 6, 6)]).is_some());
        assert!(seat(&pairs, &[("A", 12, 0), ("B", 0, 12)]).is_some());
        assert_eq!(seat(&pairs, &[("A", 7, 5), ("B", 6, 6)]), None);
    }

    #[test]
    fn learners_move_where_another_needs_their_pair() {
        // The learner of C has one pair only, which the learners of A and B could also have.
        let pairs = [["A", "B"], ["A", "D"], ["B", "D"], ["A", "C"]];
        let team = [("A", 2, 1), ("B", 1, 1), ("C", 1, 0), ("D", 0, 2)];
        assert!(seat(&pairs, &team).is_some());
        let team = [("A", 3, 0), ("B", 1, 1), ("C", 1, 0), ("D", 0, 2)];
        assert_eq!(seat(&pairs, &team), None);
    }
}
