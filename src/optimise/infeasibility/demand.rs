//! What is asked of a plan, piece by piece: an included site, a number of a kind, a quota.

use serde::Serialize;

use crate::domain::{Count, KindId, KindRow, Named, QuotaRow, QuotaScope, Rule, SiteId, SiteRow};
use crate::optimise::problem::PlanningProblem;

/// Something that is asked of a plan and cannot be had together with the rest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum UnmetDemand {
    /// This site is included (S2).
    Include(Named<SiteId>),
    /// At least so many sites of a kind (S1).
    AtLeast {
        /// The kind.
        kind: KindId,
        /// How many.
        count: u32,
        /// How many the table has.
        in_table: usize,
        /// How many of these could be visited at some time.
        visitable: usize,
    },
    /// At most so many sites of a kind (S1).
    AtMost {
        /// The kind.
        kind: KindId,
        /// How many.
        count: u32,
    },
    /// A quota (S3).
    Quota {
        /// The kind.
        kind: KindId,
        /// The column.
        column: String,
        /// The text in that column; `None` is each.
        value: Option<String>,
        /// At least so many.
        min: Option<u32>,
        /// At most so many.
        max: Option<u32>,
    },
}

/// One thing that a plan is asked for, as the planner knows it.
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

/// A problem as it was before a demand was spared.
pub(super) enum Usual {
    Included(SiteRow),
    Count(KindRow, Count),
    Quotas(Vec<QuotaRow>),
}

impl Demand {
    /// Every demand of the problem under the rules that hold.
    pub(super) fn all(problem: &PlanningProblem) -> Vec<Self> {
        let mut demands = Vec::new();
        if problem.holds(Rule::Quota) {
            demands.extend(problem.quotas.iter().copied().map(Self::Quota));
        }
        if problem.holds(Rule::Count) {
            for (kind, count) in problem.counts.iter_enumerated() {
                demands.push(Self::AtMost(kind, count.max));
                if count.min > 0 {
                    demands.push(Self::AtLeast(kind, count.min));
                }
            }
        }
        if problem.holds(Rule::Included) {
            let included = problem.included.iter_enumerated();
            demands.extend(
                included
                    .filter(|(_, must)| **must)
                    .map(|(site, _)| Self::Include(site)),
            );
        }
        demands
    }

    /// Lifts the demand from the problem, and remembers how it was.
    pub(super) fn spare(&self, problem: &mut PlanningProblem) -> Usual {
        match self {
            Self::Include(site) => {
                problem.included[*site] = false;
                Usual::Included(*site)
            }
            Self::AtLeast(kind, _) => {
                let usual = problem.counts[*kind];
                problem.counts[*kind].min = 0;
                Usual::Count(*kind, usual)
            }
            Self::AtMost(kind, _) => {
                let usual = problem.counts[*kind];
                problem.counts[*kind].max = u32::MAX;
                Usual::Count(*kind, usual)
            }
            Self::Quota(spared) => {
                let usual = problem.quotas.clone();
                problem.quotas.retain(|quota| quota != spared);
                Usual::Quotas(usual)
            }
        }
    }

    /// Whether the demand could be for this site.
    pub(super) fn asks_for(&self, problem: &PlanningProblem, site: SiteRow) -> bool {
        match self {
            Self::Include(included) => *included == site,
            Self::AtLeast(kind, _) => {
                problem.kind(site).id == problem.inspection.kinds[usize::from(*kind)].id
            }
            Self::AtMost(..) => false,
            Self::Quota(quota) => {
                let quota = problem.quota(*quota);
                let text = problem.scores.text(site, problem.site(site), &quota.column);
                let meant = match &quota.scope {
                    QuotaScope::Each => text.is_some(),
                    QuotaScope::Value(value) => text.as_ref() == Some(value),
                };
                quota.min.is_some() && problem.kind(site).id == quota.kind && meant
            }
        }
    }

    /// The demand as it is told.
    pub(super) fn told(&self, problem: &PlanningProblem) -> UnmetDemand {
        let kinds = &problem.inspection.kinds;
        match self {
            Self::Include(site) => UnmetDemand::Include(problem.site(*site).named()),
            Self::AtLeast(kind, count) => {
                let of_kind =
                    |site: &SiteRow| problem.kind(*site).id == kinds[usize::from(*kind)].id;
                let all: Vec<SiteRow> = problem.sites().filter(of_kind).collect();
                let visitable = all
                    .iter()
                    .filter(|site| !problem.choices[**site].is_empty());
                UnmetDemand::AtLeast {
                    kind: kinds[usize::from(*kind)].id.clone(),
                    count: *count,
                    in_table: all.len(),
                    visitable: visitable.count(),
                }
            }
            Self::AtMost(kind, count) => UnmetDemand::AtMost {
                kind: kinds[usize::from(*kind)].id.clone(),
                count: *count,
            },
            Self::Quota(quota) => {
                let quota = problem.quota(*quota);
                UnmetDemand::Quota {
                    kind: quota.kind.clone(),
                    column: quota.column.clone(),
                    value: match &quota.scope {
                        QuotaScope::Each => None,
                        QuotaScope::Value(value) => Some(value.clone()),
                    },
                    min: quota.min,
                    max: quota.max,
                }
            }
        }
    }
}

impl Usual {
    /// Makes the problem as it was.
    pub(super) fn put_back(self, problem: &mut PlanningProblem) {
        match self {
            Self::Included(site) => problem.included[site] = true,
            Self::Count(kind, count) => problem.counts[kind] = count,
            Self::Quotas(quotas) => problem.quotas = quotas,
        }
    }
}
