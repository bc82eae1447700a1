//! What is said of one more and one fewer site, against an exhaustive search with exactly so many.

use assize::domain::{Count, CountChange, Inspection, RuleSet, Worth};
use assize::instance::Instance;
use assize::optimise::{Answer, Budget, plan};

use super::planner::SAME;
use super::{SOLVED, Solved, on_all_cores, oracle};

/// Every sixth problem: each asks for as many searches as it has other numbers of sites.
const EVERY: usize = 6;

#[test]
fn no_other_number_scores_more_than_is_said() {
    let some: Vec<&Solved> = SOLVED.iter().step_by(EVERY).collect();
    let compared = on_all_cores(some, |(seed, problem, _)| {
        let instance = Instance::new(problem.clone());
        let answer = plan(&instance, &Budget::unlimited(), &mut |_| {});
        let Answer::Plan(planned) = answer.expect("no fault") else {
            return Vec::new();
        };
        let changes = planned.counts.iter();
        let judged = changes.map(|change| (change.value, judge(problem, change, *seed)));
        judged.collect::<Vec<(Worth, bool)>>()
    });
    let compared: Vec<(Worth, bool)> = compared.into_iter().flatten().collect();
    // All that can be said was said, and some of the bounds were reached.
    let said = |is: fn(&Worth) -> bool| compared.iter().filter(|(worth, _)| is(worth)).count();
    assert!(said(|worth| matches!(worth, Worth::Exactly(_))) > 5);
    assert!(said(|worth| matches!(worth, Worth::Impossible)) > 5);
    assert!(compared.iter().filter(|(_, reached)| *reached).count() > 20);
}

/// Holds what is said against the search, and tells whether the search reached it.
fn judge(problem: &Inspection, change: &CountChange, seed: u64) -> bool {
    let mut otherwise = problem.clone();
    // A pilot that does not count comes on top of the number that is set.
    let uncounted = problem.pilot.as_ref().filter(|pilot| !pilot.counts);
    let uncounted = uncounted.and_then(|pilot| problem.site(&pilot.site));
    let besides = u32::from(uncounted.is_some_and(|site| site.kind == change.kind));
    let Some(count) = change.count.checked_sub(besides) else {
        // Not even the pilot would be visited.
        return false;
    };
    for kind in &mut otherwise.kinds {
        if kind.id == change.kind {
            kind.sites = Count {
                min: count,
                max: count,
            };
        }
    }
    let best = oracle::answer(&otherwise, RuleSet::all()).map(|answer| answer.values[0]);
    let agree = match (change.value, best) {
        (Worth::Exactly(said), Some(best)) => (said - best).abs() <= SAME,
        (Worth::AtMost(said), Some(best)) => best <= said + SAME,
        (Worth::AtMost(_) | Worth::Impossible, None) => true,
        (Worth::Exactly(_), None) | (Worth::Impossible, Some(_)) | (Worth::Unknown, _) => false,
    };
    assert!(
        agree,
        "seed {seed}: {change:?}, but the search found {best:?}"
    );
    matches!((change.value, best), (Worth::AtMost(said), Some(best)) if (said - best).abs() <= SAME)
}
