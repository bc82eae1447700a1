//! V1, and what is left open.

use assize::domain::*;

use super::*;

#[test]
fn every_session_is_there_once_and_as_long_as_it_lasts() {
    let found = found(|_, plan| {
        plan.sessions
            .retain(|one| !is(one, "File examination", 1) && !is(one, "File examination", 3));
        plan.sessions
            .retain(|one| one.activity != "Interview" || one.site.as_str() != "north-force");
        session(plan, "Case system", 1).end = time("16:30");
        let mut again = session(plan, "Focus group", 1).clone();
        // It stands in the way of nothing: only the first of the two is looked at further.
        again.date = day("2027-02-22");
        plan.sessions.push(again);
    });
    assert_eq!(
        found,
        [
            "V1 placed: At North Force, “File examination” (sessions 1 and 3) are not placed.",
            "V1 placed: At North Force, “Case system” lasts 60 minutes from 15:30 on 22 February 2027; it must last 45.",
            "V1 placed: At North Force, none of the 2 sessions of “Interview” is placed.",
            "V1 placed: At North Force, “Focus group” is placed 2 times: at 10:15 on 23 February 2027 and 10:15 on 22 February 2027.",
        ]
    );
}

#[test]
fn what_the_tables_do_not_have_is_named() {
    let found = found(|_, plan| {
        let like = session(plan, "Focus group", 1).clone();
        let mut add = |change: &dyn Fn(&mut Session)| {
            let mut more = like.clone();
            change(&mut more);
            plan.sessions.push(more);
        };
        add(&|one| one.site = "west-force".into());
        add(&|one| one.site = "nowhere".into());
        add(&|one| one.activity = "Focus grope".to_owned());
        add(&|one| one.activity = "Document review".to_owned());
        add(&|one| one.session = 2);
        add(&|one| one.session = 0);
        add(&|one| one.session = u32::MAX);
    });
    assert_eq!(
        found,
        [
            "V1 placed: The timetable has 1 session at nowhere, which the plan does not visit.",
            "V1 placed: The timetable has 1 session at West Force, which the plan does not visit.",
            "V1 placed: At North Force, “Focus grope” is placed at 10:15 on 23 February 2027; it is not one of the activities there.",
            "V1 placed: At North Force, “Document review” is placed at 10:15 on 23 February 2027; it is remote, so it belongs to the preparation.",
            "V1 placed: At North Force, the timetable has session 0 of “Focus group”, which has 1 session.",
            "V1 placed: At North Force, the timetable has session 2 of “Focus group”, which has 1 session.",
            "V1 placed: At North Force, the timetable has session 4294967295 of “Focus group”, which has 1 session.",
        ]
    );
}

#[test]
fn a_session_that_ends_before_it_begins_is_one_mistake() {
    let found = found(|_, plan| session(plan, "Focus group", 1).end = time("09:15"));
    assert_eq!(
        found,
        [
            "V1 placed: At North Force, “Focus group” begins at 10:15 on 23 February 2027, but ends at 09:15."
        ]
    );
}

#[test]
fn no_timetable_at_all_breaks_nothing() {
    let left_open = gaps(|_, plan| {
        plan.sessions.clear();
        plan.preparation.clear();
    });
    assert_eq!(
        left_open,
        [
            "No timetable has been drawn up for North Force and South Force.",
            "No preparation has been shared out for North Force and South Force.",
        ]
    );
    let left_open = gaps(|_, plan| {
        plan.sessions
            .retain(|one| one.site.as_str() == "north-force");
    });
    assert_eq!(
        left_open,
        ["No timetable has been drawn up for South Force."]
    );
}

#[test]
fn one_session_makes_a_timetable_that_must_be_whole() {
    let found = found(|inspection, plan| {
        inspection.activities.truncate(2);
        plan.preparation.clear();
        plan.sessions
            .retain(|one| one.activity == "File examination");
    });
    assert_eq!(
        found,
        [
            "V1 placed: At North Force, “Opening meeting” is not placed.",
            "V1 placed: At South Force, “Opening meeting” is not placed.",
        ]
    );
}
