//! What is measured: two shipped examples, and made-up inspections of the same shape.

use std::path::{Path, PathBuf};

use assize::domain::Inspection;
use assize::example::Size;

use super::common::{example, load, write_made_up};

/// Each size is measured over so many made-up inspections: one alone may be easy or hard by chance.
const SEEDS: u64 = 3;

/// One row of the table.
pub struct Row {
    pub name: &'static str,
    /// Whether others are compared with it.
    pub is_base: bool,
    /// Each with the folder of its tables.
    pub inspections: Vec<(PathBuf, Inspection)>,
}

/// Every row, the smallest first.
pub fn rows() -> Vec<Row> {
    vec![
        shipped("examples/small", "small"),
        made_up("S", Size::S),
        shipped("examples/case-building", "case-building"),
        Row {
            is_base: true,
            ..made_up("M", Size::M)
        },
        made_up("L", Size::L),
    ]
}

fn shipped(name: &'static str, folder: &str) -> Row {
    let folder = example(folder);
    let inspection = load(&folder, None);
    row(name, vec![(folder, inspection)])
}

/// Made-up inspections of one size, written as tables where the build keeps its files.
fn made_up(name: &'static str, size: Size) -> Row {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let inspections = (1..=SEEDS).map(|seed| {
        let folder = place.join(seed.to_string());
        write_made_up(size, seed, &folder);
        let inspection = load(&folder, None);
        (folder, inspection)
    });
    row(name, inspections.collect())
}

fn row(name: &'static str, inspections: Vec<(PathBuf, Inspection)>) -> Row {
    Row {
        name,
        is_base: false,
        inspections,
    }
}
