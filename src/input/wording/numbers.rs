//! What is wrong with a number.

use super::{Worded, worded};
use crate::input::problems::codes;
use crate::input::problems::words::quote;
use crate::schema::forms::{LARGEST, plain};

/// A number that is not from one to another; `text` is how it was written.
pub(super) fn out_of_range(text: &str, from: f64, to: f64) -> Worded {
    const LARGER_UNIT: &str = "Use a larger unit, such as thousands.";
    let is_below = plain(text).is_some_and(|number| number < from);
    let remedy = match (from.abs() >= LARGEST, to >= LARGEST) {
        (true, _) => LARGER_UNIT.to_owned(),
        (false, true) if is_below => format!("It must be {from} or more."),
        (false, true) => LARGER_UNIT.to_owned(),
        (false, false) => format!("It must be from {from} to {to}."),
    };
    let fact = format!("The number {} is out of range.", quote(text));
    worded(&codes::OUT_OF_RANGE, fact, remedy)
}

/// A text that is no number, perhaps with the number that is meant.
pub(super) fn not_a_number(text: &str) -> Worded {
    let bare: String = text
        .chars()
        .filter(|c| !matches!(c, ',' | '%' | '£') && !c.is_whitespace())
        .collect();
    let remedy = match plain(&bare) {
        Some(_) if bare != text => format!("Write {bare}, without commas, spaces or signs."),
        _ => "Write it in digits, such as 12 or 0.5; leave the cell blank if it is not known."
            .to_owned(),
    };
    let fact = format!("{} is not a number.", quote(text));
    worded(&codes::NOT_A_NUMBER, fact, remedy)
}
