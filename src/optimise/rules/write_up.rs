//! To come.

use crate::optimise::model::PlanModel;

pub(in crate::optimise) fn write_up(_: &mut PlanModel) {}
