//! Inspectors who agree in everything may change places, so the planner looks at one of two such plans only. Here two
//! differ in one fact alone, and whoever took them for alike would miss the best plan.

use assize::domain::*;
use assize::optimise::Decomposition;
use enumset::EnumSet;

use super::by_hand::{around_easter, at, day, inspector, kind, on, site};
use super::oracle;
use super::planner::{SAME, planner_tiers};

const FIRST: &str = "2027-03-23";
const SECOND: &str = "2027-03-24";

/// An experienced inspector of A who lives so far off.
fn of_a(id: &str, longitude: f64) -> Inspector {
    Inspector {
        base: at(longitude),
        ..inspector(id, "A", true)
    }
}

/// An experienced inspector of B who lives next door.
fn of_b(id: &str) -> Inspector {
    Inspector {
        base: at(0.0),
        ..inspector(id, "B", true)
    }
}

/// One visit of a day to each of these sites, on these days. Of A there are X, then Y, who agree in everything, and Z, who
/// lives a little farther; of B there is one.
fn visits(days: &[(&str, &str)]) -> Inspection {
    let kinds = days.iter().map(|(id, _)| kind(id, 1, 0)).collect();
    let sites = days.iter().map(|(id, _)| site(id, id, "England")).collect();
    let mut problem = around_easter(kinds, sites);
    problem.fixed = days.iter().map(|(id, date)| on(id, date, date)).collect();
    problem.inspectors = vec![of_a("X", 1.0), of_a("Y", 1.0), of_a("Z", 1.1)];
    problem.inspectors.push(of_b("B"));
    problem
}

fn one_visit() -> Inspection {
    visits(&[("one", FIRST)])
}

fn two_visits() -> Inspection {
    visits(&[("one", FIRST), ("two", SECOND)])
}

/// Where X and Y agree in everything, and where they differ in this fact alone. Then Y can do what X cannot: the best plan
/// uses Y and not X. A planner that would use X before Y takes somebody else, for less than one more inspector costs.
fn alike_and_differing(fact: InspectorFact) -> (Inspection, Inspection) {
    let (alike, mut differing) = match fact {
        InspectorFact::Inspectorate => {
            let mut problem = one_visit();
            problem.header.inspectorates.push("C".into());
            problem
                .authority
                .push(("C".into(), Authority::WorkingDays(5)));
            problem.kinds[0].pairs = vec![["A".into(), "B".into()], ["A".into(), "C".into()]];
            for person in &mut problem.inspectors {
                person.inspectorate = "B".into();
            }
            // Z is of B and lives nearer than X; the others there have to be.
            problem.inspectors[2].base = at(0.9);
            problem.inspectors[3].inspectorate = "C".into();
            problem
                .inspectors
                .extend([of_a("A1", 0.0), of_a("A2", 0.0)]);
            let mut differing = problem.clone();
            differing.inspectors.remove(3);
            (problem, differing)
        }
        InspectorFact::Experience => {
            let mut problem = one_visit();
            problem.inspectors[3].experienced = false;
            (problem.clone(), problem)
        }
        InspectorFact::Base | InspectorFact::Journeys | InspectorFact::KeptApart => {
            (one_visit(), one_visit())
        }
        InspectorFact::Skills => {
            let mut problem = one_visit();
            problem.sites[0].needs.insert("digital".to_owned());
            for person in &mut problem.inspectors[..3] {
                person.skills.insert("digital".to_owned());
            }
            (problem.clone(), problem)
        }
        InspectorFact::InTeam
        | InspectorFact::WorkingDays
        | InspectorFact::MaxDays
        | InspectorFact::Absences
        | InspectorFact::Conflicts => (two_visits(), two_visits()),
        InspectorFact::Clearances => {
            let mut problem = two_visits();
            problem.kinds[1].clearance = Some("NPPV3".to_owned());
            for person in &problem.inspectors {
                problem.clearances.push(Clearance {
                    inspector: person.id.clone(),
                    clearance: "NPPV3".to_owned(),
                    valid_until: None,
                });
            }
            (problem.clone(), problem)
        }
        InspectorFact::FixedTo => {
            // On one day, so that two of A are needed: whoever is fixed, and the nearer of the others.
            let mut problem = visits(&[("one", FIRST), ("two", FIRST)]);
            problem.inspectors[2].base = at(0.9);
            problem.inspectors.push(of_b("B2"));
            (problem.clone(), problem)
        }
    };
    let x = &mut differing.inspectors[0];
    match fact {
        InspectorFact::Inspectorate => differing.inspectors[1].inspectorate = "C".into(),
        InspectorFact::Experience => x.experienced = false,
        InspectorFact::InTeam => x.until = Some(day(FIRST)),
        InspectorFact::Base => x.base = at(2.0),
        InspectorFact::Journeys => differing.travel.push(Travel {
            inspector: "X".into(),
            site: "one".into(),
            km: 140.0,
        }),
        InspectorFact::Skills => x.skills.clear(),
        InspectorFact::WorkingDays => x.works.retain(|weekday| *weekday == chrono::Weekday::Tue),
        InspectorFact::MaxDays => x.max_days = Some(1),
        InspectorFact::Absences => differing.absences.push(Absence {
            inspector: "X".into(),
            first_day: day(SECOND),
            last_day: day(SECOND),
        }),
        InspectorFact::Clearances => differing.clearances[0].valid_until = Some(day(FIRST)),
        InspectorFact::Conflicts => differing.conflicts.push(Conflict {
            linked: true,
            inspector: "X".into(),
            site: "two".into(),
        }),
        InspectorFact::KeptApart => differing.apart.push(Apart {
            inspector_a: "X".into(),
            inspector_b: "B".into(),
        }),
        InspectorFact::FixedTo => differing.fixed.push(Fixed {
            site: "two".into(),
            not_before: None,
            not_after: None,
            inspector: Some("Y".into()),
        }),
    }
    (alike, differing)
}

