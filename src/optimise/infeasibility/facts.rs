//! What stands in the way of a cause, in facts: sites that cannot be visited, inspector-days that are short, the weeks that there are.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::condition::Condition;
use super::obstacle::{self, Obstacle, SiteObstacle};
use super::supply::{self, ShortOfDays};
use super::trials::Trials;
use crate::calendar::{Calendar, monday};
use crate::domain::{KindId, Named, QuotaScope, SiteId, SiteRow, Timing};
use crate::optimise::fault::Fault;
use crate::optimise::problem::PlanningProblem;

/// At most so many sites are explained one by one.
const MOST_NAMED: usize = 5;

/// Something that stands in the way of a cause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CauseFact {
    /// How many sites of a kind there are, and how many of them could be visited.
    Sites {
        /// The kind.
        kind: Named<KindId>,
        /// How many the table has.
        in_table: usize,
        /// How many of these could be visited at some time.
        visitable: usize,
    },
    /// How many sites there are of those of which a quota asks for some, and how many of them could be visited.
    SitesOfQuota {
        /// The kind.
        kind: Named<KindId>,
        /// The column.
        column: String,
        /// The text in that column.
        value: String,
        /// How many the table has.
        in_table: usize,
        /// How many of these could be visited at some time.
        visitable: usize,
    },
    /// A site in demand that could not be visited even if it were the only one.
    Site(SiteObstacle),
    /// How many such sites there are besides.
    MoreSites(usize),
    /// An included site can be selected only together with one of these, of which there may be none (S5).
    Needs {
        /// The site.
        site: Named<SiteId>,
        /// The sites that it is linked to.
        one_of: Vec<Named<SiteId>>,
    },
    /// The visits need more onsite days of an inspectorate than there are.
    ShortOfDays(ShortOfDays),
    /// The days that there are for visits.
    Weeks {
        /// The first possible day: the later of the window's first and that on which the notice is over.
        first_day: NaiveDate,
        /// Whether it is the notice that sets it.
        by_notice: bool,
        /// The last day of the window.
        last_day: NaiveDate,
        /// Weeks that have one of these days.
        weeks: u32,
    },
}

/// What stands in the way of these conditions, where nothing but them is asked.
pub(super) fn of_cause(trials: &Trials, conditions: &[Condition]) -> Result<Vec<CauseFact>, Fault> {
    let (instance, problem) = trials.under(conditions);
    let calendar = &instance.calendar;
    let mut facts = of_numbers(&problem, conditions);
    if conditions.contains(&Condition::AtLeastOne) {
        facts.extend(of_kinds(&problem));
    }
    let linked = of_links(&problem, conditions);
    let demanded = |site: &SiteRow| {
        conditions
            .iter()
            .any(|condition| asks_for(condition, &problem, *site))
            || linked.iter().any(|(_, others)| others.contains(site))
    };
    let told = |others: &Vec<SiteRow>| {
        others
            .iter()
            .map(|row| problem.site(*row).named())
            .collect()
    };
    facts.extend(linked.iter().map(|(site, others)| CauseFact::Needs {
        site: problem.site(*site).named(),
        one_of: told(others),
    }));
    let unvisitable: Vec<SiteRow> = problem
        .sites()
        .filter(|site| {
            problem.choices[*site].is_empty() || obstacle::over_burdened(&problem, *site)
        })
        .filter(demanded)
        .collect();
    let named = unvisitable.iter().take(MOST_NAMED);
    // Of whoever is fixed for a site, everything is told: one who could go may still have no seat.
    let (_, with_fixed) = trials.under(&with_all_fixed(trials, conditions));
    let obstacles: Vec<SiteObstacle> = named
        .flat_map(|site| obstacle::of_site(&with_fixed, calendar, *site))
        .collect();
    let is_of_dates = obstacles
        .iter()
        .any(|found| matches!(found.obstacle, Obstacle::NoDate { .. }))
        || conditions.iter().any(|condition| {
            matches!(
                condition,
                Condition::Window { .. } | Condition::VisitsInOneWeek(_)
            )
        });
    facts.extend(obstacles.into_iter().map(CauseFact::Site));
    let more = unvisitable.len().saturating_sub(MOST_NAMED);
    facts.extend((more > 0).then_some(CauseFact::MoreSites(more)));
    let short = supply::short_of_days(trials, conditions)?;
    facts.extend(short.into_iter().map(CauseFact::ShortOfDays));
    let timing = &instance.inspection.timing;
    facts.extend(is_of_dates.then(|| weeks(timing, calendar)));
    Ok(facts)
}

