//! Steps in an order in which none comes before what it waits for.

use std::collections::BTreeSet;

/// The places 0 to `count`, each after those that stand before it in a pair; otherwise in their own order. What waits
/// in a circle, which the input refuses, comes last.
pub(super) fn sorted(count: usize, pairs: impl Iterator<Item = (usize, usize)>) -> Vec<usize> {
    let mut waits_for = vec![0_usize; count];
    let mut later = vec![Vec::new(); count];
    for (from, to) in pairs {
        waits_for[to] += 1;
        later[from].push(to);
    }
    let mut free: BTreeSet<usize> = (0..count).filter(|place| waits_for[*place] == 0).collect();
    let mut order = Vec::with_capacity(count);
    while let Some(place) = free.pop_first() {
        order.push(place);
        for to in &later[place] {
            waits_for[*to] -= 1;
            if waits_for[*to] == 0 {
                free.insert(*to);
            }
        }
    }
    order.extend((0..count).filter(|place| waits_for[*place] > 0));
    order
}
