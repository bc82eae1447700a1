//! The summary of a plan for a terminal, fit to paste into an email.

use super::opening;
use crate::documents::views::{LettersDue, Overview, Selected, VisitInShort};
use crate::domain::{Letters, TIER_NAMES, Tier};
use crate::insight::english;
use crate::words::{capital, count, date, date_range, decimal, kind_name, list};

/// The plan in words: status, letters, visits, selection, how good it is, and what other numbers of sites would score.
pub fn summary(view: &Overview) -> String {
    let mut lines = opening(&view.heading);
    lines.push(view.heading.question.clone());
    lines.push(String::new());
    lines.extend(authority(view));
    lines.extend(view.letters.as_ref().map(letters));
    lines.push(String::new());
    lines.push(count(view.visits.len(), "visit", "visits"));
    lines.extend(visits(&view.visits));
    lines.push(String::new());
    lines.push("Sites selected".to_owned());
    lines.extend(view.kinds.iter().map(selected));
    let left_out = view.left_out.iter().map(english::left_out);
    lines.extend(left_out.map(|left_out| format!("  {left_out}")));
    lines.push(String::new());
    if !view.not_reflected.is_empty() {
        lines.push("Consultation not reflected".to_owned());
        let warnings = view.not_reflected.iter().map(english::not_reflected);
        lines.extend(warnings.map(|warning| format!("  {warning}")));
        lines.push(String::new());
    }
    lines.push("How good this plan is".to_owned());
    lines.extend(view.tiers.iter().map(tier));
    lines.push(String::new());
    lines.push("With another number of sites".to_owned());
    if !view.tiers.is_empty() {
        let counts = view.kinds.iter();
        let counts = counts.map(|kind| english::other_counts(&kind.counts));
        lines.extend(counts.map(|counts| format!("  {counts}")));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// Who gives authority when, and whose is still to come.
fn authority(view: &Overview) -> Vec<String> {
    let all = view.authority.iter();
    let all: Vec<String> = all
        .map(|(inspectorate, day)| format!("{inspectorate} by {}", date(*day)))
        .collect();
    let mut lines = vec![format!("Authority: {}.", list(&all))];
    let missing: Vec<&str> = view.outstanding.iter().map(|one| one.as_str()).collect();
    if !missing.is_empty() {
        lines.push(format!(
            "Not yet recorded: the authority of {}.",
            list(&missing)
        ));
    }
    lines
}

/// The letters and the slack before them.
fn letters(due: &LettersDue) -> String {
    let what = match due.when {
        Letters::Together => "Letters: all together, by",
        Letters::Each => "Letters: each in its own time, the first by",
    };
    format!(
        "{what} {}. From the authority that leaves {}; at least {} must stay free.",
        date(due.first),
        count(due.slack, "working day", "working days"),
        due.spare
    )
}

/// Two lines a visit: when and where, then who.
fn visits(visits: &[VisitInShort]) -> Vec<String> {
    let dates = |visit: &VisitInShort| date_range(visit.first_day, visit.last_day);
    let widths = visits.iter().map(|visit| dates(visit).chars().count());
    let width = widths.max().unwrap_or(0);
    let lines = |visit: &VisitInShort| {
        let when = dates(visit);
        [
            format!("  {when:width$}  {}, led by {}", visit.site, visit.lead),
            format!("  {:width$}  {}", "", visit.pairs),
        ]
    };
    visits.iter().flat_map(lines).collect()
}

/// How many of a kind, out of how many.
fn selected(kind: &Selected) -> String {
    let name = capital(&kind_name(&kind.counts.kind));
    format!("  {name}: {} of {}", kind.counts.selected, kind.all)
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
