//! What every end-to-end test begins with: where the examples lie, and how one is planned.

#![allow(dead_code, reason = "each test program takes what it needs of this")]

use std::fs;
use std::path::{Path, PathBuf};

use assize::check::check;
use assize::domain::{Inspection, Plan, Planned};
use assize::example::Size;
use assize::input;
use assize::input::input_files;
use assize::instance::Instance;
use assize::optimise::{self, Answer, Budget};

/// The folder of one of the shipped examples.
pub fn example(name: &str) -> PathBuf {
    examples().join(name)
}

/// The folder that holds the shipped examples.
pub fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")
}

/// An inspection that loads without errors.
pub fn load(folder: &Path, scenario: Option<&Path>) -> Inspection {
    match input::load(folder, scenario) {
        Ok(loaded) => loaded.inspection,
        Err(problems) => panic!("{}: {}", folder.display(), input::report(&problems)),
    }
}

/// Writes an inspection as a folder of tables.
pub fn write(inspection: &Inspection, folder: &Path) {
    fs::create_dir_all(folder).expect("a folder");
    for (name, bytes) in input_files(inspection).expect("the files") {
        fs::write(folder.join(name), bytes).expect("written");
    }
}

/// Writes a made-up inspection as a folder of tables.
pub fn write_made_up(size: Size, seed: u64, folder: &Path) {
    let made_up = assize::example::inspection(size, seed).expect("an example");
    write(&made_up, folder);
}

/// The best plan of an inspection that has one, found without any limit.
pub fn planned(inspection: &Inspection) -> Planned {
    let instance = Instance::new(inspection.clone());
    let answer = optimise::plan(&instance, &Budget::unlimited(), &mut |_| {});
    match answer.expect("no fault") {
        Answer::Plan(planned) => *planned,
        other => panic!("{}: {other:?}", inspection.header.title),
    }
}

/// Fails unless the checker has nothing at all to say of the plan.
pub fn assert_clean(inspection: &Inspection, plan: &Plan, whose: &str) {
    let report = check(inspection, plan);
    let findings: Vec<String> = report.findings.iter().map(ToString::to_string).collect();
    assert_eq!(findings, Vec::<String>::new(), "{whose}");
    assert_eq!(report.misstated, [], "{whose}");
}

/// The values of the three tiers.
pub fn values(plan: &Plan) -> [f64; 3] {
    let values: Vec<f64> = plan.tiers.iter().map(|tier| tier.value).collect();
    values.try_into().expect("three tiers")
}

/// Whether two values of a tier are the same: within 1e-6 (`docs/design.md`, section 4).
pub fn same(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-6 + 1e-12
}

/// Fails unless the values of all three tiers are the same.
pub fn assert_same(found: [f64; 3], expected: [f64; 3], whose: &str) {
    let all = found.iter().zip(expected).all(|(a, b)| same(*a, b));
    assert!(all, "{whose}: {found:?} instead of {expected:?}");
}

/// The names in a folder, sorted.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let name = |entry: Result<fs::DirEntry, _>| {
        let entry: fs::DirEntry = entry.expect("an entry");
        entry.file_name().to_string_lossy().into_owned()
    };
    let mut names: Vec<String> = entries.map(name).collect();
    names.sort();
    names
}

/// Copies the files of a folder, and none of its folders.
pub fn copy_files(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for name in names(from) {
        let path = from.join(&name);
        if path.is_file() {
            fs::copy(&path, to.join(&name)).expect("a copy");
        }
    }
}
