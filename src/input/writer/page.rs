//! The text of the settings in the making, laid out as a person would.

use std::fmt::{Debug, Display};

use chrono::{Datelike, NaiveDate};
use toml::Value;
use toml::value::{Date as TomlDate, Datetime};

use crate::schema::forms::{
    Date, Keys, Number, Or, Readable, Refers, Several, Text, Time, Truth, Weight, Whole, Words,
};
use crate::schema::{AnyField, Field, Layout, SectionSpec};

/// Where remarks begin, unless the setting is longer.
const REMARK_COLUMN: usize = 36;

/// The text in the making.
#[derive(Default)]
pub(super) struct Page {
    text: String,
}

impl Page {
    /// The text, once it is made.
    pub(super) fn text(self) -> String {
        self.text
    }

    /// Begins a section; `name` is that of a section of the user's own naming.
    pub(super) fn section(&mut self, section: &SectionSpec, name: &str) {
        let of = section.name;
        let header = match section.layout {
            Layout::Named => format!("[{of}.{}]", key(name)),
            Layout::Repeated => format!("[[{of}]]"),
            Layout::Once | Layout::Within => format!("[{of}]"),
        };
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(&format!("{header}\n"));
    }

    /// A key with its value, and its remark if it has one.
    pub(super) fn put<F: ToSettings>(&mut self, field: &Field<F>, value: &F::Value) {
        let value = field.form().to_settings(value);
        self.line(field.name(), value, field.remark());
    }

    /// The same, where there is a value.
    pub(super) fn put_some<F: ToSettings>(&mut self, field: &Field<F>, value: Option<&F::Value>) {
        if let Some(value) = value {
            self.put(field, value);
        }
    }

    /// A key with keys of its own.
    pub(super) fn put_within(&mut self, field: &Field<Keys>, values: &[(&dyn AnyField, Value)]) {
        let values: Vec<String> = values
            .iter()
            .map(|(key, value)| format!("{} = {value}", key.name()))
            .collect();
        let value = format!("{{ {} }}", values.join(", "));
        self.line(field.name(), value, field.remark());
    }

    /// A key with what stands there as it is.
    pub(super) fn line(&mut self, name: &str, value: impl Display, remark: &str) {
        let setting = format!("{} = {value}", key(name));
        match remark {
            "" => self.text.push_str(&format!("{setting}\n")),
            _ => {
                let line = format!("{setting:<REMARK_COLUMN$}# {remark}\n");
                self.text.push_str(&line);
            }
        }
    }
}

/// A key, in quotation marks where it needs them: as the library writes a setting, less the setting.
fn key(name: &str) -> String {
    let setting = toml::Table::from_iter([(name.to_owned(), Value::from(0))]).to_string();
    let key = setting.trim_end().strip_suffix(" = 0");
    key.unwrap_or(name).to_owned()
}

/// A form that can be written behind a key.
pub(super) trait ToSettings: Readable {
    fn to_settings(&self, value: &Self::Value) -> Value;
}

impl ToSettings for Text {
    fn to_settings(&self, value: &String) -> Value {
        Value::from(value.as_str())
    }
}

impl ToSettings for Refers {
    fn to_settings(&self, value: &String) -> Value {
        Value::from(value.as_str())
    }
}

impl ToSettings for Truth {
    fn to_settings(&self, value: &bool) -> Value {
        Value::from(*value)
    }
}

impl ToSettings for Whole {
    fn to_settings(&self, value: &u32) -> Value {
        Value::from(i64::from(*value))
    }
}

impl ToSettings for Number {
    fn to_settings(&self, value: &f64) -> Value {
        Value::from(*value)
    }
}

impl ToSettings for Weight {
    fn to_settings(&self, value: &f64) -> Value {
        Value::from(*value)
    }
}

impl ToSettings for Date {
    fn to_settings(&self, value: &NaiveDate) -> Value {
        let date = TomlDate {
            year: u16::try_from(value.year()).unwrap_or_default(),
            // A month and a day of the month are below 32.
            month: value.month() as u8,
            day: value.day() as u8,
        };
        Value::Datetime(Datetime::from(date))
    }
}

impl ToSettings for Time {
    fn to_settings(&self, value: &Self::Value) -> Value {
        Value::from(self.write(value))
    }
}

impl<T: Copy + PartialEq + Sync + Debug> ToSettings for Words<T> {
    fn to_settings(&self, value: &T) -> Value {
        Value::from(self.word(*value))
    }
}

impl<F: ToSettings> ToSettings for Several<F> {
    fn to_settings(&self, value: &Vec<F::Value>) -> Value {
        let items: Vec<Value> = value.iter().map(|one| self.0.to_settings(one)).collect();
        Value::from(items)
    }
}

impl<F: ToSettings> ToSettings for Or<F> {
    fn to_settings(&self, value: &F::Value) -> Value {
        self.0.to_settings(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::settings::{authority, inspection, kinds, sites, timing};

    #[test]
    fn keys_and_texts_are_quoted_where_they_must_be() {
        let mut page = Page::default();
        page.section(&authority::SECTION, "");
        page.line("HMICFRS", Value::from(15), "");
        page.line("HMI Probation", Value::from(10), "days");
        page.line("it's \"so\"", Value::from("it's \"so\""), "");
        page.section(&timing::SECTION, "");
        let day = NaiveDate::from_ymd_opt(2027, 2, 8).expect("a date");
        page.put(&timing::FIRST_DAY, &day);
        page.section(&kinds::SECTION, "police force");
        page.put_within(&kinds::SITES, &[(&sites::MIN, Value::from(6))]);
        page.put(&inspection::TITLE, &"“Joint” work".to_owned());
        assert_eq!(
            page.text(),
            r#"[authority]
HMICFRS = 15
"HMI Probation" = 10                # days
"it's \"so\"" = """it's "so""""

[timing]
first_day = 2027-02-08

[kinds."police force"]
sites = { min = 6 }
title = "“Joint” work"
"#
        );
    }
}
