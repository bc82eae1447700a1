//! `[[links]]`: which sites bring which others with them.

use super::profile::is_column;
use super::{Context, kind_at};
use crate::domain::{Link, LinkTiming};
use crate::input::keys::Section;
use crate::input::problems::codes;
use crate::input::problems::words::quote;

/// Reads every link, and follows what the sites name.
pub(super) fn links(root: &Section, context: Context) -> Vec<Link> {
    let sections = root.sections("links");
    sections
        .iter()
        .filter_map(|section| link(section, context))
        .collect()
}

fn link(section: &Section, context: Context) -> Option<Link> {
    let each = kind_at(section, "each", context);
    let brings = kind_at(section, "brings", context);
    let by = section.text("by");
    let timing = [
        ("any", LinkTiming::Any),
        ("same week", LinkTiming::SameWeek),
    ];
    let timing = section.choice("timing", &timing).unwrap_or(LinkTiming::Any);
    let same_team = section.truth("same_team").unwrap_or(false);
    section.finish();
    if same_team && timing == LinkTiming::Any {
        let fact = "The same team can be had only in the same week.";
        section.note(
            &codes::CONTRADICTION,
            "same_team",
            fact,
            "Write timing = \"same week\", or delete same_team.",
        );
    }
    let (column, place) = match by {
        Some((column, node)) if is_column(column, node, &[], context) => {
            (column, node.place.clone())
        }
        Some(_) => return None,
        None => ("within", section.place().clone()),
    };
    let link = Link {
        each: each?,
        brings: brings?,
        by: column.to_owned(),
        timing,
        same_team,
    };
    if context.known.sites.is_some() && !context.known.site_columns.contains(&link.by) {
        let fact = format!(
            "The link goes by the column {}, which the table of sites does not have.",
            quote(&link.by)
        );
        let remedy = format!(
            "Add the column to {}, or name another with by = \"…\".",
            context.problems.called("sites")
        );
        context
            .problems
            .add(&codes::NO_SUCH_THING, place, fact, remedy);
        return None;
    }
    Some(link)
}
