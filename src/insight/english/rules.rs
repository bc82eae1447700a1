//! Rules by number or by name, in a row.

use crate::domain::{Rule, RuleSet};

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
