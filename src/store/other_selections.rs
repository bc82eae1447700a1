//! What stands in `plan.json` of other selections than that of the plan: with one site decided otherwise, and those that tie.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::{BestSelection, OtherSelection, SiteChange, SiteId, Tie, Ties, ToldBy, Worth};

/// What the selection could score with one site decided otherwise. Without a figure there was no time to find out.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub(super) struct SiteChangeRow {
    /// The site: one that is not selected, were it forced in; or one that is, were it left out.
    pub(super) site: SiteId,
    /// Whether the plan selects it.
    selected: bool,
    /// What tier 1 could reach at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    at_most: Option<f64>,
    /// Whether no selection keeps the rules S1 to S5 then, with the inspector-days that there are.
    #[serde(default)]
    no_selection: bool,
    /// Sites that a selection which reaches `at_most` has and the plan does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    comes_in: Option<Vec<SiteId>>,
    /// Sites that the plan has and that selection does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    goes_out: Option<Vec<SiteId>>,
    /// Whether that selection can be visited and staffed; left out where neither was shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    visitable: Option<bool>,
}

/// The selections that score the same in tier 1 as that of the plan.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub(super) struct TiesRow {
    /// Those that are known, besides that of the plan.
    others: Vec<TieRow>,
    /// Whether these are all there are.
    all_listed: bool,
}

/// The best selection of any plan, where that of this plan scores less.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub(super) struct BestSelectionRow {
    /// Sites that it has and the plan does not.
    comes_in: Vec<SiteId>,
    /// Sites that the plan has and it does not.
    goes_out: Vec<SiteId>,
    /// What it scores in tier 1.
    scores: f64,
    /// The least that its dates lose in tier 2; left out where that is not proved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    calendar: Option<f64>,
}

impl BestSelectionRow {
    /// The ids of the sites that it names, with the key that they stand under.
    pub(super) fn sites(&self) -> impl Iterator<Item = (&'static str, &SiteId)> {
        keyed(self.comes_in.iter(), self.goes_out.iter())
    }

    pub(super) fn new(best: &BestSelection) -> Self {
        Self {
            comes_in: best.selection.comes_in.clone(),
            goes_out: best.selection.goes_out.clone(),
            scores: best.value,
            calendar: best.calendar,
        }
    }

    /// What it says.
    pub(super) fn read(self) -> BestSelection {
        BestSelection {
            selection: OtherSelection {
                comes_in: self.comes_in,
                goes_out: self.goes_out,
            },
            value: self.scores,
            calendar: self.calendar,
        }
    }
}

/// A selection that scores the same.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
struct TieRow {
    /// Sites that it has and the plan does not.
    comes_in: Vec<SiteId>,
    /// Sites that the plan has and it does not.
    goes_out: Vec<SiteId>,
    /// Why it was not chosen.
    told_by: ToldBy,
}

impl SiteChangeRow {
    pub(super) fn new(change: &SiteChange) -> Self {
        let at_most = match change.value {
            Worth::Exactly(value) | Worth::AtMost(value) => Some(value),
            Worth::Impossible | Worth::Unknown => None,
        };
        let instead = change.instead.as_ref();
        Self {
            site: change.site.clone(),
            selected: change.selected,
            at_most,
            no_selection: change.value == Worth::Impossible,
            comes_in: instead.map(|other| other.comes_in.clone()),
            goes_out: instead.map(|other| other.goes_out.clone()),
            visitable: change.visitable,
        }
    }

    /// What the row says.
    pub(super) fn read(self) -> SiteChange {
        let value = match (self.at_most, self.no_selection) {
            (Some(value), _) => Worth::AtMost(value),
            (None, true) => Worth::Impossible,
            (None, false) => Worth::Unknown,
        };
        let instead = self.comes_in.zip(self.goes_out);
        SiteChange {
            site: self.site,
            selected: self.selected,
            value,
            instead: instead.map(|(comes_in, goes_out)| OtherSelection { comes_in, goes_out }),
            visitable: self.visitable,
        }
    }
}

impl SiteChangeRow {
    /// The ids of the other sites that it names, each with the key that it stands under.
    pub(super) fn others(&self) -> impl Iterator<Item = (&'static str, &SiteId)> {
        keyed(
            self.comes_in.iter().flatten(),
            self.goes_out.iter().flatten(),
        )
    }
}

/// Ids with the keys that they stand under.
fn keyed<'r>(
    comes_in: impl Iterator<Item = &'r SiteId>,
    goes_out: impl Iterator<Item = &'r SiteId>,
) -> impl Iterator<Item = (&'static str, &'r SiteId)> {
    let comes_in = comes_in.map(|id| ("comes_in", id));
    comes_in.chain(goes_out.map(|id| ("goes_out", id)))
}

impl TiesRow {
    /// The ids of the sites that each row of `others` names, with the key that they stand under.
    pub(super) fn sites(&self) -> impl Iterator<Item = (usize, &'static str, &SiteId)> {
        let rows = self.others.iter().enumerate();
        rows.flat_map(|(index, row)| {
            let ids = keyed(row.comes_in.iter(), row.goes_out.iter());
            ids.map(move |(key, id)| (index, key, id))
        })
    }

    pub(super) fn new(ties: &Ties) -> Self {
        let others = ties.others.iter().map(|tie| TieRow {
            comes_in: tie.selection.comes_in.clone(),
            goes_out: tie.selection.goes_out.clone(),
            told_by: tie.told_by,
        });
        Self {
            others: others.collect(),
            all_listed: ties.all_listed,
        }
    }

    /// What it says.
    pub(super) fn read(self) -> Ties {
        let others = self.others.into_iter().map(|row| Tie {
            selection: OtherSelection {
                comes_in: row.comes_in,
                goes_out: row.goes_out,
            },
            told_by: row.told_by,
        });
        Ties {
            others: others.collect(),
            all_listed: self.all_listed,
        }
    }
}
