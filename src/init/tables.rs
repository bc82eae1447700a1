//! The tables of an inspection and what each column means: the header rows and the guide are drawn from here.

use super::timetables::{ACTIVITIES, MILESTONES};

/// One table of the folder.
#[derive(Debug)]
pub struct Table {
    /// Its file name.
    pub file: &'static str,
    /// What one row says, and whether the table is needed.
    pub says: &'static str,
    /// Its columns, in order.
    pub columns: &'static [Column],
}

/// One column of a table.
#[derive(Debug)]
pub struct Column {
    /// Its name in the header row.
    pub name: &'static str,
    /// Whether every row must fill it.
    pub required: bool,
    /// What it holds, and the values allowed.
    pub says: &'static str,
}

pub(super) const fn must(name: &'static str, says: &'static str) -> Column {
    Column {
        name,
        required: true,
        says,
    }
}

pub(super) const fn may(name: &'static str, says: &'static str) -> Column {
    Column {
        name,
        required: false,
        says,
    }
}

/// The columns of `sites.csv` that the program knows; any other column may follow.
pub const SITES: Table = Table {
    file: "sites.csv",
    says: "Every site that could be selected, one a row. Required. You may add columns of your own: a quota, a profile, a link or a period to avoid can refer to any column.",
    columns: &[
        must(
            "id",
            "A short name of your choice without spaces, such as kent. The other tables refer to it.",
        ),
        must("name", "The name that people see."),
        must(
            "kind",
            "The sort of site: police_force or cps_area, or another kind that you add to inspection.toml.",
        ),
        may(
            "within",
            "The id of the site it lies in; for a force, its CPS Area. The London forces lie in two, with a semicolon between.",
        ),
        may(
            "latitude",
            "Degrees north. Fill both coordinates, or travel to the site counts as nothing.",
        ),
        may("longitude", "Degrees east; west is negative."),
        may(
            "nation",
            "England, Wales or another nation, for its bank holidays. Blank means England.",
        ),
        may(
            "needs",
            "Skills that a visiting team must bring, with a semicolon between, such as Welsh.",
        ),
    ],
};

/// The columns of `sites.csv` that the frame of forces and CPS Areas adds; blank for the CPS Areas but for the last.
pub const POLICE_CPS_COLUMNS: &[Column] = &[
    may(
        "region",
        "The region of the Home Office police workforce tables.",
    ),
    may(
        "area_type",
        "metropolitan (London and the six metropolitan counties), city (the City of London), urban (350 or more people to the square kilometre) or rural. A rule of ours, not an official class.",
    ),
    may(
        "population_mid_2024",
        "Residents, mid-2024, rounded to 100 (ONS).",
    ),
    may(
        "people_per_km2_mid_2024",
        "Residents to the square kilometre, mid-2024, worked out from ONS population and boundaries.",
    ),
    may(
        "officers_fte_mar_2026",
        "Police officers, full-time equivalent, 31 March 2026 (Home Office).",
    ),
    may(
        "recorded_crime_per_1000_ye_mar_2026",
        "Recorded crime per 1,000 residents, year ending March 2026 (ONS). Blank for the City of London, where few people live.",
    ),
    may(
        "police_grant_2025_26_gbp",
        "Police grant 2025-26 in pounds (Police Grant Report). The Welsh forces look low because part comes through the Welsh Government.",
    ),
    may("full_name", "The full name, for letters."),
];

