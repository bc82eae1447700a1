//! Edited timetables: what a spreadsheet makes of them is read as it was meant, and all that is wrong is told at once.

use std::fs;
use std::path::{Path, PathBuf};

use assize::documents::timetable_files;
use assize::domain::{Inspection, Party, Session, TimeOfDay};
use assize::input::{read_sessions, report};
use assize::instance::Instance;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use tempfile::TempDir;

use super::{bad_inputs, inspection};

const HEADER: &str = "site,activity,session,date,start,end,pair";

fn base() -> Inspection {
    inspection(&bad_inputs().join("base"), None)
}

/// A folder with these files in it, and their paths.
fn files(texts: &[(&str, &str)]) -> (TempDir, Vec<PathBuf>) {
    let folder = TempDir::new().expect("a folder");
    let path = |(name, text): &(&str, &str)| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("written");
        path
    };
    let paths = texts.iter().map(path).collect();
    (folder, paths)
}

/// The report on what cannot be read, less the folder of the files.
fn refused(texts: &[(&str, &str)]) -> String {
    let (folder, paths) = files(texts);
    let problems = read_sessions(&paths, &base()).expect_err("problems");
    let folder = format!("{}/", folder.path().display());
    report(&problems).replace(&folder, "")
}

fn read(paths: &[PathBuf], inspection: &Inspection) -> Vec<Session> {
    match read_sessions(paths, inspection) {
        Ok(sessions) => sessions,
        Err(problems) => panic!("{}", report(&problems)),
    }
}

fn session(activity: &str, number: u32, date: &str, times: [&str; 2], pair: Party) -> Session {
    let [start, end] = times.map(|time| time.parse::<TimeOfDay>().expect("a time"));
    Session {
        site: "north".into(),
        activity: activity.to_owned(),
        session: number,
        date: date.parse().expect("a date"),
        start,
        end,
        pair,
    }
}

fn timetable() -> Vec<Session> {
    let interview =
        |number, times| session("Interview", number, "2027-03-08", times, Party::Pair(1));
    vec![
        session(
            "Opening meeting",
            1,
            "2027-03-08",
            ["09:00", "09:30"],
            Party::All,
        ),
        interview(1, ["09:45", "10:45"]),
        interview(2, ["11:00", "12:00"]),
    ]
}

#[test]
fn a_timetable_reads_back_as_it_was_written() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("sessions.csv");
    let mut base = base();
    // A name that a spreadsheet would take for a formula is guarded in the file.
    base.activities[5].name = "=Interview".to_owned();
    let mut sessions = timetable();
    sessions[1].activity = "=Interview".to_owned();
    sessions[2].activity = "=Interview".to_owned();
    let plan = format!(
        "{{\"format\": 2, \"inspection\": \"\", \"inputs_digest\": \"\", \"tiers\": [], \"authority_date\": \"2027-01-01\", \
         \"visits\": [], \"sessions\": {}}}",
        serde_json::to_string(&sessions).expect("JSON")
    );
    let planned = assize::store::read_planned(&plan).expect("a plan");
    let files = timetable_files(&Instance::new(base.clone()), &planned).expect("files");
    let table = files.iter().find(|(name, _)| name == "sessions.csv");
    let (_, bytes) = table.expect("the table");
    assert!(String::from_utf8_lossy(bytes).contains("'=Interview"));
    fs::write(&path, bytes).expect("written");
    assert_eq!(read(&[path], &base), sessions);
}

#[test]
fn what_a_spreadsheet_saves_is_read_as_it_was_meant() {
    let text = "pair,remarks,end,start,date,session,activity,site,status\r\n\
                ALL,,9:30,9:00,08/03/2027,1,Opening meeting,north,DRAFT\r\n\
                1,moved,10:45:00,09:45:00,8/3/2027,1,Interview,north,DRAFT\r\n\
                1,,12:00,11:00,2027-03-08,2,Interview,north,DRAFT\r\n";
    let (_folder, paths) = files(&[("sessions.csv", text)]);
    assert_eq!(read(&paths, &base()), timetable());
}

