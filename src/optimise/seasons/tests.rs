//! The search for seasons, held against all sets of engagements.

use std::collections::{BTreeMap, BTreeSet};

use good_lp::{ProblemVariables, variable};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::diary::{Clashes, Diary, Engagement, Season};
use super::pricing::{Prices, cheapest};
use crate::domain::{InspectorRow, SiteRow};
use crate::optimise::candidate::CandidateRow;

/// A diary of some engagements that clash at random, each of its own visit.
fn random(rng: &mut ChaCha8Rng) -> (Diary, Clashes, Prices) {
    let size = rng.random_range(0..=9);
    let mut variables = ProblemVariables::new();
    let mut engagements: Vec<Engagement> = (0..size)
        .map(|row| Engagement {
            seats: vec![variables.add(variable().binary())],
            visits: vec![CandidateRow::from(row)],
            site: SiteRow::from(rng.random_range(0..4)),
            days: rng.random_range(1..=4),
            weeks: vec![rng.random_range(0..6)],
        })
        .collect();
    engagements.sort_by_key(|engagement| (engagement.weeks[0], engagement.visits[0]));
    let sites: BTreeMap<CandidateRow, SiteRow> = engagements
        .iter()
        .map(|one| (one.visits[0], one.site))
        .collect();
    let site = |row: usize| sites[&CandidateRow::from(row)];
    let pairs = (0..size).flat_map(|a| (a..size).map(move |b| (a, b)));
    let pairs: BTreeSet<(usize, usize)> = pairs
        .filter(|(a, b)| site(*a) == site(*b) || rng.random_bool(0.2))
        .collect();
    let clashes = Clashes::between_visits(size, |a, b| pairs.contains(&(a, b)));
    let prices = Prices {
        used: f64::from(rng.random_range(0..4)),
        engagements: (0..size).map(|_| rng.random_range(-4.0..2.0)).collect(),
    };
    let diary = Diary {
        person: InspectorRow::from(0),
        used: None,
        seats: engagements.iter().map(|one| one.seats[0]).collect(),
        next: super::diary::next(&engagements, &clashes),
        engagements,
        max_days: rng.random_bool(0.7).then(|| rng.random_range(0..9)),
        max_weeks_in_row: rng.random_bool(0.7).then(|| rng.random_range(1..3)),
    };
    (diary, clashes, prices)
}

/// Whether these engagements go together.
fn is_season(diary: &Diary, clashes: &Clashes, season: &Season) -> bool {
    let engagements: Vec<&Engagement> = season
        .iter()
        .map(|place| &diary.engagements[usize::from(*place)])
        .collect();
    let days: u32 = engagements.iter().map(|one| one.days).sum();
    let in_week = |week: i64| engagements.iter().any(|one| one.weeks.contains(&week));
    let longest = (0..6_i64)
        .map(|first| (first..6).take_while(|week| in_week(*week)).count())
        .max();
    let apart = engagements.iter().enumerate().all(|(place, one)| {
        let mut others = engagements[place + 1..].iter();
        others.all(|other| !clashes.between(one, other))
    });
    apart
        && diary.max_days.is_none_or(|most| days <= most)
        && diary
            .max_weeks_in_row
            .is_none_or(|most| longest.unwrap_or(0) <= most as usize)
}

#[test]
fn the_cheapest_seasons_are_those_of_all_sets_of_engagements() {
    let mut rng = ChaCha8Rng::seed_from_u64(12);
    let mut kept = 0;
    for round in 0..2_000 {
        let (diary, clashes, prices) = random(&mut rng);
        let below = f64::from(rng.random_range(-6..3));
        let sets = 1_u32..1 << diary.engagements.len();
        let sets = sets.map(|bits| (0..16).filter(|place| bits >> place & 1 == 1).collect());
        let mut expected: Vec<(f64, Season)> = sets
            .filter(|season| is_season(&diary, &clashes, season))
            .map(|season| (prices.of(&season), season))
            .filter(|(cost, _)| *cost < below)
            .collect();
        expected.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        let found = cheapest(&diary, &clashes, &prices, below, 1_000, 1_000_000);
        assert!(found.is_complete);
        let mut seasons: Vec<&Season> = found.seasons.iter().map(|(_, season)| season).collect();
        let mut all: Vec<&Season> = expected.iter().map(|(_, season)| season).collect();
        seasons.sort();
        all.sort();
        assert_eq!(seasons, all, "round {round}");
        // A few of them are the cheapest few, and a search cut short still says what none costs less than.
        let few = cheapest(&diary, &clashes, &prices, below, 2, 1_000_000);
        let costs = |seasons: &[(f64, Season)]| -> Vec<f64> {
            seasons.iter().take(2).map(|(cost, _)| *cost).collect()
        };
        for (one, other) in costs(&few.seasons).iter().zip(costs(&expected)) {
            assert!((one - other).abs() < 1e-9, "round {round}");
        }
        let cut = cheapest(&diary, &clashes, &prices, 0.0, 1_000, 3);
        let least = expected.first().map_or(0.0, |(cost, _)| cost.min(0.0));
        assert!(cut.least <= least + 1e-9, "round {round}");
        kept += expected.len();
    }
    assert!(kept > 5_000, "{kept}");
}

#[test]
fn a_diary_holds_no_more_seasons_than_are_counted() {
    let mut rng = ChaCha8Rng::seed_from_u64(13);
    for round in 0..200 {
        let (diary, clashes, prices) = random(&mut rng);
        let all = cheapest(&diary, &clashes, &prices, f64::INFINITY, 10_000, 1_000_000);
        assert!(
            diary.most_seasons() >= (all.seasons.len() + 1) as f64,
            "round {round}"
        );
    }
}
