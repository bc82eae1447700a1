//! What happens when: inside a visit, and from scope to publication.

use crate::domain::{Method, Per, SetDay};
use crate::schema::field::{Field, may, must};
use crate::schema::forms::{
    AfterWhat, BeforeWhat, List, Moment, NewId, NewName, Or, PartyOfVisit, Refers, SavedDate,
    Several, Taker, Text, Thing, Time, UsingWhat, Whole, WhoseMilestone, Words,
};
use crate::schema::spec::{TableSpec, table};
use crate::schema::words;

table! {
    /// What happens on every visit to a kind of site, one activity a row. From it, timetables can be drawn up. The guide to
    /// timetables in the documentation has every rule.
    activities = TableSpec::OPTIONAL;

    /// The kind of site on whose visits it happens.
    KIND: Refers = must("kind", Refers(Thing::Kind));
    /// Its name, once for each kind, such as Interview with the head of unit.
    ACTIVITY: NewName = must("activity", NewName);
    /// How evidence is gathered, or which meeting it is.
    METHOD: Words<Method> = must("method", words::METHOD);
    /// How many on each visit.
    SESSIONS: Whole = must("sessions", Whole::range(1, 200));
    /// How long each session is.
    MINUTES: Whole = must("minutes", Whole::range(1, 24 * 60).of("minutes"));
    /// onsite, or remote for what is done on the preparation days.
    WHERE: Or<Words<bool>> = may("where", Or(words::REMOTE, || false));
    /// Who takes it: a pair such as HMICFRS+HMCPSI, one inspectorate such as HMCPSI, or all for the whole team. Blank means any
    /// joint pair.
    PAIR: Taker = may("pair", Taker);
    /// Why one inspectorate alone was agreed. Fill it in where pair names one inspectorate, and only there.
    EXCEPTION: Text = may("exception", Text);
    /// The person or group seen. Give roles, not names of people.
    WITH: List = may("with", List);
    /// The onsite day on which it is.
    DAY: Or<Words<SetDay>> = may("day", Or(words::SET_DAY, || SetDay::Any));
    /// It begins no earlier than this.
    EARLIEST: Time = may("earliest", Time);
    /// It ends no later than this.
    LATEST: Time = may("latest", Time);
    /// An activity of the same kind that must be over first.
    AFTER: Several<Refers> = may("after", Several(Refers(Thing::Activity)));
    /// Minutes after the last session of after on the same day, whoever takes it, for things to be passed from pair to pair.
    GAP: Whole = may("gap", Whole::range(0, 24 * 60).of("minutes"));
    /// Skills needed, as in inspectors.csv.
    SKILLS: List = may("skills", List);
    /// A clearance, or access to an IT system, that everyone who takes it must hold, as in clearances.csv.
    SECURITY: Text = may("security", Text);
}

table! {
    /// What is different from the built-in milestones, from scope to publication. A row with a known id changes or removes that
    /// milestone: filled cells replace its own, and none clears them. Any other row adds one. To see the built-in ones and their
    /// ids, run assize milestones and open milestones.csv in out.
    milestones = TableSpec::OPTIONAL;

    /// The id of a built-in milestone, such as report-drafted, or a new one.
    ID: NewId = must("id", NewId);
    /// What is done by then. A new one needs it, a stage and an owner.
    MILESTONE: Text = may("milestone", Text);
    /// The stage of the methodology.
    STAGE: Whole = may("stage", Whole::range(1, 8));
    /// The paragraphs of the methodology that it answers.
    PARAGRAPH: Text = may("paragraph", Text);
    /// Who sees to it.
    OWNER: Text = may("owner", Text);
    /// For which inspectorates; or except, and those for which not. Blank means whoever takes part.
    INSPECTORATE: WhoseMilestone = may("inspectorate", WhoseMilestone);
    /// One for all, for each visit, or for each inspectorate. Blank means once for a new one.
    PER: Words<Per> = may("per", words::PER);
    /// Those that must be done before.
    AFTER: AfterWhat = may("after", AfterWhat);
    /// Those that it must be done before; each perhaps with a time, such as 2 weeks before fieldwork.
    BEFORE: BeforeWhat = may("before", BeforeWhat);
    /// How long it takes, once everything before it is done. Blank means 0 for a new one.
    DAYS: Whole = may("days", Whole::range(0, 500).of("working days"));
    /// How long it takes in the longer course, where that is more: publication is shown as a range, from the one to the other.
    LONGER: Whole = may("longer", Whole::range(0, 500).of("working days"));
    /// When it is, such as 5 days before publication or 3 months after publication. Blank lets its order decide.
    ON: Moment = may("on", Moment);
    /// yes where the board or the chief of one inspectorate decides it: it then falls on the next date of that inspectorate in
    /// boards.csv.
    DECISION: Words<bool> = may("decision", words::YES_OR_NO);
    /// The method that it is for. It is left out where the inspection does not use that: activities.csv and [national] say.
    USING: UsingWhat = may("using", UsingWhat);
    /// yes for a date to bear in mind, that nothing waits for.
    NOTE: Words<bool> = may("note", words::YES_OR_NO);
    /// yes to take a built-in milestone out.
    REMOVE: Words<bool> = may("remove", words::YES_OR_NO);
}

table! {
    /// The draft timetable of every visit: an output that may come back edited, and none of the tables of an inspection. Further columns
    /// may be there.
    sessions = TableSpec::OPTIONAL.open();

    /// Where it is.
    SITE: Refers = must("site", Refers(Thing::Site));
    /// What happens.
    ACTIVITY: Refers = must("activity", Refers(Thing::Activity));
    /// Its number within the activity, from 1.
    SESSION: Whole = must("session", Whole::range(1, 9999));
    /// The day.
    DATE: SavedDate = must("date", SavedDate);
    /// When it begins.
    START: Time = must("start", Time);
    /// When it ends.
    END: Time = must("end", Time);
    /// Who takes it.
    PAIR: PartyOfVisit = must("pair", PartyOfVisit);
}
