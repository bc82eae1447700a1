//! The same tables as one workbook mean the same, with all of Excel's habits.

use std::fs;
use std::path::Path;

use assize::domain::Inspection;
use assize::schema::tables;
use rust_xlsxwriter::{ExcelDateTime, Format};
use tempfile::TempDir;

use super::made_workbooks::{open_document, rows, settings, workbook, workbook_of};
use super::{bad_inputs, inspection, report_of};

fn same_but_digest(mut one: Inspection, other: &Inspection) -> bool {
    one.inputs_digest.clone_from(&other.inputs_digest);
    one == *other
}

#[test]
fn a_workbook_means_the_same_as_the_folder() {
    let folder = inspection(&bad_inputs().join("base"), None);
    let (_parent, path) = workbook("case building.xlsx", true, |_, _| {});
    assert_eq!(report_of(&path), "0 errors and 0 warnings.\n");
    let book = inspection(&path, None);
    assert_eq!(book.sites, folder.sites);
    assert_eq!(book.engagements, folder.engagements);
    assert!(same_but_digest(book, &folder));
}

#[test]
fn the_order_of_the_sheets_changes_nothing() {
    let folder = inspection(&bad_inputs().join("base"), None);
    let reversed = tables::ALL.iter().copied().rev();
    let (_parent, path) = workbook_of(reversed, "book.xlsx", true, |_, _| {});
    assert!(same_but_digest(inspection(&path, None), &folder));
}

#[test]
fn the_settings_may_lie_beside_the_workbook() {
    let folder = inspection(&bad_inputs().join("base"), None);
    let (parent, path) = workbook("book.xlsx", false, |_, _| {});
    fs::write(parent.path().join("inspection.toml"), settings()).expect("written");
    assert!(same_but_digest(inspection(&path, None), &folder));
}

#[test]
fn two_settings_and_no_settings_are_noted() {
    let (parent, path) = workbook("book.xlsx", true, |_, _| {});
    fs::write(parent.path().join("inspection.toml"), "").expect("written");
    assert_eq!(
        report_of(&path),
        "Warning W103: sheet inspection\n  \
         The settings were read from this sheet; the file inspection.toml beside the workbook was not.\n  \
         Delete the one that is out of date.\n\n\
         0 errors and 1 warning.\n"
    );
    let (_parent, path) = workbook("book.xlsx", false, |_, _| {});
    assert_eq!(
        report_of(&path),
        "Error E101: book.xlsx\n  \
         The workbook has no sheet “inspection”, and there is no file inspection.toml beside it.\n  \
         Add it. The command “assize init” writes a folder with every file.\n\n\
         1 error and 0 warnings.\n"
    );
}

#[test]
fn problems_are_placed_in_their_cells() {
    let (_parent, path) = workbook("book.xlsx", true, |name, sheet| match name {
        "absences" => {
            sheet.write(1, 1, "08/02/2027").expect("written");
            let number: f64 = 46426.0;
            sheet.write(2, 2, number).expect("written");
        }
        "engagements" => {
            let format = Format::new();
            sheet.write_blank(0, 3, &format).expect("written");
            sheet
                .merge_range(0, 2, 0, 3, "first_day", &format)
                .expect("merged");
        }
        "sites" => {
            let later = ExcelDateTime::parse_from_str("2027-02-08T09:30:00").expect("a date");
            sheet
                .write_with_format(
                    1,
                    6,
                    &later,
                    &Format::new().set_num_format("dd/mm/yyyy hh:mm"),
                )
                .expect("written");
        }
        "inspection" => {
            sheet.write(10, 0, "notice_weeks = 4").expect("written");
            sheet.write(10, 1, "weeks").expect("written");
        }
        _ => {}
    });
    assert_eq!(
        report_of(&path),
        "Error E205: inspection!A11\n  \
         The settings stand in column A alone, but this row has values in other columns.\n  \
         Put the whole line into column A.\n\n\
         Error E509: inspection!A11, key timing.notice_weeks\n  \
         The notice is 4 weeks, but letters go out at least six weeks before onsite work.\n  \
         Write notice_weeks = 6, or more.\n\n\
         Error E404: Sites!G2\n  \
         There are no bank holidays for the nation “2027-02-08T09:30:00”.\n  \
         Add its bank holidays to the sheet bank_holidays.\n\n\
         Error E302: Absences!B2\n  \
         “08/02/2027” is not a date in the form 2027-02-08.\n  \
         Write 2027-02-08 if you mean 8 February 2027.\n\n\
         Error E302: Absences!C3\n  \
         “46426” is not a date in the form 2027-02-08.\n  \
         Write 2027-02-08 if you mean 8 February 2027.\n\n\
         Error E201: Engagements!A1\n  \
         The column “last_day” is missing.\n  \
         Add it.\n\n\
         Error E204: Engagements!D1\n  \
         This column has values but its header is blank. Merged header cells leave all but the first blank.\n  \
         Unmerge the header cells, and give every column that has values one header of its own.\n\n\
         7 errors and 0 warnings.\n"
    );
}

