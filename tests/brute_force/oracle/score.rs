//! Tier 1: what a selection is worth, in units of one site.

use assize::domain::{Evidence, Inspection, Kind, Site};

use super::dates::engagement_days;
use super::record::{percentiles, plain_decimal, text};

/// What each site adds by itself, and how far each is from every other of its kind.
pub struct Score {
    /// The percentile of every site; `None` without data.
    pub percentile: Vec<Option<f64>>,
    worth: Vec<f64>,
    /// By kind with a profile: its sites, and the distance between any two of them.
    profiles: Vec<(Vec<usize>, Vec<Vec<f64>>)>,
    representation: f64,
}

impl Score {
    pub fn new(problem: &Inspection) -> Self {
        let percentile = percentiles(problem);
        let worth = (0..problem.sites.len())
            .map(|s| worth(problem, s, percentile[s]))
            .collect();
        let profiles = problem
            .kinds
            .iter()
            .filter(|kind| !kind.profile.is_empty())
            .map(|kind| distances(problem, kind, &percentile))
            .collect();
        Self {
            percentile,
            worth,
            profiles,
            representation: problem.weights.representation,
        }
    }

    /// Tier 1 of a selection.
    pub fn of(&self, selected: &[bool]) -> f64 {
        let single: f64 = (0..selected.len())
            .filter(|s| selected[*s])
            .map(|s| self.worth[s])
            .sum();
        let represented: f64 = self
            .profiles
            .iter()
            .flat_map(|(members, distance)| {
                distance.iter().map(|row| {
                    let nearest = (0..members.len())
                        .filter(|to| selected[members[*to]])
                        .map(|to| row[to])
                        .fold(1.0, f64::min);
                    1.0 - nearest
                })
            })
            .sum();
        single + self.representation * represented
    }
}

/// The inspector-days of a visit of so many pairs and onsite days.
fn inspector_days(kind: &Kind, pairs: u32, days: u32) -> f64 {
    f64::from(2 * pairs * (days + kind.prepare_days + kind.write_up_days))
}

fn of_kind(kind: &Kind) -> f64 {
    inspector_days(kind, kind.pairs.len() as u32, kind.days)
}

/// The same by the site's own days and pairs, where it has them.
fn of_site(kind: &Kind, site: &Site) -> f64 {
    let pairs = site.pairs.unwrap_or(kind.pairs.len() as u32);
    inspector_days(kind, pairs, site.days.unwrap_or(kind.days))
}

fn worth(problem: &Inspection, s: usize, q: Option<f64>) -> f64 {
    let (site, weights) = (&problem.sites[s], &problem.weights);
    let kind = problem.kind(&site.kind).expect("the kind exists");
    let record = match (kind.evidence, q) {
        (Evidence::None, _) => 0.0,
        (_, None) => 0.5,
        (Evidence::Extremes, Some(q)) => (2.0 * q - 1.0).abs(),
        (Evidence::Poor, Some(q)) => 1.0 - q,
        (Evidence::Good, Some(q)) => q,
    };
    let speaks: &[&str] = match kind.evidence {
        Evidence::Extremes => &["concern", "innovation"],
        Evidence::Poor => &["concern"],
        Evidence::Good => &["innovation"],
        Evidence::None => &[],
    };
    let strength: u32 = problem
        .intelligence
        .iter()
        .flatten()
        .filter(|row| row.site == site.id && speaks.contains(&row.r#type.as_str()))
        .map(|row| row.strength)
        .sum();
    let share = match problem.intelligence {
        Some(_) => weights.intelligence_share,
        None => 0.0,
    };
    let evidence = match kind.evidence {
        Evidence::None => 0.0,
        _ => (1.0 - share) * record + share * (f64::from(strength) / 5.0).min(1.0),
    };
    let full_days = site.full_days.unwrap_or(problem.burden.full_days);
    let burden = (f64::from(engagement_days(problem)[s]) / full_days).min(1.0);
    let dearest = problem.kinds.iter().map(of_kind).fold(0.0, f64::max);
    weights.evidence * evidence
        - weights.burden * burden
        - weights.cost * of_site(kind, site) / dearest
}

/// Gower's distance between any two sites of a kind.
fn distances(
    problem: &Inspection,
    kind: &Kind,
    percentile: &[Option<f64>],
) -> (Vec<usize>, Vec<Vec<f64>>) {
    let members: Vec<usize> = (0..problem.sites.len())
        .filter(|s| problem.sites[*s].kind == kind.id)
        .collect();
    let mut apart = vec![vec![0.0; members.len()]; members.len()];
    let mut shared = vec![vec![0.0; members.len()]; members.len()];
    for column in &kind.profile {
        let words: Vec<Option<String>> = members
            .iter()
            .map(|s| text(problem, &problem.sites[*s], percentile[*s], column))
            .collect();
        let numbers: Vec<Option<f64>> = if column == "performance" {
            members.iter().map(|s| percentile[*s]).collect()
        } else {
            words
                .iter()
                .map(|word| word.as_deref().and_then(plain_decimal))
                .collect()
        };
        let numeric = column == "performance"
            || (0..members.len()).all(|i| words[i].is_some() == numbers[i].is_some());
        let places = places(&numbers);
        let known: Vec<f64> = places.iter().flatten().copied().collect();
        let range = known.iter().copied().fold(f64::NEG_INFINITY, f64::max)
            - known.iter().copied().fold(f64::INFINITY, f64::min);
        for i in 0..members.len() {
            for j in 0..members.len() {
                let difference = if numeric {
                    let (Some(a), Some(b)) = (places[i], places[j]) else {
                        continue;
                    };
                    if range > 0.0 {
                        (a - b).abs() / range
                    } else {
                        0.0
                    }
                } else {
                    let (Some(a), Some(b)) = (&words[i], &words[j]) else {
                        continue;
                    };
                    if a == b { 0.0 } else { 1.0 }
                };
                apart[i][j] += difference;
                shared[i][j] += 1.0;
            }
        }
    }
    for i in 0..members.len() {
        for j in 0..members.len() {
            apart[i][j] = match (i == j, shared[i][j] > 0.0) {
                (true, _) => 0.0,
                (false, true) => apart[i][j] / shared[i][j],
                (false, false) => 1.0,
            };
        }
    }
    (members, apart)
}

/// The place of each number in the order of size; what ties shares the mean place.
fn places(numbers: &[Option<f64>]) -> Vec<Option<f64>> {
    let mut known: Vec<usize> = (0..numbers.len())
        .filter(|i| numbers[*i].is_some())
        .collect();
    known.sort_by(|i, j| numbers[*i].partial_cmp(&numbers[*j]).expect("no NaN"));
    let mut found = vec![None; numbers.len()];
    let mut from = 0;
    while from < known.len() {
        let value = |at: usize| numbers[known[at]].expect("a number");
        let mut to = from + 1;
        while to < known.len() && value(to) - value(to - 1) <= 1e-9 {
            to += 1;
        }
        for i in &known[from..to] {
            found[*i] = Some((from + 1 + to) as f64 / 2.0);
        }
        from = to;
    }
    found
}
