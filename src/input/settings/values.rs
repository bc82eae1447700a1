//! One value of the settings as what it should be. Each of these notes what is wrong with it.

use chrono::NaiveDate;

use super::tree::{Node, Value};
use crate::domain::TimeOfDay;
use crate::input::problems::words::quote;
use crate::input::problems::{Problems, codes};
use crate::input::wording;
use crate::schema::forms::{Date, Number, Or, Readable, Several, Text, Time, Truth, Whole, Words};
use crate::schema::{Misfit, Why};

/// A form that can stand behind a key.
pub(super) trait FromSettings: Readable {
    /// What a value means; `None` where it is wrong, which is noted.
    fn read_node(&self, node: &Node, problems: &Problems) -> Option<Self::Value>;
}

impl FromSettings for Text {
    fn read_node(&self, node: &Node, problems: &Problems) -> Option<String> {
        as_text(node, problems).map(str::to_owned)
    }
}

impl FromSettings for Truth {
    fn read_node(&self, node: &Node, problems: &Problems) -> Option<bool> {
        let Value::Truth(truth) = node.value else {
            wrong_type(node, "true or false, without quotation marks", problems);
            return None;
        };
        Some(truth)
    }
}

impl FromSettings for Whole {
    fn read_node(&self, node: &Node, problems: &Problems) -> Option<u32> {
        let number = match node.value {
            Value::Whole(whole) => whole as f64,
            // Too large for the type of whole numbers.
            Value::Number(number) if number.fract() == 0.0 => number,
            _ => {
                wrong_type(node, "a whole number", problems);
                return None;
            }
        };
        fitting(self.check(number), &number.to_string(), node, problems)
    }
}

impl FromSettings for Number {
    fn read_node(&self, node: &Node, problems: &Problems) -> Option<f64> {
        let number = as_number(node, problems)?;
        fitting(self.check(number), &number.to_string(), node, problems)
    }
}

/// A date, also one in quotation marks.
impl FromSettings for Date {
    fn read_node(&self, node: &Node, problems: &Problems) -> Option<NaiveDate> {
        let text = match &node.value {
            Value::Date(date) => date.to_string(),
            Value::Text(text) => text.trim().to_owned(),
            _ => {
                wrong_type(node, "a date, such as 2027-02-08", problems);
                return None;
            }
        };
        noted(self.read(&text), node, problems)
    }
}

/// A time of day, also one in quotation marks.
impl FromSettings for Time {
    fn read_node(&self, node: &Node, problems: &Problems) -> Option<TimeOfDay> {
        let text = match &node.value {
            Value::Date(time) if time.date.is_none() => time.to_string(),
            Value::Text(text) => text.trim().to_owned(),
            _ => {
                wrong_type(node, "a time of day, such as \"09:30\"", problems);
                return None;
            }
        };
        noted(self.read(&text), node, problems)
    }
}

impl<T: Copy + PartialEq + Sync + std::fmt::Debug> FromSettings for Words<T> {
    fn read_node(&self, node: &Node, problems: &Problems) -> Option<T> {
        let text = as_text(node, problems)?;
        noted(self.read(text), node, problems)
    }
}

/// Those that are right of a list.
impl<F: FromSettings> FromSettings for Several<F> {
    fn read_node(&self, node: &Node, problems: &Problems) -> Option<Vec<F::Value>> {
        let items = as_list(node, LIST_OF_TEXTS, problems)?;
        let read = |item| self.0.read_node(item, problems);
        Some(items.iter().filter_map(read).collect())
    }
}

impl<F: FromSettings> FromSettings for Or<F> {
    fn read_node(&self, node: &Node, problems: &Problems) -> Option<F::Value> {
        self.0.read_node(node, problems)
    }
}

/// What a list of texts must be.
pub(super) const LIST_OF_TEXTS: &str = "a list of texts, such as [\"north\", \"south\"]";

/// What was read, or `None` with every misfit noted.
pub(super) fn noted<T>(
    read: Result<T, Vec<Misfit>>,
    node: &Node,
    problems: &Problems,
) -> Option<T> {
    let note = |misfits: Vec<Misfit>| {
        for misfit in misfits {
            let worded = wording::of(&misfit, "");
            let place = node.place.clone();
            problems.add(worded.code, place, worded.fact, worded.remedy);
        }
    };
    read.map_err(note).ok()
}

/// What was checked, or `None` with the reason noted.
fn fitting<T>(checked: Result<T, Why>, text: &str, node: &Node, problems: &Problems) -> Option<T> {
    let text = text.to_owned();
    noted(
        checked.map_err(|why| vec![Misfit { text, why }]),
        node,
        problems,
    )
}

/// A number in no particular range: it may even be infinite, or no number at all.
pub(super) fn as_number(node: &Node, problems: &Problems) -> Option<f64> {
    match node.value {
        Value::Whole(whole) => Some(whole as f64),
        Value::Number(number) => Some(number),
        _ => {
            wrong_type(node, "a number", problems);
            None
        }
    }
}

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
