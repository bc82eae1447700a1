//! Nothing that comes in can begin a line of its own, or turn one round: in an id it is refused, elsewhere it is gone.

use std::fs;
use std::path::Path;

use assize::domain::{Inspection, is_printable};
use assize::input::{load, report};
use assize::schema::tables;

use super::{folder, report_of};

/// In the middle of a text: a line break, a tab, a separator of lines, and marks that show nothing.
const MARKS: [&str; 6] = ["\n", "\t", "\u{2028}", "\u{202e}", "\u{200b}", "\u{feff}"];

/// The text with a mark after its first letter.
fn marked(text: &str, mark: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().into_iter().collect();
    format!("{first}{mark}{}", letters.as_str())
}

/// Everything that an inspection says, with what Rust writes for a character that does not show.
fn assert_shows(inspection: &Inspection, whose: &str) {
    let text = format!("{inspection:?}");
    let escaped = ["\\n", "\\r", "\\t", "\\u{"];
    let found = escaped.iter().find(|escape| text.contains(*escape));
    assert_eq!(found, None, "{whose}");
    assert!(text.chars().all(is_printable), "{whose}");
}

#[test]
fn no_cell_brings_a_line_break_or_a_hidden_mark_in() {
    let base = folder("base");
    let input = base.path().join("input");
    let (mut read, mut refused) = (0, 0);
    for table in tables::ALL {
        let path = input.join(table.file());
        let text = fs::read_to_string(&path).expect("a table of the good folder");
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header = reader.headers().expect("a header").clone();
        let rows: Vec<csv::StringRecord> =
            reader.records().map(|row| row.expect("a row")).collect();
        for (index, column) in header.iter().enumerate() {
            let Some(filled) = rows.iter().position(|row| !row[index].is_empty()) else {
                continue;
            };
            for mark in MARKS {
                let mut writer = csv::Writer::from_writer(Vec::new());
                writer.write_record(&header).expect("a row");
                for (at, row) in rows.iter().enumerate() {
                    let cells = row.iter().enumerate().map(|(place, cell)| {
                        match (at, place) == (filled, index) {
                            true => marked(cell, mark),
                            false => cell.to_owned(),
                        }
                    });
                    writer.write_record(cells).expect("a row");
                }
                fs::write(&path, writer.into_inner().expect("bytes")).expect("written");
                let whose = format!("{}, {column}, {mark:?}", table.file());
                match load(&input, None) {
                    Ok(loaded) => {
                        read += 1;
                        assert_shows(&loaded.inspection, &whose);
                    }
                    Err(problems) => {
                        refused += 1;
                        let said = report(&problems);
                        let shown = said.chars().all(|c| c == '\n' || is_printable(c));
                        assert!(shown, "{whose}: {said}");
                    }
                }
            }
        }
        fs::write(&path, text).expect("written");
    }
    assert!(read > 100 && refused > 100, "{read}, {refused}");
}

#[test]
fn no_setting_brings_a_line_break_or_a_hidden_mark_in() {
    let base = folder("base");
    let input = base.path().join("input");
    let path = input.join("inspection.toml");
    let text = fs::read_to_string(&path).expect("the settings");
    let places: Vec<usize> = text
        .match_indices('"')
        .map(|(at, _)| at)
        .step_by(2)
        .collect();
    assert!(places.len() > 20);
    for at in places {
        for mark in ["\\n", "\\t", "\\u2028", "\\u202e", "\\u200b"] {
            let (before, after) = text.split_at(at + 2);
            fs::write(&path, format!("{before}{mark}{after}")).expect("written");
            if let Ok(loaded) = load(&input, None) {
                assert_shows(&loaded.inspection, &format!("{mark} after {before}"));
            }
        }
    }
}

#[test]
fn names_over_several_lines_are_read_on_one() {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/newline-in-names");
    let loaded = load(&case, None).map_err(|problems| report(&problems));
    let names: Vec<String> = loaded
        .expect("sound")
        .inspection
        .sites
        .into_iter()
        .map(|site| site.name)
        .collect();
    let forged = |name: &str| format!("{name} 1 visit Authority: all given. AUTHORISED");
    assert_eq!(names, ["Alder", "Birch", "Cedar", "Dogwood"].map(forged));
}

#[test]
fn an_id_is_refused_with_what_to_do() {
    let base = folder("base");
    let input = base.path().join("input");
    let path = input.join("sites.csv");
    let text = fs::read_to_string(&path).expect("the sites");
    let with = |id: &str| {
        fs::write(
            &path,
            format!("{text}{id},Other Force,police_force,area-n,,,,,East,5\n"),
        )
        .expect("written");
        report_of(&input)
    };
    assert_eq!(
        with("\"oth\ner\""),
        "Error E307: sites.csv:9, column id\n  \
         The id “oth\u{fffd}er” runs over more than one line, or has a tab in it.\n  \
         Give it a short id, such as west-yorkshire.\n\n\
         1 error and 0 warnings.\n"
    );
    assert_eq!(
        with("oth\u{202e}er"),
        "Error E307: sites.csv:9, column id\n  \
         The id “oth\u{fffd}er” has a character in it that does not show.\n  \
         Type it again. Such characters come along where a text is copied.\n\n\
         1 error and 0 warnings.\n"
    );
}
