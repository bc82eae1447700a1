//! A helpful word about every way of writing a date but the one that is read.

use chrono::{Datelike, Days, NaiveDate};

use super::{Worded, worded};
use crate::input::problems::codes;
use crate::input::problems::words::{day, quote};
use crate::schema::forms::days::{YEARS, iso, numbers, ymd};

/// A date in a year that nobody plans for.
pub(super) fn year_out_of_range(date: &str) -> Worded {
    worded(
        &codes::OUT_OF_RANGE,
        format!("The date {} is not between 1990 and 2100.", quote(date)),
        "Correct the year. Where a date may be left out, a blank cell means that there is none.",
    )
}

/// A day that the calendar does not have.
pub(super) fn not_in_calendar(text: &str) -> Worded {
    worded(
        &codes::NOT_A_DATE,
        format!("There is no day {} in the calendar.", quote(text)),
        "Correct the day or the month.",
    )
}

/// A text that is not written as a date, perhaps with the date that is meant.
pub(super) fn not_iso(text: &str) -> Worded {
    let remedy = match (by_separator(text), meant(text)) {
        (Some(None), _) => return not_in_calendar(text),
        (_, Some(date)) => format!("Write {date} if you mean {}.", day(date)),
        (_, None) => "Write dates as year-month-day, such as 2027-02-08.".to_owned(),
    };
    let fact = format!("{} is not a date in the form 2027-02-08.", quote(text));
    worded(&codes::NOT_A_DATE, fact, remedy)
}

/// The date that a text in another form means.
pub(super) fn meant(text: &str) -> Option<NaiveDate> {
    match by_separator(text) {
        Some(date) => date,
        None => in_words(text).or_else(|| spreadsheet_number(text)),
    }
}

/// `Some` if the text is three numbers that could be a date; within, the date if the calendar has it.
fn by_separator(text: &str) -> Option<Option<NaiveDate>> {
    let separators = ['/', '.', '-', ' '].into_iter();
    let mut found = separators.filter_map(|separator| numbers(text, separator));
    found.next().and_then(|numbers| by_position(&numbers))
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
            assert_eq!(not_iso(text).remedy, offered, "{text}");
        }
        assert_eq!(
            not_iso("02/28/2027").remedy,
            "Write 2027-02-28 if you mean 28 February 2027."
        );
        assert_eq!(
            not_iso("soon").remedy,
            "Write dates as year-month-day, such as 2027-02-08."
        );
    }

    #[test]
    fn days_that_do_not_exist_are_named() {
        for text in ["31/02/2027", "2027/13/01", "2027.00.10"] {
            let fact = format!("There is no day “{text}” in the calendar.");
            assert_eq!(not_iso(text).fact, fact);
        }
    }
}