#[test]
fn a_workbook_with_a_sheet_of_sessions_will_do() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("draft.xlsx");
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Notes").expect("named");
    let sheet = book.add_worksheet();
    sheet.set_name("Sessions").expect("named");
    for (column, name) in HEADER.split(',').enumerate() {
        sheet.write(0, column as u16, name).expect("written");
    }
    let formats = ["dd/mm/yyyy", "hh:mm"].map(|format| Format::new().set_num_format(format));
    for (row, session) in timetable().iter().enumerate() {
        let row = row as u32 + 1;
        let moment = |text: &str| ExcelDateTime::parse_from_str(text).expect("a moment");
        let text = |text: &str| text.to_owned();
        for (column, text) in [(0, text("north")), (1, session.activity.clone())] {
            sheet.write(row, column, text).expect("written");
        }
        sheet.write(row, 2, session.session).expect("written");
        for (column, text, format) in [
            (3, session.date.to_string(), &formats[0]),
            (4, session.start.to_string(), &formats[1]),
            (5, session.end.to_string(), &formats[1]),
        ] {
            sheet
                .write_with_format(row, column, moment(&text), format)
                .expect("written");
        }
        match session.pair {
            Party::Pair(number) => sheet.write(row, 6, number).expect("written"),
            Party::All => sheet.write(row, 6, "all").expect("written"),
        };
    }
    book.save(&path).expect("saved");
    assert_eq!(read(&[path], &base()), timetable());
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let text = format!(
        "{HEADER}\n\
         nroth,Interview,1,2027-03-08,09:00,10:00,1\n\
         NORTH Force,Interview,1,2027-03-08,09:00,10:00,1\n\
         north,Interveiw,0,2027-02-30,half past nine,25:00,both\n\
         north,Case review,x,soon,,10:00,0\n\
         area-n,Case review,1,2027-03-08,09:00,10:30,\n"
    );
    assert_eq!(
        refused(&[("sessions.csv", &text)]),
        "Error E402: sessions.csv:2, column site\n  \
         There is no site “nroth”.\n  \
         Did you mean “north”?\n\n\
         Error E402: sessions.csv:4, column activity\n  \
         There is no activity “Interveiw” of the kind “police_force”.\n  \
         Did you mean “Interview”?\n\n\
         Error E304: sessions.csv:4, column session\n  \
         The number “0” is out of range.\n  \
         It must be from 1 to 9999.\n\n\
         Error E302: sessions.csv:4, column date\n  \
         There is no day “2027-02-30” in the calendar.\n  \
         Correct the day or the month.\n\n\
         Error E309: sessions.csv:4, column start\n  \
         “half past nine” is not a time of day.\n  \
         Write hours and minutes on the clock of 24 hours, such as 09:30 or 14:00.\n\n\
         Error E309: sessions.csv:4, column end\n  \
         “25:00” is not a time of day.\n  \
         Write hours and minutes on the clock of 24 hours, such as 09:30 or 14:00.\n\n\
         Error E305: sessions.csv:4, column pair\n  \
         “both” is not a pair of the visit.\n  \
         Write the number of the pair from 1, or all for the whole team.\n\n\
         Error E402: sessions.csv:5, column activity\n  \
         There is no activity “Case review” of the kind “police_force”.\n  \
         Correct it, or delete the row.\n\n\
         Error E303: sessions.csv:5, column session\n  \
         “x” is not a number.\n  \
         Write it in digits, such as 12 or 0.5; leave the cell blank if it is not known.\n\n\
         Error E302: sessions.csv:5, column date\n  \
         “soon” is not a date in the form 2027-02-08.\n  \
         Write dates as year-month-day, such as 2027-02-08.\n\n\
         Error E301: sessions.csv:5, column start\n  \
         The start is blank.\n  \
         Fill it in, or delete the row.\n\n\
         Error E305: sessions.csv:5, column pair\n  \
         “0” is not a pair of the visit.\n  \
         Write the number of the pair from 1, or all for the whole team.\n\n\
         Error E301: sessions.csv:6, column pair\n  \
         The pair is blank.\n  \
         Fill it in, or delete the row.\n\n\
         13 errors and 0 warnings.\n"
    );
}

