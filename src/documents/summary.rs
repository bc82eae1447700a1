//! The summary of a plan for a terminal, fit to paste into an email.

use super::status::{draft, outstanding};
use crate::calendar::Calendar;
use crate::domain::{CountChange, Inspection, Kind, Letters, Planned, TIER_NAMES, Tier, Worth};
use crate::insight::consultation::not_reflected;
use crate::insight::facts::Facts;
use crate::score::Scores;
use crate::words::{capital, count, date, date_range, decimal, kind_name, list};

/// The plan in words: status, letters, visits, selection, how good it is, and what other numbers of sites would score.
pub fn summary(
    inspection: &Inspection,
    calendar: &Calendar<'_>,
    scores: &Scores,
    planned: &Planned,
) -> String {
    let facts = Facts::new(inspection, calendar, scores, planned);
    let mut lines = Vec::new();
    if let Some(draft) = draft(inspection) {
        lines.extend([draft, String::new()]);
    }
    lines.push(inspection.header.title.clone());
    lines.push(inspection.header.question.clone());
    lines.push(String::new());
    lines.extend(letters(&facts));
    lines.push(String::new());
    lines.push(count(facts.visits().len(), "visit", "visits"));
    lines.extend(visits(&facts));
    lines.push(String::new());
    lines.push("Sites selected".to_owned());
    lines.extend(selected(&facts));
    lines.push(String::new());
    let warnings = not_reflected(&facts);
    if !warnings.is_empty() {
        lines.push("Consultation not reflected".to_owned());
        lines.extend(warnings.iter().map(|warning| format!("  {warning}")));
        lines.push(String::new());
    }
    lines.push("How good this plan is".to_owned());
    lines.extend(planned.plan.tiers.iter().map(tier));
    lines.push(String::new());
    lines.push("With another number of sites".to_owned());
    lines.extend(other_counts(&facts));
    lines.push(String::new());
    lines.join("\n")
}

/// Authority, letters and the slack between.
fn letters(facts: &Facts<'_>) -> Vec<String> {
    let inspection = facts.inspection;
    let authority: Vec<String> = facts
        .calendar
        .authority
        .iter()
        .map(|(inspectorate, day)| format!("{inspectorate} by {}", date(*day)))
        .collect();
    let mut lines = vec![format!("Authority: {}.", list(&authority))];
    let missing: Vec<String> = outstanding(inspection)
        .into_iter()
        .map(ToString::to_string)
        .collect();
    if !missing.is_empty() {
        lines.push(format!(
            "Not yet recorded: the authority of {}.",
            list(&missing)
        ));
    }
    let Some(first) = facts.visits().iter().map(|visit| visit.letter_by).min() else {
        return lines;
    };
    let what = match inspection.timing.letters {
        Letters::Together => "Letters: all together, by",
        Letters::Each => "Letters: each in its own time, the first by",
    };
    let slack = facts.calendar.slack(first);
    let spare = inspection.timing.spare_days;
    lines.push(format!(
        "{what} {}. From the authority that leaves {}; at least {spare} must stay free.",
        date(first),
        count(slack, "working day", "working days"),
    ));
    lines
}

/// Two lines a visit: when and where, then who.
fn visits(facts: &Facts<'_>) -> Vec<String> {
    let dates: Vec<String> = facts
        .visits()
        .iter()
        .map(|visit| date_range(visit.first_day, visit.last_day))
        .collect();
    let width = dates.iter().map(|text| text.chars().count()).max();
    let width = width.unwrap_or(0);
    let mut lines = Vec::new();
    for (visit, dates) in facts.visits().iter().zip(dates) {
        lines.push(format!(
            "  {dates:width$}  {}, led by {}",
            facts.site_name(&visit.site),
            facts.inspector_name(&visit.visit_lead)
        ));
        lines.push(format!("  {:width$}  {}", "", facts.pair_names(visit)));
    }
    lines
}

/// How many of each kind, out of how many.
fn selected(facts: &Facts<'_>) -> Vec<String> {
    let inspection = facts.inspection;
    let kinds = inspection.kinds.iter();
    kinds
        .map(|kind| {
            let all = inspection.sites.iter().filter(|site| site.kind == kind.id);
            format!(
                "  {}: {} of {}",
                capital(&kind_name(&kind.id)),
                number_selected(facts, kind),
                all.count()
            )
        })
        .collect()
}

fn number_selected(facts: &Facts<'_>, kind: &Kind) -> usize {
    let visits = facts.visits().iter();
    visits.filter(|visit| visit.kind == kind.id).count()
}

/// One tier in plain words, and what has been proved of it.
fn tier(tier: &Tier) -> String {
    let [selection, calendar, _] = TIER_NAMES;
    let is_selection = tier.name == selection;
    let (points, proof) = if is_selection {
        (
            "points, the more the better",
            "No other selection scores higher: proved.",
        )
    } else if tier.name == calendar {
        (
            "points lost to leave and delay",
            "With so good a selection, no other dates lose fewer: proved.",
        )
    } else {
        (
            "points for travel and team size, the fewer the better",
            "With so good a selection and dates, no other teams need fewer: proved.",
        )
    };
    let name = capital(&tier.name);
    let value = decimal(tier.value);
    if tier.proven {
        return format!("  {name}: {value} {points}. {proof}");
    }
    let bound = match (tier.bound, is_selection) {
        (Some(bound), true) => format!("nothing can score above {}", decimal(bound)),
        (Some(bound), false) => format!("nothing can go below {}", decimal(bound)),
        (None, _) => "how much better another could be is not known".to_owned(),
    };
    format!("  {name}: {value} {points}. The best found in the time given; {bound}.")
}

/// What one more or one fewer site of each kind would score: the number of sites is a choice, not a result.
fn other_counts(facts: &Facts<'_>) -> Vec<String> {
    let planned = facts.planned;
    let Some(here) = planned.plan.tiers.first() else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    for kind in &facts.inspection.kinds {
        let name = capital(&kind_name(&kind.id));
        let now = number_selected(facts, kind);
        let changes = planned
            .counts
            .iter()
            .filter(|change| change.kind == kind.id);
        let changes: Vec<String> = changes.map(|change| other_count(change, here)).collect();
        if changes.is_empty() {
            lines.push(format!(
                "  {name}: {now} selected; other numbers were not tried."
            ));
        } else {
            lines.push(format!("  {name}: {now} selected. {}", changes.join(" ")));
        }
    }
    lines
}

fn other_count(change: &CountChange, here: &Tier) -> String {
    let number = change.count;
    let limit = if change.allowed {
        ""
    } else {
        " (outside the limits set)"
    };
    match change.value {
        Worth::Exactly(value) => {
            let difference = value - here.value;
            let compared = if difference.abs() < 0.0005 {
                "the same".to_owned()
            } else if difference > 0.0 {
                format!("{} more", decimal(difference))
            } else {
                format!("{} less", decimal(-difference))
            };
            let value = decimal(value);
            format!("With {number}{limit} the selection would score {value}, {compared}.")
        }
        Worth::AtMost(value) => {
            let value = decimal(value);
            format!("With {number}{limit} the selection would score {value} at most.")
        }
        Worth::Impossible => format!("With {number}{limit} there is no plan."),
        Worth::Unknown => {
            format!("With {number}{limit}: there was no time to find out.")
        }
    }
}
