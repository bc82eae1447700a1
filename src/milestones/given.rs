//! The dates that the settings, the record and the plan give.

use chrono::NaiveDate;

use super::visits::VisitDays;
use crate::calendar::Calendar;
use crate::domain::{Given, Inspection, InspectorateId};

/// From the first to the last of the days that a step is given; the same day twice unless it is preparation or fieldwork.
///
/// `None` where there is none: no preparation days, no visit, no target for publication.
pub(super) fn days(
    given: Given,
    inspection: &Inspection,
    calendar: &Calendar,
    inspectorate: Option<&InspectorateId>,
    visits: &[&VisitDays],
) -> Option<(NaiveDate, NaiveDate)> {
    let one = |day: NaiveDate| (day, day);
    match given {
        Given::SelectionProposed => Some(one(inspection.timing.selection_proposed)),
        Given::LettersReady => Some(one(calendar.letters_ready)),
        Given::Publication => inspection.timing.publication.map(one),
        Given::Authority => {
            let own = calendar
                .authority
                .iter()
                .find(|(id, _)| Some(id) == inspectorate);
            Some(one(own.map_or(calendar.authority_date, |(_, day)| *day)))
        }
        Given::Letters => visits.iter().map(|visit| visit.letter_by).min().map(one),
        Given::Preparation => whole(visits.iter().filter_map(|visit| visit.preparation)),
        Given::Fieldwork => whole(visits.iter().map(|visit| (visit.first_day, visit.last_day))),
    }
}

/// The day on which an inspectorate gave its authority for the plan with this code, by `authority.csv`; the last where it is
/// there twice.
pub(super) fn recorded(
    inspection: &Inspection,
    inspectorate: &InspectorateId,
    code: &str,
) -> Option<NaiveDate> {
    let rows = inspection.authority_given.iter();
    let own = rows.filter(|row| row.inspectorate == *inspectorate && row.is_for(code));
    own.map(|row| row.given_on).max()
}

/// From the first day of all to the last.
fn whole(
    stretches: impl Iterator<Item = (NaiveDate, NaiveDate)>,
) -> Option<(NaiveDate, NaiveDate)> {
    stretches.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}
