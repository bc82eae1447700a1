//! A timetable edited by hand: the checker names what it breaks, and nothing touches the file.

use super::{Copied, HEAD, ON_TRUST};

const ACTIVITIES: &str = "kind,activity,method,sessions,minutes,pair
police_force,Opening meeting,opening meeting,1,30,all
police_force,File examination,file examination,2,120,
police_force,Interview,interview,1,60,
";

const SESSIONS: &str = "site,activity,session,date,start,end,pair
alder,Opening meeting,1,2027-03-01,09:00,09:30,all
alder,File examination,1,2027-03-01,09:45,11:45,1
alder,File examination,2,01/03/2027,13:15,15:15,1
alder,Interview,1,2027-03-02,9:00,10:00:00,1
birch,Opening meeting,1,2027-03-15,09:00,09:30,all
birch,File examination,1,2027-03-15,09:45,11:45,1
birch,File examination,2,2027-03-15,13:15,15:15,1
birch,Interview,1,2027-03-16,09:00,10:00,1
";

const TIERS: &str = "
The tiers, recomputed from the tables:
  selection  3.366667
  calendar   2.000000
  staffing   8.223899
";

/// The small example with activities, a plan in `out` and a timetable in `draft`.
fn drawn_up() -> Copied {
    let small = Copied::of("small");
    small.write("input/activities.csv", ACTIVITIES);
    assert_eq!(small.run("plan input --out out").code, Some(0));
    small.write("draft.csv", SESSIONS);
    small
}

const CHECK: &str = "check input out/plan.json --sessions draft.csv";

#[test]
fn a_timetable_that_keeps_every_rule() {
    let small = drawn_up();
    let ran = small.run(CHECK);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert_eq!(
        ran.out,
        format!("{HEAD}The plan keeps every rule.\n{TIERS}{ON_TRUST}")
    );
}

#[test]
fn one_that_breaks_a_rule_is_told_and_kept() {
    let small = drawn_up();
    small.change(
        "draft.csv",
        "alder,File examination,1,2027-03-01,09:45,11:45",
        "alder,File examination,1,2027-03-01,09:40,11:40",
    );
    let (edited, plan) = (small.read("draft.csv"), small.read("out/plan.json"));
    let ran = small.run(CHECK);
    assert_eq!((ran.code, ran.err.as_str()), (Some(4), ""));
    assert_eq!(
        ran.out,
        format!(
            "{HEAD}One thing is wrong with the timetable:\n  \
             V3 pair: At Alder, pair 1 has “Opening meeting” until 09:30 on 1 March 2027 and “File examination” (session 1) \
             from 09:40: 15 minutes are needed between them.\n{TIERS}{ON_TRUST}"
        )
    );
    assert_eq!(small.read("draft.csv"), edited);
    assert_eq!(small.read("out/plan.json"), plan);
}

#[test]
fn several_files_make_one_timetable() {
    let small = drawn_up();
    let (alder, birch) = SESSIONS.split_once("birch").expect("two visits");
    let header = SESSIONS.lines().next().expect("a header");
    small.write("alder.csv", alder);
    small.write("birch.csv", &format!("{header}\nbirch{birch}"));
    let both = small.run("check input out/plan.json --sessions alder.csv --sessions birch.csv");
    assert_eq!((both.code, both.err.as_str()), (Some(0), ""));
    let one = small.run("check input out/plan.json --sessions birch.csv");
    assert_eq!((one.code, one.err.as_str()), (Some(0), ""));
    assert!(
        one.out
            .contains("Note:\n  No timetable has been drawn up for Alder.\n"),
        "{}",
        one.out
    );
}

#[test]
fn one_that_cannot_be_read_is_refused() {
    let small = drawn_up();
    small.change(
        "draft.csv",
        "birch,Interview,1,2027-03-16,09:00",
        "birch,Interviews,1,2027-03-16,9am",
    );
    let ran = small.run(CHECK);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert_eq!(
        ran.err,
        "Error E402: draft.csv:9, column activity\n  \
         There is no activity “Interviews” of the kind “police_force”.\n  \
         Did you mean “Interview”?\n\n\
         Error E309: draft.csv:9, column start\n  \
         “9am” is not a time of day.\n  \
         Write hours and minutes on the clock of 24 hours, such as 09:30 or 14:00.\n\n\
         2 errors and 0 warnings.\n\n"
    );
}
