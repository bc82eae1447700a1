//! Edited timetables brought back: what was edited stands, and all else makes room for it.

use super::Copied;

const ACTIVITIES: &str = "kind,activity,method,sessions,minutes,pair,day,latest
police_force,Opening meeting,opening meeting,1,30,all,first,
police_force,File examination,file examination,2,120,,,
police_force,Interview,interview,2,60,,,16:00
police_force,Closing debrief,debrief,1,45,all,last,
";

/// The small example with activities, and a plan in `out` with visits to Alder and Birch.
fn planned() -> Copied {
    let small = Copied::of("small");
    small.write("input/activities.csv", ACTIVITIES);
    assert_eq!(small.run("plan input --out out").code, Some(0));
    small
}

/// The rows of the plan's timetable, with some of them changed: each the one that begins so, the cells from its date to its pair.
fn edited(small: &Copied, changes: &[(&str, &str)]) -> String {
    let text = small.read("out/sessions.csv");
    let mut rows: Vec<String> = text.lines().map(str::to_owned).collect();
    for (begins, placed) in changes {
        let row = rows.iter_mut().find(|row| row.starts_with(begins));
        let row = row.expect("a row");
        let mut cells: Vec<&str> = row.split(',').collect();
        cells.splice(5..9, placed.split(','));
        *row = cells.join(",");
    }
    rows.join("\n") + "\n"
}

/// Brings a timetable back, and checks what is written. What is said of it, the visits aside.
fn kept(small: &Copied, edited: &str) -> String {
    small.write("edited.csv", edited);
    let ran = small.run("timetable input out/plan.json --keep edited.csv --out back");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
    let sound = small.run("check input back/plan.json");
    assert_eq!(sound.code, Some(0), "{}", sound.out);
    of_edits(&ran.out)
}

/// What is said after the last visit.
fn of_edits(said: &str) -> String {
    let lines: Vec<&str> = said.lines().collect();
    let last = lines
        .iter()
        .rposition(|line| line.starts_with("  Onsite: "));
    let after = &lines[last.expect("a visit") + 1..];
    after.iter().map(|line| format!("{line}\n")).collect()
}

#[test]
fn an_edit_stands_and_the_others_make_room() {
    let small = planned();
    let opening = "alder,Alder,Opening meeting,1,";
    let edited = edited(&small, &[(opening, "2027-03-01,10:00,10:30,all")]);
    assert_eq!(
        kept(&small, &edited),
        "1 edit stands. These sessions had to move for that, and no fewer could:\n  \
         Alder: “File examination” (session 1), from 1 March 2027 at 09:45 with pair 1, now 2 March 2027 at 13:15 with pair 1\n  \
         Alder: “Closing debrief” (session 1), from 2 March 2027 at 11:45 with the whole team, now 2 March 2027 at 15:45 with the whole team\n\
         Written to back.\n"
    );
    let back = small.read("back/sessions.csv");
    assert!(
        back.contains("alder,Alder,Opening meeting,1,opening meeting,2027-03-01,10:00,10:30,all,"),
        "{back}"
    );
}

#[test]
fn an_edit_that_is_in_nobodys_way_moves_nothing() {
    let small = planned();
    let debrief = "birch,Birch,Closing debrief,1,";
    let edited = edited(&small, &[(debrief, "2027-03-16,13:15,14:00,all")]);
    let said = "1 edit stands. No other session had to move.\nWritten to back.\n";
    assert_eq!(kept(&small, &edited), said);
    assert_eq!(
        kept(&small, &small.read("out/sessions.csv")),
        "Every session stands where it was.\nWritten to back.\n"
    );
}

