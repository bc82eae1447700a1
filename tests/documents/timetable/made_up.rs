//! A visit of three days by two pairs, its activities and its sessions, made by hand.

use std::collections::{BTreeMap, BTreeSet};

use assize::domain::Planned;
use assize::domain::*;

use crate::plan;

/// In the reason for an exception; the page says no more than that it was agreed.
pub const REASON: &str = "SECRET-REASON";
/// The access that an activity needs; nobody outside the team has to know of it.
pub const ACCESS: &str = "SECRET-ACCESS";

/// The visit to the first force of the plan, 22 to 24 February 2027: `day start end pair activity`.
pub const SESSIONS: &str = "\
22 09:30 10:00 all Opening meeting
22 10:15 11:45 1 Joint examination of case files
22 10:15 11:45 2 Joint examination of case files
22 13:15 14:15 1 Focus group of response officers
22 13:15 14:15 2 Focus group of <investigators> & detectives
22 14:30 16:00 1 Joint examination of case files
22 14:30 15:15 2 Gatekeepers
22 15:30 16:15 2 Gatekeepers
23 09:00 09:15 1 Morning meeting
23 09:00 10:30 2 Joint examination of case files
23 09:45 10:45 1 Custody lead
23 10:45 11:45 2 Disclosure lead
23 11:00 12:00 1 Crime records
23 13:15 14:45 1 Joint examination of case files
23 13:15 14:00 2 Witness care unit
23 14:15 15:00 2 CPS–police liaison
24 09:00 10:30 1 Joint examination of case files
24 09:00 10:00 2 Reality check of the case file system
24 10:15 11:15 2 Reality check of the case file system
24 11:30 12:15 2 Head of crime
24 14:00 14:45 all Closing debrief";

fn activity(name: &str, method: Method, sessions: u32, with: &[&str]) -> Activity {
    Activity {
        gap: None,
        kind: "police_force".into(),
        name: name.to_owned(),
        method,
        sessions,
        minutes: 60,
        remote: false,
        taken_by: TakenBy::AnyPair,
        exception: None,
        with: with.iter().map(|one| (*one).to_owned()).collect(),
        day: SetDay::Any,
        earliest: None,
        latest: None,
        after: vec![],
        skills: BTreeSet::new(),
        security: None,
    }
}

pub fn activities() -> Vec<Activity> {
    use Method::*;
    let deputy = &["Deputy Chief Constable"];
    let detectives = "Focus group of <investigators> & detectives";
    let mut records = activity("Crime records", RealityCheck, 1, &[]);
    records.taken_by = TakenBy::One("HMICFRS".into());
    records.exception = Some(REASON.to_owned());
    records.security = Some(ACCESS.to_owned());
    vec![
        activity("Opening meeting", OpeningMeeting, 1, deputy),
        activity("Joint examination of case files", FileExamination, 6, &[]),
        activity("Focus group of response officers", FocusGroup, 1, &[]),
        activity(detectives, FocusGroup, 1, &["<Detectives> & others"]),
        activity("Gatekeepers", Interview, 2, &["Gatekeepers"]),
        activity("Morning meeting", OtherObservation, 1, &[]),
        activity("Custody lead", Interview, 1, &["Custody lead"]),
        activity("Disclosure lead", Interview, 1, &["Disclosure lead"]),
        records,
        activity("Witness care unit", Interview, 1, &["Witness care manager"]),
        activity("CPS–police liaison", Interview, 1, &[]),
        activity(
            "Reality check of the case file system",
            RealityCheck,
            2,
            &[],
        ),
        activity("Head of crime", Interview, 1, &["Head of crime"]),
        activity("Closing debrief", Debrief, 1, deputy),
    ]
}

/// Sessions at a site, in a February that begins on a Monday.
pub fn sessions(site: &str, text: &str) -> Vec<Session> {
    let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
    let session = |line| {
        let cells: Vec<&str> = str::splitn(line, 5, ' ').collect();
        let number = numbers.entry(cells[4]).or_default();
        *number += 1;
        Session {
            site: site.into(),
            activity: cells[4].to_owned(),
            session: *number,
            date: plan::day(&format!("2027-02-{}", cells[0])),
            start: cells[1].parse().expect("a time"),
            end: cells[2].parse().expect("a time"),
            pair: cells[3].parse().expect("a pair"),
        }
    };
    text.lines().map(session).collect()
}

/// An inspection whose first visit has the sessions above.
pub fn planned() -> (Inspection, Planned) {
    let mut inspection = plan::inspection();
    inspection.activities = activities();
    inspection.day.arrival = Some(TimeOfDay::from_minutes(9 * 60 + 30));
    let mut planned = plan::planned(&inspection);
    let site = planned.plan.visits[0].site.clone();
    planned.plan.sessions = sessions(site.as_str(), SESSIONS);
    (inspection, planned)
}

/// Five days of four pairs, every one of them full, with a quarter of an hour in each.
pub fn full_week(inspection: &Inspection, plan: &mut Plan) {
    let visit = &mut plan.visits[0];
    visit.last_day = plan::day("2027-02-26");
    let person = |letter: char, number| InspectorId::from(format!("{letter}{number:02}"));
    visit.pairs = (1..=4).map(|n| [person('p', n), person('c', n)]).collect();
    let names: Vec<&str> = inspection
        .activities
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    let mut lines = Vec::new();
    for day in 22..=26 {
        for pair in 1..=4 {
            lines.push(format!("{day} 11:45 12:00 {pair} Morning meeting"));
            let times = ["09:30 10:30", "10:45 11:30", "13:15 14:45", "15:00 16:00"];
            for (place, time) in times.iter().enumerate() {
                let name = names[1 + (day + pair * 5 + place) % 12];
                lines.push(format!("{day} {time} {pair} {name}"));
            }
        }
    }
    plan.sessions = sessions(visit.site.as_str(), &lines.join("\n"));
}
