//! Sites that cannot be visited at all: what forbids it, by name and date.

use assize::domain::{Absence, Conflict, Fixed, Inspection, Period, Severity};

use crate::common::{load, planned};
use crate::{folder, reasons};

fn kent() -> Inspection {
    load(&folder("why-not-kent"), None)
}

/// The reason of one site.
fn reason(inspection: &Inspection, site: &str) -> String {
    let mut reasons = reasons(inspection, &planned(inspection));
    reasons.remove(site).expect("a site")
}

/// Each of two visits that must share a week has weeks of its own, and none in common.
#[test]
fn the_events_that_leave_two_visits_no_week_in_common_are_named() {
    let inspection = kent();
    let reasons = reasons(&inspection, &planned(&inspection));
    let expected = [
        (
            "Kent PDU",
            "Not selected: it cannot be visited: the period ‘Audit’ (12 to 30 April 2027, T4) and the other inspection ‘PEEL’ \
             of Kent Police (31 May to 25 June 2027) with the gap of 4 weeks (T5) leave no week from 12 April to 28 May 2027 \
             for it and Kent Police, which it brings in the same week (S5, T7).",
        ),
        (
            "Kent Police",
            "Not selected: it cannot be visited: its other inspection ‘PEEL’ (31 May to 25 June 2027) with the gap of 4 weeks \
             (T5) and the period ‘Audit’ at Kent PDU (12 to 30 April 2027, T4) leave no week from 12 April to 28 May 2027 for \
             it and Kent PDU, which brings it in the same week (S5, T7).",
        ),
        // What could come in its place cannot be visited, so it is not named.
        (
            "Norfolk Constabulary",
            "Selected: brought by Norfolk PDU (S5); without it no selection of sites that can be visited keeps the rules S1 to \
             S5 with the inspector-days that there are (P9); no other inspection in the burden window.",
        ),
        (
            "Norfolk PDU",
            "Selected: without it no selection of sites that can be visited keeps the rules S1 to S5 with the inspector-days that there are (P9); no other inspection in \
             the burden window.",
        ),
    ];
    for (site, reason) in expected {
        assert_eq!(reasons[site], reason);
    }
}

#[test]
fn an_event_at_the_brought_site_alone_is_named() {
    let mut inspection = kent();
    inspection.periods.clear();
    inspection.engagements[0].first_day = inspection.timing.first_day;
    assert_eq!(
        reason(&inspection, "Kent PDU"),
        "Not selected: it cannot be visited: the other inspection ‘PEEL’ of Kent Police (12 April to 25 June 2027) with the gap \
         of 4 weeks (T5) leaves no week from 12 April to 28 May 2027 for Kent Police, which it brings (S5)."
    );
}

#[test]
fn a_brought_site_that_is_excluded_is_named() {
    let mut inspection = kent();
    inspection.periods.clear();
    inspection.kinds[1].exclude.push("kent-police".into());
    assert_eq!(
        reason(&inspection, "Kent PDU"),
        "Not selected: it cannot be visited: Kent Police, which it brings (S5), is excluded by the lead inspector (S2)."
    );
}

#[test]
fn notice_and_fixed_dates_are_named() {
    let mut inspection = kent();
    inspection.periods.clear();
    inspection.timing.first_day = "2027-02-01".parse().expect("a date");
    let not_after = "2027-02-26".parse().ok();
    inspection.fixed.push(Fixed {
        site: "kent".into(),
        not_before: None,
        not_after,
        inspector: None,
    });
    assert_eq!(
        reason(&inspection, "Kent PDU"),
        "Not selected: it cannot be visited: its fixed dates (not after 26 February 2027, T8) leave it no week from 1 March \
         2027, when notice ends (T2), to 28 May 2027."
    );
}

#[test]
fn a_window_without_room_for_a_visit_is_said() {
    let mut inspection = kent();
    inspection.timing.first_day = "2027-04-30".parse().expect("a date");
    inspection.timing.last_day = "2027-05-03".parse().expect("a date");
    let tables = assize::instance::Instance::new(inspection.clone());
    let plan = assize::optimise::plan(&tables, &assize::optimise::Budget::unlimited(), &mut |_| {});
    // There is no plan, so there is no table: the fact is asked for by itself.
    assert_eq!(plan, Ok(assize::optimise::Answer::NoPlan));
    let kent = "kent".into();
    let reach = assize::optimise::reach(&tables, &[&kent]).expect("no fault");
    let told = serde_json::to_value(&reach["kent"]).expect("a fact");
    assert_eq!(
        told["never"]["barred"][0]["bar"],
        serde_json::json!({"no_room": {"days": 2, "holidays": [["Early May bank holiday", "2027-05-03"]]}})
    );
}

/// One inspector of each inspectorate: only one of them may not go, and which must not be said.
#[test]
fn who_has_a_conflict_is_not_said() {
    let mut inspection = kent();
    inspection.periods.clear();
    inspection.conflicts.push(Conflict {
        linked: true,
        inspector: "A".into(),
        site: "kent".into(),
    });
    let fixed = Fixed {
        site: "kent".into(),
        not_before: None,
        not_after: None,
        inspector: Some("A".into()),
    };
    assert_eq!(
        reason(&inspection, "Kent PDU"),
        "Not selected: it cannot be visited: for it no HMI Probation inspector who may visit it is free in any week left (P1)."
    );
    inspection.fixed.push(fixed);
    let said = reason(&inspection, "Kent PDU");
    assert!(!said.contains("P6") && !said.contains("conflict"), "{said}");
}

/// Each visit has dates and a team; the team cannot be at both in one week.
#[test]
fn visits_that_collide_only_together_are_told_with_their_rules() {
    let mut inspection = kent();
    inspection.periods.clear();
    inspection.engagements.clear();
    inspection.links[0].same_team = true;
    // Only in one week is there anyone to go, and of that week only two days are left at Kent.
    let away = |inspector: &str, first: &str, last: &str| Absence {
        inspector: inspector.into(),
        first_day: first.parse().expect("a date"),
        last_day: last.parse().expect("a date"),
    };
    inspection
        .absences
        .push(away("A", "2027-04-12", "2027-05-23"));
    inspection.periods.push(Period {
        name: "Trial".to_owned(),
        applies_to: "site".to_owned(),
        value: Some("kent".to_owned()),
        first_day: "2027-05-24".parse().expect("a date"),
        last_day: "2027-05-26".parse().expect("a date"),
        severity: Severity::Must,
    });
    inspection.periods.push(Period {
        name: "Trial".to_owned(),
        applies_to: "site".to_owned(),
        value: Some("kent-police".to_owned()),
        first_day: "2027-05-24".parse().expect("a date"),
        last_day: "2027-05-26".parse().expect("a date"),
        severity: Severity::Must,
    });
    assert_eq!(
        reason(&inspection, "Kent PDU"),
        "Not selected: it cannot be visited: no dates and teams for it and Kent Police, which it brings (S5), keep these \
         rules at once: S5 link, P3 one place, P4 available, P11 visit lead, P12 same team."
    );
}
