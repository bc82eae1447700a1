//! Why a site has no possible date: which rules forbid the visits that the window would hold.

use super::Calendar;
use crate::domain::{Kind, Rule, RuleSet, Site};

/// What leaves a site without a possible date. Where the window holds no visit at all, no rule is named: T1 and T3 then
/// need no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoDate {
    /// Every rule that forbids one of the visits that the window would hold.
    pub forbidding: RuleSet,
    /// Of those, rules that forbid them all, and none of which could be spared.
    pub needed: RuleSet,
}

impl Calendar {
    /// What leaves this site without a possible date under these rules; `None` where it has one.
    pub fn no_date(&self, site: &Site, kind: &Kind, rules: RuleSet) -> Option<NoDate> {
        let starts = |rules: RuleSet| self.starts(site, kind, rules);
        if !starts(rules).is_empty() {
            return None;
        }
        let always = Rule::Window | Rule::WorkingDays;
        let mut forbidding = RuleSet::empty();
        for start in starts(always) {
            let by = self.forbidden_by(site, kind, &start);
            forbidding.extend(by.into_iter().map(Rule::from));
        }
        forbidding &= rules;
        let mut needed = forbidding;
        for rule in forbidding {
            if starts(always | (needed - rule)).is_empty() {
                needed.remove(rule);
            }
        }
        Some(NoDate { forbidding, needed })
    }
}
