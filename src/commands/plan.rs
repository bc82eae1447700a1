//! `assize plan`: from the tables to a checked plan and its reports.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use super::progress::Spinner;
use super::say::{complain, say};
use super::stopwatch::Stopwatch;
use super::{Ending, Source, timetable};
use crate::calendar::Calendar;
use crate::check::check;
use crate::documents;
use crate::documents::views::Overview;
use crate::domain::{Inspection, Plan};
use crate::insight::english;
use crate::milestones::project;
use crate::optimise::{self, Answer, Collision};
use crate::score::Scores;
use crate::store;

/// How long there is at least for the timetables.
const LEAST_FOR_TIMETABLES: Duration = Duration::from_secs(5);

/// How long to look for the rules that collide, where no other limit is given.
const LONGEST_EXPLANATION: Duration = Duration::from_secs(60);

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

pub(super) fn run(options: &Options) -> Result<Ending, String> {
    let inspection = options.source.load()?.inspection;
    // Better to hear now than after the search that a file of one's own is in the way.
    let out = options.source.out(options.out.as_deref());
    let names = [&documents::REPORT_FILES[..], &documents::SESSION_FILES].concat();
    store::check_writable(&out, &names).map_err(|error| error.to_string())?;
    let limit = options
        .time_limit
        .map(|seconds| Duration::from_secs(seconds.into()));
    let mut stopwatch = Stopwatch::start(&inspection);
    let mut spinner = Spinner::start();
    let answer = optimise::plan(&inspection, limit, &mut |progress| {
        stopwatch.note(&progress);
        spinner.show(&progress);
    });
    let mut planned = match answer {
        Answer::Plan(planned) => planned,
        Answer::NoPlan => {
            let left = limit.map_or(LONGEST_EXPLANATION, |limit| {
                limit.saturating_sub(stopwatch.elapsed())
            });
            let collision = optimise::explain(&inspection, Some(left));
            spinner.finish();
            complain(&no_plan(&collision));
            return Ok(Ending::NoPlan);
        }
        Answer::OutOfTime => {
            spinner.finish();
            complain(
                "No plan was found in time, nor a proof that there is none. Give it longer with --time-limit, or leave the limit out.",
            );
            return Ok(Ending::NoPlan);
        }
    };
    // However little time is left, there is some for the timetables of a plan that was found.
    let left = limit.map(|limit| {
        limit
            .saturating_sub(stopwatch.elapsed())
            .max(LEAST_FOR_TIMETABLES)
    });
    spinner.say("Drawing up timetables");
    let drawn = timetable::draw_into(&inspection, &mut planned.plan, left);
    spinner.finish();
    if let Some(faults) = faults(&inspection, &planned.plan) {
        complain(&format!(
            "Assize's own check refuses this plan, so nothing was written. This is a fault in Assize.\n{faults}"
        ));
        return Ok(Ending::BrokenRule);
    }
    let files =
        documents::report_files(&inspection, &planned).map_err(|error| error.to_string())?;
    store::write_all(&out, &files).map_err(|error| error.to_string())?;
    let (calendar, scores) = (Calendar::new(&inspection), Scores::new(&inspection));
    let overview = Overview::new(&inspection, &calendar, &scores, &planned);
    say(&documents::summary(&overview))?;
    let left_over = documents::preparation_left_over(&inspection, &planned.plan);
    for warning in drawn.without.into_iter().chain(drawn.said).chain(left_over) {
        complain(&warning);
    }
    let late = project(&inspection, &calendar, Some(&planned.plan)).late;
    if !late.is_empty() {
        complain(&english::late_report(&late));
    }
    // Not on standard output: the same input gives the same bytes there.
    let took = stopwatch.in_words(&planned.plan);
    if !took.is_empty() {
        complain(&took);
    }
    say(&format!("Written to {}.", out.display()))?;
    Ok(Ending::Done)
}

/// Everything that the checker holds against a plan of our own: broken rules, and values that do not agree.
fn faults(inspection: &Inspection, plan: &Plan) -> Option<String> {
    let report = check(inspection, plan);
    let findings = report.findings.iter().map(ToString::to_string);
    let faults: Vec<String> = findings.chain(report.notes).collect();
    (!faults.is_empty()).then(|| faults.join("\n"))
}

fn no_plan(collision: &Collision) -> String {
    let mut lines =
        vec!["There is no plan: no choice of sites, dates and teams keeps every rule.".to_owned()];
    if collision.narrowed && !collision.reasons.is_empty() {
        lines.push(String::new());
        lines.extend(collision.reasons.iter().cloned());
    }
    lines.push(String::new());
    let heading = match (collision.narrowed, collision.rules.len()) {
        (true, 1) => "This rule cannot be kept. Without it there would be a plan:",
        (true, _) => "These rules collide. Without any one of them there would be a plan:",
        (false, _) => {
            "Some of these rules collide. There was no time to find out which; others of them may have no part in it:"
        }
    };
    lines.push(heading.to_owned());
    for rule in collision.rules {
        lines.push(format!(
            "  {} {}: {}",
            rule.number(),
            rule.name(),
            rule.sentence()
        ));
    }
    lines.join("\n")
}
