//! One workbook whose sheets are named as the files without ending.
//!
//! The settings are `inspection.toml` beside the workbook, or a sheet `inspection` whose column A holds the same text,
//! one line in each cell. The sheet wins.

use std::path::Path;

use super::disk::bytes;
use super::found::{self, Found, SETTINGS_RANK, SettingsText};
use super::raw_table::{RawTable, Row};
use super::sheets::{self, Format, Sheet};
use crate::input::problems::{Origin, Problems, codes};
use crate::schema::settings::{SETTINGS, SETTINGS_FILE};

/// Reads every sheet that it knows, in the order of the workbook.
pub(super) fn read(path: &Path, origin: &Origin, problems: &Problems) -> Option<Found> {
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    let Some(format) = Format::of(&ending) else {
        let fact = format!(
            "{} is neither a folder nor a workbook that can be read.",
            origin.spoken()
        );
        let remedy =
            "Give the folder that has inspection.toml in it, or a workbook saved as .xlsx or .ods.";
        problems.add(&codes::UNREADABLE, origin.whole(), fact, remedy);
        return None;
    };
    let bytes = bytes(path, origin, problems)?;
    problems.tables_are_sheets();
    let mut found = Found {
        is_workbook: true,
        ..Found::default()
    };
    found.digest.add("workbook", &bytes);
    let sheets = sheets::all(bytes, format, origin, problems)?;
    for sheet in sheets {
        take(sheet, &mut found, problems);
    }
    read_file_beside(path, &mut found, problems);
    Some(found)
}

fn take(sheet: Sheet, found: &mut Found, problems: &Problems) {
    let name = sheet.name.trim();
    if name.eq_ignore_ascii_case(SETTINGS) {
        let origin = Origin::sheet(name, SETTINGS_RANK);
        if found.is_first(SETTINGS, &origin, problems) {
            problems.settings_are_a_sheet();
            found.settings = Some(settings(&sheet.rows, origin, problems));
        }
        return;
    }
    let Some((spec, rank)) = found::table_of(name) else {
        if !sheet.rows.is_empty() {
            let origin = Origin::sheet(name, found::stray_rank());
            found::stray(&origin, &name.to_lowercase(), problems);
        }
        return;
    };
    let origin = Origin::sheet(name, rank);
    if found.is_first(spec.name, &origin, problems) {
        let read = RawTable::new(origin, spec, sheet.rows, problems);
        found.tables.extend(read.map(|read| (spec.name, read)));
    }
}

/// The text in column A, line by line.
fn settings(rows: &[Row], origin: Origin, problems: &Problems) -> SettingsText {
    let mut text = String::new();
    let mut lines = 1;
    for row in rows {
        while lines < row.line {
            text.push('\n');
            lines += 1;
        }
        // A line break within the cell would shift every line below it.
        text.push_str(
            &row.cells
                .get(0)
                .unwrap_or_default()
                .replace(['\n', '\r'], " "),
        );
        if (1..row.cells.len()).any(|index| row.cell(index).is_some()) {
            let fact =
                "The settings stand in column A alone, but this row has values in other columns.";
            let remedy = "Put the whole line into column A.";
            problems.add(&codes::TOO_MANY_CELLS, origin.line(row.line), fact, remedy);
        }
    }
    SettingsText { origin, text }
}

fn read_file_beside(path: &Path, found: &mut Found, problems: &Problems) {
    let beside = path.with_file_name(SETTINGS_FILE);
    if !beside.is_file() {
        return;
    }
    match &found.settings {
        None => found::settings_file(&beside, found, problems),
        Some(settings) => problems.add(
            &codes::SECOND_SETTINGS,
            settings.origin.whole(),
            "The settings were read from this sheet; the file inspection.toml beside the workbook was not.",
            "Delete the one that is out of date.",
        ),
    }
}
