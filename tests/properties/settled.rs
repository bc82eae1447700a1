//! What the input refuses as settled in vain can never be: with the site forced in, no plan keeps every rule.

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use tempfile::TempDir;

use assize::domain::{Fixed, Inspection, InspectorId, Plan, SiteId};
use assize::example::{Size, Slack, inspection, with_slack};
use assize::input;
use assize::instance::Instance;
use assize::optimise::{self, Answer, Budget};

use super::common::write;
use super::small;

/// One more row about a site: some days, or somebody.
fn settle(inspection: &mut Inspection, rng: &mut ChaCha8Rng) -> SiteId {
    let sites = &inspection.sites;
    let site = sites[rng.random_range(0..sites.len())].id.clone();
    let people = &inspection.inspectors;
    let inspector = people[rng.random_range(0..people.len())].id.clone();
    let from = rng.random_range(-20..60);
    let day = |after: i64| inspection.timing.first_day + chrono::TimeDelta::days(after);
    let days = [Some(day(from)), Some(day(from + rng.random_range(0..12)))];
    let with_days = rng.random_bool(0.6);
    let [not_before, not_after] = if with_days { days } else { [None, None] };
    let with_person = !with_days || rng.random_bool(0.5);
    inspection.fixed.push(Fixed {
        site: site.clone(),
        not_before,
        not_after,
        inspector: with_person.then_some(inspector),
    });
    site
}

/// Settles everything as a plan has it: the dates of every visit, and everyone on it.
fn settle_all(inspection: &mut Inspection, plan: &Plan) {
    inspection.fixed.clear();
    for visit in &plan.visits {
        let row = |inspector: Option<InspectorId>| Fixed {
            site: visit.site.clone(),
            not_before: Some(visit.first_day),
            not_after: Some(visit.last_day),
            inspector,
        };
        let rows: Vec<Fixed> = visit.team().map(|id| row(Some(id.clone()))).collect();
        inspection.fixed.extend(rows);
    }
}

fn force_in(inspection: &mut Inspection, site: &SiteId) {
    for kind in &mut inspection.kinds {
        kind.exclude.retain(|one| one != site);
        if inspection
            .sites
            .iter()
            .any(|one| one.id == *site && one.kind == kind.id)
        {
            kind.include.push(site.clone());
        }
    }
}

fn has_plan(inspection: &Inspection) -> bool {
    let instance = Instance::new(inspection.clone());
    let answer = optimise::plan(&instance, &Budget::unlimited(), &mut |_| {});
    matches!(answer.expect("no fault"), Answer::Plan(_))
}

#[test]
fn what_is_refused_as_settled_in_vain_has_no_plan() {
    let mut refused = 0;
    for seed in 0..60 {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let mut inspection = small(seed);
        let site = settle(&mut inspection, &mut rng);
        let folder = TempDir::new().expect("a folder");
        write(&inspection, folder.path());
        let Err(problems) = input::load(folder.path(), None) else {
            continue;
        };
        let errors: Vec<&str> = problems.iter().map(|one| one.code).collect();
        assert!(errors.contains(&"E409"), "seed {seed}: {errors:?}");
        refused += 1;
        force_in(&mut inspection, &site);
        assert!(
            !has_plan(&inspection),
            "seed {seed}: {}",
            input::report(&problems)
        );
    }
    assert!(refused >= 15, "{refused}");
}

/// What a plan has can be: settled as it is, nothing of it is refused.
#[test]
fn what_a_plan_has_is_never_refused() {
    let small = (0..60).map(|seed| (format!("a small one, seed {seed}"), small(seed)));
    let sizes = [Size::S, Size::M, Size::L].map(|size| (format!("{size:?}"), size));
    let named = sizes.into_iter().flat_map(|(name, size)| {
        (0..20).map(move |seed| {
            let made_up = with_slack(size, Slack::Usual, seed);
            let (made_up, plan) = made_up.expect("an example");
            let plan = plan.expect("the plan thought of first");
            (format!("{name}, seed {seed}"), (made_up, plan))
        })
    });
    // In some of these two forces of one CPS Area are visited in different weeks.
    let shared = (20..28).map(|seed| {
        let made_up = inspection(Size::S, seed).expect("an example");
        (format!("S as planned, seed {seed}"), made_up)
    });
    let planned = small.chain(shared).filter_map(|(whose, inspection)| {
        let instance = Instance::new(inspection.clone());
        let answer = optimise::plan(&instance, &Budget::unlimited(), &mut |_| {});
        match answer.expect("no fault") {
            Answer::Plan(planned) => Some((whose, (inspection, planned.plan))),
            _ => None,
        }
    });
    for (whose, (mut inspection, plan)) in planned.chain(named) {
        settle_all(&mut inspection, &plan);
        let folder = TempDir::new().expect("a folder");
        write(&inspection, folder.path());
        if let Err(problems) = input::load(folder.path(), None) {
            panic!("{whose}: {}", input::report(&problems));
        }
    }
}
