//! P1 to P13: the small print.

use assize::domain::*;
use chrono::Weekday;

use super::base::*;

#[test]
fn within_a_pair_either_may_sit_first() {
    let report = changed(|_, plan| {
        plan.visits[NORTH_FORCE].pairs[0] = ["P02".into(), "P01".into()];
    });
    assert_eq!(report.findings, []);
}

#[test]
fn a_visit_has_all_its_pairs_and_nobody_twice() {
    let found = found(|_, plan| {
        plan.visits[SOUTH_FORCE].pairs.pop();
        plan.visits[NORTH_FORCE].pairs[1][1] = "P02".into();
    });
    assert_eq!(
        found,
        [
            "P1 joint: Inspector P02 has 2 seats on the visit to North Force.",
            "P1 joint: The visit to South Force has 1 pair; it must be 2.",
        ]
    );
}

#[test]
fn a_visit_without_pairs_has_no_lead() {
    let found = found(|_, plan| plan.visits[SOUTH_AREA].pairs.clear());
    assert_eq!(
        found,
        [
            "P1 joint: The visit to South Area has 0 pairs; it must be 1.",
            "P11 visit lead: The visit to South Area has no experienced inspector of HMCPSI.",
        ]
    );
}

#[test]
fn preparation_skips_holidays_of_either_nation_and_binds_only_p3_and_p4() {
    // With Friday 19 February a holiday in Wales, North Force is prepared on 17 and 18 February: before the first
    // day of fieldwork and in a period to avoid, which preparation may be.
    let found = found(|inspection, _| {
        inspection.bank_holidays.push(BankHoliday {
            nation: "Wales".to_owned(),
            date: day("2027-02-19"),
            name: "A holiday".to_owned(),
        });
        inspection.timing.first_day = day("2027-02-22");
        let days = ["2027-02-01", "2027-02-21"];
        inspection
            .periods
            .push(period("all", None, days, Severity::Must));
        for last_day in ["2027-02-17", "2027-02-16"] {
            inspection.absences.push(Absence {
                inspector: if last_day == "2027-02-17" {
                    "P03"
                } else {
                    "P04"
                }
                .into(),
                first_day: day("2027-02-10"),
                last_day: day(last_day),
            });
        }
    });
    assert_eq!(
        found,
        [
            "P4 available: Inspector P03 is absent on 17 February 2027, but is needed to prepare for North Force."
        ]
    );
}

#[test]
fn days_are_told_in_their_order() {
    let found = found(|inspection, _| {
        inspection.absences.push(Absence {
            inspector: "P03".into(),
            first_day: day("2027-02-18"),
            last_day: day("2027-02-22"),
        });
    });
    assert_eq!(
        found,
        [
            "P4 available: Inspector P03 is absent on 18 February 2027, but is needed to prepare for North Force.",
            "P4 available: Inspector P03 is absent on 19 February 2027, but is needed to prepare for North Force.",
            "P4 available: Inspector P03 is absent on 22 February 2027, but is needed at North Force.",
        ]
    );
}

#[test]
fn inspectors_work_on_their_own_weekdays() {
    let found = found(|inspection, _| {
        inspection.inspectors[3].works =
            vec![Weekday::Mon, Weekday::Tue, Weekday::Thu, Weekday::Fri];
    });
    assert_eq!(
        found,
        [
            "P4 available: Inspector P04 does not work on Wednesday 24 February 2027, but is needed at North Force.",
            "P4 available: Inspector P04 does not work on Wednesday 10 March 2027, but is needed at South Force.",
        ]
    );
}

#[test]
fn a_clearance_is_valid_to_its_last_day_and_any_one_will_do() {
    let report = changed(|inspection, _| {
        inspection.kinds[1].clearance = Some("NPPV3".to_owned());
        for (id, until) in [
            ("P01", "2027-01-01"),
            ("P01", "2027-03-12"),
            ("P02", "2027-03-12"),
        ] {
            inspection.clearances.push(Clearance {
                inspector: id.into(),
                clearance: "NPPV3".to_owned(),
                valid_until: Some(day(until)),
            });
        }
    });
    assert_eq!(report.findings, []);
}

#[test]
fn another_clearance_does_not_count() {
    let found = found(|inspection, plan| {
        plan.visits.truncate(SOUTH_FORCE);
        inspection.kinds[1].clearance = Some("NPPV3".to_owned());
        for (id, clearance) in [("P01", "NPPV3"), ("P02", "SC")] {
            inspection.clearances.push(Clearance {
                inspector: id.into(),
                clearance: clearance.to_owned(),
                valid_until: None,
            });
        }
    });
    assert_eq!(
        found,
        [
            "P5 cleared: Inspector P02 does not hold NPPV3 on 26 February 2027, the last day of the visit to North Area."
        ]
    );
}

