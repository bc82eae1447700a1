//! Tier 3 of one selection: the cheapest teams for which there are dates within a given tier 2.

use std::collections::BTreeMap;

use assize::domain::{Inspection, Inspector, Position, Site};

use super::load::{Limits, Loads, MOST_INSPECTORS};
use super::round::Round;
use super::visits::{Start, Team};

/// A team of one visit, what it travels, and the starts it could make.
struct Choice<'a> {
    team: Team,
    travel: f64,
    starts: Vec<&'a Start>,
}

/// The least tier 3 of a round with tier 2 of at most `budget`, if there is one below `limit`.
pub fn cheapest_teams(
    problem: &Inspection,
    round: &Round,
    limits: &Limits,
    budget: f64,
    limit: f64,
) -> Option<f64> {
    let choices: Vec<Vec<Choice>> = round
        .visits
        .iter()
        .map(|visit| choices(problem, visit.site, visit.starts))
        .collect();
    let n = choices.len();
    let (mut least_travel, mut least_cost) = (vec![0.0; n + 1], vec![0.0; n + 1]);
    for v in (0..n).rev() {
        least_travel[v] = least_travel[v + 1] + choices[v].first()?.travel;
        least_cost[v] = least_cost[v + 1] + round.visits[v].starts.first()?.cost;
    }
    let mut search = Search {
        round,
        limits,
        continuity: problem.weights.continuity,
        load: problem.weights.load,
        choices: &choices,
        least_travel,
        least_cost,
        budget,
        limit,
        best: None,
    };
    search.seat_next(&mut Vec::new());
    search.best
}

struct Search<'a, 'b> {
    round: &'b Round<'a>,
    limits: &'b Limits,
    continuity: f64,
    load: f64,
    choices: &'b [Vec<Choice<'a>>],
    /// The least travel, and the least tier 2, of the visits from each one on.
    least_travel: Vec<f64>,
    least_cost: Vec<f64>,
    budget: f64,
    limit: f64,
    best: Option<f64>,
}

impl<'a, 'b> Search<'a, 'b> {
    fn seat_next(&mut self, chosen: &mut Vec<&'b Choice<'a>>) {
        let at = chosen.len();
        if at == self.choices.len() {
            let value = self.value(chosen);
            self.best = Some(value);
            self.limit = value - 1e-9;
            return;
        }
        let choices: &'b [Choice<'a>] = &self.choices[at];
        let mut order: Vec<(f64, &'b Choice<'a>)> = Vec::new();
        for choice in choices {
            chosen.push(choice);
            order.push((self.value(chosen), choice));
            chosen.pop();
        }
        order.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (value, choice) in order {
            if value + self.least_travel[at + 1] > self.limit {
                break; // the teams that follow cost no less
            }
            chosen.push(choice);
            if self.dates_exist(chosen, &mut Vec::new(), &Loads::default(), 0.0) {
                self.seat_next(chosen);
            }
            chosen.pop();
        }
    }

    /// Tier 3 of the first visits with these teams. Whatever its dates, a visit has the same number of days.
    fn value(&self, chosen: &[&Choice]) -> f64 {
        let travel: f64 = chosen.iter().map(|choice| choice.travel).sum();
        let used = chosen.iter().fold(0, |set: Team, choice| set | choice.team);
        let onsite = |p: usize| -> u32 {
            let there = chosen.iter().filter(|choice| choice.team >> p & 1 == 1);
            there
                .map(|choice| choice.starts[0].onsite.count_ones())
                .sum()
        };
        let busiest = (0..MOST_INSPECTORS).map(onsite).max().unwrap_or(0);
        travel + self.continuity * f64::from(used.count_ones()) + self.load * f64::from(busiest)
    }

    /// Whether the visits with these teams can be dated within the budget, the later ones at their cheapest.
    fn dates_exist(
        &self,
        chosen: &[&Choice<'a>],
        dated: &mut Vec<&'a Start>,
        loads: &Loads,
        cost: f64,
    ) -> bool {
        let at = dated.len();
        if at == chosen.len() {
            return true;
        }
        for start in &chosen[at].starts {
            if cost + start.cost + self.least_cost[at + 1] > self.budget {
                break;
            }
            let Some(after) = self.limits.add(loads, start, chosen[at].team) else {
                continue;
            };
            dated.push(start);
            let teams: Vec<Team> = chosen[..=at].iter().map(|choice| choice.team).collect();
            if self.round.dates_fit(dated)
                && self.round.teams_fit(dated, &teams)
                && self.dates_exist(chosen, dated, &after, cost + start.cost)
            {
                return true;
            }
            dated.pop();
        }
        false
    }
}

/// Every team that could make some start of a visit, the least travelled first.
fn choices<'a>(problem: &Inspection, site: usize, starts: &'a [Start]) -> Vec<Choice<'a>> {
    let mut by_team: BTreeMap<Team, Vec<&Start>> = BTreeMap::new();
    for start in starts {
        for team in &start.teams {
            by_team.entry(*team).or_default().push(start);
        }
    }
    let mut found: Vec<Choice> = by_team
        .into_iter()
        .map(|(team, starts)| Choice {
            team,
            travel: travel(problem, site, team),
            starts,
        })
        .collect();
    found.sort_by(|a, b| a.travel.total_cmp(&b.travel));
    found
}

/// What the travel of one team to one site adds to tier 3.
fn travel(problem: &Inspection, site: usize, team: Team) -> f64 {
    let site = &problem.sites[site];
    let rides_along = problem
        .links
        .iter()
        .any(|link| link.same_team && link.brings == site.kind);
    if rides_along {
        return 0.0;
    }
    (0..problem.inspectors.len())
        .filter(|p| team >> p & 1 == 1)
        .map(|p| way(problem, &problem.inspectors[p], site))
        .map(|kilometres| problem.weights.travel * 2.0 * kilometres / 100.0)
        .sum()
}

/// How far one inspector has it to a site: as the table says; as the great circle has it; or, where nobody knows where they start from, as
/// far as the others have it on average.
fn way(problem: &Inspection, person: &Inspector, site: &Site) -> f64 {
    let mut table = problem.travel.iter();
    if let Some(row) = table.find(|row| row.inspector == person.id && row.site == site.id) {
        return row.km;
    }
    let Some(place) = site.position else {
        return 0.0;
    };
    if let Some(base) = person.base {
        return kilometres(base, place);
    }
    let others = problem.inspectors.iter().filter_map(|other| other.base);
    let ways: Vec<f64> = others.map(|base| kilometres(base, place)).collect();
    match ways.len() {
        0 => 0.0,
        known => ways.iter().sum::<f64>() / known as f64,
    }
}

/// The great-circle distance on an earth of radius 6371 km.
pub fn kilometres(a: Position, b: Position) -> f64 {
    let (north_a, north_b) = (a.latitude.to_radians(), b.latitude.to_radians());
    let half_north = (north_b - north_a) / 2.0;
    let half_east = (b.longitude - a.longitude).to_radians() / 2.0;
    let chord = half_north.sin().powi(2) + north_a.cos() * north_b.cos() * half_east.sin().powi(2);
    2.0 * 6371.0 * chord.sqrt().min(1.0).asin()
}
