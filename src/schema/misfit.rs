//! Why a text does not fit its form: as a fact, for others to put into words.

/// A piece of text that does not fit, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Misfit {
    /// The piece: of a list, the part that is wrong.
    pub text: String,
    /// Why it does not fit.
    pub why: Why,
}

impl Misfit {
    pub(super) fn one(text: &str, why: Why) -> Vec<Self> {
        let text = text.to_owned();
        vec![Self { text, why }]
    }
}

/// Why a text does not fit.
#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    /// It is not a date in ISO form.
    NotADate,
    /// It is written as a date, but the calendar has no such day.
    NoSuchDay,
    /// It is a date in a year that nobody plans for.
    YearOutOfRange,
    /// It is not a time of day.
    NotATime,
    /// It is not a number.
    NotANumber,
    /// It is a number with a fraction, where only whole ones go.
    NotWhole,
    /// It is a number, but not from the first to the second of these.
    OutOfRange(f64, f64),
    /// It is a number, but not above the first of these, or above the second.
    NotAbove(f64, f64),
    /// It is not a number of degrees.
    NotDegrees,
    /// It is more degrees than this.
    TooManyDegrees(f64),
    /// It is not one of these words; two may mean the same.
    NotAmong {
        /// Every word that would do.
        words: Vec<&'static str>,
        /// One word for each meaning.
        meanings: Vec<&'static str>,
    },
    /// It cannot be a name or an id that others refer to.
    NoName {
        /// Whether it is to be an `id` or a `name`.
        sort: &'static str,
        /// What is in the way.
        fault: NameFault,
    },
    /// It is not the code of a plan; the one that it may be meant for, as it should be written.
    NoPlanCode(Option<String>),
    /// It is not two inspectorates, one, or all.
    NotTaker,
    /// It is not the number of a pair, or all.
    NotAParty,
    /// It does not say how long before what.
    NoLead,
    /// It is neither a date nor a time before or after a milestone, nor one of these words.
    NoMoment(Vec<&'static str>),
}

/// What is wrong with a name or id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameFault {
    /// It is longer than so many characters.
    TooLong(usize),
    /// It has a semicolon, which stands between names.
    Semicolon,
    /// It runs over more than one line, or has a tab.
    NotOneLine,
    /// It has a mark that shows nothing, so that it is not what it looks like.
    ShowsNothing,
}
