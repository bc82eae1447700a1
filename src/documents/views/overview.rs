//! A plan in short: letters, visits, how good it is, and what other numbers of sites would score.

use chrono::NaiveDate;

use super::heading::Heading;
use super::timetables::spare_days;
use crate::domain::{InspectorateId, Kind, Letters, Named, Planned, SiteId, Tier};
use crate::insight::authority::authorities;
use crate::insight::consultation::{NotReflected, not_reflected};
use crate::insight::count::{OtherCounts, other_counts};
use crate::insight::left_out::{ButForFixed, left_out};
use crate::insight::load::{Load, load};
use crate::insight::near_equal::{NearBest, near_best};
use crate::insight::particulars::Particulars;
use crate::insight::parts::{PlanParts, plan_parts};
use crate::insight::representation::{NotRepresented, not_represented};
use crate::insight::ties::{SameScore, same_score};
use crate::insight::travel::{Travel, travel};
use crate::insight::weights::{Trades, trades};
use crate::instance::Instance;

/// For the lead and the development group: the plan in short.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// The head of the document.
    pub heading: Heading,
    /// When each inspectorate gives its authority.
    pub authority: Vec<(InspectorateId, NaiveDate)>,
    /// Those whose authority is not yet recorded.
    pub outstanding: Vec<InspectorateId>,
    /// When the letters go out; `None` where there is no visit.
    pub letters: Option<LettersDue>,
    /// The visits, in the order of the plan.
    pub visits: Vec<VisitInShort>,
    /// The kinds of site, in the order of the inspection.
    pub kinds: Vec<Selected>,
    /// Outcomes of consultation that the plan does not reflect.
    pub not_reflected: Vec<NotReflected>,
    /// Sites that would be selected but for what is fixed for them.
    pub left_out: Vec<ButForFixed>,
    /// What the plan reaches, tier by tier.
    pub tiers: Vec<Tier>,
    /// Other selections that score the same; `None` where there are none, or that is not known.
    pub same_score: Option<SameScore>,
    /// How far everyone travels together.
    pub travel: Travel,
    /// How the onsite days are shared.
    pub load: Load,
    /// How the selection stands to the best of any plan; `None` where that is not known.
    pub near_best: Option<NearBest>,
    /// What the weights trade.
    pub trades: Trades,
    /// What the points of each tier are made of.
    pub parts: PlanParts,
}

/// When the letters go out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LettersDue {
    /// All on one date, or each on its own.
    pub when: Letters,
    /// The last day for the first.
    pub first: NaiveDate,
    /// The working days from the authority to that day.
    pub slack: usize,
    /// How many of them must stay free.
    pub spare: u32,
}

/// A visit in two lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitInShort {
    /// The first onsite day.
    pub first_day: NaiveDate,
    /// The last onsite day.
    pub last_day: NaiveDate,
    /// The name of the site.
    pub site: String,
    /// Whether it is the pilot.
    pub is_pilot: bool,
    /// The name of the visit lead.
    pub lead: String,
    /// The pairs by name.
    pub pairs: String,
    /// On how many of its days it has sessions, and how many days it has, where that is more.
    pub spare: Option<(usize, usize)>,
}

/// How many sites of a kind are selected.
#[derive(Debug, Clone, PartialEq)]
pub struct Selected {
    /// How many are selected, and what other numbers would score.
    pub counts: OtherCounts,
    /// Out of how many.
    pub all: usize,
    /// The pilot among them, where it does not count towards their number (S1).
    pub uncounted: Option<Named<SiteId>>,
    /// Whom the selection does not stand for; `None` for a kind without a profile.
    pub not_represented: Option<NotRepresented>,
}

impl Overview {
    /// A plan in short.
    pub fn new(instance: &Instance, planned: &Planned) -> Self {
        Self::of(&Particulars::new(instance, planned))
    }

    pub(super) fn of(facts: &Particulars<'_>) -> Self {
        let inspection = facts.inspection;
        let timing = &inspection.timing;
        let first = facts.visits().iter().map(|visit| visit.letter_by).min();
        let visits = facts.visits().iter();
        let kinds = inspection.kinds.iter();
        Self {
            heading: Heading::of_plan(inspection, &facts.planned.plan),
            authority: facts.calendar.authority.clone(),
            outstanding: authorities(inspection, Some(&facts.planned.plan)).outstanding,
            letters: first.map(|first| LettersDue {
                when: timing.letters,
                first,
                slack: facts.calendar.slack(first),
                spare: timing.spare_days,
            }),
            visits: visits
                .map(|visit| VisitInShort {
                    first_day: visit.first_day,
                    last_day: visit.last_day,
                    site: facts.site_name(&visit.site).to_owned(),
                    is_pilot: facts.is_pilot(&visit.site),
                    lead: facts.inspector_name(&visit.visit_lead).to_owned(),
                    pairs: facts.pair_names(visit),
                    spare: spare_days(inspection, &facts.planned.plan, visit),
                })
                .collect(),
            kinds: kinds.map(|kind| selected(facts, kind)).collect(),
            not_reflected: not_reflected(facts),
            left_out: left_out(facts),
            tiers: facts.planned.plan.tiers.clone(),
            same_score: same_score(facts),
            travel: travel(facts),
            load: load(facts),
            near_best: near_best(facts),
            trades: trades(inspection),
            parts: plan_parts(facts),
        }
    }
}

fn selected(facts: &Particulars<'_>, kind: &Kind) -> Selected {
    let sites = facts.inspection.sites.iter();
    Selected {
        counts: other_counts(facts, kind),
        all: sites.filter(|site| site.kind == kind.id).count(),
        uncounted: uncounted(facts, kind),
        not_represented: not_represented(facts, kind),
    }
}

/// The pilot, if it is of this kind, selected, and not counted.
fn uncounted(facts: &Particulars<'_>, kind: &Kind) -> Option<Named<SiteId>> {
    let pilot = facts.inspection.pilot.as_ref()?;
    let site = facts.site(&pilot.site)?;
    let is_so = !pilot.counts && site.kind == kind.id && facts.visit(&site.id).is_some();
    is_so.then(|| site.named())
}
