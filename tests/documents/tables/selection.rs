//! `selection.csv`: why each site is selected or not, and what could be scored otherwise.

use assize::documents::report_files;
use assize::domain::*;
use assize::instance::Instance;

use super::{row, rows, table};
use crate::{file, plan};

#[test]
fn every_site_is_in_the_selection_with_its_reason() {
    let mut inspection = plan::inspection();
    inspection.engagements.push(Engagement {
        site: "force-06".into(),
        inspection: "Long inspection".to_owned(),
        first_day: plan::day("2027-02-01"),
        last_day: plan::day("2027-05-28"),
        days: Some(5),
        inspectorate: None,
    });
    let rows = table(&inspection, "selection.csv");
    assert_eq!(rows.len(), inspection.sites.len());
    let reason = |site: &str| row(&rows, "site_id", site)["reason"].clone();
    let reasons = [
        (
            "force-03",
            "Not selected: excluded by the lead inspector (S2).",
        ),
        (
            "force-05",
            "Not selected: has 150 engagement days, over the limit of 30 (S4).",
        ),
        (
            "force-06",
            "Not selected: it cannot be visited: its other inspection ‘Long inspection’ (1 February to 28 May 2027) with the \
             gap of 4 weeks (T5) leaves it no week from 1 February to 28 May 2027.",
        ),
        (
            "force-12",
            "Selected: strong evidence (concern raised); represents 1 other site best; no other inspection in the \
             burden window.",
        ),
        (
            "area-4",
            "Not selected: it cannot be visited: Gwent Police, which brings it (S5), has 150 engagement days, over the limit \
             of 30 (S4).",
        ),
        (
            "area-5",
            "Not selected: it can be visited; no selection with it that can be visited and staffed scores more (proved).",
        ),
        (
            "area-7",
            "Selected: brought by West Yorkshire Police and West Midlands Police (S5); no other inspection in the \
             burden window.",
        ),
    ];
    for (site, expected) in reasons {
        assert_eq!(reason(site), expected, "{site}");
    }
    let asked = row(&rows, "site_id", "force-02");
    assert_eq!(
        asked["consultation"],
        "HMICFRS, 10 December 2026: A rolling inspection in February (outcome: dates)"
    );
}

/// The rows of the selection where this is known of force-10, which is selected, and of force-06, which is not.
fn decided_otherwise(proven: bool, value: impl Fn(f64) -> Worth) -> [(String, String); 2] {
    let inspection = plan::inspection();
    let mut planned = plan::planned(&inspection);
    let here = 32.92;
    planned.plan.tiers[0].value = here;
    planned.plan.tiers[0].proven = proven;
    planned.sites = [("force-10", true), ("force-06", false)]
        .map(|(site, selected)| SiteChange {
            site: site.into(),
            selected,
            value: value(here),
            instead: None,
            visitable: None,
        })
        .into();
    let files = report_files(&Instance::new(inspection.clone()), &planned).expect("outputs");
    let rows = rows(file(&files, "selection.csv"));
    ["force-10", "force-06"].map(|site| {
        let row = row(&rows, "site_id", site);
        (row["reason"].clone(), row["best_otherwise"].clone())
    })
}

#[test]
fn reasons_say_what_the_selection_could_score_with_one_site_decided_otherwise() {
    let tie =
        "the same as this plan; whether one that does can be visited and staffed was not shown";
    let refused = "but none that scores more than this plan can be visited and staffed (proved)";
    let open = "but none that can be visited and staffed was found in the time given";
    // How far from the plan, proved or not; what is said with and without the site, and the figure.
    let figures = [
        (
            -0.139,
            true,
            "at most 32.781, 0.139 less".to_owned(),
            "32.781000",
        ),
        (
            -0.139,
            false,
            "at most 32.781, 0.139 less".to_owned(),
            "32.781000",
        ),
        (
            -0.0002,
            true,
            "at most 32.919800, 0.000200 less".to_owned(),
            "32.919800",
        ),
        (5e-7, true, format!("at most 32.920, {tie}"), "32.920001"),
        (
            0.25,
            true,
            format!("could score up to 33.170 on paper, 0.250 more, {refused}"),
            "33.170000",
        ),
        (
            0.25,
            false,
            format!("could score up to 33.170 on paper, 0.250 more, {open}"),
            "33.170000",
        ),
    ];
    for (apart, proven, said, number) in figures {
        let [out, with] = decided_otherwise(proven, |here| Worth::AtMost(here + apart));
        let (start_out, start_with) = match said.strip_prefix("could ") {
            None => (
                "without it the best selection scores",
                "with it the selection would score",
            ),
            Some(_) => ("selections without it", "selections with it"),
        };
        assert!(out.0.contains(&format!("{start_out} {said}")), "{}", out.0);
        assert_eq!(
            with.0,
            format!("Not selected: it can be visited; {start_with} {said}.")
        );
        assert_eq!((out.1.as_str(), with.1.as_str()), (number, number));
    }
    let [out, with] = decided_otherwise(true, |_| Worth::Impossible);
    assert!(
        out.0.contains(
            "; without it no selection of sites that can be visited keeps the rules S1 to S5"
        ),
        "{}",
        out.0
    );
    assert_eq!(
        with.0,
        "Not selected: it can be visited; with it no selection of sites that can be visited keeps the rules S1 to S5 with the inspector-days that there are (P9)."
    );
    assert_eq!((out.1, with.1), (String::new(), String::new()));
    let [_, with] = decided_otherwise(false, |_| Worth::Unknown);
    assert_eq!(
        with.0,
        "Not selected: it can be visited; no better selection with it was found in the time given."
    );
}

/// Nobody may be onsite for as long as a visit takes.
#[test]
fn a_limit_that_leaves_no_team_is_named() {
    let mut inspection = plan::inspection();
    for inspector in &mut inspection.inspectors {
        inspector.max_days = Some(1);
    }
    let rows = table(&inspection, "selection.csv");
    assert_eq!(
        row(&rows, "site_id", "force-06")["reason"],
        "Not selected: it cannot be visited: for it fewer than 2 HMICFRS inspectors who may visit it are free in any week left (P1, P9)."
    );
}

#[test]
fn inclusion_a_tight_quota_and_a_missing_team_are_named() {
    let mut inspection = plan::inspection();
    inspection.kinds[0].include.push("force-12".into());
    let quota = |min| Quota {
        kind: "police_force".into(),
        column: "region".to_owned(),
        scope: QuotaScope::Value("Wales".to_owned()),
        min: Some(min),
        max: None,
    };
    // Two of the forces selected are in Wales: one quota is tight and the other is not.
    inspection.quotas.extend([quota(1), quota(2)]);
    inspection.conflicts = inspection
        .inspectors
        .iter()
        .map(|inspector| Conflict {
            linked: true,
            inspector: inspector.id.clone(),
            site: "force-06".into(),
        })
        .collect();
    let rows = table(&inspection, "selection.csv");
    let reason = |site: &str| row(&rows, "site_id", site)["reason"].clone();
    assert_eq!(
        reason("force-12"),
        "Selected: included by the lead inspector (S2); counts towards the quota of at least 2 with region Wales (S3); \
         strong evidence (concern raised); represents 1 other site best; no other inspection in the burden window."
    );
    assert_eq!(
        reason("force-06"),
        "Not selected: it cannot be visited: for it fewer than 2 HMICFRS inspectors who may visit it are free in any week left (P1)."
    );
}
