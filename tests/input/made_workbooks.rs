//! The good folder as one workbook, of Excel and of LibreOffice.

use std::fs;
use std::path::PathBuf;

use assize::domain::TimeOfDay;
use assize::schema::{TableSpec, tables};
use chrono::NaiveDate;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use tempfile::TempDir;

use super::bad_inputs;
use super::zip::zip;

/// The rows of one table of the good folder.
pub fn rows(table: &str) -> Vec<Vec<String>> {
    let path = bad_inputs().join("base").join(format!("{table}.csv"));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_path(path)
        .expect("a table");
    let read = |record: Result<csv::StringRecord, _>| {
        record.expect("a row").iter().map(str::to_owned).collect()
    };
    reader.records().map(read).collect()
}

pub fn settings() -> String {
    fs::read_to_string(bad_inputs().join("base/inspection.toml")).expect("the settings")
}

/// Writes a cell as somebody who works in Excel would: real dates and times, numbers now as numbers and now as text.
fn write(sheet: &mut Worksheet, row: u32, column: u16, text: &str) {
    let date_format = Format::new().set_num_format("dd/mm/yyyy");
    if text.is_empty() {
        return;
    }
    if row > 0 && text.parse::<NaiveDate>().is_ok() {
        let date = ExcelDateTime::parse_from_str(text).expect("a date");
        sheet
            .write_with_format(row, column, &date, &date_format)
            .expect("written");
    } else if row > 0 && text.parse::<TimeOfDay>().is_ok() {
        let time = ExcelDateTime::parse_from_str(text).expect("a time");
        let format = Format::new().set_num_format("hh:mm");
        sheet
            .write_with_format(row, column, &time, &format)
            .expect("written");
    } else if row > 0 && row % 2 == 1 && text.parse::<f64>().is_ok() {
        let number: f64 = text.parse().expect("a number");
        sheet.write(row, column, number).expect("written");
    } else {
        sheet.write(row, column, text).expect("written");
    }
}

/// The good folder as a workbook; `edit` may change a sheet before it is saved.
pub fn workbook(
    name: &str,
    with_settings: bool,
    edit: impl Fn(&str, &mut Worksheet),
) -> (TempDir, PathBuf) {
    workbook_of(tables::ALL.iter().copied(), name, with_settings, edit)
}

/// The same, with a sheet for each of these tables, in this order.
pub fn workbook_of<'t>(
    tables: impl Iterator<Item = &'t TableSpec>,
    name: &str,
    with_settings: bool,
    edit: impl Fn(&str, &mut Worksheet),
) -> (TempDir, PathBuf) {
    let parent = TempDir::new().expect("a temporary folder");
    let path = parent.path().join(name);
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Sheet1").expect("named");
    for spec in tables {
        let sheet = book.add_worksheet();
        // People give their sheets a capital letter.
        let capital = spec.name[..1].to_uppercase() + &spec.name[1..];
        sheet.set_name(capital).expect("named");
        let rows = rows(spec.name);
        for (row, cells) in rows.iter().enumerate() {
            for (column, text) in cells.iter().enumerate() {
                write(sheet, row as u32, column as u16, text);
            }
        }
        // Rows that once had something in them: spaces, or a format and nothing else.
        let end = rows.len() as u32;
        sheet.write(end + 1, 0, "  ").expect("written");
        sheet
            .write_blank(end + 40, 2, &Format::new().set_bold())
            .expect("written");
        edit(spec.name, sheet);
    }
    if with_settings {
        let sheet = book.add_worksheet();
        sheet.set_name("inspection").expect("named");
        for (row, line) in settings().lines().enumerate() {
            sheet.write(row as u32, 0, line).expect("written");
        }
        edit("inspection", sheet);
    }
    book.save(&path).expect("saved");
    (parent, path)
}

/// The good folder as a LibreOffice workbook, with the padding that LibreOffice writes.
pub fn open_document() -> Vec<u8> {
    let mut body = String::new();
    let mut sheet = |name: &str, rows: &[Vec<String>]| {
        body.push_str(&format!("<table:table table:name=\"{name}\">"));
        for row in rows {
            body.push_str("<table:table-row>");
            for text in row {
                body.push_str(&cell(text));
            }
            body.push_str(
                "<table:table-cell table:number-columns-repeated=\"1000\"/></table:table-row>",
            );
        }
        body.push_str("<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row></table:table>");
    };
    for spec in tables::ALL {
        sheet(spec.name, &rows(spec.name));
    }
    let lines: Vec<Vec<String>> = settings()
        .lines()
        .map(|line| vec![line.to_owned()])
        .collect();
    sheet("inspection", &lines);
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">\
         <office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    );
    zip(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>",
        ),
        ("content.xml", &content),
    ])
}

fn cell(text: &str) -> String {
    let shown = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;");
    if text.is_empty() {
        "<table:table-cell/>".to_owned()
    } else if text.parse::<NaiveDate>().is_ok() {
        format!(
            "<table:table-cell office:value-type=\"date\" office:date-value=\"{text}\"><text:p>{text}</text:p></table:table-cell>"
        )
    } else if text.parse::<TimeOfDay>().is_ok() {
        let time = format!("PT{}M00S", text.replace(':', "H"));
        format!(
            "<table:table-cell office:value-type=\"time\" office:time-value=\"{time}\"><text:p>{text}</text:p></table:table-cell>"
        )
    } else if text.parse::<f64>().is_ok() {
        format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"{text}\"><text:p>{text}</text:p></table:table-cell>"
        )
    } else {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{shown}</text:p></table:table-cell>"
        )
    }
}
