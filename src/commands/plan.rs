//! `assize plan`: from the tables to a checked plan and its reports.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use super::ending::blameless;
use super::progress::Spinner;
use super::say::{complain, headed, say};
use super::stopwatch::Stopwatch;
use super::timetable::{self, DrawnInto};
use super::written::{tell_of_earlier, write_plan};
use super::{Ending, Failure, Source};
use crate::check::check;
use crate::documents;
use crate::documents::views::{Heading, Overview, TimetablesInShort};
use crate::domain::{Inspection, Plan, Planned};
use crate::insight::authority::authorities;
use crate::insight::english;
use crate::instance::Instance;
use crate::milestones::project;
use crate::optimise::{self, Answer, Budget, Planner};
use crate::store;

/// How long there is at least for the timetables.
const LEAST_FOR_TIMETABLES: Duration = Duration::from_secs(5);

const OUT_OF_TIME: &str = "No plan was found in time, nor a proof that there is none. Give it longer with --time-limit, or leave the limit out.";

/// What is said where the reasons fail that no plan can be made.
const NO_REASON: &str = "There is no plan: no choice of sites, dates and teams keeps every rule. That was proved. But Assize failed while it \
looked for what collides: this is a fault of its own.";

const WITHOUT_TIMETABLES: &str = "the plan was written without timetables";

const WITHOUT_FIGURES: &str = "the plan was written, but not all of what other choices would score";

/// What is said where the files cannot be written a second time: one may have been opened in the meantime.
const WITHOUT_OTHERS: &str =
    "The plan was written, but without what other choices would score: that could not be added.";

#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(flatten)]
    source: Source,
    /// Where to write the plan and the reports [default: INPUT/out]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Stop after so many seconds with the best plan found, and say how good it could still get
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(1..))]
    time_limit: Option<u32>,
}

pub(super) fn run(options: &Options) -> Result<Ending, Failure> {
    within(options, Budget::of)
}

/// Runs it with the budget that is made of the limit.
fn within(
    options: &Options,
    budget: impl FnOnce(Option<Duration>) -> Budget,
) -> Result<Ending, Failure> {
    let instance = options.source.instance()?;
    // Better to hear now than after the search that a file of one's own is in the way.
    let out = options.source.out(options.out.as_deref())?;
    let names = [&documents::REPORT_FILES[..], &documents::SESSION_FILES].concat();
    store::check_writable(&out, &names).map_err(|error| error.to_string())?;
    let limit = options
        .time_limit
        .map(|seconds| Duration::from_secs(seconds.into()));
    let mut stopwatch = Stopwatch::start(&instance.inspection);
    let mut spinner = Spinner::start();
    let budget = budget(limit);
    let mut planner = Planner::new(&instance);
    let answer = planner.best_plan(&budget, &mut |progress| {
        stopwatch.note(&progress);
        spinner.show(&progress);
    });
    let plan = match answer? {
        Answer::Plan(plan) => *plan,
        Answer::NoPlan => {
            spinner.say("Looking for what collides");
            let why = why_none(&instance, &budget);
            spinner.finish();
            complain(&headed(&Heading::without_plan(&instance.inspection), &why?));
            return Ok(Ending::NoPlan);
        }
        Answer::OutOfTime => {
            spinner.finish();
            complain(OUT_OF_TIME);
            return Ok(Ending::NoPlan);
        }
    };
    let mut planned = Planned::alone(plan);
    // However little time is left, there is some for the timetables of a plan that was found.
    spinner.say("Drawing up timetables");
    let longer = budget.at_least(LEAST_FOR_TIMETABLES);
    let drawn = timetable::draw_into(&instance, &mut planned.plan, &longer);
    if let Some(faults) = faults(&instance.inspection, &planned.plan) {
        return Err(Failure::Fault(format!(
            "Assize's own check refuses this plan, so nothing was written. This is a fault in Assize.\n{faults}"
        )));
    }
    // The plan first: nobody should wait for the figures beside it, nor lose it to a failure among them.
    let mut written = write_plan(&instance, &planned, &out)?;
    spinner.say("The plan is written. Working out what other choices would score");
    let beside = planner.look_beside(&mut planned, &budget);
    let again = written.with_figures(&instance, &planned, &out);
    again.map_err(|failure| failure.after(WITHOUT_OTHERS))?;
    spinner.finish();
    say(&documents::summary(&Overview::new(&instance, &planned)))?;
    tell_of_earlier(&written.earlier);
    // What the timetables were meant to say is lost; the plan is not.
    let (drawn, no_timetables) = match drawn {
        Ok(drawn) => (drawn, None),
        Err(fault) => (DrawnInto::default(), Some((WITHOUT_TIMETABLES, fault))),
    };
    for warning in warnings(&instance, &planned.plan, drawn) {
        complain(&warning);
    }
    // Not on standard output: the same input gives the same bytes there.
    let took = stopwatch.in_words(&planned.plan);
    if !took.is_empty() {
        complain(&took);
    }
    say(&format!("Written to {}.", store::shown_path(&out)))?;
    let no_figures = beside.err().map(|fault| (WITHOUT_FIGURES, fault));
    match no_timetables.or(no_figures) {
        None => Ok(Ending::Done),
        Some((outcome, fault)) => Err(Failure::Fault(format!("{}\n{fault}", blameless(outcome)))),
    }
}

