//! No-good cuts: what was proved to be impossible is not asked for again.

use good_lp::Expression;

use crate::domain::SiteRow;
use crate::optimise::model::PlanModel;

/// Selections that cannot be visited and staffed: those with all of `with` and none of `without`.
#[derive(Debug, Clone)]
pub(in crate::optimise) struct SelectionCut {
    pub with: Vec<SiteRow>,
    pub without: Vec<SiteRow>,
}

impl SelectionCut {
    /// Whether it says of these sites that they cannot be visited and staffed.
    pub fn takes_off(&self, selected: &[SiteRow]) -> bool {
        let has = |site: &SiteRow| selected.contains(site);
        self.with.iter().all(has) && !self.without.iter().any(has)
    }

    /// Leaves one of the sites out, or selects another.
    pub(super) fn add_to(&self, model: &mut PlanModel) {
        let missing: Expression = self
            .with
            .iter()
            .map(|site| Expression::from(1.0) - model.pick(*site))
            .sum();
        let added: Expression = self.without.iter().map(|site| model.pick(*site)).sum();
        model.rows.push((missing + added).geq(1.0));
    }
}
