//! Which facts of an inspector a rule or the score reads, and in which tier a weight counts.

use std::collections::BTreeSet;

use assize::check::{Report, check};
use assize::domain::*;
use chrono::Weekday;

use super::{State, changed, report, states};
use crate::check::base::{day, inspection, plan};

/// Every inspection that comes of changing one fact of one inspector.
fn with_other_fact((inspection, plan): &State, fact: InspectorFact) -> Vec<State> {
    let mut states = Vec::new();
    for (row, person) in inspection.inspectors.iter().enumerate() {
        let id = &person.id;
        let mut change = |change: &dyn Fn(&mut Inspection)| {
            let mut other = inspection.clone();
            change(&mut other);
            states.push((other, plan.clone()));
        };
        match fact {
            InspectorFact::Inspectorate => {
                for inspectorate in ["HMICFRS", "HMCPSI", "Another"] {
                    change(&|other| other.inspectors[row].inspectorate = inspectorate.into());
                }
            }
            InspectorFact::Experience => {
                change(&|other| other.inspectors[row].experienced = !person.experienced);
            }
            InspectorFact::InTeam => {
                change(&|other| other.inspectors[row].from = Some(day("2027-02-19")));
                change(&|other| other.inspectors[row].until = Some(day("2027-03-09")));
                change(&|other| other.inspectors[row].from = None);
            }
            InspectorFact::Journeys => {
                for site in &inspection.sites {
                    change(&|other| {
                        other.travel.push(Travel {
                            inspector: id.clone(),
                            site: site.id.clone(),
                            km: 75.0,
                        });
                    });
                }
            }
            InspectorFact::Base => change(&|other| {
                other.inspectors[row].base = Some(Position {
                    latitude: 50.0,
                    longitude: 0.0,
                });
            }),
            InspectorFact::Skills => {
                for skill in ["youth", "digital", "advocacy"] {
                    change(&|other| {
                        let skills = &mut other.inspectors[row].skills;
                        if !skills.remove(skill) {
                            skills.insert(skill.to_owned());
                        }
                    });
                }
            }
            InspectorFact::WorkingDays => {
                change(&|other| other.inspectors[row].works = vec![Weekday::Tue]);
            }
            InspectorFact::MaxDays => {
                for days in [1, 100] {
                    change(&|other| other.inspectors[row].max_days = Some(days));
                }
            }
            InspectorFact::Absences => {
                change(&|other| other.absences.retain(|row| row.inspector != *id));
                change(&|other| {
                    other.absences.push(Absence {
                        inspector: id.clone(),
                        first_day: day("2027-02-01"),
                        last_day: day("2027-04-01"),
                    });
                });
            }
            InspectorFact::Clearances => {
                change(&|other| other.clearances.retain(|row| row.inspector != *id));
                for clearance in ["NPPV3", "CMS"] {
                    change(&|other| {
                        other.clearances.push(Clearance {
                            inspector: id.clone(),
                            clearance: clearance.to_owned(),
                            valid_until: None,
                        });
                    });
                }
            }
            InspectorFact::Conflicts => {
                change(&|other| other.conflicts.retain(|row| row.inspector != *id));
                for site in &inspection.sites {
                    change(&|other| {
                        other.conflicts.push(Conflict {
                            linked: true,
                            inspector: id.clone(),
                            site: site.id.clone(),
                        });
                    });
                }
            }
            InspectorFact::KeptApart => {
                change(&|other| other.apart.clear());
                change(&|other| {
                    other.apart.push(Apart {
                        inspector_a: id.clone(),
                        inspector_b: "P01".into(),
                    });
                });
            }
            InspectorFact::FixedTo => {
                change(&|other| other.fixed.retain(|row| row.inspector.is_none()));
                change(&|other| {
                    other.fixed.push(Fixed {
                        site: "north-force".into(),
                        not_before: None,
                        not_after: None,
                        inspector: Some(id.clone()),
                    });
                });
            }
        }
    }
    states
}

/// The symmetry of the planner rests on this: two inspectors who agree in what is read may change places.
#[test]
fn rules_read_the_facts_of_an_inspector_that_they_name() {
    let states: Vec<(State, Report)> = states()
        .into_iter()
        .map(|state| {
            let report = report(&state);
            (state, report)
        })
        .collect();
    let mut missed = BTreeSet::new();
    let mut scored = BTreeSet::new();
    for fact in enumset::EnumSet::<InspectorFact>::all() {
        let mut read = RuleSet::empty();
        for (state, before) in &states {
            for other in with_other_fact(state, fact) {
                let now = report(&other);
                read |= changed(before, &now);
                if now.tiers != before.tiers {
                    scored.insert(fact);
                }
            }
        }
        for rule in Rule::ALL {
            if read.contains(*rule) != rule.reads().contains(fact) {
                missed.insert((*rule, fact));
            }
        }
    }
    assert_eq!(missed, BTreeSet::new());
    assert_eq!(
        scored,
        BTreeSet::from([InspectorFact::Base, InspectorFact::Journeys])
    );
}

/// What the planner keeps when weights change rests on this.
#[test]
fn each_weight_counts_in_its_own_tier_alone() {
    let usual = check(&inspection(), &plan()).tiers;
    let Weights {
        evidence,
        intelligence_share,
        representation,
        tolerance,
        burden,
        cost,
        leave,
        delay,
        travel,
        continuity,
        load,
    } = Weights::default();
    let more = |change: &dyn Fn(&mut Weights)| {
        let mut weights = Weights::default();
        change(&mut weights);
        weights
    };
    let others = [
        more(&|weights| weights.evidence = evidence + 1.0),
        more(&|weights| weights.intelligence_share = intelligence_share + 0.1),
        more(&|weights| weights.representation = representation + 1.0),
        more(&|weights| weights.tolerance = tolerance + 1.0),
        more(&|weights| weights.burden = burden + 1.0),
        more(&|weights| weights.cost = cost + 1.0),
        more(&|weights| weights.leave = leave + 1.0),
        more(&|weights| weights.delay = delay + 1.0),
        more(&|weights| weights.travel = travel + 1.0),
        more(&|weights| weights.continuity = continuity + 1.0),
        more(&|weights| weights.load = load + 1.0),
    ];
    let before = Weights::default().by_tier();
    for weights in others {
        let now = weights.by_tier();
        let weighed = Inspection {
            weights,
            ..inspection()
        };
        let tiers = check(&weighed, &plan()).tiers;
        let counts = [0, 1, 2].map(|tier: usize| tiers[tier] != usual[tier]);
        let belongs = [
            now.selection != before.selection,
            now.calendar != before.calendar,
            now.staffing != before.staffing,
        ];
        assert_eq!(counts, belongs, "{:?}", weighed.weights);
    }
}
