//! Made-up inspections of any size, with every rule in play: to try the program out, and to measure it.
//!
//! Everything here is synthetic, and named so. The same size and seed give the same inspection. Each has a plan: one
//! is thought of first, and no fact that is drawn afterwards forbids it, unless none is asked for.

mod beside;
mod burden;
mod features;
mod impossible;
mod kinds;
mod people;
mod planted;
mod planting;
mod record;
mod restrictions;
mod seating;
mod settled;
mod shortage;
mod sites;
mod size;
mod slack;

use chrono::{Days, NaiveDate};
use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::domain::{
    Authority, DayHours, DrawnUpBy, Header, Inspection, KindId, Letters, Plan, Quota, QuotaScope,
    SiteId, Staffing, Timing, Weights,
};
use crate::reference;
use features::Features;
use planted::Planted;
use planting::Thought;
use sites::{Town, WALES};

pub use impossible::Impossible;
pub use size::Size;
pub use slack::Slack;

/// The day fieldwork may begin in every example: a Monday.
const FIRST_DAY: (i32, u32, u32) = (2027, 2, 1);

/// Days from the proposal to the first day of fieldwork. Notice ends on the Thursday of the first week.
const DAYS_AHEAD: u64 = 67;

/// A made-up inspection: police forces that bring their CPS Area in the same week with the same team; with four
/// inspectorates also probation units and prisons.
///
/// # Errors
/// [`Impossible`] where there is no such example.
pub fn inspection(size: Size, seed: u64) -> Result<Inspection, Impossible> {
    Ok(with_plan(size, Slack::Usual, seed)?.0)
}

/// An inspection with so much time to spare, and a plan that keeps all its rules: the one thought of first. It is rarely the best, and
/// states no tiers. None where there is too little time for any.
///
/// # Errors
/// [`Impossible`] where there is no such example.
pub fn with_slack(
    size: Size,
    slack: Slack,
    seed: u64,
) -> Result<(Inspection, Option<Plan>), Impossible> {
    let (mut inspection, plan) = with_plan(size, slack, seed)?;
    if slack != Slack::None {
        return Ok((inspection, Some(plan)));
    }
    shortage::make(seed, &mut inspection);
    Ok((inspection.in_order(), None))
}

/// An inspection that has a plan, and the plan thought of first.
fn with_plan(size: Size, slack: Slack, seed: u64) -> Result<(Inspection, Plan), Impossible> {
    size.check()?;
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let features = Features::of(seed);
    let towns = sites::towns(&mut rng, &size);
    let mut inspection = skeleton(&mut rng, &size, seed, &towns);
    if features.write_up {
        beside::write_up(&mut rng, &mut inspection);
    }
    if features.own {
        beside::own(&mut rng, &mut inspection);
    }
    let Thought {
        planted,
        per_week,
        per_region,
    } = planting::think(&mut rng, &size, &inspection).ok_or_else(|| size.too_many_visits())?;
    inspection.timing.max_visits_per_week = Some(per_week);
    if features.after {
        beside::link_after(&mut rng, &mut inspection, &planted);
    }
    people::give_skills(&mut inspection, &planted);
    let people = &mut inspection.inspectors;
    match slack.days_taken_of_100() {
        None => people::own_limits(&mut rng, people, &planted),
        Some(taken) => slack::limit(&mut rng, taken, people, &planted),
    }
    bind_people(&mut rng, &size, &mut inspection, &towns, &planted);
    bind_further(&mut rng, &mut inspection, &planted, features);
    settle(&mut rng, &size, &mut inspection, &planted, per_region);
    inspection.engagements = burden::engagements(&mut rng, &size, &inspection, &planted);
    let plan = planted.plan(&inspection);
    Ok((inspection.in_order(), plan))
}

