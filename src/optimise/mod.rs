//! The planner: sites, dates and teams as one problem, each tier proved before the next begins.

mod alternatives;
mod answer;
mod calendar_tier;
mod clock;
mod collision;
mod counts;
mod draft;
mod field;
mod model;
mod no_team;
mod objective;
mod rules;
mod selection_tier;
mod solver;
mod staffing_tier;
mod steadiness;
mod tactics;

use std::time::{Duration, Instant};

use crate::calendar::Calendar;
use crate::domain::{Inspection, PLAN_FORMAT, Plan, RuleSet, TIER_NAMES, Tier, Visit};
use crate::score::Scores;

pub use answer::{
    Answer, Collision, CountChange, CountValue, Planned, Progress, SiteChange, SiteValue,
};
pub use no_team::sites_without_team;
pub use objective::return_km;
pub use tactics::Tactics;

use clock::Clock;
use draft::Draft;
use field::Field;
use model::Scope;
use selection_tier::{Chosen, Wanted};
use staffing_tier::{Reached, Settled};

/// Plans an inspection: the best plan over all the rules, tier by tier, or the best found in the time given.
///
/// `listener` hears of every step worth showing.
pub fn plan(
    inspection: &Inspection,
    time_limit: Option<Duration>,
    listener: &mut dyn FnMut(Progress),
) -> Answer {
    plan_by(Tactics::default(), inspection, time_limit, listener)
}

/// [`plan`], with the problem taken apart in another way.
pub fn plan_by(
    tactics: Tactics,
    inspection: &Inspection,
    time_limit: Option<Duration>,
    listener: &mut dyn FnMut(Progress),
) -> Answer {
    let began = Instant::now();
    // The last tenth is kept for what one more or one fewer site would score.
    let mut clock = Clock::start(time_limit.map(|limit| limit - limit / 10), listener);
    let calendar = Calendar::new(inspection);
    let scores = Scores::new(inspection);
    let mut field = Field::new(inspection, &calendar, &scores, RuleSet::all());
    field.tactics = tactics;
    let base = Scope::everything(&field);
    let chosen = match selection_tier::best(&field, &base, Wanted::All, &mut clock) {
        Chosen::Best(chosen) => chosen,
        Chosen::Nothing => return Answer::NoPlan,
        Chosen::Unknown(_) => return Answer::OutOfTime,
    };
    let selection = Reached {
        value: chosen.value,
        bound: Some(chosen.bound),
        proven: chosen.proven,
    };
    let Some(settled) = staffing_tier::settle(&field, &base, &chosen, &mut clock) else {
        return Answer::OutOfTime;
    };
    let Some(plan) = written(&field, &calendar, selection, &settled) else {
        return Answer::OutOfTime;
    };
    let rest = time_limit.map(|limit| limit.saturating_sub(began.elapsed()));
    let mut silence = |_| {};
    let clock = Clock::start(rest, &mut silence);
    let selected = settled.draft.selected();
    let sites = alternatives::sites(&field, &selected, &clock);
    let counts = counts::changes(&mut field, &selected, &clock);
    Answer::Plan(Box::new(Planned {
        plan,
        counts,
        sites,
    }))
}

/// Why an inspection that has no plan has none: the rules that collide, as far as can be shown in the time given.
pub fn explain(inspection: &Inspection, time_limit: Option<Duration>) -> Collision {
    let calendar = Calendar::new(inspection);
    let scores = Scores::new(inspection);
    let mut silence = |_| {};
    let clock = Clock::start(time_limit, &mut silence);
    collision::explain(inspection, &calendar, &scores, &clock)
}

/// A draft with its names, letters and visit leads.
fn written(
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
