//! What a plan and its file say of themselves and a recomputation contradicts; and what is taken on trust.

use assize::check::{Report, check_file};
use assize::domain::*;

use super::base::*;

/// What the plan says though the tables say otherwise, after a change to both.
fn misstated(change: impl FnOnce(&mut Inspection, &mut Plan)) -> Vec<String> {
    let report = changed(change);
    assert_eq!(report.findings, []);
    assert_eq!(report.is_clean(), report.misstated.is_empty());
    report.misstated.iter().map(ToString::to_string).collect()
}

#[test]
fn another_inspection_is_a_misstatement() {
    let misstated = misstated(|_, plan| {
        plan.inspection = "Joint custody".to_owned();
    });
    assert_eq!(
        misstated,
        ["The plan is for “Joint custody”; the tables are for “Joint case building”.",]
    );
}

#[test]
fn tier_values_and_claims_that_cannot_be_are_misstatements() {
    let misstated = misstated(|_, plan| {
        plan.tiers[0].value = 1.9;
        plan.tiers[1].bound = None;
        plan.tiers[2].bound = Some(10.0);
    });
    assert_eq!(
        misstated,
        [
            "The plan states selection 1.9; recomputed, it is 1.833333.",
            "The plan states selection 1.9, and that the best of any plan is 1.833333: it does better itself.",
            "The plan calls its calendar proved, but states no bound.",
            "The plan calls its staffing of 16.895594 proved, but states a bound of 10.",
        ]
    );
}

#[test]
fn a_bound_that_the_plan_beats_or_meets_without_saying_so_is_a_misstatement() {
    let unproven = |tier: usize, bound: f64| {
        misstated(|_, plan| {
            plan.tiers[tier].proven = false;
            plan.tiers[tier].bound = Some(bound);
        })
    };
    assert_eq!(
        unproven(0, 1.5),
        [
            "The plan states that the best selection of any plan is 1.833333, and that no plan can do better than 1.5."
        ]
    );
    assert_eq!(
        unproven(1, 20.0),
        [
            "The plan states calendar 18, and that no plan can do better than 20: it does better itself."
        ]
    );
    assert_eq!(
        unproven(1, 18.0),
        [
            "The plan does not call its calendar of 18 proved, but states a bound of 18, which it meets."
        ]
    );
    // What it might be at most, or at least, is taken on trust.
    assert_eq!(unproven(0, 2.0), [""; 0]);
    assert_eq!(unproven(1, 17.0), [""; 0]);
    assert_eq!(unproven(2, 0.0), [""; 0]);
}

#[test]
fn tier_values_agree_within_a_millionth() {
    let misstated = |by: f64| {
        misstated(|_, plan| {
            plan.tiers[1].value += by;
            (plan.tiers[1].bound, plan.tiers[1].proven) = (None, false);
        })
    };
    assert_eq!(misstated(1e-6), [""; 0]);
    assert_eq!(
        misstated(2e-6),
        ["The plan states calendar 18.000002; recomputed, it is 18."]
    );
}

#[test]
fn tiers_in_disorder_are_a_misstatement() {
    assert_eq!(
        misstated(|_, plan| plan.tiers.swap(0, 1)),
        ["The plan does not state its tiers as selection, calendar and staffing, in this order."]
    );
}

#[test]
fn what_nobody_checked_is_said() {
    let proof = "That no better plan exists was not checked: it rests on the plan’s own word.";
    assert_eq!(changed(|_, _| {}).on_trust, [proof]);
    let without_claims = changed(|_, plan| {
        for tier in &mut plan.tiers {
            (tier.bound, tier.proven) = (None, false);
        }
    });
    assert_eq!(without_claims.on_trust, [""; 0]);
}

/// What is said of a file with all that stands beside the plan.
fn of_file(change: impl FnOnce(&mut Inspection, &mut Planned, &mut PlanRecord)) -> Report {
    let mut inspection = inspection();
    let mut planned = Planned {
        plan: plan(),
        counts: Vec::new(),
        left_out: Vec::new(),
        sites: Vec::new(),
        ties: None,
        best_selection: None,
    };
    let mut record = PlanRecord {
        status: Some("DRAFT".to_owned()),
        marking: Some("OFFICIAL-SENSITIVE".to_owned()),
        scenario: Some(None),
    };
    change(&mut inspection, &mut planned, &mut record);
    check_file(&inspection, &planned, &record)
}

fn texts(report: &Report) -> Vec<String> {
    report.misstated.iter().map(ToString::to_string).collect()
}

