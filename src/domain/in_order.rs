//! One order for everything that an inspection lists, whatever order its tables were written in.
//!
//! Where plans tie in all that the rules and the score say, something has to decide, and it must not be the place of a row: two
//! people who sort one table in two ways would get two plans. So ids decide. Only lists of the settings that say something by
//! their order keep it: the inspectorates, the pairs of a kind, the columns of its profile.

use std::collections::BTreeSet;

use super::{Activity, Inspection, KindId, QuotaScope, SetDay};

impl Inspection {
    /// The same inspection with every table, and every list without an order of its own, in one order.
    #[must_use]
    pub fn in_order(mut self) -> Self {
        self.order_settings();
        self.order_people();
        self.order_sites();
        self.order_decisions();
        self
    }

    fn order_settings(&mut self) {
        self.authority.sort_by(|a, b| a.0.cmp(&b.0));
        // What people look for first: kinds that no other brings, by the inspectorates in the order in which they are listed.
        let brought: BTreeSet<&KindId> = self.links.iter().map(|link| &link.brings).collect();
        let listed = &self.header.inspectorates;
        let rank = |kind: &super::Kind| {
            let place = listed.iter().position(|one| *one == kind.inspectorate);
            (brought.contains(&kind.id), place.unwrap_or(listed.len()))
        };
        self.kinds
            .sort_by(|a, b| (rank(a), &a.id).cmp(&(rank(b), &b.id)));
        for kind in &mut self.kinds {
            kind.start_days
                .sort_by_key(|day| day.num_days_from_monday());
            kind.include.sort();
            kind.exclude.sort();
        }
        self.quotas.sort_by(|a, b| {
            fn key(quota: &super::Quota) -> impl Ord + '_ {
                let value = match &quota.scope {
                    QuotaScope::Each => None,
                    QuotaScope::Value(value) => Some(value),
                };
                (&quota.kind, &quota.column, value, quota.min, quota.max)
            }
            key(a).cmp(&key(b))
        });
        self.links.sort_by(|a, b| {
            fn key(link: &super::Link) -> impl Ord + '_ {
                let timing = match link.timing {
                    super::LinkTiming::Any => (0, 0, None),
                    super::LinkTiming::SameWeek => (1, 0, None),
                    super::LinkTiming::After { min, max } => (2, min, max),
                };
                (&link.each, &link.brings, &link.by, timing, link.same_team)
            }
            key(a).cmp(&key(b))
        });
    }

    fn order_people(&mut self) {
        self.inspectors.sort_by(|a, b| a.id.cmp(&b.id));
        for inspector in &mut self.inspectors {
            inspector
                .works
                .sort_by_key(|day| day.num_days_from_monday());
        }
        self.absences.sort_by(|a, b| {
            (&a.inspector, a.first_day, a.last_day).cmp(&(&b.inspector, b.first_day, b.last_day))
        });
        self.clearances.sort_by(|a, b| {
            (&a.inspector, &a.clearance, a.valid_until).cmp(&(
                &b.inspector,
                &b.clearance,
                b.valid_until,
            ))
        });
        self.conflicts
            .sort_by(|a, b| (&a.inspector, &a.site).cmp(&(&b.inspector, &b.site)));
        self.travel
            .sort_by(|a, b| (&a.inspector, &a.site).cmp(&(&b.inspector, &b.site)));
        self.apart.sort_by(|a, b| {
            (&a.inspector_a, &a.inspector_b).cmp(&(&b.inspector_a, &b.inspector_b))
        });
    }

    fn order_sites(&mut self) {
        self.sites.sort_by(|a, b| a.id.cmp(&b.id));
        self.indicators.sort_by(|a, b| a.id.cmp(&b.id));
        self.performance
            .sort_by(|a, b| (&a.site, &a.indicator).cmp(&(&b.site, &b.indicator)));
        if let Some(intelligence) = &mut self.intelligence {
            intelligence.sort_by(|a, b| {
                (&a.site, &a.r#type, a.strength, &a.note, &a.source)
                    .cmp(&(&b.site, &b.r#type, b.strength, &b.note, &b.source))
            });
        }
        self.engagements.sort_by(|a, b| {
            fn key(one: &super::Engagement) -> impl Ord + '_ {
                let days = (one.first_day, one.last_day, one.days);
                (&one.site, days, &one.inspection, &one.inspectorate)
            }
            key(a).cmp(&key(b))
        });
        self.bank_holidays
            .sort_by(|a, b| (&a.nation, a.date, &a.name).cmp(&(&b.nation, b.date, &b.name)));
        self.periods.sort_by(|a, b| {
            fn key(one: &super::Period) -> impl Ord + '_ {
                let must = one.severity == super::Severity::Must;
                let days = (one.first_day, one.last_day);
                (days, &one.name, &one.applies_to, &one.value, must)
            }
            key(a).cmp(&key(b))
        });
    }

    fn order_decisions(&mut self) {
        self.fixed.sort_by(|a, b| {
            (&a.site, a.not_before, a.not_after, &a.inspector).cmp(&(
                &b.site,
                b.not_before,
                b.not_after,
                &b.inspector,
            ))
        });
        self.consultation.sort_by(|a, b| {
            fn key(one: &super::Consultation) -> impl Ord + '_ {
                let said = (&one.issue, one.outcome as u8, &one.reason);
                (&one.site, one.raised_on, &one.inspectorate, said)
            }
            key(a).cmp(&key(b))
        });
        self.authority_given.sort_by(|a, b| {
            (&a.inspectorate, a.given_on, &a.code).cmp(&(&b.inspectorate, b.given_on, &b.code))
        });
        self.boards.sort_by(|a, b| {
            (&a.inspectorate, a.date, &a.what).cmp(&(&b.inspectorate, b.date, &b.what))
        });
        for activity in &mut self.activities {
            activity.after.sort();
        }
        self.activities.sort_by(|a, b| course(a).cmp(&course(b)));
    }
}

/// As a visit goes: what is prepared, the opening, what is set for the first day, the rest, what is set for the last day, the closing.
fn course(one: &Activity) -> impl Ord + '_ {
    let day = match one.day {
        SetDay::First => 0,
        SetDay::Any => 1,
        SetDay::Last => 2,
    };
    let turn = (!one.remote, !one.opens(), one.closes(), day);
    (&one.kind, turn, &one.name)
}
