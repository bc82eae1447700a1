//! One value of the settings as what it should be. Each of these notes what is wrong with it.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use crate::domain::TimeOfDay;
use crate::input::choices::choose;
use crate::input::dates;
use crate::input::document::{Node, Value};
use crate::input::numbers::check_range;
use crate::input::problems::words::quote;
use crate::input::problems::{Problems, codes};
use crate::input::times;

/// Notes that a value is of the wrong sort.
pub(super) fn wrong_type(node: &Node, expected: &str, problems: &Problems) {
    let found = match &node.value {
        Value::Text(text) => format!("the text {}", quote(text)),
        Value::Whole(number) => format!("the number {number}"),
        Value::Number(number) => format!("the number {number}"),
        Value::Truth(truth) => truth.to_string(),
        Value::Date(date) => format!("the date {date}"),
        Value::List(_) => "a list".to_owned(),
        Value::Table(_) => "a section".to_owned(),
    };
    let fact = format!("This is {found}, but it must be {expected}.");
    problems.add(
        &codes::WRONG_TYPE,
        node.place.clone(),
        fact,
        "Correct the value.",
    );
}

/// The text of a value, which cannot be blank.
pub(super) fn as_text<'a>(node: &'a Node, problems: &Problems) -> Option<&'a str> {
    let Value::Text(text) = &node.value else {
        wrong_type(node, "a text in quotation marks", problems);
        return None;
    };
    let text = text.trim();
    let strange = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if text.is_empty() {
        problems.add(
            &codes::MISSING_VALUE,
            node.place.clone(),
            "The text is blank.",
            "Fill it in, or delete the key.",
        );
    } else if text.contains(strange) {
        let fact = format!(
            "The text {} has a character in it that cannot be printed.",
            quote(text)
        );
        problems.add(&codes::BAD_TEXT, node.place.clone(), fact, "Type it again.");
    } else {
        return Some(text);
    }
    None
}

/// The items of a list.
pub(super) fn as_list<'a>(
    node: &'a Node,
    expected: &str,
    problems: &Problems,
) -> Option<&'a [Node]> {
    match &node.value {
        Value::List(items) => Some(items),
        _ => {
            wrong_type(node, expected, problems);
            None
        }
    }
}

/// A whole number in a range.
pub(super) fn as_whole(
    node: &Node,
    range: RangeInclusive<u32>,
    problems: &Problems,
) -> Option<u32> {
    let whole = match node.value {
        Value::Whole(whole) => whole as f64,
        // Too large for the type of whole numbers.
        Value::Number(number) if number.fract() == 0.0 => number,
        _ => {
            wrong_type(node, "a whole number", problems);
            return None;
        }
    };
    let bounds = f64::from(*range.start())..=f64::from(*range.end());
    in_range(whole, &bounds, node, problems).then_some(whole as u32)
}

/// Whether a number lies in its range; notes it if not.
pub(super) fn in_range(
    number: f64,
    range: &RangeInclusive<f64>,
    node: &Node,
    problems: &Problems,
) -> bool {
    match check_range(number, range, &number.to_string()) {
        Ok(()) => true,
        Err(fault) => {
            problems.add(fault.code, node.place.clone(), fault.fact, fault.remedy);
            false
        }
    }
}

/// A date, also one in quotation marks.
pub(super) fn as_date(node: &Node, problems: &Problems) -> Option<NaiveDate> {
    let read = match &node.value {
        Value::Date(date) => dates::parse(&date.to_string()),
        Value::Text(text) => dates::parse(text.trim()),
        _ => {
            wrong_type(node, "a date, such as 2027-02-08", problems);
            return None;
        }
    };
    read.map_err(|fault| problems.add(fault.code, node.place.clone(), fault.fact, fault.remedy))
        .ok()
}

/// A time of day, also one in quotation marks.
pub(super) fn as_time(node: &Node, problems: &Problems) -> Option<TimeOfDay> {
    let read = match &node.value {
        Value::Date(time) if time.date.is_none() => times::parse(&time.to_string()),
        Value::Text(text) => times::parse(text.trim()),
        _ => {
            wrong_type(node, "a time of day, such as \"09:30\"", problems);
            return None;
        }
    };
    read.map_err(|fault| problems.add(fault.code, node.place.clone(), fault.fact, fault.remedy))
        .ok()
}

/// Which of a few words a text is, in whatever case.
pub(super) fn as_choice<T: Copy + PartialEq>(
    text: &str,
    node: &Node,
    choices: &[(&str, T)],
    problems: &Problems,
) -> Option<T> {
    choose(text, choices)
        .map_err(|(fact, remedy)| {
            problems.add(&codes::NOT_A_CHOICE, node.place.clone(), fact, remedy)
        })
        .ok()
}