/// These conditions, with everyone who is fixed for a site for which one of them fixes someone.
fn with_all_fixed(trials: &Trials, conditions: &[Condition]) -> Vec<Condition> {
    let fixes = |condition: &Condition| match condition {
        Condition::FixedInspector { site, .. } => Some(site.clone()),
        _ => None,
    };
    let sites: Vec<Named<SiteId>> = conditions.iter().filter_map(fixes).collect();
    let all = trials.conditions().iter();
    all.filter(|condition| {
        let fixed = fixes(condition).is_some_and(|site| sites.contains(&site));
        fixed || conditions.contains(condition)
    })
    .cloned()
    .collect()
}

/// How many sites there are of those of which so many are asked for.
fn of_numbers(problem: &PlanningProblem, conditions: &[Condition]) -> Vec<CauseFact> {
    let each = conditions.iter().filter_map(|condition| {
        let asked = |site: &SiteRow| asks_for(condition, problem, *site);
        let all: Vec<SiteRow> = problem.sites().filter(asked).collect();
        let in_table = all.len();
        let could_be = all
            .iter()
            .filter(|site| !problem.choices[**site].is_empty());
        let visitable = could_be.count();
        match condition {
            Condition::AtLeast { kind, .. } => Some(CauseFact::Sites {
                kind: kind.clone(),
                in_table,
                visitable,
            }),
            Condition::Quota {
                kind,
                column,
                value: Some(value),
                min: Some(_),
                ..
            } => Some(CauseFact::SitesOfQuota {
                kind: kind.clone(),
                column: column.clone(),
                value: value.clone(),
                in_table,
                visitable,
            }),
            _ => None,
        }
    });
    each.collect()
}

/// How many sites of each kind there are, and how many of these could be visited.
fn of_kinds(problem: &PlanningProblem) -> Vec<CauseFact> {
    let kinds = problem.inspection.kinds.iter();
    let of_kind = kinds.map(|kind| {
        let sites = problem.sites();
        let all: Vec<SiteRow> = sites
            .filter(|site| problem.kind(*site).id == kind.id)
            .collect();
        let visitable = all.iter();
        let visitable = visitable.filter(|site| !problem.choices[**site].is_empty());
        CauseFact::Sites {
            kind: kind.named(),
            in_table: all.len(),
            visitable: visitable.count(),
        }
    });
    of_kind.collect()
}

/// Where links are part of a cause: each included site with those that it cannot be selected without one of.
fn of_links(problem: &PlanningProblem, conditions: &[Condition]) -> Vec<(SiteRow, Vec<SiteRow>)> {
    if !conditions.contains(&Condition::Links) {
        return Vec::new();
    }
    let included = problem.included.iter_enumerated().filter(|(_, is)| **is);
    let included: Vec<SiteRow> = included.map(|(site, _)| site).collect();
    let mut linked = Vec::new();
    for site in included {
        for view in problem.links.iter() {
            if view.link.each == problem.kind(site).id {
                linked.push((site, view.names.get(&site).cloned().unwrap_or_default()));
            }
        }
        let mut namers: Vec<SiteRow> = Vec::new();
        for view in problem.bringing(site) {
            namers.extend(view.namers.get(&site).into_iter().flatten());
        }
        if problem.bringing(site).next().is_some() {
            namers.sort_unstable();
            namers.dedup();
            linked.push((site, namers));
        }
    }
    linked
}

/// Whether a condition could be for this site.
fn asks_for(condition: &Condition, problem: &PlanningProblem, site: SiteRow) -> bool {
    match condition {
        Condition::Include(included) => included.id == problem.site(site).id,
        Condition::AtLeast { kind, .. } => problem.kind(site).id == kind.id,
        Condition::Pilot { site: pilot, .. } => pilot.id == problem.site(site).id,
        Condition::Quota { min: Some(_), .. } => problem.quotas().any(|quota| {
            let text = problem.scores.text(site, problem.site(site), &quota.column);
            let meant = match &quota.scope {
                QuotaScope::Each => text.is_some(),
                QuotaScope::Value(value) => text.as_ref() == Some(value),
            };
            Condition::of_quota(&problem.inspection, quota) == *condition
                && problem.kind(site).id == quota.kind
                && meant
        }),
        _ => false,
    }
}

fn weeks(timing: &Timing, calendar: &Calendar) -> CauseFact {
    let (first_day, last_day) = (calendar.first_possible, timing.last_day);
    let days = first_day.iter_days().take_while(|day| *day <= last_day);
    let mut weeks: Vec<NaiveDate> = days
        .filter(|day| day.weekday().number_from_monday() <= 5)
        .map(monday)
        .collect();
    weeks.dedup();
    CauseFact::Weeks {
        first_day,
        by_notice: calendar.notice_ends > timing.first_day,
        last_day,
        weeks: weeks.len() as u32,
    }
}
