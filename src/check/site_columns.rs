//! The columns that a quota or a profile may name: those of `sites.csv`, and the derived ones.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Inspection, Site, SiteId};

use super::percentiles::percentiles;

/// What the derived columns rest on.
pub(super) struct SiteColumns<'a> {
    percentiles: BTreeMap<&'a SiteId, f64>,
    innovative: BTreeSet<&'a SiteId>,
}

impl<'a> SiteColumns<'a> {
    pub(super) fn new(inspection: &'a Inspection) -> Self {
        Self {
            percentiles: (inspection.kinds.iter())
                .flat_map(|kind| percentiles(inspection, kind))
                .collect(),
            innovative: (inspection.intelligence.iter().flatten())
                .filter(|row| row.r#type == "innovation")
                .map(|row| &row.site)
                .collect(),
        }
    }

    /// *q* of a site; `None` without data.
    pub(super) fn percentile(&self, site: &SiteId) -> Option<f64> {
        self.percentiles.get(site).copied()
    }

    /// The text of a site in a column; `None` where it is blank. `performance` is a number and has no text.
    pub(super) fn text<'s>(&self, site: &'s Site, column: &str) -> Option<Cow<'s, str>> {
        match column {
            "performance" => None,
            "performance_band" => self.percentile(&site.id).map(|q| band(q).into()),
            "innovative" if self.innovative.contains(&site.id) => Some("yes".into()),
            "innovative" => Some("no".into()),
            _ => site.cell(column),
        }
    }
}

fn band(q: f64) -> &'static str {
    if q <= 1.0 / 3.0 {
        "low"
    } else if q > 2.0 / 3.0 {
        "high"
    } else {
        "middle"
    }
}
