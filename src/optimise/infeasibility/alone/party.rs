//! A site with the sites that its links tie to it, as an inspection of their own.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use good_lp::Expression;

use super::bars::Part;
use crate::calendar::Calendar;
use crate::domain::{Conflict, Fixed, Inspection, Rule, RuleSet, Site, SiteId, SiteRow};
use crate::instance::Instance;
use crate::optimise::budget::Budget;
use crate::optimise::fault::{Fault, SolveStep};
use crate::optimise::problem::PlanningProblem;
use crate::optimise::restriction::{Pick, Restriction};
use crate::optimise::rules::formulate;
use crate::optimise::solution::Solution;
use crate::optimise::solution_reader::SolutionReader;
use crate::optimise::solver::Solved;
use crate::score::Scores;

/// Nodes for each question: cut short by them, it is the same on every machine. Most questions need none.
const NODES: i32 = 200;

/// The tables of an inspection, looked up once for all its sites.
pub(super) struct Tables<'a> {
    instance: &'a Instance,
    /// What every small inspection has: people, periods and settings, and no site.
    bare: Inspection,
    rows: HashMap<&'a SiteId, usize>,
    /// Per site, those that it names by any link.
    names: TiedTo<'a>,
    /// Per site, those that name it.
    named_by: TiedTo<'a>,
}

impl<'a> Tables<'a> {
    pub(super) fn new(instance: &'a Instance) -> Self {
        let inspection: &Inspection = &instance.inspection;
        let sites = inspection.sites.iter().enumerate();
        let rows: HashMap<&SiteId, usize> = sites.map(|(row, site)| (&site.id, row)).collect();
        let mut names = TiedTo::new();
        let mut named_by = TiedTo::new();
        for link in &inspection.links {
            let naming = inspection
                .sites
                .iter()
                .filter(|site| site.kind == link.each);
            for site in naming {
                let listed = site.listed(&link.by);
                let named = listed.iter().filter_map(|id| rows.get(id));
                let named = named.map(|row| &inspection.sites[*row]);
                for named in named.filter(|named| named.kind == link.brings) {
                    names.entry(&site.id).or_default().push(&named.id);
                    named_by.entry(&named.id).or_default().push(&site.id);
                }
            }
        }
        Self {
            instance,
            bare: bare(inspection),
            rows,
            names,
            named_by,
        }
    }

    pub(super) fn has(&self, site: &SiteId) -> bool {
        self.rows.contains_key(site)
    }

    /// The site, those of which one must bring it, and whatever any of these brings.
    pub(super) fn brought_with<'s>(&self, site: &'s SiteId) -> BTreeSet<&'s SiteId>
    where
        'a: 's,
    {
        let bringing = closure(&[&self.named_by], BTreeSet::from([site]));
        closure(&[&self.names], bringing)
    }

    /// Every site that is tied to this one, by whatever chain of links.
    pub(super) fn linked_to<'s>(&self, site: &'s SiteId) -> BTreeSet<&'s SiteId>
    where
        'a: 's,
    {
        closure(&[&self.names, &self.named_by], BTreeSet::from([site]))
    }
}

/// Per site, others that a link ties to it.
type TiedTo<'a> = BTreeMap<&'a SiteId, Vec<&'a SiteId>>;

/// These sites, those that are tied to them, and so on.
fn closure<'s, 'a: 's>(
    tied: &[&TiedTo<'a>],
    mut all: BTreeSet<&'s SiteId>,
) -> BTreeSet<&'s SiteId> {
    let mut front: Vec<&SiteId> = all.iter().copied().collect();
    while let Some(next) = front.pop() {
        let next = tied.iter().filter_map(|of| of.get(next)).flatten();
        front.extend(next.filter(|site| all.insert(site)).copied());
    }
    all
}

/// The inspection without its sites, and without what only a selection of many is asked for.
fn bare(inspection: &Inspection) -> Inspection {
    let mut bare = inspection.clone();
    for kind in &mut bare.kinds {
        kind.include.clear();
        kind.exclude.clear();
        kind.profile.clear();
    }
    bare.quotas.clear();
    bare.sites.clear();
    bare.indicators.clear();
    bare.performance.clear();
    bare.intelligence = None;
    bare.engagements.clear();
    bare.conflicts.clear();
    bare.fixed.clear();
    bare.consultation.clear();
    bare.activities.clear();
    bare.milestones.clear();
    bare
}

/// A site with the sites that are tied to it, as an inspection of their own.
pub(super) struct Party<'a> {
    tables: &'a Tables<'a>,
    instance: Instance,
    /// The site in question.
    pub(super) site: SiteRow,
}

impl<'a> Party<'a> {
    /// The party of a site that the tables have, and these others.
    pub(super) fn new(tables: &'a Tables<'a>, site: &SiteId, members: &BTreeSet<&SiteId>) -> Self {
        let whole: &Inspection = &tables.instance.inspection;
        let mut rows: Vec<usize> = members
            .iter()
            .filter_map(|id| tables.rows.get(*id).copied())
            .collect();
        rows.sort_unstable();
        let mut own = tables.bare.clone();
        own.sites = rows.iter().map(|row| whole.sites[*row].clone()).collect();
        let conflicts = whole.conflicts.iter();
        let conflicts = conflicts.filter(|row| members.contains(&row.site));
        own.conflicts = conflicts.cloned().collect::<Vec<Conflict>>();
        let fixed = whole.fixed.iter().filter(|row| members.contains(&row.site));
        own.fixed = fixed.cloned().collect::<Vec<Fixed>>();
        let place = own.sites.iter().position(|member| member.id == *site);
        let own = Arc::new(own);
        Self {
            tables,
            instance: Instance {
                // Its dates are those of the whole inspection.
                calendar: Arc::clone(&tables.instance.calendar),
                scores: Arc::new(Scores::new(&own)),
                inspection: own,
            },
            site: SiteRow::from(place.unwrap_or_default()),
        }
    }

