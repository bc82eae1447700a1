//! The same tables as sheets of one workbook give the same plan.

use std::fs;
use std::path::Path;

use assize::store::read_plan;
use rust_xlsxwriter::Workbook;

use super::Copied;
use super::common::{assert_same, example, names, values};

/// One sheet for each table, and the settings line by line in column A of a sheet of their own.
fn write_workbook(folder: &Path, path: &Path) {
    let mut book = Workbook::new();
    for name in names(folder) {
        let Some(table) = name.strip_suffix(".csv") else {
            continue;
        };
        let sheet = book.add_worksheet();
        sheet.set_name(table).expect("named");
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_path(folder.join(&name))
            .expect("a table");
        for (row, record) in (0u32..).zip(reader.records()) {
            for (column, text) in (0u16..).zip(&record.expect("a row")) {
                match text.parse::<f64>() {
                    Ok(number) => sheet.write(row, column, number).expect("written"),
                    Err(_) => sheet.write(row, column, text).expect("written"),
                };
            }
        }
    }
    let sheet = book.add_worksheet();
    sheet.set_name("inspection").expect("named");
    let settings = fs::read_to_string(folder.join("inspection.toml")).expect("the settings");
    for (row, line) in (0u32..).zip(settings.lines()) {
        sheet.write(row, 0, line).expect("written");
    }
    book.save(path).expect("saved");
}

#[test]
fn a_workbook_is_planned_like_its_folder() {
    let place = Copied::of("small");
    write_workbook(&example("small"), &place.path("book.xlsx"));
    let folder = place.run("plan input --out from-folder");
    let book = place.run("plan book.xlsx");
    assert_eq!((book.code, book.err.as_str()), (Some(0), ""));
    // Unless told otherwise, the plan lies beside the workbook.
    let (said, wrote) = book.out.rsplit_once("\n\n").expect("where it wrote");
    assert_eq!(wrote, "Written to book-out.\n");
    assert!(folder.out.starts_with(said), "{said}");
    let [one, other] = ["from-folder", "book-out"].map(|out| {
        let plan = read_plan(&place.read(&format!("{out}/plan.json"))).expect("a plan");
        (values(&plan), plan.visits)
    });
    assert_same(other.0, [3.366_666_667, 2.0, 8.223_898_533], "the workbook");
    assert_eq!(one.1, other.1);
    assert_eq!(
        place.run("check book.xlsx book-out/plan.json").code,
        Some(0)
    );
}
