//! Where inspectors live cannot be worked out from what Assize writes. An attacker who knows every site's place reads all outputs
//! of an example, draws every circle that they give, and is left with a wide country for each inspector.

mod attack;
mod clues;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use assize::documents::views::Overview;
use assize::documents::{report_files, summary};
use assize::domain::{Inspection, Planned};
use assize::instance::Instance;

use crate::common::{example, load, planned};
use attack::{Clue, attack};
use clues::{of_outputs, of_plan_json, to_the_nearest_ten};

/// A home is given away when it lies within so many kilometres of a point that can be named.
const TOO_NEAR: f64 = 25.0;

/// An example, its best plan, and every output of it, the screen included.
type Outputs = (Inspection, Planned, Vec<(String, Vec<u8>)>);

/// The examples are planned once for all tests.
static EXAMPLES: LazyLock<BTreeMap<&str, Outputs>> = LazyLock::new(|| {
    let names = ["case-building", "resettlement", "small"];
    names.into_iter().map(|name| (name, plan(name))).collect()
});

fn plan(name: &str) -> Outputs {
    let inspection = load(&example(name), None);
    let planned = planned(&inspection);
    let instance = Instance::new(inspection.clone());
    let mut files = report_files(&instance, &planned).expect("outputs");
    let screen = summary(&Overview::new(&instance, &planned));
    files.push(("screen".to_owned(), screen.into_bytes()));
    (inspection, planned, files)
}

/// Those whose homes the clues give away, with how near.
fn given_away(inspection: &Inspection, clues: &[Clue]) -> Vec<String> {
    let found = attack(inspection, clues).into_iter();
    let near = found.filter(|one| one.radius < TOO_NEAR);
    near.map(|one| format!("{} within {:.0} km", one.inspector, one.radius))
        .collect()
}

#[test]
fn no_home_can_be_worked_out_from_the_outputs_of_any_example() {
    for name in ["case-building", "resettlement", "small"] {
        let (inspection, planned, files) = &EXAMPLES[name];
        let clues = of_outputs(inspection, &planned.plan, files);
        assert_eq!(given_away(inspection, &clues), [""; 0], "{name}");
    }
}

/// `plan.json` has the value of tier 3 to the last digit, for `check` to compare. With a team of many it still gives no home
/// away. In the small example, where three travel and no team could travel less, it does: docs/design.md says so.
#[test]
fn nor_with_plan_json_where_many_travel() {
    for name in ["case-building", "resettlement"] {
        let (inspection, planned, files) = &EXAMPLES[name];
        let mut clues = of_outputs(inspection, &planned.plan, files);
        clues.push(of_plan_json(inspection, &planned.plan, files));
        assert_eq!(given_away(inspection, &clues), [""; 0], "{name}");
    }
    let (inspection, planned, files) = &EXAMPLES["small"];
    let clue = of_plan_json(inspection, &planned.plan, files);
    assert_eq!(given_away(inspection, &[clue]).len(), 2);
}

#[test]
fn the_attack_finds_homes_from_kilometres_to_the_nearest_ten() {
    let (inspection, planned, _) = &EXAMPLES["case-building"];
    let clues = to_the_nearest_ten(inspection, &planned.plan);
    let found = given_away(inspection, &clues);
    assert!(found.len() >= 5, "{found:?}");
}
