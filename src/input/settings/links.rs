//! `[[links]]`: which sites bring which others with them.

use super::profile::is_column;
use super::section::Section;
use super::{Context, kind_at};
use crate::domain::{Link, LinkTiming};
use crate::input::problems::codes;
use crate::input::problems::words::{count, quote};
use crate::schema::settings::links::{BRINGS, BY, EACH, SAME_TEAM, SECTION, TIMING, WEEKS};
use crate::schema::settings::weeks::{MAX, MIN};
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
    let timing = timing(section);
    let same_team = section.or_default(&SAME_TEAM);
    section.finish();
    let is_other_week = timing.is_some_and(|timing| timing != LinkTiming::SameWeek);
    if same_team && is_other_week {
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
        timing: timing.unwrap_or(LinkTiming::Any),
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

/// When a brought site is visited, with the weeks between where it comes after; `None` where that is wrong, which has been noted:
/// then it is not known what goes with it.
fn timing(section: &Section) -> Option<LinkTiming> {
    let timing = section.unless_wrong(&TIMING);
    let weeks = section.keys_of(&WEEKS);
    let (min, max) = (weeks.unless_wrong(&MIN), weeks.read(&MAX));
    weeks.finish();
    let is_not_after = timing.is_some_and(|timing| timing != LinkTiming::AFTER);
    if section.get(&WEEKS).is_some() && is_not_after {
        let fact = "Weeks between the two visits go only with the timing after.";
        let remedy = "Write timing = \"after\", or delete weeks.";
        section.note_at(&WEEKS, &codes::CONTRADICTION, fact, remedy);
    }
    if let (Some(min), Some(max)) = (min, max)
        && max < min
    {
        let min = count(min as usize, "week");
        let fact = format!("The minimum of {min} is above the maximum of {max}.");
        let remedy = "Correct one of them, or swap them.";
        weeks.note_at(&MAX, &codes::REVERSED, fact, remedy);
    }
    timing.map(|timing| match timing {
        LinkTiming::Any | LinkTiming::SameWeek => timing,
        LinkTiming::After { .. } => LinkTiming::After {
            min: min.unwrap_or_else(|| MIN.default()),
            max,
        },
    })
}