#[test]
fn ones_own_limit_replaces_the_general_one_also_when_smaller() {
    let found = found(|inspection, _| {
        inspection.staffing.max_days = Some(15);
        inspection.inspectors[2].max_days = Some(5);
    });
    assert_eq!(
        found,
        ["P9 limit: Inspector P03 has 6 onsite days; it must be at most 5."]
    );
}

#[test]
fn weeks_in_a_row_run_over_the_end_of_the_year() {
    // Two weeks over New Year: Thursday 31 December 2026 lies in the week of 28 December, ISO week 53 of 2026, and
    // Tuesday 5 January 2027 in the week of 4 January, ISO week 1 of 2027.
    let found = found(|inspection, plan| {
        inspection.timing.selection_proposed = day("2026-10-01");
        inspection.authority = vec![("HMICFRS".into(), Authority::On(day("2026-10-01")))];
        inspection.timing.first_day = day("2026-12-01");
        inspection.staffing.max_weeks_in_row = Some(1);
        inspection.links.clear();
        inspection.kinds[1].sites.min = 0;
        inspection.kinds[0].days = 1;
        inspection.kinds[0].start_days = vec![];
        inspection.kinds[0].prepare_days = 1;
        plan.authority_date = day("2026-10-01");
        plan.visits.remove(SOUTH_AREA);
        plan.visits.remove(NORTH_AREA);
        moved(&mut plan.visits[0], "2026-12-31", "2026-12-31");
        moved(&mut plan.visits[1], "2027-01-05", "2027-01-05");
        for visit in &mut plan.visits {
            visit.letter_by = day("2026-11-19");
        }
        plan.visits[1].pairs[1] = ["P05".into(), "P06".into()];
        plan.visits[1].pairs[0][1] = "P08".into();
    });
    assert_eq!(
        found,
        [
            "P10 rest: Inspector P01 is onsite in 2 weeks in a row from the week of 28 December 2026; it must be at most 1."
        ]
    );
}

#[test]
fn a_free_week_breaks_the_row() {
    let report = changed(|inspection, _| inspection.staffing.max_weeks_in_row = Some(1));
    assert_eq!(report.findings, []);
}

#[test]
fn inspectors_join_and_leave_the_team() {
    let found = found(|inspection, _| {
        inspection.inspectors[2].from = Some(day("2027-02-18"));
        inspection.inspectors[2].until = Some(day("2027-03-09"));
        // One reason is enough.
        inspection.absences.push(Absence {
            inspector: "P03".into(),
            first_day: day("2027-03-10"),
            last_day: day("2027-03-10"),
        });
    });
    assert_eq!(
        found,
        [
            "P4 available: Inspector P03 is not in the team on 10 March 2027, but is needed at South Force."
        ]
    );
}

#[test]
fn more_pairs_than_the_kind_has_begin_its_list_again() {
    let with = |third: [&str; 2]| {
        found(|inspection, plan| {
            inspection.kinds[0].pairs = vec![
                ["HMICFRS".into(), "HMCPSI".into()],
                ["HMI Probation".into(), "HMCPSI".into()],
            ];
            inspection.inspectors[2].inspectorate = "HMI Probation".into();
            inspection.sites[0].pairs = Some(3);
            plan.visits[NORTH_FORCE]
                .pairs
                .push(third.map(InspectorId::from));
        })
    };
    assert_eq!(with(["P05", "P06"]), [""; 0]);
    assert_eq!(
        with(["P06", "P08"]),
        [
            "P1 joint: On the visit to North Force, Inspector P06 of HMCPSI and Inspector P08 of HMCPSI are a pair; it must be one of HMICFRS and one of HMCPSI."
        ]
    );
}

#[test]
fn fewer_pairs_than_the_kind_has_are_the_first_of_its_list() {
    let report = changed(|inspection, plan| {
        inspection.sites[0].pairs = Some(1);
        plan.visits[NORTH_FORCE].pairs.pop();
    });
    assert_eq!(report.findings, []);
}

#[test]
fn onsite_days_count_by_site() {
    let found = found(|inspection, plan| {
        inspection.sites[0].days = Some(4);
        inspection.staffing.max_days = Some(6);
        inspection.inspectors[0].max_days = Some(20);
        inspection.inspectors[1].max_days = Some(20);
        moved(&mut plan.visits[NORTH_FORCE], "2027-02-22", "2027-02-25");
        moved(&mut plan.visits[NORTH_AREA], "2027-02-26", "2027-02-26");
        inspection.sites[1].days = Some(1);
    });
    assert_eq!(
        found,
        [
            "P9 limit: Inspector P03 has 7 onsite days; it must be at most 6.",
            "P9 limit: Inspector P04 has 7 onsite days; it must be at most 6.",
        ]
    );
}
