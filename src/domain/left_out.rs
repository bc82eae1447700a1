//! Sites that are not selected because of what is fixed for them.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{InspectorId, SiteId};

/// A site that is not selected, and would be if these rows of `fixed.csv` did not say what they say: with it, a selection that can be
/// visited and staffed scores more, and none without it does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LeftOut {
    /// The site.
    pub site: SiteId,
    /// The inspectors who are fixed for it and would not have to be.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inspectors: Vec<InspectorId>,
    /// The dates that are fixed for it and would not have to be.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<FixedBetween>,
}

/// Between which days a visit is fixed; a side that is open is left out.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub struct FixedBetween {
    /// No onsite day before this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<NaiveDate>,
    /// No onsite day after this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_after: Option<NaiveDate>,
}
