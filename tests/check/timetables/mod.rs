//! V1 to V12: a sound timetable for the sound plan, and for each rule the smallest change that breaks exactly it.

mod joint;
mod order;
mod preparation;
mod times;
mod whole;

use assize::domain::*;
use chrono::Days;

use super::base::{Change, changed, day};

/// A change to a sound timetable, what breaks, and everything the checker then says.
pub const CASES: &[(Rule, Change, &[&str])] = &[
    (
        Rule::Placed,
        |_, plan| plan.sessions.retain(|one| !is(one, "Focus group", 1)),
        &["V1 placed: At North Force, “Focus group” is not placed."],
    ),
    (
        Rule::Hours,
        |_, plan| place(plan, "Case system", 1, "2027-02-22", "16:00"),
        &[
            "V2 hours: At North Force, “Case system” ends at 16:45 on 22 February 2027; the day ends at 17:00, and its last 30 minutes are the daily debrief.",
        ],
    ),
    (
        Rule::PairInOnePlace,
        |_, plan| place(plan, "Focus group", 1, "2027-02-23", "10:05"),
        &[
            "V3 pair: At North Force, pair 1 has “Interview” (session 1) until 10:00 on 23 February 2027 and “Focus group” from 10:05: 15 minutes are needed between them.",
        ],
    ),
    (
        Rule::SeenInOnePlace,
        |_, plan| place(plan, "Interview", 2, "2027-02-23", "09:59"),
        &[
            "V4 seen: At North Force, “Head of unit” is seen in “Interview” (session 1) until 10:00 on 23 February 2027 and in “Interview” (session 2) from 09:59.",
        ],
    ),
    (
        Rule::TakenJointly,
        |_, plan| session(plan, "Opening meeting", 1).pair = Party::Pair(1),
        &[
            "V5 joint: At North Force, “Opening meeting”, at 09:00 on 22 February 2027, is taken by pair 1; it must be the whole team.",
        ],
    ),
    (
        Rule::InOrder,
        |_, plan| {
            session(plan, "Interview", 1).pair = Party::Pair(2);
            place(plan, "Interview", 1, "2027-02-22", "14:00");
        },
        &[
            "V6 order: At North Force, “Interview” (session 1) begins at 14:00 on 22 February 2027, before “File examination”, which must be over first, ends at 15:15 on 22 February 2027.",
        ],
    ),
    (
        Rule::OnSetDay,
        |_, plan| place(plan, "Case system", 1, "2027-02-23", "11:30"),
        &[
            "V7 set day: At North Force, “Case system” is on 23 February 2027; it is set for the first day, 22 February 2027.",
        ],
    ),
    (
        Rule::AtSetTimes,
        |_, plan| place(plan, "Court observation", 1, "2027-02-22", "13:15"),
        &[
            "V8 set times: At North Force, “Court observation” ends at 14:30 on 22 February 2027; it must end by 12:30.",
        ],
    ),
    (
        Rule::OpenedAndClosed,
        |_, plan| place(plan, "Focus group", 1, "2027-02-23", "14:45"),
        &[
            "V9 opening and closing: At North Force, “Focus group” ends at 15:45 on 23 February 2027, after the closing debrief, “Closing debrief”, begins at 13:45 on 23 February 2027.",
        ],
    ),
    (
        Rule::SessionSkills,
        |inspection, _| inspection.inspectors[3].skills.clear(),
        &[
            "V10 session skills: At North Force, “Court observation” needs advocacy, which Inspector P04 does not have.",
            "V10 session skills: At South Force, “Court observation” needs advocacy, which Inspector P04 does not have.",
        ],
    ),
    (
        Rule::SessionSecurity,
        |inspection, _| inspection.clearances[1].valid_until = Some(day("2027-03-07")),
        &[
            "V11 session security: At South Force, Inspector P02 takes “Case system”, but does not hold CMS on 8 March 2027.",
        ],
    ),
    (
        Rule::Preparation,
        |_, plan| {
            plan.preparation.remove(2);
            plan.preparation[1].sessions = 4;
        },
        &[
            "V12 preparation: In the preparation for North Force, Inspector P01 and Inspector P02 have 480 minutes on 18 February 2027; a day has 435.",
        ],
    ),
];

