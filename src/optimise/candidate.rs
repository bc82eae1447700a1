//! The visits that a model may hold.

use good_lp::Variable;

use super::problem::ChoiceRow;
use crate::domain::{SiteRow, row};

/// One visit that the model may hold: a site on one of its starts.
#[derive(Debug, Clone)]
pub(super) struct CandidateVisit {
    pub site: SiteRow,
    pub choice: ChoiceRow,
    /// Whether this visit takes place.
    pub takes_place: Variable,
}

row!(
    /// The place of a candidate among those of a model.
    CandidateRow
);
