//! One selection as a round of visits, and what binds them to each other: T6, T7 and P12.

use assize::domain::{Inspection, LinkTiming, Rule, RuleSet};

use super::selection::namers;
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
    same_week: bool,
    same_team: bool,
}

/// The visits of one selection, each after those that bring it.
pub struct Round<'a> {
    pub visits: Vec<Visit<'a>>,
    bonds: Vec<Bond>,
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
                let same_week = link.timing == LinkTiming::SameWeek;
                if same_week {
                    visits[brought].counted = false;
                }
                bonds.push(Bond {
                    brought,
                    namers: (0..sites.len())
                        .filter(|v| named_by.contains(&sites[*v]))
                        .collect(),
                    same_week: same_week && rules.contains(Rule::Together),
                    same_team: link.same_team && rules.contains(Rule::SameTeam),
                });
            }
        }
        Self {
            visits,
            bonds,
            week_limit: problem
                .timing
                .max_visits_per_week
                .filter(|_| rules.contains(Rule::WeekLimit)),
        }
    }

    /// Whether the first visits, dated so, keep T6 and, where all concerned are dated, T7. The last one is new.
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
        within_limit
            && self.bonds_of(newest).all(|bond| {
                !bond.same_week
                    || bond
                        .namers
                        .iter()
                        .any(|v| dated[*v].week == dated[bond.brought].week)
            })
    }

    /// Whether the first visits, dated and staffed so, keep P12 where all concerned are staffed. The last one is new.
    pub fn teams_fit(&self, dated: &[&Start], teams: &[Team]) -> bool {
        self.bonds_of(teams.len() - 1).all(|bond| {
            let there = bond
                .namers
                .iter()
                .filter(|v| dated[**v].week == dated[bond.brought].week)
                .fold(0, |set, v| set | teams[*v]);
            !bond.same_team || teams[bond.brought] & !there == 0
        })
    }

    /// The bonds whose last visit this is.
    fn bonds_of(&self, newest: usize) -> impl Iterator<Item = &Bond> {
        self.bonds.iter().filter(move |bond| {
            bond.namers.iter().copied().fold(bond.brought, usize::max) == newest
        })
    }
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
