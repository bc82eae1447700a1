//! How dates, lists and numbers read in every report: UK English, plain, the same everywhere.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::domain::{InspectorateId, Kind, KindId, Named, Time, Unit};

/// A date in full: `8 February 2027`.
pub fn date(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), month_name(day), day.year())
}

/// A date without its year: `8 February`.
pub fn day_and_month(day: NaiveDate) -> String {
    format!("{} {}", day.day(), month_name(day))
}

/// A day of the week in full: `Monday`.
pub fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// A date for a narrow place: `8 Feb`.
pub fn short_date(day: NaiveDate) -> String {
    format!("{} {}", day.day(), short_month(day))
}

/// From one day to another, both included, saying nothing twice: `8 to 10 February 2027`.
pub fn date_range(first: NaiveDate, last: NaiveDate) -> String {
    if first == last {
        date(first)
    } else if first.year() != last.year() {
        format!("{} to {}", date(first), date(last))
    } else if first.month() != last.month() {
        format!("{} to {}", day_and_month(first), date(last))
    } else {
        format!("{} to {}", first.day(), date(last))
    }
}

/// Some day from one to another, saying nothing twice: `between 8 October 2027 and 4 February 2028`.
pub fn between(first: NaiveDate, last: NaiveDate) -> String {
    let from = if first.year() != last.year() {
        date(first)
    } else if first.month() != last.month() {
        day_and_month(first)
    } else {
        first.day().to_string()
    };
    format!("between {from} and {}", date(last))
}

/// From one day to another for a narrow place: `8 to 10 Feb`.
pub fn short_range(first: NaiveDate, last: NaiveDate) -> String {
    if first == last {
        short_date(first)
    } else if first.month() != last.month() || first.year() != last.year() {
        format!("{} to {}", short_date(first), short_date(last))
    } else {
        format!("{} to {}", first.day(), short_date(last))
    }
}

/// Days in the order given, the month said once for each run: `1, 8 and 15 February and 1 March`.
pub fn days_list(days: &[NaiveDate]) -> String {
    let runs: Vec<String> = days
        .chunk_by(|a, b| (a.year(), a.month()) == (b.year(), b.month()))
        .filter_map(|run| {
            let numbers: Vec<String> = run.iter().map(|day| day.day().to_string()).collect();
            Some(format!("{} {}", list(&numbers), month_name(*run.first()?)))
        })
        .collect();
    list(&runs)
}

/// The name of a day's month.
pub fn month_name(day: NaiveDate) -> &'static str {
    match day.month() {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}

/// The name of a day's month as GOV.UK shortens it, three letters each so that columns line up.
fn short_month(day: NaiveDate) -> &'static str {
    month_name(day).get(..3).unwrap_or_default()
}

/// `a`, `a and b`, `a, b and c`.
pub fn list<T: AsRef<str>>(items: &[T]) -> String {
    let texts: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match texts.as_slice() {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A number and its noun: `1 visit`, `2 visits`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A whole number with a comma before every three digits: `6,500`.
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Three decimals, never `-0.000`.
pub fn decimal(value: f64) -> String {
    thousandths(in_thousandths(value))
}

/// So many thousandths as a decimal number.
pub fn thousandths(value: i64) -> String {
    fixed(value, 3)
}

/// A value rounded to thousandths.
pub fn in_thousandths(value: f64) -> i64 {
    (value * 1000.0).round() as i64
}

/// Six decimals, never `-0.000000`: what is finer does not count.
pub fn six_decimals(value: f64) -> String {
    let text = format!("{value:.6}");
    match text.strip_prefix('-') {
        Some("0.000000") => "0.000000".to_owned(),
        _ => text,
    }
}

/// A value rounded to millionths, as [`six_decimals`] shows it.
pub fn in_millionths(value: f64) -> i64 {
    let digits = six_decimals(value).replace('.', "");
    digits.parse().unwrap_or((value * 1e6) as i64)
}

/// So many units of the last of so many decimal places, as a decimal number; never with a minus before a nought.
pub fn fixed(units: i64, places: u32) -> String {
    let sign = if units < 0 { "-" } else { "" };
    let (size, one) = (units.unsigned_abs(), 10_u64.saturating_pow(places));
    let width = places as usize;
    format!("{sign}{}.{:0width$}", size / one, size % one)
}

/// What a site of a kind is called, ready for the middle of a sentence: `police force`, `CPS Area`. It is the kind's label, or its
/// key in words.
pub fn kind_name(kind: &Kind) -> String {
    match &kind.label {
        Some(label) => small(label),
        None => key_in_words(&kind.id),
    }
}

/// The same of a kind by its key and its label, the key again where it has no label.
pub fn named_kind(kind: &Named<KindId>) -> String {
    match kind.name == kind.id.as_str() {
        true => key_in_words(&kind.id),
        false => small(&kind.name),
    }
}

/// A kind's key in words, ready for the middle of a sentence: `police force`, `CPS area`, `PDU`.
///
/// A word without a vowel is taken for initials, and so is one of up to three letters that is no word of English.
pub fn key_in_words(kind: &KindId) -> String {
    const SHORT_WORDS: [&str; 14] = [
        "a", "an", "and", "at", "by", "for", "in", "law", "new", "of", "old", "on", "or", "the",
    ];
    let is_initials = |word: &str| {
        let is_short = word.chars().count() <= 3 && word.chars().all(|c| c.is_ascii_lowercase());
        is_short && !SHORT_WORDS.contains(&word)
    };
    let words: Vec<String> = kind
        .as_str()
        .split(['_', '-', ' '])
        .filter(|word| !word.is_empty())
        .map(|word| {
            let spoken = word
                .chars()
                .any(|letter| "aeiouAEIOU".contains(letter) || !letter.is_ascii_alphabetic());
            if spoken && !is_initials(word) {
                word.to_owned()
            } else {
                word.to_uppercase()
            }
        })
        .collect();
    words.join(" ")
}

/// The same with a small first letter, unless it begins with initials, such as `CPS Area`.
pub fn small(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next();
    let rest = letters.as_str();
    match (first, rest.chars().next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(rest.chars()).collect()
        }
        _ => text.to_owned(),
    }
}

/// The same with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// The joint pairs of a kind: `2 pairs of HMICFRS and HMCPSI`.
pub fn pairs(pairs: &[[InspectorateId; 2]]) -> String {
    let mut kinds: Vec<(String, usize)> = Vec::new();
    for [a, b] in pairs {
        let name = format!("{a} and {b}");
        match kinds.iter_mut().find(|(known, _)| *known == name) {
            Some((_, number)) => *number += 1,
            None => kinds.push((name, 1)),
        }
    }
    let texts: Vec<String> = kinds
        .iter()
        .map(|(name, number)| format!("{} of {name}", count(*number, "joint pair", "joint pairs")))
        .collect();
    list(&texts)
}

/// Minutes as hours, such as `1.5 hours`.
pub fn hours(minutes: u32) -> String {
    let hours = f64::from(minutes) / 60.0;
    let number = format!("{hours:.2}");
    let number = number.trim_end_matches('0').trim_end_matches('.');
    match minutes {
        60 => "1 hour".to_owned(),
        _ => format!("{number} hours"),
    }
}

/// Calendar time: `5 days`, `1 month`.
pub fn time(time: Time) -> String {
    let unit = match time.unit {
        Unit::Days => "day",
        Unit::Weeks => "week",
        Unit::Months => "month",
        Unit::Years => "year",
    };
    match time.number {
        1 => format!("1 {unit}"),
        number => format!("{number} {unit}s"),
    }
}
