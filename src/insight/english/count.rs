//! What another number of sites would score, as one line for each kind.

use super::other_choice::{compared as apart, none_scores_more};
use crate::domain::Worth;
use crate::insight::count::{OtherCount, OtherCounts};
use crate::insight::site::TIE;
use crate::words::capital;

/// What one more or one fewer site of a kind would score.
pub fn other_counts(counts: &OtherCounts) -> String {
    let name = capital(&counts.kind.name);
    let now = counts.selected;
    if counts.others.is_empty() {
        return format!("{name}: {now} selected; other numbers were not tried.");
    }
    let others = counts.others.iter();
    let others: Vec<String> = others.map(|other| other_count(other, counts)).collect();
    format!("{name}: {now} selected. {}", others.join(" "))
}

fn other_count(other: &OtherCount, counts: &OtherCounts) -> String {
    let limit = match other.allowed {
        true => "",
        false => " (outside the limits set)",
    };
    let with = format!("With {}{limit}", other.count);
    let plan = counts.plan;
    match other.scores {
        Worth::Exactly(value) => {
            let is_near = other.allowed && value > plan + TIE && value <= counts.best + TIE;
            let (value, apart) = compared(value, plan);
            let near = match is_near {
                true => ": so close to the best that dates decide (tolerance)",
                false => "",
            };
            format!("{with} the selection would score {value}, {apart}{near}.")
        }
        Worth::AtMost(value) => {
            let (is_more, is_above) = (value > plan + TIE, value > counts.best + TIE);
            let (value, apart) = compared(value, plan);
            if !is_more {
                return format!("{with} the selection would score at most {value}, {apart}.");
            }
            // The plan is the best of all that the settings allow.
            let but = match other.allowed && counts.proved && is_above {
                true => none_scores_more(counts.best, plan),
                false => "but whether such a selection can be visited and staffed was not settled"
                    .to_owned(),
            };
            format!("{with} the selection would score up to {value} on paper, {apart}, {but}.")
        }
        Worth::Impossible => format!("{with} there is no plan."),
        Worth::Unknown => format!("{with}: there was no time to find out."),
    }
}

/// A value, and how it compares with the plan's.
fn compared(value: f64, plan: f64) -> (String, String) {
    let is_more = value > plan;
    let is_same = (value - plan).abs() <= TIE;
    let (value, apart) = apart(value, plan);
    let compared = match (is_same, is_more) {
        (true, _) => "the same".to_owned(),
        (false, true) => format!("{apart} more"),
        (false, false) => format!("{apart} less"),
    };
    (format!("{value} points"), compared)
}
