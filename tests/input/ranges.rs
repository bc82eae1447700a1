//! What is said of the range of a number is what holds: both ends of every range are taken, and what is beyond them is not.

use std::fs;

use assize::schema::{AnyField, Layout, settings, tables};

use super::{bad_inputs, folder, report_of};

/// A range as the words of a form have it.
#[derive(Debug)]
struct Range {
    taken: Vec<f64>,
    refused: Vec<f64>,
}

/// The range that a form speaks of; `None` where it is of something else, or open.
fn range(words: &str) -> Option<Range> {
    let words = words.replace(',', "");
    if !words.contains("number") {
        return None;
    }
    let number = |text: &str| text.trim().parse::<f64>().ok();
    if let Some((_, ends)) = words.split_once(" above ") {
        let (above, to) = ends.split_once(" and up to ")?;
        let (above, to) = (number(above)?, number(to)?);
        return Some(Range {
            taken: vec![above + 0.5, to],
            refused: vec![above, above - 1.0, to + 1.0],
        });
    }
    let (_, ends) = words.split_once(" from ")?;
    let (from, to) = ends.split_once(" to ")?;
    let (from, to) = (number(from)?, number(to)?);
    Some(Range {
        taken: vec![from, to],
        refused: vec![from - 1.0, to + 1.0],
    })
}

/// Whether the report has an error on the number in this place.
fn is_refused(report: &str, place: &str) -> bool {
    let of_numbers = ["E303", "E304", "E504", "E509"];
    report.lines().any(|line| {
        let mut codes = of_numbers.iter();
        codes.any(|code| line == format!("Error {code}: {place}"))
    })
}

/// Checks a field; `with` gives the report on an input that has a number in it, and the place of that.
fn check(name: &str, form: &str, with: impl Fn(f64) -> (String, String)) -> bool {
    let Some(range) = range(form) else {
        return false;
    };
    let refuses = |number: f64| {
        let (report, place) = with(number);
        is_refused(&report, &place)
    };
    for number in range.taken {
        assert!(!refuses(number), "{name}, {form}: {number} is refused");
    }
    for number in range.refused {
        assert!(refuses(number), "{name}, {form}: {number} is taken");
    }
    true
}

/// The report on the good folder under a scenario that gives one key.
fn under(header: &str, before: &str, key: &str, number: f64) -> (String, String) {
    let parent = folder("base");
    let input = parent.path().join("input");
    let text = format!("[{header}]\n{before}{key} = {number}\n");
    fs::write(input.join("scenario.toml"), &text).expect("written");
    let line = text.lines().count();
    (
        report_of(&input),
        format!("scenario.toml:{line}, key {header}.{key}"),
    )
}

#[test]
fn the_numbers_of_settings_keep_to_the_range_that_is_told() {
    let mut checked = 0;
    for section in settings::ALL {
        let header = match section.layout {
            Layout::Named => format!("{}.police_force", section.name),
            Layout::Once => section.name.to_owned(),
            Layout::Repeated | Layout::Within => continue,
        };
        let before = match section.name {
            "pilot" => "site = \"north\"\n",
            _ => "",
        };
        for key in section.keys {
            let form = key.form_in_settings();
            let with = |number| under(&header, before, key.name(), number);
            checked += usize::from(check(key.name(), &form, with));
            for inner in key.keys_within() {
                let header = format!("{header}.{}", key.name());
                let with = |number| under(&header, "", inner.name(), number);
                checked += usize::from(check(inner.name(), &inner.form_in_settings(), with));
            }
        }
    }
    assert!(checked > 20, "{checked}");
}

/// The report on the good folder with a number in the first row of a table, under a column that is added where it is not there.
fn in_table(file: &str, column: &dyn AnyField, number: f64) -> (String, String) {
    let parent = folder("base");
    let input = parent.path().join("input");
    let path = input.join(file);
    let mut reader = csv::Reader::from_path(&path).expect("a table");
    let mut header: Vec<String> = reader
        .headers()
        .expect("a header")
        .iter()
        .map(str::to_owned)
        .collect();
    let place = header.iter().position(|name| name == column.name());
    let place = place.unwrap_or_else(|| {
        header.push(column.name().to_owned());
        header.len() - 1
    });
    let mut rows = vec![header.clone()];
    for row in reader.records() {
        let mut row: Vec<String> = row.expect("a row").iter().map(str::to_owned).collect();
        row.resize(header.len(), String::new());
        rows.push(row);
    }
    rows[1][place] = number.to_string();
    let mut writer = csv::Writer::from_path(&path).expect("a table");
    for row in rows {
        writer.write_record(row).expect("written");
    }
    writer.flush().expect("written");
    (
        report_of(&input),
        format!("{file}:2, column {}", column.name()),
    )
}

#[test]
fn the_numbers_of_tables_keep_to_the_range_that_is_told() {
    let mut checked = 0;
    for table in tables::ALL {
        let file = table.file();
        if !bad_inputs().join("base").join(&file).exists() {
            continue;
        }
        for column in table.columns {
            let with = |number| in_table(&file, *column, number);
            let name = format!("{file} {}", column.name());
            checked += usize::from(check(&name, &column.form_in_words(), with));
        }
    }
    assert!(checked > 10, "{checked}");
}
