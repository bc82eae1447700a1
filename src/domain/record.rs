//! What a plan's file says of itself beside the plan.

/// What stands at the head of a `plan.json`, as it was read: each is worked out anew for every output, and can be compared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanRecord {
    /// Whether it calls itself a draft; `None` where a file edited by hand leaves it out.
    pub status: Option<String>,
    /// The handling marking; `None` where it is left out.
    pub marking: Option<String>,
    /// The scenario that it was made with, `Some(None)` where it says that there was none; `None` where it is left out.
    pub scenario: Option<Option<String>>,
}
