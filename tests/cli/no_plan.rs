//! No plan is an answer too: exit 3, what collides in words, with what was tried, and nothing written.

use super::Copied;

const OPENING: &str = "There is no plan: no choice of sites, dates and teams keeps every rule.\n";
/// Plans, and compares the whole text.
pub(super) fn assert_no_plan(folder: &Copied, reasons: &str) {
    let ran = folder.run("plan input --out out");
    assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""), "{}", ran.err);
    let title = folder.read("input/inspection.toml");
    let title = title
        .lines()
        .find_map(|line| line.strip_prefix("title = \""));
    let title = title.expect("a title").trim_end_matches('"');
    let head = format!("DRAFT OFFICIAL-SENSITIVE\n\n{title}\nScenario: none\n\n");
    assert_eq!(ran.err, format!("{head}{OPENING}{reasons}"));
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
        "\n\
         These cannot all be kept, whatever else is dropped:\n\
         \x20 - Alder is included (S2).\n\
         \x20 - Alder is visited no earlier than 15 March 2027 (T8).\n\
         Alder: no cleared HMCPSI inspector can go in any week left (P1, P5).\n\
         \n\
         “Whatever else is dropped” goes for the window too, with up to six weeks more at either end.\n\
         \n\
         Tried: there is a plan if\n\
         \x20 - Alder is not included\n\
         \x20 - the visit to Alder is not fixed (no earlier than 15 March 2027)\n\
         ",
    );
}

#[test]
fn too_few_cleared_for_south_wales() {
    let example = Copied::of("case-building");
    let profile = "profile = [\"region\", \"area_type\", \"population_mid_2024\"]";
    let included = format!("{profile}\ninclude = [\"south-wales\"]");
    example.change("input/inspection.toml", profile, &included);
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
        "\n\
         These cannot all be kept, whatever else is dropped:\n\
         \x20 - South Wales is included (S2).\n\
         \x20 - South Wales is visited no earlier than 17 May 2027 (T8).\n\
         South Wales: fewer than 2 cleared HMCPSI inspectors can go in any week left (P1, P5).\n\
         \n\
         “Whatever else is dropped” goes for the window too, with up to six weeks more at either end.\n\
         \n\
         Tried: there is a plan if\n\
         \x20 - South Wales is not included\n\
         \x20 - the visit to South Wales is not fixed (no earlier than 17 May 2027)\n\
         ",
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
        "\n\
         These cannot all be kept, whatever else is dropped:\n\
         \x20 - At least 1 of the kind police force must be selected (S1).\n\
         \x20 - Every visit lies within 22 February to 25 March 2027 (T1).\n\
         \x20 - Visits to the kind police force start only on the weekdays set for it (T3).\n\
         The table has 4 of the kind police force, of which none could be visited.\n\
         Alder: no date is left in the window (T2).\n\
         Birch: no date is left in the window (T2).\n\
         Cedar: no date is left in the window (T2).\n\
         Dogwood: no date is left in the window (T2).\n\
         The first possible day, once notice is given (T2), is 23 March 2027 and the last 25 March 2027: that touches 1 week.\n\
         \n\
         Tried: there is a plan if\n\
         \x20 - the window, 22 February to 25 March 2027, is up to six weeks longer at either end\n\
         \x20 - visits to the kind police force may start on any weekday\n\
         \n\
         Tried: there is still no plan if only\n\
         \x20 - none of the kind police force has to be selected\n\
         ",
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
        "\n\
         This cannot be kept, whatever else is dropped:\n\
         \x20 - Of the kind police force, at least 3 whose side is “east” must be selected (S3).\n\
         The table has 2 of the kind police force whose side is “east”, of which 2 could be visited.\n\
         \n\
         Tried: there is a plan if\n\
         \x20 - the quota of the kind police force on side is dropped\n\
         ",
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
        "\n\
         This cannot be kept, whatever else is dropped:\n\
         \x20 - At least 5 of the kind police force must be selected (S1).\n\
         The table has 4 of the kind police force, of which 4 could be visited.\n\
         \n\
         Tried: there is a plan if\n\
         \x20 - fewer than 5 of the kind police force may be selected\n\
         ",
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
        "\n\
         These cannot all be kept, whatever else is dropped:\n\
         \x20 - At least 2 of the kind police force must be selected (S1).\n\
         \x20 - Every visit lies within 22 February to 5 March 2027 (T1).\n\
         \x20 - At most 1 visit is in one week (T6).\n\
         The table has 4 of the kind police force, of which 4 could be visited.\n\
         The first possible day, once notice is given (T2), is 1 March 2027 and the last 5 March 2027: that touches 1 week.\n\
         \n\
         Tried: there is a plan if\n\
         \x20 - fewer than 2 of the kind police force may be selected\n\
         \x20 - the window, 22 February to 5 March 2027, is up to six weeks longer at either end\n\
         \x20 - more than 1 visit may be in one week\n\
         ",
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
        "\n\
         These cannot all be kept, whatever else is dropped:\n\
         \x20 - At least 2 of the kind police force must be selected (S1).\n\
         \x20 - Inspectors without a limit of their own have at most 5 days onsite (P9).\n\
         The table has 4 of the kind police force, of which 4 could be visited.\n\
         The visits need at least 6 onsite days of HMCPSI, and its only inspector can have at most 5.\n\
         \n\
         Tried: there is a plan if\n\
         \x20 - fewer than 2 of the kind police force may be selected\n\
         \x20 - inspectors may have more than 5 days onsite\n\
         ",
    );
}

