//! The starts of a week, and what forbids them.

use chrono::NaiveDate;

use super::reasons::AgainstDate;
use crate::calendar::Start;
use crate::domain::{DateRule, Kind, Severity, Site};
use crate::insight::particulars::Particulars;

/// A start, and the date rules that forbid it.
pub(super) struct JudgedStart {
    pub(super) start: Start,
    pub(super) rules: Vec<DateRule>,
}

impl JudgedStart {
    pub(super) fn allowed(&self) -> Option<Start> {
        self.rules.is_empty().then(|| self.start.clone())
    }
}

/// The starts of a week that are visits at all (T3).
pub(super) fn proper_starts(
    facts: &Particulars<'_>,
    site: &Site,
    kind: &Kind,
    week: NaiveDate,
) -> Vec<JudgedStart> {
    week.iter_days()
        .take(5)
        .filter_map(|day| facts.calendar.start_on(site, kind, day))
        .map(|start| JudgedStart {
            rules: facts.calendar.forbidden_by(site, kind, &start),
            start,
        })
        .filter(|judged| !judged.rules.contains(&DateRule::WorkingDays))
        .collect()
}

/// Why no start of a week is allowed: the rule that forbids them all, or what forbids each.
pub(super) fn date_reasons(
    facts: &Particulars<'_>,
    site: &Site,
    proper: &[JudgedStart],
) -> Vec<AgainstDate> {
    let Some(first) = proper.first() else {
        return vec![AgainstDate::WorkingDays];
    };
    let mut common = first.rules.iter();
    if let Some(rule) = common.find(|rule| proper.iter().all(|one| one.rules.contains(rule))) {
        return vec![against_date(facts, *rule, site, &first.start)];
    }
    let mut reasons: Vec<AgainstDate> = Vec::new();
    for one in proper {
        if let Some(rule) = one.rules.first() {
            let reason = against_date(facts, *rule, site, &one.start);
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
    }
    reasons
}

/// The fact behind a rule that forbids a start.
fn against_date(
    facts: &Particulars<'_>,
    rule: DateRule,
    site: &Site,
    start: &Start,
) -> AgainstDate {
    let (from, to) = (start.first_day(), start.last_day());
    match rule {
        DateRule::Window => AgainstDate::Window,
        DateRule::Notice => AgainstDate::Notice(facts.calendar.notice_ends),
        DateRule::WorkingDays => AgainstDate::WorkingDays,
        DateRule::Avoid => {
            let periods = facts.calendar.periods_for(site, Severity::Must, from, to);
            AgainstDate::Avoid(unique(periods.iter().map(|period| period.name.as_str())))
        }
        DateRule::Gap => {
            let weeks = facts.inspection.burden.gap_weeks.unwrap_or(0);
            let reach = i64::from(weeks) * 7;
            let near = facts.inspection.engagements.iter().filter(|engagement| {
                engagement.site == site.id
                    && (engagement.first_day - to).num_days() <= reach
                    && (from - engagement.last_day).num_days() <= reach
            });
            AgainstDate::Gap(unique(
                near.map(|engagement| engagement.inspection.as_str()),
            ))
        }
        DateRule::FixedDates => AgainstDate::FixedDates,
    }
}

/// Each name once, in order of first mention.
pub(super) fn unique<'n>(names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for name in names {
        if !seen.iter().any(|known| known == name) {
            seen.push(name.to_owned());
        }
    }
    seen
}
