//! T1 to T9: for each rule the smallest changes after which exactly that rule is broken.

use assize::domain::*;

use super::Case;
use crate::check::base::*;

pub const CASES: &[Case] = &[
    (
        Rule::Window,
        |inspection, _| inspection.timing.last_day = day("2027-03-11"),
        &[
            "T1 window: The visit to South Area is onsite on 12 March 2027; fieldwork runs from 1 February 2027 to 11 March 2027.",
        ],
    ),
    (
        Rule::Notice,
        |inspection, _| inspection.timing.spare_days = 9,
        &[
            "T2 notice: The visit to North Force starts on 22 February 2027; with due notice it can start on 23 February 2027 at the earliest.",
        ],
    ),
    (
        Rule::Notice,
        // Authority on a Saturday, and no spare days: letters are ready on the next working day, which is not Monday.
        |inspection, plan| {
            inspection.timing.spare_days = 0;
            inspection.authority[0].1 = Authority::On(day("2027-01-09"));
            plan.authority_date = day("2027-01-09");
            inspection.bank_holidays.push(BankHoliday {
                nation: "Wales".to_owned(),
                date: day("2027-01-11"),
                name: "A holiday".to_owned(),
            });
            for visit in &mut plan.visits {
                visit.letter_by = day("2027-01-08");
            }
        },
        &[
            "T2 notice: The visit to North Force starts on 22 February 2027; with due notice it can start on 23 February 2027 at the earliest.",
        ],
    ),
    (
        Rule::WorkingDays,
        |_, plan| plan.visits[SOUTH_FORCE].last_day = day("2027-03-11"),
        &[
            "T3 working days: The plan has the visit to South Force end on 11 March 2027; its 3 working days from 8 March 2027 end on 10 March 2027.",
        ],
    ),
    (
        Rule::WorkingDays,
        |inspection, _| inspection.sites[0].days = Some(2),
        &[
            "T3 working days: The plan has the visit to North Force end on 24 February 2027; its 2 working days from 22 February 2027 end on 23 February 2027.",
        ],
    ),
    (
        Rule::Avoid,
        |inspection, _| {
            let days = ["2027-03-09", "2027-03-11"];
            let election = period("site", Some("south-force"), days, Severity::Must);
            inspection.periods.push(election);
        },
        &[
            "T4 avoid: The visit to South Force is onsite on 9 March 2027 and 10 March 2027, in a period that it must avoid: Local elections.",
        ],
    ),
    (
        Rule::Gap,
        |inspection, _| {
            inspection.burden.gap_weeks = Some(4);
            let other = engagement("south-area", "2027-04-08", "2027-04-09", Some(0));
            inspection.engagements.push(other);
        },
        &[
            "T5 gap: The visit to South Area is onsite on 11 March 2027 and 12 March 2027, within 4 weeks of another inspection there: Custody, from 8 April 2027 to 9 April 2027.",
        ],
    ),
    (
        Rule::WeekLimit,
        |_, plan| {
            let pairs = [["P05", "P06"], ["P07", "P08"]].map(|pair| pair.map(InspectorId::from));
            moved(&mut plan.visits[SOUTH_FORCE], "2027-02-22", "2027-02-24");
            plan.visits[SOUTH_FORCE].pairs = pairs.to_vec();
            plan.visits[SOUTH_FORCE].visit_lead = "P05".into();
            moved(&mut plan.visits[SOUTH_AREA], "2027-02-25", "2027-02-26");
            plan.visits[SOUTH_AREA].pairs = vec![["P06".into(), "P05".into()]];
            plan.visits[SOUTH_AREA].visit_lead = "P06".into();
        },
        &[
            "T6 week limit: 2 visits are in the week of 22 February 2027, to North Force and South Force; it must be at most 1.",
        ],
    ),
    (
        Rule::WeekLimit,
        |inspection, plan| {
            some_weeks_after(inspection, plan);
            moved(&mut plan.visits[NORTH_AREA], "2027-03-11", "2027-03-12");
        },
        &[
            "T6 week limit: 2 visits are in the week of 8 March 2027, to North Area and South Force; it must be at most 1.",
        ],
    ),
    (
        Rule::Together,
        |inspection, plan| {
            inspection.links[0].same_team = false;
            moved(&mut plan.visits[SOUTH_AREA], "2027-03-15", "2027-03-16");
        },
        &[
            "T7 together: The visit to South Area starts in the week of 15 March 2027; the visit to South Force does not.",
        ],
    ),
    (
        Rule::Together,
        |inspection, plan| {
            some_weeks_after(inspection, plan);
            moved(&mut plan.visits[SOUTH_AREA], "2027-04-12", "2027-04-13");
        },
        &[
            "T7 together: The visit to South Area starts in the week of 12 April 2027; it must start from 2 to 4 weeks after the week of the visit to South Force.",
        ],
    ),
    (
        Rule::FixedDates,
        |inspection, _| {
            inspection.fixed.push(Fixed {
                site: "south-force".into(),
                not_before: Some(day("2027-03-08")),
                not_after: Some(day("2027-03-09")),
                inspector: None,
            });
        },
        &[
            "T8 fixed dates: The visit to South Force is onsite on 10 March 2027; it is fixed not to be after 9 March 2027.",
        ],
    ),
    (
        Rule::Pilot,
        |inspection, _| inspection.pilot = Some(pilot("north-force", 10, true)),
        &[
            "T9 pilot: The visit to South Force starts on 8 March 2027; it must start after 10 March 2027, the last of 10 working days to review the pilot at North Force.",
        ],
    ),
    (
        Rule::Pilot,
        |inspection, _| inspection.pilot = Some(pilot("west-force", 10, true)),
        &["T9 pilot: West Force is the pilot, but is not selected."],
    ),
];
