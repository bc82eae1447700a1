//! The joint pairs of a kind.

use super::Context;
use super::header::takes_part;
use super::section::Section;
use super::tree::Node;
use super::values::{as_list, as_text};
use crate::domain::InspectorateId;
use crate::input::problems::codes;
use crate::input::problems::words::{count, quote};
use crate::schema::AnyField;
use crate::schema::settings::MOST_PAIRS;
use crate::schema::settings::kinds::PAIRS;

/// The pairs of one visit: at least one, each of two inspectorates that take part, and one of them with the kind's own (P11).
pub(super) fn pairs(
    section: &Section,
    own: &InspectorateId,
    context: Context,
) -> Vec<[InspectorateId; 2]> {
    let problems = context.problems;
    let Some(node) = section.node(&PAIRS) else {
        return Vec::new();
    };
    let expected = "a list of pairs, such as [[\"HMICFRS\", \"HMCPSI\"]]";
    let Some(items) = as_list(node, expected, problems) else {
        return Vec::new();
    };
    let read: Vec<_> = items.iter().map(|item| pair(item, context)).collect();
    let are_sound = read
        .iter()
        .all(|(pair, take_part)| pair.is_some() && *take_part);
    let pairs: Vec<_> = read.into_iter().filter_map(|(pair, _)| pair).collect();
    if !are_sound {
        return pairs;
    }
    let bad = |fact: String, remedy: String| {
        problems.add(&codes::BAD_PAIR, node.place.clone(), fact, remedy);
    };
    if pairs.is_empty() {
        bad(
            "There is no pair, but every visit is made by at least one.".to_owned(),
            format!("Add one, for example: {}", PAIRS.example()),
        );
    } else if pairs.len() > MOST_PAIRS as usize {
        bad(
            format!(
                "There are {}, but a visit has at most {MOST_PAIRS}.",
                count(pairs.len(), "pair")
            ),
            "Delete some.".to_owned(),
        );
    } else if !own.as_str().is_empty() && !pairs.iter().flatten().any(|one| one == own) {
        bad(
            format!(
                "No pair has an inspector of {own}, whose kind this is and who leads its visits."
            ),
            format!("Put {} into at least one pair.", quote(own.as_str())),
        );
    }
    pairs
}

/// One pair, if it is one, and whether both take part: a pair of somebody who does not is a pair all the same.
fn pair(node: &Node, context: Context) -> (Option<[InspectorateId; 2]>, bool) {
    let problems = context.problems;
    let Some(items) = as_list(node, "a pair, such as [\"HMICFRS\", \"HMCPSI\"]", problems) else {
        return (None, true);
    };
    let names: Vec<&str> = items
        .iter()
        .filter_map(|item| as_text(item, problems))
        .collect();
    let strangers = names
        .iter()
        .filter(|name| !takes_part(name, node, context))
        .count();
    let bad = |fact: String| {
        let remedy = "Name two different inspectorates.";
        problems.add(&codes::BAD_PAIR, node.place.clone(), fact, remedy);
        None
    };
    let pair = match names.as_slice() {
        [one, other] if one == other => bad(format!("This pair is of {} with itself.", quote(one))),
        [one, other] => Some([InspectorateId::from(*one), InspectorateId::from(*other)]),
        _ if names.len() < items.len() => None,
        _ => {
            let inspectorates = count(names.len(), "inspectorate");
            bad(format!("This pair has {inspectorates}, not two."))
        }
    };
    (pair, strangers == 0)
}
