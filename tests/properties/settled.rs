//! What the input refuses as settled in vain can never be: with the site forced in, no plan keeps every rule.

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use tempfile::TempDir;

use assize::domain::{Fixed, Inspection, SiteId};
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
