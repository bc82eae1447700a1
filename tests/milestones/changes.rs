//! What `milestones.csv` changes: it overrides, clears, removes and adds.

use std::fs;

use assize::domain::{Inspection, Milestone, National};
use assize::input::input_files;
use assize::input::{load, report};
use assize::reference;
use tempfile::TempDir;

use super::common::{copy_files, example};
use super::{dates, day, ids, network, timetable};

const HEADER: &str = "id,milestone,stage,owner,per,after,before,days,on,note,remove\n";

/// The small example with these rows, as it loads.
fn loaded(rows: &str) -> Result<Inspection, String> {
    let place = TempDir::new().expect("a folder");
    copy_files(&example("small"), place.path());
    fs::write(
        place.path().join("milestones.csv"),
        format!("{HEADER}{rows}"),
    )
    .expect("written");
    load(place.path(), None)
        .map(|loaded| loaded.inspection)
        .map_err(|problems| report(&problems))
}

fn changed(rows: &str) -> Inspection {
    loaded(rows).unwrap_or_else(|problems| panic!("{problems}"))
}

fn find<'i>(inspection: &'i Inspection, id: &str) -> &'i Milestone {
    let mut rows = inspection.milestones.iter();
    let found = rows.find(|row| row.id.as_str() == id);
    found.unwrap_or_else(|| panic!("no row {id}"))
}

#[test]
fn without_changes_the_table_is_the_built_in_one() {
    assert_eq!(changed("").milestones, reference::milestones());
}

#[test]
fn filled_cells_replace_and_blank_ones_keep() {
    let inspection = changed("report-drafted,,,The lead’s deputy,,,,15,,,\n");
    let mut expected = reference::milestones();
    for row in &mut expected {
        if row.id.as_str() == "report-drafted" {
            row.days = 15;
            row.days_are_ours = false;
            row.owner = "The lead’s deputy".to_owned();
        }
    }
    assert_eq!(inspection.milestones, expected);
    let usual = changed("");
    let (before, after) = (timetable(&usual, None), timetable(&inspection, None));
    assert!(after.publication < before.publication);
}

#[test]
fn a_decision_of_no_one_board_is_worth_a_look() {
    let place = TempDir::new().expect("a folder");
    copy_files(&example("small"), place.path());
    let rows = "id,days,longer,on,decision\npress-notice,5,3,,\nevaluation,,,,yes\nsign-off,,,2027-06-10,yes\n";
    fs::write(place.path().join("milestones.csv"), rows).expect("written");
    let warnings = load(place.path(), None).expect("sound").warnings;
    assert_eq!(
        report(&warnings),
        "Warning W407: milestones.csv:2, column longer
  The longer course is shorter than days, so it has no effect.
  Give more working days in longer than in days, or clear it.

Warning W407: milestones.csv:3, column decision
  This is no decision of one inspectorate, so no date in boards.csv moves it.
  Fill in one inspectorate, or write inspectorate in per, or clear decision.

Warning W407: milestones.csv:4, column decision
  It has a date of its own in on, so no date in boards.csv moves it.
  Write none in on, or clear decision.

0 errors and 3 warnings.
"
    );
}

#[test]
fn work_for_the_whole_inspection_is_read_and_written() {
    let place = TempDir::new().expect("a folder");
    copy_files(&example("small"), place.path());
    let settings = place.path().join("inspection.toml");
    let text = fs::read_to_string(&settings).expect("settings");
    let section = "\n[national]\nsurvey = true\ncall_for_evidence = true\n";
    fs::write(&settings, text + section).expect("written");
    let inspection = load(place.path(), None).expect("sound").inspection;
    let expected = National {
        survey: true,
        call_for_evidence: true,
        ..National::default()
    };
    assert_eq!(inspection.national, expected);
    for (name, bytes) in input_files(&inspection).expect("the files") {
        fs::write(place.path().join(name), bytes).expect("written");
    }
    let again = load(place.path(), None).expect("sound").inspection;
    assert_eq!(again.national, expected);
}