#[test]
fn a_title_above_the_header_is_one_problem() {
    let (_parent, path) = workbook("book.xlsx", true, |name, sheet| {
        if name == "inspectors" {
            let title = Format::new().set_bold();
            for (row, cells) in rows(name).iter().enumerate() {
                for (column, text) in cells.iter().enumerate() {
                    let (row, column) = (row as u32 + 1, column as u16);
                    sheet.write(row, column, text.as_str()).expect("written");
                }
            }
            for column in 0..9 {
                sheet.write_blank(0, column, &title).expect("cleared");
            }
            sheet
                .merge_range(0, 0, 0, 8, "List of inspectors, December 2026", &title)
                .expect("merged");
        }
    });
    assert_eq!(
        report_of(&path),
        "Error E208: Inspectors!A1\n  \
         The header seems to be in row 2.\n  \
         Delete the rows above it.\n\n\
         1 error and 0 warnings.\n"
    );
}

#[test]
fn remedies_name_the_sheet() {
    let (_parent, path) = workbook("book.xlsx", true, |name, sheet| match name {
        "conflicts" => {
            sheet.write(1, 0, "nobody at all").expect("written");
        }
        "sites" => {
            sheet.write(1, 2, "lighthouse").expect("written");
        }
        _ => {}
    });
    assert_eq!(
        report_of(&path),
        "Error E406: inspection!A27, key kinds.police_force.include\n  \
         The site “north” is of the kind “lighthouse”, not “police_force”.\n  \
         Move it to [kinds.lighthouse].\n\n\
         Error E402: Sites!C2\n  \
         There is no kind “lighthouse”.\n  \
         Correct it here, or add it to [kinds] in the sheet inspection.\n\n\
         Error E402: Conflicts!A2\n  \
         There is no inspector “nobody at all”.\n  \
         Correct it here, or add it to the sheet inspectors.\n\n\
         3 errors and 0 warnings.\n"
    );
}

#[test]
fn a_cell_in_the_far_corner_does_no_harm() {
    let (_parent, path) = workbook("book.xlsx", true, |name, sheet| {
        if name == "apart" {
            sheet.write(1_048_575, 16_383, "stray").expect("written");
        }
    });
    assert_eq!(
        report_of(&path),
        "Error E205: Apart!A1048576\n  \
         This row has 16384 values, but the header has 2 columns.\n  \
         Delete the values beyond the last header, or give their columns headers.\n\n\
         Error E301: Apart!A1048576\n  \
         The inspector a is blank.\n  \
         Fill it in, or delete the row.\n\n\
         Error E301: Apart!B1048576\n  \
         The inspector b is blank.\n  \
         Fill it in, or delete the row.\n\n\
         3 errors and 0 warnings.\n"
    );
}

#[test]
fn a_libreoffice_workbook_means_the_same_as_the_folder() {
    let parent = TempDir::new().expect("a temporary folder");
    let path = parent.path().join("book.ods");
    fs::write(&path, open_document()).expect("written");
    let folder = inspection(&bad_inputs().join("base"), None);
    assert!(same_but_digest(inspection(&path, None), &folder));
}

#[cfg(unix)]
#[test]
fn what_is_no_ordinary_file_is_refused() {
    let parent = TempDir::new().expect("a temporary folder");
    let path = parent.path().join("pipe.xlsx");
    let made = std::process::Command::new("mkfifo").arg(&path).status();
    assert!(made.expect("mkfifo runs").success());
    assert_eq!(
        report_of(&path),
        "Error E102: pipe.xlsx\n  \
         pipe.xlsx is not an ordinary file.\n  \
         Replace it by a file that is saved on the disk.\n\n\
         1 error and 0 warnings.\n"
    );
}

#[test]
fn what_is_no_workbook_is_refused() {
    let parent = TempDir::new().expect("a temporary folder");
    let report_on = |name: &str, content: &[u8]| {
        let path = parent.path().join(name);
        fs::write(&path, content).expect("written");
        report_of(&path)
    };
    assert_eq!(
        report_on("plan.docx", b"PK\x03\x04"),
        "Error E102: plan.docx\n  \
         plan.docx is neither a folder nor a workbook that can be read.\n  \
         Give the folder that has inspection.toml in it, or a workbook saved as .xlsx or .ods.\n\n\
         1 error and 0 warnings.\n"
    );
    assert!(
        report_on("broken.xlsx", b"not a workbook")
            .starts_with("Error E102: broken.xlsx\n  The workbook broken.xlsx cannot be read: ")
    );
    assert!(
        report_on("broken.ods", b"")
            .starts_with("Error E102: broken.ods\n  The workbook broken.ods cannot be read: ")
    );
    assert_eq!(
        report_of(Path::new("/no/such/folder")),
        "Error E101: folder\n  folder does not exist.\n  Check the name and where it lies.\n\n1 error and 0 warnings.\n"
    );
}
