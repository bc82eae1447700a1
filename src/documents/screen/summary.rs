//! The summary of a plan for a terminal, fit to paste into an email.

use super::opening;
use super::weights::weights_in_words;
use crate::documents::views::{LettersDue, Overview, Selected, VisitInShort};
use crate::domain::{Letters, TIER_NAMES, Tier};
use crate::insight::english;
use crate::words::{capital, count, date, date_range, list};

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
    lines.extend(view.kinds.iter().flat_map(selected));
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
    for (place, reached) in view.tiers.iter().enumerate() {
        lines.push(tier(view, reached));
        if place == 0 {
            let given_up = view.near_best.iter().flat_map(english::given_up);
            let ties = view.same_score.iter().flat_map(english::ties);
            lines.extend(given_up.chain(ties).map(|line| format!("    {line}")));
        }
    }
    lines.push(format!("  {}", english::load(&view.load)));
    lines.push(String::new());
    lines.push("With another number of sites".to_owned());
    if !view.tiers.is_empty() {
        let counts = view.kinds.iter();
        let counts = counts.map(|kind| english::other_counts(&kind.counts));
        lines.extend(counts.map(|counts| format!("  {counts}")));
    }
    lines.push(String::new());
    lines.extend(weights_in_words(&view.trades));
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
            "Not yet recorded for this plan: the authority of {}.",
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
        let pilot = if visit.is_pilot { " (the pilot)" } else { "" };
        let mut lines = vec![
            format!(
                "  {when:width$}  {}{pilot}, led by {}",
                visit.site, visit.lead
            ),
            format!("  {:width$}  {}", "", visit.pairs),
        ];
        if let Some((used, all)) = visit.spare {
            let all = count(all, "day", "days");
            lines.push(format!(
                "  {:width$}  {used} of {all} used by its sessions",
                ""
            ));
        }
        lines
    };
    visits.iter().flat_map(lines).collect()
}

/// How many of a kind, out of how many; then whom they do not stand for.
fn selected(kind: &Selected) -> Vec<String> {
    let name = capital(&kind.counts.kind.name);
    let pilot = kind.uncounted.as_ref().map(|site| {
        format!(", {site} among them: the pilot, which is not one of their number (S1)")
    });
    let mut lines = vec![format!(
        "  {name}: {} of {}{}",
        kind.counts.selected,
        kind.all,
        pilot.unwrap_or_default()
    )];
    let not_represented = kind
        .not_represented
        .iter()
        .flat_map(english::not_represented);
    lines.extend(not_represented.map(|line| format!("    {line}")));
    lines
}

/// One tier in plain words, what its points are made of, and what has been proved of it.
fn tier(view: &Overview, tier: &Tier) -> String {
    let [selection, calendar, _] = TIER_NAMES;
    let is_selection = tier.name == selection;
    let (better, proof) = if is_selection {
        (
            ", the more the better",
            match &view.near_best {
                Some(near) => english::best_selection(near),
                None => "No other selection scores higher: proved.".to_owned(),
            },
        )
    } else if tier.name == calendar {
        (" lost, the fewer the better", dates_proved(view))
    } else {
        return staffing(tier, view);
    };
    let (name, value) = (capital(&tier.name), english::points(tier.value));
    let parts = match is_selection {
        true => english::selection_parts(&view.parts.selection),
        false => english::calendar_parts(&view.parts.calendar),
    };
    let parts = match parts.is_empty() {
        true => String::new(),
        false => format!(": {parts}"),
    };
    let worth = format!("  {name}: {value}{better}{parts}.");
    if tier.proven {
        return format!("{worth} {proof}");
    }
    let bound = match (tier.bound.map(english::points), is_selection) {
        (Some(bound), true) => format!("nothing can score above {bound}"),
        (Some(bound), false) => format!("nothing can go below {bound}"),
        (None, _) => "how much better another could be is not known".to_owned(),
    };
    let best = match &view.near_best {
        Some(near) if is_selection && near.given_up.is_some() => english::best_selection(near),
        _ => "The best found in the time given.".to_owned(),
    };
    format!("{worth} {best} {}.", capital(&bound))
}

/// That no dates are better: those of no selection that counts as equally good.
fn dates_proved(view: &Overview) -> String {
    match view.trades.weights.tolerance > 0.0 {
        true => format!(
            "With a selection within {} of the best and no fewer sites, no other dates lose fewer: proved.",
            view.trades.weights.tolerance
        ),
        false => "With so good a selection, no other dates lose fewer: proved.".to_owned(),
    }
}

/// Tier 3 by what it is made of. Its value to the last digit, from which a journey could be worked out where few travel, is in
/// `plan.json` alone.
fn staffing(tier: &Tier, view: &Overview) -> String {
    let mut needed = english::travel(&view.travel);
    let both = match view.trades.weights.load > 0.0 {
        true => {
            let most = count(view.load.most, "onsite day", "onsite days");
            needed.push_str(&format!(", and {most} of whoever has most"));
            "three"
        }
        false => "two",
    };
    let proof = match (tier.proven, tier.bound) {
        (true, _) => {
            format!(
                "With so good a selection and dates, no other teams need less of the {both} together: proved."
            )
        }
        (false, Some(bound)) if tier.value > 0.0 => {
            let less = ((tier.value - bound) / tier.value * 100.0)
                .ceil()
                .clamp(1.0, 100.0);
            format!(
                "The best found in the time given; no other teams can need more than {less} % less."
            )
        }
        (false, _) => {
            "The best found in the time given; how much better another could be is not known."
                .to_owned()
        }
    };
    format!(
        "  {}: {needed}, the less the better. {proof}",
        capital(&tier.name)
    )
}
