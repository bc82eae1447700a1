//! Milestones agree with the record: with the days on which boards meet, with authorities given, with issues raised since.

use assize::domain::{AuthorityGiven, Board, Consultation, Inspection, Outcome, Plan, plan_code};
use assize::insight::english::{late_report, remark};
use assize::milestones::{Project, Step};
use assize::reference;

use super::{dates, day, network, timetable};

const AGREED: &str = "HMI Board agrees the forces";
const AUTHORITY: &str = "Authority for the letters: HMICFRS";
const SIGNED: &str = "HMI or Chief Inspector signs off the report: HMICFRS";

/// The small network’s dates with the built-in milestones.
fn inspection() -> Inspection {
    let mut inspection = network::inspection();
    inspection.milestones = reference::milestones();
    inspection
}

fn board(who: &str, date: &str, what: Option<&str>) -> Board {
    Board {
        inspectorate: who.into(),
        date: day(date),
        what: what.map(str::to_owned),
    }
}

fn given(plan: &Plan, on: &str) -> AuthorityGiven {
    let code = plan_code(&plan.visits).to_lowercase().replace('-', " - ");
    AuthorityGiven {
        inspectorate: "HMICFRS".into(),
        given_by: "HMI Board".to_owned(),
        given_on: day(on),
        code: Some(code),
    }
}

fn raised(on: &str) -> Consultation {
    Consultation {
        site: "alder".into(),
        inspectorate: "HMICFRS".into(),
        raised_on: day(on),
        issue: "A new records system".to_owned(),
        outcome: Outcome::None,
        reason: None,
    }
}

fn step<'p>(project: &'p Project<'_>, label: &str) -> &'p Step<'p> {
    let found = project.steps.iter().find(|step| step.label == label);
    found.unwrap_or_else(|| panic!("no step {label}"))
}

fn remarks(project: &Project<'_>, label: &str) -> Vec<String> {
    step(project, label).remarks.iter().map(remark).collect()
}

#[test]
fn agreement_authority_and_sign_off_fall_on_the_next_date_of_the_board() {
    let mut inspection = inspection();
    inspection.boards = vec![
        board("HMICFRS", "2026-12-22", Some("HMI Board")),
        board("HMICFRS", "2027-01-05", Some("HMI Board")),
        board("HMICFRS", "2027-06-30", None),
    ];
    let plan = network::plan(&inspection);
    let project = timetable(&inspection, Some(&plan));
    assert_eq!(project.late, []);
    // In its order on 18 December; the Board meets on the 22nd.
    assert_eq!(dates(&project, AGREED).done, day("2026-12-22"));
    // [authority] says 24 December, on which the planner counts as before.
    assert_eq!(dates(&project, AUTHORITY).done, day("2027-01-05"));
    assert_eq!(dates(&project, "Letters ready").done, day("2027-01-06"));
    let agreed_by = Some((day("2026-12-22"), day("2027-01-05")));
    assert_eq!(step(&project, AGREED).between, agreed_by);
    assert_eq!(
        remarks(&project, AGREED),
        ["On a date in boards.csv: HMI Board."]
    );
    let shared = "HMI or Chief Inspector lets the draft be shared: HMICFRS";
    assert_eq!(dates(&project, shared).done, day("2027-06-30"));
    assert_eq!(remarks(&project, shared), ["On a date in boards.csv."]);
    // The other inspectorate has no dates: nothing moves, and nothing is to be said.
    let other = "Authority for the letters: HMCPSI";
    assert_eq!(dates(&project, other).done, day("2026-12-29"));
    assert_eq!(remarks(&project, other), [""; 0]);
    // No date is left for the last decision: 5 working days after the final report, as without boards.
    let signed = dates(&project, SIGNED);
    let others = dates(
        &project,
        "HMI or Chief Inspector signs off the report: HMCPSI",
    );
    assert_eq!(signed.done, others.done);
    assert_eq!(
        remarks(&project, SIGNED),
        [
            "boards.csv has no date of HMICFRS left after 30 June 2027: this one stands as worked out."
        ]
    );
}

