//! For each rule the smallest change after which exactly that rule is broken.

use std::collections::BTreeSet;
use std::path::Path;

use assize::domain::*;

use super::base::*;

/// One broken plan per rule of plans; those of timetables are in [`super::timetables`]: the rule, what breaks it, and everything the checker then says.
pub const CASES: &[(Rule, Change, &[&str])] = &[
    (
        Rule::Count,
        |inspection, _| inspection.kinds[0].sites.min = 3,
        &["S1 count: 2 sites of kind police_force are selected; it must be at least 3."],
    ),
    (
        Rule::Included,
        |inspection, _| inspection.kinds[0].include = vec!["west-force".into()],
        &["S2 included: West Force must be included, but is not selected."],
    ),
    (
        Rule::Quota,
        |inspection, _| {
            inspection.quotas = vec![Quota {
                kind: "police_force".into(),
                column: "region".to_owned(),
                scope: QuotaScope::Each,
                min: None,
                max: Some(1),
            }];
            let south = &mut inspection.sites[2];
            south.cells.insert("region".to_owned(), "North".to_owned());
        },
        &[
            "S3 quota: 2 sites of kind police_force with region North are selected (North Force and South Force); it must be at most 1.",
        ],
    ),
    (
        Rule::Burden,
        |inspection, _| inspection.burden.max_days = Some(3),
        &["S4 burden: North Force has 4 engagement days; a selected site has at most 3."],
    ),
    (
        Rule::Link,
        |_, plan| plan.visits.truncate(SOUTH_AREA),
        &[
            "S5 link: South Force is selected, but no site of kind cps_area that it names (South Area) is.",
        ],
    ),
    (
        Rule::Window,
        |inspection, _| inspection.timing.last_day = day("2027-03-11"),
        &[
            "T1 window: The visit to South Area is onsite on 12 March 2027; fieldwork runs from 1 February 2027 to 11 March 2027.",
        ],
    ),
    (
        Rule::Notice,
        |inspection, _| inspection.timing.spare_days = 9,
        &[
            "T2 notice: The visit to North Force starts on 22 February 2027; with due notice it can start on 23 February 2027 at the earliest.",
        ],
    ),
    (
        Rule::WorkingDays,
        |_, plan| plan.visits[SOUTH_FORCE].last_day = day("2027-03-11"),
        &[
            "T3 working days: The plan has the visit to South Force end on 11 March 2027; its 3 working days from 8 March 2027 end on 10 March 2027.",
        ],
    ),
    (
        Rule::Avoid,
        |inspection, _| {
            let days = ["2027-03-09", "2027-03-11"];
            let election = period("site", Some("south-force"), days, Severity::Must);
            inspection.periods.push(election);
        },
        &[
            "T4 avoid: The visit to South Force is onsite on 9 March 2027 and 10 March 2027, in a period that it must avoid: Local elections.",
        ],
    ),
    (
        Rule::Gap,
        |inspection, _| {
            inspection.burden.gap_weeks = Some(4);
            let other = engagement("south-area", "2027-04-08", "2027-04-09", Some(0));
            inspection.engagements.push(other);
        },
        &[
            "T5 gap: The visit to South Area is onsite on 11 March 2027 and 12 March 2027, within 4 weeks of another inspection there: Custody, from 8 April 2027 to 9 April 2027.",
        ],
    ),
    (
        Rule::WeekLimit,
        |_, plan| {
            let pairs = [["P05", "P06"], ["P07", "P08"]].map(|pair| pair.map(InspectorId::from));
            moved(&mut plan.visits[SOUTH_FORCE], "2027-02-22", "2027-02-24");
            plan.visits[SOUTH_FORCE].pairs = pairs.to_vec();
            plan.visits[SOUTH_FORCE].visit_lead = "P05".into();
            moved(&mut plan.visits[SOUTH_AREA], "2027-02-25", "2027-02-26");
            plan.visits[SOUTH_AREA].pairs = vec![["P06".into(), "P05".into()]];
            plan.visits[SOUTH_AREA].visit_lead = "P06".into();
        },
        &[
            "T6 week limit: 2 visits are in the week of 22 February 2027, to North Force and South Force; it must be at most 1.",
        ],
    ),
    (
        Rule::Together,
        |inspection, plan| {
            inspection.links[0].same_team = false;
            moved(&mut plan.visits[SOUTH_AREA], "2027-03-15", "2027-03-16");
        },
        &[
            "T7 together: The visit to South Area starts in the week of 15 March 2027; the visit to South Force does not.",
        ],
    ),
    (
        Rule::FixedDates,
        |inspection, _| {
            inspection.fixed.push(Fixed {
                site: "south-force".into(),
                not_before: Some(day("2027-03-08")),
                not_after: Some(day("2027-03-09")),
                inspector: None,
            });
        },
        &[
            "T8 fixed dates: The visit to South Force is onsite on 10 March 2027; it is fixed not to be after 9 March 2027.",
        ],
    ),
    (
        Rule::Joint,
        |_, plan| plan.visits[NORTH_FORCE].pairs[1][1] = "P05".into(),
        &[
            "P1 joint: On the visit to North Force, Inspector P03 of HMICFRS and Inspector P05 of HMICFRS are a pair; it must be one of HMICFRS and one of HMCPSI.",
        ],
    ),
    (
        Rule::Experience,
        |_, plan| plan.visits[NORTH_FORCE].pairs[1][1] = "P08".into(),
        &[
            "P2 experience: Neither Inspector P03 nor Inspector P08, a pair on the visit to North Force, is experienced.",
        ],
    ),
    (
        Rule::OnePlace,
        // The two days of preparation are the days at North Area.
        |_, plan| {
            moved(&mut plan.visits[SOUTH_FORCE], "2027-03-01", "2027-03-03");
            plan.visits[SOUTH_FORCE].pairs[0][1] = "P06".into();
            moved(&mut plan.visits[SOUTH_AREA], "2027-03-04", "2027-03-05");
            plan.visits[SOUTH_AREA].pairs[0][0] = "P06".into();
            plan.visits[SOUTH_AREA].visit_lead = "P06".into();
        },
        &[
            "P3 one place: Inspector P01 is needed by the visits to North Area and South Force from 25 to 26 February 2027.",
        ],
    ),
    (
        Rule::Available,
        |inspection, _| {
            inspection.absences.push(Absence {
                inspector: "P03".into(),
                first_day: day("2027-02-15"),
                last_day: day("2027-02-18"),
            });
        },
        &[
            "P4 available: Inspector P03 is absent on 18 February 2027, but is needed to prepare for North Force.",
        ],
    ),
    (
        Rule::Cleared,
        |inspection, _| {
            inspection.kinds[1].clearance = Some("NPPV3".to_owned());
            for (id, until) in [("P01", Some(day("2027-03-11"))), ("P02", None)] {
                inspection.clearances.push(Clearance {
                    inspector: id.into(),
                    clearance: "NPPV3".to_owned(),
                    valid_until: until,
                });
            }
        },
        &[
            "P5 cleared: Inspector P01 does not hold NPPV3 on 12 March 2027, the last day of the visit to South Area.",
        ],
    ),
    (
        Rule::NoConflict,
        |inspection, _| {
            inspection.conflicts.push(Conflict {
                linked: true,
                inspector: "P04".into(),
                site: "south-force".into(),
            });
        },
        &["P6 may visit: Inspector P04 is on the visit to South Force, which they may not visit."],
    ),
    (
        Rule::Apart,
        |inspection, plan| {
            inspection.apart.push(Apart {
                inspector_a: "P04".into(),
                inspector_b: "P01".into(),
            });
            plan.visits[SOUTH_FORCE].pairs[1][1] = "P06".into();
        },
        &["P7 apart: Inspector P04 and Inspector P01 are kept apart, but both visit North Force."],
    ),
    (
        Rule::Skills,
        |inspection, _| {
            inspection.sites[1].needs = ["youth".to_owned(), "digital".to_owned()].into();
            inspection.inspectors[1].skills = ["digital".to_owned()].into();
        },
        &["P8 skills: North Area needs youth, which nobody on its visit has."],
    ),
    (
        Rule::Limit,
        |inspection, _| {
            inspection.staffing.max_days = Some(9);
            inspection.inspectors[0].max_days = Some(10);
        },
        &["P9 limit: Inspector P02 has 10 onsite days; it must be at most 9."],
    ),
    (
        Rule::Rest,
        |inspection, plan| {
            inspection.staffing.max_weeks_in_row = Some(1);
            inspection.kinds[0].prepare_days = 0;
            moved(&mut plan.visits[SOUTH_FORCE], "2027-03-01", "2027-03-03");
            moved(&mut plan.visits[SOUTH_AREA], "2027-03-04", "2027-03-05");
            plan.visits[SOUTH_FORCE].pairs[0] = ["P01".into(), "P06".into()];
            plan.visits[SOUTH_FORCE].pairs[1] = ["P05".into(), "P08".into()];
            plan.visits[SOUTH_AREA].pairs[0] = ["P06".into(), "P05".into()];
            plan.visits[SOUTH_AREA].visit_lead = "P06".into();
        },
        &[
            "P10 rest: Inspector P01 is onsite in 2 weeks in a row from the week of 22 February 2027; it must be at most 1.",
        ],
    ),
    (
        Rule::VisitLead,
        |_, plan| plan.visits[NORTH_FORCE].visit_lead = "P03".into(),
        &[
            "P11 visit lead: Inspector P03 cannot lead the visit to North Force: its lead must be Inspector P01.",
        ],
    ),
    (
        Rule::SameTeam,
        |_, plan| plan.visits[NORTH_AREA].pairs[0][1] = "P05".into(),
        &[
            "P12 same team: Inspector P05 visits North Area but not North Force, starting in the week of 22 February 2027.",
        ],
    ),
    (
        Rule::Named,
        |inspection, _| {
            inspection.fixed.push(Fixed {
                site: "north-area".into(),
                not_before: None,
                not_after: None,
                inspector: Some("P04".into()),
            });
        },
        &["P13 named: Inspector P04 is fixed to visit North Area, but is not on its visit."],
    ),
];

