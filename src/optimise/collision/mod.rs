//! Why there is no plan: a set of rules that collide, none of which could be spared, and what they do in words.

mod site;

use super::answer::Collision;
use super::clock::Clock;
use super::field::Field;
use super::model::Scope;
use super::selection_tier::{self, Chosen, Wanted};
use crate::calendar::Calendar;
use crate::domain::{Inspection, Rule, RuleSet, Site};
use crate::score::Scores;

/// Seconds for each question of whether a plan exists without one of the rules.
const SECONDS_EACH: f64 = 10.0;
/// At most so many sites are named in one sentence.
const MOST_NAMED: usize = 5;

/// The tables an explanation is drawn from.
struct Case<'a, 'c, 'l> {
    inspection: &'a Inspection,
    calendar: &'c Calendar<'a>,
    scores: &'a Scores,
    clock: &'c Clock<'l>,
}

/// Finds rules that collide in an inspection that is known to have no plan.
pub(super) fn explain<'a>(
    inspection: &'a Inspection,
    calendar: &Calendar<'a>,
    scores: &'a Scores,
    clock: &Clock,
) -> Collision {
    let case = Case {
        inspection,
        calendar,
        scores,
        clock,
    };
    let mut rules = RuleSet::all();
    // People first, demands last: what remains then names the demand that cannot be met.
    for rule in Rule::ALL.iter().rev() {
        let without = rules - *rule;
        if case.is_impossible(&case.field(without)) {
            rules = without;
        }
    }
    let reasons = case.reasons(rules);
    Collision { rules, reasons }
}

impl<'a> Case<'a, '_, '_> {
    fn field(&self, rules: RuleSet) -> Field<'a> {
        Field::new(self.inspection, self.calendar, self.scores, rules)
    }

    /// Whether it is proved that there is no plan. Running out of time keeps the rule: the answer stays true.
    fn is_impossible(&self, field: &Field) -> bool {
        let mut silence = |_| {};
        let mut clock = self.clock.sooner(SECONDS_EACH, &mut silence);
        let base = Scope::everything(field);
        matches!(
            selection_tier::best(field, &base, Wanted::Any, &mut clock),
            Chosen::Nothing
        )
    }

    /// One sentence for each demand among the rules, and for each site that they leave without a visit.
    fn reasons(&self, rules: RuleSet) -> Vec<String> {
        let mut field = self.field(rules);
        let mut reasons = Vec::new();
        if rules.contains(Rule::Included) {
            let needed = self.needed_includes(&mut field);
            if let Some(first) = needed.first() {
                let names = named(needed.iter().map(|site| field.site(*site)));
                let verb = if needed.len() == 1 { "is" } else { "are" };
                reasons.push(format!(
                    "{names} {verb} included by the lead, so must be selected (S2)."
                ));
                let kind = field.kinds[*first];
                if needed.len() == 1 && kind.exclude.contains(&field.site(*first).id) {
                    reasons.push(format!("{names} is also excluded (S2)."));
                }
            }
        }
        for (kind, count) in self.inspection.kinds.iter().zip(&field.counts) {
            if !rules.contains(Rule::Count) || count.min == 0 {
                continue;
            }
            let all = (0..field.kinds.len()).filter(|site| field.kinds[*site].id == kind.id);
            let (mut total, mut visitable) = (0, 0);
            for site in all {
                total += 1;
                visitable += usize::from(!field.choices[site].is_empty());
            }
            if visitable < count.min as usize || total == visitable {
                reasons.push(format!(
                    "At least {} sites of the kind {} are wanted (S1); of {total} in the table, {visitable} could be visited.",
                    count.min, kind.id
                ));
            }
        }
        let full = self.field(rules & (RuleSet::all() - demands()));
        let unvisitable: Vec<usize> = (0..full.kinds.len())
            .filter(|site| full.choices[*site].is_empty())
            .filter(|site| field.included[*site] || !rules.contains(Rule::Included))
            .collect();
        for site in unvisitable.iter().take(MOST_NAMED) {
            reasons.push(site::why_no_visit(
                self.inspection,
                self.calendar,
                *site,
                rules,
            ));
        }
        if unvisitable.len() > MOST_NAMED {
            let more = unvisitable.len() - MOST_NAMED;
            reasons.push(format!("The same is so of {more} more."));
        }
        reasons.extend(self.limits(rules));
        reasons
    }

    /// A smallest set of included sites that cannot all be had.
    fn needed_includes(&self, field: &mut Field) -> Vec<usize> {
        let included: Vec<usize> = (0..field.included.len())
            .filter(|site| field.included[*site])
            .collect();
        for site in &included {
            field.included[*site] = false;
            if !self.is_impossible(field) {
                field.included[*site] = true;
            }
        }
        included
            .into_iter()
            .filter(|site| field.included[*site])
            .collect()
    }

    /// The limits that bind the visits together, as they stand.
    fn limits(&self, rules: RuleSet) -> Vec<String> {
        let mut lines = Vec::new();
        let timing = &self.inspection.timing;
        if let (true, Some(limit)) = (rules.contains(Rule::WeekLimit), timing.max_visits_per_week) {
            lines.push(format!(
                "At most {limit} visits may have an onsite day in one week (T6)."
            ));
        }
        let staffing = &self.inspection.staffing;
        if let (true, Some(limit)) = (rules.contains(Rule::Limit), staffing.max_days) {
            lines.push(format!(
                "No inspector may have more than {limit} onsite days (P9)."
            ));
        }
        if let (true, Some(limit)) = (rules.contains(Rule::Rest), staffing.max_weeks_in_row) {
            lines.push(format!(
                "No inspector may be onsite in more than {limit} weeks in a row (P10)."
            ));
        }
        lines
    }
}

/// The rules that ask for sites, rather than forbid a visit.
fn demands() -> RuleSet {
    Rule::Count | Rule::Included | Rule::Quota | Rule::Link
}

/// Rule numbers, such as "T4, P5".
fn numbers(rules: RuleSet) -> String {
    let numbers: Vec<&str> = rules.iter().map(Rule::number).collect();
    numbers.join(", ")
}

fn named<'s>(sites: impl Iterator<Item = &'s Site>) -> String {
    let names: Vec<&str> = sites.map(|site| site.name.as_str()).collect();
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}
