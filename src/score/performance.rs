//! The record of performance: z-scores, the composite, and the percentile rank within the kind.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use crate::domain::{Better, Inspection, Site, SiteId};

/// Composites this close are the same.
const TIE: f64 = 1e-9;

/// The third of its kind that a site's performance lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Band {
    /// Percentile up to 1/3.
    Low,
    /// Between the other two.
    Middle,
    /// Percentile above 2/3.
    High,
}

impl Band {
    pub(super) fn of(percentile: f64) -> Self {
        if percentile <= 1.0 / 3.0 {
            Self::Low
        } else if percentile > 2.0 / 3.0 {
            Self::High
        } else {
            Self::Middle
        }
    }
}

impl fmt::Display for Band {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Low => "low",
            Self::Middle => "middle",
            Self::High => "high",
        })
    }
}

/// Where one site stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Standing {
    pub composite: Option<f64>,
    pub percentile: Option<f64>,
    pub missing: Vec<String>,
}

/// Where every site stands.
pub(super) struct Records<'a>(HashMap<&'a SiteId, Standing>);

/// One indicator within one kind: how values turn into z-scores.
struct Scale {
    id: String,
    weight: f64,
    mean: f64,
    /// Signed so that higher is better; 0 where there is no spread.
    per_unit: f64,
}

impl<'a> Records<'a> {
    pub(super) fn new(inspection: &'a Inspection) -> Self {
        let mut values: HashMap<(&SiteId, &str), f64> = HashMap::new();
        for row in &inspection.performance {
            if let Some(value) = row.value {
                values.insert((&row.site, row.indicator.as_str()), value);
            }
        }
        let mut standings = HashMap::new();
        for kind in &inspection.kinds {
            let sites: Vec<&Site> = inspection
                .sites
                .iter()
                .filter(|site| site.kind == kind.id)
                .collect();
            let scales = scales(inspection, &sites, &values);
            let mut with_data = Vec::new();
            for site in sites {
                let (standing, has_data) = composite(site, &scales, &values);
                if let (true, Some(composite)) = (has_data, standing.composite) {
                    with_data.push((composite, &site.id));
                }
                standings.insert(&site.id, standing);
            }
            for (site, percentile) in percentiles(with_data) {
                standings.entry(site).or_default().percentile = Some(percentile);
            }
        }
        Self(standings)
    }

    pub(super) fn standing(&self, site: &Site) -> Standing {
        self.0.get(&site.id).cloned().unwrap_or_default()
    }
}

/// The indicators that have any value in this kind.
fn scales(
    inspection: &Inspection,
    sites: &[&Site],
    values: &HashMap<(&SiteId, &str), f64>,
) -> Vec<Scale> {
    let mut scales = Vec::new();
    for indicator in &inspection.indicators {
        let known: Vec<f64> = sites
            .iter()
            .filter_map(|site| values.get(&(&site.id, indicator.id.as_str())).copied())
            .collect();
        if known.is_empty() {
            continue;
        }
        let count = known.len() as f64;
        let mean = known.iter().sum::<f64>() / count;
        let variance = known.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / count;
        let sign = match indicator.better {
            Better::Higher => 1.0,
            Better::Lower => -1.0,
        };
        // Equal values are compared as such: their computed spread may be a speck above zero.
        let all_equal = known.iter().all(|value| *value == known[0]);
        scales.push(Scale {
            id: indicator.id.clone(),
            weight: indicator.weight,
            mean,
            per_unit: if all_equal || variance == 0.0 {
                0.0
            } else {
                sign / variance.sqrt()
            },
        });
    }
    scales
}

/// The composite of a site, and whether the known indicators carry at least half of the weight.
fn composite(
    site: &Site,
    scales: &[Scale],
    values: &HashMap<(&SiteId, &str), f64>,
) -> (Standing, bool) {
    let mut standing = Standing::default();
    let (mut sum, mut weight, mut total) = (0.0, 0.0, 0.0);
    for scale in scales {
        total += scale.weight;
        match values.get(&(&site.id, scale.id.as_str())) {
            Some(value) => {
                weight += scale.weight;
                sum += scale.weight * (value - scale.mean) * scale.per_unit;
            }
            None => standing.missing.push(scale.id.clone()),
        }
    }
    if weight > 0.0 {
        standing.composite = Some(sum / weight);
    }
    (standing, total > 0.0 && 2.0 * weight >= total - TIE * total)
}

/// (rank − ½) / n, lowest composite first; ties share their mean rank.
fn percentiles(mut composites: Vec<(f64, &SiteId)>) -> BTreeMap<&SiteId, f64> {
    composites.sort_by(|a, b| a.0.total_cmp(&b.0));
    let count = composites.len() as f64;
    let mut ranked = BTreeMap::new();
    let mut below = 0;
    for group in composites.chunk_by(|a, b| b.0 - a.0 <= TIE) {
        let mean_rank = below as f64 + (group.len() as f64 + 1.0) / 2.0;
        for (_, site) in group {
            ranked.insert(*site, (mean_rank - 0.5) / count);
        }
        below += group.len();
    }
    ranked
}
