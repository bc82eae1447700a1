//! V2, V3, V4, V7 and V8: the small print.

use assize::domain::*;

use super::*;

#[test]
fn hours_are_those_of_the_visit() {
    let found = found(|inspection, plan| {
        inspection.day.arrival = Some(time("09:30"));
        inspection.day.departure = Some(time("14:15"));
        place(plan, "Focus group", 1, "2027-02-24", "08:00");
        place(plan, "Interview", 1, "2027-02-25", "09:00");
        place(plan, "Closing debrief", 1, "2027-02-24", "13:15");
    });
    // The visit to North Force now ends on the 24th, and so does not depart early on the 23rd.
    assert_eq!(
        found,
        [
            "V2 hours: At North Force, “Opening meeting” begins at 09:00 on 22 February 2027; the first day begins at 09:30.",
            "V2 hours: At North Force, “Focus group” begins at 08:00 on 24 February 2027; the day begins at 09:00.",
            "V2 hours: At North Force, “Interview” (session 1) is on 25 February 2027, which is not a day of the visit.",
            "V2 hours: At South Force, “Opening meeting” begins at 09:00 on 8 March 2027; the first day begins at 09:30.",
            "V2 hours: At South Force, “Closing debrief” ends at 14:30 on 9 March 2027; the last day ends at 14:15.",
            "V9 opening and closing: At North Force, “Interview” (session 1) ends at 10:00 on 25 February 2027, after the closing debrief, “Closing debrief”, begins at 13:15 on 24 February 2027.",
        ]
    );
}

#[test]
fn an_arrival_before_the_start_and_a_departure_after_the_end_change_nothing() {
    let found = found(|inspection, _| {
        inspection.day.start = time("09:00");
        inspection.day.arrival = Some(time("08:00"));
        inspection.day.departure = Some(time("18:00"));
    });
    assert_eq!(found, NOTHING);
}

#[test]
fn sessions_are_clear_of_lunch_and_may_touch_it() {
    let found = found(|_, plan| {
        place(plan, "Court observation", 1, "2027-02-22", "11:45");
        place(plan, "File examination", 2, "2027-02-22", "13:15");
        place(plan, "File examination", 3, "2027-02-22", "13:14");
    });
    assert_eq!(
        found,
        [
            "V2 hours: At North Force, “Court observation” is from 11:45 to 13:00 on 22 February 2027; lunch is from 12:30 to 13:15.",
            "V2 hours: At North Force, “File examination” (session 3) is from 13:14 to 15:14 on 22 February 2027; lunch is from 12:30 to 13:15.",
            "V8 set times: At North Force, “Court observation” ends at 13:00 on 22 February 2027; it must end by 12:30.",
        ]
    );
}

#[test]
fn lunch_of_no_length_is_no_lunch() {
    let found = found(|inspection, _| inspection.day.lunch = [time("10:30"); 2]);
    assert_eq!(found, NOTHING);
}

#[test]
fn the_own_debrief_comes_before_the_closing_debrief_on_the_last_day() {
    let moved = |closing: &'static str, court: &'static str| {
        found(move |_, plan| {
            plan.sessions
                .retain(|one| one.site.as_str() == "north-force");
            place(plan, "Closing debrief", 1, "2027-02-23", closing);
            place(plan, "Court observation", 1, "2027-02-23", court);
        })
    };
    // It is from 12:00 to 12:30, before the lunch after which the closing debrief begins.
    assert_eq!(
        moved("13:15", "11:15"),
        [
            "V2 hours: At North Force, “Court observation” is from 11:15 to 12:30 on 23 February 2027; the team's own debrief is from 12:00 to 12:30, before the closing debrief.",
        ]
    );
    // From 13:14 it would be in lunch.
    assert_eq!(
        moved("13:44", "11:15"),
        [
            "V2 hours: At North Force, “Closing debrief” begins at 13:44 on 23 February 2027; there is no room before it for the team's own debrief of 30 minutes.",
        ]
    );
    // The end of the day is free.
    assert_eq!(moved("16:15", "11:15"), NOTHING);
    assert_eq!(
        moved("16:16", "11:15"),
        [
            "V2 hours: At North Force, “Closing debrief” ends at 17:01 on 23 February 2027; the day ends at 17:00.",
        ]
    );
}

#[test]
fn without_a_debrief_sessions_last_to_the_end_of_the_day() {
    let found = found(|inspection, plan| {
        inspection.day.debrief = 0;
        place(plan, "Case system", 1, "2027-02-22", "16:15");
        session(plan, "Case system", 1).end = time("17:01");
        activity(inspection, "Case system").minutes = 46;
        plan.sessions
            .retain(|one| one.site.as_str() == "north-force");
    });
    assert_eq!(
        found,
        [
            "V2 hours: At North Force, “Case system” ends at 17:01 on 22 February 2027; the day ends at 17:00."
        ]
    );
}

