//! In which parts of the score two selections differ.

use serde::Serialize;

use crate::domain::{Named, OtherSelection, SiteId, SiteRow};
use crate::insight::particulars::Particulars;

/// Two values of tier 1 this close tie (`docs/design.md`, section 4).
pub(in crate::insight) const TIE: f64 = 1e-6;

/// A part of tier 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ScorePart {
    /// How much the sites teach: their record and the intelligence.
    Evidence,
    /// Other inspections of them.
    Burden,
    /// What the visits take.
    Cost,
    /// How well they stand for all sites of their kinds.
    Representation,
}

/// How far a selection is from that of the plan in one part of the score.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct PartDifference {
    /// The part.
    pub part: ScorePart,
    /// By how many points it scores more than the plan; less where below 0.
    pub points: f64,
    /// How much of that is intelligence; 0 for any part but evidence.
    pub intelligence: f64,
}

/// The points of a selection in each part, in the order of [`ScorePart`], and those for intelligence.
struct Points([f64; 4], f64);

impl Points {
    fn of(facts: &Particulars<'_>, selection: &[SiteRow]) -> Self {
        let (mut parts, mut intelligence) = ([0.0; 4], 0.0);
        let scores = selection
            .iter()
            .filter_map(|row| facts.scores.sites.get(*row));
        for score in scores {
            parts[0] += score.evidence_points;
            parts[1] -= score.burden_points;
            parts[2] -= score.cost_points;
            intelligence += score.intelligence_points;
        }
        let kinds = facts.inspection.kinds.iter();
        let profiles = kinds.filter_map(|kind| facts.scores.profile(&kind.id));
        let represented: f64 = profiles
            .map(|profile| profile.representation(selection))
            .sum();
        parts[3] = facts.inspection.weights.representation * represented;
        Self(parts, intelligence)
    }
}

/// What a selection scores in tier 1.
pub(super) fn value(facts: &Particulars<'_>, selection: &[SiteRow]) -> f64 {
    let Points(parts, _) = Points::of(facts, selection);
    parts.iter().sum()
}

/// The parts in which a selection differs from that of the plan, the largest difference first.
pub(super) fn differences(
    facts: &Particulars<'_>,
    plan: &[SiteRow],
    other: &[SiteRow],
) -> Vec<PartDifference> {
    let Points(here, heard_here) = Points::of(facts, plan);
    let Points(there, heard_there) = Points::of(facts, other);
    let parts = [
        (ScorePart::Evidence, heard_there - heard_here),
        (ScorePart::Burden, 0.0),
        (ScorePart::Cost, 0.0),
        (ScorePart::Representation, 0.0),
    ];
    let each = parts.into_iter().zip(there.iter().zip(here));
    let each = each.map(|((part, intelligence), (there, here))| PartDifference {
        part,
        points: there - here,
        intelligence,
    });
    let mut differing: Vec<PartDifference> = each.filter(|one| one.points.abs() > TIE).collect();
    differing.sort_by(|a, b| b.points.abs().total_cmp(&a.points.abs()));
    differing
}

/// Another selection beside that of the plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Beside {
    /// Sites that it has and the plan does not.
    pub comes_in: Vec<Named<SiteId>>,
    /// Sites that the plan has and it does not.
    pub goes_out: Vec<Named<SiteId>>,
    /// In which parts of the score it differs, the largest difference first.
    pub parts: Vec<PartDifference>,
}

/// Another selection beside that of the plan: what comes in, what goes out, and in which parts of the score it differs. `None` where
/// it is no change of the plan's, as where that was edited since.
pub(in crate::insight) fn beside(
    facts: &Particulars<'_>,
    other: &OtherSelection,
) -> Option<Beside> {
    let rows = |ids: &[SiteId], selected: bool| -> Option<Vec<SiteRow>> {
        let row = |id: &SiteId| {
            facts
                .row(id)
                .filter(|_| facts.visit(id).is_some() == selected)
        };
        ids.iter().map(row).collect()
    };
    let (comes_in, goes_out) = (rows(&other.comes_in, false)?, rows(&other.goes_out, true)?);
    let visits = facts.visits().iter();
    let plan: Vec<SiteRow> = visits.filter_map(|visit| facts.row(&visit.site)).collect();
    let kept = plan.iter().filter(|row| !goes_out.contains(row));
    let selection: Vec<SiteRow> = kept.chain(&comes_in).copied().collect();
    let named = |rows: &[SiteRow]| {
        let sites = rows.iter().filter_map(|row| facts.site_at(*row));
        sites.collect()
    };
    Some(Beside {
        comes_in: named(&comes_in),
        goes_out: named(&goes_out),
        parts: differences(facts, &plan, &selection),
    })
}
