//! The days on which a visit to a site could start, and what each start entails.

use std::collections::HashMap;

use chrono::{Datelike, Days, NaiveDate};

use super::Calendar;
use crate::domain::{
    DateRule, Engagement, Inspection, Kind, Period, Rule, RuleSet, Severity, Site, SiteId, Visit,
};

/// One way to date a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// The onsite days, in order; never empty.
    pub onsite: Vec<NaiveDate>,
    /// The preparation days just before, in order.
    pub preparation: Vec<NaiveDate>,
    /// Monday of the ISO week of the first onsite day: the visit's week.
    pub week: NaiveDate,
    /// Mondays of every ISO week with an onsite day, in order.
    pub weeks: Vec<NaiveDate>,
    /// The last day on which its team is kept free of other visits, to write up; the last onsite day where it needs none.
    pub written_up: NaiveDate,
    /// Onsite days in a period that is better avoided.
    pub leave_days: u32,
    /// ISO weeks after the week of the first possible day.
    pub delay_weeks: i64,
}

impl Start {
    /// The first onsite day.
    pub fn first_day(&self) -> NaiveDate {
        self.onsite[0]
    }

    /// The last onsite day.
    pub fn last_day(&self) -> NaiveDate {
        self.onsite[self.onsite.len() - 1]
    }

    /// Whether the bounds of a row of `fixed.csv` hold the whole visit: no onsite day before the one, none after the other.
    pub fn is_within(&self, [not_before, not_after]: [Option<NaiveDate>; 2]) -> bool {
        not_before.is_none_or(|day| self.first_day() >= day)
            && not_after.is_none_or(|day| self.last_day() <= day)
    }

    /// Every day on which the team is needed: preparation, then onsite.
    pub fn needed(&self) -> impl Iterator<Item = NaiveDate> + '_ {
        self.preparation.iter().chain(&self.onsite).copied()
    }

    /// Whether every Monday to Friday from the first day needed to the last is needed.
    pub fn is_unbroken(&self) -> bool {
        let Some(first) = self.needed().next() else {
            return true;
        };
        let weekdays = Calendar::weekdays_between(first, self.last_day());
        self.needed().count() == weekdays as usize
    }

    /// The first day on which its team is needed.
    pub fn first_needed(&self) -> NaiveDate {
        self.needed().next().unwrap_or(self.onsite[0])
    }

    /// Whether two visits need their teams on the same day.
    pub fn shares_a_day(&self, other: &Start) -> bool {
        self.needed()
            .any(|day| other.needed().any(|needed| needed == day))
    }
}

/// The Monday of a day's ISO week.
pub fn monday(date: NaiveDate) -> NaiveDate {
    date.checked_sub_days(Days::new(u64::from(date.weekday().num_days_from_monday())))
        .unwrap_or(date)
}

/// What the tables say of when and for how long sites can be visited.
#[derive(Debug)]
pub(super) struct Visiting {
    pub(super) periods: Vec<Period>,
    pub(super) gap_weeks: Option<u32>,
    /// Per site, its engagements.
    pub(super) engagements: HashMap<SiteId, Vec<Engagement>>,
    /// Per site, the first and the last day that each row of `fixed.csv` leaves it, if it does.
    pub(super) fixed: HashMap<SiteId, Vec<[Option<NaiveDate>; 2]>>,
    /// Per site that has a kind, its nation, and the onsite and the preparation days of its kind.
    visits: HashMap<SiteId, (String, [u32; 2])>,
}

