//! Dates that cannot be met are named, all at once, each with the chain that forces it.

use assize::domain::Authority;
use assize::insight::english::late_report;
use chrono::NaiveDate;

use super::{dates, day, network, timetable};

#[test]
fn an_impossible_publication_says_by_how_much_and_why() {
    let mut inspection = network::inspection();
    inspection.timing.publication = Some(day("2027-04-20"));
    let plan = network::plan(&inspection);
    let project = timetable(&inspection, Some(&plan));
    assert_eq!(
        late_report(&project.late),
        "1 milestone cannot be met.

publication: the date is 20 April 2027, 4 working days too early. It cannot be before 26 April 2027.
  What forces it, each step waiting for the one before:
    fieldwork: Birch: ends on 24 March 2027
    quality: 3 working days, done on 31 March 2027
    report: 10 working days, done on 14 April 2027
    approved: 5 working days, done on 21 April 2027
    embargoed: done on 21 April 2027; 5 days before the next

Move the date, in inspection.toml or the plan, or change what comes before it in milestones.csv."
    );
    let publication = dates(&project, "publication");
    assert_eq!(publication.late_by, 4);
    assert_eq!(publication.slack, Some(-4));
    assert!(publication.critical);
    // The chain is as much too long, but for the weekend.
    assert!(dates(&project, "report").slack < Some(0));
}

#[test]
fn all_that_is_late_is_told_at_once() {
    let mut inspection = network::inspection();
    inspection.timing.publication = Some(day("2027-04-23"));
    inspection.authority[0].1 = Authority::WorkingDays(2);
    inspection.milestones[7].days = 60;
    let plan = network::plan(&inspection);
    let project = timetable(&inspection, Some(&plan));
    assert_eq!(
        late_report(&project.late),
        "4 milestones cannot be met.

authority: HMICFRS: the date is 16 December 2026, 2 working days too early. It cannot be before 18 December 2026.
  What forces it, each step waiting for the one before:
    selection-proposed: is on 14 December 2026
    consulted: 4 working days, done on 18 December 2026

fieldwork: Alder: this begins on 15 March 2027, 8 working days too early. It cannot begin before 25 March 2027.
  What forces it, each step waiting for the one before:
    authority: HMCPSI: is on 29 December 2026
    clearance: HMCPSI: 60 working days, done on 24 March 2027

fieldwork: Birch: this begins on 22 March 2027, 3 working days too early. It cannot begin before 25 March 2027.
  What forces it, each step waiting for the one before:
    authority: HMCPSI: is on 29 December 2026
    clearance: HMCPSI: 60 working days, done on 24 March 2027

publication: the date is 23 April 2027, 1 working day too early. It cannot be before 26 April 2027.
  What forces it, each step waiting for the one before:
    fieldwork: Birch: ends on 24 March 2027
    quality: 3 working days, done on 31 March 2027
    report: 10 working days, done on 14 April 2027
    approved: 5 working days, done on 21 April 2027
    embargoed: done on 21 April 2027; 5 days before the next

Move the date, in inspection.toml or the plan, or change what comes before it in milestones.csv."
    );
}

#[test]
fn a_step_fixed_too_close_to_what_follows_is_told_and_let_go() {
    let mut inspection = network::inspection();
    let told = network::row("told", 8, &["embargoed"], &["publication"], None);
    inspection.milestones.push(told);
    let plan = network::plan(&inspection);
    let project = timetable(&inspection, Some(&plan));
    assert_eq!(
        late_report(&project.late),
        "1 milestone cannot be met.

embargoed: this can never be 5 days before “publication”, because what comes between takes longer.

Move the date, in inspection.toml or the plan, or change what comes before it in milestones.csv."
    );
    // 22, 23, 26 to 30 April, 4 May: the 3rd is a bank holiday.
    assert_eq!(dates(&project, "told").done, day("2027-05-04"));
    assert_eq!(project.publication, Some(day("2027-05-05")));
}

#[test]
fn what_follows_a_step_so_long_before_moves_both_until_they_fit() {
    let mut inspection = network::inspection();
    let told = network::row("told", 3, &["embargoed"], &["publication"], None);
    inspection.milestones.push(told);
    let plan = network::plan(&inspection);
    let project = timetable(&inspection, Some(&plan));
    assert_eq!(project.late, []);
    // Of five days, three working days and one for publication itself only fit in a week without its weekend in between:
    // copies on a Wednesday leave Thursday and Friday, so publication is not on a Monday but on the next Friday.
    assert_eq!(dates(&project, "embargoed").done, day("2027-04-23"));
    assert_eq!(dates(&project, "told").done, day("2027-04-28"));
    assert_eq!(project.publication, Some(day("2027-04-29")));
}

#[test]
fn a_plan_with_any_dates_and_names_is_worked_out() {
    let inspection = network::inspection();
    let mut plan = network::plan(&inspection);
    plan.visits[0].site = "nowhere".into();
    plan.visits[0].kind = "nothing".into();
    plan.visits[0].last_day = NaiveDate::MAX;
    plan.visits[1].first_day = NaiveDate::MIN;
    plan.visits[1].letter_by = NaiveDate::MAX;
    let project = timetable(&inspection, Some(&plan));
    assert_eq!(
        dates(&project, "fieldwork: nowhere").done,
        day("2100-12-31")
    );
    assert!(!project.late.is_empty());
    plan.visits.clear();
    assert_eq!(timetable(&inspection, Some(&plan)).evidence_age, None);
}
