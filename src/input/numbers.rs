//! Numbers as they stand in a cell.

use std::ops::RangeInclusive;

use crate::input::problems::codes::{self, Code};
use crate::input::problems::words::quote;

/// Why a text is not taken as a number.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NotANumber {
    pub(super) code: &'static Code,
    pub(super) fact: String,
    pub(super) remedy: String,
}

/// The largest number that is worth arithmetic: beyond it, sums lose their last digits.
pub(super) const LARGEST: f64 = 1e12;

/// Reads a number in a range.
pub(super) fn number(text: &str, range: RangeInclusive<f64>) -> Result<f64, NotANumber> {
    let found = plain(text).ok_or_else(|| not_a_number(text))?;
    check_range(found, &range, text).map(|()| found)
}

/// Reads a whole number in a range; `3.0`, as spreadsheets write it, is whole.
pub(super) fn whole(text: &str, range: RangeInclusive<u32>) -> Result<u32, NotANumber> {
    let found = plain(text).ok_or_else(|| not_a_number(text))?;
    if found.fract() != 0.0 {
        return Err(NotANumber {
            code: &codes::NOT_A_NUMBER,
            fact: format!("{} is not a whole number.", quote(text)),
            remedy: "Round it to a whole number.".to_owned(),
        });
    }
    check_range(
        found,
        &(f64::from(*range.start())..=f64::from(*range.end())),
        text,
    )?;
    Ok(found as u32)
}

/// Checks that a number lies in its range; `text` is how it was written.
pub(super) fn check_range(
    number: f64,
    range: &RangeInclusive<f64>,
    text: &str,
) -> Result<(), NotANumber> {
    if range.contains(&number) {
        return Ok(());
    }
    let (from, to) = (*range.start(), *range.end());
    let remedy = match (from.abs() >= LARGEST, to >= LARGEST) {
        (true, _) => "Use a larger unit, such as thousands.".to_owned(),
        (false, true) if number < from => format!("It must be {from} or more."),
        (false, true) => "Use a larger unit, such as thousands.".to_owned(),
        (false, false) => format!("It must be from {from} to {to}."),
    };
    Err(NotANumber {
        code: &codes::OUT_OF_RANGE,
        fact: format!("The number {} is out of range.", quote(text)),
        remedy,
    })
}

fn plain(text: &str) -> Option<f64> {
    let found: f64 = text.parse().ok()?;
    found.is_finite().then_some(found)
}

fn not_a_number(text: &str) -> NotANumber {
    let bare: String = text
        .chars()
        .filter(|c| !matches!(c, ',' | '%' | '£') && !c.is_whitespace())
        .collect();
    let remedy = match plain(&bare) {
        Some(_) if bare != text => format!("Write {bare}, without commas, spaces or signs."),
        _ => "Write it in digits, such as 12 or 0.5; leave the cell blank if it is not known."
            .to_owned(),
    };
    NotANumber {
        code: &codes::NOT_A_NUMBER,
        fact: format!("{} is not a number.", quote(text)),
        remedy,
    }
}
