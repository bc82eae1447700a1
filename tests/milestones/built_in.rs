//! The built-in table: complete, sourced, and in the order of the methodology.

use std::collections::BTreeSet;

use assize::domain::{Authority, InspectorateId, On};
use assize::milestones::STAGES;
use assize::reference;

use super::common::{example, load, planned};
use super::{dates, ids, network, timetable};

#[test]
fn every_row_has_a_paragraph_of_the_methodology_and_an_owner() {
    let rows = reference::milestones();
    assert!(rows.len() >= 50, "{} rows", rows.len());
    let mut stages = BTreeSet::new();
    for row in &rows {
        assert!(!row.name.is_empty() && !row.owner.is_empty(), "{}", row.id);
        assert!(!row.paragraph.is_empty(), "{} has no paragraph", row.id);
        for paragraph in row.paragraph.split(';') {
            let number = paragraph.trim_end_matches(|c: char| c.is_ascii_lowercase());
            let part = &paragraph[number.len()..];
            let number: u32 = number.parse().unwrap_or(0);
            assert!((1..=48).contains(&number), "{}: {paragraph}", row.id);
            let parts = ["a", "b", "c", "d"];
            assert!(
                part.is_empty() || (number == 48 && parts.contains(&part)),
                "{}: {paragraph}",
                row.id
            );
        }
        stages.insert(row.stage);
    }
    assert_eq!(stages, (1..=8).collect());
    assert_eq!(STAGES.len(), 8);
}

#[test]
fn every_row_is_known_once_and_every_reference_leads_somewhere() {
    let rows = reference::milestones();
    let ids: BTreeSet<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids.len(), rows.len());
    for row in &rows {
        let before = row.before.iter().map(|before| &before.milestone);
        let on = match &row.on {
            Some(On::Before(_, id) | On::After(_, id)) => Some(id),
            _ => None,
        };
        for id in row.after.iter().chain(before).chain(on) {
            assert!(ids.contains(id.as_str()), "{}: {id}", row.id);
        }
    }
}

#[test]
fn each_inspectorate_has_its_own_steps_only_where_it_takes_part() {
    let own: [(&str, &[&str]); 4] = [
        (
            "HMICFRS",
            &[
                "hmicfrs-chiefs-of-staff",
                "hmicfrs-hmis",
                "hmicfrs-liaison-officers",
                "hmicfrs-board",
                "hmicfrs-letter",
                "it-access",
                "hmicfrs-kept",
            ],
        ),
        (
            "HMCPSI",
            &[
                "hmcpsi-directors",
                "hmcpsi-decision",
                "hmcpsi-directors-letter",
                "hmcpsi-areas-letter",
                "embargoed-copies",
                "hmcpsi-destroyed",
            ],
        ),
        (
            "HMI Probation",
            &[
                "probation-announcement",
                "embargoed-copies",
                "probation-keep-from",
                "probation-keep-to",
            ],
        ),
        (
            "HMI Prisons",
            &[
                "prisons-warning",
                "embargoed-copies",
                "prisons-paper",
                "prisons-review",
            ],
        ),
    ];
    let all: BTreeSet<&str> = own
        .iter()
        .flat_map(|(_, ids)| ids.iter().copied())
        .collect();
    for (name, expected) in own {
        let mut inspection = network::inspection();
        inspection.milestones = reference::milestones();
        let id = InspectorateId::from(name);
        inspection.header.inspectorates = vec![id.clone()];
        inspection.authority = vec![(id.clone(), Authority::WorkingDays(15))];
        for kind in &mut inspection.kinds {
            kind.inspectorate = id.clone();
        }
        let project = timetable(&inspection, None);
        let found: Vec<&str> = ids(&project)
            .into_iter()
            .filter(|id| all.contains(id))
            .collect();
        assert_eq!(found, expected, "{name}");
        assert!(!ids(&project).contains(&"letter"), "{name}");
    }
    // Any other inspectorate has the common steps, with a letter.
    let mut inspection = network::inspection();
    inspection.milestones = reference::milestones();
    inspection.header.inspectorates = vec!["Another".into()];
    for kind in &mut inspection.kinds {
        kind.inspectorate = "Another".into();
    }
    let project = timetable(&inspection, None);
    let found = ids(&project);
    assert!(found.contains(&"letter"));
    assert_eq!(found.iter().find(|id| all.contains(*id)), None);
}

#[test]
fn every_example_can_be_done_in_the_order_of_the_methodology() {
    for name in ["small", "resettlement", "case-building"] {
        let inspection = load(&example(name), None);
        let plan = planned(&inspection).plan;
        for plan in [None, Some(&plan)] {
            let project = timetable(&inspection, plan);
            assert_eq!(project.late, [], "{name}");
            let first = |id: &str| {
                let steps = project.steps.iter();
                let of_row = steps.filter(|step| step.milestone.id.as_str() == id);
                let starts = of_row.filter_map(|step| Some(step.dates?.start));
                starts.min().unwrap_or_else(|| panic!("{name}: {id}"))
            };
            let last = |id: &str| {
                let steps = project.steps.iter();
                let of_row = steps.filter(|step| step.milestone.id.as_str() == id);
                let ends = of_row.filter_map(|step| Some(step.dates?.done));
                ends.max().unwrap_or_else(|| panic!("{name}: {id}"))
            };
            for (before, after) in [
                ("documents-due", "fieldwork"),
                ("security-clearance", "fieldwork"),
                ("fieldwork", "emerging-findings"),
                ("emerging-findings", "report-drafted"),
                ("evidence-assured", "report-drafted"),
                ("group-agreement", "approval-to-share"),
                ("approval-to-share", "factual-accuracy"),
                ("approval-to-share", "critical-readers"),
                ("factual-accuracy", "sign-off"),
                ("critical-readers", "sign-off"),
                ("sign-off", "publication"),
                ("publication", "recommendations-tracker"),
            ] {
                // A visit that comes first does not wait for the documents of one that comes last.
                let earlier = if after == "fieldwork" {
                    first(before)
                } else {
                    last(before)
                };
                assert!(earlier < first(after), "{name}: {before} and {after}");
            }
            let letters = project.steps.iter().filter(|step| step.is_letter());
            let letters = letters.filter_map(|step| Some(step.dates?.done)).max();
            assert!(letters < Some(first("sites-published")), "{name}");
            assert!(
                last("scope-signed-off") < first("terms-of-reference"),
                "{name}"
            );
        }
    }
}

#[test]
fn it_access_blocks_the_visit_to_its_own_force() {
    let mut inspection = network::inspection();
    inspection.milestones = reference::milestones();
    // A force tells on 1 February; so many working days later is after Alder, and before Birch.
    for row in &mut inspection.milestones {
        if row.id.as_str() == "it-access" {
            row.days = 32;
        }
    }
    let plan = network::plan(&inspection);
    let project = timetable(&inspection, Some(&plan));
    assert_eq!(project.late.len(), 1);
    assert!(dates(&project, "Fieldwork: Alder").late_by > 0);
    assert_eq!(dates(&project, "Fieldwork: Birch").late_by, 0);
}
