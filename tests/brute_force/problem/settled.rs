//! Periods to avoid, what the lead has settled, and the weights.

use assize::domain::{
    Burden, Fixed, Inspector, Kind, Period, Pilot, Severity, Site, Staffing, Timing, Weights,
};
use chrono::{Days, NaiveDate};

use super::draw::Draw;

fn day_in(draw: &mut Draw, timing: &Timing) -> NaiveDate {
    let length = (timing.last_day - timing.first_day).num_days() as u32;
    timing.first_day + Days::new(u64::from(draw.between(0, length)))
}

pub fn periods(draw: &mut Draw, timing: &Timing, sites: &[Site]) -> Vec<Period> {
    (0..draw.pick(&[0, 1, 1, 2, 3, 4]))
        .map(|n| {
            let first_day = day_in(draw, timing) - Days::new(3);
            let length = draw.pick(&[0, 1, 4, 6, 9]);
            let (applies_to, value) = match draw.between(0, 4) {
                0 => ("all", None),
                1 => ("site", Some(draw.pick(sites).id.to_string())),
                2 => (
                    "region",
                    Some(draw.pick(&["North", "South", "East"]).to_owned()),
                ),
                3 => (
                    "nation",
                    Some(draw.pick(&["England", "Wales", "Scotland"]).to_owned()),
                ),
                _ => ("kind", Some(draw.pick(sites).kind.to_string())),
            };
            Period {
                name: format!("Period {}", n + 1),
                applies_to: applies_to.to_owned(),
                value,
                first_day,
                last_day: first_day + Days::new(length),
                severity: draw.pick(&[Severity::Must, Severity::Prefer, Severity::Prefer]),
            }
        })
        .collect()
}

pub fn fixed(
    draw: &mut Draw,
    timing: &Timing,
    sites: &[Site],
    inspectors: &[Inspector],
) -> Vec<Fixed> {
    (0..draw.pick(&[0, 0, 1, 2, 3]))
        .map(|_| {
            let day = day_in(draw, timing);
            let (not_before, not_after, inspector) = match draw.between(0, 5) {
                0 => (Some(day), None, None),
                1 => (None, Some(day), None),
                2 => (Some(day), Some(day + Days::new(6)), None),
                3 | 4 => (None, None, Some(draw.pick(inspectors).id)),
                _ => (
                    Some(day),
                    Some(day + Days::new(9)),
                    Some(draw.pick(inspectors).id),
                ),
            };
            Fixed {
                site: draw.pick(sites).id,
                not_before,
                not_after,
                inspector,
            }
        })
        .collect()
}

pub fn burden(draw: &mut Draw) -> Burden {
    Burden {
        months_before: draw.pick(&[0, 6, 12, 12]),
        months_after: draw.pick(&[0, 3, 6, 6]),
        full_days: draw.pick(&[2.5, 10.0, 20.0]),
        max_days: draw.maybe(50, |draw| draw.pick(&[0, 3, 5, 8, 15])),
        gap_weeks: draw.maybe(50, |draw| draw.between(0, 3)),
    }
}

pub fn staffing(draw: &mut Draw) -> Staffing {
    Staffing {
        journey_km: draw.maybe(60, |draw| draw.pick(&[0.0, 20.0, 55.0, 90.0, 200.0])),
        max_days: draw.maybe(35, |draw| draw.between(2, 8)),
        max_weeks_in_row: draw.maybe(35, |draw| draw.pick(&[1, 1, 2])),
    }
}

/// A visit before all others, to a site that may be selected.
pub fn pilot(draw: &mut Draw, kinds: &[Kind], sites: &[Site]) -> Option<Pilot> {
    let excluded = |site: &&Site| !kinds.iter().any(|kind| kind.exclude.contains(&site.id));
    let may_be: Vec<Site> = sites.iter().filter(excluded).cloned().collect();
    draw.maybe(80, |draw| Pilot {
        site: draw.pick(&may_be).id,
        review_days: draw.pick(&[0, 1, 2, 3, 5, 10]),
        counts: draw.percent(60),
    })
}

/// Any of them is 0 now and then: then much ties.
pub fn weights(draw: &mut Draw) -> Weights {
    if draw.percent(20) {
        return Weights::default();
    }
    let tolerance = match draw.between(1, 100) {
        1..=40 => 0.0,
        41..=55 => Weights::DEFAULT.tolerance,
        _ => f64::from(draw.between(10, 200)) / 100.0,
    };
    let load = match draw.percent(50) {
        true => f64::from(draw.between(1, 300)) / 100.0,
        false => 0.0,
    };
    let mut weight = |often: f64| match draw.between(1, 100) {
        1..=20 => 0.0,
        21..=55 => often,
        _ => f64::from(draw.between(1, 300)) / 100.0,
    };
    Weights {
        load,
        tolerance,
        evidence: weight(1.0),
        intelligence_share: (weight(0.3) / 3.0).min(1.0),
        representation: weight(1.0),
        burden: weight(1.0) / 2.0,
        cost: weight(0.5) / 4.0,
        leave: weight(10.0),
        delay: weight(1.0),
        travel: weight(1.0),
        continuity: weight(2.0),
    }
}
