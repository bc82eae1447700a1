//! Timetables drawn up, edited and brought back; and how many pairs and days the activities need.

use super::{Copied, assert_screen};

const ACTIVITIES: &str = "kind,activity,method,sessions,minutes,where,pair,with,day
police_force,Policies,document review,1,240,remote,,,
police_force,Opening meeting,opening meeting,1,30,,all,Chief Constable,first
police_force,File examination,file examination,4,120,,,,
police_force,Interview with the head of crime,interview,1,60,,,Head of crime,
police_force,Closing debrief,debrief,1,45,,all,Chief Constable,last
";

/// The small example with activities, and a plan in `out`.
fn planned() -> Copied {
    let small = Copied::of("small");
    small.write("input/activities.csv", ACTIVITIES);
    let ran = small.run("plan input --out out");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    small
}

const TIMETABLE: &str = "timetable input out/plan.json --out back";

#[test]
fn a_plan_comes_with_timetables_and_says_what_preparation_does_not_fit() {
    let small = planned();
    let sessions = small.read("out/sessions.csv");
    // Two visits with seven sessions each, and the header.
    assert_eq!(sessions.lines().count(), 15, "{sessions}");
    assert!(small.path("out/timetable-alder.svg").exists());
    let ran = small.run(TIMETABLE);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert_screen("timetable", &ran.out);
    assert_eq!(small.read("back/sessions.csv"), sessions);
    small.change("input/activities.csv", "review,1,240", "review,5,240");
    let ran = small.run(TIMETABLE);
    assert_eq!(ran.code, Some(0));
    let warning = "The remote activities of the kind “police_force” take 2400 minutes of work";
    assert!(ran.err.contains(warning), "{}", ran.err);
    let left_over = "The preparation for Alder does not hold 4 sessions of “Policies”, 16 hours altogether, for ";
    assert!(ran.out.contains(left_over), "{}", ran.out);
    assert_eq!(small.read("back/sessions.csv"), sessions);
}

#[test]
fn an_edited_timetable_comes_back_with_only_what_must_move() {
    let small = planned();
    // The head of crime has time at nine only, where files are examined.
    let sessions = small.read("out/sessions.csv");
    let line = |name: &str| {
        let of = |line: &&str| line.starts_with("alder") && line.contains(name);
        sessions.lines().find(of).expect("a session").to_owned()
    };
    let (opening, interview) = (line("Opening meeting"), line("Interview"));
    let when = |line: &str| {
        line.split(',')
            .skip(5)
            .take(3)
            .collect::<Vec<_>>()
            .join(",")
    };
    let file = sessions
        .lines()
        .find(|line| line.starts_with("alder,Alder,File examination,1,"));
    let file = file.expect("a session");
    let moved = interview.replace(&when(&interview), &when(file).replace("11:45", "10:45"));
    let edited = sessions.replace(&interview, &moved);
    assert_ne!(edited, sessions);
    small.write("out/sessions.csv", &edited);

    let broken = small.run("check input out/plan.json --sessions out/sessions.csv");
    assert_eq!(broken.code, Some(4), "{}", broken.out);
    assert!(
        broken.out.contains("V3 pair: At Alder, pair 1 has"),
        "{}",
        broken.out
    );

    let back = small.run(&format!("{TIMETABLE} --keep out/sessions.csv"));
    assert_eq!((back.code, back.err.as_str()), (Some(0), ""));
    let (_, said) = back
        .out
        .split_once("1 edit stands. These sessions had to move for that, and no fewer could:\n")
        .expect("a move");
    assert_eq!(
        said.lines()
            .filter(|line| line.starts_with("  Alder: “"))
            .count(),
        2,
        "{said}"
    );
    assert_eq!(
        small.read("out/sessions.csv"),
        edited,
        "the edited file is kept"
    );
    // The interview stands; a file, and the debrief after it, make room.
    let back = small.read("back/sessions.csv");
    assert!(back.contains(&opening) && back.contains(&moved), "{back}");
    let mended = small.run("check input out/plan.json --sessions back/sessions.csv");
    assert_eq!(mended.code, Some(0), "{}", mended.out);

    // A plan made anew never writes over the edited file.
    let again = small.run("plan input --out out");
    assert_eq!(again.code, Some(1));
    assert!(
        again
            .err
            .contains("sessions.csv was not written by this program, or was changed since"),
        "{}",
        again.err
    );
}

#[test]
fn a_timetable_that_needs_no_change_is_kept_as_it_is() {
    let small = planned();
    let back = small.run(&format!("{TIMETABLE} --keep out/sessions.csv"));
    assert_eq!((back.code, back.err.as_str()), (Some(0), ""));
    assert!(
        back.out.contains("Every session stands where it was."),
        "{}",
        back.out
    );
    assert_eq!(
        small.read("back/sessions.csv"),
        small.read("out/sessions.csv")
    );
}

