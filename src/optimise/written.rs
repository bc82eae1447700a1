//! A draft written out as a plan: names, dates, letters, pairs and visit leads.

use super::draft::{self, Draft};
use super::fault::Fault;
use super::field::Field;
use super::staffing_tier::{Reached, Settled};
use crate::calendar::Calendar;
use crate::domain::{InspectorRow, PLAN_FORMAT, Plan, TIER_NAMES, Tier, Visit};

/// A draft with its names, letters and visit leads.
///
/// # Errors
/// [`Fault::Unseated`] or [`Fault::Unled`] where a team of the draft breaks what the model promises of every team.
pub(super) fn plan(
    field: &Field,
    calendar: &Calendar,
    selection: Reached,
    settled: &Settled,
) -> Result<Plan, Fault> {
    let reached = [selection, settled.calendar, settled.staffing];
    let tiers = TIER_NAMES.iter().zip(reached).map(|(name, reached)| Tier {
        name: (*name).to_owned(),
        value: reached.value,
        bound: reached.bound,
        proven: reached.proven,
    });
    Ok(Plan {
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
fn visits(field: &Field, calendar: &Calendar, draft: &Draft) -> Result<Vec<Visit>, Fault> {
    let mut order: Vec<&draft::DraftVisit> = draft.visits.iter().collect();
    let start = |visit: &draft::DraftVisit| &field.choices[visit.site][visit.choice].start;
    order.sort_by_key(|visit| (start(visit).first_day(), &field.site(visit.site).id));
    let first_days: Vec<_> = order.iter().map(|visit| start(visit).first_day()).collect();
    let letters = calendar.letters(&first_days);
    let mut led = std::collections::BTreeMap::<InspectorRow, usize>::new();
    let mut visits = Vec::new();
    for (visit, letter_by) in order.into_iter().zip(letters) {
        let kind = field.kind(visit.site);
        let site = || field.site(visit.site).name.clone();
        // The lead goes round: whoever has led least so far.
        let lead = visit
            .team
            .iter()
            .copied()
            .filter(|row| {
                let person = field.person(*row);
                person.experienced && person.inspectorate == kind.inspectorate
            })
            .min_by_key(|row| (led.get(row).copied().unwrap_or(0), &field.person(*row).id))
            .ok_or_else(|| Fault::Unled { site: site() })?;
        *led.entry(lead).or_default() += 1;
        let pairs = draft::seat_pairs(field, kind, &visit.team);
        let pairs = pairs.ok_or_else(|| Fault::Unseated { site: site() })?;
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
    Ok(visits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::RuleSet;
    use crate::example::{self, Size};
    use crate::instance::Instance;
    use crate::optimise::field::ChoiceRow;

    /// The first visit of the first site that could be visited, with so many of those who could go, in a plan.
    fn written(
        team: impl Fn(&Field, &[InspectorRow]) -> Vec<InspectorRow>,
    ) -> (Result<Plan, Fault>, String) {
        let inspection = example::inspection(Size::S, 1).expect("an example");
        let instance = Instance::new(inspection);
        let field = Field::new(&instance, RuleSet::all());
        let site = field.sites().find(|site| !field.choices[*site].is_empty());
        let site = site.expect("a site to visit");
        let visit = draft::DraftVisit {
            site,
            choice: 0.into(),
            team: team(&field, &field.choices[site][ChoiceRow::from(0)].people),
        };
        let draft = Draft {
            visits: vec![visit],
        };
        let settled = Settled::first(&field, &draft);
        let plan = plan(&field, &instance.calendar, Reached::unknown(0.0), &settled);
        (plan, field.site(site).name.clone())
    }

    #[test]
    fn a_team_without_a_lead_is_a_fault_that_names_the_site() {
        let (plan, site) = written(|_, _| Vec::new());
        assert_eq!(plan, Err(Fault::Unled { site }));
    }

    #[test]
    fn a_team_that_cannot_be_seated_is_a_fault_that_names_the_site() {
        let (plan, site) = written(|field, people| {
            let leads = |row: &&InspectorRow| {
                let person = field.person(**row);
                person.experienced && person.inspectorate == field.kind(0.into()).inspectorate
            };
            people.iter().filter(leads).copied().take(1).collect()
        });
        assert_eq!(plan, Err(Fault::Unseated { site }));
    }
}