impl Visiting {
    pub(super) fn new(inspection: &Inspection) -> Self {
        let mut engagements: HashMap<SiteId, Vec<Engagement>> = HashMap::new();
        for row in &inspection.engagements {
            engagements
                .entry(row.site.clone())
                .or_default()
                .push(row.clone());
        }
        let mut fixed: HashMap<SiteId, Vec<[Option<NaiveDate>; 2]>> = HashMap::new();
        for row in &inspection.fixed {
            let days = [row.not_before, row.not_after];
            fixed.entry(row.site.clone()).or_default().push(days);
        }
        let visits = inspection.sites.iter().filter_map(|site| {
            let kind = inspection.kind(&site.kind)?;
            let days = [site.days.unwrap_or(kind.days), kind.prepare_days];
            Some((site.id.clone(), (site.nation.clone(), days)))
        });
        Self {
            visits: visits.collect(),
            periods: inspection.periods.clone(),
            gap_weeks: inspection.burden.gap_weeks,
            engagements,
            fixed,
        }
    }
}

impl Calendar {
    /// The onsite days of a visit, from its first day on; none where no such visit could start then.
    pub fn onsite_days(&self, visit: &Visit) -> Vec<NaiveDate> {
        match self.visiting.visits.get(&visit.site) {
            Some((nation, [days, _])) if self.is_working_day(nation, visit.first_day) => {
                self.onsite_from(nation, *days, visit.first_day)
            }
            _ => Vec::new(),
        }
    }

    /// The preparation days of a visit: just before its first day; none where no such visit could start then.
    pub fn preparation_days(&self, visit: &Visit) -> Vec<NaiveDate> {
        match self.visiting.visits.get(&visit.site) {
            Some((nation, [_, days])) if self.is_working_day(nation, visit.first_day) => {
                self.working.desk_days_before(visit.first_day, *days)
            }
            _ => Vec::new(),
        }
    }

    /// So many working days of a nation, from a day on.
    fn onsite_from(&self, nation: &str, days: u32, first_day: NaiveDate) -> Vec<NaiveDate> {
        let working = first_day.iter_days();
        let working = working.filter(|day| self.is_working_day(nation, *day));
        working.take(days as usize).collect()
    }

    /// Every start that the date rules among `rules` allow for a visit to this site, earliest first.
    ///
    /// A visit always lies on working days; without the window rule, within a few weeks of the window.
    pub fn starts(&self, site: &Site, kind: &Kind, rules: RuleSet) -> Vec<Start> {
        const FEW_WEEKS: u64 = 6 * 7;
        let timing = &self.timing;
        let reach = if rules.contains(Rule::Window) {
            0
        } else {
            FEW_WEEKS
        };
        let from = super::sub_days(timing.first_day, reach);
        let to = super::add_days(timing.last_day, reach);
        let in_force = DateRule::all().filter(|rule| rules.contains(Rule::from(*rule)));
        let in_force: Vec<DateRule> = in_force.collect();
        from.iter_days()
            .take_while(|day| *day <= to)
            .filter_map(|day| self.start_on(site, kind, day))
            .filter(|start| {
                let mut in_force = in_force.iter();
                in_force.all(|rule| self.keeps(*rule, site, kind, start))
            })
            .collect()
    }

    /// The date rules, in the order of the table, that forbid this start for this site.
    pub fn forbidden_by(&self, site: &Site, kind: &Kind, start: &Start) -> Vec<DateRule> {
        DateRule::all()
            .filter(|rule| !self.keeps(*rule, site, kind, start))
            .collect()
    }

    /// A visit that starts on this day; `None` unless it is a working day of the site's nation.
    pub fn start_on(&self, site: &Site, kind: &Kind, first_day: NaiveDate) -> Option<Start> {
        if !self.is_working_day(&site.nation, first_day) {
            return None;
        }
        let days = site.days.unwrap_or(kind.days);
        let onsite = self.onsite_from(&site.nation, days, first_day);
        let mut weeks: Vec<NaiveDate> = onsite.iter().map(|day| monday(*day)).collect();
        weeks.dedup();
        let week = monday(first_day);
        let delay = week.signed_duration_since(monday(self.first_possible));
        let leave_days = onsite
            .iter()
            .filter(|day| self.is_in_period(site, **day, Severity::Prefer))
            .count();
        Some(Start {
            preparation: self.working.desk_days_before(first_day, kind.prepare_days),
            written_up: self
                .working
                .desk_day_after(onsite[onsite.len() - 1], kind.write_up_days),
            week,
            weeks,
            leave_days: leave_days as u32,
            delay_weeks: delay.num_days() / 7,
            onsite,
        })
    }

