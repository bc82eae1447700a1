//! What each site costs or brings: what a selection could score at most if it were decided otherwise.

use super::answer::{SiteChange, SiteValue};
use super::clock::Clock;
use super::field::Field;
use super::model::{Pick, Scope};
use super::selection_tier::at_most;
use super::solver::Found;

/// For every site, the most that tier 1 could reach with it forced in, or with it left out if it is selected.
pub(super) fn sites(field: &Field, selected: &[usize], clock: &Clock) -> Vec<SiteChange> {
    let change = |site: usize| {
        let is_selected = selected.contains(&site);
        SiteChange {
            site: field.site(site).id.clone(),
            selected: is_selected,
            value: value(field, site, is_selected, clock),
        }
    };
    (0..field.kinds.len()).map(change).collect()
}

fn value(field: &Field, site: usize, is_selected: bool, clock: &Clock) -> SiteValue {
    // Even to begin takes time, for each of many sites.
    if clock.is_up() {
        return SiteValue::Unknown;
    }
    let mut base = Scope::everything(field);
    base.picks[site] = if is_selected { Pick::Out } else { Pick::In };
    match at_most(field, &base, clock) {
        Found::Best(value) => SiteValue::AtMost(value),
        Found::Nothing => SiteValue::NoSelection,
        Found::Some(..) | Found::Unknown(_) => SiteValue::Unknown,
    }
}