#[test]
fn the_time_between_sessions_holds_across_lunch_too() {
    let found = found(|inspection, plan| {
        inspection.day.between = 90;
        plan.sessions
            .retain(|one| one.site.as_str() == "north-force");
        // All but the sessions about lunch are in the others' way now.
        inspection.activities.retain(|one| {
            ![
                "Opening meeting",
                "Case system",
                "Focus group",
                "Interview",
                "Court observation",
            ]
            .contains(&one.name.as_str())
        });
        let known = |name: &str| inspection.activities.iter().any(|one| one.name == name);
        plan.sessions.retain(|one| known(&one.activity));
        place(plan, "File examination", 1, "2027-02-22", "10:00");
    });
    assert_eq!(
        found,
        [
            "V3 pair: At North Force, pair 1 has “File examination” (session 1) until 12:00 on 22 February 2027 and “File examination” (session 3) from 13:15: 90 minutes are needed between them.",
        ]
    );
}

#[test]
fn one_inspectorate_alone_keeps_its_pair_and_the_whole_team_keeps_every_pair() {
    let found = found(|_, plan| {
        place(plan, "Interview", 2, "2027-02-23", "11:30");
        place(plan, "Closing debrief", 1, "2027-02-23", "13:45");
        place(plan, "Focus group", 1, "2027-02-23", "14:00");
    });
    assert_eq!(
        found,
        [
            "V3 pair: At North Force, pair 2 has “Court observation” until 12:30 on 23 February 2027 and “Interview” (session 2) from 11:30: they overlap.",
            "V3 pair: At North Force, pair 1 has “Closing debrief” until 14:30 on 23 February 2027 and “Focus group” from 14:00: they overlap.",
            "V9 opening and closing: At North Force, “Focus group” ends at 15:00 on 23 February 2027, after the closing debrief, “Closing debrief”, begins at 13:45 on 23 February 2027.",
        ]
    );
}

#[test]
fn the_whole_team_is_in_one_session_at_a_time() {
    let found = found(|inspection, plan| {
        activity(inspection, "Closing debrief").method = Method::DocumentReview;
        activity(inspection, "Closing debrief").day = SetDay::Any;
        place(plan, "Closing debrief", 1, "2027-02-22", "08:50");
        inspection.day.start = time("08:00");
        activity(inspection, "Opening meeting").method = Method::Data;
    });
    assert_eq!(
        found,
        [
            "V3 pair: At North Force, the whole team has “Closing debrief” until 09:35 on 22 February 2027 and “Opening meeting” from 09:00: they overlap.",
            "V3 pair: At North Force, pair 1 has “Closing debrief” until 09:35 on 22 February 2027 and “File examination” (session 1) from 09:45: 15 minutes are needed between them.",
            "V3 pair: At North Force, pair 2 has “Closing debrief” until 09:35 on 22 February 2027 and “File examination” (session 2) from 09:45: 15 minutes are needed between them.",
        ]
    );
}

#[test]
fn people_are_the_same_however_they_are_written() {
    let found = found(|inspection, _| {
        let seen = ["HEAD of Unit".to_owned(), "Someone else".to_owned()];
        activity(inspection, "Focus group").with = seen.into();
    });
    assert_eq!(
        found,
        [
            "V4 seen: At North Force, “Head of unit” is seen in “Interview” (session 2) until 11:00 on 23 February 2027 and in “Focus group” from 10:15.",
            "V4 seen: At South Force, “Head of unit” is seen in “Interview” (session 2) until 11:00 on 9 March 2027 and in “Focus group” from 10:15.",
        ]
    );
}

#[test]
fn the_last_day_is_the_last_with_a_session() {
    // The closing debrief stays on the 23rd, and something else follows on the 24th.
    let found = found(|_, plan| place(plan, "Focus group", 1, "2027-02-24", "09:00"));
    assert_eq!(
        found,
        [
            "V7 set day: At North Force, “Closing debrief” is on 23 February 2027; it is set for the last day with a session, 24 February 2027.",
            "V9 opening and closing: At North Force, “Focus group” ends at 10:00 on 24 February 2027, after the closing debrief, “Closing debrief”, begins at 13:45 on 23 February 2027.",
        ]
    );
}

#[test]
fn set_times_hold_at_both_ends() {
    let found = found(|inspection, _| {
        let focus_group = activity(inspection, "Focus group");
        focus_group.earliest = Some(time("10:15"));
        focus_group.latest = Some(time("11:15"));
        activity(inspection, "Interview").earliest = Some(time("09:30"));
    });
    assert_eq!(
        found,
        [
            "V8 set times: At North Force, “Interview” (session 1) begins at 09:00 on 23 February 2027; it may begin at 09:30 at the earliest.",
            "V8 set times: At South Force, “Interview” (session 1) begins at 09:00 on 9 March 2027; it may begin at 09:30 at the earliest.",
        ]
    );
}
