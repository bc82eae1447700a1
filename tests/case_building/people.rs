//! Who: where each inspector is on each day, and whether they may be there.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate};

use super::{diaries, monday, team};

#[test]
fn no_one_is_in_two_places_or_away_while_preparing_or_onsite() {
    for diary in diaries() {
        for (id, visits) in diary.by_person() {
            let person = diary.person(id);
            let mut taken: BTreeMap<NaiveDate, &str> = BTreeMap::new();
            for visit in visits {
                for day in diary
                    .preparing(visit)
                    .into_iter()
                    .chain(diary.onsite(visit))
                {
                    let before = taken.insert(day, visit.site.as_str());
                    assert_eq!(
                        before, None,
                        "{id} is wanted at {} too on {day}",
                        visit.site
                    );
                    assert!(
                        person.works.contains(&day.weekday()),
                        "{id} does not work on {day}"
                    );
                    let away = diary.inspection.absences.iter().any(|row| {
                        row.inspector == *id && row.first_day <= day && day <= row.last_day
                    });
                    assert!(!away, "{id} is away on {day}");
                }
            }
        }
    }
}

#[test]
fn every_inspector_is_cleared_on_the_last_day_and_has_no_conflict() {
    for diary in diaries() {
        for visit in &diary.plan.visits {
            for id in visit.team() {
                let conflict = diary.inspection.conflicts.iter();
                let conflict =
                    conflict.filter(|row| row.inspector == *id && row.site == visit.site);
                assert_eq!(conflict.count(), 0, "{id} at {}", visit.site);
                if visit.kind.as_str() == "police_force" {
                    let cleared = diary.inspection.clearances.iter().any(|row| {
                        row.inspector == *id
                            && row.clearance == "NPPV3"
                            && row.valid_until.is_none_or(|until| until >= visit.last_day)
                    });
                    assert!(cleared, "{id} at {}", visit.site);
                }
            }
            let together = team(visit);
            for row in &diary.inspection.apart {
                let both = [&row.inspector_a, &row.inspector_b];
                assert!(
                    !both.iter().all(|id| together.contains(id)),
                    "{}",
                    visit.site
                );
            }
        }
    }
}

#[test]
fn pairs_are_joint_and_led_and_bring_what_the_site_needs() {
    for diary in diaries() {
        for visit in &diary.plan.visits {
            let force = visit.kind.as_str() == "police_force";
            let seats = if force {
                ["HMICFRS", "HMCPSI"]
            } else {
                ["HMCPSI", "HMICFRS"]
            };
            assert_eq!(
                visit.pairs.len(),
                if force { 2 } else { 1 },
                "{}",
                visit.site
            );
            assert_eq!(team(visit).len(), 2 * visit.pairs.len(), "{}", visit.site);
            for pair in &visit.pairs {
                let people = [diary.person(&pair[0]), diary.person(&pair[1])];
                assert_eq!(people.map(|person| person.inspectorate.as_str()), seats);
                assert!(
                    people.iter().any(|person| person.experienced),
                    "{}",
                    visit.site
                );
            }
            let lead = diary.person(&visit.visit_lead);
            assert!(team(visit).contains(&lead.id), "{}", visit.site);
            assert!(
                lead.experienced && lead.inspectorate.as_str() == seats[0],
                "{}",
                visit.site
            );
            for skill in &diary.site(visit).needs {
                let held = visit
                    .team()
                    .any(|id| diary.person(id).skills.contains(skill));
                assert!(held, "{} has nobody with {skill}", visit.site);
            }
        }
    }
}

#[test]
fn no_one_is_away_from_home_too_long() {
    for diary in diaries() {
        for (id, visits) in diary.by_person() {
            let onsite: BTreeSet<NaiveDate> = visits
                .iter()
                .flat_map(|visit| diary.onsite(visit))
                .collect();
            let limit = diary.person(id).max_days.unwrap_or(15);
            assert!(
                onsite.len() <= limit as usize,
                "{id}: {} days",
                onsite.len()
            );
            let weeks: BTreeSet<NaiveDate> = onsite.into_iter().map(monday).collect();
            for first in &weeks {
                let three = [0, 7, 14].map(|later| *first + Days::new(later));
                assert!(
                    !three.iter().all(|week| weeks.contains(week)),
                    "{id}: three weeks in a row"
                );
            }
        }
    }
}
