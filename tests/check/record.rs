//! What the plan states about itself and every output rests on: letters, authority, ids.

use assize::check::Finding;
use assize::domain::*;

use super::base::*;

#[test]
fn a_finding_carries_site_inspector_and_date() {
    let report = changed(|inspection, _| {
        inspection.absences.push(Absence {
            inspector: "P03".into(),
            first_day: day("2027-02-24"),
            last_day: day("2027-02-24"),
        });
    });
    let expected = Finding {
        rule: Some(Rule::Available),
        text: "Inspector P03 is absent on 24 February 2027, but is needed at North Force."
            .to_owned(),
        site: Some("north-force".into()),
        inspector: Some("P03".into()),
        date: Some(day("2027-02-24")),
    };
    assert_eq!(report.findings, [expected]);
}

#[test]
fn unknown_sites_are_named_and_left_out() {
    let found = found(|_, plan| {
        let mut stray = plan.visits[SOUTH_FORCE].clone();
        stray.site = "nowhere".into();
        plan.visits.push(stray);
    });
    assert_eq!(
        found,
        ["The plan visits nowhere, which is not one of the sites."]
    );
}

#[test]
fn a_site_visited_twice_is_checked_once() {
    let found = found(|_, plan| {
        let again = plan.visits[SOUTH_FORCE].clone();
        plan.visits.push(again);
    });
    assert_eq!(
        found,
        ["The plan visits South Force 2 times; only the first of these visits is checked."]
    );
}

#[test]
fn the_kind_in_the_tables_holds() {
    let found = found(|_, plan| plan.visits[SOUTH_FORCE].kind = "cps_area".into());
    assert_eq!(
        found,
        [
            "The plan says that South Force is of kind cps_area; in the tables it is of kind police_force."
        ]
    );
}

#[test]
fn unknown_inspectors_are_nobody() {
    let found = found(|_, plan| plan.visits[SOUTH_FORCE].pairs[1][0] = "P99".into());
    assert_eq!(
        found,
        ["The visit to South Force seats P99, who is not one of the inspectors."]
    );
}

#[test]
fn an_unknown_visit_lead_leads_nothing() {
    let found = found(|_, plan| plan.visits[SOUTH_FORCE].visit_lead = "P99".into());
    assert_eq!(
        found,
        [
            "P11 visit lead: P99 cannot lead the visit to South Force: its lead must be Inspector P01."
        ]
    );
}

#[test]
fn format_and_authority_date_agree_with_the_tables() {
    let found = found(|_, plan| {
        plan.format = 1;
        plan.authority_date = day("2026-12-18");
    });
    assert_eq!(
        found,
        [
            "The plan has format 1; this version of Assize reads format 2.",
            "The plan gives the authority date as 18 December 2026; by the tables it is 29 December 2026.",
        ]
    );
}

#[test]
fn an_authority_of_no_working_days_is_given_on_the_day_of_the_proposal() {
    let report = changed(|inspection, plan| {
        // A Saturday: n = 0 is the day itself, working or not.
        inspection.timing.selection_proposed = day("2026-12-19");
        inspection.authority[0].1 = Authority::WorkingDays(0);
        plan.authority_date = day("2026-12-19");
    });
    assert_eq!(report.findings, []);
}

#[test]
fn an_authority_of_one_that_takes_no_part_does_not_count() {
    let report = changed(|inspection, _| {
        let late = Authority::On(day("2027-01-29"));
        inspection.authority.push(("HMI Prisons".into(), late));
    });
    assert_eq!(report.findings, []);
}

#[test]
fn letters_go_out_together_for_the_first_visit() {
    let found = found(|_, plan| plan.visits[SOUTH_AREA].letter_by = day("2027-01-28"));
    assert_eq!(
        found,
        [
            "The plan has the letter to South Area go out by 28 January 2027; by the tables that is 11 January 2027."
        ]
    );
}

#[test]
fn one_wrong_date_for_all_letters_is_one_finding() {
    let found = found(|_, plan| {
        for visit in &mut plan.visits {
            visit.letter_by = day("2027-01-28");
        }
    });
    assert_eq!(
        found,
        [
            "The plan has every letter go out by 28 January 2027; by the tables that is 11 January 2027."
        ]
    );
}

#[test]
fn broken_rules_come_before_faults_of_the_record() {
    let found = found(|inspection, plan| {
        plan.authority_date = day("2026-12-18");
        inspection.kinds[0].sites.min = 3;
    });
    assert_eq!(
        found,
        [
            "S1 count: 2 sites of kind police_force are selected; it must be at least 3.",
            "The plan gives the authority date as 18 December 2026; by the tables it is 29 December 2026.",
        ]
    );
}

#[test]
fn letters_may_go_out_each_in_its_time() {
    let report = changed(|inspection, plan| {
        inspection.timing.letters = Letters::Each;
        plan.visits[NORTH_AREA].letter_by = day("2027-01-14");
        plan.visits[SOUTH_FORCE].letter_by = day("2027-01-25");
        plan.visits[SOUTH_AREA].letter_by = day("2027-01-28");
    });
    assert_eq!(report.findings, []);
}

#[test]
fn no_letter_is_due_on_a_holiday_of_either_nation() {
    // Six weeks before 22 February 2027 is Monday 11 January; both it and the Friday before are taken away.
    let report = changed(|inspection, plan| {
        for (nation, date) in [("Wales", "2027-01-11"), ("England", "2027-01-08")] {
            inspection.bank_holidays.push(BankHoliday {
                nation: nation.to_owned(),
                date: day(date),
                name: "A day of mourning".to_owned(),
            });
        }
        for visit in &mut plan.visits {
            visit.letter_by = day("2027-01-07");
        }
    });
    assert_eq!(report.findings, []);
}
