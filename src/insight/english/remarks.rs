//! What is to be said of a milestone beside its dates, in words.

use crate::milestones::Remark;
use crate::words::date;

/// A remark as a sentence.
pub fn remark(remark: &Remark) -> String {
    match remark {
        Remark::Board { what: Some(what) } => format!("On a date in boards.csv: {what}."),
        Remark::Board { what: None } => "On a date in boards.csv.".to_owned(),
        Remark::NoBoardLeft { inspectorate, last } => format!(
            "boards.csv has no date of {inspectorate} left after {}: this one stands as worked out.",
            date(*last)
        ),
        Remark::Recorded => "As recorded in authority.csv for this plan.".to_owned(),
        Remark::RaisedAfter {
            site,
            raised_on,
            surely: true,
        } => format!(
            "An issue about {site} was raised on {}, after this: it was agreed without it.",
            date(*raised_on)
        ),
        Remark::RaisedAfter {
            site,
            raised_on,
            surely: false,
        } => format!(
            "An issue about {site} was raised on {}: if this is agreed before then, it is agreed without it.",
            date(*raised_on)
        ),
    }
}
