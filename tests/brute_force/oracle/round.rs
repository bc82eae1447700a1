//! One selection as a round of visits, and what binds them to each other: T6, T7, T9, P12, P14 and P15.

use assize::domain::{Inspection, LinkTiming, Rule, RuleSet};

use super::selection::{namers, tied};
use super::staffing::kilometres;
use super::visits::{Start, Team};

/// A visit of the round.
pub struct Visit<'a> {
    /// The position of its site in the table.
    pub site: usize,
    /// Its starts, cheapest first.
    pub starts: &'a [Start],
    /// Whether T6 counts it.
    counted: bool,
}

/// A site brought under one link, and the visits of the selected sites that name it there.
struct Bond {
    brought: usize,
    namers: Vec<usize>,
    /// How many weeks it is visited after one of them, as T7 has it; `None` where it says nothing.
    weeks_after: Option<(u32, u32)>,
    same_team: bool,
}

/// How two visits of the round stand to each other.
#[derive(Clone, Copy)]
struct Apart {
    /// Whether the one brings the other, if they start in the same week.
    may_be_brought: bool,
    /// Whether nobody may go from the one to the other overnight (P15).
    is_far: bool,
}

/// The visits of one selection, each after those that bring it.
pub struct Round<'a> {
    pub visits: Vec<Visit<'a>>,
    bonds: Vec<Bond>,
    apart: Vec<Vec<Apart>>,
    /// The visit before all others, if T9 holds.
    pilot: Option<usize>,
    /// Whether P14 holds.
    write_up: bool,
    week_limit: Option<u32>,
}

impl<'a> Round<'a> {
    pub fn new(
        problem: &Inspection,
        rules: RuleSet,
        starts: &'a [Vec<Start>],
        selected: &[bool],
    ) -> Self {
        let mut sites: Vec<usize> = (0..selected.len()).filter(|s| selected[*s]).collect();
        sites.sort_by_key(|s| {
            (
                depth(problem, *s, problem.kinds.len()),
                starts[*s].len(),
                *s,
            )
        });
        let mut visits: Vec<Visit> = sites
            .iter()
            .map(|site| Visit {
                site: *site,
                starts: &starts[*site],
                counted: true,
            })
            .collect();
        let mut bonds = Vec::new();
        for link in &problem.links {
            for brought in 0..sites.len() {
                let named_by = namers(problem, link, selected, sites[brought]);
                if named_by.is_empty() {
                    continue;
                }
                if link.timing == LinkTiming::SameWeek {
                    visits[brought].counted = false;
                }
                let weeks_after = match link.timing {
                    LinkTiming::Any => None,
                    LinkTiming::SameWeek => Some((0, 0)),
                    LinkTiming::After { min, max } => Some((min, max.unwrap_or(u32::MAX))),
                };
                bonds.push(Bond {
                    brought,
                    namers: (0..sites.len())
                        .filter(|v| named_by.contains(&sites[*v]))
                        .collect(),
                    weeks_after: weeks_after.filter(|_| rules.contains(Rule::Together)),
                    same_team: link.same_team && rules.contains(Rule::SameTeam),
                });
            }
        }
        let pilot = problem.pilot.as_ref();
        let pilot = pilot.filter(|_| rules.contains(Rule::Pilot));
        Self {
            apart: apart(problem, rules, &sites),
            pilot: pilot.and_then(|pilot| {
                let mut sites = sites.iter();
                sites.position(|site| problem.sites[*site].id == pilot.site)
            }),
            write_up: rules.contains(Rule::WriteUp),
            visits,
            bonds,
            week_limit: problem
                .timing
                .max_visits_per_week
                .filter(|_| rules.contains(Rule::WeekLimit)),
        }
    }

