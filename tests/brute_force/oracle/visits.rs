//! What one visit can be, taken by itself: its starts (T1 to T5, T8) and the teams that could make each (P1, P2,
//! P4 to P8, P11, P13).

use std::collections::BTreeSet;

use assize::domain::{
    Inspection, Inspector, InspectorateId, Kind, Rule, RuleSet, Severity, Site, SiteId,
};
use chrono::{Datelike, Days, NaiveDate};

use super::dates::{Calendar, monday};
use super::selection::tied;

/// A team as a set of inspectors, one bit each by position in the table.
pub type Team = u16;

/// One way to date a visit.
#[derive(Debug, Clone)]
pub struct Start {
    /// Its onsite and preparation days, one bit each from a common first day.
    pub needed: u128,
    /// Its onsite days alone, the same way.
    pub onsite: u128,
    /// Its first and last onsite days, counted from the common first day.
    pub first: u32,
    pub last: u32,
    /// The first day on which its team is needed, to prepare or onsite.
    pub first_needed: u32,
    /// The last day that its team has to write up; the last onsite day where the kind has none.
    pub written_up: u32,
    /// The last day of the review, if it is the pilot.
    pub reviewed: u32,
    /// The ISO weeks with an onsite day, one bit each from a common first week.
    pub weeks: u32,
    /// The ISO week of its first onsite day, counted from the same week.
    pub week: u32,
    /// What it adds to tier 2.
    pub cost: f64,
    /// The teams that could make it, if it were the only visit.
    pub teams: Vec<Team>,
}

/// Every start of a visit to one site, cheapest first; those that nobody could make are left out.
pub fn starts(
    problem: &Inspection,
    rules: RuleSet,
    calendar: &Calendar,
    site: &Site,
) -> Vec<Start> {
    let kind = problem.kind(&site.kind).expect("the kind exists");
    let timing = &problem.timing;
    let base = monday(timing.first_day - Days::new(42));
    // Without T1 a visit may lie two weeks outside the window: enough to see whether the rule matters.
    let beyond = if rules.contains(Rule::Window) { 0 } else { 14 };
    let from = timing.first_day - Days::new(beyond);
    let to = timing.last_day + Days::new(beyond);
    let mut found: Vec<Start> = from
        .iter_days()
        .take_while(|day| *day <= to)
        .filter(|first| calendar.works(&site.nation, *first))
        .map(|first| calendar.onsite(&site.nation, first, site.days.unwrap_or(kind.days)))
        .filter(|onsite| may_lie(problem, rules, calendar, site, kind, onsite))
        .map(|onsite| {
            let preparation = calendar.preparation(onsite[0], kind.prepare_days);
            let needed: Vec<NaiveDate> = onsite.iter().chain(&preparation).copied().collect();
            let at = |day: NaiveDate| (day - base).num_days() as u32;
            let bit = |day: NaiveDate| {
                assert!(at(day) < 128, "the window is too long");
                at(day)
            };
            let last = onsite[onsite.len() - 1];
            let after = |days| at(calendar.desk_day_after(last, days));
            let review = problem.pilot.as_ref().map_or(0, |pilot| pilot.review_days);
            Start {
                first: bit(onsite[0]),
                last: bit(last),
                first_needed: needed.iter().map(|day| bit(*day)).min().expect("a day"),
                written_up: after(kind.write_up_days),
                reviewed: after(review),
                needed: needed.iter().fold(0, |set, day| set | 1 << bit(*day)),
                onsite: onsite.iter().fold(0, |set, day| set | 1 << bit(*day)),
                weeks: onsite.iter().fold(0, |set, day| set | 1 << (bit(*day) / 7)),
                week: bit(onsite[0]) / 7,
                cost: cost(problem, calendar, site, &onsite),
                teams: teams(problem, rules, site, kind, &onsite, &needed),
            }
        })
        .filter(|start| !start.teams.is_empty())
        .collect();
    found.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    found
}

