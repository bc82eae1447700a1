//! The burden of other inspections: engagement days inside the burden window.

use std::collections::HashMap;

use chrono::{Months, NaiveDate};

use crate::calendar::Calendar;
use crate::domain::{Engagement, Inspection, Site, SiteId};

/// Engagement days of every site.
pub(super) struct Burdens<'a> {
    from: NaiveDate,
    to: NaiveDate,
    engagements: HashMap<&'a SiteId, Vec<&'a Engagement>>,
}

impl<'a> Burdens<'a> {
    pub(super) fn new(inspection: &'a Inspection) -> Self {
        let (timing, burden) = (&inspection.timing, &inspection.burden);
        let from = timing
            .first_day
            .checked_sub_months(Months::new(burden.months_before));
        let to = timing
            .last_day
            .checked_add_months(Months::new(burden.months_after));
        let mut engagements: HashMap<&SiteId, Vec<&Engagement>> = HashMap::new();
        for engagement in &inspection.engagements {
            engagements
                .entry(&engagement.site)
                .or_default()
                .push(engagement);
        }
        Self {
            from: from.unwrap_or(NaiveDate::MIN),
            to: to.unwrap_or(NaiveDate::MAX),
            engagements,
        }
    }

    /// Mondays to Fridays in the window, each engagement at most its `days`, added up.
    pub(super) fn days(&self, site: &Site) -> u32 {
        let engagements = self.engagements.get(&site.id);
        engagements
            .into_iter()
            .flatten()
            .map(|engagement| {
                let inside = Calendar::weekdays_between(
                    engagement.first_day.max(self.from),
                    engagement.last_day.min(self.to),
                );
                inside.min(engagement.days.unwrap_or(u32::MAX))
            })
            .sum()
    }
}
