//! The words that fields may hold, and what each means. Where two mean the same, the first is written.

use chrono::Weekday;

use super::forms::Words;
use crate::domain::{
    Better, DrawnUpBy, Evidence, Letters, LinkTiming, Method, Outcome, Per, SetDay, Severity,
};

/// Whether something is so. Spreadsheets write true and false.
pub const YES_OR_NO: Words<bool> = Words(&[
    ("yes", true),
    ("no", false),
    ("true", true),
    ("false", false),
]);

/// Which way an indicator points.
pub const BETTER: Words<Better> = Words(&[("higher", Better::Higher), ("lower", Better::Lower)]);

/// How strictly a period is avoided.
pub const SEVERITY: Words<Severity> =
    Words(&[("must", Severity::Must), ("prefer", Severity::Prefer)]);

/// What came of an issue raised in consultation.
pub const OUTCOME: Words<Outcome> = Words(&[
    ("none", Outcome::None),
    ("dates", Outcome::Dates),
    ("excluded", Outcome::Excluded),
]);

/// How evidence is gathered.
pub const METHOD: Words<Method> = Words(Method::ALL);

/// Whether an activity is remote.
pub const REMOTE: Words<bool> = Words(&[("onsite", false), ("remote", true)]);

/// The day for which an activity is set.
pub const SET_DAY: Words<SetDay> = Words(&[
    ("first", SetDay::First),
    ("last", SetDay::Last),
    ("any", SetDay::Any),
]);

/// How often a milestone is needed.
pub const PER: Words<Per> = Words(&[
    ("once", Per::Once),
    ("visit", Per::Visit),
    ("inspectorate", Per::Inspectorate),
]);

/// The days of the week, by either name.
pub const WEEKDAYS: Words<Weekday> = Words(&[
    ("Mon", Weekday::Mon),
    ("Tue", Weekday::Tue),
    ("Wed", Weekday::Wed),
    ("Thu", Weekday::Thu),
    ("Fri", Weekday::Fri),
    ("Sat", Weekday::Sat),
    ("Sun", Weekday::Sun),
    ("Monday", Weekday::Mon),
    ("Tuesday", Weekday::Tue),
    ("Wednesday", Weekday::Wed),
    ("Thursday", Weekday::Thu),
    ("Friday", Weekday::Fri),
    ("Saturday", Weekday::Sat),
    ("Sunday", Weekday::Sun),
]);

/// The days on which a visit can start: none starts at the weekend.
pub const START_DAYS: Words<Weekday> = Words(&[
    ("Mon", Weekday::Mon),
    ("Tue", Weekday::Tue),
    ("Wed", Weekday::Wed),
    ("Thu", Weekday::Thu),
    ("Fri", Weekday::Fri),
    ("Monday", Weekday::Mon),
    ("Tuesday", Weekday::Tue),
    ("Wednesday", Weekday::Wed),
    ("Thursday", Weekday::Thu),
    ("Friday", Weekday::Fri),
]);

/// Whose record teaches most.
pub const EVIDENCE: Words<Evidence> = Words(&[
    ("extremes", Evidence::Extremes),
    ("poor", Evidence::Poor),
    ("good", Evidence::Good),
    ("none", Evidence::None),
]);

/// When the letters go out.
pub const LETTERS: Words<Letters> =
    Words(&[("together", Letters::Together), ("each", Letters::Each)]);

/// When a brought site is visited.
pub const LINK_TIMING: Words<LinkTiming> = Words(&[
    ("any", LinkTiming::Any),
    ("same week", LinkTiming::SameWeek),
    ("after", LinkTiming::AFTER),
]);

/// Who draws the timetables up.
pub const DRAWN_UP_BY: Words<DrawnUpBy> = Words(&[
    ("lead", DrawnUpBy::Lead),
    ("each inspectorate", DrawnUpBy::EachInspectorate),
]);
