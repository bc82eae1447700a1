//! What a scenario takes away from the settings before it is laid over them: its list `remove`.

use super::section::unknown_key;
use super::tree::{Node, Value};
use super::values::{as_list, as_text};
use crate::input::problems::words::{did_you_mean, nearest, quote};
use crate::input::problems::{Place, Problems, codes};
use crate::schema::settings::scenario::REMOVE;
use crate::schema::{AnyField, Layout, settings};

/// Takes away from the settings `below` what the scenario `above` removes, and the list from the scenario.
pub(in crate::input) fn take_away(below: &mut Node, above: &mut Node, problems: &Problems) {
    let list = taken_out(above, REMOVE.name());
    note_astray(above, problems);
    let example = format!("a list of keys, such as {}", REMOVE.example());
    let items = list
        .as_ref()
        .and_then(|node| as_list(node, &example, problems));
    let mut found: Vec<(Vec<String>, &str, &Place)> = Vec::new();
    for item in items.unwrap_or_default() {
        let Some((path, text)) = removable(item, below, problems) else {
            continue;
        };
        let mut earlier = found.iter();
        let overlap = earlier.find(|(one, ..)| one.starts_with(&path) || path.starts_with(one));
        if let Some((_, other, first)) = overlap {
            let fact = match *other == text {
                true => format!("{} is already removed, at {first}.", quote(text)),
                false => format!(
                    "{} and {}, at {first}, remove the same thing twice.",
                    quote(text),
                    quote(other)
                ),
            };
            let remedy = "Delete one of the two.";
            problems.add(&codes::DUPLICATE, item.place.clone(), fact, remedy);
        }
        found.push((path, text, &item.place));
    }
    for (path, _, place) in found {
        remove(below, &path, place);
    }
}

/// One key of the list as the names that lead to it, and as it was written; `None` where there is nothing to remove, which is noted.
fn removable<'a>(
    item: &'a Node,
    below: &Node,
    problems: &Problems,
) -> Option<(Vec<String>, &'a str)> {
    let text = as_text(item, problems)?;
    let path = names(text);
    if let Err((fact, remedy)) = is_known(&path) {
        let place = item.place.clone();
        problems.add(&codes::UNKNOWN_KEY, place, fact, remedy);
        return None;
    }
    let mut at = below;
    for (depth, name) in path.iter().enumerate() {
        let Some(next) = at.get(name) else {
            let place = item.place.clone();
            problems.add_with(&codes::NO_SUCH_THING, place, || {
                let home = problems.settings_called();
                let fact = format!("There is no {} in {home} to remove.", quote(text));
                let stem = path.get(..depth).unwrap_or_default();
                let beside = at.entries().iter().map(|(one, _)| with_dots(stem, one));
                let beside: Vec<String> = beside.collect();
                let remedy = did_you_mean(text, beside.iter().map(String::as_str), || {
                    "Take it out of the list.".to_owned()
                });
                (fact, remedy)
            });
            return None;
        };
        at = next;
    }
    Some((path, text))
}

/// Whether the settings can have such a key; else what is wrong, and what to do about it.
fn is_known(path: &[String]) -> Result<(), (String, String)> {
    let [section, rest @ ..] = path else {
        return Ok(());
    };
    let mut sections = settings::ALL.iter();
    let Some(spec) = sections.find(|spec| spec.name == section) else {
        let known: Vec<&str> = settings::ALL.iter().map(|spec| spec.name).collect();
        return Err(unknown_key(section, "", &known));
    };
    match (spec.layout, rest) {
        (_, []) => Ok(()),
        (Layout::Repeated, _) => {
            let fact =
                format!("[[{section}]] is a list, which is removed as a whole or not at all.");
            let remedy = format!(
                "Write {}, and give in the scenario those that are to stay.",
                quote(section)
            );
            Err((fact, remedy))
        }
        (Layout::Named, [_]) => Ok(()),
        (Layout::Named, [name, rest @ ..]) => {
            is_known_key(rest, &format!("[{section}.{name}]"), spec.keys)
        }
        // Its keys are the user's own: whether there is such a one shows in the file.
        (_, [_]) if spec.keys.is_empty() => Ok(()),
        (_, rest) => is_known_key(rest, &format!("[{section}]"), spec.keys),
    }
}

