//! Which selections score the same, line by line.

use super::other_choice::{named, told_apart};
use crate::domain::ToldBy;
use crate::insight::ties::{OtherWithSameScore, SameScore};
use crate::words::count;

/// More than this are not told one by one.
const MOST_TOLD: usize = 5;

/// How many other selections score the same, which, and how this one was chosen.
pub fn ties(same: &SameScore) -> Vec<String> {
    let known = count(same.others.len(), "other selection", "other selections");
    let score = match same.others.len() {
        1 => "scores",
        _ => "score",
    };
    let mut lines = vec![match (same.all_listed, same.others.len()) {
        (true, _) => format!("{known} {score} the same:"),
        (false, 0) => "Whether other selections score the same was not worked out.".to_owned(),
        (false, _) => format!(
            "At least {known} {score} the same; there may be more. This plan has the best dates and teams that were found for \
             any of them. Some that are known:"
        ),
    }];
    lines.extend(same.others.iter().take(MOST_TOLD).map(tie));
    if same.others.len() > MOST_TOLD {
        let more = same.others.len() - MOST_TOLD;
        lines.push(format!("- and {more} more, which plan.json lists"));
    }
    lines
}

fn tie(other: &OtherWithSameScore) -> String {
    let (into, out) = (named(&other.comes_in), named(&other.goes_out));
    let which = match (into.as_str(), out.as_str()) {
        (into, "") => format!("with {into} as well"),
        ("", out) => format!("without {out}"),
        (into, out) => format!("with {into} in place of {out}"),
    };
    match other.told_by {
        ToldBy::Unknown => format!("- {which}"),
        told_by => format!("- {which}: {}", told_apart(told_by)),
    }
}
