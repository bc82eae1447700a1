//! What is to be said of a step beside its dates: that a board decides it, that it is on record, what was raised since.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::authorised;
use super::earliest_latest::Passes;
use super::network::Network;
use crate::domain::{Inspection, InspectorateId};

/// Something to know about a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// It falls on a day of `boards.csv`.
    Board {
        /// What meets, where the table says.
        what: Option<String>,
    },
    /// The board or chief decides it, but `boards.csv` has no such day left, so its date stands as worked out.
    NoBoardLeft {
        /// Whose board.
        inspectorate: InspectorateId,
        /// The last day in the table.
        last: NaiveDate,
    },
    /// It is an authority on record for this plan.
    Recorded,
    /// An issue was raised after it.
    RaisedAfter {
        /// The name of the site.
        site: String,
        /// When the issue was raised.
        raised_on: NaiveDate,
        /// Whether it was raised after the latest day of the step too.
        surely: bool,
    },
}

impl Remark {
    /// Whether it asks for a second look.
    pub fn is_a_warning(&self) -> bool {
        match self {
            Self::Board { .. } | Self::Recorded => false,
            Self::NoBoardLeft { .. } | Self::RaisedAfter { .. } => true,
        }
    }
}

/// What is to be said of a step.
pub(super) fn of_step(
    inspection: &Inspection,
    network: &Network<'_>,
    passed: &Passes,
    leading: &BTreeSet<usize>,
    place: usize,
) -> Vec<Remark> {
    let node = &network.nodes[place];
    if node.hidden {
        return Vec::new();
    }
    let mut remarks = Vec::new();
    let done = passed.done[place];
    if node.is_recorded {
        remarks.push(Remark::Recorded);
    } else if let Some(what) = node.boards.meeting(done) {
        let what = what.map(str::to_owned);
        remarks.push(Remark::Board { what });
    } else if let (Some(last), Some(who)) = (node.boards.last(), &node.inspectorate)
        && last < done
    {
        remarks.push(Remark::NoBoardLeft {
            inspectorate: who.clone(),
            last,
        });
    }
    let is_authority = authorised::is_authority(network, place);
    let agrees = is_authority || (leading.contains(&place) && node.milestone.decision);
    let Some(who) = node.inspectorate.as_ref().filter(|_| agrees) else {
        return remarks;
    };
    let latest = passed.latest[place].filter(|_| !is_authority);
    let rows = inspection.consultation.iter();
    let since: BTreeSet<(NaiveDate, &str)> = rows
        .filter(|row| row.inspectorate == *who && row.raised_on > done)
        .map(|row| (row.raised_on, inspection.name_of_site(&row.site)))
        .collect();
    remarks.extend(
        since
            .into_iter()
            .map(|(raised_on, site)| Remark::RaisedAfter {
                site: site.to_owned(),
                raised_on,
                surely: latest.is_none_or(|latest| latest < raised_on),
            }),
    );
    remarks
}
