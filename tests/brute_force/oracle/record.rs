//! The record of each site, and the columns derived from it.

use std::borrow::Cow;

use assize::domain::{Better, Inspection, Site};

/// The percentile of every site within its kind; `None` without data.
pub fn percentiles(problem: &Inspection) -> Vec<Option<f64>> {
    let mut found = vec![None; problem.sites.len()];
    for kind in &problem.kinds {
        let members: Vec<usize> = (0..problem.sites.len())
            .filter(|s| problem.sites[*s].kind == kind.id)
            .collect();
        let mut ranked: Vec<(f64, usize)> = members
            .iter()
            .filter_map(|s| Some((composite(problem, &members, *s)?, *s)))
            .collect();
        ranked.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut from = 0;
        while from < ranked.len() {
            let mut to = from + 1;
            while to < ranked.len() && ranked[to].0 - ranked[to - 1].0 <= 1e-9 {
                to += 1;
            }
            // Ranks from + 1 ..= to are shared by all that tie.
            let rank = (from + 1 + to) as f64 / 2.0;
            for (_, site) in &ranked[from..to] {
                found[*site] = Some((rank - 0.5) / ranked.len() as f64);
            }
            from = to;
        }
    }
    found
}

/// The weighted mean of the z-scores of one site among the sites of its kind; `None` without data.
fn composite(problem: &Inspection, members: &[usize], site: usize) -> Option<f64> {
    let (mut total, mut known, mut sum) = (0.0, 0.0, 0.0);
    for indicator in &problem.indicators {
        let value_at = |s: usize| {
            problem
                .performance
                .iter()
                .find(|row| row.site == problem.sites[s].id && row.indicator == indicator.id)
                .and_then(|row| row.value)
        };
        let values: Vec<f64> = members.iter().filter_map(|s| value_at(*s)).collect();
        if values.is_empty() {
            continue;
        }
        total += indicator.weight;
        let Some(value) = value_at(site) else {
            continue;
        };
        known += indicator.weight;
        let n = values.len() as f64;
        let mean = values.iter().sum::<f64>() / n;
        let spread = (values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / n).sqrt();
        let sign = match indicator.better {
            Better::Higher => 1.0,
            Better::Lower => -1.0,
        };
        if values.iter().any(|v| *v != values[0]) {
            sum += indicator.weight * sign * (value - mean) / spread;
        }
    }
    (total > 0.0 && known >= total / 2.0).then(|| sum / known)
}

/// The text that a quota or a profile compares; `None` where there is none.
pub fn text(problem: &Inspection, site: &Site, q: Option<f64>, column: &str) -> Option<String> {
    match column {
        "performance_band" => q.map(|q| {
            let band = if q <= 1.0 / 3.0 {
                "low"
            } else if q > 2.0 / 3.0 {
                "high"
            } else {
                "middle"
            };
            band.to_owned()
        }),
        "innovative" => {
            let innovative = problem
                .intelligence
                .iter()
                .flatten()
                .any(|row| row.site == site.id && row.r#type == "innovation");
            Some(if innovative { "yes" } else { "no" }.to_owned())
        }
        _ => site.cell(column).map(Cow::into_owned),
    }
}

/// A plain decimal: sign, digits, point, digits.
pub fn plain_decimal(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let plain = match unsigned.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(unsigned),
    };
    if plain { text.parse().ok() } else { None }
}