#[test]
fn the_head_of_a_file_is_compared() {
    assert_eq!(of_file(|_, _, _| {}).misstated, []);
    let report = of_file(|inspection, _, record| {
        record.status = Some("Authorised\u{7}".to_owned());
        record.marking = Some("OFFICIAL".to_owned());
        inspection.scenario = Some("with-london".to_owned());
    });
    assert_eq!(
        texts(&report),
        [
            "The plan says that it was made with no scenario; it is checked with the scenario “with-london”. Name the right one with --scenario.",
            "The plan gives its status as “Authorised\u{fffd}”; by the tables it is “DRAFT”.",
            "The plan gives its marking as “OFFICIAL”; by the tables it is “OFFICIAL-SENSITIVE”.",
        ]
    );
    let authorised = of_file(|inspection, _, _| {
        for inspectorate in inspection.header.inspectorates.clone() {
            inspection.authority_given.push(AuthorityGiven {
                code: Some("1108-4faf".to_owned()),
                inspectorate,
                given_by: "Board".to_owned(),
                given_on: day("2026-12-17"),
            });
        }
    });
    assert_eq!(
        texts(&authorised),
        ["The plan gives its status as “DRAFT”; by the tables it is “Authorised”."]
    );
    assert!(
        authorised
            .misstated
            .iter()
            .all(|one| one.part.is_worked_out_anew())
    );
    // What a file edited by hand leaves out says nothing.
    let bare = of_file(|_, _, record| *record = PlanRecord::default());
    assert_eq!(bare.misstated, []);
}

#[test]
fn rows_on_other_choices_must_be_about_this_plan() {
    let row = |kind: &str, count, allowed, value| CountChange {
        kind: kind.into(),
        count,
        allowed,
        value,
    };
    let other = |site: &str, selected| SiteChange {
        site: site.into(),
        selected,
        value: Worth::AtMost(1.0),
        instead: None,
        visitable: None,
    };
    let report = of_file(|inspection, planned, _| {
        let force = inspection
            .kinds
            .iter_mut()
            .find(|kind| kind.id.as_str() == "police_force");
        force.expect("a kind").sites = Count { min: 1, max: 3 };
        planned.counts = vec![
            row("police_force", 3, true, Worth::Exactly(1.0)),
            row("police_force", 3, true, Worth::Exactly(1.0)),
            row("police_force", 5, false, Worth::Unknown),
            row("police_force", 1, false, Worth::AtMost(1.5)),
            row("prison", 1, true, Worth::Unknown),
        ];
        planned.sites = vec![
            other("north-force", false),
            other("north-force", true),
            other("nowhere", false),
            other("south-force", true),
        ];
    });
    assert_eq!(
        texts(&report),
        [
            "counts: 3 of kind police_force is there twice.",
            "counts: 5 of kind police_force is neither one more nor one fewer than the 2 that the plan selects.",
            "counts: 1 of kind police_force is said to be not allowed; by the tables it may be from 1 to 3.",
            "counts: the plan has a row for prison, which is not one of the kinds.",
            "sites: North Force is said not to be selected; the plan visits it.",
            "sites: North Force is there twice.",
            "sites: the plan has a row for nowhere, which is not one of the sites.",
        ]
    );
    assert!(
        !report
            .misstated
            .iter()
            .any(|one| one.part.is_worked_out_anew())
    );
    assert_eq!(
        report.on_trust[1..],
        [
            "What other choices of sites, or other numbers of them, could score at most, and what tells apart those that score the same, was not checked: it rests on the plan’s own word."
        ]
    );
    // A pilot that does not count is one of those selected, and comes on top of the number.
    let with_pilot = |allowed| {
        let report = of_file(|inspection, planned, _| {
            inspection.pilot = Some(pilot("north-force", 5, false));
            planned.counts = vec![row("police_force", 3, allowed, Worth::Unknown)];
        });
        texts(&report)
    };
    assert_eq!(with_pilot(true), [""; 0]);
    assert_eq!(
        with_pilot(false),
        [
            "counts: 3 of kind police_force is said to be not allowed; by the tables it may be from 2 to 3."
        ]
    );
    let better = of_file(|inspection, planned, _| {
        let force = inspection
            .kinds
            .iter_mut()
            .find(|kind| kind.id.as_str() == "police_force");
        force.expect("a kind").sites = Count { min: 1, max: 3 };
        planned.counts = vec![row("police_force", 3, true, Worth::Exactly(2.5))];
    });
    assert_eq!(
        texts(&better),
        [
            "counts: 3 of kind police_force is said to score 2.5, though no plan can score above 1.833333 by the plan’s own word."
        ]
    );
}
