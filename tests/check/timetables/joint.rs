//! V5, V10 and V11: who takes a session.

use assize::domain::*;

use super::*;

#[test]
fn a_pair_is_one_of_the_visit() {
    let found = found(|_, plan| {
        session(plan, "Focus group", 1).pair = Party::Pair(7);
        // A pair from 1: a plan in memory can hold what no file can.
        session(plan, "Case system", 1).pair = Party::Pair(0);
        session(plan, "File examination", 3).pair = Party::All;
    });
    assert_eq!(
        found,
        [
            "V5 joint: At North Force, “File examination” (session 3), at 13:15 on 22 February 2027, is taken by the whole team; it must be one pair.",
            "V5 joint: At North Force, “Case system”, at 15:30 on 22 February 2027, is taken by pair 0; the visit has 2 pairs.",
            "V5 joint: At North Force, “Focus group”, at 10:15 on 23 February 2027, is taken by pair 7; the visit has 2 pairs.",
        ]
    );
}

#[test]
fn a_pair_is_of_the_inspectorates_that_are_named() {
    let found = found(|inspection, plan| {
        plan.sessions
            .retain(|one| one.site.as_str() == "north-force");
        activity(inspection, "Interview").taken_by =
            TakenBy::Pair(["HMICFRS".into(), "HMI Probation".into()]);
        activity(inspection, "Case system").taken_by = TakenBy::One("HMI Probation".into());
        activity(inspection, "Case system").exception = Some("Agreed".to_owned());
    });
    assert_eq!(
        found,
        [
            "V5 joint: At North Force, “Case system”, at 15:30 on 22 February 2027, is taken by pair 1, of HMICFRS and HMCPSI; it must be a pair that has HMI Probation.",
            "V5 joint: At North Force, “Interview” (session 1), at 09:00 on 23 February 2027, is taken by pair 1, of HMICFRS and HMCPSI; it must be a pair of HMICFRS and HMI Probation.",
            "V5 joint: At North Force, “Interview” (session 2), at 10:00 on 23 February 2027, is taken by pair 2, of HMICFRS and HMCPSI; it must be a pair of HMICFRS and HMI Probation.",
        ]
    );
}

#[test]
fn one_inspectorate_alone_needs_an_exception() {
    let found = found(|inspection, plan| {
        plan.sessions
            .retain(|one| one.site.as_str() == "north-force");
        activity(inspection, "Court observation").exception = None;
    });
    assert_eq!(
        found,
        [
            "V5 joint: At North Force, “Court observation” is taken by HMCPSI alone, but no exception says why."
        ]
    );
}

#[test]
fn a_skill_is_held_by_someone_who_is_there() {
    let found = found(|inspection, plan| {
        plan.sessions
            .retain(|one| one.site.as_str() == "north-force");
        activity(inspection, "File examination").skills = ["disclosure".to_owned()].into();
        activity(inspection, "Opening meeting").skills = ["Welsh".to_owned()].into();
        activity(inspection, "Closing debrief").skills = ["advocacy".to_owned()].into();
        // The other of the pair is not in the court observation, which HMCPSI takes alone.
        inspection.inspectors[2].skills = inspection.inspectors[3].skills.clone();
        inspection.inspectors[3].skills = ["disclosure".to_owned()].into();
    });
    assert_eq!(
        found,
        [
            "V10 session skills: At North Force, “Opening meeting” needs Welsh, which nobody on the team has.",
            "V10 session skills: At North Force, “File examination” (sessions 1 and 3) need disclosure, which neither Inspector P01 nor Inspector P02 has.",
            "V10 session skills: At North Force, “Court observation” needs advocacy, which Inspector P04 does not have.",
        ]
    );
}

#[test]
fn security_is_asked_of_everyone_who_is_there_and_of_nobody_else() {
    let found = found(|inspection, plan| {
        plan.sessions
            .retain(|one| one.site.as_str() == "north-force");
        activity(inspection, "Court observation").security = Some("Court pass".to_owned());
        activity(inspection, "Closing debrief").security = Some("CMS".to_owned());
        inspection.clearances.push(Clearance {
            inspector: "P04".into(),
            clearance: "Court pass".to_owned(),
            valid_until: None,
        });
    });
    assert_eq!(
        found,
        [
            "V11 session security: At North Force, Inspector P03 takes “Closing debrief”, but does not hold CMS on 23 February 2027.",
            "V11 session security: At North Force, Inspector P04 takes “Closing debrief”, but does not hold CMS on 23 February 2027.",
        ]
    );
}