fn is_known_key(
    path: &[String],
    within: &str,
    keys: &[&dyn AnyField],
) -> Result<(), (String, String)> {
    let [name, rest @ ..] = path else {
        return Ok(());
    };
    match keys.iter().find(|key| key.name() == name) {
        Some(key) => is_known_key(rest, &format!("{name} of {within}"), key.keys_within()),
        None => {
            let known: Vec<&str> = keys.iter().map(|key| key.name()).collect();
            Err(unknown_key(name, within, &known))
        }
    }
}

/// Takes a key away, and keeps in its place who said so.
fn remove(below: &mut Node, path: &[String], place: &Place) {
    match path {
        [] => {}
        [name] => {
            if taken_out(below, name).is_some() {
                below.removed.push((name.clone(), place.clone()));
            }
        }
        [name, rest @ ..] => {
            if let Value::Table(entries) = &mut below.value
                && let Some((_, next)) = entries.iter_mut().find(|(key, _)| key == name)
            {
                remove(next, rest, place);
            }
        }
    }
}

/// A key's value, which is no longer there afterwards.
fn taken_out(node: &mut Node, key: &str) -> Option<Node> {
    let Value::Table(entries) = &mut node.value else {
        return None;
    };
    let at = entries.iter().position(|(name, _)| name == key)?;
    Some(entries.remove(at).1)
}

/// Notes lists that are meant to be `remove` but are not: one misspelt, or below the header of a section, where it is a key of that.
fn note_astray(above: &mut Node, problems: &Problems) {
    let sections = settings::ALL.iter().map(|spec| spec.name);
    let known: Vec<&str> = sections.chain([REMOVE.name()]).collect();
    let is_misspelt = |key: &str| {
        !known.contains(&key) && nearest(key, known.iter().copied()) == Some(REMOVE.name())
    };
    if let Value::Table(entries) = &mut above.value {
        entries.retain(|(key, node)| {
            let is_misspelt = is_misspelt(key);
            if is_misspelt {
                let (fact, remedy) = unknown_key(key, "", &known);
                problems.add(&codes::UNKNOWN_KEY, node.place.clone(), fact, remedy);
            }
            !is_misspelt
        });
    }
    note_below_headers(above, problems);
}

fn note_below_headers(node: &mut Node, problems: &Problems) {
    let inner = match &mut node.value {
        Value::Table(entries) => {
            entries.retain(|(key, inner)| {
                let is_list = key == REMOVE.name() && matches!(inner.value, Value::List(_));
                if is_list {
                    let fact = "This list stands below the header of a section, so it is not read.";
                    let remedy = "Move it to the top of the scenario, above the first section.";
                    problems.add(&codes::UNKNOWN_KEY, inner.place.clone(), fact, remedy);
                }
                !is_list
            });
            entries.iter_mut().map(|(_, inner)| inner).collect()
        }
        Value::List(items) => items.iter_mut().collect(),
        _ => Vec::new(),
    };
    for inner in inner {
        note_below_headers(inner, problems);
    }
}

/// The names between the dots of a key. A name with dots of its own stands in quotation marks.
fn names(text: &str) -> Vec<String> {
    let mut names = vec![String::new()];
    let mut open: Option<char> = None;
    for c in text.chars() {
        let is_mark = open.map_or(matches!(c, '"' | '\''), |mark| mark == c);
        if is_mark {
            open = open.is_none().then_some(c);
        } else if c == '.' && open.is_none() {
            names.push(String::new());
        } else if let Some(last) = names.last_mut() {
            last.push(c);
        }
    }
    names.iter().map(|name| name.trim().to_owned()).collect()
}

/// The key that these names lead to, as the list has it.
fn with_dots(names: &[String], last: &str) -> String {
    let all = names.iter().map(String::as_str).chain([last]);
    let written = all.map(|name| match name.contains('.') {
        true => format!("\"{name}\""),
        false => name.to_owned(),
    });
    written.collect::<Vec<_>>().join(".")
}
