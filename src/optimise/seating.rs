//! Seats: who of a team sits with whom.

use std::collections::{BTreeMap, VecDeque};

use super::problem::PlanningProblem;
use crate::domain::{Inspector, InspectorRow, InspectorateId, Kind};

/// Seats a team in the pairs of its kind: each inspectorate in its seats, and an experienced inspector in every
/// pair. `None` if the team cannot be seated so; the rules P1 and P2 of the model see to it that it can.
pub(super) fn seat_pairs(
    problem: &PlanningProblem,
    kind: &Kind,
    team: &[InspectorRow],
) -> Option<Vec<[InspectorRow; 2]>> {
    let team = team.iter().map(|row| (*row, problem.person(*row)));
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn inspector(row: usize, inspectorate: &str, experienced: bool) -> Inspector {
        Inspector {
            from: None,
            until: None,
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
