//! A planner that is asked one question after another answers each as a fresh one does that never heard the others.

#[path = "../common/mod.rs"]
mod common;
mod shared;
mod stopped;
mod told;

use std::time::Duration;

use assize::domain::{Count, Inspection, Kind, KindId, Plan, SiteId, Weights};
use assize::example::{self, Size};
use assize::instance::Instance;
use assize::optimise::{Answer, Budget, Planner, Question};

const SEEDS: u64 = 4;

fn small(seed: u64) -> Inspection {
    let size = Size {
        sites: 9,
        areas: 3,
        visits: 3,
        inspectors: 10,
        inspectorates: 2,
        weeks: 7,
    };
    example::inspection(size, seed).expect("an example")
}

fn planner(inspection: &Inspection) -> Planner {
    Planner::new(&Instance::new(inspection.clone()))
}

/// The answer to a question; none where there is no plan.
fn ask(planner: &mut Planner, question: &Question) -> Option<Plan> {
    let reply = planner.plan(question, &Budget::unlimited(), &mut |_| {});
    match reply.expect("no fault") {
        Answer::Plan(plan) => Some(*plan),
        Answer::NoPlan => None,
        Answer::OutOfTime => panic!("out of time without a limit"),
    }
}

/// What a fresh planner makes of an inspection whose tables say what the question said.
fn afresh(inspection: &Inspection) -> Option<Plan> {
    ask(&mut planner(inspection), &Question::default())
}

/// Both have no plan, or both a plan of the same worth that keeps every rule of the changed inspection.
fn assert_alike(changed: &Inspection, asked: Option<Plan>, whose: &str) {
    match (asked, afresh(changed)) {
        (None, None) => {}
        (Some(asked), Some(fresh)) => {
            common::assert_same(common::values(&asked), common::values(&fresh), whose);
            common::assert_clean(changed, &asked, whose);
        }
        (asked, fresh) => panic!("{whose}: {asked:?} and afresh {fresh:?}"),
    }
}

fn selected(plan: &Plan) -> Vec<SiteId> {
    plan.visits.iter().map(|visit| visit.site.clone()).collect()
}

fn kind_of<'a>(inspection: &'a mut Inspection, site: &SiteId) -> &'a mut Kind {
    let kind = inspection.sites.iter().find(|row| row.id == *site);
    let kind = kind.expect("a site").kind.clone();
    let mut kinds = inspection.kinds.iter_mut();
    kinds.find(|row| row.id == kind).expect("a kind")
}

#[test]
fn other_weights() {
    for seed in 0..SEEDS {
        let inspection = small(seed);
        let mut planner = planner(&inspection);
        let usual = Weights::default();
        let asked = [
            usual.clone(),
            Weights {
                evidence: 2.0,
                ..usual.clone()
            },
            Weights {
                travel: 3.0,
                ..usual.clone()
            },
            Weights {
                continuity: 0.0,
                ..usual.clone()
            },
            Weights {
                leave: 0.0,
                delay: 0.0,
                ..usual.clone()
            },
            Weights {
                representation: 0.0,
                intelligence_share: 0.9,
                ..usual.clone()
            },
            usual,
        ];
        for (place, weights) in asked.into_iter().enumerate() {
            let question = Question {
                weights: Some(weights.clone()),
                ..Question::default()
            };
            let changed = Inspection {
                weights,
                ..inspection.clone()
            };
            let plan = ask(&mut planner, &question);
            assert_alike(&changed, plan, &format!("seed {seed}, question {place}"));
        }
    }
}

#[test]
fn a_site_forced_in_or_left_out() {
    for seed in 0..SEEDS {
        let inspection = small(seed);
        let mut planner = planner(&inspection);
        let plan = ask(&mut planner, &Question::default()).expect("a plan");
        let selected = selected(&plan);
        for site in inspection.sites.iter().step_by(3) {
            let mut question = Question::default();
            let mut changed = inspection.clone();
            let kind = kind_of(&mut changed, &site.id);
            match selected.contains(&site.id) {
                true => {
                    question.without.push(site.id.clone());
                    kind.exclude.push(site.id.clone());
                }
                false => {
                    question.with.push(site.id.clone());
                    kind.include.push(site.id.clone());
                }
            }
            let answer = ask(&mut planner, &question);
            assert_alike(&changed, answer, &format!("seed {seed}, {}", site.id));
        }
    }
}

#[test]
fn another_number_of_sites() {
    for seed in 0..SEEDS {
        let inspection = small(seed);
        let mut planner = planner(&inspection);
        for count in 1..=4 {
            let exactly = Count {
                min: count,
                max: count,
            };
            let question = Question {
                counts: [(KindId::from("police_force"), exactly)].into(),
                ..Question::default()
            };
            let mut changed = inspection.clone();
            changed.kinds[0].sites = exactly;
            let answer = ask(&mut planner, &question);
            assert_alike(&changed, answer, &format!("seed {seed}, {count} forces"));
        }
    }
}

/// The next best selection differs from the best in some site: so it is the best of those without one of its sites
/// or with one more, each of which a fresh planner can be asked for.
#[test]
fn the_next_best_selection() {
    for seed in 0..SEEDS {
        let inspection = small(seed);
        let mut planner = planner(&inspection);
        let best = ask(&mut planner, &Question::default()).expect("a plan");
        let best = selected(&best);
        let question = Question {
            other_than: vec![best.clone()],
            ..Question::default()
        };
        let next = ask(&mut planner, &question);
        let found = next.as_ref().map(|plan| common::values(plan)[0]);
        if let Some(plan) = &next {
            common::assert_clean(&inspection, plan, &format!("seed {seed}"));
            let mut sites = [selected(plan), best.clone()];
            sites.iter_mut().for_each(|sites| sites.sort());
            assert_ne!(sites[0], sites[1], "seed {seed}");
        }
        let otherwise = inspection.sites.iter().filter_map(|site| {
            let mut changed = inspection.clone();
            let kind = kind_of(&mut changed, &site.id);
            match best.contains(&site.id) {
                true => kind.exclude.push(site.id.clone()),
                false => kind.include.push(site.id.clone()),
            }
            Some(common::values(&afresh(&changed)?)[0])
        });
        let expected = otherwise.reduce(f64::max);
        match (found, expected) {
            (Some(found), Some(expected)) => {
                assert!(
                    common::same(found, expected),
                    "seed {seed}: {found} for {expected}"
                );
            }
            (found, expected) => assert_eq!(found, expected, "seed {seed}"),
        }
    }
}

/// What a hurried question leaves unproved must not count as proved, or as the best, for the next.
#[test]
fn a_hurried_question_spoils_nothing() {
    for seed in 0..SEEDS {
        let inspection = small(seed);
        let mut planner = planner(&inspection);
        for milliseconds in [1, 10, 30, 60, 120] {
            let budget = Budget::of(Some(Duration::from_millis(milliseconds)));
            let reply = planner.plan(&Question::default(), &budget, &mut |_| {});
            reply.expect("no fault");
        }
        let plan = ask(&mut planner, &Question::default());
        let tiers = plan.iter().flat_map(|plan| &plan.tiers);
        assert!(tiers.into_iter().all(|tier| tier.proven), "seed {seed}");
        assert_alike(&inspection, plan, &format!("seed {seed}, after a hurry"));
    }
}

#[test]
fn a_site_that_is_not_in_the_tables_cannot_be_forced_in() {
    let inspection = small(1);
    let question = Question {
        with: vec![SiteId::from("nowhere")],
        ..Question::default()
    };
    assert_eq!(ask(&mut planner(&inspection), &question), None);
}
