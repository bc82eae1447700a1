//! To come.

use crate::optimise::model::PlanModel;

pub(in crate::optimise) fn journey(_: &mut PlanModel) {}
