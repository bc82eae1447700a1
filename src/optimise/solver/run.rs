//! A program as HiGHS takes it, and how HiGHS ended: with a proof, cut short by the budget, or with a failure.

use std::time::Instant;

use good_lp::{Expression, SolverModel, Variable, solvers};
use highs::{HighsModelStatus, HighsOptionValue, HighsSolutionStatus, Model, SolvedModel};

use super::program::Program;
use super::watch::Watch;
use crate::optimise::budget::Budget;
use crate::optimise::fault::Fault;

/// How far a whole number may be off, and a row be broken, inside HiGHS. Well below [`super::TIE_TOLERANCE`].
const FEASIBILITY: f64 = 1e-8;

/// HiGHS stops when best and bound are this close. Well below [`super::TIE_TOLERANCE`].
const GAP: f64 = 1e-7;

/// A program that HiGHS has done with.
pub(super) struct Run {
    /// The variables in the order of its columns.
    pub order: Vec<Variable>,
    pub model: SolvedModel,
    pub end: End,
}

/// How a solve ended that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// With the best solution, proved.
    Optimal,
    /// With the proof that there is no solution.
    Infeasible,
    /// By the budget, with a solution or without one.
    CutShort { found: bool },
}

/// Solves a program, with fractions allowed if it is to be relaxed.
///
/// # Errors
/// [`Fault::Solver`] where HiGHS fails, and fails again without its presolve.
pub(super) fn solved(
    mut program: Program,
    relaxed: bool,
    budget: &Budget,
    listener: &mut dyn FnMut(Option<f64>, Option<f64>),
) -> Result<Run, Fault> {
    let step = program.step;
    let fault = |said: String| Fault::Solver { step, said };
    #[cfg(test)]
    if budget.trap.springs() {
        return Err(fault("a test wanted it so".to_owned()));
    }
    let began = Instant::now();
    let seconds = budget.seconds_left();
    // HiGHS calls a program without columns "empty" and looks no further.
    let spare = program.variables.add(good_lp::variable().bounds(0..=1));
    program.rows.push(Expression::from(spare).leq(1));
    let variables = || program.variables.iter_variables_with_def();
    let order: Vec<Variable> = variables().map(|(variable, _)| variable).collect();
    let whole = !relaxed && variables().any(|(_, definition)| definition.is_integer());
    let mut watch = Watch::new(listener, budget.stop());
    let mut solve = |presolve: &str| -> Result<(SolvedModel, End), String> {
        let left = seconds - began.elapsed().as_secs_f64();
        let mut model = model(&program, relaxed, left, budget.nodes())?;
        set(&mut model, "presolve", presolve)?;
        watch.attach(&mut model);
        let mut solved = model.try_solve();
        if let Ok(solved) = &mut solved {
            watch.detach(solved);
        }
        watch.let_panic();
        let solved = solved.map_err(|_| watch.complaint("it stopped with an error"))?;
        let end = end(&solved, whole, &watch)?;
        Ok((solved, end))
    };
    // Presolve divides rows by their coefficients. Where these are large, what it then takes for equal may break
    // the row as it was by more than the tolerance: HiGHS notices, and gives up.
    let first = match solve("choose") {
        Ok((model, end)) => return Ok(Run { order, model, end }),
        Err(said) => said,
    };
    match solve("off") {
        // It was the failure that spent the time.
        Ok((_, End::CutShort { found: false })) if budget.seconds_left() <= 0.0 => {
            Err(fault(first))
        }
        Ok((model, end)) => Ok(Run { order, model, end }),
        Err(said) if said == first => Err(fault(said)),
        Err(said) => Err(fault(format!("{first}; without presolve, {said}"))),
    }
}

/// What the status of a solved model means; as an error, in words, where it is neither a proof nor a limit.
fn end(solved: &SolvedModel, whole: bool, watch: &Watch) -> Result<End, String> {
    let solution = solved.primal_solution_status();
    match solved.status() {
        HighsModelStatus::Optimal => Ok(End::Optimal),
        // Of a program with whole numbers HiGHS says so too when the one solution that it came upon broke a row by more
        // than the tolerance, and so was of no use. That proves nothing.
        HighsModelStatus::Infeasible if whole && solution != HighsSolutionStatus::None => {
            Err(watch.complaint("it found a solution, and then said that there is none"))
        }
        HighsModelStatus::Infeasible => Ok(End::Infeasible),
        HighsModelStatus::ReachedTimeLimit
        | HighsModelStatus::ReachedSolutionLimit
        | HighsModelStatus::ReachedInterrupt => Ok(End::CutShort {
            found: solution == HighsSolutionStatus::Feasible,
        }),
        // No variable of ours is without a bound, so none of our programs is unbounded. Where HiGHS takes one for
        // "unbounded or infeasible" it has misread it, and then it has not proved the other either.
        status => Err(watch.complaint(&format!("it ended with the status {status:?}"))),
    }
}

/// The program as HiGHS takes it, with every option set.
fn model(
    program: &Program,
    relaxed: bool,
    seconds: f64,
    nodes: Option<i32>,
) -> Result<Model, String> {
    let variables = program.variables.clone();
    let unsolved = if program.maximise {
        variables.maximise(program.objective.clone())
    } else {
        variables.minimise(program.objective.clone())
    };
    let built = unsolved
        .using(solvers::highs::highs)
        .with_all(program.rows.iter().cloned());
    let built = built.try_into_inner();
    let mut model = built.map_err(|error| format!("it did not take the program ({error})"))?;
    model.make_quiet();
    // HiGHS tells its watchers only what it would log; without a console or a file, nobody else hears.
    set(&mut model, "output_flag", true)?;
    set(&mut model, "solve_relaxation", relaxed)?;
    set(&mut model, "mip_rel_gap", 0.0)?;
    set(&mut model, "mip_abs_gap", GAP)?;
    set(&mut model, "mip_feasibility_tolerance", FEASIBILITY)?;
    set(&mut model, "primal_feasibility_tolerance", FEASIBILITY)?;
    set(&mut model, "threads", 1)?;
    let jump = "mip_heuristic_run_feasibility_jump";
    set(&mut model, jump, program.jump)?;
    if program.any {
        set(&mut model, "mip_max_improving_sols", 1)?;
    }
    if seconds.is_finite() {
        set(&mut model, "time_limit", seconds.max(0.01))?;
    }
    if let Some(nodes) = nodes {
        set(&mut model, "mip_max_nodes", nodes)?;
    }
    Ok(model)
}

/// Sets one option.
fn set(model: &mut Model, option: &str, value: impl HighsOptionValue) -> Result<(), String> {
    let refused = |error| format!("it did not take its option {option} ({error})");
    model.try_set_option(option, value).map_err(refused)
}

/// Sets what a relaxation that grows is solved with.
pub(super) fn set_to_grow(model: &mut Model) -> Result<(), String> {
    model.make_quiet();
    set(model, "output_flag", true)?;
    set(model, "primal_feasibility_tolerance", FEASIBILITY)?;
    set(model, "threads", 1)?;
    // By the primal method: what was best before more columns came is still a solution.
    set(model, "presolve", "off")?;
    set(model, "simplex_strategy", 4)
}
