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
    /// Whether planning takes too long to be sampled.
    pub once: bool,
    /// Each with the folder of its tables.
    pub inspections: Vec<(PathBuf, Inspection)>,
}

/// Every row, the smallest first.
pub fn rows() -> Vec<Row> {
    vec![
        shipped("examples/small", "small"),
        made_up("10 forces", size(10, 4, 3, 12, 8)),
        made_up("20 forces", size(20, 7, 5, 18, 12)),
        shipped("examples/case-building", "case-building"),
        Row {
            is_base: true,
            ..made_up("43 forces", size(43, 13, 8, 26, 16))
        },
        Row {
            once: true,
            ..made_up("86 forces", size(86, 26, 12, 52, 16))
        },
        Row {
            once: true,
            ..made_up("172 forces", size(172, 52, 16, 104, 16))
        },
    ]
}

fn size(sites: u32, areas: u32, visits: u32, inspectors: u32, weeks: u32) -> Size {
    Size {
        sites,
        areas,
        visits,
        inspectors,
        inspectorates: 2,
        weeks,
    }
}

fn shipped(name: &'static str, folder: &str) -> Row {
    let folder = example(folder);
    let inspection = load(&folder, None);
    row(name, vec![(folder, inspection)])
}

/// Made-up inspections of one size, written as tables where the build keeps its files.
fn made_up(name: &'static str, size: Size) -> Row {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name.replace(' ', "-"));
    let inspections = (0..SEEDS).map(|seed| {
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
        once: false,
        inspections,
    }
}
