//! When: a window around the holidays that make calendars hard.

use assize::domain::{Authority, BankHoliday, InspectorateId, Letters, Timing};
use chrono::{Days, NaiveDate};

use super::draw::Draw;

pub fn date(text: &str) -> NaiveDate {
    text.parse().expect("an ISO date")
}

/// Where a window may begin, give or take a week and a half.
const SEASONS: [&str; 8] = [
    "2027-02-01", // nothing but St David's Day
    "2027-03-08", // Easter
    "2027-03-15",
    "2027-04-19", // May
    "2027-05-17",
    "2026-12-07", // Christmas, a year of 53 weeks
    "2026-12-14",
    "2027-12-13", // Christmas and New Year with days in lieu
];

/// The bank holidays of England and Wales from 2026 to 2028, so far as windows and notice reach.
const BUILT_IN: [&str; 24] = [
    "2026-05-04",
    "2026-05-25",
    "2026-08-31",
    "2026-12-25",
    "2026-12-28",
    "2027-01-01",
    "2027-03-26",
    "2027-03-29",
    "2027-05-03",
    "2027-05-31",
    "2027-08-30",
    "2027-12-27",
    "2027-12-28",
    "2028-01-03",
    "2028-04-14",
    "2028-04-17",
    "2028-05-01",
    "2028-05-29",
    "2026-04-03",
    "2026-04-06",
    "2026-01-01",
    "2025-12-25",
    "2025-12-26",
    "2025-08-25",
];

/// The holidays of three nations: the built-in ones, and rows that a file may add.
pub fn bank_holidays(draw: &mut Draw) -> Vec<BankHoliday> {
    let row = |nation: &str, day: &str, name: &str| BankHoliday {
        nation: nation.to_owned(),
        date: date(day),
        name: name.to_owned(),
    };
    let mut rows = Vec::new();
    for nation in ["England", "Wales"] {
        rows.extend(BUILT_IN.map(|day| row(nation, day, "Bank holiday")));
    }
    for day in [
        "2026-12-25",
        "2026-12-28",
        "2027-01-01",
        "2027-01-04",
        "2027-03-26",
        "2027-05-03",
        "2027-02-10",
        "2027-12-27",
        "2028-01-04",
    ] {
        rows.push(row("Scotland", day, "Bank holiday"));
    }
    if draw.percent(30) {
        // Mid-week, and in one nation only.
        for day in [
            "2027-03-03",
            "2027-03-24",
            "2027-04-28",
            "2026-12-16",
            "2027-02-17",
            "2027-05-19",
        ] {
            rows.push(row("Wales", day, "Added holiday"));
        }
    }
    rows
}

pub fn timing(draw: &mut Draw) -> Timing {
    let first_day = date(draw.pick(&SEASONS)) + Days::new(u64::from(draw.between(0, 10)));
    let weeks = draw.pick(&[2, 3, 3, 4, 4, 5, 6]);
    let last_day = first_day + Days::new(u64::from(7 * weeks - draw.between(1, 4)));
    let notice_weeks = draw.pick(&[6, 6, 6, 7, 8]);
    // Long enough before that notice ends about when the window begins: sometimes before, sometimes after.
    let lead_days = 7 * notice_weeks + draw.between(14, 40);
    Timing {
        selection_proposed: first_day - Days::new(u64::from(lead_days)),
        first_day,
        last_day,
        notice_weeks,
        spare_days: draw.pick(&[0, 0, 1, 2, 3, 5, 6]),
        letters: draw.pick(&[Letters::Together, Letters::Each]),
        max_visits_per_week: draw.maybe(35, |draw| draw.pick(&[1, 1, 2])),
        publication: None,
    }
}

/// An authority for everyone who takes part.
pub fn authority(
    draw: &mut Draw,
    timing: &Timing,
    inspectorates: &[InspectorateId],
) -> Vec<(InspectorateId, Authority)> {
    inspectorates
        .iter()
        .map(|name| {
            let when = if draw.percent(65) {
                Authority::WorkingDays(draw.pick(&[0, 3, 5, 8, 10, 12]))
            } else {
                // Any day of the week: nobody says that it must be a working day.
                Authority::On(timing.selection_proposed + Days::new(u64::from(draw.between(0, 16))))
            };
            (name.clone(), when)
        })
        .collect()
}
