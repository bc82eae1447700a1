//! How unlike two sites are (Gower's distance), and how well a selection represents its kind.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::check::ranks::ranks;
use crate::check::site_columns::SiteColumns;
use crate::domain::{Inspection, Kind, Site, SiteId};

/// The profile columns of one kind.
pub(super) struct KindProfile<'a> {
    sites: Vec<&'a Site>,
    columns: Vec<ProfileColumn<'a>>,
}

/// What the sites have in one column; a site without an entry is blank there.
enum ProfileColumn<'a> {
    /// Numbers by their places in the order of size, so that one giant does not make all others alike.
    Ranks {
        of: BTreeMap<&'a SiteId, f64>,
        range: f64,
    },
    Words {
        of: BTreeMap<&'a SiteId, Cow<'a, str>>,
    },
}

impl<'a> KindProfile<'a> {
    pub(super) fn new(inspection: &'a Inspection, columns: &SiteColumns, kind: &Kind) -> Self {
        let sites: Vec<&Site> = (inspection.sites.iter())
            .filter(|site| site.kind == kind.id)
            .collect();
        let columns = (kind.profile.iter())
            .map(|name| ProfileColumn::new(&sites, columns, name))
            .collect();
        Self { sites, columns }
    }

    /// Σ over all sites of the kind of 1 − the distance to the nearest selected one.
    pub(super) fn represented_by(&self, selected: &[&Site]) -> f64 {
        let nearest = |site: &Site| {
            (selected.iter())
                .map(|other| self.distance(site, other))
                .fold(1.0, f64::min)
        };
        self.sites.iter().map(|site| 1.0 - nearest(site)).sum()
    }

    /// The mean difference over the columns that both have; 0 to itself, 1 where they share none.
    fn distance(&self, a: &Site, b: &Site) -> f64 {
        if a.id == b.id {
            return 0.0;
        }
        let shared: Vec<f64> = (self.columns.iter())
            .filter_map(|column| column.difference(&a.id, &b.id))
            .collect();
        if shared.is_empty() {
            return 1.0;
        }
        shared.iter().sum::<f64>() / shared.len() as f64
    }
}

impl<'a> ProfileColumn<'a> {
    fn new(sites: &[&'a Site], columns: &SiteColumns, name: &str) -> Self {
        if name == "performance" {
            let known = |site: &&'a Site| Some((&site.id, columns.percentile(&site.id)?));
            return Self::ranks(sites.iter().filter_map(known).collect());
        }
        let filled: BTreeMap<&SiteId, Cow<str>> = (sites.iter())
            .filter_map(|site| Some((&site.id, columns.text(site, name)?)))
            .collect();
        let numbers: Option<Vec<(&SiteId, f64)>> = (filled.iter())
            .map(|(&id, text)| Some((id, plain_decimal(text)?)))
            .collect();
        match numbers {
            Some(numbers) => Self::ranks(numbers),
            None => Self::Words { of: filled },
        }
    }

    fn ranks(values: Vec<(&'a SiteId, f64)>) -> Self {
        let of: BTreeMap<&SiteId, f64> = ranks(values).into_iter().collect();
        let highest = of.values().copied().fold(f64::NEG_INFINITY, f64::max);
        let lowest = of.values().copied().fold(f64::INFINITY, f64::min);
        Self::Ranks {
            of,
            range: highest - lowest,
        }
    }

    /// How far two sites lie apart in this column, from 0 to 1; `None` unless both have it.
    fn difference(&self, a: &SiteId, b: &SiteId) -> Option<f64> {
        match self {
            Self::Ranks { of, range } => {
                let difference = (of.get(a)? - of.get(b)?).abs();
                Some(if *range > 0.0 {
                    difference / range
                } else {
                    0.0
                })
            }
            Self::Words { of } => Some(if of.get(a)? == of.get(b)? { 0.0 } else { 1.0 }),
        }
    }
}

/// A number written as sign, digits, point, digits, of which only the first digits are needed.
/// Anything else, such as `1e3` or `1,000`, is a word.
fn plain_decimal(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if digits(whole) && digits(fraction) {
        text.parse().ok()
    } else {
        None
    }
}
