//! Made-up inspections: each has a plan, could stand in tables, and is the same every time.

use tempfile::TempDir;

use assize::check::check;
use assize::domain::Inspection;
use assize::example::{Size, inspection, with_plan};

use super::common::{load, write};
use super::small;

/// The named sizes.
const SIZES: [(&str, Size); 4] = [
    ("s", Size::S),
    ("m", Size::M),
    ("l", Size::L),
    ("xl", Size::XL),
];

#[test]
fn the_plan_thought_of_first_keeps_every_rule() {
    for (name, size) in SIZES {
        for seed in 0..60 {
            let (made_up, plan) = with_plan(size, seed).expect("an example");
            let findings = check(&made_up, &plan).findings;
            let findings: Vec<String> = findings.iter().map(ToString::to_string).collect();
            assert_eq!(findings, Vec::<String>::new(), "size {name}, seed {seed}");
        }
    }
}

#[test]
fn written_as_tables_it_reads_the_same() {
    let named = SIZES.into_iter().flat_map(|(name, size)| {
        (0..3).map(move |seed| {
            let made_up = inspection(size, seed).expect("an example");
            (format!("size {name}, seed {seed}"), made_up)
        })
    });
    let few = (0..20).map(|seed| (format!("a small one, seed {seed}"), small(seed)));
    for (whose, mut made_up) in named.chain(few) {
        let folder = TempDir::new().expect("a folder");
        write(&made_up, folder.path());
        let read = load(folder.path(), None);
        made_up.inputs_digest.clone_from(&read.inputs_digest);
        assert_same(&read, &made_up, &whose);
    }
}

/// Names the first part that differs: nobody can read two whole inspections side by side.
fn assert_same(read: &Inspection, made_up: &Inspection, whose: &str) {
    let [read_text, made_up_text] = [read, made_up].map(|one| format!("{one:#?}"));
    let mut lines = read_text.lines().zip(made_up_text.lines());
    let differ = lines.find(|(one, other)| one != other);
    assert_eq!(differ, None, "{whose}");
    assert!(read == made_up, "{whose}");
}
