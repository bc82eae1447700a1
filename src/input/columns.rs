//! The tables and their columns (section 2 of the design), in one list: readers, messages and `assize init` share it.

/// One of the tables.
#[derive(Debug, PartialEq, Eq)]
pub struct TableSpec {
    /// Its name: the file without its ending, or the sheet.
    pub name: &'static str,
    /// What it holds, in one sentence.
    pub about: &'static str,
    /// Whether there is no inspection without it.
    pub required: bool,
    /// Whether it is about people, so that no reason belongs in it.
    pub personal: bool,
    /// Whether further columns are kept.
    pub open: bool,
    /// Its columns.
    pub columns: &'static [ColumnSpec],
}

/// One column of a table.
#[derive(Debug, PartialEq, Eq)]
pub struct ColumnSpec {
    /// Its header.
    pub name: &'static str,
    /// Whether the column and each of its cells must be filled.
    pub required: bool,
    /// What stands in it, in one line.
    pub about: &'static str,
}

const fn must(name: &'static str, about: &'static str) -> ColumnSpec {
    ColumnSpec {
        name,
        required: true,
        about,
    }
}

const fn may(name: &'static str, about: &'static str) -> ColumnSpec {
    ColumnSpec {
        name,
        required: false,
        about,
    }
}

const fn table(
    name: &'static str,
    about: &'static str,
    columns: &'static [ColumnSpec],
) -> TableSpec {
    TableSpec {
        name,
        about,
        required: false,
        personal: false,
        open: false,
        columns,
    }
}

const fn about_people(spec: TableSpec) -> TableSpec {
    TableSpec {
        personal: true,
        ..spec
    }
}

/// Columns worked out by the score, and words that `periods_to_avoid.csv` uses: no column of `sites.csv` can have these names.
pub(super) const RESERVED_SITE_COLUMNS: [&str; 5] = [
    "performance",
    "performance_band",
    "innovative",
    "all",
    "site",
];

/// The table of this name.
pub(super) fn table_named(name: &str) -> Option<&'static TableSpec> {
    TABLES.iter().find(|spec| spec.name == name)
}

/// The name of `sites.csv`, in the list below.
pub(super) const SITES: &str = "sites";
/// The name of `inspectors.csv`, in the list below.
pub(super) const INSPECTORS: &str = "inspectors";

/// An edited timetable (`docs/timetables.md`): an output that comes back, and none of the tables of an inspection.
pub(super) static SESSIONS: TableSpec = TableSpec {
    open: true,
    ..table(
        "sessions",
        "The draft timetable of every visit.",
        &[
            must("site", "The site's id"),
            must("activity", "The name of the activity"),
            must("session", "Its number within the activity, from 1"),
            must("date", "The day"),
            must("start", "When it begins, such as 09:30"),
            must("end", "When it ends"),
            must("pair", "The number of the pair from 1, or all"),
        ],
    )
};

