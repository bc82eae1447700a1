//! How many pairs and days the activities of a kind need: value for money (paragraph 20 of the methodology).

use super::super::budget::Budget;
use super::super::fault::Fault;
use super::placing::{Fewest, fewest_days};
use super::work::Work;
use crate::domain::{Inspection, InspectorateId, Kind, TakenBy};

/// The pairs of one visit, and the days for which they are there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitSize {
    /// The inspectorates of each pair.
    pub pairs: Vec<[InspectorateId; 2]>,
    /// Onsite days.
    pub days: u32,
}

/// What the onsite activities of a kind need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sizing {
    /// How many onsite sessions there are on each visit.
    pub sessions: u32,
    /// The fewest pairs with which they fit the kind's days, and the fewest days for these; `None` where no number of
    /// pairs will do.
    pub fewest: Option<VisitSize>,
    /// What they need beyond the days of the kind: with one pair fewer; where no number of pairs will do, with as many as
    /// could be of use. `None` where there is nothing to say, or nothing would do.
    pub otherwise: Option<VisitSize>,
    /// Whether all of this is proved.
    pub proved: bool,
}

/// Works out the fewest pairs that hold a kind's onsite activities on its days, and then the fewest days
/// (`docs/timetables.md`). Skills and security are left aside.
///
/// # Errors
/// A [`Fault`] of Assize itself.
pub fn size_kind(inspection: &Inspection, kind: &Kind, budget: &Budget) -> Result<Sizing, Fault> {
    let onsite = inspection.activities.iter();
    let onsite: Vec<_> = onsite
        .filter(|one| one.kind == kind.id && !one.remote)
        .collect();
    let sessions: u32 = onsite.iter().map(|one| one.sessions).sum();
    let mut sorts: Vec<[InspectorateId; 2]> = Vec::new();
    let named = onsite.iter().filter_map(|one| match &one.taken_by {
        TakenBy::Pair(pair) => Some(pair),
        _ => None,
    });
    for pair in kind.pairs.iter().chain(named) {
        let is_known = |known: &[InspectorateId; 2]| pair.iter().all(|one| known.contains(one));
        if !sorts.iter().any(is_known) {
            sorts.push(pair.clone());
        }
    }
    let wanted: Vec<&TakenBy> = onsite.iter().map(|one| &one.taken_by).collect();
    let mut search = SizeSearch {
        inspection,
        kind,
        sorts,
        wanted,
        budget,
        proved: true,
    };
    search.size(sessions)
}

struct SizeSearch<'a> {
    inspection: &'a Inspection,
    kind: &'a Kind,
    /// The sorts of pair there could be.
    sorts: Vec<[InspectorateId; 2]>,
    wanted: Vec<&'a TakenBy>,
    budget: &'a Budget,
    proved: bool,
}

impl SizeSearch<'_> {
    fn size(&mut self, sessions: u32) -> Result<Sizing, Fault> {
        let days = self.kind.days as usize;
        // A session a day is as slow as it gets, once the first and the last day are over.
        let most_days = sessions as usize + 2;
        let (fewest, otherwise) = if sessions == 0 {
            let none = VisitSize {
                pairs: Vec::new(),
                days: 0,
            };
            (Some(none), None)
        } else if self.with_plenty(sessions, days)?.is_none() {
            (None, self.with_plenty(sessions, most_days)?)
        } else {
            // There are enough pairs at the latest when every session could have its own.
            let numbers = 1..=sessions as usize * self.sorts.len();
            match self.fewest_pairs(numbers, days)? {
                Some((number, size)) if number > 1 => {
                    (Some(size), self.with(number - 1, most_days)?)
                }
                Some((_, size)) => (Some(size), None),
                None => (None, None),
            }
        };
        Ok(Sizing {
            sessions,
            fewest,
            otherwise,
            proved: self.proved,
        })
    }

    /// The first of these numbers of pairs that will do on so many days.
    fn fewest_pairs(
        &mut self,
        numbers: impl IntoIterator<Item = usize>,
        days: usize,
    ) -> Result<Option<(usize, VisitSize)>, Fault> {
        for number in numbers {
            if let Some(size) = self.with(number, days)? {
                return Ok(Some((number, size)));
            }
        }
        Ok(None)
    }

    /// The fewest days with more pairs of every sort than could be of use; the pairs are one of each session.
    fn with_plenty(&mut self, sessions: u32, most_days: usize) -> Result<Option<VisitSize>, Fault> {
        let each = vec![sessions as usize; self.sorts.len()];
        let pairs = self.pairs(&each);
        let days = self.fewest_days(&pairs, most_days)?;
        Ok(days.map(|days| VisitSize { pairs, days }))
    }

    /// The fewest days with this number of pairs, of whatever sorts are best for it.
    fn with(&mut self, number: usize, most_days: usize) -> Result<Option<VisitSize>, Fault> {
        let mut best: Option<VisitSize> = None;
        for each in splits(number, self.sorts.len()) {
            let pairs = self.pairs(&each);
            let takes = |taken_by: &&TakenBy| pairs.iter().any(|pair| taken_by.allows(pair));
            if !self.wanted.iter().all(takes) {
                continue;
            }
            let most = best
                .as_ref()
                .map_or(most_days, |best| best.days as usize - 1);
            if let Some(days) = self.fewest_days(&pairs, most)? {
                best = Some(VisitSize { pairs, days });
            }
        }
        Ok(best)
    }

    fn fewest_days(
        &mut self,
        pairs: &[[InspectorateId; 2]],
        most: usize,
    ) -> Result<Option<u32>, Fault> {
        let work = Work::of_kind(
            self.inspection,
            self.kind,
            pairs,
            most,
            &|activity| activity.sessions,
            self.budget,
        );
        Ok(match fewest_days(&work, most)? {
            Fewest::Days { days, proved, .. } => {
                self.proved &= proved;
                Some(days as u32)
            }
            Fewest::None { proved } => {
                self.proved &= proved;
                None
            }
        })
    }

    /// So many pairs of each sort.
    fn pairs(&self, each: &[usize]) -> Vec<[InspectorateId; 2]> {
        let sorts = self.sorts.iter().zip(each);
        sorts
            .flat_map(|(sort, number)| vec![sort.clone(); *number])
            .collect()
    }
}

/// Every way to make up a number of so many parts, with the most in the first parts first.
fn splits(number: usize, parts: usize) -> Vec<Vec<usize>> {
    if parts <= 1 {
        return vec![vec![number; parts]];
    }
    let firsts = (0..=number).rev();
    firsts
        .flat_map(|first| {
            let rest = splits(number - first, parts - 1);
            rest.into_iter()
                .map(move |rest| [vec![first], rest].concat())
        })
        .collect()
}
