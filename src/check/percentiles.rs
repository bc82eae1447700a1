//! What a site's record says: the composite of its indicators, and how that ranks within its kind.

use std::collections::BTreeMap;

use crate::domain::{Better, Inspection, Kind, SiteId};

use super::ranks::ranks;

/// Forgives the rounding of sums of weights where exactly half of them is known.
const ROUNDING: f64 = 1e-9;

/// *q* of each site of the kind that has data.
pub(super) fn percentiles<'a>(
    inspection: &'a Inspection,
    kind: &Kind,
) -> BTreeMap<&'a SiteId, f64> {
    let composites = composites(inspection, kind);
    let n = composites.len() as f64;
    let ranks = ranks(composites).into_iter();
    ranks.map(|(id, rank)| (id, (rank - 0.5) / n)).collect()
}

/// The composite of each site of the kind that has data.
fn composites<'a>(inspection: &'a Inspection, kind: &Kind) -> Vec<(&'a SiteId, f64)> {
    let sites = || inspection.sites.iter().filter(|site| site.kind == kind.id);
    let mut known: BTreeMap<(&SiteId, &str), f64> = BTreeMap::new();
    for row in &inspection.performance {
        if let Some(value) = row.value {
            known.insert((&row.site, &row.indicator), value);
        }
    }
    let mut total = 0.0;
    let mut sums: BTreeMap<&SiteId, Sums> = BTreeMap::new();
    for indicator in &inspection.indicators {
        let values: Vec<(&SiteId, f64)> = sites()
            .filter_map(|site| {
                let value = known.get(&(&site.id, indicator.id.as_str()))?;
                Some((&site.id, *value))
            })
            .collect();
        if values.is_empty() {
            continue;
        }
        total += indicator.weight;
        let sign = match indicator.better {
            Better::Higher => 1.0,
            Better::Lower => -1.0,
        };
        let spread = Spread::of(values.iter().map(|&(_, value)| value));
        for (site, value) in values {
            let sum = sums.entry(site).or_default();
            sum.weight += indicator.weight;
            sum.weighted += indicator.weight * sign * spread.z(value);
        }
    }
    sites()
        .filter_map(|site| {
            let sum = sums.get(&site.id)?;
            let has_data = total > 0.0 && 2.0 * sum.weight >= total * (1.0 - ROUNDING);
            has_data.then(|| (&site.id, sum.weighted / sum.weight))
        })
        .collect()
}

/// What is known of one site: weights, and weights times z-scores.
#[derive(Default)]
struct Sums {
    weight: f64,
    weighted: f64,
}

/// Mean and population standard deviation of the known values of one indicator within a kind.
struct Spread {
    mean: f64,
    deviation: f64,
}

impl Spread {
    fn of(values: impl Iterator<Item = f64> + Clone) -> Self {
        let n = values.clone().count() as f64;
        let mean = values.clone().sum::<f64>() / n;
        let highest = values.clone().fold(f64::NEG_INFINITY, f64::max);
        let lowest = values.clone().fold(f64::INFINITY, f64::min);
        let deviation = if highest > lowest {
            (values.map(|value| (value - mean).powi(2)).sum::<f64>() / n).sqrt()
        } else {
            // Not left to the sum of squares: rounding of the mean would turn no spread into a tiny one.
            0.0
        };
        Self { mean, deviation }
    }

    fn z(&self, value: f64) -> f64 {
        if self.deviation > 0.0 {
            (value - self.mean) / self.deviation
        } else {
            0.0
        }
    }
}
