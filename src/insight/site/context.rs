//! What the reasons of all sites rest on.

use std::collections::{BTreeMap, HashMap};

use super::other_choice::OtherChoices;
use crate::domain::{Kind, RuleSet, Site, SiteId, SiteRow};
use crate::insight::particulars::Particulars;
use crate::optimise::sites_without_team;
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
    pub(super) other_choices: OtherChoices<'a>,
    pub(super) without_team: BTreeMap<SiteId, RuleSet>,
}

impl<'f, 'a> Grounds<'f, 'a> {
    pub(crate) fn new(
        facts: &'f Particulars<'a>,
        represented_by: &'f HashMap<SiteRow, (&'a SiteId, f64)>,
    ) -> Self {
        Self {
            facts,
            represented_by,
            other_choices: OtherChoices::new(facts.planned),
            without_team: sites_without_team(facts.instance),
        }
    }
}