    /// Whether a start keeps one of the date rules.
    ///
    /// A start that breaks one is never looked at again: one turned away here by mistake may be that of the best plan,
    /// and the proof that another is best would be wrong.
    fn keeps(&self, rule: DateRule, site: &Site, kind: &Kind, start: &Start) -> bool {
        let timing = &self.timing;
        match rule {
            DateRule::Window => {
                start.first_day() >= timing.first_day && start.last_day() <= timing.last_day
            }
            DateRule::Notice => start.first_day() >= self.notice_ends,
            DateRule::WorkingDays => self.starts_properly(site, kind, start),
            DateRule::Avoid => !start
                .onsite
                .iter()
                .any(|day| self.is_in_period(site, *day, Severity::Must)),
            DateRule::Gap => !self.is_near_engagement(site, start),
            DateRule::FixedDates => self
                .visiting
                .fixed
                .get(&site.id)
                .is_none_or(|rows| rows.iter().all(|bounds| start.is_within(*bounds))),
        }
    }

    /// T3: an allowed weekday; short visits in one week, long ones from the first working day of a week.
    fn starts_properly(&self, site: &Site, kind: &Kind, start: &Start) -> bool {
        let weekday = start.first_day().weekday();
        let allowed = kind.start_days.is_empty() || kind.start_days.contains(&weekday);
        let placed = if site.days.unwrap_or(kind.days) <= 5 {
            start.weeks.len() == 1
        } else {
            start
                .week
                .iter_days()
                .find(|day| self.is_working_day(&site.nation, *day))
                == Some(start.first_day())
        };
        allowed && placed
    }

    /// T5: within `gap_weeks` × 7 calendar days of an engagement of the site.
    fn is_near_engagement(&self, site: &Site, start: &Start) -> bool {
        let Some(gap_weeks) = self.visiting.gap_weeks else {
            return false;
        };
        let engagements = self.visiting.engagements.get(&site.id);
        let mut engagements = engagements.into_iter().flatten();
        engagements.any(|engagement| is_near(engagement, gap_weeks, start))
    }

    /// Whether the day lies in a period of this severity that applies to the site.
    fn is_in_period(&self, site: &Site, day: NaiveDate, severity: Severity) -> bool {
        self.visiting.periods.iter().any(|period| {
            period.severity == severity && covers(period, day) && applies(period, site)
        })
    }

    /// The periods of this severity that apply to the site and have a day in common with the range.
    pub fn periods_for(
        &self,
        site: &Site,
        severity: Severity,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Vec<&Period> {
        self.visiting
            .periods
            .iter()
            .filter(|period| period.severity == severity && applies(period, site))
            .filter(|period| period.first_day <= to && period.last_day >= from)
            .collect()
    }
}

/// Whether an onsite day lies within so many weeks of an engagement, or in it.
pub(super) fn is_near(engagement: &Engagement, gap_weeks: u32, start: &Start) -> bool {
    let reach = u64::from(gap_weeks) * 7;
    let from = super::sub_days(engagement.first_day, reach);
    let to = super::add_days(engagement.last_day, reach);
    start.onsite.iter().any(|day| (from..=to).contains(day))
}

pub(super) fn covers(period: &Period, day: NaiveDate) -> bool {
    (period.first_day..=period.last_day).contains(&day)
}

pub(super) fn applies(period: &Period, site: &Site) -> bool {
    match period.applies_to.as_str() {
        "all" => true,
        "site" => period.value.as_deref() == Some(site.id.as_str()),
        column => {
            let value = period.value.as_deref();
            value.is_some() && site.cell(column).as_deref() == value
        }
    }
}
