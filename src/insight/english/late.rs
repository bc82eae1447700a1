//! Dates that cannot be met, in words.

use crate::milestones::{ChainStep, Driver, Late};
use crate::words::{count, date, time};

/// Every date that cannot be met, with the chain of steps that forces it, and what to do about it.
pub fn late_report(late: &[Late]) -> String {
    let many = count(late.len(), "milestone", "milestones");
    let mut lines = vec![format!("{many} cannot be met.")];
    for one in late {
        lines.push(String::new());
        lines.extend(words(one));
    }
    lines.push(String::new());
    lines.push(
        "Move the date, in inspection.toml or the plan, or change what comes before it in milestones.csv.".to_owned(),
    );
    lines.join("\n")
}

fn words(late: &Late) -> Vec<String> {
    match late {
        Late::Never {
            label,
            time: ahead,
            other,
        } => vec![format!(
            "{label}: this can never be {} before “{other}”, because what comes between takes longer.",
            time(*ahead)
        )],
        Late::Date {
            label,
            is_stretch,
            given,
            needed,
            working_days,
            chain,
        } => {
            let days = usize::try_from(*working_days).unwrap_or_default();
            let days = count(days, "working day", "working days");
            let (given, needed) = (date(*given), date(*needed));
            let first = match is_stretch {
                true => format!(
                    "{label}: this begins on {given}, {days} too early. It cannot begin before {needed}."
                ),
                false => format!(
                    "{label}: the date is {given}, {days} too early. It cannot be before {needed}."
                ),
            };
            let mut lines = vec![first];
            lines.push("  What forces it, each step waiting for the one before:".to_owned());
            lines.extend(chain.iter().map(|one| format!("    {}", step(one))));
            lines
        }
    }
}

fn step(step: &ChainStep) -> String {
    let (label, done) = (&step.label, date(step.done));
    let when = match step.driver {
        Driver::Given { is_stretch: true } => format!("ends on {done}"),
        Driver::Given { is_stretch: false } => format!("is on {done}"),
        Driver::Days(0) => format!("done on {done}"),
        Driver::Days(days) => {
            let days = count(days as usize, "working day", "working days");
            format!("{days}, done on {done}")
        }
        Driver::Board(0) => format!("decided on {done}, the next date in boards.csv"),
        Driver::Board(days) => {
            let days = count(days as usize, "working day", "working days");
            format!("{days}, then decided on {done}, the next date in boards.csv")
        }
        Driver::After(later) => format!("{} later, on {done}", time(later)),
    };
    match step.ahead {
        Some(ahead) => format!("{label}: {when}; {} before the next", time(ahead)),
        None => format!("{label}: {when}"),
    }
}
