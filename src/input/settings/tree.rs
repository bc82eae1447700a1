//! The settings as a tree in which every value knows its place, and a scenario laid over them.

use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};
use toml::value::Datetime;

use crate::domain::one_line;
use crate::domain::printable;
use crate::input::problems::{Origin, Place, Problems, codes};

/// A value of the settings and where it stands.
#[derive(Debug)]
pub(in crate::input) struct Node {
    pub(in crate::input) value: Value,
    pub(in crate::input) place: Place,
    /// Keys of a table that a scenario took away, and where it says so.
    pub(super) removed: Vec<(String, Place)>,
}

/// A value of the settings.
#[derive(Debug)]
pub(in crate::input) enum Value {
    Text(String),
    Whole(i64),
    Number(f64),
    Truth(bool),
    Date(Datetime),
    List(Vec<Node>),
    /// Keys in the order of the file.
    Table(Vec<(String, Node)>),
}

impl Node {
    /// The entries of a table; none for anything else.
    pub(in crate::input) fn entries(&self) -> &[(String, Node)] {
        match &self.value {
            Value::Table(entries) => entries,
            _ => &[],
        }
    }

    /// What a key of a table holds.
    pub(in crate::input) fn get(&self, key: &str) -> Option<&Node> {
        let found = self.entries().iter().find(|(name, _)| name == key);
        found.map(|(_, node)| node)
    }

    /// Where a scenario says that a key is taken away, if one does.
    pub(super) fn removed_at(&self, key: &str) -> Option<&Place> {
        let found = self.removed.iter().find(|(name, _)| name == key);
        found.map(|(_, place)| place)
    }

    /// Lays another tree over this one: tables merge by key, everything else is replaced.
    pub(in crate::input) fn overlay(&mut self, top: Node) {
        match (&mut self.value, top) {
            (
                Value::Table(below),
                Node {
                    value: Value::Table(above),
                    ..
                },
            ) => {
                for (key, node) in above {
                    match below.iter_mut().find(|(name, _)| *name == key) {
                        Some((_, old)) => old.overlay(node),
                        None => below.push((key, node)),
                    }
                }
            }
            (_, top) => *self = top,
        }
    }
}

/// Reads TOML; `None`, with every fault of its syntax noted, where it is not sound.
pub(in crate::input) fn parse(text: &str, origin: &Origin, problems: &Problems) -> Option<Node> {
    let lines = LineStarts::new(text);
    if let Some(line) = too_deep(text) {
        let fact = "A key on this line has too many dots in it.";
        problems.add(
            &codes::TOML_SYNTAX,
            origin.line(line),
            fact,
            "Write sections no deeper than [kinds.name].",
        );
        return None;
    }
    let (table, faults) = DeTable::parse_recoverable(text);
    for fault in &faults {
        let line = fault.span().map_or(1, |span| lines.line(span.start));
        let written = text.lines().nth(line as usize - 1).unwrap_or_default();
        let (what, remedy) = explain(fault.message(), written);
        let fact = format!("This line cannot be read: {what}.");
        problems.add(&codes::TOML_SYNTAX, origin.line(line), fact, remedy);
    }
    let reader = TreeReader { origin, lines };
    faults
        .is_empty()
        .then(|| reader.table(table.get_ref(), "", 1))
}

/// Dotted keys nest without limit in TOML itself; the line that overdoes it, if there is one.
fn too_deep(text: &str) -> Option<u32> {
    const DEEPEST: usize = 100;
    let is_deep = |part: &str| part.bytes().filter(|byte| *byte == b'.').count() > DEEPEST;
    let line = text.lines().position(|line| line.split('=').any(is_deep))?;
    u32::try_from(line + 1).ok()
}

/// What is wrong with a line, and what to do about it, in plainer words than those of the TOML reader.
fn explain(message: &str, line: &str) -> (String, &'static str) {
    // What follows names the tokens that it would have accepted.
    let message = message.split(", expected").next().unwrap_or_default();
    let has_slashes = line
        .split(|c: char| !c.is_ascii_digit() && c != '/')
        .any(|word| word.matches('/').count() == 2);
    let (what, remedy) = if line.contains(['“', '”', '‘', '’']) && !message.contains("duplicate")
    {
        (
            "it has curly quotation marks",
            "Use straight quotation marks: \".",
        )
    } else if has_slashes {
        (
            "it has a date in another form",
            "Write dates as year-month-day, such as 2027-02-08.",
        )
    } else if message.contains("date") {
        (
            "it has a date that is not in the calendar",
            "Correct the date. Write dates as year-month-day, such as 2027-02-08.",
        )
    } else if message.contains("must be quoted") || message.contains("boolean") {
        (
            "its value is not in quotation marks, and is no number, date or list",
            "Put text in straight quotation marks: \".",
        )
    } else if message.contains("duplicate") {
        (
            "its key or section is already given above",
            "Delete one of the two, or put their content together.",
        )
    } else {
        (
            message,
            "Write key = value: text in straight quotation marks, dates as 2027-02-08, lists in square brackets.",
        )
    };
    (printable(what), remedy)
}

/// Where each line starts, to find the line of a byte.
struct LineStarts(Vec<usize>);

impl LineStarts {
    fn new(text: &str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Self(std::iter::once(0).chain(ends).collect())
    }

    fn line(&self, byte: usize) -> u32 {
        let line = self.0.partition_point(|start| *start <= byte);
        u32::try_from(line).unwrap_or(u32::MAX).max(1)
    }
}

struct TreeReader<'a> {
    origin: &'a Origin,
    lines: LineStarts,
}

impl TreeReader<'_> {
    fn table(&self, table: &DeTable, path: &str, line: u32) -> Node {
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        let read = |(key, value): (&Spanned<_>, &Spanned<DeValue>)| {
            let name: &std::borrow::Cow<str> = key.get_ref();
            let path = match path {
                "" => name.to_string(),
                _ => format!("{path}.{name}"),
            };
            let line = self.lines.line(key.span().start);
            (name.to_string(), self.value(value.get_ref(), &path, line))
        };
        Node {
            value: Value::Table(entries.into_iter().map(read).collect()),
            place: match path {
                "" => self.origin.whole(),
                _ => self.origin.key(line, path),
            },
            removed: Vec::new(),
        }
    }

    fn value(&self, value: &DeValue, path: &str, line: u32) -> Node {
        let value = match value {
            DeValue::Table(table) => return self.table(table, path, line),
            // A kind, which is a key, stays to the letter. What is said behind one need not.
            DeValue::String(text) => Value::Text(one_line(text).into_owned()),
            DeValue::Integer(number) => whole(number),
            DeValue::Float(number) => {
                Value::Number(digits(number.as_str()).parse().unwrap_or(f64::NAN))
            }
            DeValue::Boolean(truth) => Value::Truth(*truth),
            DeValue::Datetime(date) => Value::Date(*date),
            DeValue::Array(items) => Value::List(
                items
                    .iter()
                    .map(|item| {
                        self.value(item.get_ref(), path, self.lines.line(item.span().start))
                    })
                    .collect(),
            ),
        };
        Node {
            value,
            place: self.origin.key(line, path),
            removed: Vec::new(),
        }
    }
}

fn digits(text: &str) -> String {
    text.replace('_', "")
}

fn whole(number: &DeInteger) -> Value {
    let text = digits(number.as_str());
    match i64::from_str_radix(&text, number.radix()) {
        Ok(whole) => Value::Whole(whole),
        Err(_) => Value::Number(text.parse().unwrap_or(f64::INFINITY)),
    }
}
