//! Frames: the sites of a sort of inspection, and the days that are the same for all of its kind.

use super::bank_holidays;
use crate::schema::{TableSpec, tables};

/// The tables that are the same for every inspection of a sort, filled with public facts.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// Its name, as it is asked for.
    pub name: &'static str,
    /// The filled tables.
    pub tables: &'static [FilledTable],
    /// The columns that it adds to those of the sites that the program knows.
    pub site_columns: &'static [FrameColumn],
}

/// A table that a frame fills.
#[derive(Debug, Clone, Copy)]
pub struct FilledTable {
    /// Which table.
    pub table: &'static TableSpec,
    /// Its text, as a CSV file.
    pub text: &'static str,
    /// What is to be known of how it was filled.
    pub note: &'static str,
}

/// A column of sites that a frame adds.
#[derive(Debug, Clone, Copy)]
pub struct FrameColumn {
    /// Its header.
    pub name: &'static str,
    /// What stands in it, and where from.
    pub says: &'static str,
}

/// Every frame.
const FRAMES: &[Frame] = &[POLICE_CPS];

/// The names of the frames, for help and for "did you mean".
pub fn frame_names() -> impl Iterator<Item = &'static str> {
    FRAMES.iter().map(|frame| frame.name)
}

/// The frame of that name; `None` if there is none.
pub fn frame(name: &str) -> Option<Frame> {
    FRAMES.iter().copied().find(|frame| frame.name == name)
}

/// The 43 territorial police forces of England and Wales and the 14 CPS Areas.
const POLICE_CPS: Frame = Frame {
    name: "police-cps",
    tables: &[
        FilledTable {
            table: &tables::sites::TABLE,
            text: include_str!("../../data/police-cps/sites.csv"),
            note: "The forces and CPS Areas are filled in. The London forces lie in two Areas, with a semicolon between. The CPS Areas \
             have no figures.",
        },
        FilledTable {
            table: &tables::bank_holidays::TABLE,
            text: bank_holidays::TABLE,
            note: "Those that the program knows are filled in.",
        },
        FilledTable {
            table: &tables::periods_to_avoid::TABLE,
            text: include_str!("../../data/school_holidays.csv"),
            note: "The school holidays that are known are filled in: check each name, which says where only part is known.",
        },
    ],
    site_columns: &[
        column(
            "region",
            "The region of the Home Office police workforce tables.",
        ),
        column(
            "area_type",
            "metropolitan (London and the six metropolitan counties), city (the City of London), urban (350 or more people to \
             the square kilometre) or rural. A rule of ours, not an official class.",
        ),
        column(
            "population_mid_2024",
            "Residents, mid-2024, rounded to 100 (ONS).",
        ),
        column(
            "people_per_km2_mid_2024",
            "Residents to the square kilometre, mid-2024, worked out from ONS population and boundaries.",
        ),
        column(
            "officers_fte_mar_2026",
            "Police officers, full-time equivalent, 31 March 2026 (Home Office).",
        ),
        column(
            "recorded_crime_per_1000_ye_mar_2026",
            "Recorded crime per 1,000 residents, year ending March 2026 (ONS). Blank for the City of London, where few people live.",
        ),
        column(
            "police_grant_2025_26_gbp",
            "Police grant 2025-26 in pounds (Police Grant Report). The Welsh forces look low because part comes through the \
             Welsh Government.",
        ),
    ],
};

const fn column(name: &'static str, says: &'static str) -> FrameColumn {
    FrameColumn { name, says }
}