#[test]
fn each_broken_plan_breaks_exactly_its_rule() {
    for (rule, change, expected) in CASES {
        let report = changed(change);
        let shown: Vec<String> = report.findings.iter().map(ToString::to_string).collect();
        assert_eq!(shown, *expected, "{}", rule.number());
        assert!(report.findings.iter().all(|f| f.rule == Some(*rule)));
        assert!(!report.is_clean());
    }
}

#[test]
fn every_rule_has_a_broken_plan() {
    let cases = CASES.iter().chain(super::timetables::CASES);
    let broken: BTreeSet<Rule> = cases.map(|(rule, _, _)| *rule).collect();
    let all: BTreeSet<Rule> = Rule::ALL.iter().copied().collect();
    assert_eq!(broken, all);
}

#[test]
fn every_rule_has_its_row_in_the_readme() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(path).expect("README.md stands at the root");
    let rows: BTreeSet<&str> = readme.lines().map(str::trim).collect();
    let missing: Vec<String> = (Rule::ALL.iter())
        .map(|rule| {
            format!(
                "| {} | {} | {} |",
                rule.number(),
                rule.name(),
                rule.sentence()
            )
        })
        .filter(|row| !rows.contains(row.as_str()))
        .collect();
    assert_eq!(missing, Vec::<String>::new(), "rows that README.md lacks");
}

#[test]
fn the_rules_of_the_pages_are_the_rules() {
    for (page, rules) in [
        ("docs/design.md", Rule::of_plans()),
        ("docs/timetables.md", Rule::of_timetables()),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
        let text = std::fs::read_to_string(path).expect("the page is there");
        let numbered = |row: &&str| {
            let number = row.strip_prefix("| ").and_then(|row| row.split(' ').next());
            let number = number.unwrap_or_default();
            number.starts_with(['S', 'T', 'P', 'V'])
                && number.ends_with(|c: char| c.is_ascii_digit())
        };
        let rows: Vec<&str> = text.lines().filter(numbered).collect();
        let due = rules.iter().map(|rule| {
            let (number, name, sentence) = (rule.number(), rule.name(), rule.sentence());
            format!("| {number} {name} | {sentence} |")
        });
        assert_eq!(rows, due.collect::<Vec<String>>(), "{page}");
    }
}
