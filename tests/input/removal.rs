//! What a scenario takes away from the settings.

use std::fs;
use std::path::Path;

use assize::domain::Inspection;

use super::{bad_inputs, folder, inspection, report_of};

/// The good folder under a scenario, which is called `less`.
fn under(scenario: &str) -> Inspection {
    let parent = folder("base");
    let path = parent.path().join("less.toml");
    fs::write(&path, scenario).expect("written");
    inspection(&parent.path().join("input"), Some(&path))
}

fn as_it_is() -> Inspection {
    inspection(&bad_inputs().join("base"), None)
}

#[test]
fn what_a_scenario_removes_is_as_if_it_had_never_been_given() {
    let less = under(
        "remove = [\"quotas\", \"staffing\", \"burden.gap_weeks\", \"kinds.police_force.sites.max\", \
         'kinds . \"police_force\" . clearance']\n",
    );
    assert_eq!(less.scenario.as_deref(), Some("less"));
    let mut expected = as_it_is();
    assert_ne!(less.inputs_digest, expected.inputs_digest);
    expected.quotas.clear();
    expected.staffing.max_days = None;
    expected.burden.gap_weeks = None;
    expected.kinds[0].sites.max = 4;
    expected.kinds[0].clearance = None;
    expected.scenario.clone_from(&less.scenario);
    expected.inputs_digest.clone_from(&less.inputs_digest);
    assert_eq!(less, expected);
}

/// First it is removed, then the scenario is laid over what is left: so a whole section can be replaced.
#[test]
fn what_is_removed_and_given_anew_is_as_the_scenario_gives_it() {
    let merged = under("[kinds.cps_area]\nsites = { min = 1 }\n");
    let sites = merged.kinds[1].sites;
    assert_eq!((sites.min, sites.max), (1, 2));
    let replaced = under(
        "remove = [\"kinds.cps_area.sites\", \"weights\"]\n[kinds.cps_area]\nsites = { min = 1 }\n\
         [weights]\nleave = 3\n",
    );
    let sites = replaced.kinds[1].sites;
    assert_eq!((sites.min, sites.max), (1, 3));
    assert_eq!(replaced.weights.leave, 3.0);
    assert_eq!(replaced.weights.cost, 0.5);
}

#[test]
fn a_list_that_removes_nothing_changes_nothing() {
    let mut same = under("remove = []\n");
    let expected = as_it_is();
    same.scenario = None;
    same.inputs_digest.clone_from(&expected.inputs_digest);
    assert_eq!(same, expected);
}

#[test]
fn the_settings_themselves_remove_nothing() {
    let parent = folder("base");
    let input = parent.path().join("input");
    let path = input.join("inspection.toml");
    let text = fs::read_to_string(&path).expect("the settings");
    fs::write(&path, format!("remove = [\"quotas\"]\n{text}")).expect("written");
    assert_eq!(
        report_of(&input),
        "Error E503: inspection.toml:1, key remove\n  \
         There is no section or key “remove”.\n  \
         Delete it. Known here: inspection, timing, pilot, national, authority, kinds, quotas, links, burden, staffing, weights, \
         day and timetable.\n\n\
         1 error and 0 warnings.\n"
    );
}

/// The scenario that stands among the examples of the documents.
#[test]
fn the_example_of_the_documents_can_be_written_as_it_stands() {
    let parent = folder("base");
    let input = parent.path().join("input");
    let path = input.join("inspection.toml");
    let text = fs::read_to_string(&path).expect("the settings");
    let text = text.replace(
        "notice_weeks = 6",
        "notice_weeks = 6\nmax_visits_per_week = 1",
    ) + "\n[pilot]\nsite = \"north\"\n";
    fs::write(&path, text).expect("written");
    let scenario = parent.path().join("no-pilot.toml");
    let written = "remove = [\"pilot\", \"timing.max_visits_per_week\"]";
    fs::write(&scenario, written).expect("written");
    for page in ["docs/tables.md", "docs/design.md", "README.md"] {
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
        let page = fs::read_to_string(page).expect("a page");
        assert!(page.contains(written), "{page}");
    }
    let with = inspection(&input, None);
    assert_eq!(with.pilot.map(|pilot| pilot.review_days), Some(10));
    assert_eq!(with.timing.max_visits_per_week, Some(1));
    let less = inspection(&input, Some(&scenario));
    assert_eq!(less.pilot, None);
    assert_eq!(less.timing.max_visits_per_week, None);
}