    /// Whether the first visits, dated so, keep T6, T9 and, where all concerned are dated, T7. The last one is new.
    pub fn dates_fit(&self, dated: &[&Start]) -> bool {
        let newest = dated.len() - 1;
        let within_limit = self.week_limit.is_none_or(|most| {
            (0..32).all(|week| {
                let there = (0..dated.len())
                    .filter(|v| self.visits[*v].counted && dated[*v].weeks >> week & 1 == 1)
                    .count();
                there as u32 <= most
            })
        });
        let together = |bond: &Bond| {
            bond.weeks_after.is_none_or(|(least, most)| {
                let after = |v: &usize| {
                    let weeks = dated[bond.brought].week.checked_sub(dated[*v].week);
                    weeks.is_some_and(|weeks| least <= weeks && weeks <= most)
                };
                bond.namers.iter().any(after)
            })
        };
        let after_pilot = self.pilot.is_none_or(|pilot| {
            pilot >= dated.len()
                || (0..dated.len()).all(|v| {
                    v == pilot
                        || dated[v].first > dated[pilot].reviewed
                        || self.is_brought(dated, v, pilot)
                })
        });
        within_limit && after_pilot && self.bonds_of(newest).all(together)
    }

    /// Whether the one of two visits brings the other.
    fn is_brought(&self, dated: &[&Start], one: usize, other: usize) -> bool {
        self.apart[one][other].may_be_brought && dated[one].week == dated[other].week
    }

    /// Whether the first visits, dated and staffed so, keep P14, P15 and, where all concerned are staffed, P12. The last one is new.
    pub fn teams_fit(&self, dated: &[&Start], teams: &[Team]) -> bool {
        let newest = teams.len() - 1;
        let same_team = self.bonds_of(newest).all(|bond| {
            let there = bond
                .namers
                .iter()
                .filter(|v| dated[**v].week == dated[bond.brought].week)
                .fold(0, |set, v| set | teams[*v]);
            !bond.same_team || teams[bond.brought] & !there == 0
        });
        same_team
            && (0..newest)
                .filter(|v| teams[*v] & teams[newest] != 0)
                .all(|v| self.nobody_minds(dated, v, newest))
    }

    /// P14 and P15 for anyone who is on both of two visits.
    fn nobody_minds(&self, dated: &[&Start], one: usize, other: usize) -> bool {
        if self.is_brought(dated, one, other) {
            return true;
        }
        let (a, b) = (dated[one], dated[other]);
        let written_up = |earlier: &Start, later: &Start| {
            let has_days = earlier.first < later.first && earlier.written_up > earlier.last;
            !has_days || later.first_needed > earlier.written_up
        };
        let overnight = a.onsite << 1 & b.onsite != 0 || b.onsite << 1 & a.onsite != 0;
        let rested = !self.write_up || written_up(a, b) && written_up(b, a);
        rested && !(self.apart[one][other].is_far && overnight)
    }

    /// The bonds whose last visit this is.
    fn bonds_of(&self, newest: usize) -> impl Iterator<Item = &Bond> {
        self.bonds.iter().filter(move |bond| {
            bond.namers.iter().copied().fold(bond.brought, usize::max) == newest
        })
    }
}

/// How every two of the selected sites stand to each other.
fn apart(problem: &Inspection, rules: RuleSet, sites: &[usize]) -> Vec<Vec<Apart>> {
    let two = |one: usize, other: usize| {
        let mut in_a_week = problem
            .links
            .iter()
            .filter(|link| link.timing == LinkTiming::SameWeek);
        let places = (problem.sites[one].position, problem.sites[other].position);
        let km = match places {
            (Some(a), Some(b)) => kilometres(a, b),
            _ => 0.0,
        };
        let most = problem.staffing.journey_km;
        Apart {
            may_be_brought: in_a_week.any(|link| tied(problem, link, one, other)),
            is_far: rules.contains(Rule::Journey) && most.is_some_and(|most| km > most),
        }
    };
    let row = |one: &usize| sites.iter().map(|other| two(*one, *other)).collect();
    sites.iter().map(row).collect()
}

/// How many links lead, one after the other, to the kind of a site.
fn depth(problem: &Inspection, site: usize, most: usize) -> usize {
    let mut kinds = vec![&problem.sites[site].kind];
    let mut depth = 0;
    while depth < most {
        kinds = problem
            .links
            .iter()
            .filter(|link| kinds.contains(&&link.brings))
            .map(|link| &link.each)
            .collect();
        if kinds.is_empty() {
            break;
        }
        depth += 1;
    }
    depth
}
