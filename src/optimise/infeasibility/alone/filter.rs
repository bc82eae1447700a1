//! Why a site cannot be visited: a deletion filter over the events that are in the way.
//!
//! One after the other is left out, and stays out as long as there is no visit all the same. What remains is an irreducible
//! set: without any one of them the dates would allow a visit.

use super::NeverVisited;
use super::bars::{Bar, BarredSite, Part};
use super::party::Party;
use super::plans::{binding_rules, has_dates, has_plan};
use crate::calendar::Start;
use crate::domain::{Rule, RuleSet, Site, SiteRow};
use crate::optimise::fault::Fault;
use crate::optimise::infeasibility::Obstacle;
use crate::optimise::infeasibility::obstacle;
use crate::optimise::problem::{ChoiceRow, PlanningProblem};
use crate::optimise::restriction::{Pick, Restriction};
use crate::optimise::solver::Solved;

/// Something in the way of visits to one member of a party.
struct Hindrance {
    member: SiteRow,
    bar: Bar,
    /// Which of the member's starts it bars.
    bars: Vec<bool>,
}

/// Why nothing that holds this site can be visited, which is known of the party.
pub(super) fn why_never(party: &Party<'_>) -> Result<NeverVisited, Fault> {
    // Every start that the window holds: what bars some of them is left out one by one.
    let binding = Rule::Link | Rule::Window | Rule::WorkingDays | Rule::WeekLimit;
    let loose = party.problem(binding | Rule::Together);
    let mut hindrances = hindrances(party, &loose);
    if !is_closed(party, &loose, &hindrances)? {
        hindrances.extend(without_team(party, &loose)?);
    }
    if !is_closed(party, &loose, &hindrances)? {
        return colliding(party);
    }
    let needed = needed(party, &loose, hindrances)?;
    let apart = party.problem(binding);
    // Whether the visits stand in each other's way only because they must share a week.
    let same_week = !is_closed(party, &apart, &needed)?;
    let mut rules = RuleSet::empty();
    if same_week {
        rules |= Rule::Together;
    }
    if needed.iter().any(|one| one.member != party.site) || needed.is_empty() {
        rules |= Rule::Link;
    }
    Ok(told(party, &loose, needed, rules))
}

/// All that is in the way of the members' dates, and what keeps them from being selected.
fn hindrances(party: &Party<'_>, loose: &PlanningProblem) -> Vec<Hindrance> {
    let mut all = Vec::new();
    for (member, site) in party.members() {
        let choices = &loose.choices[member];
        let starts: Vec<&Start> = choices.iter().map(|choice| &choice.start).collect();
        let every = vec![true; starts.len()];
        if party.is_excluded(site) {
            all.push(Hindrance {
                member,
                bar: Bar::Excluded,
                bars: every.clone(),
            });
        }
        if let Some((days, limit)) = party.over_burdened(site) {
            all.push(Hindrance {
                member,
                bar: Bar::OverBurdened { days, limit },
                bars: every,
            });
        }
        let events = party.calendar().bars(site, &starts);
        all.extend(events.into_iter().map(|(event, bars)| Hindrance {
            member,
            bar: Bar::Date(event),
            bars,
        }));
    }
    all
}

/// Whether the site cannot be visited for the dates of its party alone, with these in the way.
fn is_closed(
    party: &Party<'_>,
    problem: &PlanningProblem,
    hindrances: &[Hindrance],
) -> Result<bool, Fault> {
    let mut restriction = Restriction::everything(problem);
    for (member, _) in party.members() {
        let is_open = |choice: &ChoiceRow| {
            let mut own = hindrances.iter().filter(|one| one.member == member);
            !own.any(|one| one.bars[usize::from(*choice)])
        };
        restriction.choices[member].retain(is_open);
        if member == party.site {
            restriction.picks[member] = Pick::In;
        }
    }
    let solved = has_dates(problem, &restriction)?;
    Ok(matches!(solved, Solved::Infeasible))
}

/// Members that have dates but, even by themselves, no team on any of them.
fn without_team(party: &Party<'_>, loose: &PlanningProblem) -> Result<Vec<Hindrance>, Fault> {
    let rules = binding_rules() - (Rule::Link | Rule::Together | Rule::SameTeam);
    let problem = party.problem(rules);
    let mut found = Vec::new();
    for (member, site) in party.members() {
        let kind = problem.kind(member);
        let has_date = party.calendar().no_date(site, kind, rules).is_none();
        if !has_date || can_go(&problem, member)? != Some(false) {
            continue;
        }
        let obstacles = obstacle::of_site(&problem, party.calendar(), member);
        let bar = match obstacles.into_iter().next().map(|found| found.obstacle) {
            None | Some(Obstacle::NoTeam) => Bar::NoTeamBy(team_rules(party, rules, member)?),
            Some(obstacle) => Bar::NoTeam(obstacle),
        };
        found.push(Hindrance {
            member,
            bar,
            bars: vec![true; loose.choices[member].len()],
        });
    }
    Ok(found)
}

