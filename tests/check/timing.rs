//! T1 to T6 and T8: the small print.

use assize::domain::*;
use chrono::Weekday;

use super::base::*;

#[test]
fn a_visit_starts_on_one_of_its_start_days() {
    let found = found(|inspection, _| inspection.kinds[0].start_days = vec![Weekday::Tue]);
    assert_eq!(
        found,
        [
            "T3 working days: The visit to North Force starts on Monday 22 February 2027; visits of kind police_force start on Tuesday.",
            "T3 working days: The visit to South Force starts on Monday 8 March 2027; visits of kind police_force start on Tuesday.",
        ]
    );
}

#[test]
fn a_visit_starts_on_a_working_day_of_its_nation() {
    let found = found(|inspection, _| {
        inspection.sites[0].nation = "Scotland".to_owned();
        inspection.bank_holidays.push(BankHoliday {
            nation: "Scotland".to_owned(),
            date: day("2027-02-22"),
            name: "A local holiday".to_owned(),
        });
    });
    assert_eq!(
        found,
        [
            "T3 working days: The visit to North Force starts on 22 February 2027, which is not a working day in Scotland.",
            "T3 working days: The plan has the visit to North Force end on 24 February 2027; its 3 working days from 22 February 2027 end on 25 February 2027.",
            "P3 one place: Inspector P01 is needed by the visits to North Force and North Area on 25 February 2027.",
            "P3 one place: Inspector P02 is needed by the visits to North Force and North Area on 25 February 2027.",
        ]
    );
}

#[test]
fn every_bound_is_included() {
    // Eight working days after 29 December letters are ready, on 11 January; six weeks later is 22 February.
    let report = changed(|inspection, _| {
        inspection.timing.first_day = day("2027-02-22");
        inspection.timing.last_day = day("2027-03-12");
        inspection.timing.spare_days = 8;
        inspection.burden.max_days = Some(4);
        inspection.staffing.max_days = Some(10);
        inspection.kinds[0].sites = Count { min: 2, max: 2 };
    });
    assert_eq!(report.findings, []);
}

#[test]
fn fieldwork_has_a_first_day() {
    let found = found(|inspection, _| inspection.timing.first_day = day("2027-02-24"));
    assert_eq!(
        found,
        [
            "T1 window: The visit to North Force is onsite on 22 February 2027 and 23 February 2027; fieldwork runs from 24 February 2027 to 28 May 2027."
        ]
    );
}

/// Only the visit to South Force: no links, no one else there.
fn alone(inspection: &mut Inspection, plan: &mut Plan) {
    inspection.links.clear();
    inspection.kinds[1].sites.min = 0;
    plan.visits = vec![plan.visits[SOUTH_FORCE].clone()];
}

/// [`alone`], on these days; the letter goes out in time.
fn alone_on(inspection: &mut Inspection, plan: &mut Plan, days: [&str; 2], letter_by: &str) {
    alone(inspection, plan);
    moved(&mut plan.visits[0], days[0], days[1]);
    plan.visits[0].letter_by = day(letter_by);
}

#[test]
fn bank_holidays_between_onsite_days_are_skipped() {
    // Good Friday is 26 March and Easter Monday 29 March 2027; six weeks before 22 March is 8 February.
    let report = changed(|inspection, plan| {
        alone_on(inspection, plan, ["2027-03-23", "2027-03-25"], "2027-02-09");
    });
    assert_eq!(report.findings, []);
    let skipped = changed(|inspection, plan| {
        inspection.kinds[0].days = 2;
        inspection.bank_holidays[3].date = day("2027-03-24");
        alone_on(inspection, plan, ["2027-03-23", "2027-03-25"], "2027-02-09");
    });
    assert_eq!(skipped.findings, []);
}

#[test]
fn a_short_visit_lies_in_one_week() {
    let found = found(|inspection, plan| {
        inspection.kinds[0].days = 4;
        alone_on(inspection, plan, ["2027-03-23", "2027-03-30"], "2027-02-09");
    });
    assert_eq!(
        found,
        [
            "T3 working days: The visit to South Force takes 4 working days from 23 March 2027 and so runs into the next week, to 30 March 2027."
        ]
    );
}

#[test]
fn five_days_are_one_week() {
    let fits = changed(|inspection, plan| {
        inspection.kinds[0].days = 5;
        alone_on(inspection, plan, ["2027-04-12", "2027-04-16"], "2027-03-01");
    });
    assert_eq!(fits.findings, []);
    let late = found(|inspection, plan| {
        inspection.kinds[0].days = 5;
        alone_on(inspection, plan, ["2027-04-13", "2027-04-19"], "2027-03-02");
    });
    assert_eq!(
        late,
        [
            "T3 working days: The visit to South Force takes 5 working days from 13 April 2027 and so runs into the next week, to 19 April 2027."
        ]
    );
}

#[test]
fn a_long_visit_starts_on_the_first_working_day_of_a_week() {
    // Easter Monday is no working day: the week opens on Tuesday 30 March. Seven days end on Wednesday 7 April.
    let opens = changed(|inspection, plan| {
        inspection.kinds[0].days = 7;
        alone_on(inspection, plan, ["2027-03-30", "2027-04-07"], "2027-02-16");
    });
    assert_eq!(opens.findings, []);
    let late = found(|inspection, plan| {
        inspection.kinds[0].days = 7;
        alone_on(inspection, plan, ["2027-04-06", "2027-04-14"], "2027-02-23");
    });
    assert_eq!(
        late,
        [
            "T3 working days: The visit to South Force starts on 6 April 2027; as it takes more than 5 days, it must start on the first working day of a week, such as 5 April 2027."
        ]
    );
}

