//! Why one site cannot be visited at all: no date, or nobody to go.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::calendar::{Calendar, Start};
use crate::domain::{
    Inspector, InspectorId, InspectorateId, Kind, Named, Rule, RuleSet, Site, SiteId, SiteRow,
    Subject,
};
use crate::optimise::problem::{People, PlanningProblem, seats};

/// A site that cannot be visited at all, and why not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SiteObstacle {
    /// The site.
    pub site: Named<SiteId>,
    /// What stands in the way.
    pub obstacle: Obstacle,
}

/// What stands in the way of any visit to a site. The rules are those without which there would be someone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Obstacle {
    /// It has more days of other inspections than it may (S4).
    OverBurdened {
        /// How many.
        days: u32,
    },
    /// No date is left.
    NoDate {
        /// The rules that forbid the visits that the window would hold; none where it holds none (T1, T3).
        rules: RuleSet,
    },
    /// Too few inspectors of an inspectorate for its seats could go in any week.
    TooFew {
        /// The inspectorate.
        inspectorate: InspectorateId,
        /// How many seats it has.
        seats: usize,
        /// Because of these rules.
        rules: RuleSet,
    },
    /// No experienced inspector of the inspectorate whose kind it is could go to lead it.
    NoLead {
        /// The inspectorate.
        inspectorate: InspectorateId,
        /// Because of these rules.
        rules: RuleSet,
    },
    /// Nobody with a skill that the site needs could go.
    NoSkill {
        /// The skill.
        skill: String,
        /// Because of these rules.
        rules: RuleSet,
    },
    /// More inspectors of an inspectorate are fixed for it than it has seats for them.
    MoreFixedThanSeats {
        /// The inspectorate.
        inspectorate: InspectorateId,
        /// How many seats it has.
        seats: usize,
        /// Who.
        inspectors: Vec<Named<InspectorId>>,
    },
    /// Someone who is fixed for it could not go.
    FixedCannotGo {
        /// Who.
        inspector: Named<InspectorId>,
        /// Because of these rules.
        rules: RuleSet,
    },
    /// Nothing so simple: there is no team all the same.
    NoTeam,
}

/// What leaves this site without a visit under the rules of the problem: more than one thing only where it lies with those who are fixed
/// for it.
pub(super) fn of_site(
    problem: &PlanningProblem,
    calendar: &Calendar,
    row: SiteRow,
) -> Vec<SiteObstacle> {
    let (site, kind) = (problem.site(row), problem.kind(row));
    let obstacles = if over_burdened(problem, row) {
        let days = problem.scores.sites[row].engagement_days;
        vec![Obstacle::OverBurdened { days }]
    } else if let Some(no_date) = calendar.no_date(site, kind, problem.rules) {
        vec![Obstacle::NoDate {
            rules: no_date.needed,
        }]
    } else {
        let candidates = Candidates {
            problem,
            people: People::new(&problem.inspection),
            site,
            kind,
            starts: calendar.starts(site, kind, problem.rules),
        };
        candidates.obstacles()
    };
    let obstacles = obstacles.into_iter().map(|obstacle| SiteObstacle {
        site: site.named(),
        obstacle,
    });
    obstacles.collect()
}

/// Whether S4 rules the site out.
pub(super) fn over_burdened(problem: &PlanningProblem, row: SiteRow) -> bool {
    let days = problem.scores.sites[row].engagement_days;
    let limit = problem.inspection.burden.max_days;
    problem.holds(Rule::Burden) && limit.is_some_and(|limit| days > limit)
}

/// Whoever could go to a site, start by start.
struct Candidates<'f> {
    problem: &'f PlanningProblem,
    people: People<'f>,
    site: &'f Site,
    kind: &'f Kind,
    starts: Vec<Start>,
}

impl<'f> Candidates<'f> {
    /// What they fall short of: everything about those who are fixed, or else the first thing.
    fn obstacles(&self) -> Vec<Obstacle> {
        let fixed = self.fixed();
        let mut found = self.more_fixed_than_seats(&fixed);
        found.extend(self.fixed_cannot_go(&fixed));
        if found.is_empty() {
            let first = self
                .too_few()
                .or_else(|| self.no_lead())
                .or_else(|| self.no_skill());
            found.push(first.unwrap_or(Obstacle::NoTeam));
        }
        found
    }

    fn too_few(&self) -> Option<Obstacle> {
        seats(self.kind).into_iter().find_map(|(whose, count)| {
            let too_few = |people: &[&Inspector]| {
                let theirs = people.iter().filter(|one| one.inspectorate == *whose);
                theirs.count() < count
            };
            Some(Obstacle::TooFew {
                inspectorate: whose.clone(),
                seats: count,
                rules: self.blame(too_few)? | Rule::Joint,
            })
        })
    }

