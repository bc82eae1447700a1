//! The order of rows means nothing: no tier value depends on it.

use std::path::Path;

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use tempfile::TempDir;

use assize::domain::Inspection;

use super::common::{assert_clean, assert_same, copy_files, example, load, names, planned, values};
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

#[test]
fn the_order_of_rows_in_the_files_changes_no_tier() {
    for (name, rounds) in [("small", 5), ("resettlement", 2), ("case-building", 1)] {
        let usual = values(&planned(&load(&example(name), None)).plan);
        let mut rng = ChaCha8Rng::seed_from_u64(7);
        for round in 0..rounds {
            let folder = TempDir::new().expect("a folder");
            copy_files(&example(name), folder.path());
            shuffle_files(folder.path(), &mut rng);
            let inspection = load(folder.path(), None);
            assert_ne!(
                inspection.sites,
                load(&example(name), None).sites,
                "{name} is in order"
            );
            let plan = planned(&inspection).plan;
            let whose = format!("{name}, round {round}");
            assert_clean(&inspection, &plan, &whose);
            assert_same(values(&plan), usual, &whose);
        }
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
