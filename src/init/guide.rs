//! The guide that lies beside the tables: CSV has no notes of its own.

use crate::reference::{Frame, FrameColumn};
use crate::schema::{TableSpec, tables};

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
";

/// Whose the facts of every frame are.
const LICENCE: &str =
    "Contains public sector information licensed under the Open Government Licence v3.0.";

/// The text of the guide for a frame: what the tables hold, those to fill in first.
pub(super) fn text(frame: &Frame) -> String {
    let mut text = OPENING.to_owned();
    for paragraph in frame.about.iter().chain([&LICENCE]) {
        text.push('\n');
        wrap(&mut text, "", paragraph);
    }
    for (table, filled) in super::tables_of(frame) {
        about_table(&mut text, table, filled.map_or("", |filled| filled.note));
        if table.name == tables::sites::TABLE.name {
            for column in frame.site_columns {
                about_column_of_frame(&mut text, column);
            }
        }
    }
    text
}

fn about_table(text: &mut String, table: &TableSpec, note: &str) {
    let about = format!("{} {note}", table.says());
    text.push_str(&format!("\n\n{}\n\n", table.file()));
    wrap(text, "  ", about.trim_end());
    for column in table.columns {
        let star = if column.is_required() { " *" } else { "" };
        text.push_str(&format!("\n  {}{star}\n", column.name()));
        wrap(text, "      ", column.says());
        if let Some(form) = form(column.form_in_words(), column.default_text()) {
            wrap(text, "      ", &form);
        }
    }
}

/// What may stand in a column, and what holds where it is blank; `None` where there is nothing to say.
fn form(words: String, default: Option<String>) -> Option<String> {
    let unless = default.map(|default| format!("blank means {default}"));
    match (words.as_str(), unless) {
        ("text", None) => None,
        ("text", Some(unless)) => Some(format!("({unless})")),
        (_, None) => Some(format!("({words})")),
        (_, Some(unless)) => Some(format!("({words}; {unless})")),
    }
}

fn about_column_of_frame(text: &mut String, column: &FrameColumn) {
    text.push_str(&format!("\n  {}\n", column.name));
    wrap(text, "      ", column.says);
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
