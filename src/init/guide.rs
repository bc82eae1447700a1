//! The guide that lies beside the tables: CSV has no notes of its own.

use super::tables::{
    BANK_HOLIDAYS, Column, PERIODS_TO_AVOID, POLICE_CPS_COLUMNS, SITES, TO_FILL, Table,
};

/// How wide a line of the guide may be.
const WIDTH: usize = 96;

const OPENING: &str = "\
THE TABLES OF THIS INSPECTION

1. Change inspection.toml: every line marked \"change this\".
2. Fill in inspectors.csv. Nothing can be planned without inspectors.
3. Fill in the other tables as far as you can. A table that you do not need may stay as it is.
4. Run assize validate on this folder. It lists everything that is wrong, and how to put it
   right.
5. Run assize score to see the ranked sites, then assize plan.

A star marks a column that every row must fill. A blank cell elsewhere means that it is not
known. Write dates as 2027-02-08.

Excel changes how dates are written when it saves a CSV file. If you work in Excel, give the
date columns the format yyyy-mm-dd before you save, or keep the tables as sheets of one workbook
(.xlsx), each named as its file without .csv. Dates typed into a workbook are read as dates.
The header is the first row of a sheet: put no title above it. The settings are a sheet named
inspection, with the lines of inspection.toml in column A, one to a cell; or else the file
inspection.toml beside the workbook. What is planned from my-inspection.xlsx is written to the
folder my-inspection-out beside it; from a folder, to its subfolder out.

Every output carries a handling marking: OFFICIAL-SENSITIVE, unless the key marking of
[inspection] in inspection.toml gives another.

inspectors.csv, absences.csv, clearances.csv, conflicts.csv, apart.csv and intelligence.csv hold
personal or sensitive data. The program sends nothing anywhere: they stay where you keep this
folder.

The figures in sites.csv were gathered in November 2026 from public copies of official sources.
Check them with the publisher before you rely on them. Coordinates are those of a force's
headquarters, to about 1 to 3 km; for a CPS Area they are the middle of its area, not an office.
Contains public sector information licensed under the Open Government Licence v3.0.
";

/// The text of the guide for the frame of police forces and CPS Areas.
pub(super) fn police_cps() -> String {
    let mut text = OPENING.to_owned();
    section(&mut text, &SITES, POLICE_CPS_COLUMNS);
    for table in TO_FILL.iter().chain([&BANK_HOLIDAYS, &PERIODS_TO_AVOID]) {
        section(&mut text, table, &[]);
    }
    text
}

fn section(text: &mut String, table: &Table, more: &[Column]) {
    text.push_str("\n\n");
    text.push_str(table.file);
    text.push_str("\n\n");
    wrap(text, "  ", table.says);
    for column in table.columns.iter().chain(more) {
        let star = if column.required { " *" } else { "" };
        text.push_str("\n  ");
        text.push_str(column.name);
        text.push_str(star);
        text.push('\n');
        wrap(text, "      ", column.says);
    }
}

/// Adds a paragraph, each line indented, broken between words.
fn wrap(text: &mut String, indent: &str, paragraph: &str) {
    let mut line = String::from(indent);
    for word in paragraph.split(' ') {
        let begun = line.len() > indent.len();
        if begun && line.chars().count() + 1 + word.chars().count() > WIDTH {
            text.push_str(&line);
            text.push('\n');
            line.truncate(indent.len());
        } else if begun {
            line.push(' ');
        }
        line.push_str(word);
    }
    text.push_str(&line);
    text.push('\n');
}