/// Every other table that a person fills in, with a header row only to begin with.
pub const TO_FILL: &[Table] = &[
    Table {
        file: "inspectors.csv",
        says: "Every inspector who could be on a visit. Required. Personal data: keep it on your own systems.",
        columns: &[
            must(
                "id",
                "A short name without spaces. The other tables refer to it.",
            ),
            must("name", "The name that the timetables show."),
            must(
                "inspectorate",
                "One of the inspectorates in inspection.toml.",
            ),
            may(
                "experienced",
                "yes or no. Blank means yes. Every pair has at least one experienced inspector.",
            ),
            may(
                "latitude",
                "Degrees north of the home base: a town will do. No output shows it.",
            ),
            may(
                "longitude",
                "Degrees east of the home base; west is negative. No output shows it.",
            ),
            may(
                "skills",
                "What the inspector can bring, with a semicolon between, such as Welsh.",
            ),
            may(
                "works",
                "Working weekdays, such as Mon;Tue;Wed. Blank means Monday to Friday.",
            ),
            may(
                "max_days",
                "The most onsite days for this inspector. It replaces the limit in inspection.toml, also when larger.",
            ),
        ],
    },
    Table {
        file: "absences.csv",
        says: "Days on which an inspector is away. Never write down why: it is personal and not needed.",
        columns: &[
            must("inspector", "The inspector's id."),
            must("first_day", "The first day away."),
            must("last_day", "The last day away."),
        ],
    },
    Table {
        file: "clearances.csv",
        says: "Security clearances held.",
        columns: &[
            must("inspector", "The inspector's id."),
            must(
                "clearance",
                "Its name, as in inspection.toml, such as NPPV3.",
            ),
            may(
                "valid_until",
                "The last day on which it is valid. Blank means no end.",
            ),
        ],
    },
    Table {
        file: "conflicts.csv",
        says: "Sites that an inspector must not visit, such as a former force. No output shows it.",
        columns: &[
            must("inspector", "The inspector's id."),
            must("site", "The site's id."),
        ],
    },
    Table {
        file: "apart.csv",
        says: "Pairs of inspectors who must not be on the same visit.",
        columns: &[
            must("inspector_a", "One inspector's id."),
            must("inspector_b", "The other's id."),
        ],
    },
    Table {
        file: "indicators.csv",
        says: "The measures of performance.",
        columns: &[
            must(
                "indicator",
                "A short name without spaces. performance.csv refers to it.",
            ),
            must("better", "higher or lower: which way is good."),
            may("weight", "0 or more. Blank means 1."),
            may(
                "name",
                "The name that people see. Say which period it covers.",
            ),
        ],
    },
    Table {
        file: "performance.csv",
        says: "The value of an indicator at a site: one row for each site and indicator.",
        columns: &[
            must("site", "The site's id."),
            must("indicator", "The indicator, as in indicators.csv."),
            may("value", "A number. Blank means that there is none."),
            may("period", "The period it covers. It is shown, not scored."),
        ],
    },
    Table {
        file: "intelligence.csv",
        says: "What is known about a site beyond the figures. If you keep no intelligence, delete this file: an empty table means that you looked and found nothing.",
        columns: &[
            must("site", "The site's id."),
            must(
                "type",
                "concern, innovation, representation, or a word of your own. Only concern and innovation are ever scored.",
            ),
            must("strength", "A whole number from 1 (weak) to 5 (strong)."),
            may("note", "What was said."),
            may("source", "Who said it. No output shows it."),
        ],
    },
    Table {
        file: "engagements.csv",
        says: "Other inspections of a site, past or planned: the burden.",
        columns: &[
            must("site", "The site's id."),
            must("inspection", "Which inspection."),
            must("first_day", "Its first day."),
            must("last_day", "Its last day."),
            may(
                "days",
                "True onsite days, where fewer than the weekdays from first_day to last_day.",
            ),
            may("inspectorate", "Whose inspection it is."),
        ],
    },
    Table {
        file: "fixed.csv",
        says: "What you have already settled, if the site is selected: a pilot's week, or who must go.",
        columns: &[
            must("site", "The site's id."),
            may("not_before", "No onsite day before this one."),
            may("not_after", "No onsite day after this one."),
            may(
                "inspector",
                "The id of an inspector who must be on the visit.",
            ),
        ],
    },
    Table {
        file: "consultation.csv",
        says: "Issues raised about a proposed site. They are shown beside the selection.",
        columns: &[
            must("site", "The site's id."),
            must(
                "inspectorate",
                "The inspectorate through which the issue was raised.",
            ),
            must("raised_on", "The day it was raised."),
            must("issue", "What was raised."),
            must(
                "outcome",
                "none, dates or excluded. Reflect it yourself in the other tables; you are warned if you have not.",
            ),
            may("reason", "Why."),
        ],
    },
    ACTIVITIES,
    Table {
        file: "authority.csv",
        says: "Authorities given so far. Every output says DRAFT until each inspectorate has a row.",
        columns: &[
            must("inspectorate", "Whose authority."),
            must("given_by", "By whom."),
            must("given_on", "The day it was given."),
        ],
    },
    MILESTONES,
];

/// The bank holidays, filled in to begin with.
pub const BANK_HOLIDAYS: Table = Table {
    file: "bank_holidays.csv",
    says: "Bank holidays. Those of England and Wales are filled in; the program knows them too. Add a row for a special bank holiday, or for another nation.",
    columns: &[
        must("nation", "The nation, as in sites.csv."),
        must("date", "The day."),
        must("name", "What it is called."),
    ],
};

/// The periods to avoid, with the known school holidays filled in to begin with.
pub const PERIODS_TO_AVOID: Table = Table {
    file: "periods_to_avoid.csv",
    says: "Periods better clear of visits. The school holidays that are known are filled in: check each name, which says where only part is known.",
    columns: &[
        must("name", "What it is."),
        must(
            "applies_to",
            "all, site, or the name of a column of sites.csv, such as nation.",
        ),
        may(
            "value",
            "The site's id, or the text in that column. Blank for all.",
        ),
        must("first_day", "Its first day."),
        must("last_day", "Its last day."),
        must(
            "severity",
            "must (no onsite day in it) or prefer (each onsite day in it costs).",
        ),
    ],
};
