//! Tier 1: what a selection is worth, in units of one site.

use assize::domain::{Evidence, Inspection, Kind};

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

fn inspector_days(kind: &Kind) -> f64 {
    f64::from(2 * kind.pairs.len() as u32 * (kind.days + kind.prepare_days))
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
    let burden = (f64::from(engagement_days(problem)[s]) / problem.burden.full_days).min(1.0);
    let dearest = problem.kinds.iter().map(inspector_days).fold(0.0, f64::max);
    weights.evidence * evidence
        - weights.burden * burden
        - weights.cost * inspector_days(kind) / dearest
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
        let known: Vec<f64> = numbers.iter().flatten().copied().collect();
        let range = known.iter().copied().fold(f64::NEG_INFINITY, f64::max)
            - known.iter().copied().fold(f64::INFINITY, f64::min);
        for i in 0..members.len() {
            for j in 0..members.len() {
                let difference = if numeric {
                    let (Some(a), Some(b)) = (numbers[i], numbers[j]) else {
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
