//! Days that are not worked, or better avoided.

use crate::domain::Severity;
use crate::schema::field::{Field, may, must};
use crate::schema::forms::{Date, Text, Words};
use crate::schema::spec::{TableSpec, table};
use crate::schema::words;

/// The name of a bank holiday that has moved to another day.
pub const MOVED: &str = "moved";

table! {
    /// Bank holidays. The program knows those of England and Wales. Add a row for a special bank holiday, or for another nation. Where one of
    /// those known has moved, add a row for the day it was on, with the name moved, and one for the day it is on.
    bank_holidays = TableSpec::OPTIONAL;

    /// The nation, as in sites.csv. Upper and lower case do not matter here.
    NATION: Text = must("nation", Text);
    /// The day.
    DATE: Date = must("date", Date);
    /// What it is called. moved takes the day away from the bank holidays that the program knows.
    NAME: Text = must("name", Text);
}

table! {
    /// Periods better clear of visits.
    periods_to_avoid = TableSpec::OPTIONAL;

    /// What it is.
    NAME: Text = must("name", Text);
    /// all, site, or the name of a column of sites.csv, such as nation.
    APPLIES_TO: Text = must("applies_to", Text);
    /// The id or a name of the site, or the text in that column. Blank for all.
    VALUE: Text = may("value", Text);
    /// Its first day.
    FIRST_DAY: Date = must("first_day", Date);
    /// Its last day.
    LAST_DAY: Date = must("last_day", Date);
    /// must: no onsite day in it; prefer: each onsite day in it costs.
    SEVERITY: Words<Severity> = must("severity", words::SEVERITY);
}
