//! The bound of the search for seasons: what the rest of a season could spare at most.

use std::collections::BTreeMap;

use super::diary::Diary;
use crate::domain::SiteRow;

/// Sites that are kept in mind so that a bound counts each once.
const TRACKED: usize = 6;

/// The table is no larger than this, 32 MB: rather fewer sites are tracked.
const MOST_CELLS: usize = 4_000_000;

/// What engagements from a place on could spare at most: weighted intervals, with the days that are left, and no site of a few twice.
pub(super) struct Spare {
    /// By place: the first of the engagements from there on that spare anything.
    from: Vec<usize>,
    pub layers: usize,
    masks: usize,
    table: Vec<f64>,
    /// The bit of each engagement's site, 0 where it is not tracked.
    pub bits: Vec<usize>,
}

impl Spare {
    pub(super) fn of(diary: &Diary, costs: &[f64]) -> Self {
        let size = diary.engagements.len();
        let sparing: Vec<usize> = (0..size).filter(|place| costs[*place] < 0.0).collect();
        let mut from = vec![sparing.len(); size + 1];
        let mut at = sparing.len();
        for place in (0..size).rev() {
            if costs[place] < 0.0 {
                at -= 1;
            }
            from[place] = at;
        }
        let mut by_site: BTreeMap<SiteRow, f64> = BTreeMap::new();
        for place in &sparing {
            *by_site.entry(diary.engagements[*place].site).or_default() -= costs[*place];
        }
        let mut sites: Vec<(SiteRow, f64)> = by_site.into_iter().collect();
        sites.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        let layers = diary.layers();
        let rows = (sparing.len() + 1).saturating_mul(layers);
        let fit = (0..=TRACKED)
            .rev()
            .find(|sites| rows << sites <= MOST_CELLS);
        sites.truncate(fit.unwrap_or(0));
        let masks = 1 << sites.len();
        let bit = |site: SiteRow| {
            let place = sites.iter().position(|(tracked, _)| *tracked == site);
            place.map_or(0, |place| 1 << place)
        };
        let bits: Vec<usize> = diary
            .engagements
            .iter()
            .map(|entry| bit(entry.site))
            .collect();
        let mut spare = Self {
            from,
            layers,
            masks,
            table: vec![0.0; rows * masks],
            bits,
        };
        for (index, place) in sparing.iter().enumerate().rev() {
            let days = diary.days_of(*place);
            let bit = spare.bits[*place];
            for left in 0..layers {
                for mask in 0..masks {
                    let mut best = spare.table[spare.cell(index + 1, left, mask)];
                    if days <= left && mask & bit == 0 {
                        let rest = spare.at(diary.next[*place], left - days, mask | bit);
                        best = best.max(rest - costs[*place]);
                    }
                    let cell = spare.cell(index, left, mask);
                    spare.table[cell] = best;
                }
            }
        }
        spare
    }

    fn cell(&self, index: usize, left: usize, mask: usize) -> usize {
        (index * self.layers + left) * self.masks + mask
    }

    /// From a place on, with so many days left, and without the sites of the mask.
    pub(super) fn at(&self, place: usize, left: usize, mask: usize) -> f64 {
        self.table[self.cell(self.from[place], left, mask)]
    }
}
