//! The places of values in the order of size.

use crate::domain::SiteId;

/// Values this close to the one before tie with it, and share the mean rank.
const TIE: f64 = 1e-9;

/// The rank of each value, from 1 for the lowest.
pub(super) fn ranks(mut values: Vec<(&SiteId, f64)>) -> Vec<(&SiteId, f64)> {
    values.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut ranks = Vec::new();
    for tied in values.chunk_by(|a, b| b.1 - a.1 <= TIE) {
        // The ranks before + 1 ..= before + len, on average.
        let rank = ranks.len() as f64 + (tied.len() as f64 + 1.0) / 2.0;
        ranks.extend(tied.iter().map(|&(id, _)| (id, rank)));
    }
    ranks
}