/// The fewest, each with the rule that it breaks.
#[test]
fn edits_that_cannot_stand_are_named_with_the_rule() {
    let small = planned();
    let edited = edited(
        &small,
        &[
            (
                "alder,Alder,Opening meeting,1,",
                "2027-03-01,08:00,08:30,all",
            ),
            ("alder,Alder,Interview,1,", "2027-03-02,15:30,16:30,1"),
            (
                "birch,Birch,File examination,1,",
                "2027-03-16,09:00,11:00,1",
            ),
            (
                "birch,Birch,File examination,2,",
                "2027-03-16,10:00,12:00,1",
            ),
            (
                "birch,Birch,Closing debrief,1,",
                "2027-03-22,11:30,12:15,all",
            ),
        ],
    );
    assert_eq!(
        kept(&small, &edited),
        "4 of 5 edits cannot stand, and no timetable keeps more of them:\n  \
         Alder: “Opening meeting” (session 1), 1 March 2027 at 08:00 with the whole team: it lies outside the hours of the day, in lunch \
         or in the daily debrief (V2). It is now 1 March 2027 at 09:00 with the whole team.\n  \
         Alder: “Interview” (session 1), 2 March 2027 at 15:30 with pair 1: its activity has set times that do not allow it (V8). \
         It is now 2 March 2027 at 09:00 with pair 1.\n  \
         Birch: “File examination” (session 2), 16 March 2027 at 10:00 with pair 1: beside “File examination” (session 1), 16 March 2027 \
         at 09:00 with pair 1, a pair would be in two sessions at a time, or without the minutes between them (V3). \
         It is now 16 March 2027 at 13:15 with pair 1.\n  \
         Birch: “Closing debrief” (session 1), 22 March 2027 at 11:30 with the whole team: that is no day of the visit. \
         It is now 16 March 2027 at 15:45 with the whole team.\n\
         1 edit stands. These sessions had to move for that, and no fewer could:\n  \
         Birch: “Interview” (session 1), from 16 March 2027 at 09:00 with pair 1, now 15 March 2027 at 10:15 with pair 1\n  \
         Birch: “Interview” (session 2), from 16 March 2027 at 10:15 with pair 1, now 16 March 2027 at 11:15 with pair 1\n\
         Written to back.\n"
    );
}

/// Added and dropped at one site: it stands, is said, and is known to whatever reads the plan later.
#[test]
fn sessions_may_be_added_and_dropped_on_one_visit() {
    let small = planned();
    let text = small.read("out/sessions.csv");
    let mut rows: Vec<String> = text.lines().map(str::to_owned).collect();
    rows.retain(|row| !row.starts_with("alder,Alder,Interview,2,"));
    let birch = rows
        .iter()
        .position(|row| row.starts_with("birch,Birch,File examination,2,"));
    let birch = birch.expect("a row");
    // As people do it: copied, number and all, and the time changed.
    let third = rows[birch].replace("2027-03-15,13:15,15:15", "2027-03-17,09:00,11:00");
    rows.insert(birch + 1, third);
    let settled = "Alder: “Interview” has 1 session on this visit, as the timetable was edited. activities.csv has 2.\n\
         Birch: “File examination” has 3 sessions on this visit, as the timetable was edited. activities.csv has 2.\n";
    assert_eq!(
        kept(&small, &(rows.join("\n") + "\n")),
        format!(
            "{settled}1 edit stands. These sessions had to move for that, and no fewer could:\n  \
             Birch: “Closing debrief” (session 1), from 16 March 2027 at 11:45 with the whole team, now 17 March 2027 at 11:45 with the whole team\n\
             Written to back.\n"
        )
    );
    let checked = small.run("check input back/plan.json");
    let known = "Note:\n  \
         At Alder, “Interview” has 1 session, as the plan settles; activities.csv has 2.\n  \
         At Birch, “File examination” has 3 sessions, as the plan settles; activities.csv has 2.\n";
    assert!(checked.out.contains(known), "{}", checked.out);

    // Drawn up anew, the visits have as many sessions; and as many as usual, once an edited timetable has.
    let anew = small.run("timetable input back/plan.json --out anew");
    assert_eq!(anew.code, Some(0));
    assert_eq!(of_edits(&anew.out), format!("{settled}Written to anew.\n"));
    let numbers = |text: &str, begins: &str| {
        let rows = text.lines().filter(|row| row.starts_with(begins));
        rows.count()
    };
    let sessions = small.read("anew/sessions.csv");
    assert_eq!(numbers(&sessions, "alder,Alder,Interview,"), 1);
    assert_eq!(numbers(&sessions, "birch,Birch,File examination,"), 3);
    let usual = small.run("timetable input back/plan.json --keep out/sessions.csv --out usual");
    assert_eq!(
        of_edits(&usual.out),
        "Alder: “Interview” has 2 sessions again, as in activities.csv.\n\
         Birch: “File examination” has 2 sessions again, as in activities.csv.\n\
         2 edits stand. No other session had to move.\n\
         Written to usual.\n"
    );
    assert!(!small.read("usual/plan.json").contains("one_offs"));
}

