//! Why one site cannot be visited at all: no date, or nobody to go.

use super::numbers;
use crate::calendar::Calendar;
use crate::domain::{Inspector, Kind, Rule, RuleSet, Site, SiteRow, Subject};
use crate::optimise::field::{self, Field, People};

/// One sentence on what leaves this site without a visit under the rules of the field.
pub(super) fn why_no_visit(field: &Field, calendar: &Calendar, row: SiteRow) -> String {
    let (inspection, rules) = (&field.inspection, field.rules);
    let (site, kind) = (field.site(row), field.kind(row));
    if over_burdened(field, row) {
        return format!(
            "{}: {} days of other inspections are more than the limit allows (S4).",
            site.name, field.scores.sites[row].engagement_days
        );
    }
    let starts = calendar.starts(site, kind, rules);
    if starts.is_empty() {
        return no_date(calendar, site, kind, rules);
    }
    let people = People::new(inspection);
    // Per possible start, who could go under these rules.
    let could_go = |rules: RuleSet| -> Vec<Vec<&Inspector>> {
        let each = starts
            .iter()
            .map(|start| people.for_start(site, kind, start, rules));
        each.map(|rows| {
            rows.into_iter()
                .map(|row| &inspection.inspectors[usize::from(row)])
                .collect()
        })
        .collect()
    };
    let blame = |short: &dyn Fn(&[Vec<&Inspector>]) -> bool| -> Option<RuleSet> {
        short(&could_go(rules)).then(|| {
            let mut blamed = rules & Rule::of_teams();
            // What binds more than one inspector is let off first: only P9 says anything of one alone.
            let (alone, together): (RuleSet, RuleSet) = blamed
                .iter()
                .partition(|rule| matches!(rule.subject(), Subject::OneInspector(_)));
            for rule in together.iter().chain(alone) {
                let spared = blamed - rule;
                if short(&could_go(spared)) {
                    blamed = spared;
                }
            }
            blamed
        })
    };
    for (inspectorate, count) in field::seats(kind) {
        let short = |weeks: &[Vec<&Inspector>]| {
            weeks.iter().all(|people| {
                let theirs = people
                    .iter()
                    .filter(|person| person.inspectorate == *inspectorate);
                theirs.count() < count
            })
        };
        if let Some(blamed) = blame(&short) {
            let whom = format!("{}{inspectorate} inspector", cleared(kind, blamed));
            let too_few = match count {
                1 => format!("no {whom} is"),
                _ => format!("fewer than {count} {whom}s are"),
            };
            return format!(
                "{}: {too_few} free in any week left ({}).",
                site.name,
                numbers(blamed | Rule::Joint)
            );
        }
    }
    let leads =
        |person: &&Inspector| person.experienced && person.inspectorate == kind.inspectorate;
    let no_lead = |weeks: &[Vec<&Inspector>]| weeks.iter().all(|week| !week.iter().any(&leads));
    if let (true, Some(blamed)) = (rules.contains(Rule::VisitLead), blame(&no_lead)) {
        return format!(
            "{}: no experienced {}{} inspector is free to lead in any week left ({}).",
            site.name,
            cleared(kind, blamed),
            kind.inspectorate,
            numbers(blamed | Rule::VisitLead)
        );
    }
    for skill in site.needs.iter().filter(|_| rules.contains(Rule::Skills)) {
        let unskilled = |weeks: &[Vec<&Inspector>]| {
            weeks
                .iter()
                .all(|week| !week.iter().any(|person| person.skills.contains(skill)))
        };
        if let Some(blamed) = blame(&unskilled) {
            return format!(
                "{}: nobody with the skill {skill} is free in any week left ({}).",
                site.name,
                numbers(blamed | Rule::Skills)
            );
        }
    }
    for fixed in inspection
        .fixed
        .iter()
        .filter(|fixed| fixed.site == site.id)
    {
        let named = fixed
            .inspector
            .as_ref()
            .and_then(|id| inspection.inspector(id));
        let Some(named) = named.filter(|_| rules.contains(Rule::Named)) else {
            continue;
        };
        let missing = |weeks: &[Vec<&Inspector>]| {
            weeks
                .iter()
                .all(|week| !week.iter().any(|person| person.id == named.id))
        };
        if let Some(blamed) = blame(&missing) {
            return format!(
                "{}: {}, who is fixed for it, cannot go in any week left ({}).",
                site.name,
                named.name,
                numbers(blamed | Rule::Named)
            );
        }
    }
    format!("{}: no team can be found in any week left.", site.name)
}

/// Whether S4 rules the site out.
pub(super) fn over_burdened(field: &Field, row: SiteRow) -> bool {
    let days = field.scores.sites[row].engagement_days;
    let limit = field.inspection.burden.max_days;
    field.holds(Rule::Burden) && limit.is_some_and(|limit| days > limit)
}

/// Why no date is left: the rules that forbid the starts that the window would hold.
fn no_date(calendar: &Calendar, site: &Site, kind: &Kind, rules: RuleSet) -> String {
    let mut forbidding = RuleSet::empty();
    for start in calendar.starts(site, kind, Rule::Window | Rule::WorkingDays) {
        let rules = calendar.forbidden_by(site, kind, &start);
        forbidding.extend(rules.into_iter().map(Rule::from));
    }
    let forbidding = forbidding & rules;
    if forbidding.is_empty() {
        return format!("{}: no visit fits in the window (T1, T3).", site.name);
    }
    format!("{}: no date is left ({}).", site.name, numbers(forbidding))
}

/// "cleared " where the clearance is to blame.
fn cleared(kind: &Kind, blamed: RuleSet) -> String {
    match (&kind.clearance, blamed.contains(Rule::Cleared)) {
        (Some(_), true) => "cleared ".to_owned(),
        _ => String::new(),
    }
}
