//! The codes of all problems, in one table: what is wrong has a number that stays.

use std::fmt;

/// Whether a problem stops the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing can be planned until it is put right.
    Error,
    /// Worth a look; the work goes on.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Error => "Error",
            Severity::Warning => "Warning",
        })
    }
}

/// The code of a sort of problem.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Code {
    /// `E` and a number for an error, `W` for a warning.
    pub number: &'static str,
    /// What it means, in one line.
    pub meaning: &'static str,
}

impl Code {
    /// Whether such a problem stops the work.
    pub fn severity(&self) -> Severity {
        match self.number.starts_with('W') {
            true => Severity::Warning,
            false => Severity::Error,
        }
    }
}

macro_rules! codes {
    ($($name:ident, $number:literal, $meaning:literal;)+) => {
        $(
            #[doc = $meaning]
            pub(in crate::input) static $name: Code = Code { number: $number, meaning: $meaning };
        )+

        /// Every code, in order: 1 files, 2 rows and columns, 3 values, 4 references, 5 settings.
        pub static ALL: &[&Code] = &[$(&$name,)+];
    };
}

codes! {
    MISSING_FILE, "E101", "A file that is needed is not there.";
    UNREADABLE, "E102", "A file cannot be opened or read.";
    NOT_TEXT, "E103", "A file is not text, or in an encoding that cannot be told.";
    SEPARATOR, "E104", "A CSV file does not have commas between its values.";
    EMPTY_FILE, "E105", "A file is empty.";
    TWO_FILES, "E106", "Two files or sheets hold the same table.";
    FILE_NAME, "E107", "A file or sheet has almost the name of a table.";
    MISSING_COLUMN, "E201", "A column that is needed is not there.";
    UNKNOWN_COLUMN, "E202", "A column is not known.";
    COLUMN_TWICE, "E203", "Two columns have the same header.";
    BLANK_HEADER, "E204", "A column has values but no header.";
    TOO_MANY_CELLS, "E205", "A row has more values than there are columns.";
    OPEN_QUOTE, "E206", "A quotation mark is never closed.";
    RESERVED_COLUMN, "E207", "A column has a name that means something else.";
    HEADER_BELOW, "E208", "The header of a table stands below other rows.";
    MISSING_VALUE, "E301", "A value that is needed is blank.";
    NOT_A_DATE, "E302", "A value is not a date.";
    NOT_A_NUMBER, "E303", "A value is not a number.";
    OUT_OF_RANGE, "E304", "A number or date is outside its range.";
    NOT_A_CHOICE, "E305", "A value is not one of those allowed.";
    REVERSED, "E306", "A first day is after the last day, a minimum above the maximum, or a time outside its day.";
    BAD_TEXT, "E307", "A text is too long or has characters that it cannot have.";
    CELL_ERROR, "E308", "A cell holds a spreadsheet error such as #N/A.";
    NOT_A_TIME, "E309", "A value is not a time of day.";
    NOT_A_CODE, "E310", "A value is not the code of a plan.";
    DUPLICATE, "E401", "The same thing is given twice.";
    NO_SUCH_THING, "E402", "A reference leads to nothing.";
    SELF_REFERENCE, "E403", "A row names the same person, site or activity twice.";
    NO_BANK_HOLIDAYS, "E404", "A nation has no bank holidays.";
    BROKEN_LINK, "E405", "A linked site names no site, or one of another kind.";
    WRONG_KIND, "E406", "A site is named where only sites of another kind can be.";
    NO_EXCEPTION, "E407", "An activity of one inspectorate alone has no agreed exception.";
    CIRCLE, "E408", "Things wait for one another.";
    CANNOT_BE, "E409", "Something is settled that cannot be.";
    AMBIGUOUS, "E410", "A reference could lead to several sites.";
    TOML_SYNTAX, "E501", "The settings are not valid TOML.";
    MISSING_KEY, "E502", "A setting that is needed is not there.";
    UNKNOWN_KEY, "E503", "A setting is not known.";
    WRONG_TYPE, "E504", "A setting holds the wrong sort of value.";
    TAKES_NO_PART, "E505", "An inspectorate is named that takes no part.";
    NO_AUTHORITY, "E506", "An inspectorate that takes part has no authority date.";
    BAD_PAIR, "E507", "A joint pair is not of two inspectorates, or lacks the kind's own.";
    INCLUDED_AND_EXCLUDED, "E508", "A site is both included and excluded.";
    SHORT_NOTICE, "E509", "The notice is shorter than six weeks.";
    NO_DAY_LEFT, "E510", "No working day is left once notice has been given.";
    QUOTA_SCOPE, "E511", "A quota does not say what it counts.";
    CONTRADICTION, "E512", "Two settings cannot go together.";
    OTHER_ENCODING, "W101", "A file is not saved as UTF-8.";
    UNKNOWN_FILE, "W102", "A file or sheet belongs to no table and is not read.";
    SECOND_SETTINGS, "W103", "A second copy of the settings is not read.";
    NO_ROWS, "W104", "A table has no rows.";
    SHORT_ROW, "W201", "A row has fewer values than there are columns.";
    REASON_IGNORED, "W202", "A reason stands in a personal table and is not read.";
    SIMILAR_COLUMN, "W203", "A column of sites is almost a known one.";
    OUTSIDE_BRITISH_ISLES, "W301", "A place is outside the British Isles.";
    HALF_A_POSITION, "W302", "Only one of latitude and longitude is given.";
    MIXED_PROFILE, "W303", "A profile column of numbers has words in it.";
    UNKNOWN_PLACE, "W304", "Some places are not known, and journeys count.";
    NEVER_OCCURS, "W401", "A value is named that no site has.";
    NOBODY_HOLDS, "W402", "A clearance or skill is required that nobody has.";
    OUTCOME_NOT_REFLECTED, "W403", "The outcome of a consultation is not reflected.";
    TWICE_COUNTED, "W404", "The same row stands twice and counts twice.";
    YEARS_NOT_COVERED, "W405", "Bank holidays are not known for every year.";
    EARLY_AUTHORITY, "W406", "An authority is dated before the selection is proposed.";
    NO_EFFECT, "W407", "Something is given that has no effect.";
    SIMILAR_WORD, "W408", "A word is almost one that would count.";
    LATE_AUTHORITY, "W409", "An authority was given after the date that the plan counts on.";
    DOES_NOT_FIT, "W410", "Activities do not fit the visit or its preparation.";
    NOT_A_WORKING_DAY, "W411", "A date that should be a working day is not one.";
    NO_BOARD_THAT_DAY, "W412", "An authority is counted on for a day on which no board meets.";
    NEVER_THEIR_DAYS, "W413", "Somebody is named for a visit that never falls on their working days.";
}
