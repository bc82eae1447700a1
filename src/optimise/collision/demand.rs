//! What is asked of a plan, piece by piece: an included site, a number of a kind, a quota.

use crate::domain::{Count, KindRow, QuotaRow, QuotaScope, Rule, SiteRow};
use crate::optimise::field::Field;

/// One thing that a plan is asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Demand {
    /// This site is included.
    Include(SiteRow),
    /// At least so many sites of this kind.
    AtLeast(KindRow, u32),
    /// At most so many sites of this kind.
    AtMost(KindRow, u32),
    /// A quota.
    Quota(QuotaRow),
}

/// A field as it was before a demand was spared.
pub(super) enum Usual {
    Included(SiteRow),
    Count(KindRow, Count),
    Quotas(Vec<QuotaRow>),
}

impl Demand {
    /// Every demand of the field under the rules that hold.
    pub(super) fn all(field: &Field) -> Vec<Self> {
        let mut demands = Vec::new();
        if field.holds(Rule::Quota) {
            demands.extend(field.quotas.iter().copied().map(Self::Quota));
        }
        if field.holds(Rule::Count) {
            for (kind, count) in field.counts.iter_enumerated() {
                demands.push(Self::AtMost(kind, count.max));
                if count.min > 0 {
                    demands.push(Self::AtLeast(kind, count.min));
                }
            }
        }
        if field.holds(Rule::Included) {
            let included = field.included.iter_enumerated();
            demands.extend(
                included
                    .filter(|(_, must)| **must)
                    .map(|(site, _)| Self::Include(site)),
            );
        }
        demands
    }

    /// Lifts the demand from the field, and remembers how it was.
    pub(super) fn spare(&self, field: &mut Field) -> Usual {
        match self {
            Self::Include(site) => {
                field.included[*site] = false;
                Usual::Included(*site)
            }
            Self::AtLeast(kind, _) => {
                let usual = field.counts[*kind];
                field.counts[*kind].min = 0;
                Usual::Count(*kind, usual)
            }
            Self::AtMost(kind, _) => {
                let usual = field.counts[*kind];
                field.counts[*kind].max = u32::MAX;
                Usual::Count(*kind, usual)
            }
            Self::Quota(spared) => {
                let usual = field.quotas.clone();
                field.quotas.retain(|quota| quota != spared);
                Usual::Quotas(usual)
            }
        }
    }

    /// Whether the demand could be for this site.
    pub(super) fn asks_for(&self, field: &Field, site: SiteRow) -> bool {
        match self {
            Self::Include(included) => *included == site,
            Self::AtLeast(kind, _) => {
                field.kind(site).id == field.inspection.kinds[usize::from(*kind)].id
            }
            Self::AtMost(..) => false,
            Self::Quota(quota) => {
                let quota = field.quota(*quota);
                let text = field.scores.text(site, field.site(site), &quota.column);
                let meant = match &quota.scope {
                    QuotaScope::Each => text.is_some(),
                    QuotaScope::Value(value) => text.as_ref() == Some(value),
                };
                quota.min.is_some() && field.kind(site).id == quota.kind && meant
            }
        }
    }

    /// The demand in one sentence.
    pub(super) fn in_words(&self, field: &Field) -> String {
        let kinds = &field.inspection.kinds;
        match self {
            Self::Include(site) => format!(
                "{} is included, so it must be selected (S2).",
                field.site(*site).name
            ),
            Self::AtLeast(kind, count) => {
                let of_kind = |site: &SiteRow| field.kind(*site).id == kinds[usize::from(*kind)].id;
                let all: Vec<SiteRow> = field.sites().filter(of_kind).collect();
                let visitable = all.iter().filter(|site| !field.choices[**site].is_empty());
                format!(
                    "At least {count} of the kind {} must be selected (S1). The table has {}, of which {} could be visited.",
                    kinds[usize::from(*kind)].id,
                    all.len(),
                    visitable.count()
                )
            }
            Self::AtMost(kind, count) => {
                format!(
                    "At most {count} of the kind {} may be selected (S1).",
                    kinds[usize::from(*kind)].id
                )
            }
            Self::Quota(quota) => {
                let quota = field.quota(*quota);
                let value = match &quota.scope {
                    QuotaScope::Each => "each value".to_owned(),
                    QuotaScope::Value(value) => format!("the value {value}"),
                };
                let range = match (quota.min, quota.max) {
                    (Some(min), Some(max)) => format!("from {min} to {max}"),
                    (Some(min), None) => format!("at least {min}"),
                    (None, Some(max)) => format!("at most {max}"),
                    (None, None) => "any number".to_owned(),
                };
                format!(
                    "Of the kind {}, {range} with {value} in the column {} must be selected (S3).",
                    quota.kind, quota.column
                )
            }
        }
    }
}

impl Usual {
    /// Makes the field as it was.
    pub(super) fn put_back(self, field: &mut Field) {
        match self {
            Self::Included(site) => field.included[site] = true,
            Self::Count(kind, count) => field.counts[kind] = count,
            Self::Quotas(quotas) => field.quotas = quotas,
        }
    }
}
