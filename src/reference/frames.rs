//! Frames: the sites of a sort of inspection, and the days that are the same for all of its kind.

use super::bank_holidays;
use crate::schema::{TableSpec, tables};

/// The tables that are the same for every inspection of a sort, filled with public facts.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// Its name, as it is asked for.
    pub name: &'static str,
    /// What is to be known of its facts as a whole: paragraphs.
    pub about: &'static [&'static str],
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
const FRAMES: &[Frame] = &[POLICE_CPS, PROBATION_PRISONS];

/// The names of the frames, for help and for "did you mean".
pub fn frame_names() -> impl Iterator<Item = &'static str> {
    FRAMES.iter().map(|frame| frame.name)
}

/// The frame of that name; `None` if there is none.
pub fn frame(name: &str) -> Option<Frame> {
    FRAMES.iter().copied().find(|frame| frame.name == name)
}

/// When the facts of every frame were gathered, and from where.
const GATHERED: &str = "The figures in sites.csv were gathered in November 2026 from public copies of official sources. Check them with the \
     publisher before you rely on them.";

/// The bank holidays that come with the program.
const BANK_HOLIDAYS: FilledTable = FilledTable {
    table: &tables::bank_holidays::TABLE,
    text: bank_holidays::TABLE,
    note: "Those that the program knows are filled in.",
};

/// The school holidays that come with the program.
const SCHOOL_HOLIDAYS: FilledTable = FilledTable {
    table: &tables::periods_to_avoid::TABLE,
    text: include_str!("../../data/school_holidays.csv"),
    note: "The school holidays that are known are filled in: check each name, which says where only part is known.",
};

/// The 43 territorial police forces of England and Wales and the 14 CPS Areas.
const POLICE_CPS: Frame = Frame {
    name: "police-cps",
    about: &[
        GATHERED,
        "Coordinates are those of a force's headquarters, to about 1 to 3 km; for a CPS Area they are the middle of its area, not an \
         office.",
    ],
    tables: &[
        FilledTable {
            table: &tables::sites::TABLE,
            text: include_str!("../../data/police-cps/sites.csv"),
            note: "The forces and CPS Areas are filled in. The London forces lie in two Areas, with a semicolon between. The CPS Areas \
             have no figures.",
        },
        BANK_HOLIDAYS,
        SCHOOL_HOLIDAYS,
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

/// The prisons of England and Wales that hold adults, and the probation delivery units.
const PROBATION_PRISONS: Frame = Frame {
    name: "probation-prisons",
    about: &[
        GATHERED,
        "Coordinates of a prison are the middle of its postcode district, to some kilometres. A probation unit has none: an unknown \
         place counts as no journey at all, so fill in the town of its office, or travel.csv, before you compare teams by travel.",
        "DERIVED, not published: police_area, region and units_in_area of a prison follow from the place of its postcode district. \
         units_in_area are the probation units of the police force area that it stands in. That says nothing of where it \
         releases people: many leave for another area. Put your own list in its place where you have one. No prison stands in \
         Dyfed-Powys, Gloucestershire or Warwickshire, so by this column no unit there can be selected.",
        "The ratings in performance.csv are real, second-hand, partly old and far from complete: of the 119 prisons that HMPPS rated for \
         2024-25, 37 were found, and the 50 rated lowest, every one of serious concern among them, were not. So each has the weight 0 in indicators.csv: it \
         is shown and never scored. Complete the ratings from the publishers before you give them a weight. Until you do, or add \
         figures of your own, every record counts alike, and assize plan has very many equal choices to rule out: give it a --time-limit.",
        "Left out, because the table that was read tells them apart: prisons and centres for children (young offender institutions \
         of the Youth Custody Service, a secure training centre) and what it calls an immigration removal centre (Morton \
         Hall). It does not tell which prisons are closed or empty, such as Dartmoor: put those in exclude.",
    ],
    tables: &[
        FilledTable {
            table: &tables::sites::TABLE,
            text: include_str!("../../data/probation-prisons/sites.csv"),
            note: "The prisons for adults and the probation delivery units are filled in, with the prison and probation codes in also. \
                   Leeds, Doncaster and Wakefield are each a prison and a unit: write hmp-leeds or pdu-leeds.",
        },
        FilledTable {
            table: &tables::indicators::TABLE,
            text: include_str!("../../data/probation-prisons/indicators.csv"),
            note: "The ratings that were found are filled in with the weight 0, because they are far from complete. Add your own.",
        },
        FilledTable {
            table: &tables::performance::TABLE,
            text: include_str!("../../data/probation-prisons/performance.csv"),
            note: "The ratings that were found are filled in: 37 prisons and 17 probation units. Check each with its publisher.",
        },
        BANK_HOLIDAYS,
        SCHOOL_HOLIDAYS,
    ],
    site_columns: &[
        column(
            "region",
            "The probation region. Of a prison, derived: that of the police force area it stands in.",
        ),
        column(
            "police_area",
            "The police force area. Of a prison, derived from the middle of its postcode district; near a border from general knowledge.",
        ),
        column(
            "type",
            "HMP, HMP & YOI (also young adults) or HMYOI, as in the register of prisons. Blank for a probation unit.",
        ),
        column(
            "category",
            "The security categories for men in the register of prisons (A and B, B, B and C, C). Blank where it gives none: most local \
             and open prisons, and all for women.",
        ),
        column("holds", "men or women, as in the register of prisons."),
        column(
            "operator",
            "HMPPS or the contractor, as in the register of prisons. Blank where it contradicts itself or is known to be out of date \
             (Altcourse, Five Wells, Lowdham Grange). Check the others.",
        ),
        column(
            "function_group",
            "The group of prisons that HMPPS compared it with for 2024-25. Blank for two prisons in three: it was read only with a rating.",
        ),
        column(
            "units_in_area",
            "Derived: the probation units of its police force area, with a semicolon between. Not where it releases people.",
        ),
    ],
};

const fn column(name: &'static str, says: &'static str) -> FrameColumn {
    FrameColumn { name, says }
}
