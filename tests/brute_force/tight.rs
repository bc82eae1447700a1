//! Where people are short: the problems again, with everyone limited to the onsite days that they have in the best plan; and in every
//! other one the busiest to a day less, which often leaves no plan at all.

use std::collections::BTreeMap;

use assize::domain::{Inspection, InspectorId, Plan, RuleSet};
use assize::instance::Instance;
use assize::optimise::{Answer, Budget, Decomposition, plan};

use super::planner::{SAME, planner_tiers};
use super::{SOLVED, Solved, assert_none, differences, on_all_cores, oracle};

#[test]
fn planner_equals_exhaustive_search_where_people_are_short() {
    let planned = SOLVED.iter().filter(|(_, _, answer)| answer.is_some());
    let tightened: Vec<Solved> = on_all_cores(planned.collect(), |(seed, problem, _)| {
        let tight = tightened(problem, seed % 2 == 1);
        let answer = oracle::answer(&tight, RuleSet::all());
        (*seed, tight, answer)
    });
    let all = SOLVED.len() + tightened.len();
    let solved = SOLVED.iter().chain(&tightened);
    let none = solved.filter(|(_, _, answer)| answer.is_none()).count();
    let tight = tightened.iter().filter(|(_, _, answer)| answer.is_some());
    let hard = none + tight.count();
    println!(
        "{} tight problems; of all {all}, {none} have no plan",
        tightened.len()
    );
    assert!(2 * hard >= all, "{hard} of {all} are tight or have no plan");
    let tiers = |problem: &Inspection| planner_tiers(problem, Decomposition::default());
    assert_none(&differences(tightened.iter().collect(), SAME, tiers));
}

/// Many selections are equally good, and dates are looked for without people: so there are often no teams for those that come first, and
/// selections are settled one by one.
#[test]
fn planner_equals_exhaustive_search_where_the_first_dates_have_no_teams() {
    let planned = SOLVED.iter().filter(|(_, _, answer)| answer.is_some());
    let wide: Vec<Solved> = on_all_cores(planned.collect(), |(seed, problem, _)| {
        let mut wide = problem.clone();
        wide.weights.tolerance = 4.0;
        let answer = oracle::answer(&wide, RuleSet::all());
        (*seed, wide, answer)
    });
    let blind = Decomposition {
        dates_by_window: false,
        ..Decomposition::default()
    };
    let tiers = |problem: &Inspection| planner_tiers(problem, blind);
    assert_none(&differences(wide.iter().collect(), SAME, tiers));
}

/// The problem with only as many days for each as the best plan takes of them.
fn tightened(problem: &Inspection, with_less: bool) -> Inspection {
    let instance = Instance::new(problem.clone());
    let answer = plan(&instance, &Budget::unlimited(), &mut |_| {}).expect("no fault");
    let Answer::Plan(planned) = answer else {
        panic!("the search has a plan");
    };
    let days = onsite_days(problem, &planned.plan);
    let busiest = days.iter().max_by_key(|(_, days)| **days);
    let busiest = busiest.map(|(who, _)| who.clone());
    let mut tight = problem.clone();
    for person in &mut tight.inspectors {
        let is_less = with_less && busiest.as_ref() == Some(&person.id);
        let used = days.get(&person.id).copied().unwrap_or(0);
        person.max_days = Some(used - u32::from(is_less));
    }
    tight
}

fn onsite_days(problem: &Inspection, plan: &Plan) -> BTreeMap<InspectorId, u32> {
    let mut days = BTreeMap::new();
    for visit in &plan.visits {
        let site = problem.site(&visit.site).expect("a site");
        let kind = problem.kind(&visit.kind).expect("a kind").at(site);
        for person in visit.pairs.iter().flatten() {
            *days.entry(person.clone()).or_default() += kind.days;
        }
    }
    days
}
