//! Whether a site can be visited at all, and if not, what forbids it: for the reports, which say so of every site that is not
//! selected.
//!
//! The site is looked at alone, with no more than what its links bring. How many sites are selected, quotas and whatever else
//! is included do not count: so what is impossible here is impossible in every selection.

mod bars;
mod filter;
mod party;
mod plans;
mod tables;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use crate::domain::{Named, RuleSet, SiteId};
use crate::instance::Instance;
use crate::optimise::fault::Fault;

pub use bars::{Bar, BarredSite, Part};

use filter::why_never;
use party::Party;
use tables::Tables;

/// Whether a site can be visited at all.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// Shown: if nothing else were selected than it and what it brings, it could be visited and staffed.
    Alone,
    /// Proved: whatever is selected, it cannot be visited and staffed.
    Never(NeverVisited),
    /// Neither was shown.
    Unknown,
}

/// What forbids every visit to a site.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NeverVisited {
    /// What is in the way, none of which could be spared: at the site itself, or at one that must come along.
    pub barred: Vec<BarredSite>,
    /// The sites that must come along and have a part in it.
    pub with: Vec<(Named<SiteId>, Part)>,
    /// The rules that bind these visits together, none of which could be spared.
    pub rules: RuleSet,
}

/// Whether each of these sites can be visited at all. A site that is not in the tables is left out.
///
/// # Errors
/// A [`Fault`] of Assize itself.
pub fn reach(instance: &Instance, sites: &[&SiteId]) -> Result<BTreeMap<SiteId, Reach>, Fault> {
    let tables = Tables::new(instance);
    let known = sites.par_iter().filter(|site| tables.has(site));
    known
        .map(|site| Ok(((*site).clone(), of_site(&tables, site)?)))
        .collect()
}

fn of_site(tables: &Tables<'_>, site: &SiteId) -> Result<Reach, Fault> {
    if tables.can_be_visited(site)? == Some(true) {
        return Ok(Reach::Alone);
    }
    // Another site that names a brought one can free it from the week of this one (T7): only what fails with all of them fails.
    let in_company = Party::new(tables, site, &tables.linked_to(site));
    Ok(match in_company.can_be_visited()? {
        Some(false) => Reach::Never(why_never(&in_company)?),
        Some(true) | None => Reach::Unknown,
    })
}
