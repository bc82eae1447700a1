//! Whom the selection does not stand for, in words.

use crate::domain::{Named, SiteId};
use crate::insight::representation::{FURTHEST, NotRepresented, Unvisited};
use crate::words::count;

/// More sites or values than this are not named in one line.
const MOST_NAMED: usize = 5;

/// How many sites of a kind are not represented and which values have no visit, a line each.
pub fn not_represented(found: &NotRepresented) -> Vec<String> {
    let further = format!("further than {FURTHEST} in profile from every selected site");
    let names: Vec<String> = found.sites.iter().map(Named::<SiteId>::to_string).collect();
    let mut lines = vec![match names.len() {
        0 => format!("Not represented: none. No site is {further}."),
        some => format!(
            "Not represented: {}, {further}: {}.",
            count(some, "site", "sites"),
            first_few(names, "and")
        ),
    }];
    lines.extend(found.values.iter().map(unvisited));
    lines
}

/// `No visit with region Wales, London or 3 others.`
fn unvisited(of: &Unvisited) -> String {
    let column = of.column.replace('_', " ");
    format!(
        "No visit with {column} {}.",
        first_few(of.values.clone(), "or")
    )
}

fn first_few(mut names: Vec<String>, last: &str) -> String {
    if names.len() > MOST_NAMED + 1 {
        let more = names.split_off(MOST_NAMED).len();
        names.push(count(more, "other", "others"));
    }
    match names.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}
