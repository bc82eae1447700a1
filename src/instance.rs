//! An inspection with what follows from it: made once, and shared by all who need it.

use std::sync::Arc;

use crate::calendar::Calendar;
use crate::domain::Inspection;
use crate::score::Scores;

/// An inspection, its calendar and its scores. A clone is the same instance, not another.
#[derive(Debug, Clone)]
pub struct Instance {
    /// What is known: the settings and the tables.
    pub inspection: Arc<Inspection>,
    /// The dates that do not depend on the plan.
    pub calendar: Arc<Calendar>,
    /// What each site is worth, by the weights of the inspection.
    pub scores: Arc<Scores>,
}

impl Instance {
    /// Works out what follows from an inspection.
    pub fn new(inspection: impl Into<Arc<Inspection>>) -> Self {
        let inspection = inspection.into();
        Self {
            calendar: Arc::new(Calendar::new(&inspection)),
            scores: Arc::new(Scores::new(&inspection)),
            inspection,
        }
    }
}
