//! How unlike two sites are: Gower's distance over the profile columns that both have.

use std::collections::HashMap;

use super::Scores;
use crate::domain::{Inspection, Kind, SiteRow};

/// Distances between all sites of one kind, worked out when asked for: of ten thousand sites, all of them would fill
/// the memory.
#[derive(Debug, Clone)]
pub struct Profile {
    /// The sites of the kind, in order.
    pub members: Vec<SiteRow>,
    /// The place of each among the members.
    place: HashMap<SiteRow, usize>,
    columns: Vec<Column>,
}

/// One profile column over the sites of a kind; blank cells are `None`.
#[derive(Debug, Clone)]
enum Column {
    /// Places in the order of size: so that one giant does not make all others alike.
    Ranks { ranks: Vec<Option<f64>>, range: f64 },
    /// Equal texts have equal numbers.
    Words(Vec<Option<usize>>),
}

impl Profile {
    pub(super) fn new(inspection: &Inspection, kind: &Kind, scores: &Scores) -> Self {
        let sites = inspection.sites.iter().enumerate();
        let members: Vec<SiteRow> = sites
            .filter(|(_, site)| site.kind == kind.id)
            .map(|(row, _)| SiteRow::from(row))
            .collect();
        let columns: Vec<Column> = kind
            .profile
            .iter()
            .map(|name| column(inspection, scores, &members, name))
            .collect();
        let place = members
            .iter()
            .enumerate()
            .map(|(i, row)| (*row, i))
            .collect();
        Self {
            members,
            place,
            columns,
        }
    }

    /// The distance, from 0 to 1, between two sites of the kind; 1 for a stranger.
    pub fn distance(&self, a: SiteRow, b: SiteRow) -> f64 {
        match (self.place.get(&a), self.place.get(&b)) {
            (Some(a), Some(b)) => gower(&self.columns, *a, *b),
            _ => 1.0,
        }
    }

    /// Whether a profile column, by its place, is compared word by word; otherwise by places in the order of size.
    pub fn is_in_words(&self, column: usize) -> bool {
        matches!(self.columns.get(column), Some(Column::Words(_)))
    }

    /// How well a selection represents the kind: Σ over its sites of 1 − distance to the nearest selected site.
    pub fn representation(&self, selected: &[SiteRow]) -> f64 {
        self.members
            .iter()
            .map(|site| {
                let nearest = selected
                    .iter()
                    .map(|chosen| self.distance(*site, *chosen))
                    .fold(1.0, f64::min);
                1.0 - nearest
            })
            .sum()
    }
}

fn column(inspection: &Inspection, scores: &Scores, members: &[SiteRow], name: &str) -> Column {
    if name == "performance" {
        return ranks(
            &members
                .iter()
                .map(|row| scores.sites[*row].percentile)
                .collect::<Vec<_>>(),
        );
    }
    let texts: Vec<Option<String>> = members
        .iter()
        .map(|row| scores.text(*row, &inspection.sites[usize::from(*row)], name))
        .collect();
    if texts.iter().flatten().all(|text| is_plain_decimal(text)) {
        let values = texts.iter().map(|text| text.as_ref()?.parse().ok());
        let values: Vec<Option<f64>> = values.collect();
        return ranks(&values);
    }
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let words = texts.into_iter().map(|text| {
        let next = numbers.len();
        text.map(|text| *numbers.entry(text).or_insert(next))
    });
    Column::Words(words.collect())
}

/// Values within this of the one before tie.
const ALIKE: f64 = 1e-9;

/// The place of each value in the order of size; those that tie share the mean of theirs.
fn ranks(values: &[Option<f64>]) -> Column {
    let known = values.iter().enumerate();
    let mut known: Vec<(usize, f64)> = known
        .filter_map(|(place, value)| Some((place, (*value)?)))
        .collect();
    known.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut ranks = vec![None; values.len()];
    let mut passed = 0;
    for tied in known.chunk_by(|a, b| b.1 - a.1 <= ALIKE) {
        let mean = passed as f64 + (tied.len() - 1) as f64 / 2.0;
        for (place, _) in tied {
            ranks[*place] = Some(mean);
        }
        passed += tied.len();
    }
    let all = || ranks.iter().flatten().copied();
    let range = all().fold(f64::NEG_INFINITY, f64::max) - all().fold(f64::INFINITY, f64::min);
    Column::Ranks { ranks, range }
}

/// Sign, digits, point, digits: nothing that only a computer would read as a number.
fn is_plain_decimal(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    match unsigned.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(unsigned),
    }
}

fn gower(columns: &[Column], a: usize, b: usize) -> f64 {
    if a == b {
        return 0.0;
    }
    let (mut sum, mut shared) = (0.0, 0.0);
    for column in columns {
        let difference = match column {
            Column::Ranks { ranks, range } => match (ranks[a], ranks[b]) {
                (Some(x), Some(y)) if *range > 0.0 => (x - y).abs() / range,
                (Some(_), Some(_)) => 0.0,
                _ => continue,
            },
            Column::Words(texts) => match (texts[a], texts[b]) {
                (Some(x), Some(y)) => f64::from(u8::from(x != y)),
                _ => continue,
            },
        };
        sum += difference;
        shared += 1.0;
    }
    if shared > 0.0 { sum / shared } else { 1.0 }
}
