//! The rules on a whole plan, one after the other.

use std::collections::BTreeSet;

use assize::domain::{
    Inspection, Inspector, InspectorId, Link, LinkTiming, Severity, Site, SiteId,
};
use chrono::{Datelike, Days, NaiveDate};

use super::{Teams, Visit, apart};
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

/// Whether a link ties two sites, the one to the other or the other to the one.
fn ties(link: &Link, one: &Site, other: &Site) -> bool {
    [(one, other), (other, one)].iter().any(|(each, brought)| {
        link.each == each.kind
            && link.brings == brought.kind
            && each.listed(&link.by).contains(&brought.id)
    })
}

/// Whether the one of two visits brings the other: in the same week.
fn brings(problem: &Inspection, one: &Visit, other: &Visit) -> bool {
    let mut links = problem.links.iter();
    one.week() == other.week()
        && links.any(|link| link.timing == LinkTiming::SameWeek && ties(link, one.site, other.site))
}

/// The n-th working day of England and Wales after a day; the day itself for 0.
fn working_day_after(calendar: &Calendar, day: NaiveDate, n: u32) -> NaiveDate {
    let later = day.iter_days().skip(1).filter(|day| calendar.desk(*day));
    match n {
        0 => day,
        _ => later.take(n as usize).last().unwrap_or(day),
    }
}

fn last_day(visit: &Visit) -> NaiveDate {
    *visit.onsite.last().expect("a day onsite")
}

/// T9, given that the pilot is selected.
fn pilot_is_first(problem: &Inspection, calendar: &Calendar, visits: &[Visit]) -> bool {
    let Some(rule) = &problem.pilot else {
        return true;
    };
    let mut pilots = visits.iter().filter(|visit| visit.site.id == rule.site);
    pilots.all(|pilot| {
        let reviewed = working_day_after(calendar, last_day(pilot), rule.review_days);
        let mut others = visits.iter().filter(|visit| visit.site.id != rule.site);
        others.all(|other| other.onsite[0] > reviewed || brings(problem, pilot, other))
    })
}

/// T1 to T9 on all visits of a plan.
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
        let well_shaped = if visit.onsite.len() > 5 {
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
        for link in &problem.links {
            let in_time = |namer: usize| {
                let weeks = (visit.week() - visits[namer].week()).num_days() / 7;
                match link.timing {
                    LinkTiming::Any => true,
                    LinkTiming::SameWeek => weeks == 0,
                    LinkTiming::After { min, max } => {
                        weeks >= i64::from(min) && max.is_none_or(|max| weeks <= i64::from(max))
                    }
                }
            };
            let namers: Vec<usize> = brought_by(visits, link, visit).collect();
            if !namers.is_empty() && !namers.iter().any(|v| in_time(*v)) {
                return false; // T7
            }
        }
    }
    if !pilot_is_first(problem, calendar, visits) {
        return false; // T9
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

/// P1 to P15 on all visits of a plan; the inspectorates of P1 are seen to by the seatings.
pub fn teams_keep_rules(
    problem: &Inspection,
    calendar: &Calendar,
    visits: &[Visit],
    teams: &Teams,
) -> bool {
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
                || person
                    .from
                    .is_some_and(|from| visit.needed().any(|day| *day < from))
                || person
                    .until
                    .is_some_and(|until| visit.needed().any(|day| *day > until))
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
            for row in problem
                .conflicts
                .iter()
                .filter(|row| row.inspector == person.id)
            {
                if row.site == visit.site.id || row.linked && is_tied(problem, &row.site, visit) {
                    return false; // P6
                }
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
        .all(|person| bearable(problem, calendar, visits, teams, person))
}

/// Whether any link ties a visit's site to this one.
fn is_tied(problem: &Inspection, site: &SiteId, visit: &Visit) -> bool {
    let mut sites = problem.sites.iter().filter(|one| one.id == *site);
    sites.any(|site| {
        problem
            .links
            .iter()
            .any(|link| ties(link, site, visit.site))
    })
}

/// P3, P9, P10, P14 and P15 for one inspector.
fn bearable(
    problem: &Inspection,
    calendar: &Calendar,
    visits: &[Visit],
    teams: &Teams,
    person: &Inspector,
) -> bool {
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
    for a in &own {
        for b in own
            .iter()
            .filter(|b| b.onsite[0] > a.onsite[0] && !brings(problem, a, b))
        {
            let written_up = working_day_after(calendar, last_day(a), a.kind.write_up_days);
            if a.kind.write_up_days > 0 && b.needed().any(|day| *day <= written_up) {
                return false; // P14
            }
        }
        for b in own.iter().filter(|b| !brings(problem, a, b)) {
            let next = |day: &NaiveDate| b.onsite.contains(&(*day + Days::new(1)));
            let km = apart(a.site.position, b.site.position);
            if a.onsite.iter().any(next)
                && problem.staffing.journey_km.is_some_and(|most| km > most)
            {
                return false; // P15
            }
        }
    }
    needed.len() == different.len()
        && most.is_none_or(|most| onsite <= most as usize)
        && !too_many_in_row
}
