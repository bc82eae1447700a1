//! V12: the small print.

use assize::domain::*;

use super::*;

/// North Force: the data pack, then two rows of the document review.
const DATA_PACK: usize = 0;
const REVIEW: usize = 1;
const REST: usize = 2;

#[test]
fn every_session_is_shared_out_once() {
    let found = found(|_, plan| {
        plan.preparation[REVIEW].sessions = 2;
        plan.preparation.remove(DATA_PACK);
    });
    assert_eq!(
        found,
        [
            "V12 preparation: In the preparation for North Force, 3 sessions of “Document review” are accounted for; it has 4.",
            "V12 preparation: In the preparation for North Force, 0 sessions of “Data pack” are accounted for; it has 1.",
        ]
    );
}

#[test]
fn what_does_not_fit_is_accounted_for_and_left_open() {
    let left_open = gaps(|_, plan| {
        (plan.preparation[REST].date, plan.preparation[REST].pair) = (None, None);
    });
    assert_eq!(
        left_open,
        ["The preparation for North Force does not hold 1 session of “Document review”."]
    );
}

#[test]
fn it_lies_on_the_days_of_preparation_with_someone_who_may_take_it() {
    let found = found(|_, plan| {
        plan.preparation[REVIEW].date = Some(day("2027-02-17"));
        plan.preparation[DATA_PACK].date = Some(day("2027-02-17"));
        plan.preparation[DATA_PACK].pair = Some(Party::All);
        plan.preparation[REST].pair = Some(Party::Pair(3));
        let south = &mut plan.preparation[3..];
        south[DATA_PACK].pair = None;
        south[REST].date = None;
    });
    assert_eq!(
        found,
        [
            "V12 preparation: In the preparation for North Force, “Data pack” is on 17 February 2027, which is not one of its days.",
            "V12 preparation: In the preparation for North Force, “Data pack”, on 17 February 2027, is taken by the whole team; it must be a pair that has HMICFRS.",
            "V12 preparation: In the preparation for North Force, “Document review” is on 17 February 2027, which is not one of its days.",
            "V12 preparation: In the preparation for North Force, “Document review”, on 19 February 2027, is taken by pair 3; the visit has 2 pairs.",
            "V12 preparation: In the preparation for South Force, nobody takes “Data pack” on 4 March 2027.",
            "V12 preparation: In the preparation for South Force, “Document review” has somebody to take it, but no day.",
        ]
    );
}

#[test]
fn only_those_who_take_it_have_its_hours() {
    // The data pack is for HMICFRS alone: Inspector P03 has 420 + 60 minutes, and Inspector P04 420.
    let found = found(|inspection, plan| {
        activity(inspection, "Document review").minutes = 105;
        plan.preparation.truncate(3);
        plan.preparation.remove(REST);
        plan.preparation[REVIEW].sessions = 4;
        plan.preparation[REVIEW].pair = Some(Party::Pair(2));
    });
    assert_eq!(
        found,
        [
            "V12 preparation: In the preparation for North Force, Inspector P03 has 480 minutes on 18 February 2027; a day has 435.",
        ]
    );
}

#[test]
fn arrival_and_departure_are_not_for_desks() {
    let found = found(|inspection, plan| {
        inspection.day.arrival = Some(time("09:00"));
        inspection.day.departure = Some(time("14:30"));
        inspection.day.lunch = [time("12:30"), time("12:30")];
        plan.preparation[REVIEW].sessions = 4;
        plan.preparation.remove(REST);
    });
    assert_eq!(found, NOTHING);
}

#[test]
fn after_means_on_no_earlier_day() {
    let found = found(|_, plan| {
        plan.preparation[DATA_PACK].date = Some(day("2027-02-19"));
    });
    assert_eq!(
        found,
        [
            "V12 preparation: In the preparation for North Force, “Document review” is on 18 February 2027, before “Data pack”, which must come first, on 19 February 2027.",
        ]
    );
}

#[test]
fn skills_and_security_hold_at_the_desk_too() {
    let found = found(|inspection, plan| {
        activity(inspection, "Data pack").skills = ["statistics".to_owned()].into();
        activity(inspection, "Document review").security = Some("CMS".to_owned());
        plan.preparation.truncate(3);
    });
    assert_eq!(
        found,
        [
            "V12 preparation: In the preparation for North Force, “Data pack”, on 18 February 2027, needs statistics, which Inspector P03 does not have.",
            "V12 preparation: In the preparation for North Force, Inspector P03 takes “Document review” on 19 February 2027, but does not hold CMS on that day.",
            "V12 preparation: In the preparation for North Force, Inspector P04 takes “Document review” on 19 February 2027, but does not hold CMS on that day.",
        ]
    );
}

#[test]
fn what_the_tables_do_not_have_is_named() {
    let found = found(|_, plan| {
        let like = plan.preparation[REST].clone();
        let mut add = |site: &str, activity: &str| {
            plan.preparation.push(Prepared {
                site: site.into(),
                activity: activity.to_owned(),
                ..like.clone()
            });
        };
        add("west-force", "Document review");
        add("nowhere", "Document review");
        add("north-force", "Interview");
        add("north-force", "Survey");
    });
    assert_eq!(
        found,
        [
            "V12 preparation: Preparation is shared out for nowhere, which the plan does not visit.",
            "V12 preparation: Preparation is shared out for West Force, which the plan does not visit.",
            "V12 preparation: In the preparation for North Force, “Interview” is shared out; it is onsite, so it belongs to the timetable.",
            "V12 preparation: In the preparation for North Force, “Survey” is shared out; it is not one of the activities there.",
        ]
    );
}
