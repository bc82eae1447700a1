//! The tables of what happens when: inside a visit, and from scope to publication.

use super::tables::{Table, may, must};

/// What happens on a visit.
pub(super) const ACTIVITIES: Table = Table {
    file: "activities.csv",
    says: "What happens on every visit to a kind of site, one activity a row. From it, timetables can be drawn up. The guide to timetables in the documentation has every rule.",
    columns: &[
        must("kind", "The sort of site, as in inspection.toml."),
        must(
            "activity",
            "Its name, once for each kind, such as Interview with the head of unit.",
        ),
        must(
            "method",
            "file examination, document review, data, reality check, interview, focus group, survey, court observation, other observation, user voice, external reference group, debrief, or opening meeting.",
        ),
        must("sessions", "How many on each visit."),
        must("minutes", "How long each session is."),
        may(
            "where",
            "onsite, or remote for what is done on the preparation days. Blank means onsite.",
        ),
        may(
            "pair",
            "Who takes it: a pair such as HMICFRS+HMCPSI, one inspectorate such as HMCPSI, or all for the whole team. Blank means any joint pair.",
        ),
        may(
            "exception",
            "Why one inspectorate alone was agreed. Fill it in where pair names one inspectorate, and only there.",
        ),
        may(
            "with",
            "The person or group seen, with a semicolon between several. Give roles, not names of people.",
        ),
        may("day", "first, last or any. Blank means any."),
        may("earliest", "It begins no earlier than this, such as 09:30."),
        may("latest", "It ends no later than this."),
        may(
            "after",
            "An activity of the same kind that must be over first, with a semicolon between several.",
        ),
        may(
            "skills",
            "Skills needed, with a semicolon between, as in inspectors.csv.",
        ),
        may(
            "security",
            "A clearance, or access to an IT system, that everyone who takes it must hold, as in clearances.csv.",
        ),
    ],
};

/// What is different from the built-in milestones.
pub(super) const MILESTONES: Table = Table {
    file: "milestones.csv",
    says: "What is different from the built-in milestones, from scope to publication. A row with a known id changes or removes that milestone: filled cells replace its own, and none clears them. Any other row adds one. To see the built-in ones and their ids, run assize milestones and open milestones.csv in out.",
    columns: &[
        must(
            "id",
            "The id of a built-in milestone, such as report-drafted, or a new one.",
        ),
        may(
            "milestone",
            "What is done by then. A new one needs it, a stage and an owner.",
        ),
        may("stage", "The stage of the methodology, 1 to 8."),
        may(
            "paragraph",
            "The paragraphs of the methodology that it answers.",
        ),
        may("owner", "Who sees to it."),
        may(
            "inspectorate",
            "For which inspectorates, with a semicolon between; or except, and those for which not. Blank means whoever takes part.",
        ),
        may(
            "per",
            "once, visit or inspectorate: one for all, for each visit, or for each inspectorate.",
        ),
        may(
            "after",
            "The ids of those that must be done before, with a semicolon between.",
        ),
        may(
            "before",
            "The ids of those that it must be done before; each perhaps with a time, such as 2 weeks before fieldwork.",
        ),
        may(
            "days",
            "Working days that it takes, once everything before it is done. Blank means 0 for a new one.",
        ),
        may(
            "on",
            "A date, or such as 5 days before publication or 3 months after publication. Blank lets its order decide.",
        ),
        may(
            "note",
            "yes for a date to bear in mind, that nothing waits for.",
        ),
        may("remove", "yes to take a built-in milestone out."),
    ],
};