/// Whether one member could be visited and staffed by itself.
fn can_go(problem: &PlanningProblem, member: SiteRow) -> Result<Option<bool>, Fault> {
    has_plan(problem, &Restriction::of_selection(problem, &[member]))
}

/// The rules of teams that leave one member without any, none of which could be spared.
fn team_rules(party: &Party<'_>, rules: RuleSet, member: SiteRow) -> Result<RuleSet, Fault> {
    spared(rules, Rule::of_teams(), |rules| {
        Ok(can_go(&party.problem(rules), member)? == Some(false))
    })
}

/// Of these rules, those that are needed for it to be impossible: the others are dropped one by one.
fn spared(
    all: RuleSet,
    which: RuleSet,
    mut is_impossible: impl FnMut(RuleSet) -> Result<bool, Fault>,
) -> Result<RuleSet, Fault> {
    let mut kept = all;
    for rule in (all & which).iter() {
        if is_impossible(kept - rule)? {
            kept -= rule;
        }
    }
    Ok(kept & which)
}

/// Of these hindrances, some that are enough, and none of which could be spared. Its own are kept rather than those of others,
/// and large ones rather than small.
fn needed(
    party: &Party<'_>,
    loose: &PlanningProblem,
    mut hindrances: Vec<Hindrance>,
) -> Result<Vec<Hindrance>, Fault> {
    let weight = |one: &Hindrance| {
        let barred = one.bars.iter().filter(|barred| **barred).count();
        let is_event = matches!(one.bar, Bar::Date(_));
        (one.member == party.site, !is_event, barred)
    };
    hindrances.sort_by_key(weight);
    let mut place = 0;
    while place < hindrances.len() {
        let left_out = hindrances.remove(place);
        if !is_closed(party, loose, &hindrances)? {
            hindrances.insert(place, left_out);
            place += 1;
        }
    }
    hindrances.reverse();
    Ok(hindrances)
}

/// Where each member has dates and teams, and the visits collide only together: the rules that they cannot all keep.
fn colliding(party: &Party<'_>) -> Result<NeverVisited, Fault> {
    let together = Rule::Link | Rule::WeekLimit | Rule::Together;
    let rules = spared(binding_rules(), Rule::of_teams() | together, |rules| {
        let problem = party.problem(rules);
        Ok(has_plan(&problem, &party.restriction(&problem))? == Some(false))
    })?;
    let others = party.members().filter(|(member, _)| *member != party.site);
    let near = others.filter(|(member, _)| party.part(*member) != Part::TiedToThese);
    let with = near.map(|(member, site)| (site.named(), party.part(member)));
    Ok(NeverVisited {
        barred: Vec::new(),
        with: with.collect(),
        rules,
    })
}

/// What is in the way, with names.
fn told(
    party: &Party<'_>,
    loose: &PlanningProblem,
    needed: Vec<Hindrance>,
    rules: RuleSet,
) -> NeverVisited {
    let mut barred: Vec<BarredSite> = Vec::new();
    let mut with = Vec::new();
    let mut add = |member: SiteRow, bar: Bar| {
        let site = loose.site(member);
        let part = party.part(member);
        let named = (site.named(), part);
        if part != Part::Itself && !with.contains(&named) {
            with.push(named);
        }
        barred.push(BarredSite {
            site: site.named(),
            part,
            bar,
        });
    };
    for (member, site) in party.members() {
        let counts = member == party.site || !loose.choices[party.site].is_empty();
        let near = party.part(member) != Part::TiedToThese;
        // Nothing can be left out to make room for such a visit, so the filter does not tell whether it matters.
        if loose.choices[member].is_empty() && counts && near {
            add(member, no_room(party, loose, member, site));
        }
    }
    for one in needed {
        add(one.member, one.bar);
    }
    NeverVisited {
        barred,
        with,
        rules,
    }
}

/// That the window holds no visit to a member, whatever else is so.
fn no_room(party: &Party<'_>, loose: &PlanningProblem, member: SiteRow, site: &Site) -> Bar {
    let timing = &loose.inspection.timing;
    let days = timing.first_day.iter_days();
    let days = days.take_while(|day| *day <= timing.last_day);
    let holidays = days.filter_map(|day| {
        let name = party.calendar().bank_holiday(&site.nation, day)?;
        Some((name.to_owned(), day))
    });
    Bar::NoRoom {
        days: loose.kind(member).days,
        holidays: holidays.collect(),
    }
}
