//! How old the evidence is on the day it is published.

use chrono::NaiveDate;

use super::visits::VisitDays;
use crate::domain::SiteId;

/// The age of the evidence at publication, in calendar days from each visit's last onsite day.
#[derive(Debug, Clone, PartialEq)]
pub struct EvidenceAge {
    /// For each visit, in the order of the plan.
    pub visits: Vec<Age>,
    /// The mean over the visits.
    pub mean: f64,
    /// The oldest; the first of them where several are as old.
    pub worst: Age,
}

/// The age of the evidence of one visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Age {
    /// The site.
    pub site: SiteId,
    /// Its name.
    pub name: String,
    /// Its last onsite day.
    pub last_day: NaiveDate,
    /// Calendar days from then to publication; below 0 where publication comes first.
    pub days: i64,
}

/// The age of the evidence of each visit; `None` without any.
pub(super) fn evidence_age(visits: &[VisitDays], publication: NaiveDate) -> Option<EvidenceAge> {
    let age = |visit: &VisitDays| {
        Some(Age {
            site: visit.site.clone()?,
            name: visit.name.clone(),
            last_day: visit.last_day,
            days: publication.signed_duration_since(visit.last_day).num_days(),
        })
    };
    let visits: Vec<Age> = visits.iter().filter_map(age).collect();
    let oldest = visits.iter().map(|age| age.days).max()?;
    let worst = visits.iter().find(|age| age.days == oldest)?.clone();
    let sum: i64 = visits.iter().map(|age| age.days).sum();
    let mean = sum as f64 / visits.len() as f64;
    Some(EvidenceAge {
        visits,
        mean,
        worst,
    })
}
