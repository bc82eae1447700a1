//! The rules on a whole plan, one after the other.

use std::collections::BTreeSet;

use assize::domain::{Inspection, Inspector, InspectorId, Link, LinkTiming, Severity};
use chrono::{Datelike, Days, NaiveDate};

use super::{Teams, Visit};
use crate::oracle::dates::Calendar;

/// The selected visits whose sites name a visit's site under a link, if it is of the kind that link brings.
fn brought_by<'v, 'a>(
    visits: &'v [Visit<'a>],
    link: &'v Link,
    brought: &'v Visit<'a>,
) -> impl Iterator<Item = usize> + 'v {
    (0..visits.len()).filter(move |v| {
        brought.kind.id == link.brings
            && visits[*v].kind.id == link.each
            && visits[*v].site.listed(&link.by).contains(&brought.site.id)
    })
}

/// T1 to T8 on all visits of a plan.
pub fn dates_keep_rules(problem: &Inspection, calendar: &Calendar, visits: &[Visit]) -> bool {
    let timing = &problem.timing;
    for visit in visits {
        let (first, last) = (visit.onsite[0], *visit.onsite.last().expect("a day onsite"));
        let week: Vec<NaiveDate> = visit
            .week()
            .iter_days()
            .take(7)
            .filter(|day| calendar.works(&visit.site.nation, *day))
            .collect();
        let in_one_week = visit.weeks().len() == 1;
        let well_shaped = if visit.kind.days > 5 {
            first == week[0]
        } else {
            in_one_week
        };
        let starts = &visit.kind.start_days;
        if !well_shaped || !(starts.is_empty() || starts.contains(&first.weekday())) {
            return false; // T3
        }
        if last > timing.last_day || first < calendar.notice_over {
            return false; // T1, T2
        }
        for day in &visit.onsite {
            if in_period(problem, visit, Severity::Must, *day) {
                return false; // T4
            }
            for engagement in problem
                .engagements
                .iter()
                .filter(|e| e.site == visit.site.id)
            {
                let Some(weeks) = problem.burden.gap_weeks else {
                    continue;
                };
                let around = Days::new(7 * u64::from(weeks));
                if engagement.first_day - around <= *day && *day <= engagement.last_day + around {
                    return false; // T5
                }
            }
        }
        for row in problem.fixed.iter().filter(|row| row.site == visit.site.id) {
            if row.not_before > Some(first) || row.not_after.unwrap_or(last) < last {
                return false; // T8
            }
        }
        for link in problem
            .links
            .iter()
            .filter(|link| link.timing == LinkTiming::SameWeek)
        {
            let namers: Vec<usize> = brought_by(visits, link, visit).collect();
            if !namers.is_empty() && !namers.iter().any(|v| visits[*v].week() == visit.week()) {
                return false; // T7
            }
        }
    }
    let counted: Vec<NaiveDate> = visits
        .iter()
        .filter(|visit| {
            let mut links = problem
                .links
                .iter()
                .filter(|l| l.timing == LinkTiming::SameWeek);
            !links.any(|link| brought_by(visits, link, visit).next().is_some())
        })
        .flat_map(Visit::weeks)
        .collect();
    counted.iter().all(|week| {
        let there = counted.iter().filter(|other| *other == week).count() as u32;
        timing.max_visits_per_week.is_none_or(|most| there <= most) // T6
    })
}

pub fn in_period(problem: &Inspection, visit: &Visit, severity: Severity, day: NaiveDate) -> bool {
    problem
        .periods
        .iter()
        .filter(|period| period.severity == severity)
        .filter(|period| (period.first_day..=period.last_day).contains(&day))
        .any(|period| match (period.applies_to.as_str(), &period.value) {
            ("all", _) => true,
            ("site", Some(value)) => value == visit.site.id.as_str(),
            (column, Some(value)) => visit.site.cell(column).as_deref() == Some(value.as_str()),
            (_, None) => false,
        })
}

