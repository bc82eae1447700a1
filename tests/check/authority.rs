//! The code of a plan, and which authorities are for it.

use assize::check::{Part, Report, check_file};
use assize::domain::*;

use super::base::*;

fn misstated(change: impl FnOnce(&mut Inspection, &mut Plan)) -> Vec<String> {
    let report = changed(change);
    assert_eq!(report.findings, []);
    let codes = report.misstated.iter().filter(|one| one.part == Part::Code);
    codes.map(ToString::to_string).collect()
}

#[test]
fn the_code_is_that_of_sites_and_dates_whatever_their_order_and_teams() {
    let teams = misstated(|_, plan| {
        plan.visits.reverse();
        plan.visits[0].pairs[0][1] = "P01".into();
    });
    assert_eq!(teams, [""; 0]);
    let date = misstated(|inspection, plan| {
        inspection.sites[3].days = Some(1);
        moved(&mut plan.visits[SOUTH_AREA], "2027-03-11", "2027-03-11");
    });
    assert_eq!(
        date,
        ["The plan gives its code as “1108-4FAF”; by its sites and dates it is 821B-D55E."]
    );
    let none = misstated(|_, plan| plan.code.clear());
    assert_eq!(
        none,
        ["The plan gives no code; by its sites and dates it is 1108-4FAF."]
    );
    let other = misstated(|_, plan| plan.code = "1108-4faf\u{7}".to_owned());
    assert_eq!(
        other,
        ["The plan gives its code as “1108-4faf\u{fffd}”; by its sites and dates it is 1108-4FAF."]
    );
}

#[test]
fn no_output_takes_over_a_false_code() {
    let report = changed(|_, plan| plan.code = "0000-0000".to_owned());
    assert!(
        report
            .misstated
            .iter()
            .all(|one| !one.part.is_worked_out_anew())
    );
    assert!(!report.is_clean());
}

/// What is said of a plan that calls itself this, with these codes given by each of the two inspectorates.
fn called(
    status: &str,
    codes: [&[Option<&str>]; 2],
    change: impl FnOnce(&mut Plan),
) -> Vec<String> {
    let mut inspection = inspection();
    let inspectorates = inspection.header.inspectorates.clone();
    for (inspectorate, codes) in inspectorates.into_iter().zip(codes) {
        for code in codes {
            inspection.authority_given.push(AuthorityGiven {
                inspectorate: inspectorate.clone(),
                given_by: "Board".to_owned(),
                given_on: day("2026-12-17"),
                code: code.map(str::to_owned),
            });
        }
    }
    let mut plan = plan();
    change(&mut plan);
    let record = PlanRecord {
        status: Some(status.to_owned()),
        marking: None,
        scenario: None,
    };
    let report: Report = check_file(&inspection, &Planned::alone(plan), &record);
    let labels = report
        .misstated
        .iter()
        .filter(|one| one.part == Part::Label);
    labels.map(ToString::to_string).collect()
}

#[test]
fn a_plan_is_authorised_by_rows_with_its_own_code() {
    let (right, written) = (Some("1108-4FAF"), Some(" 1108 - 4faf "));
    let other = Some("0A0A-0B0B");
    let draft = ["The plan gives its status as “Authorised”; by the tables it is “DRAFT”."];
    let authorised = |of: [&[Option<&str>]; 2]| called("Authorised", of, |_| {});
    assert_eq!(authorised([&[right], &[written]]), [""; 0]);
    // Earlier authorities may stay in the table.
    assert_eq!(authorised([&[other, right], &[None, right]]), [""; 0]);
    assert_eq!(authorised([&[right], &[]]), draft);
    assert_eq!(authorised([&[right], &[other]]), draft);
    assert_eq!(authorised([&[right], &[None]]), draft);
    assert_eq!(authorised([&[right], &[Some("11084FAF")]]), draft);
    assert_eq!(
        called("DRAFT", [&[right], &[right]], |_| {}),
        ["The plan gives its status as “DRAFT”; by the tables it is “Authorised”."]
    );
}

#[test]
fn a_plan_that_has_changed_is_a_draft_again_whatever_code_it_states() {
    let of = Some("1108-4FAF");
    let found = called("Authorised", [&[of], &[of]], |plan| {
        moved(&mut plan.visits[SOUTH_AREA], "2027-03-10", "2027-03-11");
    });
    assert_eq!(
        found,
        ["The plan gives its status as “Authorised”; by the tables it is “DRAFT”."]
    );
    let other_team = called("Authorised", [&[of], &[of]], |plan| {
        plan.visits[SOUTH_FORCE].pairs[1][1] = "P06".into();
    });
    assert_eq!(other_team, [""; 0]);
}
