//! Folders to start from: what `assize init DIR --frame NAME` writes.
//!
//! A frame holds the tables that are the same for every inspection of its sort, filled with public facts, and
//! every other table with its header row. A guide beside them describes each column, since CSV has no notes.

mod guide;

use crate::reference::{self, FilledTable, Frame};
use crate::schema::settings::SETTINGS_FILE;
use crate::schema::{TableSpec, tables};

/// The settings of the frame of police forces and CPS Areas, to be changed by hand.
const POLICE_CPS_SETTINGS: &str = include_str!("police_cps.toml");

/// The files of a folder to start from, by name, in the order in which a person meets them; `None` if there is no such frame.
///
/// `police-cps` holds the 43 territorial police forces of England and Wales and the 14 CPS Areas.
pub fn folder(frame: &str) -> Option<Vec<(String, Vec<u8>)>> {
    let frame = reference::frame(frame)?;
    let mut files = vec![
        ("README.txt".to_owned(), guide::text(&frame)),
        (SETTINGS_FILE.to_owned(), POLICE_CPS_SETTINGS.to_owned()),
    ];
    for (table, filled) in tables_of(&frame) {
        let text = filled.map_or_else(|| header(table), |filled| filled.text.to_owned());
        files.push((table.file(), text));
    }
    let files = files.into_iter();
    Some(
        files
            .map(|(name, text)| (name, text.into_bytes()))
            .collect(),
    )
}

/// Every table, with what a frame fills it with: the one that is needed and filled first, those that may stay as they are last.
fn tables_of(frame: &Frame) -> Vec<(&'static TableSpec, Option<&'static FilledTable>)> {
    let filled = |table: &TableSpec| {
        let mut filled = frame.tables.iter();
        filled.find(|filled| filled.table.name == table.name)
    };
    let mut all: Vec<_> = tables::ALL
        .iter()
        .map(|table| (*table, filled(table)))
        .collect();
    all.sort_by_key(|(table, filled)| filled.is_some() && !table.required);
    all
}

