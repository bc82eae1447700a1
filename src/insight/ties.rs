//! Which selections score the same as that of the plan, and how this one was chosen among them.

use serde::Serialize;

use super::particulars::Particulars;
use crate::domain::{Named, SiteId, ToldBy};

/// The selections that score the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SameScore {
    /// Those that are known.
    pub others: Vec<OtherWithSameScore>,
    /// Whether these are all there are.
    pub all_listed: bool,
}

/// A selection that scores the same as that of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OtherWithSameScore {
    /// Sites that it has and the plan does not.
    pub comes_in: Vec<Named<SiteId>>,
    /// Sites that the plan has and it does not.
    pub goes_out: Vec<Named<SiteId>>,
    /// Why it was not chosen.
    pub told_by: ToldBy,
}

/// The selections that score the same; `None` where that is not known, as of a plan whose sites were edited.
pub(crate) fn same_score(facts: &Particulars<'_>) -> Option<SameScore> {
    let ties = facts.planned.ties.as_ref()?;
    let selected = |id: &SiteId| facts.visit(id).is_some();
    let mut others = Vec::new();
    for tie in &ties.others {
        let (comes_in, goes_out) = (&tie.selection.comes_in, &tie.selection.goes_out);
        if comes_in.iter().any(selected) || !goes_out.iter().all(selected) {
            return None;
        }
        let named = |ids: &[SiteId]| -> Option<Vec<Named<SiteId>>> {
            let sites = ids.iter().map(|id| Some(facts.site(id)?.named()));
            sites.collect()
        };
        others.push(OtherWithSameScore {
            comes_in: named(comes_in)?,
            goes_out: named(goes_out)?,
            told_by: tie.told_by,
        });
    }
    let all_listed = ties.all_listed;
    (!others.is_empty() || !all_listed).then_some(SameScore { others, all_listed })
}
