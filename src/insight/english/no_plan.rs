//! Why there is no plan.

use super::rules::{rule_numbers, sentence};
use crate::domain::{Rule, RuleSet};
use crate::optimise::{Infeasibility, Obstacle, SharedLimit, SiteObstacle, UnmetDemand};

/// Why there is no plan: what is asked for, what stands in its way, and the rules that collide.
pub fn no_plan(why: &Infeasibility) -> String {
    let mut lines =
        vec!["There is no plan: no choice of sites, dates and teams keeps every rule.".to_owned()];
    let reasons = reasons(why);
    if why.irreducible && !reasons.is_empty() {
        lines.push(String::new());
        lines.extend(reasons);
    }
    lines.push(String::new());
    let heading = match (why.irreducible, why.rules.len()) {
        (true, 1) => "This rule cannot be kept. Without it there would be a plan:",
        (true, _) => "These rules collide. Without any one of them there would be a plan:",
        (false, _) => {
            "Some of these rules collide. There was no time to find out which; others of them may have no part in it:"
        }
    };
    lines.push(heading.to_owned());
    for rule in why.rules {
        lines.push(format!(
            "  {} {}: {}",
            rule.number(),
            rule.name(),
            sentence(rule)
        ));
    }
    lines.join("\n")
}

fn reasons(why: &Infeasibility) -> Vec<String> {
    let mut reasons: Vec<String> = why.demands.iter().map(demand).collect();
    reasons.extend(why.sites.iter().map(site));
    if why.more_sites > 0 {
        reasons.push(format!(
            "Sites besides these that could not be visited: {}.",
            why.more_sites
        ));
    }
    reasons.extend(why.limits.iter().copied().map(limit));
    reasons
}

fn demand(demand: &UnmetDemand) -> String {
    match demand {
        UnmetDemand::Include(site) => {
            format!("{site} is included, so it must be selected (S2).")
        }
        UnmetDemand::AtLeast {
            kind,
            count,
            in_table,
            visitable,
        } => format!(
            "At least {count} of the kind {kind} must be selected (S1). The table has {in_table}, of which {visitable} could \
             be visited."
        ),
        UnmetDemand::AtMost { kind, count } => {
            format!("At most {count} of the kind {kind} may be selected (S1).")
        }
        UnmetDemand::Quota {
            kind,
            column,
            value,
            min,
            max,
        } => {
            let value = match value {
                None => "each value".to_owned(),
                Some(value) => format!("the value {value}"),
            };
            let range = match (min, max) {
                (Some(min), Some(max)) => format!("from {min} to {max}"),
                (Some(min), None) => format!("at least {min}"),
                (None, Some(max)) => format!("at most {max}"),
                (None, None) => "any number".to_owned(),
            };
            format!(
                "Of the kind {kind}, {range} with {value} in the column {column} must be selected (S3)."
            )
        }
    }
}

/// One sentence on what leaves a site without a visit.
fn site(found: &SiteObstacle) -> String {
    let site = &found.site;
    match &found.obstacle {
        Obstacle::OverBurdened { days } => {
            format!("{site}: {days} days of other inspections are more than the limit allows (S4).")
        }
        Obstacle::NoDate { rules } if rules.is_empty() => {
            format!("{site}: no visit fits in the window (T1, T3).")
        }
        Obstacle::NoDate { rules } => {
            format!("{site}: no date is left ({}).", rule_numbers(*rules))
        }
        Obstacle::TooFew {
            inspectorate,
            seats,
            rules,
        } => {
            let whom = format!("{}{inspectorate} inspector", cleared(*rules));
            let too_few = match seats {
                1 => format!("no {whom} is"),
                _ => format!("fewer than {seats} {whom}s are"),
            };
            format!(
                "{site}: {too_few} free in any week left ({}).",
                rule_numbers(*rules)
            )
        }
        Obstacle::NoLead {
            inspectorate,
            rules,
        } => format!(
            "{site}: no experienced {}{inspectorate} inspector is free to lead in any week left ({}).",
            cleared(*rules),
            rule_numbers(*rules)
        ),
        Obstacle::NoSkill { skill, rules } => format!(
            "{site}: nobody with the skill {skill} is free in any week left ({}).",
            rule_numbers(*rules)
        ),
        Obstacle::FixedCannotGo { inspector, rules } => format!(
            "{site}: {inspector}, who is fixed for it, cannot go in any week left ({}).",
            rule_numbers(*rules)
        ),
        Obstacle::NoTeam => format!("{site}: no team can be found in any week left."),
    }
}

/// "cleared " where the clearance is to blame.
fn cleared(rules: RuleSet) -> &'static str {
    match rules.contains(Rule::Cleared) {
        true => "cleared ",
        false => "",
    }
}

fn limit(limit: SharedLimit) -> String {
    match limit {
        SharedLimit::VisitsInOneWeek(most) => {
            format!("The most visits with an onsite day in one week: {most} (T6).")
        }
        SharedLimit::OnsiteDays(most) => {
            format!("The most onsite days for one inspector: {most} (P9).")
        }
        SharedLimit::WeeksInARow(most) => {
            format!("The most weeks in a row onsite for one inspector: {most} (P10).")
        }
    }
}
