//! `visits.csv`: why each visit is in its week, and why these people go.

use assize::domain::*;

use super::{row, table};
use crate::plan;

#[test]
fn each_visit_says_why_its_week_and_why_its_people() {
    let rows = table(&plan::inspection(), "visits.csv");
    let of = |site: &str| row(&rows, "site_id", site);
    assert_eq!(
        of("force-04")["why_this_week"],
        "Not earlier: week of 15 February: notice does not end before 17 February (T2); week of 22 February: full (T6)."
    );
    assert_eq!(
        of("force-02")["why_this_week"],
        "Not earlier: week of 15 February: notice does not end before 17 February (T2); weeks of 22 February and 1, \
         8, 15 and 22 March: too close to Rolling inspection (T5); weeks of 29 March and 5 April: Easter holidays (T4)."
    );
    assert_eq!(
        of("force-01")["why_this_week"],
        "Not earlier: week of 15 February: notice does not end before 17 February (T2); weeks of 22 February, 1, 8, 15 \
         and 22 March and 12 and 19 April: too close to Custody inspection (T5); weeks of 29 March and 5 April: Easter \
         holidays (T4); week of 26 April: full (T6); week of 3 May: CPS South West would not fit in the same week \
         with the same team (T3, T7, P12)."
    );
    assert_eq!(
        of("area-2")["why_this_week"],
        "The same week as Cheshire Constabulary (T7)."
    );
    assert_eq!(
        of("area-2")["why_these_people"],
        "2 joint pairs of HMCPSI and HMICFRS; the same team as at Cheshire Constabulary, no journey of their own \
         (P12); all also on other visits."
    );
    let first = of("force-12");
    let shown = [
        ("first_day", "2027-02-22"),
        ("last_day", "2027-02-24"),
        ("onsite_days", "3"),
        ("preparation_first_day", "2027-02-18"),
        ("preparation_days", "2"),
        ("visit_lead", "Inspector P01"),
        (
            "pairs",
            "Inspector P01 and Inspector C01; Inspector P02 and Inspector C02",
        ),
        ("letter_window_opens", "2026-12-29"),
        ("letter_by", "2027-01-11"),
        ("slack_working_days", "8"),
        ("notice_days", "42"),
    ];
    for (column, expected) in shown {
        assert_eq!(first[column], expected, "{column}");
    }
}

#[test]
fn a_week_better_avoided_is_named() {
    let mut inspection = plan::inspection();
    inspection.timing.max_visits_per_week = None;
    inspection.links.clear();
    let half_term = inspection
        .periods
        .iter_mut()
        .find(|p| p.name == "Half-term");
    let half_term = half_term.expect("a half-term");
    half_term.applies_to = "all".to_owned();
    half_term.first_day = plan::day("2027-02-22");
    half_term.last_day = plan::day("2027-02-26");
    let rows = table(&inspection, "visits.csv");
    assert_eq!(
        row(&rows, "site_id", "force-04")["why_this_week"],
        "Not earlier: week of 15 February: notice does not end before 17 February (T2); week of 22 February: \
         Half-term, better avoided."
    );
}

#[test]
fn a_period_better_avoided_is_no_reason_where_it_did_not_decide() {
    let mut inspection = plan::inspection();
    inspection.timing.max_visits_per_week = None;
    inspection.periods.clear();
    let rows = table(&inspection, "visits.csv");
    assert_eq!(
        row(&rows, "site_id", "force-04")["why_this_week"],
        "Not earlier: week of 15 February: notice does not end before 17 February (T2); week of 22 February: possible \
         for the site, but not in the best plan found for all visits and teams."
    );
    // A holiday, but one that does not outweigh the delay.
    inspection.weights.leave = 0.01;
    inspection.periods.push(Period {
        name: "Local holiday".to_owned(),
        applies_to: "all".to_owned(),
        value: None,
        first_day: plan::day("2027-02-22"),
        last_day: plan::day("2027-02-26"),
        severity: Severity::Prefer,
    });
    let rows = table(&inspection, "visits.csv");
    let reason = &row(&rows, "site_id", "force-04")["why_this_week"];
    assert!(!reason.contains("better avoided"), "{reason}");
}

#[test]
fn a_site_brought_along_that_has_no_day_in_a_week_is_named() {
    let mut inspection = plan::inspection();
    inspection.timing.max_visits_per_week = None;
    inspection.engagements.clear();
    inspection.engagements.push(Engagement {
        site: "area-1".into(),
        inspection: "Area review".to_owned(),
        first_day: plan::day("2027-02-22"),
        last_day: plan::day("2027-04-01"),
        days: None,
        inspectorate: None,
    });
    inspection.burden.gap_weeks = Some(1);
    let rows = table(&inspection, "visits.csv");
    let reason = &row(&rows, "site_id", "force-01")["why_this_week"];
    let area =
        "CPS South West must be visited in the same week (T7), but: too close to Area review (T5)";
    assert!(reason.contains(area), "{reason}");
}

