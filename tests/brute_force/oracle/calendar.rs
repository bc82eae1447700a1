//! Tier 2 of one selection: the cheapest dates that can be staffed.

use super::load::{Limits, Loads};
use super::round::Round;
use super::visits::{Start, Team};

/// The least tier 2 of a round, if there is one of at most `limit`.
pub fn cheapest_dates(round: &Round, limits: &Limits, limit: f64) -> Option<f64> {
    let mut rest = vec![0.0; round.visits.len() + 1];
    for v in (0..round.visits.len()).rev() {
        rest[v] = rest[v + 1] + round.visits[v].starts.first()?.cost;
    }
    let mut search = Search {
        round,
        limits,
        rest,
        limit,
        best: None,
    };
    search.date_next(&mut Vec::new(), &mut Vec::new(), 0.0);
    search.best
}

struct Search<'a, 'b> {
    round: &'b Round<'a>,
    limits: &'b Limits,
    /// The least that the visits from each one on can cost.
    rest: Vec<f64>,
    limit: f64,
    best: Option<f64>,
}

impl<'a> Search<'a, '_> {
    /// Dates the next visit in every way; `witness` are teams that can make the visits dated so far.
    fn date_next(&mut self, dated: &mut Vec<&'a Start>, witness: &mut Vec<Team>, cost: f64) {
        let at = dated.len();
        if at == self.round.visits.len() {
            self.best = Some(cost);
            self.limit = cost - 1e-9;
            return;
        }
        for start in self.round.visits[at].starts {
            let cost = cost + start.cost;
            if cost + self.rest[at + 1] > self.limit {
                break; // the starts that follow cost no less
            }
            dated.push(start);
            if self.round.dates_fit(dated) {
                let mut teams = Vec::new();
                if self.extends(dated, witness) {
                    teams.clone_from(witness);
                } else {
                    staff(
                        self.round,
                        self.limits,
                        dated,
                        &mut teams,
                        &Loads::default(),
                    );
                }
                if teams.len() == dated.len() {
                    self.date_next(dated, &mut teams, cost);
                }
                witness.truncate(at);
            }
            dated.pop();
        }
    }

    /// Whether the teams so far can stay as they are; if so, the new visit's team is added to them.
    fn extends(&self, dated: &[&Start], witness: &mut Vec<Team>) -> bool {
        let mut loads = Loads::default();
        for (start, team) in dated.iter().zip(witness.iter()) {
            let Some(after) = self.limits.add(&loads, start, *team) else {
                return false;
            };
            loads = after;
        }
        let newest = dated[witness.len()];
        for team in &newest.teams {
            witness.push(*team);
            if self.limits.add(&loads, newest, *team).is_some()
                && self.round.teams_fit(dated, witness)
            {
                return true;
            }
            witness.pop();
        }
        false
    }
}

/// Fills `teams` with a team for every dated visit; leaves it as it was where there is none.
fn staff(
    round: &Round,
    limits: &Limits,
    dated: &[&Start],
    teams: &mut Vec<Team>,
    loads: &Loads,
) -> bool {
    let at = teams.len();
    if at == dated.len() {
        return true;
    }
    for team in &dated[at].teams {
        let Some(after) = limits.add(loads, dated[at], *team) else {
            continue;
        };
        teams.push(*team);
        if round.teams_fit(dated, teams) && staff(round, limits, dated, teams, &after) {
            return true;
        }
        teams.pop();
    }
    false
}