    fn no_lead(&self) -> Option<Obstacle> {
        let whose = &self.kind.inspectorate;
        let no_lead = |people: &[&Inspector]| {
            let mut people = people.iter();
            !people.any(|one| one.experienced && one.inspectorate == *whose)
        };
        let is_asked = self.problem.holds(Rule::VisitLead);
        Some(Obstacle::NoLead {
            inspectorate: whose.clone(),
            rules: is_asked.then(|| self.blame(no_lead))?? | Rule::VisitLead,
        })
    }

    fn no_skill(&self) -> Option<Obstacle> {
        let is_asked = self.problem.holds(Rule::Skills);
        let needs = self.site.needs.iter().filter(|_| is_asked);
        let mut needs = needs.map(|skill| {
            let unskilled = |people: &[&Inspector]| {
                let mut people = people.iter();
                !people.any(|one| one.skills.contains(skill))
            };
            Some(Obstacle::NoSkill {
                skill: skill.clone(),
                rules: self.blame(unskilled)? | Rule::Skills,
            })
        });
        needs.find_map(|obstacle| obstacle)
    }

    /// Those who are fixed for the site, each once, where that is asked (P13).
    fn fixed(&self) -> Vec<&'f Inspector> {
        let inspection = &self.problem.inspection;
        let is_asked = self.problem.holds(Rule::Named);
        let rows = inspection.fixed.iter().filter(|_| is_asked);
        let mut fixed: Vec<&Inspector> = rows
            .filter(|row| row.site == self.site.id)
            .filter_map(|row| inspection.inspector(row.inspector.as_ref()?))
            .collect();
        fixed.sort_by(|one, other| one.id.cmp(&other.id));
        fixed.dedup_by(|one, other| one.id == other.id);
        fixed
    }

    fn more_fixed_than_seats(&self, fixed: &[&Inspector]) -> Vec<Obstacle> {
        let seats = seats(self.kind);
        let seats_of = |whose: &InspectorateId| {
            let theirs = seats.iter().find(|(one, _)| *one == whose);
            theirs.map_or(0, |(_, count)| *count)
        };
        let inspectorates: BTreeSet<&InspectorateId> =
            fixed.iter().map(|one| &one.inspectorate).collect();
        let each = inspectorates.into_iter().filter_map(|whose| {
            let theirs = fixed.iter().filter(|one| one.inspectorate == *whose);
            let inspectors: Vec<Named<InspectorId>> = theirs.map(|one| one.named()).collect();
            let seats = seats_of(whose);
            (inspectors.len() > seats).then(|| Obstacle::MoreFixedThanSeats {
                inspectorate: whose.clone(),
                seats,
                inspectors,
            })
        });
        each.collect()
    }

    /// Each who is fixed and has a seat, but cannot go.
    fn fixed_cannot_go(&self, fixed: &[&'f Inspector]) -> Vec<Obstacle> {
        let seats = seats(self.kind);
        let seated = fixed
            .iter()
            .filter(|one| seats.iter().any(|(whose, _)| **whose == one.inspectorate));
        let cannot = seated.filter_map(|inspector| {
            let missing = |people: &[&Inspector]| !people.iter().any(|one| one.id == inspector.id);
            Some(Obstacle::FixedCannotGo {
                inspector: inspector.named(),
                rules: self.blame(missing)? | Rule::Named,
            })
        });
        cannot.collect()
    }

    /// The rules on people because of which whoever could go falls short on every start; `None` where they do not. None of the
    /// rules could be spared.
    fn blame(&self, falls_short: impl Fn(&[&Inspector]) -> bool) -> Option<RuleSet> {
        let always = |rules: RuleSet| self.could_go(rules).iter().all(|each| falls_short(each));
        if !always(self.problem.rules) {
            return None;
        }
        let mut blamed = self.problem.rules & Rule::of_teams();
        // What binds more than one inspector is let off first: only P9 says anything of one alone.
        let (alone, together): (RuleSet, RuleSet) = blamed
            .iter()
            .partition(|rule| matches!(rule.subject(), Subject::OneInspector(_)));
        for rule in together.iter().chain(alone) {
            if always(blamed - rule) {
                blamed -= rule;
            }
        }
        Some(blamed)
    }

    /// Per possible start, who could go under these rules.
    fn could_go(&self, rules: RuleSet) -> Vec<Vec<&'f Inspector>> {
        let inspectors = &self.problem.inspection.inspectors;
        let each = self.starts.iter().map(|start| {
            let rows = self.people.for_start(self.site, self.kind, start, rules);
            rows.into_iter()
                .map(|row| &inspectors[usize::from(row)])
                .collect()
        });
        each.collect()
    }
}
