//! Small random problems: sound as the input would leave them, with every rule switched on in some.

pub mod draw;
mod kinds;
mod people;
mod record;
mod settled;
mod sites;
mod timing;

use assize::domain::{Header, Inspection, RuleSet, Severity};
use assize::reference;
use chrono::{Days, Weekday};

use crate::oracle::answer;
use crate::oracle::dates::Calendar;
use draw::Draw;

/// The problem of a seed: four to seven sites, up to eight inspectors, two to six weeks.
///
/// Left to chance, too many problems would have no plan, or visit nothing. So every fourth seed draws until there is
/// no plan, every fourth until there is one, and the rest until there is one with two visits or more.
pub fn random_problem(seed: u64) -> Inspection {
    (0..)
        .map(|attempt| drawn(1000 * seed + attempt))
        .find(|problem| {
            let visits = answer(problem, RuleSet::all()).map(|found| found.visits);
            match seed % 4 {
                0 => visits.is_none(),
                1 => visits.is_some(),
                _ => visits.is_some_and(|visits| visits >= 2),
            }
        })
        .expect("some draw has such a plan")
}

/// A problem left to chance.
pub fn drawn(seed: u64) -> Inspection {
    let draw = &mut Draw::new(seed);
    let inspectorates = kinds::inspectorates(draw);
    let timing = timing::timing(draw);
    let weeks = (timing.last_day - timing.first_day).num_days() / 7;
    let mut kinds = kinds::kinds(draw, &inspectorates, weeks);
    let links = kinds::links(draw, &mut kinds);
    let sites = sites::sites(draw, &kinds, &links);
    sites::settle_counts(draw, &mut kinds, &sites);
    let inspectors = people::inspectors(draw, &timing, &inspectorates, &kinds);
    let mut problem = Inspection {
        boards: Vec::new(),
        pilot: settled::pilot(draw, &kinds, &sites),
        travel: people::travel(draw, &inspectors, &sites),
        national: Default::default(),
        day: assize::domain::DayHours::default(),
        timetable_by: assize::domain::DrawnUpBy::default(),
        activities: Vec::new(),
        header: Header {
            marking_for_bodies: "OFFICIAL".into(),
            title: format!("Problem {seed}"),
            question: "Does the planner find the best plan?".to_owned(),
            lead: inspectorates[0].clone(),
            inspectorates: inspectorates.clone(),
            marking: "OFFICIAL".to_owned(),
        },
        authority: timing::authority(draw, &timing, &inspectorates),
        quotas: sites::quotas(draw, &kinds),
        burden: settled::burden(draw),
        staffing: settled::staffing(draw),
        weights: settled::weights(draw),
        absences: people::absences(draw, &timing, &inspectors),
        clearances: people::clearances(draw, &timing, &inspectors),
        conflicts: people::conflicts(draw, &inspectors, &sites, &links),
        apart: people::apart(draw, &inspectors),
        indicators: record::indicators(draw),
        performance: Vec::new(),
        intelligence: record::intelligence(draw, &sites),
        engagements: record::engagements(draw, &timing, &sites),
        bank_holidays: timing::bank_holidays(draw),
        periods: settled::periods(draw, &timing, &sites),
        fixed: settled::fixed(draw, &timing, &sites, &inspectors),
        consultation: Vec::new(),
        authority_given: Vec::new(),
        milestones: reference::milestones(),
        scenario: None,
        inputs_digest: format!("seed {seed}"),
        timing,
        kinds,
        links,
        sites,
        inspectors,
    };
    problem.performance = record::performance(draw, &problem.indicators, &problem.sites);
    leave_time_after_notice(&mut problem);
    let keep = draw.pick(&[40, 70, 70, 100]);
    show_mercy(draw, &mut problem, keep);
    problem
}

/// Everything at once leaves no plan: of what stands in the way, some problems keep only so much in a hundred.
fn show_mercy(draw: &mut Draw, problem: &mut Inspection, keep: u32) {
    let mut drop = || !draw.percent(keep);
    for kind in &mut problem.kinds {
        if drop() {
            kind.clearance = None;
        }
        if drop() {
            kind.sites.min = 0;
        }
        if drop() {
            kind.include.clear();
        }
        if drop() && kind.prepare_days > 1 {
            kind.prepare_days = 1;
        }
        if drop() && kind.days <= 5 {
            kind.start_days.retain(|day| *day == Weekday::Mon);
        }
    }
    for site in &mut problem.sites {
        if drop() {
            site.needs.clear();
        }
    }
    problem.quotas.retain(|_| !drop());
    problem.absences.retain(|_| !drop());
    problem.conflicts.retain(|_| !drop());
    problem.apart.retain(|_| !drop());
    problem.fixed.retain(|_| !drop());
    problem
        .periods
        .retain(|period| period.severity == Severity::Prefer || !drop());
    if drop() {
        problem.burden.max_days = None;
    }
    if drop() {
        problem.burden.gap_weeks = None;
    }
    if drop() {
        problem.staffing.max_days = None;
    }
    if drop() {
        problem.pilot = None;
    }
    for person in &mut problem.inspectors {
        if drop() {
            person.from = None;
            person.until = None;
        }
    }
}

/// A window without a week after notice would be an input error: then the proposal was a fortnight earlier.
fn leave_time_after_notice(problem: &mut Inspection) {
    while Calendar::new(problem).first_possible + Days::new(6) > problem.timing.last_day {
        let timing = &mut problem.timing;
        timing.selection_proposed = timing.selection_proposed - Days::new(14);
        for (_, when) in &mut problem.authority {
            if let assize::domain::Authority::On(day) = when {
                *day = *day - Days::new(14);
            }
        }
    }
}