/// Every table, in the order of the design. The files of a report stand in this order.
pub static TABLES: &[TableSpec] = &[
    TableSpec {
        required: true,
        open: true,
        ..table(
            SITES,
            "Every site that could be selected. Further columns are kept, for quotas, profiles and links.",
            &[
                must("id", "A short id, used by every other table"),
                must("name", "The name shown to people"),
                must(
                    "kind",
                    "The sort of site: a name under [kinds] in inspection.toml",
                ),
                may(
                    "within",
                    "The id of the site it lies in; several with ; between",
                ),
                may("latitude", "Degrees north, such as 53.8"),
                may("longitude", "Degrees east, such as -1.55"),
                may(
                    "nation",
                    "Whose bank holidays it keeps; England unless given",
                ),
                may(
                    "needs",
                    "Skills that a visiting team must bring; several with ; between",
                ),
            ],
        )
    },
    TableSpec {
        required: true,
        ..about_people(table(
            INSPECTORS,
            "Every inspector who could be seated.",
            &[
                must("id", "A short id, used by every other table"),
                must("name", "The name shown to people"),
                must(
                    "inspectorate",
                    "Whose inspector they are: one of those in inspection.toml",
                ),
                may("experienced", "yes or no; yes unless given"),
                may("latitude", "Degrees north of the home base; in no output"),
                may("longitude", "Degrees east of the home base; in no output"),
                may("skills", "What they can do; several with ; between"),
                may(
                    "works",
                    "Weekdays worked, such as Mon;Tue;Wed; Monday to Friday unless given",
                ),
                may("max_days", "Most onsite days; replaces the general limit"),
            ],
        ))
    },
    about_people(table(
        "absences",
        "Days on which an inspector is away. No reason: it is personal and never needed.",
        &[
            must("inspector", "The inspector's id"),
            must("first_day", "First day away"),
            must("last_day", "Last day away"),
        ],
    )),
    about_people(table(
        "clearances",
        "Security clearances held.",
        &[
            must("inspector", "The inspector's id"),
            must("clearance", "Which clearance, such as NPPV3"),
            may("valid_until", "The last day it is valid; blank for no end"),
        ],
    )),
    about_people(table(
        "conflicts",
        "Sites that an inspector must not visit. No reason: it is personal and never needed.",
        &[
            must("inspector", "The inspector's id"),
            must("site", "The site's id"),
        ],
    )),
    about_people(table(
        "apart",
        "Inspectors who must not be on one visit. No reason: it is personal and never needed.",
        &[
            must("inspector_a", "An inspector's id"),
            must("inspector_b", "The other inspector's id"),
        ],
    )),
    table(
        "indicators",
        "The measures of performance.",
        &[
            must("indicator", "A short id, used by performance.csv"),
            must("better", "higher or lower: which is better"),
            may("weight", "Its weight, 0 or more; 1 unless given"),
            may("name", "The name shown to people"),
        ],
    ),
    table(
        "performance",
        "The value of each measure at each site: one row per site and indicator.",
        &[
            must("site", "The site's id"),
            must("indicator", "The indicator's id"),
            may("value", "The value; blank where there is none"),
            may("period", "The period it speaks of; shown, not scored"),
        ],
    ),
    table(
        "intelligence",
        "What is known about a site beyond the figures.",
        &[
            must("site", "The site's id"),
            must(
                "type",
                "concern, innovation, representation or another; only the first two are scored",
            ),
            must("strength", "From 1, slight, to 5, strong"),
            may("note", "What is known"),
            may("source", "Where from; in no output"),
        ],
    ),
    table(
        "engagements",
        "Other inspections of the sites, past and planned: the burden.",
        &[
            must("site", "The site's id"),
            must("inspection", "Which inspection"),
            must("first_day", "Its first day"),
            must("last_day", "Its last day"),
            may("days", "True onsite days, where fewer"),
            may("inspectorate", "Whose inspection it is"),
        ],
    ),
    table(
        "bank_holidays",
        "Bank holidays beside the built-in ones of England and Wales.",
        &[
            must("nation", "The nation, as in sites.csv"),
            must("date", "The day"),
            must("name", "What it is called"),
        ],
    ),
    table(
        "periods_to_avoid",
        "Periods in which visits must not, or should rather not, take place.",
        &[
            must("name", "What it is, such as Easter holidays"),
            must("applies_to", "all, site, or a column of sites.csv"),
            may(
                "value",
                "The site's id, or the text in that column; blank for all",
            ),
            must("first_day", "Its first day"),
            must("last_day", "Its last day"),
            must("severity", "must (never then) or prefer (rather not)"),
        ],
    ),
    table(
        "fixed",
        "What is already settled for a site, if it is selected.",
        &[
            must("site", "The site's id"),
            may("not_before", "No onsite day before this one"),
            may("not_after", "No onsite day after this one"),
            may("inspector", "The id of someone who must be on the visit"),
        ],
    ),
    table(
        "consultation",
        "What was raised about the proposed selection, and what came of it.",
        &[
            must("site", "The site's id"),
            must("inspectorate", "Through which inspectorate it was raised"),
            must("raised_on", "When"),
            must("issue", "What was raised"),
            must(
                "outcome",
                "none, dates (the dates take it into account) or excluded",
            ),
            may("reason", "Why"),
        ],
    ),
    table(
        "authority",
        "The authorities given so far for the letters.",
        &[
            must("inspectorate", "Whose authority"),
            must("given_by", "By whom"),
            must("given_on", "When"),
        ],
    ),
    table(
        "activities",
        "What happens on every visit to a kind of site: one row for each activity.",
        &[
            must("kind", "The kind of site: a name under [kinds]"),
            must("activity", "Its name, once for each kind"),
            must(
                "method",
                "file examination, interview, focus group, court observation, debrief, opening meeting or another",
            ),
            must("sessions", "How many on each visit"),
            must("minutes", "How long each session is"),
            may(
                "where",
                "onsite, or remote for preparation; onsite unless given",
            ),
            may(
                "pair",
                "Who takes it: a pair such as HMICFRS+HMCPSI, one inspectorate, or all; blank for any joint pair",
            ),
            may(
                "exception",
                "Why one inspectorate alone was agreed; needed only then",
            ),
            may("with", "Whom they see; several with ; between"),
            may("day", "first, last or any; any unless given"),
            may("earliest", "It begins no earlier than this, such as 09:30"),
            may("latest", "It ends no later than this"),
            may(
                "after",
                "Another activity that must be over first; several with ; between",
            ),
            may("skills", "Skills needed; several with ; between"),
            may(
                "security",
                "A clearance, or access to IT, that everyone who takes it must hold",
            ),
        ],
    ),
    table(
        "milestones",
        "What changes in the built-in milestones from scope to publication: a row with a known id changes or removes it, any other adds one.",
        &[
            must("id", "Its id: a built-in one, or a new one"),
            may("milestone", "What is done by then; needed for a new one"),
            may(
                "stage",
                "The stage of the methodology, 1 to 8; needed for a new one",
            ),
            may(
                "paragraph",
                "The paragraphs of the methodology that it answers; several with ; between",
            ),
            may("owner", "Who sees to it; needed for a new one"),
            may(
                "inspectorate",
                "For which inspectorates; several with ; between, or except and those for which not",
            ),
            may(
                "per",
                "once, visit or inspectorate: how often; once unless given",
            ),
            may("after", "What must be done before; ids with ; between"),
            may(
                "before",
                "What it must be done before; ids with ; between, each perhaps with a time, such as 2 weeks before fieldwork",
            ),
            may("days", "Working days that it takes; 0 unless given"),
            may(
                "on",
                "A date, or such as 5 days before publication; none lets its order decide",
            ),
            may(
                "note",
                "yes for a date to bear in mind that nothing waits for",
            ),
            may("remove", "yes to take a built-in one out"),
        ],
    ),
];
