//! No plan is an answer too: exit 3, the rules that collide in words, and nothing written.

use super::Copied;

const OPENING: &str = "There is no plan: no choice of sites, dates and teams keeps every rule.\n\n";
const COLLIDE: &str = "These rules collide. Without any one of them there would be a plan:";
const ALONE: &str = "This rule cannot be kept. Without it there would be a plan:";

const COUNT: &str = "  S1 count: Each kind has from `sites.min` to `sites.max` selected sites.\n";
const INCLUDED: &str = "  S2 included: Every included site is selected and no excluded one is.\n";
const QUOTA: &str = "  S3 quota: Each quota holds over the selected sites of its kind.\n";
const WINDOW: &str =
    "  T1 window: Every onsite day lies from `timing.first_day` to `timing.last_day`.\n";
const NOTICE: &str = "  T2 notice: Every visit starts at least `notice_weeks` × 7 days after the day letters are ready.\n";
const WORKING_DAYS: &str = "  T3 working days: A visit is its kind's `days` in consecutive working days, starting on one of `start_days`; up to 5 days lie in one ISO week, more start on the first working day of an ISO week.\n";
const WEEK_LIMIT: &str = "  T6 week limit: At most `max_visits_per_week` visits have an onsite day in one ISO week; visits brought by a \"same week\" link are not counted.\n";
const FIXED: &str =
    "  T8 fixed dates: A selected site with fixed dates has all its onsite days within them.\n";
const JOINT: &str = "  P1 joint: Every pair seats one inspector of each of its two inspectorates, which differ, and no inspector has two seats on one visit.\n";
const CLEARED: &str =
    "  P5 cleared: Every inspector on a visit holds the kind's clearance, valid on its last day.\n";
const LIMIT: &str = "  P9 limit: No inspector has more onsite days than their `max_days`.\n";

/// Plans, and compares the whole text.
fn assert_no_plan(folder: &Copied, reasons: &str, rules: &[&str]) {
    let ran = folder.run("plan input --out out");
    assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""), "{}", ran.err);
    let heading = if rules.len() == 1 { ALONE } else { COLLIDE };
    let expected = format!("{OPENING}{reasons}\n{heading}\n{}", rules.concat());
    assert_eq!(ran.err, expected);
    assert!(!folder.path("out").exists() && !folder.path("input/out").exists());
}

#[test]
fn nobody_cleared_for_an_included_site() {
    let small = Copied::of("small");
    let included = "include = [\"alder\"]\nclearance = \"NPPV3\"";
    small.change("input/inspection.toml", "clearance = \"NPPV3\"", included);
    small.write("input/fixed.csv", "site,not_before\nalder,2027-03-15\n");
    small.change(
        "input/clearances.csv",
        "C1,NPPV3,2028-12-31",
        "C1,NPPV3,2027-03-16",
    );
    assert_no_plan(
        &small,
        "Alder is included, so it must be selected (S2).\n\
         Alder: no cleared HMCPSI inspector is free in any week left (P1, P5).\n",
        &[INCLUDED, FIXED, JOINT, CLEARED],
    );
}

#[test]
fn too_few_cleared_for_south_wales() {
    let example = Copied::of("case-building");
    let both = "include = [\"staffordshire\", \"south-wales\"]";
    example.change(
        "input/inspection.toml",
        "include = [\"staffordshire\"]",
        both,
    );
    let fixed = example.read("input/fixed.csv") + "south-wales,2027-05-17,,\n";
    example.write("input/fixed.csv", &fixed);
    let clearances = example.read("input/clearances.csv");
    let lapsed = clearances
        .lines()
        .map(|row| match row.split_once(",NPPV3,") {
            Some((person, _)) if person.starts_with('C') => format!("{person},NPPV3,2027-05-14\n"),
            _ => format!("{row}\n"),
        });
    example.write("input/clearances.csv", &lapsed.collect::<String>());
    assert_no_plan(
        &example,
        "South Wales is included, so it must be selected (S2).\n\
         South Wales: fewer than 2 cleared HMCPSI inspectors are free in any week left (P1, P5).\n",
        &[INCLUDED, FIXED, JOINT, CLEARED],
    );
}

#[test]
fn notice_that_leaves_no_week() {
    let small = Copied::of("small");
    // Letters are ready on 19 January; nine weeks later is Tuesday 23 March, and a visit starts on a Monday.
    let later = "selection_proposed = 2027-01-05\nnotice_weeks = 9";
    small.change(
        "input/inspection.toml",
        "selection_proposed = 2027-01-04",
        later,
    );
    assert_no_plan(
        &small,
        "At least 1 of the kind police_force must be selected (S1). The table has 4, of which 0 could be visited.\n\
         Alder: no date is left (T2).\n\
         Birch: no date is left (T2).\n\
         Cedar: no date is left (T2).\n\
         Dogwood: no date is left (T2).\n",
        &[COUNT, WINDOW, NOTICE, WORKING_DAYS],
    );
}

