//! Features of when.

use std::ops::RangeInclusive;

use assize::domain::{Authority, Inspection, Letters, Severity};
use chrono::Datelike;

use super::Has;
use crate::oracle::dates::{Calendar, is_weekday};

pub fn dates(p: &Inspection) -> Has {
    let (timing, calendar) = (&p.timing, Calendar::new(p));
    let window = || {
        timing
            .first_day
            .iter_days()
            .take_while(|day| *day <= timing.last_day)
    };
    let days = |n: RangeInclusive<u32>| p.kinds.iter().any(|k| n.contains(&k.days));
    let avoid = |to: fn(&str) -> bool| {
        p.periods
            .iter()
            .any(|period| period.severity == Severity::Must && to(&period.applies_to))
    };
    let holiday =
        |nation: &str| window().any(|day| is_weekday(day) && !calendar.works(nation, day));
    let only_one =
        window().any(|day| calendar.works("England", day) != calendar.works("Wales", day));
    vec![
        ("pilot", p.pilot.is_some()),
        (
            "pilot that counts",
            p.pilot.as_ref().is_some_and(|pilot| pilot.counts),
        ),
        (
            "pilot beyond the count",
            p.pilot.as_ref().is_some_and(|pilot| !pilot.counts),
        ),
        ("no spare days", timing.spare_days == 0),
        ("gap", p.burden.gap_weeks.is_some()),
        ("gap of no weeks", p.burden.gap_weeks == Some(0)),
        ("one visit a week", timing.max_visits_per_week == Some(1)),
        ("two visits a week", timing.max_visits_per_week == Some(2)),
        ("must avoid: all", avoid(|to| to == "all")),
        ("must avoid: site", avoid(|to| to == "site")),
        (
            "must avoid: column",
            avoid(|to| to != "all" && to != "site"),
        ),
        (
            "better avoided",
            p.periods.iter().any(|row| row.severity == Severity::Prefer),
        ),
        (
            "fixed dates",
            p.fixed
                .iter()
                .any(|row| row.not_before.is_some() || row.not_after.is_some()),
        ),
        ("visit of one day", days(1..=1)),
        ("visit of five days", days(5..=5)),
        ("visit of two weeks", days(6..=10)),
        (
            "start days",
            p.kinds.iter().any(|kind| !kind.start_days.is_empty()),
        ),
        (
            "any start day",
            p.kinds.iter().any(|kind| kind.start_days.is_empty()),
        ),
        (
            "one day to prepare",
            p.kinds.iter().any(|kind| kind.prepare_days == 1),
        ),
        (
            "three days to prepare",
            p.kinds.iter().any(|kind| kind.prepare_days == 3),
        ),
        ("bank holiday in the window", holiday("England")),
        ("holiday of one nation", only_one),
        (
            "another nation",
            p.sites
                .iter()
                .any(|site| site.nation == "Scotland" && holiday("Scotland")),
        ),
        (
            "year end in the window",
            timing.first_day.year() != timing.last_day.year(),
        ),
        ("letters together", timing.letters == Letters::Together),
        ("letters each", timing.letters == Letters::Each),
        (
            "authority on a date",
            p.authority
                .iter()
                .any(|(_, when)| matches!(when, Authority::On(_))),
        ),
        (
            "notice beyond the first day",
            calendar.notice_over > timing.first_day,
        ),
        (
            "first possible day at the weekend",
            !is_weekday(calendar.first_possible),
        ),
    ]
}
