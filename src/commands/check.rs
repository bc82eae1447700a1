//! `assize check`: verify a plan from the tables alone.

use std::path::PathBuf;

use clap::Args;

use super::given_plan::{GivenPlan, TO_DO};
use super::say::say;
use super::{Ending, Failure, Source};
use crate::check::Report;
use crate::documents;
use crate::documents::views::Heading;
use crate::domain::{Plan, Rule, TIER_NAMES};
use crate::input;
use crate::insight::authority::authorities;
use crate::insight::english;
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
    let instance = options.source.instance()?;
    let inspection = &instance.inspection;
    let edited = match options.sessions.as_slice() {
        [] => None,
        files => Some(
            input::read_sessions(files, inspection).map_err(|problems| input::report(&problems))?,
        ),
    };
    let given = GivenPlan::read(&options.plan, &instance, |plan| {
        if let Some(edited) = edited {
            plan.sessions = edited;
        }
    })?;
    let mut lines = documents::opening(&Heading::of_plan(inspection, &given.planned.plan));
    lines.push(String::new());
    lines.push(words(&given, !options.sessions.is_empty()));
    let authority = authorities(inspection, Some(&given.planned.plan));
    lines.extend(english::without_code(&authority));
    say(&lines.join("\n"))?;
    Ok(if given.report.is_clean() {
        Ending::Done
    } else {
        Ending::BrokenRule
    })
}

/// What to know where sessions were added or dropped.
const NOT_SETTLED_YET: &str = "A session that was added to a visit or dropped from it is settled once `assize timetable --keep` has brought the file back. Until \
then it counts here (V1).";

fn words(given: &GivenPlan, is_edited: bool) -> String {
    let report = &given.report;
    let findings = report.findings.iter().map(ToString::to_string);
    let misstated = report.misstated.iter().map(ToString::to_string);
    let wrong: Vec<String> = findings.chain(misstated).collect();
    let mut lines = vec![verdict(wrong.len(), report)];
    lines.extend(indented(&wrong));
    let mut rules = report.findings.iter().filter_map(|finding| finding.rule);
    if is_edited && rules.any(|rule| rule == Rule::Placed) {
        lines.push(NOT_SETTLED_YET.to_owned());
    }
    if !report.misstated.is_empty() {
        lines.push(TO_DO.to_owned());
    }
    lines.push(String::new());
    lines.push("The tiers, recomputed from the tables:".to_owned());
    for (name, value) in TIER_NAMES.iter().zip(report.tiers) {
        lines.push(format!("  {name:<10} {}", six_decimals(value)));
    }
    lines.extend(given_up(&given.planned.plan));
    let other_tables = report.other_tables.map(str::to_owned);
    let notes: Vec<String> = other_tables
        .into_iter()
        .chain(report.gaps.clone())
        .collect();
    let parts = [("Note:", &notes), ("Taken on trust:", &trusted(report))];
    for (heading, sentences) in parts {
        if !sentences.is_empty() {
            lines.extend([String::new(), heading.to_owned()]);
            lines.extend(indented(sentences));
        }
    }
    lines.join("\n")
}

/// What the plan says that a better selection would score, where one was given up for better dates.
fn given_up(plan: &Plan) -> Option<String> {
    let selection = plan.tiers.first()?;
    let [best, more] = [selection.best(), selection.best() - selection.value].map(six_decimals);
    (best != six_decimals(selection.value)).then(|| {
        format!(
            "By the plan’s own word the best selection of any plan scores {best}, {more} more: it was given up for better dates."
        )
    })
}

fn verdict(wrong: usize, report: &Report) -> String {
    let rules = report.findings.iter().map(|finding| finding.rule);
    // Where sites, dates and teams are sound, it is not the plan that is to be put right.
    let is_of_timetable =
        |rule: Option<Rule>| rule.is_some_and(|rule| rule.number().starts_with('V'));
    let what = match report.misstated.is_empty() && rules.clone().all(is_of_timetable) {
        true => "timetable",
        false => "plan",
    };
    match (wrong, report.findings.is_empty()) {
        (0, _) => "The plan keeps every rule.".to_owned(),
        (1, true) => "The plan keeps every rule, but one thing that it says is not so:".to_owned(),
        (count, true) => {
            format!("The plan keeps every rule, but {count} things that it says are not so:")
        }
        (1, false) => format!("One thing is wrong with the {what}:"),
        (count, false) => format!("{count} things are wrong with the {what}:"),
    }
}

fn trusted(report: &Report) -> Vec<String> {
    report.on_trust.iter().map(ToString::to_string).collect()
}

fn indented(lines: &[String]) -> impl Iterator<Item = String> {
    lines.iter().map(|line| format!("  {line}"))
}
