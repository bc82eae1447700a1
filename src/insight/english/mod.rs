//! What was found, in plain English: here and nowhere else. Each function takes a fact and gives the sentence.

mod consultation;
mod count;
mod late;
mod site;
mod sizing;
mod team;
mod week;

pub use consultation::{consultation, not_reflected};
pub use count::other_counts;
pub use late::late_report;
pub use site::why_site;
pub use sizing::sizing;
pub use team::why_team;
pub use week::why_week;

use crate::domain::RuleSet;

/// Rules by number and name, such as `T4 avoid, T5 gap`.
fn rules_by_name(rules: RuleSet) -> String {
    let named: Vec<String> = rules
        .iter()
        .map(|rule| format!("{} {}", rule.number(), rule.name()))
        .collect();
    named.join(", ")
}
