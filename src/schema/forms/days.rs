//! Dates, in ISO form, and times of day.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use super::{Form, Readable};
use crate::domain::TimeOfDay;
use crate::schema::misfit::{Misfit, Why};

/// The years that a date can lie in: a slip of the finger is not a plan for the year 20270.
pub const YEARS: RangeInclusive<i32> = 1990..=2100;

/// A date in ISO form, such as `2027-02-08`.
#[derive(Debug, Clone, Copy)]
pub struct Date;

impl Form for Date {
    fn in_words(&self) -> String {
        "a date".to_owned()
    }
}

impl Readable for Date {
    type Value = NaiveDate;

    fn read(&self, text: &str) -> Result<NaiveDate, Vec<Misfit>> {
        match iso(text) {
            Some(Some(date)) => in_range(date),
            Some(None) => Err(Misfit::one(text, Why::NoSuchDay)),
            None => Err(Misfit::one(text, Why::NotADate)),
        }
    }

    fn write(&self, value: &NaiveDate) -> String {
        value.to_string()
    }
}

/// A date in ISO form, or as a spreadsheet in the UK saves it: `08/02/2027`, the day first.
///
/// For files that this program wrote itself, whose dates were in order before the spreadsheet touched them.
#[derive(Debug, Clone, Copy)]
pub struct SavedDate;

impl Form for SavedDate {
    fn in_words(&self) -> String {
        Date.in_words()
    }
}

impl Readable for SavedDate {
    type Value = NaiveDate;

    fn read(&self, text: &str) -> Result<NaiveDate, Vec<Misfit>> {
        match numbers(text, '/').as_deref() {
            Some([(day, 1..=2), (month, 1..=2), (year, 4)]) => match ymd(*year, *month, *day) {
                Some(date) => in_range(date),
                None => Err(Misfit::one(text, Why::NoSuchDay)),
            },
            _ => Date.read(text),
        }
    }

    fn write(&self, value: &NaiveDate) -> String {
        Date.write(value)
    }
}

/// A time of day, such as `09:30`.
#[derive(Debug, Clone, Copy)]
pub struct Time;

impl Form for Time {
    fn in_words(&self) -> String {
        "a time of day, such as 09:30".to_owned()
    }
}

impl Readable for Time {
    type Value = TimeOfDay;

    fn read(&self, text: &str) -> Result<TimeOfDay, Vec<Misfit>> {
        text.parse().map_err(|_| Misfit::one(text, Why::NotATime))
    }

    fn write(&self, value: &TimeOfDay) -> String {
        value.to_string()
    }
}

/// Refuses a date in a year that nobody plans for.
fn in_range(date: NaiveDate) -> Result<NaiveDate, Vec<Misfit>> {
    match YEARS.contains(&date.year()) {
        true => Ok(date),
        false => Err(Misfit::one(&date.to_string(), Why::YearOutOfRange)),
    }
}

/// `Some` if the text has the form of an ISO date; within, the date if the calendar has it.
pub fn iso(text: &str) -> Option<Option<NaiveDate>> {
    let numbers = numbers(text, '-')?;
    match numbers.as_slice() {
        [(year, 4), (month, 2), (day, 2)] => Some(ymd(*year, *month, *day)),
        _ => None,
    }
}

/// Three or so whole numbers with a separator between, each with its count of digits.
pub fn numbers(text: &str, separator: char) -> Option<Vec<(u32, usize)>> {
    text.split(separator)
        .map(|part| {
            let digits = !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
            let number = part.parse().ok()?;
            digits.then_some((number, part.len()))
        })
        .collect()
}

/// The day of a year and a month, if the calendar has it.
pub fn ymd(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_in_iso_form_and_in_the_calendar() {
        let date = NaiveDate::from_ymd_opt(2027, 2, 8).expect("a date");
        assert_eq!(Date.read("2027-02-08"), Ok(date));
        for (text, why) in [
            ("2027-2-8", Why::NotADate),
            ("08/02/2027", Why::NotADate),
            ("é-é-é", Why::NotADate),
            ("20270-01-01", Why::NotADate),
            ("2027-02-31", Why::NoSuchDay),
            ("0207-02-08", Why::YearOutOfRange),
        ] {
            assert_eq!(Date.read(text), Err(Misfit::one(text, why)), "{text}");
        }
    }

    #[test]
    fn dates_that_a_spreadsheet_saved_have_the_day_first() {
        let date = NaiveDate::from_ymd_opt(2027, 3, 8).expect("a date");
        for text in ["2027-03-08", "08/03/2027", "8/3/2027"] {
            assert_eq!(SavedDate.read(text), Ok(date), "{text}");
        }
        let no_such_day = Misfit::one("02/28/2027", Why::NoSuchDay);
        assert_eq!(SavedDate.read("02/28/2027"), Err(no_such_day));
        assert!(SavedDate.read("8/3/27").is_err());
    }
}