#[test]
fn a_limit_that_leaves_nobody_for_even_one_visit() {
    let small = Copied::of("small");
    small.change("input/inspection.toml", "max_days = 6", "max_days = 2");
    assert_no_plan(
        &small,
        "\n\
         These cannot all be kept, whatever else is dropped:\n\
         \x20 - At least 1 of the kind police force must be selected (S1).\n\
         \x20 - Inspectors without a limit of their own have at most 2 days onsite (P9).\n\
         The table has 4 of the kind police force, of which none could be visited.\n\
         Alder: no HMICFRS inspector can go in any week left (P1, P9).\n\
         Birch: no HMICFRS inspector can go in any week left (P1, P9).\n\
         Cedar: no HMICFRS inspector can go in any week left (P1, P9).\n\
         Dogwood: no HMICFRS inspector can go in any week left (P1, P9).\n\
         \n\
         “Whatever else is dropped” goes for the window too, with up to six weeks more at either end.\n\
         \n\
         Tried: there is a plan if\n\
         \x20 - inspectors may have more than 2 days onsite\n\
         \n\
         Tried: there is still no plan if only\n\
         \x20 - none of the kind police force has to be selected\n\
         ",
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
    let cannot = "Alder: no HMCPSI inspector can go in any week left (P1).";
    assert!(ran.err.contains(cannot), "{}", ran.err);
    assert!(!ran.err.to_lowercase().contains("conflict"), "{}", ran.err);
    let ran = small.run("check input out/plan.json");
    assert_eq!(ran.code, Some(4));
    let finding = "P6 may visit: Inspector C1 is on the visit to Alder, which they may not visit.";
    assert!(ran.out.contains(finding), "{}", ran.out);
    assert!(!ran.out.to_lowercase().contains("conflict"), "{}", ran.out);
}

/// That visits start on Mondays is in nobody's way: on no day of the window could Alder be visited.
#[test]
fn an_inspection_over_the_whole_window() {
    let small = Copied::of("small");
    let included = "include = [\"alder\"]\nclearance = \"NPPV3\"";
    small.change("input/inspection.toml", "clearance = \"NPPV3\"", included);
    let engagements = small.read("input/engagements.csv");
    let long = "alder,Synthetic: long inspection,2027-02-01,2027-04-01";
    small.write("input/engagements.csv", &format!("{engagements}{long}\n"));
    assert_no_plan(
        &small,
        "\n\
         These cannot all be kept, whatever else is dropped:\n\
         \x20 - Alder is included (S2).\n\
         \x20 - Alder has another inspection: “Synthetic: long inspection”, 1 February to 1 April 2027.\n\
         \x20 - No visit is within 4 weeks of another inspection of the site (T5).\n\
         \x20 - Every visit lies within 22 February to 25 March 2027 (T1).\n\
         Alder: no date is left in the window (T5).\n\
         The first possible day, once notice is given (T2), is 1 March 2027 and the last 25 March 2027: that touches 4 weeks.\n\
         \n\
         Tried: there is a plan if\n\
         \x20 - Alder is not included\n\
         \x20 - “Synthetic: long inspection” at Alder is moved or called off\n\
         \x20 - visits may be within 4 weeks of another inspection\n\
         \n\
         Tried: there is still no plan if only\n\
         \x20 - the window, 22 February to 25 March 2027, is up to six weeks longer at either end\n\
         ",
    );
}
