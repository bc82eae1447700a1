//! Any plan from any input passes the checker, and any made-up input is one that could stand in tables.

use tempfile::TempDir;

use super::common::{assert_clean, load, planned, tables};
use super::small;

#[test]
fn any_plan_passes_the_checker() {
    for seed in 0..16 {
        let inspection = small(seed);
        let plan = planned(&inspection).plan;
        assert_clean(&inspection, &plan, &format!("seed {seed}"));
        assert!(plan.tiers.iter().all(|tier| tier.proven), "seed {seed}");
    }
}

#[test]
fn a_made_up_inspection_written_as_tables_reads_the_same() {
    for seed in 0..20 {
        let mut made_up = small(seed);
        let folder = TempDir::new().expect("a folder");
        tables::write(&made_up, folder.path());
        let mut read = load(folder.path(), None);
        // In the file, kinds and authorities stand by name.
        made_up.kinds.sort_by(|a, b| a.id.cmp(&b.id));
        made_up.authority.sort_by(|a, b| a.0.cmp(&b.0));
        // The program knows more bank holidays, and takes a fingerprint of the files.
        let known = |day| read.bank_holidays.contains(day);
        assert!(made_up.bank_holidays.iter().all(known), "seed {seed}");
        read.bank_holidays.clone_from(&made_up.bank_holidays);
        read.inputs_digest.clone_from(&made_up.inputs_digest);
        assert!(read == made_up, "seed {seed}: {read:#?}\n{made_up:#?}");
    }
}