#[test]
fn periods_apply_by_column_default_and_all() {
    let found = found(|inspection, plan| {
        alone(inspection, plan);
        let days = ["2027-03-01", "2027-03-08"];
        inspection.periods = vec![
            period("nation", Some("England"), days, Severity::Must),
            period("all", None, days, Severity::Must),
            // None of these applies: another region, a blank cell, another site, or only preferred.
            period("region", Some("North"), days, Severity::Must),
            period("area_type", None, days, Severity::Must),
            period("site", Some("north-force"), days, Severity::Must),
            period("site", Some("south-force"), days, Severity::Prefer),
        ];
        plan.visits[0].letter_by = day("2027-01-25");
    });
    let once = "T4 avoid: The visit to South Force is onsite on 8 March 2027, in a period that it must avoid: Local elections.";
    assert_eq!(found, [once, once]);
}

#[test]
fn a_gap_of_no_weeks_forbids_the_days_themselves() {
    let found = found(|inspection, _| {
        inspection.burden.gap_weeks = Some(0);
        inspection.engagements = vec![
            engagement("south-force", "2027-03-10", "2027-03-10", None),
            engagement("south-force", "2027-03-11", "2027-03-31", None),
            engagement("north-force", "2027-02-25", "2027-02-25", None),
        ];
    });
    assert_eq!(
        found,
        [
            "T5 gap: The visit to South Force is onsite on 10 March 2027, within 0 weeks of another inspection there: Custody, from 10 March 2027 to 10 March 2027."
        ]
    );
}

#[test]
fn engagements_outside_the_burden_window_still_keep_their_gap() {
    let found = found(|inspection, _| {
        inspection.burden = Burden {
            months_before: 0,
            months_after: 0,
            gap_weeks: Some(12),
            ..inspection.burden.clone()
        };
        inspection.timing.first_day = day("2027-02-22");
        inspection.engagements = vec![engagement(
            "north-area",
            "2026-11-30",
            "2026-12-03",
            Some(1),
        )];
    });
    // 3 December to 25 February is 84 days, exactly twelve weeks; 26 February is a day clear.
    assert_eq!(
        found,
        [
            "T5 gap: The visit to North Area is onsite on 25 February 2027, within 12 weeks of another inspection there: Custody, from 30 November 2026 to 3 December 2026."
        ]
    );
}

#[test]
fn a_visit_of_two_weeks_counts_in_both() {
    let found = found(|inspection, plan| {
        inspection.kinds[0].days = 6;
        inspection.links.clear();
        inspection.kinds[1].sites.min = 0;
        inspection.kinds[0].prepare_days = 0;
        plan.visits.remove(SOUTH_AREA);
        plan.visits.remove(NORTH_AREA);
        moved(&mut plan.visits[0], "2027-02-22", "2027-03-01");
        moved(&mut plan.visits[1], "2027-03-01", "2027-03-08");
        plan.visits[1].pairs = vec![["P05".into(), "P06".into()], ["P07".into(), "P06".into()]];
        plan.visits[1].pairs[1][1] = "P08".into();
        plan.visits[1].visit_lead = "P05".into();
    });
    assert_eq!(
        found,
        [
            "T6 week limit: 2 visits are in the week of 1 March 2027, to North Force and South Force; it must be at most 1."
        ]
    );
}

#[test]
fn all_fixed_dates_of_a_site_hold() {
    let fixed = |not_before: Option<&str>, not_after: Option<&str>| Fixed {
        site: "north-force".into(),
        not_before: not_before.map(day),
        not_after: not_after.map(day),
        inspector: None,
    };
    let found = found(|inspection, _| {
        inspection.fixed = vec![
            fixed(Some("2027-02-22"), Some("2027-02-24")),
            fixed(Some("2027-02-23"), None),
            fixed(None, None),
        ];
        let mut unselected = fixed(Some("2027-12-01"), None);
        unselected.site = "west-force".into();
        inspection.fixed.push(unselected);
    });
    assert_eq!(
        found,
        [
            "T8 fixed dates: The visit to North Force is onsite on 22 February 2027; it is fixed not to be before 23 February 2027."
        ]
    );
}

#[test]
fn without_spare_days_letters_are_ready_on_the_first_working_day_from_authority_on() {
    // Saturday 9 January: Monday 11 January, and six weeks later 22 February.
    let report = changed(|inspection, plan| {
        inspection.timing.spare_days = 0;
        inspection.authority[0].1 = Authority::On(day("2027-01-09"));
        plan.authority_date = day("2027-01-09");
    });
    assert_eq!(report.findings, []);
    // Delay counts from that week too.
    assert_eq!(report.tiers[1], 10.0 + 2.0 + 2.0);
    let on_the_day = changed(|inspection, plan| {
        inspection.timing.spare_days = 0;
        inspection.authority[0].1 = Authority::On(day("2027-01-11"));
        plan.authority_date = day("2027-01-11");
    });
    assert_eq!(on_the_day.findings, []);
}

#[test]
fn a_long_visit_to_one_site_keeps_the_rule_for_long_visits() {
    let on = |first_day, last_day, letter_by| {
        found(|inspection, plan| {
            inspection.sites[2].days = Some(7);
            alone_on(inspection, plan, [first_day, last_day], letter_by);
        })
    };
    assert_eq!(on("2027-03-08", "2027-03-16", "2027-01-25"), [""; 0]);
    assert_eq!(
        on("2027-03-09", "2027-03-17", "2027-01-26"),
        [
            "T3 working days: The visit to South Force starts on 9 March 2027; as it takes more than 5 days, it must start on the first working day of a week, such as 8 March 2027."
        ]
    );
}