/// The settings, the sites and the inspectors: enough to think of a plan.
fn skeleton(rng: &mut impl Rng, size: &Size, seed: u64, towns: &[Town]) -> Inspection {
    let (year, month, day) = FIRST_DAY;
    let first_day = NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    let last_day = after(first_day, u64::from(size.weeks) * 7 - 3);
    let inspectorates = kinds::inspectorates(size);
    let sites = sites::sites(rng, size, towns);
    let lead = inspectorates.first().cloned();
    let authority = [
        Authority::WorkingDays(15),
        Authority::On(before(first_day, 53)),
        Authority::WorkingDays(10),
        Authority::WorkingDays(12),
    ];
    Inspection {
        header: Header {
            title: format!("Synthetic example of {} sites, seed {seed}", sites.len()),
            question: "Synthetic: how well do the inspected bodies work together?".into(),
            lead: lead.unwrap_or_else(|| "HMICFRS".into()),
            inspectorates: inspectorates.clone(),
            marking: "SYNTHETIC".into(),
            marking_for_bodies: "SYNTHETIC".into(),
        },
        timing: Timing {
            selection_proposed: before(first_day, DAYS_AHEAD),
            first_day,
            last_day,
            notice_weeks: 6,
            spare_days: 5,
            letters: Letters::Together,
            max_visits_per_week: None,
            publication: None,
        },
        pilot: None,
        national: Default::default(),
        authority: inspectorates.into_iter().zip(authority).collect(),
        kinds: kinds::kinds(size),
        quotas: Vec::new(),
        links: vec![kinds::link()],
        burden: burden::burden(),
        staffing: Staffing {
            max_days: Some(15),
            max_weeks_in_row: Some(2),
            journey_km: None,
        },
        weights: Weights::default(),
        day: DayHours::default(),
        timetable_by: DrawnUpBy::default(),
        activities: Vec::new(),
        inspectors: people::inspectors(rng, size, towns),
        absences: Vec::new(),
        clearances: Vec::new(),
        conflicts: Vec::new(),
        travel: Vec::new(),
        apart: Vec::new(),
        indicators: record::indicators(),
        performance: record::performance(rng, &sites),
        intelligence: None,
        engagements: Vec::new(),
        bank_holidays: reference::bank_holidays(),
        periods: settled::holidays(first_day, last_day),
        fixed: Vec::new(),
        consultation: Vec::new(),
        authority_given: Vec::new(),
        boards: Vec::new(),
        milestones: reference::milestones(),
        scenario: None,
        inputs_digest: String::new(),
        sites,
    }
}

/// What keeps inspectors from visits.
fn bind_people(
    rng: &mut impl Rng,
    size: &Size,
    inspection: &mut Inspection,
    towns: &[Town],
    planted: &Planted,
) {
    inspection.absences = restrictions::absences(rng, size, inspection, planted);
    inspection.clearances = restrictions::clearances(rng, inspection, planted);
    inspection.conflicts = restrictions::conflicts(rng, inspection, towns, planted);
    inspection.apart = restrictions::apart(rng, &inspection.inspectors, planted);
}

/// The same, by features that not every example has; and the pilot.
fn bind_further(
    rng: &mut impl Rng,
    inspection: &mut Inspection,
    planted: &Planted,
    features: Features,
) {
    if features.linked {
        restrictions::carry_conflicts(inspection, planted);
    }
    if features.joiners {
        beside::joiners(rng, inspection, planted);
    }
    if features.journeys {
        inspection.staffing.journey_km = Some(f64::from(rng.random_range(3..13) * 20));
    }
    if features.travel {
        inspection.travel = beside::travel(rng, inspection);
    }
    if features.boards {
        inspection.boards = beside::boards(inspection);
    }
    if features.pilot {
        inspection.pilot = beside::pilot(inspection, planted, features.pilot_counts);
    }
}

/// What has been settled about the sites.
fn settle(
    rng: &mut impl Rng,
    size: &Size,
    inspection: &mut Inspection,
    planted: &Planted,
    per_region: u32,
) {
    let pilot = settled::pilot(planted).map(|outing| outing.site.clone());
    let left_out = settled::left_out(rng, inspection, planted).cloned();
    let closed = settled::closed_region(rng, size, inspection, planted);
    inspection.periods.extend(closed);
    inspection.fixed = settled::fixed(rng, planted);
    inspection.consultation =
        settled::consultation(rng, inspection, pilot.as_ref(), left_out.as_ref());
    inspection.intelligence = Some(record::intelligence(
        rng,
        &inspection.sites,
        innovative(planted),
    ));
    inspection.quotas = quotas(inspection, per_region);
    if let Some(forces) = inspection.kinds.first_mut() {
        forces.include.extend(pilot);
        forces.exclude.extend(left_out);
    }
}

/// The force of the planted plan that tries something new: the last.
fn innovative(planted: &Planted) -> Option<&SiteId> {
    let forces = planted.outings.iter().rev();
    let mut forces = forces.filter(|outing| outing.kind.as_str() == kinds::FORCE);
    forces.next().map(|outing| &outing.site)
}

/// The regions are spread, Wales takes part, and so does a force that tries something new.
fn quotas(inspection: &Inspection, per_region: u32) -> Vec<Quota> {
    let quota = |column: &str, scope, min, max| Quota {
        kind: KindId::from(kinds::FORCE),
        column: column.into(),
        scope,
        min,
        max,
    };
    let value = |text: &str| QuotaScope::Value(text.to_owned());
    let mut quotas = vec![
        quota("region", QuotaScope::Each, None, Some(per_region)),
        quota("innovative", value("yes"), Some(1), None),
    ];
    let is_welsh_force =
        |site: &crate::domain::Site| site.kind.as_str() == kinds::FORCE && site.nation == WALES;
    if inspection.sites.iter().any(is_welsh_force) {
        quotas.push(quota("region", value(WALES), Some(1), None));
    }
    quotas
}

fn after(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_add_days(Days::new(days)).unwrap_or(date)
}

fn before(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_sub_days(Days::new(days)).unwrap_or(date)
}
