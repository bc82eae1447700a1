//! T9 and S1: the small print of the pilot.

use assize::domain::*;

use super::base::*;

#[test]
fn what_the_pilot_brings_in_its_week_need_not_wait_for_its_review() {
    // North Area is visited on 25 February, a day after the pilot; South Area would be too soon, but for 8 working days only.
    let report = changed(|inspection, _| inspection.pilot = Some(pilot("north-force", 7, true)));
    assert_eq!(report.findings, []);
    // Nor need what brings the pilot, though it comes before it.
    let found = found(|inspection, _| inspection.pilot = Some(pilot("north-area", 5, true)));
    assert_eq!(found, [""; 0]);
}

#[test]
fn what_only_may_be_visited_in_the_pilots_week_waits() {
    let any_week = |timing| {
        found(|inspection, plan| {
            inspection.pilot = Some(pilot("north-force", 1, true));
            inspection.links[0].timing = timing;
            inspection.links[0].same_team = false;
            inspection.timing.max_visits_per_week = None;
            plan.visits.truncate(SOUTH_FORCE);
        })
    };
    assert_eq!(any_week(LinkTiming::SameWeek), [""; 0]);
    assert_eq!(
        any_week(LinkTiming::Any),
        [
            "T9 pilot: The visit to North Area starts on 25 February 2027; it must start after 25 February 2027, the last of 1 working day to review the pilot at North Force."
        ]
    );
}

#[test]
fn without_a_review_the_next_visit_starts_after_the_last_day_of_the_pilot() {
    let on = |first_day: &str, last_day: &str| {
        found(|inspection, plan| {
            inspection.pilot = Some(pilot("north-force", 0, true));
            inspection.links[0].timing = LinkTiming::Any;
            inspection.links[0].same_team = false;
            inspection.timing.max_visits_per_week = None;
            plan.visits.truncate(SOUTH_FORCE);
            plan.visits[NORTH_AREA].pairs = vec![["P06".into(), "P05".into()]];
            plan.visits[NORTH_AREA].visit_lead = "P06".into();
            moved(&mut plan.visits[NORTH_AREA], first_day, last_day);
        })
    };
    assert_eq!(on("2027-02-25", "2027-02-26"), [""; 0]);
    assert_eq!(
        on("2027-02-24", "2027-02-25"),
        [
            "T9 pilot: The visit to North Area starts on 24 February 2027; it must start after 24 February 2027, the last day of the pilot at North Force."
        ]
    );
}

#[test]
fn no_visit_comes_before_the_pilot() {
    let found = found(|inspection, _| inspection.pilot = Some(pilot("south-force", 0, true)));
    assert_eq!(
        found,
        [
            "T9 pilot: The visit to North Force starts on 22 February 2027; it must start after 10 March 2027, the last day of the pilot at South Force.",
            "T9 pilot: The visit to North Area starts on 25 February 2027; it must start after 10 March 2027, the last day of the pilot at South Force.",
        ]
    );
}

#[test]
fn reviews_take_working_days_of_both_nations() {
    let found = found(|inspection, _| {
        inspection.pilot = Some(pilot("north-force", 7, true));
        inspection.bank_holidays.push(BankHoliday {
            nation: "Wales".to_owned(),
            date: day("2027-03-01"),
            name: "St David’s Day".to_owned(),
        });
    });
    assert_eq!(
        found,
        [
            "T9 pilot: The visit to South Force starts on 8 March 2027; it must start after 8 March 2027, the last of 7 working days to review the pilot at North Force."
        ]
    );
}

#[test]
fn a_pilot_that_does_not_count_leaves_room_for_another() {
    let with = |counts| {
        found(|inspection, _| {
            inspection.pilot = Some(pilot("north-force", 5, counts));
            inspection.kinds[0].sites = Count { min: 0, max: 1 };
        })
    };
    assert_eq!(with(false), [""; 0]);
    assert_eq!(
        with(true),
        ["S1 count: 2 sites of kind police_force are selected; it must be at most 1."]
    );
}

#[test]
fn a_pilot_that_does_not_count_is_left_out_of_its_own_kind_and_of_nothing_else() {
    let found = found(|inspection, _| {
        inspection.pilot = Some(pilot("north-force", 5, false));
        inspection.kinds[1].sites.min = 3;
        inspection.quotas = vec![Quota {
            kind: "police_force".into(),
            column: "region".to_owned(),
            scope: QuotaScope::Value("North".to_owned()),
            min: None,
            max: Some(0),
        }];
    });
    assert_eq!(
        found,
        [
            "S1 count: 2 sites of kind cps_area are selected; it must be at least 3.",
            "S3 quota: 1 site of kind police_force with region North is selected (North Force); it must be at most 0.",
        ]
    );
}

#[test]
fn a_pilot_by_itself_is_a_plan() {
    let report = changed(|inspection, plan| {
        inspection.pilot = Some(pilot("north-force", 5, false));
        inspection.links.clear();
        for kind in &mut inspection.kinds {
            kind.sites.min = 0;
        }
        plan.visits.truncate(1);
    });
    assert_eq!(report.findings, []);
}
