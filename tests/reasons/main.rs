//! Why a site is not selected, and how a selection was chosen among those that score the same: what is said must be so.

#[path = "../common/mod.rs"]
mod common;
mod instead;
mod made_up;
mod ties;
mod why_not;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use assize::documents::report_files;
use assize::domain::{Inspection, Planned};
use assize::instance::Instance;

/// A folder of this test.
fn folder(name: &str) -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reasons");
    own.join(name)
}

/// The reason that `selection.csv` gives of each site, by its name.
fn reasons(inspection: &Inspection, planned: &Planned) -> BTreeMap<String, String> {
    let files = report_files(&Instance::new(inspection.clone()), planned).expect("reports");
    let (_, bytes) = files
        .iter()
        .find(|(name, _)| name == "selection.csv")
        .expect("the table");
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.deserialize::<BTreeMap<String, String>>();
    let rows = rows.map(|row| row.expect("a row"));
    rows.map(|row| (row["site"].clone(), row["reason"].clone()))
        .collect()
}
