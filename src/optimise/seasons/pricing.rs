//! The cheapest seasons of one inspector at given prices, by depth-first search under a bound.

use super::diary::{Clashes, Diary, Season, rests};
use super::spare::Spare;

/// What each engagement of a diary costs at given prices, and being used at all.
pub(super) struct Prices {
    pub used: f64,
    pub engagements: Vec<f64>,
}

impl Prices {
    /// What a season costs.
    pub(super) fn of(&self, season: &Season) -> f64 {
        let engagements = season
            .iter()
            .map(|place| self.engagements[usize::from(*place)]);
        self.used + engagements.sum::<f64>()
    }
}

/// What was found in a diary.
pub(super) struct Cheapest {
    /// Cheapest first.
    pub seasons: Vec<(f64, Season)>,
    /// What no season costs less than; not above 0, what having none costs.
    pub least: f64,
    /// Whether all were looked through.
    pub is_complete: bool,
}

/// The search over one diary.
struct Search<'d> {
    diary: &'d Diary,
    clashes: &'d Clashes,
    costs: &'d [f64],
    spare: Spare,
    below: f64,
    most: usize,
    nodes: usize,
    found: Vec<(f64, Season)>,
}

/// The cheapest seasons that cost less than `below`, `most` at most.
pub(super) fn cheapest(
    diary: &Diary,
    clashes: &Clashes,
    prices: &Prices,
    below: f64,
    most: usize,
    nodes: usize,
) -> Cheapest {
    let spare = Spare::of(diary, &prices.engagements);
    let left = spare.layers - 1;
    let at_least = prices.used - spare.at(0, left, 0);
    let mut search = Search {
        diary,
        clashes,
        costs: &prices.engagements,
        spare,
        below,
        most,
        nodes,
        found: Vec::new(),
    };
    let is_complete = search.extend(0, left, 0, prices.used, &mut Vec::new());
    let mut seasons = search.found;
    seasons.sort_by(|(a, one), (b, other)| a.total_cmp(b).then_with(|| one.cmp(other)));
    seasons.truncate(most);
    let least = match is_complete {
        true => seasons.first().map_or(0.0, |(cost, _)| *cost),
        false => at_least,
    };
    Cheapest {
        seasons,
        least: least.min(0.0),
        is_complete,
    }
}

impl Search<'_> {
    /// Adds engagements from a place on; whether all was looked through.
    fn extend(
        &mut self,
        from: usize,
        left: usize,
        mask: usize,
        cost: f64,
        stack: &mut Vec<u16>,
    ) -> bool {
        let diary = self.diary;
        for place in from..diary.engagements.len() {
            if cost - self.spare.at(place, left, mask) >= self.below {
                break;
            }
            if self.nodes == 0 {
                return false;
            }
            self.nodes -= 1;
            let days = diary.days_of(place);
            let bit = self.spare.bits[place];
            if days > left || mask & bit != 0 {
                continue;
            }
            let (with, left, mask) = (cost + self.costs[place], left - days, mask | bit);
            if with - self.spare.at(diary.next[place], left, mask) >= self.below {
                continue;
            }
            let engagement = &diary.engagements[place];
            let known = |other: &u16| &diary.engagements[usize::from(*other)];
            if stack
                .iter()
                .any(|other| self.clashes.between(known(other), engagement))
            {
                continue;
            }
            stack.push(place as u16);
            let mut is_open = true;
            let places = stack.iter().map(|place| usize::from(*place));
            if rests(
                places.map(|place| &diary.engagements[place]),
                diary.max_weeks_in_row,
            ) {
                if with < self.below {
                    self.keep(with, stack.clone());
                }
                is_open = self.extend(place + 1, left, mask, with, stack);
            }
            stack.pop();
            if !is_open {
                return false;
            }
        }
        true
    }

    fn keep(&mut self, cost: f64, season: Season) {
        self.found.push((cost, season));
        // Now and then only the cheapest are kept, and from then on nothing dearer is looked for.
        if self.found.len() >= 2 * self.most {
            self.found.sort_by(|(a, _), (b, _)| a.total_cmp(b));
            self.found.truncate(self.most);
            if let Some((last, _)) = self.found.last() {
                self.below = self.below.min(*last);
            }
        }
    }
}