/// The header row of a table.
fn header(table: &TableSpec) -> String {
    let names: Vec<&str> = table.headers().collect();
    names.join(",") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::settings;

    const FRAME: &str = "police-cps";

    fn text(name: &str) -> String {
        let files = folder(FRAME).expect("the frame exists");
        let file = files.into_iter().find(|(file, _)| file == name);
        let (_, bytes) = file.expect("the file is in the frame");
        String::from_utf8(bytes).expect("the file is UTF-8")
    }

    #[test]
    fn every_listed_frame_exists_and_no_other() {
        assert!(reference::frame_names().all(|name| folder(name).is_some()));
        assert_eq!(folder("police"), None);
    }

    #[test]
    fn a_frame_holds_every_table_once() {
        let files = folder(FRAME).expect("the frame exists");
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            [
                "README.txt",
                "inspection.toml",
                "sites.csv",
                "inspectors.csv",
                "absences.csv",
                "clearances.csv",
                "conflicts.csv",
                "travel.csv",
                "apart.csv",
                "indicators.csv",
                "performance.csv",
                "intelligence.csv",
                "engagements.csv",
                "fixed.csv",
                "consultation.csv",
                "authority.csv",
                "boards.csv",
                "activities.csv",
                "milestones.csv",
                "bank_holidays.csv",
                "periods_to_avoid.csv",
            ]
        );
    }

    #[test]
    fn the_tables_to_fill_hold_their_header_only() {
        assert_eq!(
            text("inspectors.csv"),
            "id,name,inspectorate,experienced,from,until,latitude,longitude,skills,works,max_days\n"
        );
        assert_eq!(
            text("engagements.csv"),
            "site,inspection,first_day,last_day,days,inspectorate\n"
        );
    }

    #[test]
    fn the_filled_tables_have_the_columns_that_the_guide_describes() {
        let frame = reference::frame(FRAME).expect("the frame exists");
        for filled in frame.tables {
            let mut columns: Vec<&str> = filled.table.headers().collect();
            if filled.table.name == tables::sites::TABLE.name {
                columns.extend(frame.site_columns.iter().map(|column| column.name));
            }
            assert_eq!(filled.text.lines().next(), Some(&*columns.join(",")));
        }
    }

    /// Whether a key of the settings stands somewhere, also where a note offers it.
    fn has_key(template: &str, key: &str) -> bool {
        let assigned = format!("{key} = ");
        let mut found = template.match_indices(&assigned);
        found.any(|(place, _)| {
            let before = template.get(..place).unwrap_or_default();
            before.ends_with(['\n', ' '])
        })
    }

    #[test]
    fn the_settings_to_start_from_have_every_section_and_key() {
        let template = text(SETTINGS_FILE);
        for section in settings::ALL {
            let name = section.name;
            assert!(
                template.contains(&format!("[{name}")),
                "[{name}] is missing from police_cps.toml"
            );
            for key in section.keys {
                for key in key.keys_within().iter().chain([key]) {
                    let key = key.name();
                    assert!(
                        has_key(&template, key),
                        "{key} of [{name}] is missing from police_cps.toml"
                    );
                }
            }
        }
    }

    #[test]
    fn what_the_settings_to_start_from_call_a_default_is_one() {
        let template: toml::Table = text(SETTINGS_FILE).parse().expect("settings");
        let written = |value: &toml::Value| match value {
            toml::Value::String(text) => text.clone(),
            toml::Value::Float(number) => number.to_string(),
            other => other.to_string(),
        };
        let mut compared = 0;
        for section in [
            &settings::inspection::SECTION,
            &settings::weights::SECTION,
            &settings::day::SECTION,
            &settings::timetable::SECTION,
        ] {
            for key in section.keys {
                let value = &template[section.name][key.name()];
                if let Some(default) = key.default_text() {
                    assert_eq!(written(value), default, "{} {}", section.name, key.name());
                    compared += 1;
                }
                for within in key.keys_within() {
                    let value = written(&value[within.name()]);
                    assert_eq!(Some(value), within.default_text(), "{}", within.name());
                    compared += 1;
                }
            }
        }
        assert_eq!(compared, 2 + 11 + 6 + 1);
    }

    #[test]
    fn the_guide_says_where_settings_and_outputs_of_a_workbook_go() {
        let guide = text("README.txt");
        assert!(guide.contains(
            "The settings are a sheet named\ninspection, with the lines of inspection.toml in column A, one to a cell; or else the file\n\
             inspection.toml beside the workbook. What is planned from my-inspection.xlsx is written to the\n\
             folder my-inspection-out beside it; from a folder, to its subfolder out.\n"
        ));
    }

    #[test]
    fn the_settings_give_the_marking() {
        let settings: toml::Table = text("inspection.toml").parse().expect("settings");
        assert_eq!(
            settings["inspection"]["marking"].as_str(),
            Some("OFFICIAL-SENSITIVE")
        );
    }

    #[test]
    fn there_are_43_forces_and_14_areas() {
        let sites = text("sites.csv");
        assert_eq!(sites.matches(",police_force,").count(), 43);
        assert_eq!(sites.matches(",cps_area,").count(), 14);
        assert!(sites.contains(",cps-london-north;cps-london-south,"));
    }

    #[test]
    fn the_guide_describes_every_table_and_column_within_its_width() {
        let guide = text("README.txt");
        for table in tables::ALL {
            let file = table.file();
            assert!(guide.contains(&format!("\n{file}\n")), "{file}");
            for column in table.columns {
                let name = column.name();
                let star = if column.is_required() { " *" } else { "" };
                let line = format!("\n  {name}{star}\n");
                assert!(guide.contains(&line), "{file} {name}");
            }
        }
        let longest = guide.lines().map(|line| line.chars().count()).max();
        assert!(longest <= Some(96), "{longest:?}");
    }
}
