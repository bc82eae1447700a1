//! Why a site is selected, or why not: only what the tables and the plan show.

mod context;
mod not_selected;
mod other_choice;
mod reasons;
mod score_parts;
mod selected;

pub use other_choice::{Alternative, Because, Instead, NearBecause, OtherChoice};
pub use reasons::{AgainstSite, ForSite, Signal, WhySite};

pub use score_parts::{Beside, PartDifference, ScorePart};

pub(crate) use context::{Case, Grounds};
pub(super) use score_parts::{TIE, beside};

/// Why a site is selected or not.
pub(crate) fn why_this_site<'a>(grounds: &Grounds<'_, 'a>, case: &Case<'a>) -> WhySite {
    match grounds.facts.visit(&case.site.id) {
        Some(visit) => WhySite::Selected(grounds.for_it(case, visit)),
        None => WhySite::NotSelected(grounds.against_it(case)),
    }
}

/// The most that tier 1 could reach with the site decided otherwise, if it is known.
pub(crate) fn best_otherwise<'a>(grounds: &Grounds<'_, 'a>, case: &Case<'a>) -> Option<f64> {
    let selected = grounds.facts.visit(&case.site.id).is_some();
    // A site that cannot be visited at all has no figure to argue from.
    if !selected && grounds.ruled_out(case).is_some() {
        return None;
    }
    grounds.other_choices.most(&case.site.id, selected)
}
