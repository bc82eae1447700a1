//! What a folder to start from holds, for every frame.

mod probation_prisons;

use super::*;
use crate::schema::settings;

const POLICE: &str = "police-cps";
const PROBATION: &str = "probation-prisons";

fn text(frame: &str, name: &str) -> String {
    let files = folder(frame).expect("the frame exists");
    let file = files.into_iter().find(|(file, _)| file == name);
    let (_, bytes) = file.expect("the file is in the frame");
    String::from_utf8(bytes).expect("the file is UTF-8")
}

#[test]
fn every_listed_frame_exists_and_no_other() {
    assert!(reference::frame_names().all(|name| folder(name).is_some()));
    assert_eq!(folder("police"), None);
    let names: Vec<&str> = reference::frame_names().collect();
    assert_eq!(names, [POLICE, PROBATION]);
    let with_settings: Vec<&str> = SETTINGS.iter().map(|(name, _)| *name).collect();
    assert_eq!(with_settings, names);
}

fn file_names(frame: &str) -> Vec<String> {
    let files = folder(frame).expect("the frame exists");
    files.into_iter().map(|(name, _)| name).collect()
}

#[test]
fn a_frame_holds_every_table_once_and_those_that_are_filled_last() {
    let mut expected = vec![
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
    ];
    assert_eq!(file_names(POLICE), expected);
    let ratings: Vec<&str> = expected.drain(9..11).collect();
    expected.splice(17..17, ratings);
    assert_eq!(file_names(PROBATION), expected);
}

#[test]
fn the_tables_to_fill_hold_their_header_only() {
    for frame in [POLICE, PROBATION] {
        assert_eq!(
            text(frame, "inspectors.csv"),
            "id,name,inspectorate,experienced,from,until,latitude,longitude,skills,works,max_days\n"
        );
        assert_eq!(
            text(frame, "engagements.csv"),
            "site,inspection,first_day,last_day,days,inspectorate\n"
        );
    }
    // The old figures of the police and the CPS are for the examples only.
    assert_eq!(
        text(POLICE, "performance.csv"),
        "site,indicator,value,period\n"
    );
}

#[test]
fn the_filled_tables_have_the_columns_that_the_guide_describes() {
    for name in reference::frame_names() {
        let frame = reference::frame(name).expect("the frame exists");
        for filled in frame.tables {
            let mut columns: Vec<&str> = filled.table.headers().collect();
            if filled.table.name == tables::sites::TABLE.name {
                columns.extend(frame.site_columns.iter().map(|column| column.name));
            }
            assert_eq!(
                filled.text.lines().next(),
                Some(&*columns.join(",")),
                "{name}"
            );
        }
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
    for (frame, template) in SETTINGS {
        for section in settings::ALL {
            let name = section.name;
            assert!(
                template.contains(&format!("[{name}")),
                "[{name}] is missing from the settings of {frame}"
            );
            for key in section.keys {
                for key in key.keys_within().iter().chain([key]) {
                    let key = key.name();
                    assert!(
                        has_key(template, key),
                        "{key} of [{name}] is missing from the settings of {frame}"
                    );
                }
            }
        }
    }
}

#[test]
fn what_the_settings_to_start_from_call_a_default_is_one() {
    for (frame, template) in SETTINGS {
        assert_eq!(defaults_compared(template), 2 + 11 + 6 + 1, "{frame}");
    }
}

/// Compares what settings write with what holds without it, where there is such a default; how many there were.
fn defaults_compared(template: &str) -> usize {
    let template: toml::Table = template.parse().expect("settings");
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
    compared
}

#[test]
fn the_guide_says_where_settings_and_outputs_of_a_workbook_go() {
    let guide = text(POLICE, "README.txt");
    assert!(guide.contains(
        "The settings are a sheet named\ninspection, with the lines of inspection.toml in column A, one to a cell; or else the file\n\
         inspection.toml beside the workbook. What is planned from my-inspection.xlsx is written to the\n\
         folder my-inspection-out beside it; from a folder, to its subfolder out.\n"
    ));
}

#[test]
fn the_settings_give_the_marking() {
    for frame in [POLICE, PROBATION] {
        let settings: toml::Table = text(frame, SETTINGS_FILE).parse().expect("settings");
        assert_eq!(
            settings["inspection"]["marking"].as_str(),
            Some("OFFICIAL-SENSITIVE")
        );
    }
}

#[test]
fn there_are_43_forces_and_14_areas() {
    let sites = text(POLICE, "sites.csv");
    assert_eq!(sites.matches(",police_force,").count(), 43);
    assert_eq!(sites.matches(",cps_area,").count(), 14);
    assert!(sites.contains(",cps-london-north;cps-london-south,"));
}

#[test]
fn the_guide_says_what_is_derived_and_whose_the_facts_are() {
    for (frame, says) in [
        (
            POLICE,
            "\nCoordinates are those of a force's headquarters, to about 1 to 3 km;",
        ),
        (
            PROBATION,
            "\nDERIVED, not published: police_area, region and units_in_area of a prison",
        ),
    ] {
        let guide = text(frame, "README.txt");
        assert!(guide.contains(says), "{guide}");
        assert!(guide.contains(
            "\nContains public sector information licensed under the Open Government Licence v3.0.\n"
        ));
    }
}

#[test]
fn the_guide_describes_every_table_and_column_within_its_width() {
    for frame in [POLICE, PROBATION] {
        let guide = text(frame, "README.txt");
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
