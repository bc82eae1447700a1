//! Rules by number or by name, in a row.

use crate::domain::{Rule, RuleSet};

/// A rule in one sentence. Of P6 no message says why somebody may not visit a site: that there is a conflict is nobody's business.
pub(super) fn sentence(rule: Rule) -> &'static str {
    if rule == Rule::NoConflict {
        return "No inspector visits a site that they may not visit.";
    }
    rule.sentence()
}

/// Rules by number, such as `T4, P5`.
pub(super) fn rule_numbers(rules: RuleSet) -> String {
    let numbers: Vec<&str> = rules.iter().map(Rule::number).collect();
    numbers.join(", ")
}

/// Rules by number and name, such as `T4 avoid, T5 gap`.
pub(super) fn rules_by_name(rules: RuleSet) -> String {
    let named: Vec<String> = rules
        .iter()
        .map(|rule| format!("{} {}", rule.number(), rule.name()))
        .collect();
    named.join(", ")
}
