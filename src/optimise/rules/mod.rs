//! The rules as rows of the model: one function each, named as the rule is.

pub(super) mod dates;
pub(super) mod experience;
pub(super) mod headcount;
pub(super) mod people;
pub(super) mod selection;
