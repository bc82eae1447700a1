//! What bars a site from visits on some days, one event at a time: so that a reason can name the one that is in the way.

use chrono::NaiveDate;
use serde::Serialize;

use super::Calendar;
use super::starts::{Start, applies, covers, is_near};
use crate::domain::{Rule, Severity, Site};

/// One event of the calendar that keeps visits to a site off some days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DateBar {
    /// Notice does not end before this day (T2).
    Notice(NaiveDate),
    /// A period that must be avoided (T4).
    Period {
        /// What it is.
        name: String,
        /// Its first day.
        first_day: NaiveDate,
        /// Its last day.
        last_day: NaiveDate,
    },
    /// Another inspection of the site, with the gap before and after it (T5).
    Inspection {
        /// What it is called.
        name: String,
        /// Its first day.
        first_day: NaiveDate,
        /// Its last day.
        last_day: NaiveDate,
        /// The weeks of the gap.
        gap_weeks: u32,
    },
    /// The dates that one row of `fixed.csv` leaves it (T8).
    Fixed {
        /// No onsite day before this one.
        not_before: Option<NaiveDate>,
        /// No onsite day after this one.
        not_after: Option<NaiveDate>,
    },
}

impl DateBar {
    /// The rule by which it bars days.
    pub fn rule(&self) -> Rule {
        match self {
            Self::Notice(_) => Rule::Notice,
            Self::Period { .. } => Rule::Avoid,
            Self::Inspection { .. } => Rule::Gap,
            Self::Fixed { .. } => Rule::FixedDates,
        }
    }
}

impl Calendar {
    /// Every event that bars one of these starts for this site, with whether it bars each of them. A start of the window that
    /// none of them bars is allowed: besides these, only T1 and T3 speak of the dates of one visit.
    pub fn bars(&self, site: &Site, starts: &[&Start]) -> Vec<(DateBar, Vec<bool>)> {
        let mut bars = Vec::new();
        let mut add = |bar: DateBar, is_barred: &dyn Fn(&Start) -> bool| {
            let barred: Vec<bool> = starts.iter().map(|start| is_barred(start)).collect();
            if barred.contains(&true) {
                bars.push((bar, barred));
            }
        };
        add(DateBar::Notice(self.notice_ends), &|start| {
            start.first_day() < self.notice_ends
        });
        for period in &self.visiting.periods {
            if period.severity != Severity::Must || !applies(period, site) {
                continue;
            }
            let bar = DateBar::Period {
                name: period.name.clone(),
                first_day: period.first_day,
                last_day: period.last_day,
            };
            add(bar, &|start| {
                start.onsite.iter().any(|day| covers(period, *day))
            });
        }
        let engagements = self.visiting.engagements.get(&site.id);
        for engagement in engagements.into_iter().flatten() {
            let Some(gap_weeks) = self.visiting.gap_weeks else {
                continue;
            };
            let bar = DateBar::Inspection {
                name: engagement.inspection.clone(),
                first_day: engagement.first_day,
                last_day: engagement.last_day,
                gap_weeks,
            };
            add(bar, &|start| is_near(engagement, gap_weeks, start));
        }
        for bounds in self.visiting.fixed.get(&site.id).into_iter().flatten() {
            let [not_before, not_after] = *bounds;
            let bar = DateBar::Fixed {
                not_before,
                not_after,
            };
            add(bar, &|start| !start.is_within(*bounds));
        }
        bars
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{DateRule, RuleSet};
    use crate::example::{self, Size};
    use crate::instance::Instance;

    /// Otherwise a reason could name too little, or an event that is not in the way.
    #[test]
    fn the_events_bar_just_the_starts_that_the_rules_forbid() {
        let mut seen = RuleSet::empty();
        for seed in 0..6 {
            let inspection = example::inspection(Size::S, seed).expect("an example");
            let instance = Instance::new(inspection);
            let (inspection, calendar) = (&instance.inspection, &instance.calendar);
            for site in &inspection.sites {
                let kind = inspection.kind(&site.kind).expect("a kind");
                let starts = calendar.starts(site, kind, Rule::Window | Rule::WorkingDays);
                let starts: Vec<&Start> = starts.iter().collect();
                let bars = calendar.bars(site, &starts);
                for (place, start) in starts.iter().enumerate() {
                    let by_event = bars.iter().filter(|(_, barred)| barred[place]);
                    let by_event: RuleSet = by_event.map(|(bar, _)| bar.rule()).collect();
                    let forbidden: Vec<DateRule> = calendar.forbidden_by(site, kind, start);
                    let forbidden: RuleSet = forbidden.into_iter().map(Rule::from).collect();
                    assert_eq!(
                        by_event,
                        forbidden,
                        "{} on {}",
                        site.name,
                        start.first_day()
                    );
                    seen |= by_event;
                }
            }
        }
        assert!(
            seen.is_superset(Rule::Avoid | Rule::Gap | Rule::FixedDates),
            "{seen:?}"
        );
    }
}