#[test]
fn a_cleared_order_and_date_are_gone() {
    let inspection = changed("evaluation,,,,,none,none,,,,\nembargoed-copies,,,,,,,,none,,\n");
    assert_eq!(find(&inspection, "evaluation").after, []);
    assert_eq!(find(&inspection, "evaluation").before, []);
    assert_eq!(find(&inspection, "embargoed-copies").on, None);
}

#[test]
fn what_is_removed_still_hands_on_the_order() {
    let rows = "evidence-assured,,,,,,,,,,yes\nemerging-findings,,,,,,,,,,yes\n";
    let mut inspection = network::inspection();
    inspection.milestones = changed(rows).milestones;
    let plan = network::plan(&inspection);
    let project = timetable(&inspection, Some(&plan));
    let found = ids(&project);
    assert!(!found.contains(&"evidence-assured") && !found.contains(&"emerging-findings"));
    // The report is still drafted after the last day of fieldwork, 24 March.
    assert_eq!(dates(&project, "Report drafted").start, day("2027-03-25"));
}

#[test]
fn a_new_row_takes_its_place_in_the_order() {
    let rows = "minister,The minister is told,7,Lead inspector,,sign-off,2 weeks before publication,1,,,\n";
    let mut inspection = network::inspection();
    inspection.milestones = changed(rows).milestones;
    let plan = network::plan(&inspection);
    let project = timetable(&inspection, Some(&plan));
    let told = dates(&project, "The minister is told");
    let signed = dates(
        &project,
        "HMI or Chief Inspector signs off the report: HMICFRS",
    );
    let publication = project.publication.expect("a day");
    assert!(told.start > signed.done);
    assert!((publication - told.done).num_days() >= 14);
    assert!(told.critical && told.slack == Some(0));
}

#[test]
fn a_date_of_ones_own_is_kept_or_told() {
    let mut inspection = network::inspection();
    inspection.milestones = changed("group-agreement,,,,,,,,2027-06-10,,\n").milestones;
    let plan = network::plan(&inspection);
    let project = timetable(&inspection, Some(&plan));
    assert_eq!(
        dates(&project, "Development group agrees the draft").done,
        day("2027-06-10")
    );
    assert_eq!(project.late, []);
    inspection.milestones = changed("group-agreement,,,,,,,,2027-04-10,,\n").milestones;
    let project = timetable(&inspection, Some(&plan));
    assert_eq!(project.late.len(), 1);
    assert!(dates(&project, "Development group agrees the draft").late_by > 0);
}

#[test]
fn a_circle_is_named_step_by_step() {
    assert_eq!(
        loaded("report-drafted,,,,,sign-off,,,,,\n").expect_err("a circle"),
        "Error E408: milestones.csv:2, column after
  Milestones wait for each other in a circle: “Report drafted” waits for “HMI or Chief Inspector signs off the report”, \
         which waits for “Final report settled”, which waits for “Factual accuracy checked by those inspected”, which \
         waits for “HMI or Chief Inspector lets the draft be shared”, which waits for “Development group agrees the \
         draft”, which waits for “Comments of all inspectorates settled”, which waits for “Report drafted”.
  Take one of them out of after, before or on.

1 error and 0 warnings.
"
    );
}

#[test]
fn the_table_is_written_as_it_was_read() {
    let rows = "report-drafted,,,,,,,15,,,\naudience,,,,,,,,,,yes\nevaluation,,,,,none,none,,,,\n\
                minister,The minister is told,7,Me,,sign-off,2 weeks before publication;notice before publication,1,,,\n\
                later,Later,8,Me,inspectorate,,,,3 months after publication,yes,\nfixed,Fixed,6,Me,,,,,2027-06-10,,\n";
    let inspection = changed(rows);
    let place = TempDir::new().expect("a folder");
    for (name, bytes) in input_files(&inspection).expect("the files") {
        fs::write(place.path().join(name), bytes).expect("written");
    }
    let again = load(place.path(), None).expect("sound").inspection;
    assert_eq!(again.milestones, inspection.milestones);
}
