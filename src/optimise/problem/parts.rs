//! Parts of a problem that no link ties to each other: for the sites of one it does not matter which of another are selected.

use typed_index_collections::TiVec;

use super::LinkView;
use crate::domain::{Kind, KindId, KindRow};

/// Kinds that links tie to each other, and to no other kind.
pub(in crate::optimise) type Part = TiVec<KindRow, bool>;

/// The parts of these kinds, by the first kind of each.
pub(super) fn parts(kinds: &[Kind], links: &[LinkView]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for first in 0..kinds.len() {
        let is_in = |part: &Part| part[KindRow::from(first)];
        if parts.iter().any(is_in) {
            continue;
        }
        let mut part: Part = (0..kinds.len()).map(|kind| kind == first).collect();
        loop {
            let before = part.clone();
            for view in links {
                let row = |id: &KindId| kinds.iter().position(|kind| kind.id == *id);
                let (each, brings) = (row(&view.link.each), row(&view.link.brings));
                if let (Some(each), Some(brings)) = (each, brings) {
                    let tied = part[KindRow::from(each)] || part[KindRow::from(brings)];
                    part[KindRow::from(each)] |= tied;
                    part[KindRow::from(brings)] |= tied;
                }
            }
            if part == before {
                break;
            }
        }
        parts.push(part);
    }
    parts
}