#[test]
fn activities_that_do_not_fit_are_said_with_the_days_they_need() {
    let small = planned();
    small.change(
        "input/activities.csv",
        "examination,4,120",
        "examination,12,120",
    );
    let ran = small.run(TIMETABLE);
    assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""));
    assert!(
        ran.err.contains(
            "No timetable holds the activities of the visit to Alder. Its 15 sessions need 6 days with 1 pair, and the visit has 3 days.\n"
        ),
        "{}",
        ran.err
    );
    assert!(ran.err.ends_with("Nothing was written.\n"), "{}", ran.err);
    assert!(!small.path("back").exists());
}

#[test]
fn sizes_are_said_with_why_no_less_will_do() {
    let small = planned();
    let ran = small.run("size input");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert_eq!(
        ran.out,
        "Police force: 7 sessions need 1 joint pair of HMICFRS and HMCPSI over 2 days.\n  \
         1 day would not hold them.\n  \
         That is less than is set: 1 joint pair of HMICFRS and HMCPSI over 3 days.\n"
    );
    small.change(
        "input/activities.csv",
        "examination,4,120",
        "examination,12,120",
    );
    let ran = small.run("size input");
    assert_eq!(
        ran.out,
        "Police force: 15 sessions need 2 joint pairs of HMICFRS and HMCPSI over 3 days.\n  \
         1 pair would need 6 days, and a visit has 3 days.\n  \
         That is more than is set: 1 joint pair of HMICFRS and HMCPSI over 3 days.\n"
    );
    small.change(
        "input/activities.csv",
        "crime,interview,1,60",
        "crime,interview,20,60",
    );
    let ran = small.run("size input");
    assert_eq!(
        ran.out,
        "Police force: 34 sessions do not fit 3 days, however many pairs there are: they need 4 days.\n  \
         A long chain of activities, or of sessions with one person, stands in the way. Shorten it, or add days.\n"
    );
}

#[test]
fn without_activities_there_is_nothing_to_draw_up() {
    let small = Copied::of("small");
    assert_eq!(small.run("plan input --out out").code, Some(0));
    for words in [TIMETABLE, "size input"] {
        let ran = small.run(words);
        assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
        assert!(
            ran.err.starts_with("There are no activities to "),
            "{}",
            ran.err
        );
    }
}

#[test]
fn a_file_of_some_visits_leaves_the_others_as_the_plan_has_them() {
    let small = planned();
    let header = |text: &str| text.lines().next().expect("a header").to_owned();
    let of = |text: &str, site: &str| {
        let lines = text.lines().filter(|line| line.starts_with(site));
        format!(
            "{}\n{}\n",
            header(text),
            lines.collect::<Vec<_>>().join("\n")
        )
    };
    // One inspectorate settles Alder: its interview ends the day before last.
    let sessions = small.read("out/sessions.csv");
    let alder = of(&sessions, "alder");
    let interview = alder
        .lines()
        .find(|line| line.contains("Interview"))
        .expect("a session");
    let cells: Vec<&str> = interview.split(',').collect();
    let later = interview.replace(&format!(",{},{},", cells[6], cells[7]), ",14:15,15:15,");
    assert_ne!(later, interview);
    small.write("alder.csv", &alder.replace(interview, &later));
    let first = small.run(&format!("{TIMETABLE} --keep alder.csv"));
    assert_eq!(
        (first.code, first.err.as_str()),
        (Some(0), ""),
        "{}",
        first.out
    );
    let agreed = small.read("back/sessions.csv");
    assert_eq!(of(&agreed, "birch"), of(&sessions, "birch"));

    // Then another settles Birch: Alder stays as it was settled.
    small.write("birch.csv", &of(&sessions, "birch"));
    let second = small.run("timetable input back/plan.json --out again --keep birch.csv");
    assert_eq!(
        (second.code, second.err.as_str()),
        (Some(0), ""),
        "{}",
        second.out
    );
    assert!(
        second.out.contains("Every session stands where it was."),
        "{}",
        second.out
    );
    assert_eq!(small.read("again/sessions.csv"), agreed);
}

#[test]
fn what_an_edited_file_has_wrong_is_said_though_nothing_moves() {
    let small = planned();
    let sessions = small.read("out/sessions.csv");
    let debrief = sessions
        .lines()
        .find(|line| line.starts_with("alder") && line.contains("Closing debrief"))
        .expect("a session");
    let end = debrief.split(',').nth(7).expect("an end");
    let longer = debrief.replace(end, "16:25");
    let twice = debrief.replace("Closing debrief,1,", "Closing debrief,2,");
    let edited = sessions.replace(debrief, &format!("{longer}\n{twice}"));
    small.write("edited.csv", &edited);
    let back = small.run(&format!("{TIMETABLE} --keep edited.csv"));
    assert_eq!(
        (back.code, back.err.as_str()),
        (Some(0), ""),
        "{}",
        back.out
    );
    let again = format!("Alder: “Closing debrief” (session 1) ends at {end} again, not at 16:25: ");
    assert!(back.out.contains(&again), "{}", back.out);
    assert!(
        back.out.contains("Alder: “Closing debrief” (session 2), "),
        "{}",
        back.out
    );
    assert!(
        back.out
            .contains(", is left out: there is no such session onsite, or it is there twice.")
    );
    assert_eq!(small.read("back/sessions.csv"), sessions);
}