/// The same inspectors in other orders, X always before Y: where the first plan that comes up happens to be the best, the
/// planner would hit upon it with its eyes shut.
fn in_other_orders(problem: &Inspection) -> Vec<Inspection> {
    let (x_to_z, others) = problem.inspectors.split_at(3);
    let mut problems = Vec::new();
    for order in [[0, 1, 2], [0, 2, 1], [2, 0, 1]] {
        let x_to_z: Vec<Inspector> = order.iter().map(|row| x_to_z[*row].clone()).collect();
        for all in [[&x_to_z[..], others], [others, &x_to_z[..]]] {
            problems.push(Inspection {
                inspectors: all.concat(),
                ..problem.clone()
            });
        }
    }
    problems
}

#[test]
fn whoever_differs_in_one_fact_is_told_apart() {
    for fact in EnumSet::<InspectorFact>::all() {
        let (alike, differing) = alike_and_differing(fact);
        let mut problems = in_other_orders(&differing);
        problems.push(alike);
        for problem in problems {
            let expected = oracle::best(&problem, RuleSet::all()).expect("a plan");
            for decomposition in [Decomposition::default(), Decomposition::MONOLITH] {
                let found = planner_tiers(&problem, decomposition).expect("a plan");
                let mut tiers = expected.iter().zip(found);
                assert!(
                    tiers.all(|(a, b)| (a - b).abs() <= SAME),
                    "{fact:?}, {decomposition:?}: search {expected:?}, found {found:?}"
                );
            }
        }
    }
}

/// Without one of the two the best plan stays the best, without the other it does not: so they differ in a fact that
/// counts. Where they agree, either can be spared.
#[test]
fn the_facts_make_a_difference() {
    let without = |problem: &Inspection, id: &str| {
        let mut problem = problem.clone();
        problem.inspectors.retain(|person| person.id.as_str() != id);
        problem.apart.retain(|row| row.inspector_a.as_str() != id);
        oracle::best(&problem, RuleSet::all())
    };
    for fact in EnumSet::<InspectorFact>::all() {
        let (_, differing) = alike_and_differing(fact);
        let best = oracle::best(&differing, RuleSet::all());
        assert_eq!(without(&differing, "X"), best, "{fact:?}");
        if fact != InspectorFact::FixedTo {
            assert_ne!(without(&differing, "Y"), best, "{fact:?}");
        }
    }
}
