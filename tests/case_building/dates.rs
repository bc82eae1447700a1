//! When: letters, the pilot, and days on which a visit may be.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};

use super::{day, days, diaries, monday};

#[test]
fn letters_go_out_in_time_and_leave_the_promised_slack() {
    for diary in diaries() {
        // HMICFRS takes 15 working days from 4 December 2026, over Christmas; HMCPSI is done on 18 December.
        let mut authority = day("2026-12-04");
        let mut working_days = 0;
        while working_days < 15 {
            authority = authority.succ_opt().expect("a day after");
            working_days += usize::from(diary.is_office_day(authority));
        }
        assert_eq!(authority, day("2026-12-29"));
        assert_eq!(diary.plan.authority_date, authority);
        let first = diary.plan.visits.iter().map(|visit| visit.first_day).min();
        let first = first.expect("a visit");
        for visit in &diary.plan.visits {
            let by = visit.letter_by;
            assert!(diary.is_office_day(by), "{by} is no working day");
            assert!(first - by >= TimeDelta::weeks(6), "{by} is too late");
            let slack = days(authority, by).into_iter().skip(1);
            let slack = slack.filter(|day| diary.is_office_day(*day)).count();
            assert!(slack >= 5, "{by} leaves {slack} working days");
            assert_eq!(
                by, diary.plan.visits[0].letter_by,
                "all letters go together"
            );
        }
    }
}

#[test]
fn the_pilot_comes_first_in_its_week_with_its_inspector() {
    for diary in diaries() {
        let pilot = &diary.plan.visits[0];
        assert_eq!(pilot.site.as_str(), "staffordshire");
        assert_eq!(monday(pilot.first_day), day("2027-02-22"));
        assert!(pilot.team().any(|id| id.as_str() == "P01"));
        for visit in diary.plan.visits.iter().skip(1) {
            assert!(visit.first_day > pilot.first_day, "{}", visit.site);
        }
        // Ten working days after its last are for learning from it. Only its own Area is visited sooner, in its week.
        assert_eq!(pilot.last_day, day("2027-02-24"));
        let area = &diary.plan.visits[1];
        assert_eq!(area.site.as_str(), "cps-west-midlands");
        assert_eq!(monday(area.first_day), monday(pilot.first_day));
        for visit in diary.plan.visits.iter().skip(2) {
            assert!(visit.first_day > day("2027-03-10"), "{}", visit.site);
        }
    }
}

#[test]
fn visits_are_whole_and_within_one_week_of_the_window() {
    for diary in diaries() {
        for visit in &diary.plan.visits {
            let onsite = diary.onsite(visit);
            let force = visit.kind.as_str() == "police_force";
            assert_eq!(onsite.len(), if force { 3 } else { 2 }, "{}", visit.site);
            assert_eq!(onsite.first(), Some(&visit.first_day), "{}", visit.site);
            assert_eq!(onsite.last(), Some(&visit.last_day), "{}", visit.site);
            assert_eq!(
                monday(visit.first_day),
                monday(visit.last_day),
                "{}",
                visit.site
            );
            assert!(visit.first_day >= day("2027-02-01") && visit.last_day <= day("2027-05-28"));
            let start = visit.first_day.weekday();
            assert!(
                !force || [Weekday::Mon, Weekday::Tue].contains(&start),
                "{}",
                visit.site
            );
        }
        let mut forces_in_week: BTreeMap<NaiveDate, usize> = BTreeMap::new();
        for visit in diary.visits("police_force") {
            *forces_in_week.entry(monday(visit.first_day)).or_default() += 1;
        }
        assert!(
            forces_in_week.values().all(|count| *count <= 2),
            "{forces_in_week:?}"
        );
    }
}

#[test]
fn sites_are_left_in_peace_when_they_should_be() {
    for diary in diaries() {
        for visit in &diary.plan.visits {
            for row in diary
                .inspection
                .engagements
                .iter()
                .filter(|row| row.site == visit.site)
            {
                let quiet = Days::new(28);
                let clear = visit.last_day + quiet < row.first_day
                    || row.last_day + quiet < visit.first_day;
                assert!(
                    clear,
                    "{} is visited within four weeks of {}",
                    visit.site, row.inspection
                );
            }
            // Durham was promised two quiet weeks; Cleveland and the City are not visited at all.
            let week = monday(visit.first_day);
            let durham = visit.site.as_str() == "durham";
            assert!(!durham || ![day("2027-03-08"), day("2027-03-15")].contains(&week));
            assert!(!["cleveland", "city-of-london"].contains(&visit.site.as_str()));
        }
    }
}