/// An activity may be left out of one visit altogether; one that nobody knows is refused, and rows of other sites are left out aloud.
#[test]
fn what_is_no_session_of_the_plan_is_said() {
    let small = planned();
    let text = small.read("out/sessions.csv");
    let rows = text
        .lines()
        .filter(|row| !row.starts_with("alder,Alder,Interview,"));
    let cedar = "cedar,Cedar,Interview,1,interview,2027-03-02,09:00,10:00,1,,,,\n";
    let edited: String = rows.map(|row| format!("{row}\n")).collect();
    assert_eq!(
        kept(&small, &format!("{edited}{cedar}")),
        "Cedar is not visited in this plan: its row in the edited timetable is left out.\n\
         Alder: “Interview” does not take place on this visit, as the timetable was edited. activities.csv has 2 sessions.\n\
         Every session stands where it was.\n\
         Written to back.\n"
    );
}

/// A row copied with its number, at a time that will not do: it is the session that no other row has the number of.
#[test]
fn where_no_edit_can_stand_none_is_said_to() {
    let small = planned();
    let text = small.read("out/sessions.csv");
    let debrief = "alder,Alder,Opening meeting,1,";
    let row = text
        .lines()
        .find(|row| row.starts_with(debrief))
        .expect("a row");
    let early = row.replace(",09:00,09:30,", ",08:00,08:30,");
    assert_ne!(row, early);
    assert_eq!(
        kept(&small, &text.replace(row, &early)),
        "The edit cannot stand:\n  \
         Alder: “Opening meeting” (session 1), 1 March 2027 at 08:00 with the whole team: it lies outside the hours of the day, in lunch \
         or in the daily debrief (V2). It is now 1 March 2027 at 09:00 with the whole team.\n\
         No other session had to move.\n\
         Written to back.\n"
    );
    let interview = text
        .lines()
        .find(|row| row.starts_with("alder,Alder,Interview,2,"));
    let interview = interview.expect("a row");
    let mut cells: Vec<&str> = interview.split(',').collect();
    cells.splice(5..9, "2027-03-03,12:45,13:45,1".split(','));
    let third = cells.join(",");
    let said = kept(
        &small,
        &text.replace(interview, &format!("{interview}\n{third}")),
    );
    assert!(
        said.contains(
            "\nThe edit cannot stand:\n  Alder: “Interview” (session 2), 3 March 2027 at 12:45"
        ),
        "{said}"
    );
    assert!(said.contains(" It is now "), "{said}");
    assert!(
        !said.contains("nowhere") && !said.contains("0 edits"),
        "{said}"
    );
}

/// The edited file is the reason, and said first.
#[test]
fn more_sessions_than_fit_are_named_as_the_reason() {
    let small = planned();
    let text = small.read("out/sessions.csv");
    let row = text
        .lines()
        .find(|row| row.starts_with("alder,Alder,File examination,1,"));
    let row = row.expect("a row");
    let more: String = (3..40)
        .map(|number| {
            let mut cells: Vec<String> = row.split(',').map(str::to_owned).collect();
            cells[3] = number.to_string();
            cells[6] = format!("{:02}:{:02}", 9 + number / 12, number % 12 * 5);
            cells[7] = format!("{:02}:{:02}", 11 + number / 12, number % 12 * 5);
            cells.join(",") + "\n"
        })
        .collect();
    small.write("edited.csv", &format!("{text}{more}"));
    let ran = small.run("timetable input out/plan.json --keep edited.csv --out back");
    assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""));
    assert_eq!(
        ran.err,
        "Alder: “File examination” has 38 sessions on this visit, as the timetable was edited. activities.csv has 2.\n\
         No timetable holds the activities of the visit to Alder. Its 42 sessions need 19 days with 1 pair, and the visit has 3 days.\n\
         Nothing was written.\n"
    );
    // The checker goes by the plan, which does not know of them.
    let ran = small.run("check input out/plan.json --sessions edited.csv");
    assert_eq!(ran.code, Some(4));
    assert!(
        ran.out.contains("with the timetable:\n")
            || ran.out.contains("One thing is wrong with the timetable:\n"),
        "{}",
        ran.out
    );
    assert!(
        ran.out
            .contains("is settled once `assize timetable --keep` has brought the file back."),
        "{}",
        ran.out
    );
}
