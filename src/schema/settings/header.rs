//! What is inspected, when, and who gives authority for it.

use crate::domain::Letters;
use crate::schema::field::{Field, may, must};
use crate::schema::forms::{Date, Or, Refers, Several, Text, Thing, Truth, Whole, Words};
use crate::schema::spec::{Layout, SectionSpec, section};
use crate::schema::words;

/// The least notice, in weeks, that the inspectorates have agreed to give.
pub const LEAST_NOTICE: u32 = 6;

section! {
    /// What is inspected, and by whom.
    inspection = SectionSpec::needed(
        Layout::Once,
        "[inspection], with title, question, lead and inspectorates below it",
    );

    /// The title that every output carries: up to 200 characters, on one line.
    TITLE: Text = must("title", Text)
        .such_as("title = \"Joint case building by the police and the CPS\"");
    /// The main inspection question.
    QUESTION: Text = must("question", Text)
        .such_as("question = \"How well do the police and the CPS build strong cases together?\"");
    /// The inspectorate that leads.
    LEAD: Refers = must("lead", Refers(Thing::Inspectorate)).such_as("lead = \"HMICFRS\"");
    /// Everyone who takes part.
    INSPECTORATES: Several<Text> = must("inspectorates", Several(Text))
        .such_as("inspectorates = [\"HMICFRS\", \"HMCPSI\"]");
    /// The handling marking that every output carries.
    MARKING: Or<Text> = may("marking", Or(Text, || "OFFICIAL-SENSITIVE".to_owned()));
    /// The marking of what is written for an inspected body.
    MARKING_FOR_BODIES: Or<Text> = may("marking_for_bodies", Or(Text, || "OFFICIAL".to_owned()));
}

section! {
    /// The dates that the fieldwork must keep to.
    timing = SectionSpec::needed(
        Layout::Once,
        "[timing], with selection_proposed, first_day and last_day below it",
    );

    /// The day the proposed selection goes to the inspectorates.
    SELECTION_PROPOSED: Date = must("selection_proposed", Date)
        .such_as("selection_proposed = 2026-12-04");
    /// The first day on which anyone may be onsite.
    FIRST_DAY: Date = must("first_day", Date).such_as("first_day = 2027-02-01");
    /// The last day on which anyone may be onsite.
    LAST_DAY: Date = must("last_day", Date).such_as("last_day = 2027-05-28");
    /// Weeks from the day letters are ready to the first onsite day.
    NOTICE_WEEKS: Or<Whole> = may(
        "notice_weeks",
        Or(Whole::range(LEAST_NOTICE, 52).of("weeks"), || LEAST_NOTICE),
    );
    /// Working days kept free between the last authority and the latest letter.
    SPARE_DAYS: Or<Whole> = may("spare_days", Or(Whole::range(0, 250).of("working days"), || 5))
        .remarking("working days between authority and the latest letter");
    /// Whether all letters go out on one date, or each in time for its own visit.
    LETTERS: Or<Words<Letters>> = may("letters", Or(words::LETTERS, || Letters::Together));
    /// How many visits may have an onsite day in one week. A visit that another brings in the same week is not counted. Without
    /// it, there is no limit.
    MAX_VISITS_PER_WEEK: Whole = may("max_visits_per_week", Whole::range(1, 1000))
        .remarking("brought visits are not counted");
    /// The day on which the report is to be published. Without it, the earliest is worked out.
    PUBLICATION: Date = may("publication", Date).remarking("the target");
}

section! {
    /// The visit made before all others, to try the methodology out. Without it, there is none.
    pilot = SectionSpec::optional(Layout::Once);

    /// Where it is made. The site is selected.
    SITE: Refers = must("site", Refers(Thing::Site)).such_as("site = \"staffordshire\"");
    /// Working days after it before the next visit, for its review.
    REVIEW_DAYS: Or<Whole> = may("review_days", Or(Whole::range(0, 250).of("working days"), || 10))
        .remarking("working days between it and the next visit");
    /// Whether it is one of its kind's number of sites.
    COUNTS: Or<Truth> = may("counts", Or(Truth, || true))
        .remarking("whether it is one of its kind's number of sites");
}

section! {
    /// Work commissioned once, for the whole inspection and not on a visit. Each that is true has its milestones, as has a survey, user
    /// voice or external reference group in activities.csv.
    national = SectionSpec::optional(Layout::Once);

    /// Whether there is a survey.
    SURVEY: Or<Truth> = may("survey", Or(Truth, || false));
    /// Whether there is user voice work.
    USER_VOICE: Or<Truth> = may("user_voice", Or(Truth, || false));
    /// Whether there is a call for evidence.
    CALL_FOR_EVIDENCE: Or<Truth> = may("call_for_evidence", Or(Truth, || false));
    /// Whether there is an external reference group.
    REFERENCE_GROUP: Or<Truth> = may("reference_group", Or(Truth, || false));
}

section! {
    /// When each inspectorate gives its authority for the letters: a line for each that takes part, with the working days that it
    /// takes after the proposal, such as HMICFRS = 15, or a date.
    authority = SectionSpec::needed(
        Layout::Once,
        "[authority], with a line such as HMICFRS = 15 for every inspectorate",
    );
}

/// The most working days that an authority takes, and what is said beside them.
pub const AUTHORITY_DAYS: Field<Whole> =
    must("", Whole::range(0, 500).of("working days")).remarking("working days after the proposal");
