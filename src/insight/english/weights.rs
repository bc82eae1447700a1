//! What each weight trades, in words: the only place that says so. Within a tier every weight is measured by another; between tiers
//! nothing is traded but what the tolerance allows.

use super::parts::weight;
use crate::insight::weights::Trades;
use crate::words::count;

/// Every weight in force, with what it trades, a line each in the order of the settings.
pub fn weights(trades: &Trades) -> Vec<String> {
    let of = &trades.weights;
    let line = |name: &str, value: f64, words: String| format!("{name} {}: {words}", weight(value));
    vec![
        line("evidence", of.evidence, evidence(of.evidence)),
        line(
            "intelligence_share",
            of.intelligence_share,
            intelligence(trades),
        ),
        line("representation", of.representation, representation(trades)),
        line("tolerance", of.tolerance, tolerance(of.tolerance)),
        line("burden", of.burden, burden(trades)),
        line("cost", of.cost, cost(trades)),
        line("leave", of.leave, leave(of.leave, of.delay)),
        line("delay", of.delay, delay(of.delay)),
        line("travel", of.travel, travel(of.travel)),
        line("continuity", of.continuity, continuity(trades)),
        line("load", of.load, load(trades)),
    ]
}

fn evidence(weight_of_it: f64) -> String {
    match weight_of_it > 0.0 {
        true => format!(
            "a site whose record and intelligence teach as much as can be adds {} to the selection: one site's full evidence.",
            points(weight_of_it)
        ),
        false => "what sites could teach does not count.".to_owned(),
    }
}

fn intelligence(trades: &Trades) -> String {
    let share = trades.weights.intelligence_share;
    if !trades.has_intelligence {
        return "there is no table of intelligence, so evidence is the record of performance alone."
            .to_owned();
    }
    match share {
        0.0 => {
            "intelligence does not count: evidence is the record of performance alone.".to_owned()
        }
        1.0 => {
            "evidence is intelligence alone: strengths that add up to 5 count in full.".to_owned()
        }
        share => format!(
            "{} % of a site's evidence is intelligence (strengths that add up to 5 count in full), the rest its record of \
             performance.",
            number(share * 100.0)
        ),
    }
}

fn representation(trades: &Trades) -> String {
    if !trades.has_profile {
        return "no kind has a profile, so it counts for nothing.".to_owned();
    }
    let value = trades.weights.representation;
    match value > 0.0 {
        true => format!(
            "one more site wholly represented {}; half represented, half of that. Numbers in a profile are compared by their places in the order of size.",
            against_evidence("weighs", value, trades)
        ),
        false => "whether the selection represents the others does not count.".to_owned(),
    }
}

fn tolerance(value: f64) -> String {
    match value > 0.0 {
        true => format!(
            "selections that score up to {} less than the best, with no fewer sites, count as equally good: among them dates \
             decide. Beyond that no date outweighs a better selection, and teams outweigh neither.",
            points(value)
        ),
        false => "no date outweighs a better selection, however small the difference, and teams outweigh neither."
            .to_owned(),
    }
}

fn burden(trades: &Trades) -> String {
    let own = match trades.own_full_days {
        true => " (where a site has full_days of its own, that many)",
        false => "",
    };
    let value = trades.weights.burden;
    match value > 0.0 {
        true => format!(
            "{} of other inspections{own} {}; fewer days in proportion, more days no more than that.",
            days(trades.full_days),
            against_evidence(
                match trades.full_days == 1.0 {
                    true => "weighs",
                    false => "weigh",
                },
                value,
                trades
            )
        ),
        false => "other inspections do not count against a site.".to_owned(),
    }
}

fn cost(trades: &Trades) -> String {
    let value = trades.weights.cost;
    let Some((kind, days)) = trades.dearest.as_ref().filter(|_| value > 0.0) else {
        return "what a visit takes does not count against a site.".to_owned();
    };
    let days = count(*days as usize, "inspector-day", "inspector-days");
    format!(
        "a visit of {days}, as many as a {kind} takes by its kind, {}; others in proportion.",
        against_evidence("weighs", value, trades)
    )
}

fn leave(leave: f64, delay: f64) -> String {
    match (leave > 0.0, delay > 0.0) {
        (true, true) => format!(
            "one onsite day in a period better avoided weighs as much as {} of delay of one visit.",
            times(leave / delay, "week", "weeks")
        ),
        (true, false) => {
            "an onsite day in a period better avoided counts, and nothing else does among dates."
                .to_owned()
        }
        (false, _) => "onsite days in periods better avoided do not count.".to_owned(),
    }
}

fn delay(delay: f64) -> String {
    match delay > 0.0 {
        true => format!(
            "each week by which a visit starts after the first week possible loses {}.",
            points(delay)
        ),
        false => "it does not count how late a visit is.".to_owned(),
    }
}

fn travel(travel: f64) -> String {
    match travel > 0.0 {
        true => format!("100 km travelled by one inspector lose {}.", points(travel)),
        false => "how far inspectors travel does not count.".to_owned(),
    }
}

fn continuity(trades: &Trades) -> String {
    let (value, travel) = (trades.weights.continuity, trades.weights.travel);
    match (value > 0.0, travel > 0.0) {
        (true, true) => format!(
            "one inspector fewer on the whole plan weighs as much as {} of travel.",
            km(value / travel)
        ),
        (true, false) => format!("each inspector who is used loses {}.", points(value)),
        (false, _) => "it does not count how many inspectors are used.".to_owned(),
    }
}

fn load(trades: &Trades) -> String {
    let (value, travel) = (trades.weights.load, trades.weights.travel);
    match (value > 0.0, travel > 0.0) {
        (true, true) => format!(
            "one onsite day less for whoever has most weighs as much as {} of travel.",
            km(value / travel)
        ),
        (true, false) => format!(
            "each onsite day of whoever has most loses {}.",
            points(value)
        ),
        (false, _) => "it does not count how evenly onsite days are shared.".to_owned(),
    }
}

/// How something compares with one site's full evidence; in points, where evidence does not count.
fn against_evidence(weighs: &str, value: f64, trades: &Trades) -> String {
    let evidence = trades.weights.evidence;
    if evidence <= 0.0 {
        return format!("{weighs} {}", points(value));
    }
    let ratio = number(value / evidence);
    let times = match ratio.as_str() {
        "1" => "as much as".to_owned(),
        "0.5" => "half as much as".to_owned(),
        "2" => "twice as much as".to_owned(),
        ratio => format!("{ratio} times as much as"),
    };
    format!("{weighs} {times} one site's full evidence")
}

fn points(value: f64) -> String {
    times(value, "point", "points")
}

fn days(value: f64) -> String {
    times(value, "day", "days")
}

fn km(hundreds: f64) -> String {
    format!("{} km", number(hundreds * 100.0))
}

fn times(value: f64, one: &str, many: &str) -> String {
    match number(value).as_str() {
        "1" => format!("1 {one}"),
        number => format!("{number} {many}"),
    }
}

/// A number with no more digits than it needs, and no more than six after the point.
fn number(value: f64) -> String {
    let text = format!("{value:.6}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