#[test]
fn each_broken_timetable_breaks_exactly_its_rule() {
    for (rule, change, expected) in CASES {
        let report = changed(|inspection, plan| {
            draw_up(inspection, plan);
            change(inspection, plan);
        });
        let shown: Vec<String> = report.findings.iter().map(ToString::to_string).collect();
        assert_eq!(shown, *expected, "{}", rule.number());
        assert!(report.findings.iter().all(|f| f.rule == Some(*rule)));
    }
}

#[test]
fn the_sound_timetable_is_clean() {
    let report = changed(draw_up);
    assert_eq!(report.findings, []);
    assert_eq!(report.misstated, []);
    assert_eq!(report.gaps, Vec::<String>::new());
}

/// What checking says after a change to the sound timetable.
fn found(change: impl FnOnce(&mut Inspection, &mut Plan)) -> Vec<String> {
    super::base::found(|inspection, plan| {
        draw_up(inspection, plan);
        change(inspection, plan);
    })
}

/// The gaps after a change to the sound timetable.
fn gaps(change: impl FnOnce(&mut Inspection, &mut Plan)) -> Vec<String> {
    let report = changed(|inspection, plan| {
        draw_up(inspection, plan);
        change(inspection, plan);
    });
    assert_eq!(report.findings, []);
    assert_eq!(report.misstated, []);
    report.gaps
}

const NOTHING: [&str; 0] = [];

/// Gives the forces activities, and both visits to them a timetable and preparation that keep every rule.
///
/// The onsite days are 22 to 24 February and 8 to 10 March 2027, the third of each without a session; the
/// preparation days are 18 and 19 February and 4 and 5 March.
pub fn draw_up(inspection: &mut Inspection, plan: &mut Plan) {
    inspection.activities = activities();
    inspection.inspectors[3].skills = ["advocacy".to_owned()].into();
    for id in ["P01", "P02"] {
        inspection.clearances.push(Clearance {
            inspector: id.into(),
            clearance: "CMS".to_owned(),
            // The very day of its session at South Force.
            valid_until: Some(day("2027-03-08")),
        });
    }
    for (site, weeks) in [("north-force", 0), ("south-force", 2)] {
        let later = Days::new(7 * weeks);
        plan.sessions.extend(SESSIONS.iter().map(|row| {
            let (activity, session, date, start, end, pair) = *row;
            Session {
                site: site.into(),
                activity: activity.to_owned(),
                session,
                date: day(date) + later,
                start: time(start),
                end: time(end),
                pair: pair.parse().expect("a pair"),
            }
        }));
        plan.preparation.extend(PREPARATION.iter().map(|row| {
            let (activity, sessions, date, pair) = *row;
            Prepared {
                site: site.into(),
                activity: activity.to_owned(),
                sessions,
                date: Some(day(date) + later),
                pair: Some(pair.parse().expect("a pair")),
            }
        }));
    }
}

/// Touching is fine throughout: the interviews of the head of unit, the court observation and lunch, lunch and the team's own
/// debrief, and that and the closing debrief.
const SESSIONS: &[(&str, u32, &str, &str, &str, &str)] = &[
    ("Opening meeting", 1, "2027-02-22", "09:00", "09:30", "all"),
    ("File examination", 1, "2027-02-22", "09:45", "11:45", "1"),
    ("File examination", 2, "2027-02-22", "09:45", "11:45", "2"),
    ("File examination", 3, "2027-02-22", "13:15", "15:15", "1"),
    ("Case system", 1, "2027-02-22", "15:30", "16:15", "1"),
    ("Interview", 1, "2027-02-23", "09:00", "10:00", "1"),
    ("Interview", 2, "2027-02-23", "10:00", "11:00", "2"),
    ("Focus group", 1, "2027-02-23", "10:15", "11:15", "1"),
    ("Court observation", 1, "2027-02-23", "11:15", "12:30", "2"),
    ("Closing debrief", 1, "2027-02-23", "13:45", "14:30", "all"),
];