#[test]
fn a_quota_that_no_choice_meets() {
    let small = Copied::of("small");
    small.change(
        "input/inspection.toml",
        "each = { max = 1 }",
        "value = \"east\"\nmin = 3",
    );
    assert_no_plan(
        &small,
        "Of the kind police_force, at least 3 with the value east in the column side must be selected (S3).\n",
        &[QUOTA],
    );
}

#[test]
fn fewer_sites_than_the_least_number() {
    let small = Copied::of("small");
    small.change(
        "input/inspection.toml",
        "min = 1, max = 3",
        "min = 5, max = 6",
    );
    assert_no_plan(
        &small,
        "At least 5 of the kind police_force must be selected (S1). The table has 4, of which 4 could be visited.\n",
        &[COUNT],
    );
}

#[test]
fn more_visits_than_the_weeks_hold() {
    let small = Copied::of("small");
    small.change(
        "input/inspection.toml",
        "last_day = 2027-03-25",
        "last_day = 2027-03-05",
    );
    small.change(
        "input/inspection.toml",
        "min = 1, max = 3",
        "min = 2, max = 3",
    );
    assert_no_plan(
        &small,
        "At least 2 of the kind police_force must be selected (S1). The table has 4, of which 4 could be visited.\n\
         The most visits with an onsite day in one week: 1 (T6).\n",
        &[COUNT, WINDOW, NOTICE, WEEK_LIMIT],
    );
}

#[test]
fn too_few_inspector_days() {
    let small = Copied::of("small");
    small.change("input/inspection.toml", "max_days = 6", "max_days = 5");
    small.change(
        "input/inspection.toml",
        "min = 1, max = 3",
        "min = 2, max = 3",
    );
    small.change(
        "input/inspectors.csv",
        "C2,Inspector C2,HMCPSI,yes,53,-1\n",
        "",
    );
    small.change("input/clearances.csv", "C2,NPPV3,2027-03-16\n", "");
    assert_no_plan(
        &small,
        "At least 2 of the kind police_force must be selected (S1). The table has 4, of which 4 could be visited.\n\
         The most onsite days for one inspector: 5 (P9).\n",
        &[COUNT, JOINT, LIMIT],
    );
}

#[test]
fn a_limit_that_leaves_nobody_for_even_one_visit() {
    let small = Copied::of("small");
    small.change("input/inspection.toml", "max_days = 6", "max_days = 2");
    assert_no_plan(
        &small,
        "At least 1 of the kind police_force must be selected (S1). The table has 4, of which 0 could be visited.\n\
         Alder: no HMICFRS inspector is free in any week left (P1, P9).\n\
         Birch: no HMICFRS inspector is free in any week left (P1, P9).\n\
         Cedar: no HMICFRS inspector is free in any week left (P1, P9).\n\
         Dogwood: no HMICFRS inspector is free in any week left (P1, P9).\n\
         The most onsite days for one inspector: 2 (P9).\n",
        &[COUNT, JOINT, LIMIT],
    );
}

/// What an earlier plan wrote is neither changed nor taken away.
#[test]
fn an_earlier_plan_stays() {
    let small = Copied::of("small");
    assert_eq!(small.run("plan input").code, Some(0));
    let before = small.read("input/out/plan.json");
    small.change(
        "input/inspection.toml",
        "min = 1, max = 3",
        "min = 5, max = 6",
    );
    assert_eq!(small.run("plan input").code, Some(3));
    assert_eq!(small.read("input/out/plan.json"), before);
}

#[test]
fn that_somebody_may_not_visit_a_site_is_said_and_not_why() {
    let small = Copied::of("small");
    let pairs = |people: &[&str]| -> String {
        let sites = ["alder", "birch", "cedar", "dogwood"];
        let rows = sites.iter().flat_map(|site| {
            let row = move |who: &&str| format!("{who},{site}\n");
            people.iter().map(row)
        });
        rows.collect()
    };
    assert_eq!(small.run("plan input --out out").code, Some(0));
    small.write(
        "input/conflicts.csv",
        &format!("inspector,site\n{}", pairs(&["C1", "C2"])),
    );
    let ran = small.run("plan input --out none");
    assert_eq!(ran.code, Some(3));
    assert!(ran.err.contains("P6"), "{}", ran.err);
    assert!(!ran.err.to_lowercase().contains("conflict"), "{}", ran.err);
    let ran = small.run("check input out/plan.json");
    assert_eq!(ran.code, Some(4));
    let finding = "P6 may visit: Inspector C1 is on the visit to Alder, which they may not visit.";
    assert!(ran.out.contains(finding), "{}", ran.out);
    assert!(!ran.out.to_lowercase().contains("conflict"), "{}", ran.out);
}
