//! `[inspection]`: what is inspected, and by whom.

use super::Context;
use super::section::Section;
use super::tree::{Node, Value};
use crate::domain::{Header, InspectorateId};
use crate::input::problems::codes;
use crate::input::problems::words::quote;
use crate::schema::AnyField;
use crate::schema::settings::inspection::{
    INSPECTORATES, LEAD, MARKING, MARKING_FOR_BODIES, QUESTION, SECTION, TITLE,
};

/// The longest title, in characters: it stands in the plan, which is read back, and at the head of every output.
const LONGEST_TITLE: usize = 200;

pub(super) fn inspection(root: &Section, context: Context) -> Header {
    let problems = context.problems;
    let section = root.section(&SECTION);
    let title = section.text(&TITLE);
    if let Some((text, node)) = title
        && text.chars().count() > LONGEST_TITLE
    {
        let fact = format!("The title is longer than {LONGEST_TITLE} characters.");
        let remedy = "Write a shorter title. The question may be longer.";
        problems.add(&codes::BAD_TEXT, node.place.clone(), fact, remedy);
    }
    let question = section.read(&QUESTION);
    let lead = section.text(&LEAD);
    if let Some(node) = section.node(&INSPECTORATES)
        && matches!(&node.value, Value::List(items) if items.is_empty())
    {
        let fact = "No inspectorate takes part.";
        let remedy = format!("List them, for example: {}", INSPECTORATES.example());
        problems.add(&codes::MISSING_VALUE, node.place.clone(), fact, remedy);
    }
    let inspectorates = section.texts(&INSPECTORATES);
    if let Some((lead, node)) = lead {
        takes_part(lead, node, context);
    }
    let marking = section.or_default(&MARKING);
    let marking_for_bodies = section.or_default(&MARKING_FOR_BODIES);
    section.finish();
    let text = |read: Option<(&str, &Node)>| read.map_or("", |(text, _)| text).to_owned();
    Header {
        title: text(title),
        question: question.unwrap_or_default(),
        lead: InspectorateId::from(text(lead)),
        inspectorates: inspectorates
            .iter()
            .map(|(text, _)| InspectorateId::from(*text))
            .collect(),
        marking,
        marking_for_bodies,
    }
}

/// Whether an inspectorate takes part; notes it if not.
pub(super) fn takes_part(name: &str, node: &Node, context: Context) -> bool {
    let Some(names) = &context.references.inspectorates else {
        return true;
    };
    if !names.has(name) {
        let place = node.place.clone();
        context.problems.add_with(&codes::TAKES_NO_PART, place, || {
            let fact = format!(
                "The inspectorate {} takes no part in this inspection.",
                quote(name)
            );
            (fact, names.remedy(name))
        });
    }
    names.has(name)
}
