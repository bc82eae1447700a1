//! Folders to start from: what `assize init DIR --frame NAME` writes.
//!
//! A frame holds the tables that are the same for every inspection of its sort, filled with public facts, and
//! every other table with its header row. A guide beside them describes each column, since CSV has no notes.

mod guide;
mod tables;
mod timetables;

pub use tables::{Column, Table};

/// The names of the frames there are, for help and for "did you mean".
pub const FRAMES: &[&str] = &["police-cps"];

/// A folder to start from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Its files: name and content, in the order in which a person meets them.
    pub files: Vec<(&'static str, Vec<u8>)>,
}

/// The frame of that name; `None` if there is none.
///
/// `police-cps` holds the 43 territorial police forces of England and Wales and the 14 CPS Areas.
pub fn frame(name: &str) -> Option<Frame> {
    match name {
        "police-cps" => Some(police_cps()),
        _ => None,
    }
}

fn police_cps() -> Frame {
    let mut files = vec![
        ("README.txt", guide::police_cps().into_bytes()),
        (
            "inspection.toml",
            include_bytes!("police_cps.toml").to_vec(),
        ),
        (
            tables::SITES.file,
            include_bytes!("../../data/police-cps/sites.csv").to_vec(),
        ),
    ];
    for table in tables::TO_FILL {
        files.push((table.file, header(table).into_bytes()));
    }
    files.push((
        tables::BANK_HOLIDAYS.file,
        include_bytes!("../../data/bank_holidays.csv").to_vec(),
    ));
    files.push((
        tables::PERIODS_TO_AVOID.file,
        include_bytes!("../../data/school_holidays.csv").to_vec(),
    ));
    Frame { files }
}

/// The header row of a table.
fn header(table: &Table) -> String {
    let names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
    names.join(",") + "\n"
}

#[cfg(test)]
mod tests {
    use super::tables::{BANK_HOLIDAYS, PERIODS_TO_AVOID, POLICE_CPS_COLUMNS, SITES, TO_FILL};
    use super::*;

    fn text(name: &str) -> String {
        let frame = frame("police-cps").expect("the frame exists");
        let (_, bytes) = frame
            .files
            .into_iter()
            .find(|(file, _)| *file == name)
            .expect("the file is in the frame");
        String::from_utf8(bytes).expect("the file is UTF-8")
    }

    #[test]
    fn every_listed_frame_exists_and_no_other() {
        assert!(FRAMES.iter().all(|name| frame(name).is_some()));
        assert_eq!(frame("police"), None);
    }

    #[test]
    fn a_frame_holds_every_table_once() {
        let frame = frame("police-cps").expect("the frame exists");
        let names: Vec<&str> = frame.files.iter().map(|(name, _)| *name).collect();
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
                "apart.csv",
                "indicators.csv",
                "performance.csv",
                "intelligence.csv",
                "engagements.csv",
                "fixed.csv",
                "consultation.csv",
                "activities.csv",
                "authority.csv",
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
            "id,name,inspectorate,experienced,latitude,longitude,skills,works,max_days\n"
        );
        assert_eq!(
            text("engagements.csv"),
            "site,inspection,first_day,last_day,days,inspectorate\n"
        );
    }

    #[test]
    fn the_filled_tables_have_the_columns_that_the_guide_describes() {
        let sites: Vec<&str> = SITES
            .columns
            .iter()
            .chain(POLICE_CPS_COLUMNS)
            .map(|column| column.name)
            .collect();
        assert_eq!(text("sites.csv").lines().next(), Some(&*sites.join(",")));
        for table in [&BANK_HOLIDAYS, &PERIODS_TO_AVOID] {
            assert_eq!(
                text(table.file).lines().next(),
                Some(header(table).trim_end()),
                "{}",
                table.file
            );
        }
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
        assert!(sites.contains(",police_force,cps-london-north;cps-london-south,"));
    }

    #[test]
    fn the_guide_describes_every_table_and_column_within_its_width() {
        let guide = text("README.txt");
        let tables = TO_FILL
            .iter()
            .chain([&SITES, &BANK_HOLIDAYS, &PERIODS_TO_AVOID]);
        for table in tables {
            assert!(
                guide.contains(&format!("\n{}\n", table.file)),
                "{}",
                table.file
            );
            for column in table.columns {
                let star = if column.required { " *" } else { "" };
                let line = format!("\n  {}{star}\n", column.name);
                assert!(guide.contains(&line), "{} {}", table.file, column.name);
            }
        }
        let longest = guide.lines().map(|line| line.chars().count()).max();
        assert!(longest <= Some(96), "{longest:?}");
    }
}
