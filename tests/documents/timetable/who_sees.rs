//! Which visits have a page, and that none says more than its reader may see.

use assize::documents::report_files;
use assize::domain::{AuthorityGiven, plan_code};
use assize::instance::Instance;
use chrono::Days;

use super::{drawn, made_up, pages, the_page};
use crate::gantt::labels;
use crate::plan;

#[test]
fn it_is_a_draft_until_every_authority_is_recorded() {
    let (mut inspection, planned) = made_up::planned();
    for inspectorate in inspection.header.inspectorates.clone() {
        let page = &pages(&(inspection.clone(), planned.clone()))[0].1;
        assert_eq!(
            page.matches("DRAFT OFFICIAL").count(),
            3,
            "title, top and foot"
        );
        inspection.authority_given.push(AuthorityGiven {
            code: Some(plan_code(&planned.plan.visits)),
            inspectorate,
            given_by: "The board".to_owned(),
            given_on: plan::day("2026-12-29"),
        });
    }
    let page = &pages(&(inspection, planned))[0].1;
    assert!(!page.contains("DRAFT"));
    assert_eq!(page.matches("OFFICIAL").count(), 3, "the marking stays");
}

#[test]
fn the_inspected_body_sees_nothing_but_its_own_visit() {
    let (inspection, planned) = made_up::planned();
    let svg = the_page();
    let visit = &planned.plan.visits[0];
    let others = inspection.sites.iter().filter(|site| site.id != visit.site);
    let strangers = inspection
        .inspectors
        .iter()
        .filter(|one| !visit.team().any(|id| *id == one.id));
    let mut secrets: Vec<&str> = others.map(|site| site.name.as_str()).collect();
    secrets.extend(strangers.map(|one| one.name.as_str()));
    secrets.extend([made_up::REASON, made_up::ACCESS, plan::SECRET]);
    let lower = svg.to_lowercase();
    for secret in &secrets {
        assert!(!svg.contains(secret), "{secret} is on the page");
    }
    for word in [
        "score", "rank", "band", "reserve", "burden", "chosen", "evidence", "conflict", "travel",
    ] {
        assert!(!lower.contains(word), "{word} is on the page");
    }
    assert!(secrets.len() > 30, "the search had something to look for");
}

#[test]
fn only_visits_with_sessions_have_a_page() {
    let (inspection, mut planned) = made_up::planned();
    let with = report_files(&Instance::new(inspection.clone()), &planned).expect("outputs");
    let pages = drawn(&inspection, &planned);
    let of_visits: Vec<_> = with
        .iter()
        .filter(|(name, _)| name.starts_with("timetable-"))
        .cloned()
        .collect();
    assert!(
        of_visits == pages,
        "the pages are among the reports, and the same again"
    );
    planned.plan.sessions.clear();
    let without = report_files(&Instance::new(inspection.clone()), &planned).expect("outputs");
    assert!(
        without
            .iter()
            .all(|(name, _)| !name.starts_with("timetable-"))
    );
    assert_eq!(drawn(&inspection, &planned), []);
}

#[test]
fn no_page_takes_the_name_of_another() {
    let (inspection, mut planned) = made_up::planned();
    made_up::full_week(&inspection, &mut planned.plan);
    let mut neighbour = planned.plan.visits[0].clone();
    neighbour.site = "force-12-2".into();
    planned.plan.visits.push(neighbour);
    planned.plan.sessions.extend(made_up::sessions(
        "force-12-2",
        "22 09:30 10:00 1 Custody lead",
    ));
    let pages = pages(&(inspection, planned));
    let mut names: Vec<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
    assert!(
        names.contains(&"timetable-force-12-2.svg")
            && names.contains(&"timetable-force-12-2-page.svg")
    );
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
}

#[test]
fn a_plan_edited_beyond_recognition_is_still_drawn() {
    let (mut inspection, mut planned) = made_up::planned();
    let text = "\
22 06:10 07:00 1 Unknown and early
22 23:00 24:00 2 Late
22 11:00 10:00 1 Backwards
22 12:00 12:05 2 Five minutes
23 09:00 10:00 9 A pair that is not there";
    planned.plan.sessions = made_up::sessions("force-12", text);
    planned.plan.visits[0].kind = "nothing".into();
    let nine = format!("09:00–10:00 {}", planned.plan.sessions[4].activity);
    let page = &pages(&(inspection.clone(), planned.clone()))[0].1;
    let (labels, ..) = labels(page);
    let texts: Vec<&str> = labels.iter().map(|label| label.text.as_str()).collect();
    for text in [
        "06:00",
        "24:00",
        "06:10–07:00 Unknown and early",
        "Pair 9",
        nine.as_str(),
    ] {
        assert!(texts.contains(&text), "{text} is missing");
    }
    planned.plan.visits[0].pairs.clear();
    planned.plan.visits[0].last_day = planned.plan.visits[0].first_day - Days::new(3);
    inspection.sites.clear();
    inspection.inspectors.clear();
    assert_eq!(pages(&(inspection.clone(), planned.clone())).len(), 1);
    planned.plan.visits[0].pairs = vec![["a".into(), "b".into()]; 400];
    assert!(!pages(&(inspection, planned)).is_empty());
}
