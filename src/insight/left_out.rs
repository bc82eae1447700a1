//! Sites that are not selected because of what the lead has fixed for them.

use serde::Serialize;

use super::particulars::Particulars;
use crate::domain::{FixedBetween, InspectorId, LeftOut, Named, SiteId};

/// A site that would be selected but for what is fixed for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ButForFixed {
    /// The site.
    pub site: Named<SiteId>,
    /// The inspectors who are fixed for it and would not have to be.
    pub inspectors: Vec<Named<InspectorId>>,
    /// The dates that are fixed for it and would not have to be.
    pub dates: Vec<FixedBetween>,
}

/// Every such site that is known, in the order of the ids.
pub(crate) fn left_out(facts: &Particulars<'_>) -> Vec<ButForFixed> {
    let named = |found: &LeftOut| ButForFixed {
        site: Named {
            id: found.site.clone(),
            name: facts.site_name(&found.site).to_owned(),
        },
        inspectors: (found.inspectors.iter())
            .map(|id| Named {
                id: id.clone(),
                name: facts.inspector_name(id).to_owned(),
            })
            .collect(),
        dates: found.dates.clone(),
    };
    facts.planned.left_out.iter().map(named).collect()
}
