//! `docs/plan.schema.json` describes `plan.json` as it is written and as it is read.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use assize::domain::{Party, TimeOfDay};
use assize::store::{plan_schema, read_plan};
use jsonschema::Validator;
use serde_json::{Value, json};

use crate::common::{example, examples, names};

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/plan.schema.json")
}

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    let text = fs::read_to_string(file()).expect("the schema");
    let schema: Value = serde_json::from_str(&text).expect("JSON");
    jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .expect("a schema")
});

/// What the schema has against a text; nothing where it is a plan. `None` where it is not even JSON.
pub fn faults(text: &str) -> Option<Vec<String>> {
    let value: Value = serde_json::from_str(text).ok()?;
    let faults = VALIDATOR.iter_errors(&value);
    Some(faults.map(|fault| fault.to_string()).collect())
}

#[test]
fn the_file_is_made_from_the_types() {
    let mut made = serde_json::to_string_pretty(&plan_schema()).expect("JSON");
    made.push('\n');
    // To bring the file up to date: UPDATE_EXPECTED=1 cargo test --release --test store schema
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(file(), &made).expect("written");
    }
    let stands = fs::read_to_string(file()).expect("the schema");
    assert!(
        made == stands,
        "docs/plan.schema.json is out of date: bring it up to date with UPDATE_EXPECTED=1"
    );
}

#[test]
fn the_plan_of_every_example_is_as_described() {
    let folders = names(&examples());
    let folders = folders.iter().filter(|name| example(name).is_dir());
    let mut planned = 0;
    for name in folders {
        let place = tempfile::tempdir().expect("a folder");
        let ran = Command::new(env!("CARGO_BIN_EXE_assize"))
            .arg("plan")
            .arg(example(name))
            .arg("--out")
            .arg(place.path())
            .output()
            .expect("the program");
        assert!(ran.status.success(), "{name}");
        let text = fs::read_to_string(place.path().join("plan.json")).expect("a plan");
        assert_eq!(faults(&text), Some(Vec::new()), "{name}");
        planned += 1;
    }
    assert!(planned >= 3, "only {planned} examples");
}

/// A plan with one thing in it that nobody would write.
fn plan_with(key: &str, value: Value) -> String {
    let mut plan = json!({
        "format": 2,
        "inspection": "",
        "inputs_digest": "",
        "tiers": [],
        "authority_date": "2026-12-29",
        "visits": [],
        "sessions": [{
            "site": "a", "activity": "b", "session": 1, "date": "2027-02-22", "start": "09:00", "end": "10:00", "pair": "1"
        }],
    });
    plan["sessions"][0][key] = value;
    plan.to_string()
}

#[test]
fn what_a_reader_takes_the_schema_takes_and_no_more() {
    let times = [
        "9:30", "09:30:00", "24:00", "24:01", "12:60", "noon", "", "-1:30", "009:30", "12:30:15",
    ];
    for text in times {
        let plan = plan_with("start", json!(text));
        let takes = faults(&plan) == Some(Vec::new());
        assert_eq!(takes, text.parse::<TimeOfDay>().is_ok(), "{text}");
        assert_eq!(takes, read_plan(&plan).is_ok(), "{text}");
    }
    for text in ["1", "12", "all", "ALL", "0", "-1", "1.5", "", "one"] {
        let plan = plan_with("pair", json!(text));
        let takes = faults(&plan) == Some(Vec::new());
        assert_eq!(takes, text.parse::<Party>().is_ok(), "{text}");
        assert_eq!(takes, read_plan(&plan).is_ok(), "{text}");
    }
    let unknown = plan_with("anything", json!({"else": ["may", 1]}));
    assert_eq!(faults(&unknown), Some(Vec::new()));
    assert!(read_plan(&unknown).is_ok());
}
