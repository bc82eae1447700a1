//! *e*: what the record of a site and the intelligence about it are worth.

use crate::check::site_columns::SiteColumns;
use crate::domain::{Evidence, Inspection, Kind, Site};

/// *e*: record and intelligence in their shares.
pub(super) fn evidence(
    inspection: &Inspection,
    columns: &SiteColumns,
    kind: &Kind,
    site: &Site,
) -> f64 {
    let q = columns.percentile(&site.id);
    let record = match kind.evidence {
        Evidence::None => return 0.0,
        Evidence::Extremes => q.map_or(0.5, |q| (2.0 * q - 1.0).abs()),
        Evidence::Poor => q.map_or(0.5, |q| 1.0 - q),
        Evidence::Good => q.unwrap_or(0.5),
    };
    match intelligence(inspection, kind, site) {
        None => record,
        Some(intelligence) => {
            let share = inspection.weights.intelligence_share;
            (1.0 - share) * record + share * intelligence
        }
    }
}

/// What the intelligence says to the question, from 0 to 1; `None` where there is no such table.
fn intelligence(inspection: &Inspection, kind: &Kind, site: &Site) -> Option<f64> {
    let speaks: &[&str] = match kind.evidence {
        Evidence::None => &[],
        Evidence::Poor => &["concern"],
        Evidence::Good => &["innovation"],
        Evidence::Extremes => &["concern", "innovation"],
    };
    let strengths: f64 = (inspection.intelligence.as_ref()?.iter())
        .filter(|row| row.site == site.id && speaks.contains(&row.r#type.as_str()))
        .map(|row| f64::from(row.strength))
        .sum();
    Some((strengths / 5.0).min(1.0))
}
