//! What a plan is asked for that could be asked otherwise: what the lead inspector has settled, piece by piece, and the other
//! inspections that sites have.
//!
//! What nobody may drop to get a plan is no condition and never becomes one: notice (T2), the joint pairs and who may sit in them
//! (P1 to P7, P11), and authority.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::{
    Engagement, Inspection, InspectorId, Kind, KindId, Named, Period, Quota, QuotaScope, Severity,
    SiteId,
};

/// One thing that a plan is asked for and that could be asked otherwise. The order is that in which a cause is best told: the sooner
/// one comes, the sooner it is named rather than another that would do.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// This site is included (S2).
    Include(Named<SiteId>),
    /// At least so many sites of a kind (S1).
    AtLeast {
        /// The kind.
        kind: Named<KindId>,
        /// How many.
        count: u32,
    },
    /// A quota (S3).
    Quota {
        /// The kind.
        kind: Named<KindId>,
        /// The column.
        column: String,
        /// The text in that column; `None` is each.
        value: Option<String>,
        /// At least so many.
        min: Option<u32>,
        /// At most so many.
        max: Option<u32>,
    },
    /// Someone is fixed for a visit (P13).
    FixedInspector {
        /// The site.
        site: Named<SiteId>,
        /// Who.
        inspector: Named<InspectorId>,
    },
    /// The dates of a visit are fixed (T8).
    FixedDates {
        /// The site.
        site: Named<SiteId>,
        /// No onsite day before this one.
        not_before: Option<NaiveDate>,
        /// No onsite day after this one.
        not_after: Option<NaiveDate>,
    },
    /// A site needs a skill (P8).
    Skill {
        /// The site.
        site: Named<SiteId>,
        /// The skill.
        skill: String,
    },
    /// At most so many sites of a kind (S1).
    AtMost {
        /// The kind.
        kind: Named<KindId>,
        /// How many.
        count: u32,
    },
    /// This site is excluded (S2).
    Exclude(Named<SiteId>),
    /// Another inspection of a site (S4, T5).
    Engagement {
        /// The site.
        site: Named<SiteId>,
        /// Which inspection.
        inspection: String,
        /// Its first day.
        first_day: NaiveDate,
        /// Its last day.
        last_day: NaiveDate,
    },
    /// So many weeks between a visit and any other inspection (T5).
    GapWeeks(u32),
    /// A period with no visits (T4).
    Period {
        /// What it is.
        name: String,
        /// The site that it is for, where it is for one.
        site: Option<Named<SiteId>>,
        /// The column and the text of the sites that it is for, where it is for some.
        column: Option<(String, String)>,
        /// Its first day.
        first_day: NaiveDate,
        /// Its last day.
        last_day: NaiveDate,
    },
    /// At most so many days of other inspections (S4).
    BurdenDays(u32),
    /// Visits to a kind start on some weekdays only (T3).
    StartDays(Named<KindId>),
    /// Linked sites are selected together (S5).
    Links,
    /// Linked visits share a week (T7).
    SameWeek,
    /// Linked visits share a team (P12).
    SameTeam,
    /// At most so many visits with an onsite day in one week (T6).
    VisitsInOneWeek(u32),
    /// At most so many weeks in a row onsite for one inspector (P10).
    WeeksInARow(u32),
    /// At most so many onsite days for this inspector (P9).
    OwnDays {
        /// Who.
        inspector: Named<InspectorId>,
        /// How many.
        days: u32,
    },
    /// At most so many onsite days for any inspector who has no limit of their own (P9).
    OnsiteDays(u32),
    /// Every onsite day lies from one day to another (T1).
    Window {
        /// The first.
        first_day: NaiveDate,
        /// The last.
        last_day: NaiveDate,
    },
}

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

    /// The site for which it fixes a date or an inspector, if it does.
    pub(in crate::optimise) fn fixed_for(&self) -> Option<&Named<SiteId>> {
        match self {
            Self::FixedInspector { site, .. } | Self::FixedDates { site, .. } => Some(site),
            _ => None,
        }
    }

    /// Whether it asks for sites: without any that does, nothing need be visited, and there is a plan.
    pub(super) fn asks_for_sites(&self) -> bool {
        match self {
            Self::Include(_) | Self::AtLeast { .. } => true,
            Self::Quota { min, .. } => min.is_some(),
            _ => false,
        }
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
        all.extend([Condition::Links, Condition::SameWeek, Condition::SameTeam]);
    }
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

/// P9 and P10.
fn of_people(inspection: &Inspection) -> Vec<Condition> {
    let staffing = &inspection.staffing;
    let own = inspection.inspectors.iter().filter_map(|inspector| {
        Some(Condition::OwnDays {
            inspector: inspector.named(),
            days: inspector.max_days?,
        })
    });
    own.chain(staffing.max_days.map(Condition::OnsiteDays))
        .chain(staffing.max_weeks_in_row.map(Condition::WeeksInARow))
        .collect()
}

fn named_site(inspection: &Inspection, id: &SiteId) -> Named<SiteId> {
    Named {
        id: id.clone(),
        name: inspection.name_of_site(id).to_owned(),
    }
}
