//! Dates, lists and numbers as people write them.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::domain::printable;

/// `8 February 2027`.
pub(super) fn date(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

/// `8 February 2027, 9 February 2027 and 10 February 2027`.
pub(super) fn dates(dates: &[NaiveDate]) -> String {
    and(dates.iter().map(|&day| date(day)))
}

/// `on 8 February 2027`, `from 8 to 10 February 2027`, or several of these; the days come in order.
pub(super) fn on_days(days: &[NaiveDate]) -> String {
    let runs = days.chunk_by(|day, next| day.succ_opt() == Some(*next));
    and(runs.filter_map(|run| {
        let (first, last) = (*run.first()?, *run.last()?);
        if first == last {
            return Some(format!("on {}", date(first)));
        }
        let from = match (first.year() == last.year(), first.month() == last.month()) {
            (true, true) => first.format("%-d").to_string(),
            (true, false) => first.format("%-d %B").to_string(),
            (false, _) => date(first),
        };
        Some(format!("from {from} to {}", date(last)))
    }))
}

/// `“Interview”`.
pub(super) fn quoted(name: &str) -> String {
    format!("“{name}”")
}

/// A text of the plan's, which may be anything: on one line, and not for ever.
pub(super) fn shown(text: &str) -> String {
    const LONGEST: usize = 100;
    let mut shown: String = printable(text).chars().take(LONGEST).collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

/// `a, b and c`.
pub(super) fn and<T: Into<String>>(items: impl IntoIterator<Item = T>) -> String {
    joined(items, "and")
}

/// `a, b or c`.
pub(super) fn or<T: Into<String>>(items: impl IntoIterator<Item = T>) -> String {
    joined(items, "or")
}

fn joined<T: Into<String>>(items: impl IntoIterator<Item = T>, last_joined_by: &str) -> String {
    let mut items: Vec<String> = items.into_iter().map(Into::into).collect();
    match items.pop() {
        None => String::new(),
        Some(only) if items.is_empty() => only,
        Some(last) => format!("{} {last_joined_by} {last}", items.join(", ")),
    }
}

/// `1 site`, `2 sites`.
pub(super) fn count(n: usize, thing: &str) -> String {
    let ending = if n == 1 { "" } else { "s" };
    format!("{n} {thing}{ending}")
}

/// `is` for one, `are` for any other number.
pub(super) fn are(n: usize) -> &'static str {
    if n == 1 { "is" } else { "are" }
}

/// `Monday`.
pub(super) fn weekday(day: Weekday) -> &'static str {
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

/// A tier value to six decimals, without trailing noughts: `3.1`. Finer differences do not count.
pub(super) fn value(value: f64) -> String {
    let text = format!("{value:.6}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    match short {
        "-0" => "0".to_owned(),
        _ => short.to_owned(),
    }
}

/// A number that is more than a limit, with as few decimals as it takes to see that: `251`, or `250.04`.
pub(super) fn more_than(number: f64, limit: f64) -> String {
    const MOST_DECIMALS: usize = 6;
    let texts = (0..MOST_DECIMALS).map(|decimals| format!("{number:.decimals$}"));
    let shows_it = |text: &String| text.parse().is_ok_and(|shown: f64| shown > limit);
    let shown = texts.into_iter().find(shows_it);
    shown.unwrap_or_else(|| number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_a_row_are_one_stretch() {
        let days = |dates: &[&str]| {
            let dates = dates.iter().map(|date| date.parse().expect("a date"));
            on_days(&dates.collect::<Vec<NaiveDate>>())
        };
        assert_eq!(days(&["2027-02-08"]), "on 8 February 2027");
        assert_eq!(
            days(&["2027-02-08", "2027-02-09", "2027-02-10"]),
            "from 8 to 10 February 2027"
        );
        assert_eq!(
            days(&["2027-02-26", "2027-02-27", "2027-02-28", "2027-03-01"]),
            "from 26 February to 1 March 2027"
        );
        assert_eq!(
            days(&["2026-12-31", "2027-01-01", "2027-01-04"]),
            "from 31 December 2026 to 1 January 2027 and on 4 January 2027"
        );
    }
}
