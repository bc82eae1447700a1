//! From an Excel or LibreOffice workbook to tables: a sheet is read as if it were a CSV file.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, ExcelDateTime, Ods, Reader, Xlsx};
use csv::StringRecord;

use super::raw_table::Row;
use crate::input::problems::{Origin, Problems, codes};

/// The cells of one sheet, row by row.
pub(in crate::input) struct Sheet {
    pub(in crate::input) name: String,
    pub(in crate::input) rows: Vec<Row>,
}

/// The sorts of workbook that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::input) enum Format {
    /// Excel.
    Xlsx,
    /// LibreOffice.
    Ods,
}

impl Format {
    /// By the ending of the file's name.
    pub(in crate::input) fn of(ending: &str) -> Option<Self> {
        match ending.to_ascii_lowercase().as_str() {
            "xlsx" | "xlsm" => Some(Format::Xlsx),
            "ods" => Some(Format::Ods),
            _ => None,
        }
    }
}

/// Every sheet of a workbook, in order; `None`, with the problem noted, where it cannot be read.
pub(in crate::input) fn all(
    bytes: Vec<u8>,
    format: Format,
    origin: &Origin,
    problems: &Problems,
) -> Option<Vec<Sheet>> {
    let note = |fault: String| {
        let fact = format!("The workbook {} cannot be read: {fault}.", origin.spoken());
        let remedy = "Open it in Excel or LibreOffice and save it again, without a password.";
        problems.add(&codes::UNREADABLE, origin.whole(), fact, remedy);
    };
    read(bytes, format).map_err(note).ok()
}

/// An error says what the reader found wrong.
fn read(bytes: Vec<u8>, format: Format) -> Result<Vec<Sheet>, String> {
    // A damaged workbook must not take the program down, whatever the library makes of it.
    let read = AssertUnwindSafe(|| match format {
        Format::Xlsx => xlsx(bytes),
        Format::Ods => ods(bytes),
    });
    catch_unwind(read).unwrap_or_else(|_| Err("it is damaged".to_owned()))
}

fn xlsx(bytes: Vec<u8>) -> Result<Vec<Sheet>, String> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        // Cell by cell: a single stray cell in the far corner would make a full grid fill the memory.
        let Ok(mut reader) = book.worksheet_cells_reader(&name) else {
            continue;
        };
        let mut cells = Vec::new();
        while let Some(cell) = reader.next_cell().map_err(|error| error.to_string())? {
            let (row, column) = cell.get_position();
            let text = cell_text(&Data::from(cell.get_value().clone()));
            cells.push((row, column, text));
        }
        sheets.push(Sheet {
            name,
            rows: rows(cells),
        });
    }
    Ok(sheets)
}

fn ods(bytes: Vec<u8>) -> Result<Vec<Sheet>, String> {
    let mut book = Ods::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let range = book
            .worksheet_range(&name)
            .map_err(|error| error.to_string())?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let cells = range.used_cells().map(|(row, column, value)| {
            let row = u32::try_from(row)
                .unwrap_or(u32::MAX)
                .saturating_add(first_row);
            let column = u32::try_from(column)
                .unwrap_or(u32::MAX)
                .saturating_add(first_column);
            (row, column, cell_text(value))
        });
        sheets.push(Sheet {
            name,
            rows: rows(cells.collect()),
        });
    }
    Ok(sheets)
}

/// Rows from loose cells, each with its row and column counted from 0.
fn rows(mut cells: Vec<(u32, u32, String)>) -> Vec<Row> {
    const LAST_COLUMN: u32 = 16_384;
    cells.retain(|(_, column, text)| !text.is_empty() && *column < LAST_COLUMN);
    cells.sort_by_key(|(row, column, _)| (*row, *column));
    cells
        .chunk_by(|a, b| a.0 == b.0)
        .map(|chunk| {
            let mut record = StringRecord::new();
            for (_, column, text) in chunk {
                while (record.len() as u64) < u64::from(*column) {
                    record.push_field("");
                }
                record.push_field(text);
            }
            let row = chunk.first().map_or(0, |(row, _, _)| *row);
            Row {
                line: row.saturating_add(1),
                cells: record,
            }
        })
        .collect()
}

/// A cell as it would stand in a CSV file: dates in ISO form, whole numbers without a point.
fn cell_text(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Bool(true) => "yes".to_owned(),
        Data::Bool(false) => "no".to_owned(),
        Data::DateTime(date) => date_text(date),
        Data::DateTimeIso(text) => text.strip_suffix("T00:00:00").unwrap_or(text).to_owned(),
        Data::DurationIso(text) => time_of_duration(text).unwrap_or_else(|| text.clone()),
        Data::Error(error) => error.to_string(),
    }
}

fn date_text(date: &ExcelDateTime) -> String {
    let days = date.as_f64();
    // Part of a day, and no day before it: a time of day.
    if (0.0..1.0).contains(&days) {
        let seconds = (days * 86_400.0).round() as u32;
        return time_text(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
    if date.is_duration() {
        return days.to_string();
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    match (hour, minute, second) {
        (0, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
        _ => format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"),
    }
}

/// A time of day as LibreOffice keeps it, such as `PT09H30M00S`.
fn time_of_duration(text: &str) -> Option<String> {
    let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.strip_suffix('S')?;
    let whole = seconds.split(['.', ',']).next()?;
    let number = |text: &str, most: u32| text.parse().ok().filter(|number| *number <= most);
    Some(time_text(
        number(hours, 23)?,
        number(minutes, 59)?,
        number(whole, 59)?,
    ))
}

/// `09:30`, with seconds where there are any.
fn time_text(hours: u32, minutes: u32, seconds: u32) -> String {
    match seconds {
        0 => format!("{hours:02}:{minutes:02}"),
        _ => format!("{hours:02}:{minutes:02}:{seconds:02}"),
    }
}