/// T1 to T5 and T8 for one visit with these onsite days.
fn may_lie(
    problem: &Inspection,
    rules: RuleSet,
    calendar: &Calendar,
    site: &Site,
    kind: &Kind,
    onsite: &[NaiveDate],
) -> bool {
    let timing = &problem.timing;
    let (first, last) = (onsite[0], onsite[onsite.len() - 1]);
    let window = timing.first_day <= first && last <= timing.last_day;
    let notice = first >= calendar.notice_over;
    let shape = if onsite.len() <= 5 {
        monday(first) == monday(last)
    } else {
        !monday(first)
            .iter_days()
            .take_while(|day| *day < first)
            .any(|day| calendar.works(&site.nation, day))
    };
    let start_day = kind.start_days.is_empty() || kind.start_days.contains(&first.weekday());
    let avoids = !onsite
        .iter()
        .any(|day| in_period(problem, site, Severity::Must, *day));
    let gap = problem.burden.gap_weeks.is_none_or(|weeks| {
        let mut own = problem.engagements.iter().filter(|e| e.site == site.id);
        own.all(|engagement| {
            onsite.iter().all(|day| {
                let before = (engagement.first_day - *day).num_days();
                let after = (*day - engagement.last_day).num_days();
                before.max(after).max(0) > 7 * i64::from(weeks)
            })
        })
    });
    let mut fixed = problem.fixed.iter().filter(|row| row.site == site.id);
    let fixed = fixed.all(|row| {
        row.not_before.is_none_or(|day| day <= first) && row.not_after.is_none_or(|day| last <= day)
    });
    [
        (Rule::Window, window),
        (Rule::Notice, notice),
        (Rule::WorkingDays, shape && start_day),
        (Rule::Avoid, avoids),
        (Rule::Gap, gap),
        (Rule::FixedDates, fixed),
    ]
    .iter()
    .all(|(rule, kept)| *kept || !rules.contains(*rule))
}

/// Whether a day at a site lies in any period of this severity that applies.
fn in_period(problem: &Inspection, site: &Site, severity: Severity, day: NaiveDate) -> bool {
    problem.periods.iter().any(|period| {
        let applies = match period.applies_to.as_str() {
            "all" => true,
            "site" => period.value.as_deref() == Some(site.id.as_str()),
            column => {
                period.value.is_some() && period.value.as_deref() == site.cell(column).as_deref()
            }
        };
        applies && period.severity == severity && period.first_day <= day && day <= period.last_day
    })
}

/// What a visit adds to tier 2.
fn cost(problem: &Inspection, calendar: &Calendar, site: &Site, onsite: &[NaiveDate]) -> f64 {
    let in_leave = onsite
        .iter()
        .filter(|day| in_period(problem, site, Severity::Prefer, **day))
        .count();
    let late = (monday(onsite[0]) - monday(calendar.first_possible)).num_days() / 7;
    problem.weights.leave * in_leave as f64 + problem.weights.delay * late as f64
}

/// Every team that could make a visit on these days, if it were the only one.
fn teams(
    problem: &Inspection,
    rules: RuleSet,
    site: &Site,
    kind: &Kind,
    onsite: &[NaiveDate],
    needed: &[NaiveDate],
) -> Vec<Team> {
    let able: Vec<bool> = problem
        .inspectors
        .iter()
        .map(|person| able(problem, rules, site, kind, person, onsite, needed))
        .collect();
    let mut seated = Vec::new();
    let mut found = BTreeSet::new();
    seat(problem, rules, site, kind, &able, &mut seated, &mut found);
    found.into_iter().collect()
}

