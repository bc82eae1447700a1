//! The visits that the milestones speak of: those of the plan, or one stretch of fieldwork that stands in for them.

use chrono::NaiveDate;

use crate::calendar::Calendar;
use crate::domain::{Inspection, InspectorateId, Plan, SiteId, Visit};

/// What the milestones need to know of a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct VisitDays {
    /// `None` for the stretch that stands in for all.
    pub(super) site: Option<SiteId>,
    pub(super) name: String,
    /// Whose kind of site it is; of the stretch, every inspectorate that has a kind.
    pub(super) inspectorates: Vec<InspectorateId>,
    pub(super) first_day: NaiveDate,
    pub(super) last_day: NaiveDate,
    /// The first and the last preparation day, if there are any.
    pub(super) preparation: Option<(NaiveDate, NaiveDate)>,
    pub(super) letter_by: NaiveDate,
}

/// The visits of the plan in its order; without one, from the first possible day to the end of the window.
pub(super) fn visits(
    inspection: &Inspection,
    calendar: &Calendar,
    plan: Option<&Plan>,
) -> Vec<VisitDays> {
    match plan {
        Some(plan) => {
            let visits = plan.visits.iter();
            visits
                .map(|visit| planned(inspection, calendar, visit))
                .collect()
        }
        None => vec![stand_in(inspection, calendar)],
    }
}

/// A day within the years that the tables allow: a plan edited by hand may hold any date, and every day up to it would be
/// counted.
fn sane(day: NaiveDate) -> NaiveDate {
    let end = |year: i32, month: u32, day: u32| NaiveDate::from_ymd_opt(year, month, day);
    day.max(end(1990, 1, 1).unwrap_or(day))
        .min(end(2100, 12, 31).unwrap_or(day))
}

fn planned(inspection: &Inspection, calendar: &Calendar, visit: &Visit) -> VisitDays {
    let first_day = sane(visit.first_day);
    let (site, kind) = (inspection.site(&visit.site), inspection.kind(&visit.kind));
    let start =
        site.and_then(|site| calendar.start_on(site, inspection.kind(&visit.kind)?, first_day));
    let preparation = start.as_ref().map(|start| start.preparation.as_slice());
    VisitDays {
        site: Some(visit.site.clone()),
        name: site.map_or_else(|| visit.site.to_string(), |site| site.name.clone()),
        inspectorates: kind
            .map(|kind| kind.inspectorate.clone())
            .into_iter()
            .collect(),
        first_day,
        // A plan edited by hand may end before it begins.
        last_day: sane(visit.last_day).max(first_day),
        preparation: preparation.and_then(ends),
        letter_by: sane(visit.letter_by),
    }
}

fn stand_in(inspection: &Inspection, calendar: &Calendar) -> VisitDays {
    let first_day = calendar.first_possible;
    let longest = inspection.kinds.iter().map(|kind| kind.prepare_days).max();
    let preparation = longest.filter(|days| *days > 0).map(|days| {
        (
            calendar.desk_day_before(first_day, days),
            calendar.desk_day_before(first_day, 1),
        )
    });
    let mut inspectorates: Vec<InspectorateId> = Vec::new();
    for kind in &inspection.kinds {
        if !inspectorates.contains(&kind.inspectorate) {
            inspectorates.push(kind.inspectorate.clone());
        }
    }
    VisitDays {
        site: None,
        name: "no plan yet".to_owned(),
        inspectorates,
        first_day,
        last_day: inspection.timing.last_day.max(first_day),
        preparation,
        letter_by: calendar.letter_by(first_day),
    }
}

fn ends(days: &[NaiveDate]) -> Option<(NaiveDate, NaiveDate)> {
    Some((*days.first()?, *days.last()?))
}
