//! T9: the visit before all others.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use good_lp::Expression;

use crate::domain::SiteRow;
use crate::optimise::candidate::CandidateVisit;
use crate::optimise::model::PlanModel;
use crate::optimise::problem::PilotView;
use crate::optimise::restriction::Pick;

/// T9: the pilot is selected, and every other visit starts more than `review_days` working days after it, unless the one brings the
/// other in the same week.
pub(in crate::optimise) fn pilot(model: &mut PlanModel) {
    let Some(pilot) = &model.problem.pilot else {
        return;
    };
    if model.restriction.kinds[model.problem.kind_row(pilot.site)] {
        model.rows.push(model.pick(pilot.site).geq(1));
    }
    if model.restriction.picks[pilot.site] == Pick::Elsewhere {
        return;
    }
    let visits: Vec<CandidateVisit> = model.candidates_of(pilot.site).cloned().collect();
    let others: Vec<SiteRow> = model.problem.sites().collect();
    for site in others.into_iter().filter(|site| *site != pilot.site) {
        let rows = match model.problem.may_be_brought(pilot.site, site) {
            true => beside(model, pilot, &visits, site),
            false => after(model, pilot, &visits, site),
        };
        model.rows.extend(rows);
    }
}

/// For a site that is not tied to the pilot: for each day on which a review may end, no review ends on it or later while the visit begins
/// on it or earlier.
fn after(
    model: &PlanModel,
    pilot: &PilotView,
    visits: &[CandidateVisit],
    site: SiteRow,
) -> Vec<good_lp::Constraint> {
    let days = visits.iter().map(|visit| pilot.reviewed[visit.choice]);
    let days: BTreeSet<NaiveDate> = days.collect();
    let mut rows = Vec::new();
    for day in days {
        let late = visits.iter();
        let late = late.filter(|visit| pilot.reviewed[visit.choice] >= day);
        let late: Expression = late.map(|visit| Expression::from(visit.takes_place)).sum();
        let early = model.candidates_of(site);
        let mut early = early
            .filter(|other| model.choice(other).start.first_day() <= day)
            .peekable();
        if early.peek().is_some() {
            let early: Expression = early.map(|other| Expression::from(other.takes_place)).sum();
            rows.push((late + early).leq(1));
        }
    }
    rows
}

/// For a site that is tied to it: for each start of the pilot, no visit that begins before its review is over, but for those in its week.
fn beside(
    model: &PlanModel,
    pilot: &PilotView,
    visits: &[CandidateVisit],
    site: SiteRow,
) -> Vec<good_lp::Constraint> {
    let rows = visits.iter().map(|visit| {
        let week = model.choice(visit).start.week;
        let clash = model.candidates_of(site).filter(|other| {
            let start = &model.choice(other).start;
            start.first_day() <= pilot.reviewed[visit.choice] && start.week != week
        });
        let clash: Expression = clash.map(|other| Expression::from(other.takes_place)).sum();
        (clash + visit.takes_place).leq(1)
    });
    rows.collect()
}
