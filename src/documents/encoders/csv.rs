//! A table as CSV that a spreadsheet opens as it was meant: UTF-8 with a mark, and no cell that acts as a formula.

use ::csv::{Terminator, WriterBuilder};

use crate::documents::OutputError;
use crate::documents::tables::{ReportTable, TableCell};
use crate::documents::views::NO_SCENARIO;
use crate::insight::english;
use crate::words::fixed;

/// Tells Excel that the file is UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// What heads the columns that end every table: a spreadsheet that is sorted, cut or copied row by row still says what they say.
const LAST_COLUMNS: [&str; 5] = [
    "status",
    "marking",
    "scenario",
    "plan_code",
    "lapsed_authority",
];

/// The bytes of the file. Every row ends in whether it is a draft, how it must be handled, the scenario, the code of the plan and whose
/// authority was given for another; a table without rows has one that holds nothing else.
///
/// # Errors
/// [`OutputError::Csv`].
pub(in crate::documents) fn csv(table: &ReportTable) -> Result<Vec<u8>, OutputError> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    let headers = table.headers.iter().map(|header| harmless(header));
    writer.write_record(headers.chain(LAST_COLUMNS.map(str::to_owned)))?;
    let heading = &table.heading;
    let scenario = heading.scenario.as_deref().unwrap_or(NO_SCENARIO);
    let lapsed = heading.lapsed.iter().map(english::lapsed);
    let lapsed: Vec<String> = lapsed.collect();
    let last = [
        heading.status.to_string(),
        harmless(&heading.marking),
        harmless(scenario),
        heading.code.clone().unwrap_or_default(),
        harmless(&lapsed.join(" ")),
    ];
    let no_row = [vec![TableCell::Blank; table.headers.len()]];
    let rows = match table.rows.is_empty() {
        true => &no_row,
        false => table.rows.as_slice(),
    };
    for row in rows {
        let cells = row.iter().map(written);
        writer.write_record(cells.chain(last.iter().cloned()))?;
    }
    writer
        .into_inner()
        .map_err(|error| OutputError::Csv(error.into_error().into()))
}

/// A cell as CSV has it.
fn written(cell: &TableCell) -> String {
    match cell {
        TableCell::Blank => String::new(),
        TableCell::Text(text) => harmless(text),
        TableCell::Date(date) => date.to_string(),
        TableCell::Time(time) => time.to_string(),
        TableCell::Whole(number) => number.to_string(),
        TableCell::Decimal { units, places } => fixed(*units, *places),
        TableCell::Measure(number) => number.to_string(),
        TableCell::YesNo(true) => "yes".to_owned(),
        TableCell::YesNo(false) => "no".to_owned(),
    }
}

/// A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers.
fn harmless(text: &str) -> String {
    let starts_a_formula = text
        .trim_start_matches(' ')
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if starts_a_formula && !is_plain_number(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// Digits with at most one point, and perhaps a minus before them.
fn is_plain_number(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match unsigned.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(unsigned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::views::{Heading, Status};
    use crate::insight::authority::Lapsed;

    #[test]
    fn every_cell_is_written_as_what_it_is() {
        let date = chrono::NaiveDate::from_ymd_opt(2027, 2, 8).expect("a date");
        let time = "9:30".parse().expect("a time");
        let (units, places) = (-500, 3);
        let cells = [
            (TableCell::Blank, ""),
            (
                TableCell::Text("=1+1, or so".to_owned()),
                "\"'=1+1, or so\"",
            ),
            (TableCell::Date(date), "2027-02-08"),
            (TableCell::Time(time), "09:30"),
            (TableCell::Whole(-3), "-3"),
            (TableCell::Decimal { units, places }, "-0.500"),
            (TableCell::Measure(7.25), "7.25"),
            (TableCell::YesNo(true), "yes"),
            (TableCell::YesNo(false), "no"),
        ];
        let (row, written): (Vec<TableCell>, Vec<&str>) = cells.into_iter().unzip();
        let table = ReportTable {
            headers: vec!["a".to_owned(); row.len()],
            rows: vec![row],
            heading: heading(),
        };
        let heads = ["a"; 9].join(",");
        assert_eq!(
            String::from_utf8(csv(&table).expect("a file")).expect("UTF-8"),
            format!(
                "\u{feff}{heads},status,marking,scenario,plan_code,lapsed_authority\r\n{},DRAFT,OFFICIAL-SENSITIVE,'=with Kent,3F2A-90C1,'=HMCPSI gave its authority on 18 \
                 December 2026 for another plan (0123-4567): it has lapsed.\r\n",
                written.join(",")
            )
        );
    }

    #[test]
    fn a_table_without_rows_says_all_the_same_how_it_must_be_handled() {
        let mut heading = heading();
        (heading.status, heading.scenario) = (Status::Authorised, None);
        (heading.code, heading.lapsed) = (None, Vec::new());
        let table = ReportTable {
            headers: vec!["a".to_owned(), "b".to_owned()],
            rows: Vec::new(),
            heading,
        };
        assert_eq!(
            String::from_utf8(csv(&table).expect("a file")).expect("UTF-8"),
            "\u{feff}a,b,status,marking,scenario,plan_code,lapsed_authority\r\n,,Authorised,OFFICIAL-SENSITIVE,none,,\r\n"
        );
    }

    fn heading() -> Heading {
        Heading {
            title: "A title".to_owned(),
            question: "A question?".to_owned(),
            status: Status::Draft,
            marking: "OFFICIAL-SENSITIVE".to_owned(),
            scenario: Some("=with Kent".to_owned()),
            code: Some("3F2A-90C1".to_owned()),
            lapsed: vec![Lapsed {
                inspectorate: "=HMCPSI".into(),
                given_on: chrono::NaiveDate::from_ymd_opt(2026, 12, 18).expect("a date"),
                code: "0123-4567".to_owned(),
            }],
        }
    }
}
