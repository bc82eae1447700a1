//! What each inspector could do in a season: the visits that they could be on, and which of them go together.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::Datelike;
use good_lp::Variable;

use crate::domain::{InspectorRow, Rule, SiteRow};
use crate::optimise::candidate::CandidateRow;
use crate::optimise::model::PlanModel;
use crate::optimise::rules;
use crate::optimise::solution::Solution;

/// More engagements than this in one diary are not looked at.
const MOST_ENGAGEMENTS: usize = 5_000;

/// What one inspector does in a season: places of engagements in their diary, in order.
pub(super) type Season = Vec<u16>;

/// A visit that one inspector could be on, with visits that it brings them to.
#[derive(Debug, Clone)]
pub(super) struct Engagement {
    pub seats: Vec<Variable>,
    pub visits: Vec<CandidateRow>,
    /// The site of the first visit.
    pub site: SiteRow,
    /// Onsite days.
    pub days: u32,
    /// The ISO weeks that its visits touch, counted from some Monday.
    pub weeks: Vec<i64>,
}

impl Engagement {
    /// The same with a visit that it brings.
    fn and(&self, brought: &Self) -> Self {
        let mut both = self.clone();
        both.seats.extend(&brought.seats);
        both.visits.extend(&brought.visits);
        both.days += brought.days;
        both.weeks.extend(&brought.weeks);
        both
    }
}

/// All that one inspector could be on.
pub(super) struct Diary {
    pub person: InspectorRow,
    /// Whether they are used, where that is counted.
    pub used: Option<Variable>,
    /// Every seat that they could take.
    pub seats: Vec<Variable>,
    /// In order of time.
    pub engagements: Vec<Engagement>,
    /// By engagement, the place of the first later one that goes with it.
    pub next: Vec<usize>,
    /// P9.
    pub max_days: Option<u32>,
    /// P10.
    pub max_weeks_in_row: Option<u32>,
}

impl Diary {
    /// The days that an engagement takes up; 0 where they are not limited.
    pub(super) fn days_of(&self, place: usize) -> usize {
        let days = self.engagements[place].days as usize;
        self.max_days.map_or(0, |_| days)
    }

    /// The numbers of days that may be left, none included; 1 where they are not limited.
    pub(super) fn layers(&self) -> usize {
        self.max_days.map_or(1, |most| most as usize + 1)
    }

    /// No more seasons than this: those that break P10, or visit a site twice, are counted too.
    pub(super) fn most_seasons(&self) -> f64 {
        let size = self.engagements.len();
        let mut ways = vec![vec![1.0; self.layers()]; size + 1];
        for place in (0..size).rev() {
            let days = self.days_of(place);
            for left in 0..self.layers() {
                let with = left
                    .checked_sub(days)
                    .map_or(0.0, |left| ways[self.next[place]][left]);
                ways[place][left] = ways[place + 1][left] + with;
            }
        }
        ways[0].last().copied().unwrap_or(1.0)
    }

    /// The variables that are 1 where an inspector has this season.
    pub(super) fn variables(&self, season: &Season) -> Vec<Variable> {
        let engagements = season
            .iter()
            .map(|place| &self.engagements[usize::from(*place)]);
        let seats = engagements.flat_map(|engagement| engagement.seats.iter().copied());
        self.used.into_iter().chain(seats).collect()
    }

    /// What the inspector of this diary does in a solution, as far as the diary has it.
    pub(super) fn season_of(
        &self,
        solution: &Solution,
        model: &PlanModel,
        clashes: &Clashes,
    ) -> Season {
        let is_on = |row: &CandidateRow| {
            let candidate = &model.candidates[*row];
            let mut visits = solution.visits.iter();
            visits.any(|visit| {
                (visit.site, visit.choice) == (candidate.site, candidate.choice)
                    && visit.team.contains(&self.person)
            })
        };
        let all = self.engagements.iter().enumerate();
        let mut held: Vec<_> = all
            .filter(|(_, engagement)| engagement.visits.iter().all(is_on))
            .collect();
        // A visit may stand in several, alone and with others.
        held.sort_by_key(|(_, engagement)| Reverse(engagement.visits.len()));
        let mut season = Season::new();
        for (place, engagement) in held {
            let known = |other: &u16| &self.engagements[usize::from(*other)];
            if !season
                .iter()
                .any(|other| clashes.between(known(other), engagement))
            {
                season.push(place as u16);
            }
        }
        season.sort_unstable();
        season
    }
}

/// Which visits nobody can be on both of.
pub(super) struct Clashes {
    size: usize,
    clash: Vec<bool>,
}

impl Clashes {
    fn of(model: &PlanModel) -> Self {
        let visit = |place: usize| &model.candidates[CandidateRow::from(place)];
        Self::between_visits(model.candidates.len(), |a, b| {
            rules::exclude_each_other(model, visit(a), visit(b))
        })
    }

    /// Among so many visits, by a relation that holds both ways round.
    pub(super) fn between_visits(size: usize, clash: impl Fn(usize, usize) -> bool) -> Self {
        let mut all = vec![false; size * size];
        for a in 0..size {
            for b in a..size {
                let both = clash(a, b);
                (all[a * size + b], all[b * size + a]) = (both, both);
            }
        }
        Self { size, clash: all }
    }

