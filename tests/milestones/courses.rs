//! Publication as a range; and what is only needed where a method is used.

use assize::domain::{Activity, Inspection, Method, National, SetDay, TakenBy};
use assize::reference;

use super::{dates, day, ids, network, timetable};

fn inspection() -> Inspection {
    let mut inspection = network::inspection();
    inspection.milestones = reference::milestones();
    inspection
}

fn activity(method: Method) -> Activity {
    Activity {
        gap: None,
        kind: "police_force".into(),
        name: "An activity".to_owned(),
        method,
        sessions: 1,
        minutes: 60,
        remote: false,
        taken_by: TakenBy::AnyPair,
        exception: None,
        with: Default::default(),
        day: SetDay::Any,
        earliest: None,
        latest: None,
        after: Vec::new(),
        skills: Default::default(),
        security: None,
    }
}

#[test]
fn publication_is_a_range_of_two_courses() {
    let mut inspection = inspection();
    let plan = network::plan(&inspection);
    let project = timetable(&inspection, Some(&plan));
    let last_day = day("2027-03-24");
    let (first, longer) = (project.publication, project.publication_longer);
    let (first, longer) = (first.expect("a day"), longer.expect("a later day"));
    // About three months after the fieldwork, and about ten.
    let days = |to: chrono::NaiveDate| (to - last_day).num_days();
    assert_eq!((days(first), days(longer)), (96, 306));
    assert_eq!(dates(&project, "Publication").longer, Some(longer));
    assert_eq!(dates(&project, "Fieldwork: Alder").longer, None);
    // With a target it is that day, and the longer course says when it would be otherwise.
    inspection.timing.publication = Some(day("2027-09-01"));
    let project = timetable(&inspection, Some(&plan));
    assert_eq!(project.publication, Some(day("2027-09-01")));
    assert_eq!(project.publication_longer, Some(longer));
    assert_eq!(project.late, []);
}

#[test]
fn no_duration_is_the_methodologys() {
    assert!(reference::milestones().iter().all(|row| row.days_are_ours));
    for row in reference::milestones() {
        assert!(
            row.longer.is_none_or(|longer| longer > row.days),
            "{}",
            row.id
        );
    }
}

#[test]
fn the_terms_of_reference_come_at_sign_off_and_the_sites_after_the_letters() {
    let inspection = inspection();
    let plan = network::plan(&inspection);
    let project = timetable(&inspection, Some(&plan));
    let signed = dates(&project, "Scope and methodology signed off: HMICFRS").done;
    let terms = dates(&project, "Terms of reference published, without the sites");
    // Signed off on the day of the proposal, Monday 14 December.
    assert_eq!((signed, terms.done), (day("2026-12-14"), day("2026-12-15")));
    let letter = dates(&project, "Letter to the Chief Constable").done;
    let sites = dates(&project, "List of sites added to the terms of reference");
    assert_eq!((letter, sites.done), (day("2027-02-01"), day("2027-02-02")));
}

#[test]
fn case_files_are_there_before_each_visit_is_prepared() {
    let mut inspection = inspection();
    let plan = network::plan(&inspection);
    let project = timetable(&inspection, Some(&plan));
    // Ten working days after five after the letters of 1 February.
    let drawn = dates(
        &project,
        "Case files: drawn from the lists of the body: Alder",
    );
    assert_eq!(drawn.done, day("2027-02-08"));
    let delivered = dates(&project, "Case files: delivered: Alder");
    assert_eq!(delivered.done, day("2027-02-22"));
    let prepared = dates(&project, "Preparation: Alder");
    assert!(delivered.latest < Some(prepared.start));
    assert!(dates(&project, "Case files: sample settled").done < drawn.done);
    // Where activities are listed and none examines files, there is nothing to ask for.
    inspection.activities = vec![activity(Method::Interview)];
    let project = timetable(&inspection, Some(&plan));
    assert!(!ids(&project).iter().any(|id| id.starts_with("case-")));
    inspection
        .activities
        .push(activity(Method::FileExamination));
    let project = timetable(&inspection, Some(&plan));
    assert!(ids(&project).contains(&"case-files-delivered"));
}

#[test]
fn commissioned_work_has_its_milestones_where_it_is_switched_on() {
    let all: [(&[&str], National, Option<Method>); 4] = [
        (
            &["survey-sent", "survey-results"],
            National {
                survey: true,
                ..National::default()
            },
            Some(Method::Survey),
        ),
        (
            &["user-voice-commissioned", "user-voice-results"],
            National {
                user_voice: true,
                ..National::default()
            },
            Some(Method::UserVoice),
        ),
        (
            &["call-for-evidence", "call-for-evidence-closed"],
            National {
                call_for_evidence: true,
                ..National::default()
            },
            None,
        ),
        (
            &[
                "reference-group-formed",
                "reference-group-meets",
                "reference-group-findings",
            ],
            National {
                reference_group: true,
                ..National::default()
            },
            Some(Method::ExternalReferenceGroup),
        ),
    ];
    let every: Vec<&str> = all
        .iter()
        .flat_map(|(own, ..)| own.iter().copied())
        .collect();
    let found = |inspection: &Inspection| -> Vec<String> {
        let plan = network::plan(inspection);
        let project = timetable(inspection, Some(&plan));
        assert_eq!(project.late, []);
        let own = ids(&project).into_iter().filter(|id| every.contains(id));
        own.map(str::to_owned).collect()
    };
    assert_eq!(found(&inspection()), [""; 0]);
    for (own, national, method) in all {
        let mut switched = inspection();
        switched.national = national;
        assert_eq!(found(&switched), own);
        if let Some(method) = method {
            let mut listed = inspection();
            listed.activities = vec![activity(method)];
            assert_eq!(found(&listed), own);
        }
    }
}
