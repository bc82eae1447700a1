//! `[[links]]`: which sites bring which others with them.

use super::profile::is_column;
use super::section::Section;
use super::{Context, kind_at};
use crate::domain::{Link, LinkTiming};
use crate::input::problems::codes;
use crate::input::problems::words::quote;
use crate::schema::settings::links::{BRINGS, BY, EACH, SAME_TEAM, SECTION, TIMING};
use crate::schema::tables;

/// Reads every link, and follows what the sites name.
pub(super) fn links(root: &Section, context: Context) -> Vec<Link> {
    let sections = root.sections(&SECTION);
    sections
        .iter()
        .filter_map(|section| link(section, context))
        .collect()
}

fn link(section: &Section, context: Context) -> Option<Link> {
    let each = kind_at(section, &EACH, context);
    let brings = kind_at(section, &BRINGS, context);
    let by = section.text(&BY);
    let timing = section.or_default(&TIMING);
    let same_team = section.or_default(&SAME_TEAM);
    section.finish();
    if same_team && timing == LinkTiming::Any {
        let fact = "The same team can be had only in the same week.";
        let remedy = "Write timing = \"same week\", or delete same_team.";
        section.note_at(&SAME_TEAM, &codes::CONTRADICTION, fact, remedy);
    }
    let (column, place) = match by {
        Some((column, node)) if is_column(column, node, &[], context) => {
            (column.to_owned(), node.place.clone())
        }
        Some(_) => return None,
        None => (BY.default(), section.place().clone()),
    };
    let link = Link {
        each: each?,
        brings: brings?,
        by: column,
        timing,
        same_team,
    };
    let references = context.references;
    if references.sites.is_some() && !references.site_columns.contains(&link.by) {
        let fact = format!(
            "The link goes by the column {}, which the table of sites does not have.",
            quote(&link.by)
        );
        let home = context.problems.called(&tables::sites::TABLE);
        let remedy = format!("Add the column to {home}, or name another with by = \"…\".");
        context
            .problems
            .add(&codes::NO_SUCH_THING, place, fact, remedy);
        return None;
    }
    Some(link)
}
