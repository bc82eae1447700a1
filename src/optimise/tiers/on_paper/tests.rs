//! The parts of a problem against the whole of it.

use super::*;
use crate::domain::RuleSet;
use crate::example::{self, Size};
use crate::instance::Instance;

/// The value with one site decided so, from one model of all parts.
fn in_one_model(problem: &PlanningProblem, site: SiteRow, pick: Pick) -> Option<f64> {
    let mut base = Restriction::everything(problem);
    base.picks[site] = pick;
    let solved = master(problem, &base, &[], Depth::Sites, &Budget::unlimited());
    match solved.expect("no fault") {
        Master::Best(selected) => Some(value::of_selection(problem, &selected)),
        Master::Infeasible => None,
        Master::CutShort(..) => panic!("no limit was set"),
    }
}

#[test]
fn the_parts_are_worth_as_much_as_the_whole() {
    // Forces and their CPS Areas, probation units, prisons: three parts.
    let size = Size {
        sites: 22,
        areas: 4,
        visits: 8,
        ..Size::L
    };
    let inspection = example::inspection(size, 2).expect("an example");
    let problem = PlanningProblem::new(&Instance::new(inspection), RuleSet::all());
    assert_eq!(problem.parts().len(), 3);
    let (base, budget) = (Restriction::everything(&problem), Budget::unlimited());
    let nothing = Proofs::default();
    let parts = PartsOnPaper::new(&problem, base, &nothing, &budget).expect("no fault");
    let mut impossible = 0;
    for (site, pick) in problem
        .sites()
        .flat_map(|site| [(site, Pick::In), (site, Pick::Out)])
    {
        let name = &problem.site(site).name;
        let expected = in_one_model(&problem, site, pick);
        match parts.with(site, pick, &budget).expect("no fault") {
            Solved::Optimal(best) => {
                let expected = expected.expect("a selection");
                assert!((best.value - expected).abs() < 1e-6, "{name}, {pick:?}");
                let value = value::of_selection(&problem, &best.selected);
                assert_eq!(value, best.value, "{name}, {pick:?}");
            }
            Solved::Infeasible => {
                assert_eq!(expected, None, "{name}, {pick:?}");
                impossible += 1;
            }
            Solved::Feasible(..) | Solved::Unknown(_) => panic!("no limit was set"),
        }
    }
    assert!(impossible > 0);
}

#[test]
fn the_bounds_of_the_relaxation_are_bounds() {
    let inspection = example::inspection(Size::S, 4).expect("an example");
    let problem = PlanningProblem::new(&Instance::new(inspection), RuleSet::all());
    let (base, budget) = (Restriction::everything(&problem), Budget::unlimited());
    let nothing = Proofs::default();
    let parts = PartsOnPaper::new(&problem, base, &nothing, &budget).expect("no fault");
    let Solved::Optimal(best) = parts.best() else {
        panic!("there is a selection");
    };
    let bounds = parts
        .bounds_otherwise(&best.selected, &budget)
        .expect("no fault");
    let mut below = 0;
    for (site, bound) in bounds {
        let pick = match best.selected.contains(&site) {
            true => Pick::Out,
            false => Pick::In,
        };
        let exact = in_one_model(&problem, site, pick).unwrap_or(f64::NEG_INFINITY);
        assert!(
            exact <= bound,
            "{}: {exact}, {bound}",
            problem.site(site).name
        );
        below += usize::from(bound < best.value - TIE_TOLERANCE);
    }
    // Else they would say nothing.
    assert!(below > 5, "{below}");
}

/// A selection that is barred ties the parts: the next best differs from it in one of them alone.
#[test]
fn a_barred_selection_is_not_asked_for_again() {
    let size = Size {
        sites: 22,
        areas: 4,
        visits: 8,
        ..Size::L
    };
    let inspection = example::inspection(size, 2).expect("an example");
    let problem = PlanningProblem::new(&Instance::new(inspection), RuleSet::all());
    let (mut base, budget) = (Restriction::everything(&problem), Budget::unlimited());
    let nothing = Proofs::default();
    let mut values: Vec<f64> = Vec::new();
    for _ in 0..3 {
        let parts = PartsOnPaper::new(&problem, base.clone(), &nothing, &budget);
        let Solved::Optimal(best) = parts.expect("no fault").best() else {
            panic!("there is a selection");
        };
        assert!(!base.barred.contains(&best.selected));
        assert!(
            values
                .last()
                .is_none_or(|last| best.value <= last + TIE_TOLERANCE)
        );
        values.push(best.value);
        base.barred.push(best.selected);
    }
}
