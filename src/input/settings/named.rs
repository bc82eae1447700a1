//! The sites that must, or must not, be selected.

use std::collections::HashMap;

use super::Context;
use super::section::Section;
use super::tree::Node;
use crate::domain::{KindId, SiteId};
use crate::input::problems::words::quote;
use crate::input::problems::{Place, codes};
use crate::schema::settings::kinds::{EXCLUDE, INCLUDE};

/// The included and the excluded sites of a kind, each once and in the order of the file.
pub(super) fn included_and_excluded(
    section: &Section,
    kind: &KindId,
    context: Context,
) -> (Vec<SiteId>, Vec<SiteId>) {
    let include = named_sites(section.texts(&INCLUDE), kind, context);
    let exclude = named_sites(section.texts(&EXCLUDE), kind, context);
    let included_at: HashMap<&SiteId, &Place> =
        include.iter().map(|(site, place)| (site, place)).collect();
    for (site, place) in &exclude {
        if let Some(included) = included_at.get(site) {
            let fact = format!(
                "The site {} is both excluded, here, and included, at {included}.",
                quote(site.as_str())
            );
            context.problems.add(
                &codes::INCLUDED_AND_EXCLUDED,
                place.clone(),
                fact,
                "Take it out of one of the two lists.",
            );
        }
    }
    let ids = |named: Vec<(SiteId, Place)>| named.into_iter().map(|(id, _)| id).collect();
    (ids(include), ids(exclude))
}

fn named_sites(named: Vec<(&str, &Node)>, kind: &KindId, context: Context) -> Vec<(SiteId, Place)> {
    let problems = context.problems;
    let mut seen: HashMap<&str, Place> = HashMap::new();
    let mut sites = Vec::new();
    for (text, node) in named {
        let place = || node.place.clone();
        let note = |code, fact: String, remedy: String| problems.add(code, place(), fact, remedy);
        let Some(site) = context.references.site(text, place, problems) else {
            continue;
        };
        if let Some(first) = seen.get(site) {
            let fact = format!(
                "The site {} is already in the list, at {first}.",
                quote(text)
            );
            note(&codes::DUPLICATE, fact, "Delete one of the two.".to_owned());
            continue;
        }
        if let Some(other) = context
            .references
            .kind_of
            .get(site)
            .filter(|other| *other != kind)
        {
            let fact = format!(
                "The site {} is of the kind {}, not {}.",
                quote(text),
                quote(other.as_str()),
                quote(kind.as_str())
            );
            note(
                &codes::WRONG_KIND,
                fact,
                format!("Move it to [kinds.{other}]."),
            );
        }
        seen.insert(site, place());
        sites.push((SiteId::from(site), place()));
    }
    sites
}