    fn of_visits(&self, a: CandidateRow, b: CandidateRow) -> bool {
        self.clash[usize::from(a) * self.size + usize::from(b)]
    }

    /// Whether nobody can have both engagements.
    pub(super) fn between(&self, a: &Engagement, b: &Engagement) -> bool {
        let mut ones = a.visits.iter();
        ones.any(|one| b.visits.iter().any(|other| self.of_visits(*one, *other)))
    }
}

/// P10: whether somebody with these engagements is onsite in no more weeks in a row than the limit.
pub(super) fn rests<'e>(
    engagements: impl Iterator<Item = &'e Engagement>,
    limit: Option<u32>,
) -> bool {
    let Some(limit) = limit else {
        return true;
    };
    let mut weeks: Vec<i64> = engagements
        .flat_map(|engagement| engagement.weeks.iter().copied())
        .collect();
    weeks.sort_unstable();
    weeks.dedup();
    let limit = limit as usize;
    let mut runs = weeks.windows(limit.saturating_add(1));
    runs.all(|run| run[limit] - run[0] > limit as i64)
}

/// The diaries of all who could be on a visit of a model in which people are seated by site; `None` where there is too much in one.
pub(super) fn diaries(model: &mut PlanModel) -> Option<(Vec<Diary>, Clashes)> {
    let bringers = rules::bringers(model);
    let model: &PlanModel = model;
    let problem = model.problem;
    let clashes = Clashes::of(model);
    let mut seats: BTreeMap<InspectorRow, Vec<(CandidateRow, Variable)>> = BTreeMap::new();
    for window in &model.windows {
        for (person, seat) in &window.seats {
            let row = window.visits[0];
            seats.entry(*person).or_default().push((row, *seat));
        }
    }
    let of_person = |(person, seats): (InspectorRow, Vec<(CandidateRow, Variable)>)| {
        // A visit brought by visits that are brought themselves is left to the rows.
        let stands_alone = |row: &CandidateRow| {
            let by = bringers.get(row);
            by.is_none_or(|by| by.iter().any(|by| bringers.contains_key(by)))
        };
        let (own, brought): (Vec<_>, Vec<_>) = seats.iter().partition(|(row, _)| stands_alone(row));
        // A limit that nobody could reach is none.
        let mut most: BTreeMap<SiteRow, usize> = BTreeMap::new();
        for (row, _) in &seats {
            let candidate = &model.candidates[*row];
            let days = model.choice(candidate).start.onsite.len();
            let known = most.entry(candidate.site).or_default();
            *known = days.max(*known);
        }
        let reach = most.into_values().sum::<usize>() as u32;
        let limit = problem.max_days[person].filter(|_| problem.holds(Rule::Limit));
        let max_days = limit.filter(|limit| *limit < reach);
        let max_weeks_in_row = problem.inspection.staffing.max_weeks_in_row;
        let max_weeks_in_row = max_weeks_in_row.filter(|_| problem.holds(Rule::Rest));
        let fits = |engagement: &Engagement| {
            max_days.is_none_or(|most| engagement.days <= most)
                && rests([engagement].into_iter(), max_weeks_in_row)
        };
        let mut engagements: Vec<Engagement> = Vec::new();
        for (row, seat) in own {
            let first = engagements.len();
            engagements.extend([engagement(model, row, seat)].into_iter().filter(&fits));
            let brings = brought
                .iter()
                .filter(|(other, _)| bringers[other].contains(&row));
            for (other, seat) in brings {
                let also = engagement(model, *other, *seat);
                let with = engagements[first..].iter();
                let with = with.filter(|known| !clashes.between(known, &also));
                let with: Vec<Engagement> =
                    with.map(|known| known.and(&also)).filter(&fits).collect();
                engagements.extend(with);
                if engagements.len() > MOST_ENGAGEMENTS {
                    return None;
                }
            }
        }
        engagements.sort_by_key(|engagement| {
            let first = &model.candidates[engagement.visits[0]];
            let start = &model.choice(first).start;
            (start.first_day(), engagement.visits.clone())
        });
        Some(Diary {
            person,
            used: model.used.get(&person).copied(),
            seats: seats.iter().map(|(_, seat)| *seat).collect(),
            next: next(&engagements, &clashes),
            engagements,
            max_days,
            max_weeks_in_row,
        })
    };
    let diaries: Option<Vec<Diary>> = seats.into_iter().map(of_person).collect();
    Some((diaries?, clashes))
}

/// By engagement, the place of the first later one that goes with it.
pub(super) fn next(engagements: &[Engagement], clashes: &Clashes) -> Vec<usize> {
    let next = (0..engagements.len()).map(|place| {
        let mut later = engagements.iter().enumerate().skip(place + 1);
        let free = later.find(|(_, other)| !clashes.between(&engagements[place], other));
        free.map_or(engagements.len(), |(later, _)| later)
    });
    next.collect()
}

/// One visit as an engagement.
fn engagement(model: &PlanModel, row: CandidateRow, seat: Variable) -> Engagement {
    let candidate = &model.candidates[row];
    let start = &model.choice(candidate).start;
    let week = |monday: &chrono::NaiveDate| i64::from(monday.num_days_from_ce()).div_euclid(7);
    Engagement {
        seats: vec![seat],
        visits: vec![row],
        site: candidate.site,
        days: start.onsite.len() as u32,
        weeks: start.weeks.iter().map(week).collect(),
    }
}
