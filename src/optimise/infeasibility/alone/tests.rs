//! A rule that leaves no visit is named, with what it is about.

use std::path::Path;

use super::*;
use crate::domain::{Absence, Apart, Conflict, Fixed, Inspection, InspectorId, Rule};
use crate::input;
use crate::optimise::infeasibility::Obstacle;

type Change = fn(&mut Inspection);

/// Every rule for want of which Alder can be left without a team, and what leaves it so.
const CASES: [(Rule, Change); 11] = [
    (Rule::Joint, |inspection| {
        let inspectors = &mut inspection.inspectors;
        inspectors.retain(|inspector| inspector.inspectorate.as_str() == "HMICFRS");
    }),
    (Rule::Available, |inspection| {
        let absent = everyone(inspection).map(|inspector| Absence {
            inspector,
            first_day: inspection.timing.selection_proposed,
            last_day: inspection.timing.last_day,
        });
        inspection.absences = absent.collect();
    }),
    (Rule::Cleared, |inspection| inspection.clearances.clear()),
    (Rule::NoConflict, |inspection| {
        let in_conflict = everyone(inspection).map(|inspector| Conflict {
            linked: true,
            inspector,
            site: "alder".into(),
        });
        inspection.conflicts = in_conflict.collect();
    }),
    (Rule::Skills, |inspection| {
        inspection.sites[0].needs.insert("falconry".to_owned());
    }),
    (Rule::Limit, |inspection| {
        inspection.staffing.max_days = Some(1);
    }),
    (Rule::VisitLead, |inspection| {
        for inspector in &mut inspection.inspectors {
            inspector.experienced &= inspector.inspectorate.as_str() != "HMICFRS";
        }
    }),
    (Rule::Named, |inspection| {
        let mut stranger = inspection.inspectors[0].clone();
        stranger.id = "X1".into();
        stranger.inspectorate = "HMI Prisons".into();
        inspection.inspectors.push(stranger);
        inspection.fixed.push(Fixed {
            site: "alder".into(),
            not_before: None,
            not_after: None,
            inspector: Some("X1".into()),
        });
    }),
    (Rule::Experience, |inspection| {
        let pair = inspection.kinds[0].pairs[0].clone();
        inspection.kinds[0].pairs.push(pair);
        for inspector in &mut inspection.inspectors {
            inspector.experienced = inspector.id.as_str() == "P1";
        }
    }),
    (Rule::Apart, |inspection| {
        let theirs = |letter: char| {
            let all = inspection.inspectors.iter();
            let ids = all.map(|inspector| inspector.id.clone());
            ids.filter(move |id| id.as_str().starts_with(letter))
        };
        let apart = theirs('P').flat_map(|a| theirs('C').map(move |b| (a.clone(), b)));
        let apart = apart.map(|(inspector_a, inspector_b)| Apart {
            inspector_a,
            inspector_b,
        });
        inspection.apart = apart.collect();
    }),
    (Rule::Rest, |inspection| {
        inspection.kinds[0].days = 6;
        inspection.staffing.max_weeks_in_row = Some(1);
    }),
];

fn everyone(inspection: &Inspection) -> impl Iterator<Item = InspectorId> {
    let all = inspection.inspectors.iter();
    all.map(|inspector| inspector.id.clone())
}

/// The rules that are told of a site by itself.
fn told(why: &NeverVisited) -> RuleSet {
    let mut rules = why.rules;
    for one in &why.barred {
        assert_eq!(one.part, Part::Itself);
        rules |= match &one.bar {
            Bar::NoTeamBy(rules) => *rules,
            Bar::NoTeam(
                Obstacle::TooFew { rules, .. }
                | Obstacle::NoLead { rules, .. }
                | Obstacle::NoSkill { rules, .. }
                | Obstacle::FixedCannotGo { rules, .. },
            ) => *rules,
            Bar::NoTeam(Obstacle::MoreFixedThanSeats { .. }) => Rule::Joint | Rule::Named,
            bar => panic!("{bar:?}"),
        };
    }
    rules
}

#[test]
fn the_rule_that_leaves_no_team_is_named() {
    for (rule, change) in CASES {
        let loaded = input::load(Path::new("examples/small"), None);
        let mut inspection = loaded.expect("sound tables").inspection;
        let alder = SiteId::from("alder");
        let usual = reach(&Instance::new(inspection.clone()), &[&alder]).expect("no fault");
        assert_eq!(usual.get(&alder), Some(&Reach::Alone));
        change(&mut inspection);
        let changed = reach(&Instance::new(inspection), &[&alder]).expect("no fault");
        let Some(Reach::Never(why)) = changed.get(&alder) else {
            panic!("{rule:?}: {changed:?}");
        };
        assert!(told(why).contains(rule), "{rule:?}: {why:?}");
    }
}

#[test]
fn no_rule_of_teams_is_forgotten() {
    let named: RuleSet = CASES.iter().map(|(rule, _)| *rule).collect();
    // These speak of several visits.
    let never = Rule::OnePlace | Rule::SameTeam | Rule::WriteUp | Rule::Journey;
    assert_eq!(named | never, Rule::of_teams());
}