const PREPARATION: &[(&str, u32, &str, &str)] = &[
    ("Data pack", 1, "2027-02-18", "2"),
    ("Document review", 3, "2027-02-18", "1"),
    ("Document review", 1, "2027-02-19", "2"),
];

fn activities() -> Vec<Activity> {
    let onsite = |name: &str, method, sessions, minutes| Activity {
        gap: None,
        kind: "police_force".into(),
        name: name.to_owned(),
        method,
        sessions,
        minutes,
        remote: false,
        taken_by: TakenBy::AnyPair,
        exception: None,
        with: [].into(),
        day: SetDay::Any,
        earliest: None,
        latest: None,
        after: vec![],
        skills: [].into(),
        security: None,
    };
    let of = |text: &str| vec![text.to_owned()];
    let agreed = Some("Agreed by the development group".to_owned());
    vec![
        Activity {
            taken_by: TakenBy::All,
            ..onsite("Opening meeting", Method::OpeningMeeting, 1, 30)
        },
        Activity {
            after: of("Document review"),
            ..onsite("File examination", Method::FileExamination, 3, 120)
        },
        Activity {
            day: SetDay::First,
            security: Some("CMS".to_owned()),
            ..onsite("Case system", Method::RealityCheck, 1, 45)
        },
        Activity {
            // The pairs of the kind are written the other way round.
            taken_by: TakenBy::Pair(["HMCPSI".into(), "HMICFRS".into()]),
            with: ["Head of unit".to_owned()].into(),
            after: of("File examination"),
            ..onsite("Interview", Method::Interview, 2, 60)
        },
        Activity {
            with: ["Charging team".to_owned()].into(),
            ..onsite("Focus group", Method::FocusGroup, 1, 60)
        },
        Activity {
            taken_by: TakenBy::One("HMCPSI".into()),
            exception: agreed.clone(),
            earliest: Some(time("10:00")),
            latest: Some(time("12:30")),
            skills: ["advocacy".to_owned()].into(),
            ..onsite("Court observation", Method::CourtObservation, 1, 75)
        },
        Activity {
            taken_by: TakenBy::All,
            day: SetDay::Last,
            ..onsite("Closing debrief", Method::Debrief, 1, 45)
        },
        Activity {
            remote: true,
            after: of("Data pack"),
            ..onsite("Document review", Method::DocumentReview, 4, 120)
        },
        Activity {
            remote: true,
            taken_by: TakenBy::One("HMICFRS".into()),
            exception: agreed,
            ..onsite("Data pack", Method::Data, 1, 60)
        },
    ]
}

fn time(text: &str) -> TimeOfDay {
    text.parse().expect("a time")
}

fn activity<'i>(inspection: &'i mut Inspection, name: &str) -> &'i mut Activity {
    let mut activities = inspection.activities.iter_mut();
    activities
        .find(|one| one.name == name)
        .expect("an activity")
}

fn is(session: &Session, activity: &str, number: u32) -> bool {
    let of = (session.site.as_str(), session.activity.as_str());
    of == ("north-force", activity) && session.session == number
}

/// A session at North Force.
fn session<'p>(plan: &'p mut Plan, activity: &str, number: u32) -> &'p mut Session {
    let mut sessions = plan.sessions.iter_mut();
    sessions
        .find(|one| is(one, activity, number))
        .expect("a session")
}

/// Moves a session at North Force; it lasts as long as before.
fn place(plan: &mut Plan, activity: &str, number: u32, date: &str, start: &str) {
    let session = session(plan, activity, number);
    let minutes = session.end.minutes() - session.start.minutes();
    session.date = day(date);
    session.start = time(start);
    session.end = TimeOfDay::from_minutes(session.start.minutes() + minutes);
}