/// P1 to P13 on all visits of a plan; the inspectorates of P1 are seen to by the seatings.
pub fn teams_keep_rules(problem: &Inspection, visits: &[Visit], teams: &Teams) -> bool {
    for (v, visit) in visits.iter().enumerate() {
        let team = &teams[v];
        let last = *visit.onsite.last().expect("a day onsite");
        for (seat, person) in team.iter().enumerate() {
            if team[..seat].iter().any(|other| other.id == person.id) {
                return false; // P1
            }
            if visit
                .needed()
                .any(|day| !person.works.contains(&day.weekday()))
            {
                return false; // P4
            }
            let mut away = problem
                .absences
                .iter()
                .filter(|row| row.inspector == person.id);
            if away.any(|row| {
                visit
                    .needed()
                    .any(|d| (row.first_day..=row.last_day).contains(d))
            }) {
                return false; // P4
            }
            if let Some(needs) = &visit.kind.clearance {
                let mut held = problem
                    .clearances
                    .iter()
                    .filter(|row| row.inspector == person.id);
                if !held.any(|r| r.clearance == *needs && r.valid_until.unwrap_or(last) >= last) {
                    return false; // P5
                }
            }
            let mut conflicts = problem.conflicts.iter();
            if conflicts.any(|row| row.inspector == person.id && row.site == visit.site.id) {
                return false; // P6
            }
        }
        let has = |id: &InspectorId| team.iter().any(|person| person.id == *id);
        let own = &visit.kind.inspectorate;
        let mut fixed = problem.fixed.iter().filter(|row| row.site == visit.site.id);
        if team.chunks(2).any(|pair| !pair[0].experienced && !pair[1].experienced) // P2
            || problem.apart.iter().any(|row| has(&row.inspector_a) && has(&row.inspector_b)) // P7
            || visit.site.needs.iter().any(|skill| !team.iter().any(|p| p.skills.contains(skill))) // P8
            || !team.iter().any(|person| person.experienced && person.inspectorate == *own) // P11
            || fixed.any(|row| row.inspector.as_ref().is_some_and(|id| !has(id)))
        // P13
        {
            return false;
        }
        for link in problem.links.iter().filter(|link| link.same_team) {
            let namers: Vec<usize> = brought_by(visits, link, visit).collect();
            let there = |person: &&Inspector| {
                namers
                    .iter()
                    .filter(|n| visits[**n].week() == visit.week())
                    .any(|n| teams[*n].iter().any(|other| other.id == person.id))
            };
            if !namers.is_empty() && !team.iter().all(there) {
                return false; // P12
            }
        }
    }
    problem
        .inspectors
        .iter()
        .all(|person| bearable(problem, visits, teams, person))
}

/// P3, P9 and P10 for one inspector.
fn bearable(problem: &Inspection, visits: &[Visit], teams: &Teams, person: &Inspector) -> bool {
    let own: Vec<&Visit> = (0..visits.len())
        .filter(|v| teams[*v].iter().any(|other| other.id == person.id))
        .map(|v| &visits[v])
        .collect();
    let needed: Vec<&NaiveDate> = own.iter().flat_map(|visit| visit.needed()).collect();
    let different: BTreeSet<&NaiveDate> = needed.iter().copied().collect();
    let onsite: usize = own.iter().map(|visit| visit.onsite.len()).sum();
    let most = person.max_days.or(problem.staffing.max_days);
    let weeks: BTreeSet<NaiveDate> = own.iter().flat_map(|visit| visit.weeks()).collect();
    let too_many_in_row = problem.staffing.max_weeks_in_row.is_some_and(|most| {
        weeks.iter().any(|week| {
            (0..=u64::from(most)).all(|later| weeks.contains(&(*week + Days::new(7 * later))))
        })
    });
    needed.len() == different.len()
        && most.is_none_or(|most| onsite <= most as usize)
        && !too_many_in_row
}
