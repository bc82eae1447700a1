//! Dates: ISO only, and a helpful word about every other way of writing one.

use chrono::{Datelike, Days, NaiveDate};

use crate::input::problems::codes::{self, Code};
use crate::input::problems::words::{day, quote};

/// Why a text is not taken as a date.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NotADate {
    pub(super) code: &'static Code,
    pub(super) fact: String,
    pub(super) remedy: String,
}

/// The years that a date can lie in: a slip of the finger is not a plan for the year 20270.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

/// Reads a date in ISO form, such as `2027-02-08`.
pub(super) fn parse(text: &str) -> Result<NaiveDate, NotADate> {
    match iso(text) {
        Some(Some(date)) => in_range(date),
        Some(None) => Err(not_in_calendar(text)),
        None => Err(not_iso(text)),
    }
}

/// Reads a date in ISO form, or as a spreadsheet in the UK saves it: `08/02/2027`, the day first.
///
/// For files that this program wrote itself, whose dates were in order before the spreadsheet touched them.
pub(super) fn parse_saved(text: &str) -> Result<NaiveDate, NotADate> {
    match numbers(text, '/').as_deref() {
        Some([(day, 1..=2), (month, 1..=2), (year, 4)]) => match ymd(*year, *month, *day) {
            Some(date) => in_range(date),
            None => Err(not_in_calendar(text)),
        },
        _ => parse(text),
    }
}

/// Refuses a date in a year that nobody plans for.
pub(super) fn in_range(date: NaiveDate) -> Result<NaiveDate, NotADate> {
    if YEARS.contains(&date.year()) {
        return Ok(date);
    }
    Err(NotADate {
        code: &codes::OUT_OF_RANGE,
        fact: format!(
            "The date {} is not between 1990 and 2100.",
            quote(&date.to_string())
        ),
        remedy:
            "Correct the year. Where a date may be left out, a blank cell means that there is none."
                .to_owned(),
    })
}

/// `Some` if the text has the form of an ISO date; within, the date if the calendar has it.
fn iso(text: &str) -> Option<Option<NaiveDate>> {
    let numbers = numbers(text, '-')?;
    match numbers.as_slice() {
        [(year, 4), (month, 2), (day, 2)] => Some(ymd(*year, *month, *day)),
        _ => None,
    }
}

/// Three or so whole numbers with a separator between, each with its count of digits.
fn numbers(text: &str, separator: char) -> Option<Vec<(u32, usize)>> {
    text.split(separator)
        .map(|part| {
            let digits = !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
            let number = part.parse().ok()?;
            digits.then_some((number, part.len()))
        })
        .collect()
}

fn ymd(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

fn not_in_calendar(text: &str) -> NotADate {
    NotADate {
        code: &codes::NOT_A_DATE,
        fact: format!("There is no day {} in the calendar.", quote(text)),
        remedy: "Correct the day or the month.".to_owned(),
    }
}

fn not_iso(text: &str) -> NotADate {
    let meant = |date: NaiveDate| format!("Write {date} if you mean {}.", day(date));
    let with_separator = ['/', '.', '-', ' ']
        .into_iter()
        .find_map(|separator| numbers(text, separator))
        .and_then(|numbers| by_position(&numbers));
    let remedy = match with_separator {
        Some(None) => return not_in_calendar(text),
        Some(Some(date)) => meant(date),
        None => match in_words(text).or_else(|| spreadsheet_number(text)) {
            Some(date) => meant(date),
            None => "Write dates as year-month-day, such as 2027-02-08.".to_owned(),
        },
    };
    NotADate {
        code: &codes::NOT_A_DATE,
        fact: format!("{} is not a date in the form 2027-02-08.", quote(text)),
        remedy,
    }
}

/// Day first as in the UK, month first where only that can be, or year first with single digits.
fn by_position(numbers: &[(u32, usize)]) -> Option<Option<NaiveDate>> {
    let full = |year: u32| if year < 100 { 2000 + year } else { year };
    match numbers {
        [(year, 4), (month, _), (day, _)] => Some(ymd(*year, *month, *day)),
        [(day, 1..=2), (month, 1..=2), (year, 2 | 4)] if *month > 12 && *day <= 12 => {
            Some(ymd(full(*year), *day, *month))
        }
        [(day, 1..=2), (month, 1..=2), (year, 2 | 4)] => Some(ymd(full(*year), *month, *day)),
        _ => None,
    }
}

/// `8 February 2027`, `Feb 8, 2027`, or an ISO date with a time of day.
fn in_words(text: &str) -> Option<NaiveDate> {
    const FORMS: [&str; 6] = [
        "%d %B %Y",
        "%d %b %Y",
        "%d-%b-%Y",
        "%d-%b-%y",
        "%B %d, %Y",
        "%A %d %B %Y",
    ];
    let with_time = || {
        let (date, _) = text.split_once(['T', ' '])?;
        iso(date)?
    };
    let is_likely = |date: &NaiveDate| YEARS.contains(&date.year());
    FORMS
        .iter()
        .filter_map(|form| NaiveDate::parse_from_str(text, form).ok())
        .find(is_likely)
        .or_else(|| with_time().filter(is_likely))
}

/// A date that lost its format in a spreadsheet: the days since 30 December 1899.
fn spreadsheet_number(text: &str) -> Option<NaiveDate> {
    let serial: u64 = text
        .parse()
        .ok()
        .filter(|n| (36_526..=73_050).contains(n))?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(serial))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remedy(text: &str) -> String {
        parse(text).expect_err("not ISO").remedy
    }

    #[test]
    fn iso_dates_are_read() {
        assert_eq!(
            parse("2027-02-08"),
            Ok(NaiveDate::from_ymd_opt(2027, 2, 8).expect("a date"))
        );
    }

    #[test]
    fn other_forms_are_offered_in_iso() {
        let offered = "Write 2027-02-08 if you mean 8 February 2027.";
        for text in [
            "08/02/2027",
            "8/2/27",
            "08.02.2027",
            "8-2-2027",
            "2027/02/08",
            "2027-2-8",
            "8 February 2027",
            "08-Feb-27",
            "46426",
            "2027-02-08T09:00:00",
            "2027-02-08 00:00",
        ] {
            assert_eq!(remedy(text), offered, "{text}");
        }
        assert_eq!(
            remedy("02/28/2027"),
            "Write 2027-02-28 if you mean 28 February 2027."
        );
        assert_eq!(
            remedy("soon"),
            "Write dates as year-month-day, such as 2027-02-08."
        );
    }

    #[test]
    fn dates_that_a_spreadsheet_saved_have_the_day_first() {
        let date = NaiveDate::from_ymd_opt(2027, 3, 8).expect("a date");
        for text in ["2027-03-08", "08/03/2027", "8/3/2027"] {
            assert_eq!(parse_saved(text), Ok(date), "{text}");
        }
        assert_eq!(
            parse_saved("02/28/2027").expect_err("no such day").fact,
            "There is no day “02/28/2027” in the calendar."
        );
        assert!(parse_saved("8/3/27").is_err());
    }

    #[test]
    fn days_that_do_not_exist_are_named() {
        for text in ["31/02/2027", "2027-02-31", "2027-13-01", "2027-00-10"] {
            let fact = parse(text).expect_err("no such day").fact;
            assert_eq!(fact, format!("There is no day “{text}” in the calendar."));
        }
        assert!(parse("20270-01-01").is_err());
        assert!(parse("0207-02-08").is_err());
        assert!(parse("é-é-é").is_err());
    }
}
