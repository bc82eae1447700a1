//! What another number of sites would score, as one line for each kind.

use crate::domain::Worth;
use crate::insight::count::{OtherCount, OtherCounts};
use crate::words::{capital, decimal};

use super::parts::points;

/// What one more or one fewer site of a kind would score.
pub fn other_counts(counts: &OtherCounts) -> String {
    let name = capital(&counts.kind.name);
    let now = counts.selected;
    if counts.others.is_empty() {
        return format!("{name}: {now} selected; other numbers were not tried.");
    }
    let others = counts.others.iter();
    let others: Vec<String> = others
        .map(|other| other_count(other, counts.plan))
        .collect();
    format!("{name}: {now} selected. {}", others.join(" "))
}

fn other_count(other: &OtherCount, plan: f64) -> String {
    let limit = match other.allowed {
        true => "",
        false => " (outside the limits set)",
    };
    let with = format!("With {}{limit}", other.count);
    match other.scores {
        Worth::Exactly(value) => {
            let more = value - plan;
            let compared = if more.abs() < 0.0005 {
                "the same".to_owned()
            } else if more > 0.0 {
                format!("{} more", decimal(more))
            } else {
                format!("{} less", decimal(-more))
            };
            let value = points(value);
            format!("{with} the selection would score {value}, {compared}.")
        }
        Worth::AtMost(value) => {
            let value = points(value);
            format!("{with} the selection would score {value} at most.")
        }
        Worth::Impossible => format!("{with} there is no plan."),
        Worth::Unknown => format!("{with}: there was no time to find out."),
    }
}
