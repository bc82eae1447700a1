//! The parts of the score that decide between two selections, in words.

use crate::insight::site::{Alternative, Instead, PartDifference, ScorePart};
use crate::words::{decimal, in_thousandths, list, six_decimals};

/// More parts than this are not named in one line.
const MOST_NAMED: usize = 3;

/// The parts of the score that decide: the largest differences, those that count against the selection first.
pub(super) fn parts(alternative: &Alternative, instead: &Instead) -> String {
    let Alternative { at_most, plan, .. } = alternative;
    let shown = in_thousandths(*at_most) - in_thousandths(*plan);
    told(&instead.parts, at_most - plan, shown)
}

/// The same of a selection that is so many points away.
pub(super) fn parts_apart(parts: &[PartDifference], apart: f64) -> String {
    told(parts, apart, in_thousandths(apart))
}

/// The parts of a difference that is shown as so many thousandths.
fn told(parts: &[PartDifference], apart: f64, apart_shown: i64) -> String {
    let is_tiny = in_thousandths(apart) == 0;
    let shown = |one: &PartDifference| is_tiny || in_thousandths(one.points) != 0;
    let all = parts.iter().copied().filter(shown);
    let mut all: Vec<PartDifference> = all.collect();
    if !is_tiny && all.len() <= MOST_NAMED {
        add_up(&mut all, apart_shown);
    }
    let largest = all.get(..MOST_NAMED).unwrap_or(&all);
    let text = |with: bool| -> Vec<String> {
        let side = largest
            .iter()
            .filter(|one| (one.points * apart > 0.0) == with);
        side.map(|one| part(one, is_tiny)).collect()
    };
    let (deciding, against) = (text(true), text(false));
    if deciding.is_empty() {
        return String::new();
    }
    let mostly = match all.len() > largest.len() {
        true => "mostly ",
        false => "",
    };
    let against = match against.is_empty() {
        true => String::new(),
        false => format!(", in spite of {}", list(&against)),
    };
    format!(": {mostly}{}{against}", list(&deciding))
}

/// Rounds the parts so that those shown add up to the difference shown: what is missing goes where rounding lost most.
fn add_up(parts: &mut [PartDifference], apart: i64) {
    let shown: i64 = parts.iter().map(|one| in_thousandths(one.points)).sum();
    let step = (apart - shown).signum();
    let lost = |one: &PartDifference| {
        let rounded = in_thousandths(one.points) as f64;
        (one.points * 1000.0 - rounded) * step as f64
    };
    let mut by_loss: Vec<&mut PartDifference> = parts.iter_mut().collect();
    by_loss.sort_by(|a, b| lost(b).total_cmp(&lost(a)));
    for one in by_loss
        .into_iter()
        .take((apart - shown).unsigned_abs() as usize)
    {
        one.points = (in_thousandths(one.points) + step) as f64 / 1000.0;
    }
}

/// One part, with how far the selections are apart in it.
fn part(one: &PartDifference, is_tiny: bool) -> String {
    let points = |value: f64| match is_tiny {
        true => six_decimals(value.abs()),
        false => decimal(value.abs()),
    };
    let what = match (one.part, one.points > 0.0) {
        (ScorePart::Evidence, true) => "stronger evidence",
        (ScorePart::Evidence, false) => "weaker evidence",
        (ScorePart::Burden, true) => "a lighter burden",
        (ScorePart::Burden, false) => "a heavier burden",
        (ScorePart::Cost, true) => "a lower cost",
        (ScorePart::Cost, false) => "a higher cost",
        (ScorePart::Representation, true) => "better representation",
        (ScorePart::Representation, false) => "poorer representation",
    };
    let (heard, record) = (one.intelligence, one.points - one.intelligence);
    let more = |value: f64| match value > 0.0 {
        true => format!("{} more", points(value)),
        false => format!("{} less", points(value)),
    };
    let within = if one.part != ScorePart::Evidence || in_thousandths(heard) == 0 {
        String::new()
    } else if in_thousandths(record) == 0 {
        ", all of it intelligence".to_owned()
    } else if heard * record > 0.0 {
        format!(", of which {} for intelligence", points(heard))
    } else {
        format!(
            ": {} for intelligence, {} for the record",
            more(heard),
            more(record)
        )
    };
    format!("{what} ({}{within})", points(one.points))
}
