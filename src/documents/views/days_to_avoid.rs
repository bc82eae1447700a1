//! The periods and the bank holidays that stand in the way of visits.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::{Period, Severity, Site};
use crate::insight::particulars::Particulars;

/// A bank holiday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// The day.
    pub date: NaiveDate,
    /// What it is called.
    pub names: Vec<String>,
    /// Where it is one.
    pub nations: Vec<String>,
}

/// A period to avoid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Avoided {
    /// What it is called.
    pub name: String,
    /// Its first day.
    pub first_day: NaiveDate,
    /// Its last day.
    pub last_day: NaiveDate,
    /// Whether visits must or should rather not lie in it.
    pub severity: Severity,
    /// Whether it concerns every site.
    pub everywhere: bool,
}

/// The periods to avoid that concern a site and not every site: those better avoided first.
pub(super) fn own_periods(facts: &Particulars<'_>, site: &Site) -> Vec<Avoided> {
    let of = |severity| {
        let (first, last) = (NaiveDate::MIN, NaiveDate::MAX);
        facts.calendar.periods_for(site, severity, first, last)
    };
    let all = [Severity::Prefer, Severity::Must].into_iter().flat_map(of);
    all.map(avoided)
        .filter(|period| !period.everywhere)
        .collect()
}

/// The bank holidays of the nation of a site, less those of both England and Wales.
pub(super) fn own_holidays(facts: &Particulars<'_>, site: &Site) -> Vec<NaiveDate> {
    let calendar = facts.calendar;
    let shared = |date| {
        let mut both = ["England", "Wales"].iter();
        both.all(|nation| calendar.bank_holiday(nation, date).is_some())
    };
    let all = facts.inspection.bank_holidays.iter();
    let own: BTreeSet<NaiveDate> = all
        .map(|holiday| holiday.date)
        .filter(|date| calendar.bank_holiday(&site.nation, *date).is_some() && !shared(*date))
        .collect();
    own.into_iter().collect()
}

fn avoided(period: &Period) -> Avoided {
    Avoided {
        name: period.name.clone(),
        first_day: period.first_day,
        last_day: period.last_day,
        severity: period.severity,
        everywhere: period.applies_to == "all",
    }
}

/// Periods to avoid that concern a site of the plan.
pub(super) fn periods(facts: &Particulars<'_>) -> Vec<Avoided> {
    let concerns = |period: &&Period| {
        facts.visits().iter().any(|visit| {
            let site = facts.site(&visit.site);
            site.is_some_and(|site| {
                let (first, last) = (period.first_day, period.last_day);
                let calendar = facts.calendar;
                let found = calendar.periods_for(site, period.severity, first, last);
                found.contains(period)
            })
        })
    };
    let all = facts.inspection.periods.iter();
    all.filter(concerns).map(avoided).collect()
}

/// Bank holidays by day, each name once; those of nations without a site only where they are England or Wales.
pub(super) fn bank_holidays(facts: &Particulars<'_>) -> Vec<Holiday> {
    let mut days: BTreeMap<NaiveDate, Holiday> = BTreeMap::new();
    for holiday in &facts.inspection.bank_holidays {
        let nation = &holiday.nation;
        let mut sites = facts.inspection.sites.iter();
        let concerns = matches!(nation.as_str(), "England" | "Wales")
            || sites.any(|site| site.nation == *nation);
        if !concerns {
            continue;
        }
        let day = days.entry(holiday.date).or_insert_with(|| Holiday {
            date: holiday.date,
            names: Vec::new(),
            nations: Vec::new(),
        });
        let is_same = |name: &String| name.eq_ignore_ascii_case(&holiday.name);
        if !day.names.iter().any(is_same) {
            day.names.push(holiday.name.clone());
        }
        if !day.nations.contains(nation) {
            day.nations.push(nation.clone());
        }
    }
    days.into_values().collect()
}