#[test]
fn a_board_that_meets_too_late_says_so_in_the_chain() {
    let mut inspection = inspection();
    inspection.boards = vec![board("HMICFRS", "2027-01-19", None)];
    let plan = network::plan(&inspection);
    let project = timetable(&inspection, Some(&plan));
    let report = late_report(&project.late);
    assert!(
        report.contains(
            "Letters ready: the date is 6 January 2027, 9 working days too early. It cannot be before 19 January 2027."
        ),
        "{report}"
    );
}

#[test]
fn an_authority_on_record_counts_for_its_own_plan_alone() {
    let mut inspection = inspection();
    let plan = network::plan(&inspection);
    // Three days of consultation and one of the Board would end on 18 December: it was done sooner.
    inspection.authority_given = vec![given(&plan, "2026-12-17")];
    let project = timetable(&inspection, Some(&plan));
    assert_eq!(project.late, []);
    assert_eq!(dates(&project, AUTHORITY).done, day("2026-12-17"));
    assert_eq!(
        remarks(&project, AUTHORITY),
        ["As recorded in authority.csv for this plan."]
    );
    assert_eq!(dates(&project, AGREED).done, day("2026-12-17"));
    // Of another plan, and where there is none, [authority] is what is known.
    let mut other = plan.clone();
    other.visits.truncate(1);
    for plan in [Some(&other), None] {
        let project = timetable(&inspection, plan);
        assert_eq!(dates(&project, AUTHORITY).done, day("2026-12-24"));
        assert_eq!(remarks(&project, AUTHORITY), [""; 0]);
    }
    // A row without a code counts for no plan.
    inspection.authority_given[0].code = None;
    let project = timetable(&inspection, Some(&plan));
    assert_eq!(dates(&project, AUTHORITY).done, day("2026-12-24"));
}

#[test]
fn what_comes_before_an_authority_is_shown_by_both_dates() {
    let inspection = inspection();
    let plan = network::plan(&inspection);
    let project = timetable(&inspection, Some(&plan));
    let between = |label: &str| step(&project, label).between;
    let range = |first: &str, last: &str| Some((day(first), day(last)));
    assert_eq!(between(AGREED), range("2026-12-18", "2026-12-24"));
    assert_eq!(
        between("Force liaison officers contacted"),
        range("2026-12-17", "2026-12-23")
    );
    // The proposal is a date of its own, and nothing before it waits for the authority alone.
    assert_eq!(between("Selection of sites proposed"), None);
    assert_eq!(between("Audience and approach to publication agreed"), None);
    assert_eq!(between(AUTHORITY), None);
}

#[test]
fn an_issue_raised_after_they_agreed_is_marked() {
    let mut inspection = inspection();
    let plan = network::plan(&inspection);
    inspection.consultation = vec![raised("2026-12-22")];
    let project = timetable(&inspection, Some(&plan));
    assert_eq!(
        remarks(&project, AGREED),
        [
            "An issue about Alder was raised on 22 December 2026: if this is agreed before then, it is agreed without it."
        ]
    );
    assert_eq!(remarks(&project, AUTHORITY), [""; 0]);
    inspection.consultation = vec![raised("2026-12-29")];
    let project = timetable(&inspection, Some(&plan));
    let marked = "An issue about Alder was raised on 29 December 2026, after this: it was agreed without it.";
    assert_eq!(remarks(&project, AGREED), [marked]);
    assert_eq!(remarks(&project, AUTHORITY), [marked]);
    // Neither consultation itself, nor the other inspectorate, nor what was raised on the day.
    let marked: Vec<&str> = project
        .steps
        .iter()
        .filter(|step| !step.remarks.is_empty())
        .map(|step| step.label.as_str())
        .collect();
    assert_eq!(marked, [AGREED, AUTHORITY]);
    inspection.consultation = vec![raised("2026-12-24")];
    let project = timetable(&inspection, Some(&plan));
    assert_eq!(remarks(&project, AUTHORITY), [""; 0]);
}
