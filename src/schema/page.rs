//! `docs/tables.md`: everything in the list, for people to look up.

use super::any_field::AnyField;
use super::spec::{Layout, SectionSpec, TableSpec};
use super::{settings, tables};

const OPENING: &str = "\
# Tables and settings

Every table and every setting that an inspection may have. `assize init` writes a folder with all of them, and
`assize validate` says what is wrong in one and how to put it right.

This page is written from the list that the program reads by: see `src/schema`. Do not change it by hand. To write it anew,
run `UPDATE_EXPECTED=1 cargo test --release --test input schema`.

An inspection is a folder of CSV files with the settings in `inspection.toml`, or one workbook (`.xlsx` or `.ods`) with a sheet for
each table, named as its file without `.csv`, and the settings in column A of a sheet `inspection` or in the file `inspection.toml`
beside it. Dates are written as `2027-02-08`, and times as `09:30`. A blank cell means that the value is not known, unless the table below
says what holds then. A row whose first cell begins with `# ` is a comment.
";

/// The text of the page.
pub fn page() -> String {
    let mut page = OPENING.to_owned();
    page.push_str("\n## Tables\n");
    for table in tables::ALL {
        about_table(&mut page, table);
    }
    page.push_str("\nOne table is an output that may come back edited:\n");
    about_table(&mut page, &tables::sessions::TABLE);
    page.push_str("\n## Settings: inspection.toml\n");
    for section in settings::ALL {
        about_section(&mut page, section);
    }
    about_scenarios(&mut page);
    page
}

fn about_scenarios(page: &mut String) {
    let scenario = &settings::scenario::SECTION;
    page.push_str(&format!("\n## Scenarios\n\n{}\n", scenario.says()));
    about_keys(page, scenario);
}

fn about_table(page: &mut String, table: &TableSpec) {
    page.push_str(&format!("\n### {}\n\n{}\n", table.file(), table.says()));
    if table.name == tables::sites::TABLE.name {
        let reserved = tables::RESERVED_SITE_COLUMNS.map(|name| format!("`{name}`"));
        let reserved = reserved.join(", ");
        page.push_str(&format!(
            "\nThese headers mean something else: {reserved}.\n"
        ));
    }
    page.push_str("\n| column | needed | what stands in it | where blank | what it means |\n");
    page.push_str("|---|---|---|---|---|\n");
    for column in table.columns {
        let form = column.form_in_words();
        about_field(page, *column, column.name(), form);
    }
}

fn about_section(page: &mut String, section: &SectionSpec) {
    let name = section.name;
    let header = match section.layout {
        Layout::Once => format!("[{name}]"),
        Layout::Named => format!("[{name}.NAME]"),
        Layout::Repeated => format!("[[{name}]]"),
        Layout::Within => name.to_owned(),
    };
    let needed = if section.is_required() {
        " Required."
    } else {
        ""
    };
    page.push_str(&format!("\n### {header}\n\n{}{needed}\n", section.says()));
    if !section.keys.is_empty() {
        about_keys(page, section);
    }
}

fn about_keys(page: &mut String, section: &SectionSpec) {
    page.push_str("\n| key | needed | what it holds | where left out | what it means |\n");
    page.push_str("|---|---|---|---|---|\n");
    for key in section.keys {
        about_field(page, *key, key.name(), key.form_in_settings());
        for within in key.keys_within() {
            let name = format!("{}.{}", key.name(), within.name());
            about_field(page, *within, &name, within.form_in_settings());
        }
    }
}

fn about_field(page: &mut String, field: &dyn AnyField, name: &str, form: String) {
    let needed = if field.is_required() { "yes" } else { "" };
    let default = field.default_text().map(|text| format!("`{text}`"));
    let default = default.unwrap_or_default();
    let says = match field.example() {
        "" => field.says().to_owned(),
        example => format!("{} Such as `{example}`.", field.says()),
    };
    page.push_str(&format!(
        "| `{name}` | {needed} | {form} | {default} | {says} |\n"
    ));
}