#[test]
fn how_far_a_team_travels_is_not_told_and_for_how_many_it_is_not_known_is() {
    let mut inspection = plan::inspection();
    let why = |inspection: &Inspection| {
        let rows = table(inspection, "visits.csv");
        row(&rows, "site_id", "force-12")["why_these_people"].clone()
    };
    let known =
        "2 joint pairs of HMICFRS and HMCPSI; all cleared to NPPV3 (P5); all also on other visits.";
    assert_eq!(why(&inspection), known);
    // P01 and C01, who are on it.
    inspection.inspectors[0].base = None;
    inspection.inspectors[1].base = None;
    assert_eq!(
        why(&inspection),
        "2 joint pairs of HMICFRS and HMCPSI; all cleared to NPPV3 (P5); the journey of 2 inspectors is not known and \
         counts as that of the others on average; all also on other visits."
    );
    // Where nobody's base is known there is nothing to go by.
    for inspector in &mut inspection.inspectors {
        inspector.base = None;
    }
    assert_eq!(
        why(&inspection),
        "2 joint pairs of HMICFRS and HMCPSI; all cleared to NPPV3 (P5); the journey of 4 inspectors is not known and \
         counts as nothing; all also on other visits."
    );
}

#[test]
fn the_pilot_and_its_review_are_reasons() {
    let mut inspection = plan::inspection();
    inspection.timing.max_visits_per_week = None;
    inspection.pilot = Some(Pilot {
        site: "force-12".into(),
        review_days: 3,
        counts: true,
    });
    inspection.kinds[0].write_up_days = 2;
    let rows = table(&inspection, "visits.csv");
    let of = |site: &str| row(&rows, "site_id", site);
    assert_eq!(
        of("force-12")["why_this_week"],
        "The pilot, before all others but CPS Yorkshire and Humberside (T9). Not earlier: week of 15 February: notice does \
         not end before 17 February (T2)."
    );
    assert_eq!(
        of("force-04")["why_this_week"],
        "Not earlier: week of 15 February: notice does not end before 17 February (T2); week of 22 February: the pilot at \
         West Yorkshire Police and its review last to 1 March (T9)."
    );
    assert_eq!(
        of("force-12")["why_these_people"],
        "2 joint pairs of HMICFRS and HMCPSI; all cleared to NPPV3 (P5); kept free of other visits for 2 working days to write \
         up, to 26 February 2027 (P14); all also on other visits."
    );
    let shown = ["pilot", "write_up_days", "write_up_last_day"];
    let cells = |site: &str| shown.map(|column| of(site)[column].clone());
    assert_eq!(cells("force-12"), ["yes", "2", "2027-02-26"]);
    assert_eq!(cells("area-7"), ["", "0", ""]);
}

#[test]
fn so_many_weeks_after_the_visit_that_brings_it_is_a_reason() {
    let mut inspection = plan::inspection();
    inspection.timing.max_visits_per_week = None;
    inspection.links[0].same_team = false;
    inspection.links[0].timing = LinkTiming::After {
        min: 2,
        max: Some(12),
    };
    let mut planned = plan::planned(&inspection);
    let area = planned.plan.visits.iter_mut();
    let area = area.into_iter().find(|one| one.site.as_str() == "area-7");
    let area = area.expect("a visit");
    (area.first_day, area.last_day) = (plan::day("2027-03-18"), plan::day("2027-03-19"));
    let rows = super::table_of(&inspection, &planned, "visits.csv");
    assert_eq!(
        row(&rows, "site_id", "area-7")["why_this_week"],
        "3 weeks after West Yorkshire Police (T7). Not earlier: weeks of 15 and 22 February and 1 March: not 2 to 12 weeks after West Yorkshire Police and West Midlands Police (T7); \
         week of 8 March: possible for the site, but not in the best plan found for all visits and teams."
    );
}

#[test]
fn a_journey_from_one_visit_straight_to_another_is_told() {
    let mut inspection = plan::inspection();
    inspection.links.clear();
    inspection.staffing.journey_km = Some(250.0);
    let rows = table(&inspection, "visits.csv");
    let why = |site: &str| row(&rows, "site_id", site)["why_these_people"].clone();
    assert!(
        why("area-7").contains(
            "Inspector C01, Inspector P01, Inspector C02 and Inspector P02 come straight from West Yorkshire Police, which is \
             near enough (P15)"
        ),
        "{}",
        why("area-7")
    );
    assert!(
        why("force-12")
            .contains("go straight on to CPS Yorkshire and Humberside, which is near enough (P15)"),
        "{}",
        why("force-12")
    );
}

/// A site's own days and pairs stand in every table.
#[test]
fn what_is_a_sites_own_is_told_as_its_own() {
    let mut inspection = plan::inspection();
    let force = inspection.sites.iter_mut();
    let force = force.into_iter().find(|one| one.id.as_str() == "force-12");
    let force = force.expect("a site");
    (force.days, force.pairs, force.full_days) = (Some(5), Some(1), Some(40.0));
    let rows = table(&inspection, "visits.csv");
    let own = row(&rows, "site_id", "force-12");
    assert_eq!(own["onsite_days"], "5");
    assert!(
        own["why_these_people"].starts_with("1 joint pair of HMICFRS and HMCPSI;"),
        "{}",
        own["why_these_people"]
    );
    let rows = table(&inspection, "selection.csv");
    assert_eq!(row(&rows, "site_id", "force-12")["inspector_days"], "14");
    assert_eq!(row(&rows, "site_id", "force-01")["inspector_days"], "20");
}