/// Why there is no plan, in words.
fn why_none(instance: &Instance, budget: &Budget) -> Result<String, Failure> {
    // That there is no plan is proved, whatever becomes of the reasons.
    let why = optimise::explain(instance, budget)
        .map_err(|fault| Failure::Fault(format!("{NO_REASON}\n{fault}")))?;
    Ok(english::no_plan(&why))
}

/// What to know of a plan that was made, beside its files.
fn warnings(instance: &Instance, plan: &Plan, drawn: DrawnInto) -> Vec<String> {
    let inspection = &instance.inspection;
    let left_over = documents::preparation_left_over(&TimetablesInShort::new(inspection, plan));
    let late = project(inspection, &instance.calendar, Some(plan)).late;
    let late = (!late.is_empty()).then(|| english::late_report(&late));
    let drawn = drawn.without.into_iter().chain(drawn.said);
    let without_code = english::without_code(&authorities(inspection, Some(plan)));
    let drawn = drawn.chain(left_over).chain(late);
    drawn.chain(without_code).collect()
}

/// Everything that the checker holds against a plan of our own: broken rules, and values that do not agree.
fn faults(inspection: &Inspection, plan: &Plan) -> Option<String> {
    let report = check(inspection, plan);
    let findings = report.findings.iter().map(ToString::to_string);
    let misstated = report.misstated.iter().map(ToString::to_string);
    let faults: Vec<String> = findings.chain(misstated).collect();
    (!faults.is_empty()).then(|| faults.join("\n"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use super::*;
    use crate::domain::{Activity, Count, Method, SetDay, TakenBy};
    use crate::example::{self, Size};
    use crate::input;

    /// Plans an inspection with activities, with a solve failing: how it ends, how many solves there were, and the files.
    fn ended(failing_at: usize) -> (Result<Ending, Failure>, usize, Vec<String>) {
        ended_of(3, failing_at, |_| {})
    }

    /// The same, of an inspection that is somehow different.
    fn ended_of(
        seed: u64,
        failing_at: usize,
        differ: fn(&mut Inspection),
    ) -> (Result<Ending, Failure>, usize, Vec<String>) {
        let size = Size {
            sites: 8,
            areas: 2,
            visits: 2,
            inspectors: 8,
            inspectorates: 2,
            weeks: 6,
        };
        let mut inspection = example::inspection(size, seed).expect("an example");
        inspection.activities.push(Activity {
            gap: None,
            kind: inspection.kinds[0].id.clone(),
            name: "Read files".to_owned(),
            method: Method::FileExamination,
            sessions: 2,
            minutes: 60,
            remote: true,
            taken_by: TakenBy::AnyPair,
            exception: None,
            with: Default::default(),
            day: SetDay::Any,
            earliest: None,
            latest: None,
            after: Vec::new(),
            skills: Default::default(),
            security: None,
        });
        differ(&mut inspection);
        let folder = tempfile::tempdir().expect("a folder");
        for (name, bytes) in input::input_files(&inspection).expect("the files") {
            fs::write(folder.path().join(name), bytes).expect("written");
        }
        let options = Options {
            source: Source {
                input: folder.path().to_owned(),
                scenario: None,
            },
            out: None,
            time_limit: None,
        };
        let budget = Budget::failing_at(failing_at);
        let ended = within(&options, |_| budget.clone());
        let written = fs::read_dir(folder.path().join("out"));
        let written = written.into_iter().flatten().flatten();
        let names = written.map(|file| file.file_name().to_string_lossy().into_owned());
        (ended, budget.solves(), names.collect())
    }

    #[test]
    fn a_fault_ends_with_5_and_nothing_written() {
        for solve in [1, 6] {
            let (ended, _, written) = ended(solve);
            let Err(Failure::Fault(words)) = ended else {
                panic!("{ended:?}");
            };
            assert_eq!(
                words,
                "Assize failed, and nothing was written. This is a fault of its own: it says nothing of your tables, \
                 nor of whether there is a plan.\n\
                 HiGHS, the solver within Assize, failed while choosing the sites: a test wanted it so."
            );
            assert_eq!(Failure::Fault(words).end() as u8, 5);
            assert_eq!(written, [""; 0]);
        }
    }

    #[test]
    fn a_fault_after_the_proof_ends_with_5_and_leaves_the_plan() {
        let mut lost = BTreeSet::new();
        // What is looked at beside a plan differs from one inspection to another.
        for seed in 1..=4 {
            let (usual, last, _) = ended_of(seed, usize::MAX, |_| {});
            assert_eq!(usual.expect("no fault"), Ending::Done);
            for solve in (1..=last).rev() {
                let (ended, _, written) = ended_of(seed, solve, |_| {});
                let Err(Failure::Fault(words)) = ended else {
                    panic!("{ended:?}");
                };
                // Whatever fails before the proof leaves nothing.
                if words.contains("nothing was written") {
                    break;
                }
                assert!(written.contains(&"plan.json".to_owned()), "{written:?}");
                lost.insert(words);
            }
        }
        let without = |what: &str, doing: &str| {
            format!(
                "Assize failed, and the plan was written{what}. This is a fault of its own: it says nothing of your \
                 tables, nor of whether there is a plan.\n\
                 HiGHS, the solver within Assize, failed while {doing}: a test wanted it so."
            )
        };
        let figures = ", but not all of what other choices would score";
        let expected = [
            without(figures, "choosing the sites"),
            without(figures, "looking for what stands in the way"),
            without(figures, "setting the dates"),
            without(figures, "seating the teams"),
            without(" without timetables", "sharing out the preparation"),
        ];
        let expected = BTreeSet::from(expected);
        assert!(lost.is_subset(&expected), "{lost:?}");
        assert!(lost.len() > 2, "{lost:?}");
    }

    #[test]
    fn that_there_is_no_plan_is_said_also_where_the_reasons_fail() {
        let without_a_plan =
            |inspection: &mut Inspection| inspection.kinds[0].sites = Count { min: 50, max: 50 };
        let (usual, last, _) = ended_of(3, usize::MAX, without_a_plan);
        assert_eq!(usual.expect("no fault"), Ending::NoPlan);
        let (ended, _, written) = ended_of(3, last, without_a_plan);
        let Err(Failure::Fault(words)) = ended else {
            panic!("{ended:?}");
        };
        let first = words.lines().next();
        assert_eq!(first, Some(NO_REASON));
        assert_eq!(Failure::Fault(words).end() as u8, 5);
        assert_eq!(written, [""; 0]);
    }
}