    /// The rules that bind it: not how many are selected, nor quotas. What is excluded or has too many engagements is told by
    /// [`Self::cannot_be_selected`].
    pub(super) fn rules() -> RuleSet {
        let of_selections = Rule::Count | Rule::Included | Rule::Quota | Rule::Burden;
        Rule::of_plans() - of_selections
    }

    pub(super) fn calendar(&self) -> &Calendar {
        &self.instance.calendar
    }

    pub(super) fn problem(&self, rules: RuleSet) -> PlanningProblem {
        PlanningProblem::new(&self.instance, rules)
    }

    /// The members, by row.
    pub(super) fn members(&self) -> impl Iterator<Item = (SiteRow, &Site)> {
        let sites = self.instance.inspection.sites.iter().enumerate();
        sites.map(|(row, site)| (SiteRow::from(row), site))
    }

    /// What a member is to the site in question.
    pub(super) fn part(&self, row: SiteRow) -> Part {
        let sites = &self.instance.inspection.sites;
        let (own, other) = (
            &sites[usize::from(self.site)].id,
            &sites[usize::from(row)].id,
        );
        let lists = |of: &TiedTo<'_>| of.get(own).is_some_and(|listed| listed.contains(&other));
        if row == self.site {
            Part::Itself
        } else if lists(&self.tables.names) {
            Part::Brought
        } else if lists(&self.tables.named_by) {
            Part::Brings
        } else {
            Part::TiedToThese
        }
    }

    /// Whether the lead inspector has excluded a member (S2).
    pub(super) fn is_excluded(&self, site: &Site) -> bool {
        let kind = self.tables.instance.inspection.kind(&site.kind);
        kind.is_some_and(|kind| kind.exclude.contains(&site.id))
    }

    /// The engagement days of a member and their limit, where it has too many (S4).
    pub(super) fn over_burdened(&self, site: &Site) -> Option<(u32, u32)> {
        let whole = self.tables.instance;
        let limit = whole.inspection.burden.max_days?;
        let row = SiteRow::from(*self.tables.rows.get(&site.id)?);
        let days = whole.scores.sites.get(row)?.engagement_days;
        (days > limit).then_some((days, limit))
    }

    fn cannot_be_selected(&self, site: &Site) -> bool {
        self.is_excluded(site) || self.over_burdened(site).is_some()
    }

    /// The site in question selected, and of the others whatever may be.
    pub(super) fn restriction(&self, problem: &PlanningProblem) -> Restriction {
        let mut restriction = Restriction::everything(problem);
        for (row, site) in self.members() {
            restriction.picks[row] = match (row == self.site, self.cannot_be_selected(site)) {
                (true, _) => Pick::In,
                (false, true) => Pick::Out,
                (false, false) => Pick::Free,
            };
        }
        restriction
    }

    /// Whether it can be visited and staffed; `None` where that was not shown within the nodes.
    pub(super) fn can_be_visited(&self) -> Result<Option<bool>, Fault> {
        let own = &self.instance.inspection.sites[usize::from(self.site)];
        if self.cannot_be_selected(own) {
            return Ok(Some(false));
        }
        let problem = self.problem(Self::rules());
        has_plan(&problem, &self.restriction(&problem))
    }
}

/// Whether a restriction has dates and teams; `None` where that was not shown within the nodes.
pub(super) fn has_plan(
    problem: &PlanningProblem,
    restriction: &Restriction,
) -> Result<Option<bool>, Fault> {
    let dated = match has_dates(problem, restriction)? {
        Solved::Optimal(dated) | Solved::Feasible(dated, _) => dated,
        Solved::Infeasible => return Ok(Some(false)),
        Solved::Unknown(_) => return Ok(None),
    };
    // Teams for the first dates come at once, for most sites.
    let teams = |restriction: Restriction| {
        let model = formulate(problem, restriction);
        let program = model.minimise(SolveStep::Conflict, Expression::default());
        program.solve(&Budget::unlimited().with_nodes(NODES))
    };
    match teams(Restriction::of_dates(problem, &dated))? {
        Solved::Optimal(_) | Solved::Feasible(..) => return Ok(Some(true)),
        Solved::Infeasible | Solved::Unknown(_) => {}
    }
    Ok(match teams(restriction.clone().visitable(problem))? {
        Solved::Optimal(_) | Solved::Feasible(..) => Some(true),
        Solved::Infeasible => Some(false),
        Solved::Unknown(_) => None,
    })
}

/// The dates of as few visits as will do, teams left out.
pub(super) fn has_dates(
    problem: &PlanningProblem,
    restriction: &Restriction,
) -> Result<Solved<Solution>, Fault> {
    let mut settled = restriction.selected();
    if settled.any(|site| restriction.choices[site].is_empty()) {
        return Ok(Solved::Infeasible);
    }
    let mut dated = restriction.clone();
    for (site, pick) in dated.picks.iter_mut_enumerated() {
        if *pick == Pick::Free && restriction.choices[site].is_empty() {
            *pick = Pick::Out;
        }
    }
    dated.staffed = false;
    let model = formulate(problem, dated);
    let reader = SolutionReader::of(&model);
    let visits = model.candidates.iter().map(|visit| visit.takes_place);
    let visits: Expression = visits.map(Expression::from).sum();
    let program = model.minimise(SolveStep::Conflict, visits);
    let solved = program.solve(&Budget::unlimited().with_nodes(NODES))?;
    Ok(solved.map(|values| reader.solution(&values)))
}
