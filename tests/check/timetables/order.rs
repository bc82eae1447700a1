//! V6 and V9: the small print.

use assize::domain::*;

use super::*;

#[test]
fn every_session_waits_for_every_session_before_it() {
    let found = found(|inspection, plan| {
        activity(inspection, "File examination")
            .after
            .push("Focus group".to_owned());
        plan.sessions
            .retain(|one| one.site.as_str() == "north-force");
    });
    assert_eq!(
        found,
        [
            "V6 order: At North Force, “File examination” (sessions 1, 2 and 3) begin before “Focus group”, which must be over first, ends at 11:15 on 23 February 2027.",
        ]
    );
}

#[test]
fn a_session_may_begin_when_what_comes_first_ends() {
    let found = found(|inspection, _| {
        activity(inspection, "Court observation").after = vec!["Focus group".to_owned()];
    });
    assert_eq!(found, NOTHING);
}

#[test]
fn a_gap_lies_between_sessions_of_one_day() {
    let with_gap = |gap| {
        found(move |inspection, plan| {
            let court = activity(inspection, "Court observation");
            // The file examination is on the day before, so it asks for nothing more.
            court.after = vec!["File examination".to_owned(), "Interview".to_owned()];
            court.gap = Some(gap);
            plan.sessions
                .retain(|one| one.site.as_str() == "north-force");
        })
    };
    assert_eq!(with_gap(15), NOTHING);
    assert_eq!(
        with_gap(16),
        [
            "V6 order: At North Force, “Court observation” begins at 11:15 on 23 February 2027, but “Interview” (session 2) ends at 11:00: 16 minutes must lie between.",
        ]
    );
}

#[test]
fn what_comes_before_the_opening_meeting_is_named() {
    let found = found(|_, plan| {
        plan.sessions
            .retain(|one| one.site.as_str() == "north-force");
        place(plan, "Opening meeting", 1, "2027-02-22", "12:00");
    });
    assert_eq!(
        found,
        [
            "V9 opening and closing: At North Force, “File examination” (sessions 1 and 2) begin before the opening meeting, “Opening meeting”, ends at 12:30 on 22 February 2027.",
        ]
    );
}

#[test]
fn a_closing_debrief_before_the_opening_meeting_is_told_once() {
    let found = found(|inspection, plan| {
        activity(inspection, "Closing debrief").day = SetDay::Any;
        inspection.day.start = time("07:30");
        plan.sessions
            .retain(|one| one.site.as_str() == "north-force");
        plan.sessions
            .retain(|one| one.activity == "Opening meeting" || one.activity == "Closing debrief");
        inspection
            .activities
            .retain(|one| one.remote || one.taken_by == TakenBy::All);
        place(plan, "Closing debrief", 1, "2027-02-22", "08:00");
    });
    assert_eq!(
        found,
        [
            "V9 opening and closing: At North Force, “Opening meeting” ends at 09:30 on 22 February 2027, after the closing debrief, “Closing debrief”, begins at 08:00 on 22 February 2027.",
        ]
    );
}

#[test]
fn several_opening_meetings_and_closing_debriefs_need_no_order_among_themselves() {
    let found = found(|inspection, plan| {
        activity(inspection, "Case system").method = Method::OpeningMeeting;
        activity(inspection, "Focus group").method = Method::Debrief;
        let around = [
            "Opening meeting",
            "Case system",
            "Focus group",
            "Closing debrief",
        ];
        let is_around = |name: &str| around.contains(&name);
        inspection
            .activities
            .retain(|one| one.remote || is_around(&one.name));
        plan.sessions.retain(|one| is_around(&one.activity));
    });
    assert_eq!(found, NOTHING);
}

#[test]
fn a_debrief_set_for_the_first_day_closes_nothing() {
    let found = found(|inspection, plan| {
        activity(inspection, "Case system").method = Method::Debrief;
        place(plan, "Case system", 1, "2027-02-22", "13:15");
        place(plan, "File examination", 3, "2027-02-22", "14:15");
    });
    assert_eq!(found, NOTHING);
}

#[test]
fn after_a_remote_activity_is_always_fine() {
    // The document review that the file examination comes after does not even fit.
    let left_open = gaps(|_, plan| {
        for row in &mut plan.preparation {
            (row.date, row.pair) = (None, None);
        }
    });
    assert_eq!(
        left_open,
        [
            "The preparation for North Force does not hold 1 session of “Data pack”.",
            "The preparation for North Force does not hold 4 sessions of “Document review”.",
            "The preparation for South Force does not hold 1 session of “Data pack”.",
            "The preparation for South Force does not hold 4 sessions of “Document review”.",
        ]
    );
}
