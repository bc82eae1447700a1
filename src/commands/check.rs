//! `assize check`: verify a plan from the tables alone.

use std::path::PathBuf;

use clap::Args;

use super::say::say;
use super::{Ending, Failure, Source, planned};
use crate::check::{Report, check};
use crate::domain::TIER_NAMES;
use crate::input;
use crate::words::six_decimals;

#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(flatten)]
    source: Source,
    /// The plan to verify: a plan.json, as written or edited by hand
    plan: PathBuf,
    /// An edited timetable to verify instead of the plan's own: a sessions.csv, or a workbook with a sheet sessions.
    /// Give it several times for several files; none is changed
    #[arg(long, value_name = "FILE")]
    sessions: Vec<PathBuf>,
}

pub(super) fn run(options: &Options) -> Result<Ending, Failure> {
    let inspection = options.source.load()?.inspection;
    let mut plan = planned(&options.plan)?.plan;
    if !options.sessions.is_empty() {
        plan.sessions = input::read_sessions(&options.sessions, &inspection)
            .map_err(|problems| input::report(&problems))?;
    }
    let report = check(&inspection, &plan);
    say(&words(&report))?;
    Ok(if report.is_clean() {
        Ending::Done
    } else {
        Ending::BrokenRule
    })
}

fn words(report: &Report) -> String {
    let mut lines = Vec::new();
    match report.findings.len() {
        0 => lines.push("The plan keeps every rule.".to_owned()),
        1 => lines.push("One thing is wrong with the plan:".to_owned()),
        count => lines.push(format!("{count} things are wrong with the plan:")),
    }
    lines.extend(report.findings.iter().map(|finding| format!("  {finding}")));
    lines.push(String::new());
    lines.push("The tiers, recomputed from the tables:".to_owned());
    for (name, value) in TIER_NAMES.iter().zip(report.tiers) {
        lines.push(format!("  {name:<10} {}", six_decimals(value)));
    }
    let notes: Vec<&String> = report.notes.iter().chain(&report.gaps).collect();
    if !notes.is_empty() {
        lines.push(String::new());
        lines.push("Note:".to_owned());
        lines.extend(notes.iter().map(|note| format!("  {note}")));
    }
    lines.join("\n")
}
