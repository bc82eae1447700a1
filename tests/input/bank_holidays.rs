//! `bank_holidays.csv` adds days, and takes away those that have moved.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use assize::calendar::Calendar;
use assize::check::check;
use assize::domain::Inspection;
use assize::instance::Instance;
use assize::optimise::{Answer, Budget, plan};
use chrono::NaiveDate;
use tempfile::TempDir;

use super::{copy, folder, inspection, report_of};

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// The good folder with these bank holidays.
fn with(rows: &str) -> Inspection {
    let parent = folder("base");
    let input = parent.path().join("input");
    let text = format!("nation,date,name\n{rows}");
    fs::write(input.join("bank_holidays.csv"), text).expect("written");
    inspection(&input, None)
}

fn days(inspection: &Inspection, nation: &str) -> BTreeSet<NaiveDate> {
    let of_nation = inspection.bank_holidays.iter();
    let of_nation = of_nation.filter(|one| one.nation == nation);
    of_nation.map(|one| one.date).collect()
}

#[test]
fn a_nation_may_be_written_in_any_case() {
    let rows = "ENGLAND,2027-03-02,Special holiday\nwales,2027-03-02,Special holiday\n";
    assert_eq!(with(rows), {
        let mut right = with(&rows.replace("ENGLAND", "England").replace("wales", "Wales"));
        right.inputs_digest.clone_from(&with(rows).inputs_digest);
        right
    });
    let parent = folder("base");
    let input = parent.path().join("input");
    let sites = fs::read_to_string(input.join("sites.csv")).expect("the sites");
    fs::write(
        input.join("sites.csv"),
        sites.replace("Wales", "Isle of Man"),
    )
    .expect("written");
    let text = "nation,date,name\nisle of man,2027-07-05,Tynwald Day\nIsle Of Man,2027-03-26,Good Friday\n";
    fs::write(input.join("bank_holidays.csv"), text).expect("written");
    let days = days(&inspection(&input, None), "Isle of Man");
    assert_eq!(days, [date("2027-03-26"), date("2027-07-05")].into());
}

#[test]
fn a_moved_bank_holiday_is_a_working_day_and_the_day_it_moved_to_is_none() {
    let before = with("");
    let moved = with(
        "England,2027-05-31,Moved\nEngland,2027-06-03,Spring bank holiday (moved)\nwales,2027-12-27, MOVED \n",
    );
    let mut expected = days(&before, "England");
    assert!(expected.remove(&date("2027-05-31")) && expected.insert(date("2027-06-03")));
    assert_eq!(days(&moved, "England"), expected);
    let mut expected = days(&before, "Wales");
    assert!(expected.remove(&date("2027-12-27")));
    assert_eq!(days(&moved, "Wales"), expected);
    let calendar = Calendar::new(&moved);
    assert!(calendar.is_working_day("England", date("2027-05-31")));
    assert!(!calendar.is_working_day("Wales", date("2027-05-31")));
    assert!(!calendar.is_working_day("England", date("2027-06-03")));
    // It takes a working day of both nations to work at a desk.
    assert!(!calendar.is_desk_day(date("2027-05-31")));
}

/// A window of three days, the first of which is a bank holiday unless it has moved: planner and checker both visit then.
#[test]
fn a_visit_can_start_on_a_day_from_which_a_bank_holiday_has_moved() {
    let parent = TempDir::new().expect("a folder");
    let input = parent.path().join("input");
    copy(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/small"),
        &input,
    );
    let settings = fs::read_to_string(input.join("inspection.toml")).expect("the settings");
    let settings = settings
        .replace("first_day = 2027-02-22", "first_day = 2027-05-31")
        .replace("last_day = 2027-03-25", "last_day = 2027-06-02");
    fs::write(input.join("inspection.toml"), settings).expect("written");
    let path = input.join("clearances.csv");
    let clearances = fs::read_to_string(&path).expect("the clearances");
    fs::write(&path, clearances.replace("2027-03-16", "2028-03-16")).expect("written");
    let mut rows = "nation,date,name\nEngland,2027-06-03,Spring bank holiday (moved)\nWales,2027-06-03,Spring bank holiday (moved)\n"
        .to_owned();
    let planned = |rows: &str| {
        fs::write(input.join("bank_holidays.csv"), rows).expect("written");
        let instance = Instance::new(inspection(&input, None));
        plan(&instance, &Budget::unlimited(), &mut |_| {}).expect("an answer")
    };
    assert!(matches!(planned(&rows), Answer::NoPlan));
    let expected = |nation: &str, line: u32| {
        format!(
            "Warning W408: bank_holidays.csv:{line}, column name\n  \
             3 June 2027 is added to the bank holidays of {nation}, and none of that year is taken away.\n  \
             If one has moved to that day, add a row for the day it was on, with the name moved.\n\n"
        )
    };
    let told = report_of(&input);
    assert!(told.contains(&expected("England", 2)), "{told}");
    assert!(told.contains(&expected("Wales", 3)), "{told}");
    rows += "England,2027-05-31,moved\nwales,2027-05-31,moved\n";
    let Answer::Plan(planned) = planned(&rows) else {
        panic!("there is a plan");
    };
    assert!(!report_of(&input).contains("W408"));
    let visits = &planned.plan.visits;
    assert!(!visits.is_empty());
    assert!(
        visits
            .iter()
            .all(|visit| visit.first_day == date("2027-05-31"))
    );
    let findings = check(&inspection(&input, None), &planned.plan).findings;
    assert!(findings.is_empty(), "{findings:?}");
}
