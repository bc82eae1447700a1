//! What an inspection is asked for, as conditions.

use super::condition::Condition;
use crate::domain::{
    Engagement, Inspection, Kind, LinkTiming, Named, Period, Quota, QuotaScope, Severity, SiteId,
};

impl Condition {
    /// Every condition of an inspection, each once, in the order in which they are best told: the order of the rows decides nothing.
    pub fn all(inspection: &Inspection) -> Vec<Self> {
        let mut all = of_selection(inspection);
        all.extend(of_fixed(inspection));
        all.extend(of_sites(inspection));
        all.extend(of_dates(inspection));
        all.extend(of_people(inspection));
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The condition that a quota is.
    pub(super) fn of_quota(inspection: &Inspection, quota: &Quota) -> Self {
        let kind = inspection.kind(&quota.kind).map(Kind::named);
        Self::Quota {
            kind: kind.unwrap_or_else(|| Named {
                id: quota.kind.clone(),
                name: quota.kind.to_string(),
            }),
            column: quota.column.clone(),
            value: match &quota.scope {
                QuotaScope::Each => None,
                QuotaScope::Value(value) => Some(value.clone()),
            },
            min: quota.min,
            max: quota.max,
        }
    }

    /// The condition that another inspection of a site is.
    pub(super) fn of_engagement(inspection: &Inspection, row: &Engagement) -> Self {
        Self::Engagement {
            site: named_site(inspection, &row.site),
            inspection: row.inspection.clone(),
            first_day: row.first_day,
            last_day: row.last_day,
        }
    }

    /// The condition that a period is in which there must be no visit.
    pub(super) fn of_period(inspection: &Inspection, period: &Period) -> Option<Self> {
        let value = period.value.as_ref();
        let (site, column) = match period.applies_to.as_str() {
            "all" => (None, None),
            "site" => (Some(named_site(inspection, &value?.as_str().into())), None),
            column => (None, Some((column.to_owned(), value?.clone()))),
        };
        (period.severity == Severity::Must).then(|| Self::Period {
            name: period.name.clone(),
            site,
            column,
            first_day: period.first_day,
            last_day: period.last_day,
        })
    }
}

/// S1 to S3.
fn of_selection(inspection: &Inspection) -> Vec<Condition> {
    let mut all: Vec<Condition> = inspection
        .quotas
        .iter()
        .map(|quota| Condition::of_quota(inspection, quota))
        .collect();
    for kind in &inspection.kinds {
        let named = |site: &SiteId| named_site(inspection, site);
        all.extend(kind.include.iter().map(named).map(Condition::Include));
        all.extend(kind.exclude.iter().map(named).map(Condition::Exclude));
        if kind.sites.min > 0 {
            all.push(Condition::AtLeast {
                kind: kind.named(),
                count: kind.sites.min,
            });
        }
        all.push(Condition::AtMost {
            kind: kind.named(),
            count: kind.sites.max,
        });
    }
    if !inspection.links.is_empty() {
        all.extend([Condition::Links, Condition::SameTeam]);
        let has = |is_it: fn(&LinkTiming) -> bool| {
            inspection.links.iter().any(|link| is_it(&link.timing))
        };
        all.push(Condition::Together {
            same_week: has(|timing| *timing == LinkTiming::SameWeek),
            after: has(|timing| matches!(timing, LinkTiming::After { .. })),
        });
    }
    all.extend(inspection.pilot.as_ref().map(|pilot| Condition::Pilot {
        site: named_site(inspection, &pilot.site),
        review_days: pilot.review_days,
    }));
    all.push(Condition::AtLeastOne);
    all
}

/// P13 and T8.
fn of_fixed(inspection: &Inspection) -> Vec<Condition> {
    let mut all = Vec::new();
    for row in &inspection.fixed {
        let site = named_site(inspection, &row.site);
        let inspector = row.inspector.as_ref();
        all.extend(inspector.map(|id| Condition::FixedInspector {
            site: site.clone(),
            inspector: Named {
                id: id.clone(),
                name: inspection.name_of_inspector(id).to_owned(),
            },
        }));
        if row.not_before.is_some() || row.not_after.is_some() {
            all.push(Condition::FixedDates {
                site,
                not_before: row.not_before,
                not_after: row.not_after,
            });
        }
    }
    all
}

/// What single sites need, and the other inspections that they have.
fn of_sites(inspection: &Inspection) -> Vec<Condition> {
    let skills = inspection.sites.iter().flat_map(|site| {
        let needs = site.needs.iter();
        needs.map(|skill| Condition::Skill {
            site: site.named(),
            skill: skill.clone(),
        })
    });
    let burden = &inspection.burden;
    let counts = burden.gap_weeks.is_some() || burden.max_days.is_some();
    let engagements = inspection.engagements.iter().filter(|_| counts);
    let engagements = engagements.map(|row| Condition::of_engagement(inspection, row));
    skills
        .chain(engagements)
        .chain(burden.gap_weeks.map(Condition::GapWeeks))
        .chain(burden.max_days.map(Condition::BurdenDays))
        .collect()
}

/// T1, T3, T4 and T6.
fn of_dates(inspection: &Inspection) -> Vec<Condition> {
    let timing = &inspection.timing;
    let window = Condition::Window {
        first_day: timing.first_day,
        last_day: timing.last_day,
    };
    let periods = inspection.periods.iter();
    let kinds = inspection.kinds.iter();
    let set_days = kinds.filter(|kind| !kind.start_days.is_empty());
    periods
        .filter_map(|period| Condition::of_period(inspection, period))
        .chain(set_days.map(|kind| Condition::StartDays(kind.named())))
        .chain(timing.max_visits_per_week.map(Condition::VisitsInOneWeek))
        .chain([window])
        .collect()
}

/// P9, P10, P14 and P15.
fn of_people(inspection: &Inspection) -> Vec<Condition> {
    let staffing = &inspection.staffing;
    let own = inspection.inspectors.iter().filter_map(|inspector| {
        Some(Condition::OwnDays {
            inspector: inspector.named(),
            days: inspector.max_days?,
        })
    });
    let kinds = inspection.kinds.iter();
    let write_up = kinds.filter(|kind| kind.write_up_days > 0);
    let write_up = write_up.map(|kind| Condition::WriteUp {
        kind: kind.named(),
        days: kind.write_up_days,
    });
    let journey = staffing.journey_km.map(|km| km.to_string());
    own.chain(staffing.max_days.map(Condition::OnsiteDays))
        .chain(write_up)
        .chain(journey.map(Condition::Journey))
        .chain(staffing.max_weeks_in_row.map(Condition::WeeksInARow))
        .collect()
}

fn named_site(inspection: &Inspection, id: &SiteId) -> Named<SiteId> {
    Named {
        id: id.clone(),
        name: inspection.name_of_site(id).to_owned(),
    }
}
