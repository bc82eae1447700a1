//! Authority belongs to a plan: given for another, it has lapsed, and every output says so but the page for an inspected body.

use assize::documents::views::{Heading, Overview, Status};
use assize::documents::{report_files, summary};
use assize::domain::*;
use assize::insight::authority::authorities;
use assize::insight::english;
use assize::instance::Instance;

use crate::plan::{self, day};
use crate::timetable::made_up;

fn given(inspectorate: &str, on: &str, code: Option<&str>) -> AuthorityGiven {
    AuthorityGiven {
        inspectorate: inspectorate.into(),
        given_by: "The board".to_owned(),
        given_on: day(on),
        code: code.map(str::to_owned),
    }
}

const LAPSED: &str =
    "HMCPSI gave its authority on 18 December 2026 for another plan (3F2A-90C1): it has lapsed.";

#[test]
fn an_authority_for_another_plan_has_lapsed_and_every_output_says_so() {
    let (mut inspection, mut planned) = made_up::planned();
    let code = plan_code(&planned.plan.visits);
    inspection.authority_given = vec![
        given("HMICFRS", "2026-12-17", Some(&code)),
        given("HMCPSI", "2026-12-01", Some("0000-0000")),
        given("HMCPSI", "2026-12-18", Some(" 3f2a -90c1")),
    ];
    planned.plan.code.clone_from(&code);
    let instance = Instance::new(inspection.clone());
    let screen = summary(&Overview::new(&instance, &planned));
    assert!(
        screen.contains(&format!("\nPlan: {code}\n{LAPSED}\n")),
        "{screen}"
    );
    assert!(screen.starts_with("DRAFT "));
    assert!(screen.contains("Not yet recorded for this plan: the authority of HMCPSI."));
    for (name, bytes) in report_files(&instance, &planned).expect("outputs") {
        let text = String::from_utf8_lossy(&bytes);
        if name.ends_with(".csv") {
            assert!(text.contains(&format!("{code},{LAPSED}")), "{name}");
        } else if name.starts_with("timetable") {
            assert!(!text.contains(&code) && !text.contains("lapsed"), "{name}");
            assert!(
                text.contains("DRAFT OFFICIAL") && !text.contains("SENSITIVE"),
                "{name}"
            );
        } else if !name.ends_with(".png") {
            assert!(text.contains(&code), "{name}");
        }
    }
    // Given for this plan, it counts, whatever was given before.
    inspection
        .authority_given
        .push(given("HMCPSI", "2026-12-20", Some(&code.to_lowercase())));
    let heading = Heading::of_plan(&inspection, &planned.plan);
    assert_eq!(
        (heading.status, heading.lapsed),
        (Status::Authorised, vec![])
    );
    // Another date, and it is a draft again.
    planned.plan.visits[0].first_day = day("2027-02-23");
    let heading = Heading::of_plan(&inspection, &planned.plan);
    assert_eq!(heading.status, Status::Draft);
    let lapsed: Vec<String> = heading.lapsed.iter().map(english::lapsed).collect();
    assert_eq!(
        lapsed,
        [
            format!(
                "HMICFRS gave its authority on 17 December 2026 for another plan ({code}): it has lapsed."
            ),
            format!(
                "HMCPSI gave its authority on 20 December 2026 for another plan ({code}): it has lapsed."
            ),
        ]
    );
    assert_eq!(Heading::without_plan(&inspection).status, Status::Draft);
}

#[test]
fn a_row_without_a_code_counts_for_no_plan_and_is_told_this_ones() {
    let mut inspection = plan::inspection();
    let planned = plan::planned(&inspection);
    let code = plan_code(&planned.plan.visits);
    inspection.authority_given = vec![
        given("HMICFRS", "2026-12-17", None),
        given("HMCPSI", "2026-12-18", None),
        given("HMCPSI", "2026-12-19", Some(&code)),
    ];
    let found = authorities(&inspection, Some(&planned.plan));
    assert_eq!(
        english::without_code(&found),
        [format!(
            "authority.csv: the authority of HMICFRS, given by The board on 17 December 2026, has no code and counts for no plan. \
             If it was given for this plan, write {code} in its column code."
        )]
    );
    assert_eq!(found.outstanding, ["HMICFRS".into()]);
    assert_eq!(found.lapsed, []);
}