#[test]
fn several_files_are_joined_and_have_each_session_once() {
    let row =
        |session: u32| format!("{HEADER}\nnorth,Interview,{session},2027-03-08,09:00,10:00,1\n");
    let (_folder, paths) = files(&[("b.csv", &row(1)), ("a.csv", &row(2))]);
    let numbers: Vec<u32> = read(&paths, &base())
        .iter()
        .map(|one| one.session)
        .collect();
    assert_eq!(numbers, [1, 2]);
    assert_eq!(
        refused(&[("b.csv", &row(1)), ("a.csv", &row(1))]),
        "Error E401: a.csv:2, column session\n  \
         Session 1 of “Interview” at “north” is already given at b.csv:2.\n  \
         Keep it in one of the files. The file sessions.csv holds those of all inspectorates.\n\n\
         1 error and 0 warnings.\n"
    );
    // Twice in one file is for the checker to say.
    let twice = format!("{}north,Interview,1,2027-03-09,09:00,10:00,1\n", row(1));
    let (_folder, paths) = files(&[("sessions.csv", &twice)]);
    assert_eq!(read(&paths, &base()).len(), 2);
}

#[test]
fn what_is_no_timetable_is_refused() {
    assert_eq!(
        refused(&[("sessions.csv", "site,activity,session,day,start,end\n")]),
        "Error E201: sessions.csv:1\n  \
         The column “date” is missing.\n  \
         Add it.\n\n\
         Error E201: sessions.csv:1\n  \
         The column “pair” is missing.\n  \
         Add it.\n\n\
         2 errors and 0 warnings.\n"
    );
    let missing = read_sessions(&[Path::new("nowhere/sessions.csv").to_owned()], &base());
    assert_eq!(
        report(&missing.expect_err("no file")),
        "Error E101: nowhere/sessions.csv\n  \
         nowhere/sessions.csv does not exist.\n  \
         Check the name and where it lies.\n\n\
         1 error and 0 warnings.\n"
    );
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("draft.xlsx");
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Notes").expect("named");
    book.save(&path).expect("saved");
    let said = report(&read_sessions(std::slice::from_ref(&path), &base()).expect_err("no sheet"));
    let name = path.display();
    assert_eq!(
        said,
        format!(
            "Error E101: {name}\n  The workbook {name} has no sheet “sessions”.\n  \
             Give the sheet with the timetable this name.\n\n1 error and 0 warnings.\n"
        )
    );
}

/// As anywhere else, a site may go by its name or by another name or code; not by a name that two sites share.
#[test]
fn a_site_may_stand_by_its_name() {
    let mut inspection = base();
    for site in &mut inspection.sites {
        match site.id.as_str() {
            "south" => site.also = ["'S-1".to_owned(), "E02".to_owned()].into(),
            "city" | "west" => site.name = "Kent".to_owned(),
            _ => {}
        }
    }
    let row = |site: &str| format!("{site},Interview,1,2027-03-08,09:00,10:00,1\n");
    for (written, id) in [
        ("NORTH ", "north"),
        ("north  force", "north"),
        ("e02", "south"),
    ] {
        let (_folder, paths) = files(&[("sessions.csv", &format!("{HEADER}\n{}", row(written)))]);
        assert_eq!(read(&paths, &inspection)[0].site.as_str(), id, "{written}");
    }
    let (_folder, paths) = files(&[("sessions.csv", &format!("{HEADER}\n{}", row("Kent")))]);
    let said = report(&read_sessions(&paths, &inspection).expect_err("one of two"));
    let (_, said) = said.split_once("sessions.csv").expect("the file");
    assert_eq!(
        said,
        ":2, column site\n  \
         “Kent” could be any of several sites: “city” or “west”.\n  \
         Write the id of the one that is meant.\n\n\
         1 error and 0 warnings.\n"
    );
}
