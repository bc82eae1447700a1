//! What the reasons of all sites rest on.

use std::collections::{BTreeMap, HashMap};

use super::other_choice::OtherChoices;
use crate::domain::{Kind, Site, SiteId, SiteRow};
use crate::insight::particulars::Particulars;
use crate::optimise::{Reach, reach};
use crate::score::SiteScore;

/// One site among those of its kind.
pub(crate) struct Case<'a> {
    pub(crate) kind: &'a Kind,
    pub(crate) row: SiteRow,
    pub(crate) site: &'a Site,
    pub(crate) score: &'a SiteScore,
}

/// The plan, and what has to be worked out once for all sites.
pub(crate) struct Grounds<'f, 'a> {
    pub(super) facts: &'f Particulars<'a>,
    pub(super) represented_by: &'f HashMap<SiteRow, (&'a SiteId, f64)>,
    pub(super) other_choices: OtherChoices<'f, 'a>,
    /// Whether sites can be visited at all that are not selected, and of which no selection was shown to be possible.
    pub(super) reach: BTreeMap<SiteId, Reach>,
}

impl<'f, 'a> Grounds<'f, 'a> {
    pub(crate) fn new(
        facts: &'f Particulars<'a>,
        represented_by: &'f HashMap<SiteRow, (&'a SiteId, f64)>,
    ) -> Self {
        let other_choices = OtherChoices::new(facts);
        // Where a whole selection with the site can be visited, so can the site.
        // Where nothing is known yet of other choices, the plan is to be written soon: then nobody looks.
        let looks = !facts.planned.is_alone();
        let is_open =
            |id: &&SiteId| looks && facts.visit(id).is_none() && !other_choices.is_shown(id);
        let sites = facts.inspection.sites.iter().map(|site| &site.id);
        let others: Vec<&SiteId> = sites.filter(is_open).collect();
        Self {
            facts,
            represented_by,
            other_choices,
            // Where the solver fails at this, that costs a reason; the plan is as good, and nothing false is said.
            reach: reach(facts.instance, &others).unwrap_or_default(),
        }
    }
}
