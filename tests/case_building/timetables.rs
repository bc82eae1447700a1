//! The timetables of the example: every session is placed, and nobody is in two places.

use std::collections::{BTreeMap, BTreeSet};

use assize::check::check;
use assize::domain::{Party, Session};
use assize::instance::Instance;
use assize::optimise::{Budget, draw_up};

use super::diaries;

#[test]
fn every_session_of_every_visit_is_placed_and_checked() {
    for diary in diaries() {
        let mut plan = diary.plan.clone();
        let drawn = draw_up(
            &Instance::new(diary.inspection.clone()),
            &plan,
            &Budget::unlimited(),
        )
        .expect("no fault");
        assert_eq!(drawn.without, []);
        for visit in &plan.visits {
            let wanted = diary.inspection.activities.iter();
            let wanted = wanted.filter(|one| one.kind == visit.kind && !one.remote);
            let wanted: BTreeMap<&str, u32> = wanted
                .map(|one| (one.name.as_str(), one.sessions))
                .collect();
            let mut placed: BTreeMap<&str, u32> = BTreeMap::new();
            for session in drawn
                .sessions
                .iter()
                .filter(|session| session.site == visit.site)
            {
                *placed.entry(&session.activity).or_default() += 1;
            }
            assert_eq!(placed, wanted, "{}", visit.site);
        }
        assert!(
            drawn.preparation.iter().all(|row| row.date.is_some()),
            "all preparation fits"
        );
        plan.sessions = drawn.sessions;
        plan.preparation = drawn.preparation;
        let report = check(&diary.inspection, &plan);
        assert_eq!((report.findings, report.gaps), (Vec::new(), Vec::new()));
    }
}

#[test]
fn forty_files_an_area_are_examined_and_the_pairs_share_the_work() {
    for diary in diaries() {
        let drawn = draw_up(
            &Instance::new(diary.inspection.clone()),
            &diary.plan,
            &Budget::unlimited(),
        )
        .expect("no fault");
        for visit in &diary.plan.visits {
            let of = |session: &&Session| session.site == visit.site;
            let sessions: Vec<&Session> = drawn.sessions.iter().filter(of).collect();
            let load = |pair| {
                sessions
                    .iter()
                    .filter(|one| one.pair == Party::Pair(pair))
                    .count()
            };
            if visit.pairs.len() == 2 {
                assert!(load(1).abs_diff(load(2)) <= 1, "{}", visit.site);
                // Eight of five each before the visit.
                let ahead = drawn
                    .preparation
                    .iter()
                    .filter(|row| row.site == visit.site);
                let ahead = ahead.filter(|row| row.activity.starts_with("Case files"));
                assert_eq!(5 * ahead.map(|row| row.sessions).sum::<u32>(), 40);
            }
            let days: BTreeSet<_> = sessions.iter().map(|session| session.date).collect();
            assert!(
                days.iter()
                    .all(|day| (visit.first_day..=visit.last_day).contains(day))
            );
        }
    }
}