/// P4 to P6: whether one inspector could be on the visit.
fn able(
    problem: &Inspection,
    rules: RuleSet,
    site: &Site,
    kind: &Kind,
    person: &Inspector,
    onsite: &[NaiveDate],
    needed: &[NaiveDate],
) -> bool {
    let available = needed.iter().all(|day| {
        person.works.contains(&day.weekday())
            && person.from.is_none_or(|from| from <= *day)
            && person.until.is_none_or(|until| *day <= until)
            && !problem.absences.iter().any(|row| {
                row.inspector == person.id && row.first_day <= *day && *day <= row.last_day
            })
    });
    let last = onsite[onsite.len() - 1];
    let cleared = kind.clearance.as_ref().is_none_or(|needs| {
        problem.clearances.iter().any(|row| {
            row.inspector == person.id
                && row.clearance == *needs
                && row.valid_until.is_none_or(|day| last <= day)
        })
    });
    let conflict = problem.conflicts.iter().any(|row| {
        row.inspector == person.id
            && (row.site == site.id || row.linked && are_tied(problem, &row.site, &site.id))
    });
    (available || !rules.contains(Rule::Available))
        && (cleared || !rules.contains(Rule::Cleared))
        && (!conflict || !rules.contains(Rule::NoConflict))
}

/// Whether any link ties two sites.
fn are_tied(problem: &Inspection, a: &SiteId, b: &SiteId) -> bool {
    let row = |id: &SiteId| {
        let mut sites = problem.sites.iter();
        sites.position(|site| site.id == *id).expect("a site")
    };
    let mut links = problem.links.iter();
    links.any(|link| tied(problem, link, row(a), row(b)))
}

/// The inspectorate of every seat, pair by pair: those of the kind, from the first again where the site has more pairs.
fn seats<'a>(site: &Site, kind: &'a Kind) -> Vec<&'a InspectorateId> {
    let pairs = site.pairs.map_or(kind.pairs.len(), |pairs| pairs as usize);
    (0..2 * pairs)
        .map(|seat| &kind.pairs[seat / 2 % kind.pairs.len()][seat % 2])
        .collect()
}

/// Fills the next seat in every way, and keeps the full teams that P1, P2, P7, P8, P11 and P13 allow.
fn seat(
    problem: &Inspection,
    rules: RuleSet,
    site: &Site,
    kind: &Kind,
    able: &[bool],
    seated: &mut Vec<usize>,
    found: &mut BTreeSet<Team>,
) {
    let person = |p: usize| &problem.inspectors[p];
    if seated.len() >= 2 && seated.len().is_multiple_of(2) && rules.contains(Rule::Experience) {
        let pair = &seated[seated.len() - 2..];
        if !pair.iter().any(|p| person(*p).experienced) {
            return;
        }
    }
    let seats = seats(site, kind);
    if seated.len() == seats.len() {
        let team: Vec<&Inspector> = seated.iter().map(|p| person(*p)).collect();
        if may_go(problem, rules, site, kind, &team) {
            found.insert(seated.iter().fold(0, |set, p| set | 1 << p));
        }
        return;
    }
    let of = seats[seated.len()];
    for p in (0..able.len()).filter(|p| able[*p]) {
        // Without P1 anyone may take any seat, but still only one.
        let belongs = person(p).inspectorate == *of || !rules.contains(Rule::Joint);
        if belongs && !seated.contains(&p) {
            seated.push(p);
            seat(problem, rules, site, kind, able, seated, found);
            seated.pop();
        }
    }
}

/// P7, P8, P11 and P13 for a full team.
fn may_go(
    problem: &Inspection,
    rules: RuleSet,
    site: &Site,
    kind: &Kind,
    team: &[&Inspector],
) -> bool {
    let on_it = |id| team.iter().any(|person| person.id == id);
    let together = problem
        .apart
        .iter()
        .any(|row| on_it(row.inspector_a.clone()) && on_it(row.inspector_b.clone()));
    let skilled = site
        .needs
        .iter()
        .all(|skill| team.iter().any(|person| person.skills.contains(skill)));
    let led = team
        .iter()
        .any(|person| person.experienced && person.inspectorate == kind.inspectorate);
    let mut fixed = problem.fixed.iter().filter(|row| row.site == site.id);
    let named = fixed.all(|row| row.inspector.clone().is_none_or(on_it));
    (!together || !rules.contains(Rule::Apart))
        && (skilled || !rules.contains(Rule::Skills))
        && (led || !rules.contains(Rule::VisitLead))
        && (named || !rules.contains(Rule::Named))
}
