//! What was said in consultation, and whether the plan takes it into account.

use std::collections::HashMap;

use serde::Serialize;

use super::particulars::Particulars;
use crate::domain::{Consultation, Inspection, Named, Outcome, SiteId};

/// An outcome of consultation on a selected site that the plan does not reflect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NotReflected {
    /// The site.
    pub site: Named<SiteId>,
    /// What was agreed.
    pub agreed: Agreed,
}

/// What was agreed in consultation, and does not show in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Agreed {
    /// To exclude the site.
    Exclusion,
    /// To visit it on other dates; but no table fixes or avoids any for it.
    OtherDates,
}

/// What was said about each site in consultation.
pub(crate) fn consultations(inspection: &Inspection) -> HashMap<&SiteId, Vec<Consultation>> {
    let mut said: HashMap<&SiteId, Vec<Consultation>> = HashMap::new();
    for row in &inspection.consultation {
        said.entry(&row.site).or_default().push(row.clone());
    }
    said
}

/// Each selected site where the outcome of consultation is not reflected.
pub(crate) fn not_reflected(facts: &Particulars<'_>) -> Vec<NotReflected> {
    let inspection = facts.inspection;
    let selected = inspection
        .consultation
        .iter()
        .filter(|row| facts.visit(&row.site).is_some());
    let not_reflected = selected.filter_map(|row| {
        let agreed = match row.outcome {
            Outcome::Excluded => Agreed::Exclusion,
            Outcome::Dates if !has_dates_of_its_own(inspection, &row.site) => Agreed::OtherDates,
            Outcome::Dates | Outcome::None => return None,
        };
        let site = facts.named_site(&row.site);
        Some(NotReflected { site, agreed })
    });
    not_reflected.collect()
}

/// Whether `fixed.csv` or `periods_to_avoid.csv` has dates for the site.
fn has_dates_of_its_own(inspection: &Inspection, site: &SiteId) -> bool {
    let mut fixed = inspection.fixed.iter();
    let mut periods = inspection.periods.iter();
    fixed.any(|row| row.site == *site && (row.not_before.is_some() || row.not_after.is_some()))
        || periods.any(|period| {
            period.applies_to == "site" && period.value.as_deref() == Some(site.as_str())
        })
}
