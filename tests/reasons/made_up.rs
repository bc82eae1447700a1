//! Over made-up inspections: what is said to be possible is done, and what is said to be impossible is tried.

use std::collections::BTreeSet;

use assize::domain::{Count, Inspection, SiteId, SiteRow, Worth};
use assize::example::{self, Size};
use assize::instance::Instance;
use assize::optimise::{Answer, Budget, Planner, Question, Reach, reach};

use crate::common::{assert_clean, planned, same};

const SEEDS: u64 = 8;

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

/// A site, those that name it, and whatever these name.
fn party(inspection: &Inspection, site: &SiteId) -> BTreeSet<SiteId> {
    let mut party = BTreeSet::from([site.clone()]);
    let names = |one: &SiteId, other: &SiteId| {
        inspection.links.iter().any(|link| {
            let naming = inspection.site(one).filter(|site| site.kind == link.each);
            naming.is_some_and(|site| site.listed(&link.by).contains(other))
        })
    };
    for by_name in [false, true] {
        loop {
            let tied = inspection.sites.iter().filter(|other| {
                party.iter().any(|one| match by_name {
                    true => names(one, &other.id),
                    false => names(&other.id, one),
                })
            });
            let before = party.len();
            let tied: Vec<SiteId> = tied.map(|other| other.id.clone()).collect();
            party.extend(tied);
            if party.len() == before {
                break;
            }
        }
    }
    party
}

/// The inspection with these sites alone, one of which is included, and any number of them selected.
fn reduced(inspection: &Inspection, site: &SiteId, party: &BTreeSet<SiteId>) -> Inspection {
    let mut reduced = inspection.clone();
    reduced.sites.retain(|one| party.contains(&one.id));
    reduced.quotas.clear();
    // Another visit, which that a site can be visited on its own says nothing of.
    reduced.pilot = None;
    for kind in &mut reduced.kinds {
        kind.sites = Count { min: 0, max: 99 };
        kind.include.retain(|one| one == site);
        if reduced
            .sites
            .iter()
            .any(|one| one.id == *site && one.kind == kind.id)
        {
            kind.include = vec![site.clone()];
        }
        kind.exclude.retain(|one| party.contains(one));
    }
    reduced.performance.retain(|row| party.contains(&row.site));
    reduced.engagements.retain(|row| party.contains(&row.site));
    reduced.conflicts.retain(|row| party.contains(&row.site));
    reduced.fixed.retain(|row| party.contains(&row.site));
    reduced.consultation.retain(|row| party.contains(&row.site));
    if let Some(known) = &mut reduced.intelligence {
        known.retain(|row| party.contains(&row.site));
    }
    reduced
}

#[test]
fn what_is_said_of_whether_a_site_can_be_visited_is_so() {
    let (mut alone, mut never) = (0, 0);
    for seed in 0..SEEDS {
        let inspection = small(seed);
        let instance = Instance::new(inspection.clone());
        let ids: Vec<&SiteId> = inspection.sites.iter().map(|site| &site.id).collect();
        let mut planner = Planner::new(&instance);
        for (site, reach) in reach(&instance, &ids).expect("no fault") {
            let whose = format!("seed {seed}, {site}");
            match reach {
                Reach::Alone => {
                    alone += 1;
                    let reduced = reduced(&inspection, &site, &party(&inspection, &site));
                    let planned = planned(&reduced);
                    let mut visits = planned.plan.visits.iter();
                    assert!(visits.any(|visit| visit.site == site), "{whose}");
                    assert_clean(&reduced, &planned.plan, &whose);
                }
                Reach::Never(why) => {
                    never += 1;
                    assert!(!why.barred.is_empty() || !why.rules.is_empty(), "{whose}");
                    let kinds = inspection.kinds.iter();
                    let any = Count { min: 0, max: 99 };
                    let question = Question {
                        with: vec![site],
                        counts: kinds.map(|kind| (kind.id.clone(), any)).collect(),
                        ..Question::default()
                    };
                    let answer = planner.plan(&question, &Budget::unlimited(), &mut |_| {});
                    assert_eq!(answer, Ok(Answer::NoPlan), "{whose}");
                }
                Reach::Unknown => {}
            }
        }
    }
    assert!(alone > 40 && never > 10, "{alone} and {never}");
}

#[test]
fn the_selection_that_would_come_instead_is_as_told() {
    let (mut shown, mut refuted) = (0, 0);
    for seed in 0..SEEDS {
        let inspection = small(seed);
        let instance = Instance::new(inspection.clone());
        let planned = planned(&inspection);
        let mut planner = Planner::new(&instance);
        let visits = planned.plan.visits.iter();
        let selected: BTreeSet<SiteId> = visits.map(|visit| visit.site.clone()).collect();
        for change in &planned.sites {
            let whose = format!("seed {seed}, {}", change.site);
            let Worth::AtMost(most) = change.value else {
                assert!(change.instead.is_none(), "{whose}");
                continue;
            };
            let instead = change
                .instead
                .as_ref()
                .expect("the selection that reaches it");
            let mut other = selected.clone();
            other.retain(|site| !instead.goes_out.contains(site));
            other.extend(instead.comes_in.iter().cloned());
            assert_eq!(other.contains(&change.site), !change.selected, "{whose}");
            assert!(same(value(&instance, &other), most), "{whose}");
            // Nothing that can be carried out scores more.
            let decided = match change.selected {
                true => Question {
                    without: vec![change.site.clone()],
                    ..Question::default()
                },
                false => Question {
                    with: vec![change.site.clone()],
                    ..Question::default()
                },
            };
            let best = planner.plan(&decided, &Budget::unlimited(), &mut |_| {});
            if let Answer::Plan(best) = best.expect("no fault") {
                assert!(best.tiers[0].value <= most + 1e-6, "{whose}");
            }
            let sites = inspection.sites.iter().map(|site| site.id.clone());
            let (with, without) = sites.partition(|site| other.contains(site));
            let exactly = Question {
                with,
                without,
                ..Question::default()
            };
            let carried_out = planner.plan(&exactly, &Budget::unlimited(), &mut |_| {});
            let carried_out = carried_out.expect("no fault");
            match change.visitable {
                Some(true) => {
                    shown += 1;
                    assert!(matches!(carried_out, Answer::Plan(_)), "{whose}");
                }
                Some(false) => {
                    refuted += 1;
                    assert_eq!(carried_out, Answer::NoPlan, "{whose}");
                }
                None => {}
            }
        }
    }
    assert!(shown > 15, "{shown} shown and {refuted} refuted");
}

/// Tier 1 of a selection, from its definition in `docs/design.md`.
fn value(instance: &Instance, selected: &BTreeSet<SiteId>) -> f64 {
    let scores = &instance.scores;
    let sites = instance.inspection.sites.iter().enumerate();
    let rows = sites.filter(|(_, site)| selected.contains(&site.id));
    let rows: Vec<SiteRow> = rows.map(|(row, _)| SiteRow::from(row)).collect();
    let own: f64 = rows.iter().map(|row| scores.sites[*row].total()).sum();
    let kinds = instance.inspection.kinds.iter();
    let represented =
        kinds.filter_map(|kind| Some(scores.profile(&kind.id)?.representation(&rows)));
    own + instance.inspection.weights.representation * represented.sum::<f64>()
}
