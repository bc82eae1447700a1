//! The order of rows means nothing: not a byte of any report depends on it.

use std::fs;
use std::path::Path;

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use tempfile::TempDir;

use assize::documents::report_files;
use assize::domain::Inspection;
use assize::instance::Instance;

use super::common::{assert_clean, assert_same, copy_files, example, load, names, planned, values};
use super::same_bytes::assert_same_files;
use super::small;

/// Shuffles the rows of every table of a folder, below their headers.
fn shuffle_files(folder: &Path, rng: &mut ChaCha8Rng) {
    for name in names(folder).iter().filter(|name| name.ends_with(".csv")) {
        let path = folder.join(name);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_path(&path)
            .expect("a table");
        let rows: Result<Vec<csv::StringRecord>, _> = reader.records().collect();
        let mut rows = rows.expect("rows");
        rows[1..].shuffle(rng);
        let mut writer = csv::Writer::from_path(&path).expect("a table");
        for row in &rows {
            writer.write_record(row).expect("a row");
        }
        writer.flush().expect("written");
    }
}

/// Shuffles the rows of every table of an inspection.
fn shuffle(inspection: &mut Inspection, rng: &mut ChaCha8Rng) {
    inspection.sites.shuffle(rng);
    inspection.inspectors.shuffle(rng);
    inspection.absences.shuffle(rng);
    inspection.clearances.shuffle(rng);
    inspection.conflicts.shuffle(rng);
    inspection.apart.shuffle(rng);
    inspection.indicators.shuffle(rng);
    inspection.performance.shuffle(rng);
    inspection
        .intelligence
        .as_mut()
        .expect("a table")
        .shuffle(rng);
    inspection.engagements.shuffle(rng);
    inspection.bank_holidays.shuffle(rng);
    inspection.periods.shuffle(rng);
}

/// Turns the sections of the settings round: kinds, quotas and links come last first.
fn reverse_sections(folder: &Path) {
    let path = folder.join("inspection.toml");
    let text = fs::read_to_string(&path).expect("the settings");
    let mut sections: Vec<String> = vec![String::new()];
    for line in text.lines() {
        if line.starts_with('[') {
            sections.push(String::new());
        }
        let section = sections.last_mut().expect("a section");
        section.push_str(line);
        section.push('\n');
    }
    assert!(sections.len() > 4, "{text}");
    sections.reverse();
    fs::write(&path, sections.concat()).expect("written");
}

/// A folder of the same facts with every table and the settings in another order.
fn in_another_order(of: &Path, rng: &mut ChaCha8Rng) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    copy_files(of, folder.path());
    shuffle_files(folder.path(), rng);
    reverse_sections(folder.path());
    folder
}

/// The inspection without the digest, which is of the files as they stand, the order of their rows included.
fn facts(folder: &Path) -> Inspection {
    let inputs_digest = String::from("of the files as they stand");
    Inspection {
        inputs_digest,
        ..load(folder, None)
    }
}

#[test]
fn the_order_of_rows_in_the_files_changes_no_fact() {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad_inputs/base");
    let examples = ["small", "resettlement", "case-building"].map(example);
    for folder in examples.into_iter().chain([base]) {
        let usual = facts(&folder);
        let mut rng = ChaCha8Rng::seed_from_u64(7);
        for round in 0..20 {
            let other = facts(in_another_order(&folder, &mut rng).path());
            let whose = format!("{}, round {round}", folder.display());
            assert!(other == usual, "{whose}");
        }
    }
}

#[test]
fn the_order_of_rows_in_the_files_changes_no_byte_of_any_report() {
    for name in ["small", "resettlement", "case-building"] {
        let mut rng = ChaCha8Rng::seed_from_u64(11);
        let folder = in_another_order(&example(name), &mut rng);
        let [usual, other] = [example(name), folder.path().to_owned()].map(|folder| {
            let inspection = facts(&folder);
            let planned = planned(&inspection);
            assert_clean(&inspection, &planned.plan, name);
            report_files(&Instance::new(inspection), &planned).expect("reports")
        });
        assert_same_files(&usual, &other, name);
    }
}

#[test]
fn the_order_of_rows_in_memory_changes_no_tier() {
    for seed in 22..30 {
        let mut inspection = small(seed);
        let usual = values(&planned(&inspection).plan);
        shuffle(&mut inspection, &mut ChaCha8Rng::seed_from_u64(seed));
        let plan = planned(&inspection).plan;
        let whose = format!("seed {seed}");
        assert_clean(&inspection, &plan, &whose);
        assert_same(values(&plan), usual, &whose);
    }
}
