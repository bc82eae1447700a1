//! A draft written out as a plan: names, dates, letters, pairs and visit leads.

use super::draft::{self, Draft};
use super::field::Field;
use super::staffing_tier::{Reached, Settled};
use crate::calendar::Calendar;
use crate::domain::{PLAN_FORMAT, Plan, TIER_NAMES, Tier, Visit};

/// A draft with its names, letters and visit leads.
pub(super) fn plan(
    field: &Field,
    calendar: &Calendar,
    selection: Reached,
    settled: &Settled,
) -> Option<Plan> {
    let reached = [selection, settled.calendar, settled.staffing];
    let tiers = TIER_NAMES.iter().zip(reached).map(|(name, reached)| Tier {
        name: (*name).to_owned(),
        value: reached.value,
        bound: reached.bound,
        proven: reached.proven,
    });
    Some(Plan {
        format: PLAN_FORMAT,
        inspection: field.inspection.header.title.clone(),
        inputs_digest: field.inspection.inputs_digest.clone(),
        tiers: tiers.collect(),
        authority_date: calendar.authority_date,
        visits: visits(field, calendar, &settled.draft)?,
        sessions: Vec::new(),
        preparation: Vec::new(),
    })
}

/// The visits of a draft, by first day, then site.
fn visits(field: &Field, calendar: &Calendar, draft: &Draft) -> Option<Vec<Visit>> {
    let mut order: Vec<&draft::DraftVisit> = draft.visits.iter().collect();
    let start = |visit: &draft::DraftVisit| &field.choices[visit.site][visit.choice].start;
    order.sort_by_key(|visit| (start(visit).first_day(), &field.site(visit.site).id));
    let first_days: Vec<_> = order.iter().map(|visit| start(visit).first_day()).collect();
    let letters = calendar.letters(&first_days);
    let mut led = std::collections::BTreeMap::<usize, usize>::new();
    let mut visits = Vec::new();
    for (visit, letter_by) in order.into_iter().zip(letters) {
        let kind = field.kinds[visit.site];
        // The lead goes round: whoever has led least so far.
        let lead = visit
            .team
            .iter()
            .copied()
            .filter(|row| {
                let person = field.person(*row);
                person.experienced && person.inspectorate == kind.inspectorate
            })
            .min_by_key(|row| (led.get(row).copied().unwrap_or(0), &field.person(*row).id))?;
        *led.entry(lead).or_default() += 1;
        let pairs = draft::seat_pairs(field, kind, &visit.team)?;
        visits.push(Visit {
            site: field.site(visit.site).id.clone(),
            kind: kind.id.clone(),
            first_day: start(visit).first_day(),
            last_day: start(visit).last_day(),
            letter_by,
            pairs: pairs
                .into_iter()
                .map(|pair| draft::pair_ids(field, pair))
                .collect(),
            visit_lead: field.person(lead).id.clone(),
        });
    }
    Some(visits)
}
