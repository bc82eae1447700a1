//! Whom the selection does not stand for: sites that no selected one is like, and values of a profile that have no visit.

use std::collections::BTreeSet;

use serde::Serialize;

use super::particulars::Particulars;
use crate::domain::{Kind, KindId, Named, Site, SiteId, SiteRow};

/// A site further in profile than this from every selected one is not represented.
pub const FURTHEST: f64 = 0.5;

/// Whom the selection of one kind does not stand for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NotRepresented {
    /// The kind, and what a site of it is called in a sentence.
    pub kind: Named<KindId>,
    /// The sites that are not represented, in the order of the inspection.
    pub sites: Vec<Named<SiteId>>,
    /// For each profile column in words, the values that occur and have no visit; columns without one are left out.
    pub values: Vec<Unvisited>,
}

/// Values of a column that occur among the sites of a kind, and not among the selected ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unvisited {
    /// The column.
    pub column: String,
    /// The values, in order.
    pub values: Vec<String>,
}

/// Whether a site at this distance from the nearest selected one counts as represented.
pub(crate) fn is_represented(distance: f64) -> bool {
    distance <= FURTHEST + 1e-9
}

/// Whom the selection of a kind does not stand for; `None` for a kind without a profile.
pub(crate) fn not_represented(facts: &Particulars<'_>, kind: &Kind) -> Option<NotRepresented> {
    let profile = facts.scores.profile(&kind.id)?;
    let nearest = facts.represented_by();
    let far = |row: &&SiteRow| {
        let distance = nearest.get(row).map_or(1.0, |(_, distance)| *distance);
        !is_represented(distance)
    };
    let columns = kind.profile.iter().enumerate();
    let in_words = columns.filter(|(place, _)| profile.is_in_words(*place));
    Some(NotRepresented {
        kind: facts.named_kind(&kind.id),
        sites: (profile.members.iter().filter(far))
            .filter_map(|row| facts.site_at(*row))
            .collect(),
        values: in_words
            .filter_map(|(_, column)| unvisited(facts, &profile.members, column))
            .collect(),
    })
}

/// The values of a column that have no visit; `None` where each has one.
fn unvisited(facts: &Particulars<'_>, members: &[SiteRow], column: &str) -> Option<Unvisited> {
    let site = |row: &SiteRow| facts.inspection.sites.get(usize::from(*row));
    let text = |row: &SiteRow| facts.scores.text(*row, site(row)?, column);
    let is_selected =
        |row: &&SiteRow| site(row).is_some_and(|site: &Site| facts.visit(&site.id).is_some());
    let all: BTreeSet<String> = members.iter().filter_map(text).collect();
    let visited: BTreeSet<String> = members
        .iter()
        .filter(is_selected)
        .filter_map(text)
        .collect();
    let values: Vec<String> = all.difference(&visited).cloned().collect();
    (!values.is_empty()).then(|| Unvisited {
        column: column.to_owned(),
        values,
    })
}
