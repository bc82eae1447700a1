//! `assize timetable`: the timetable of each visit of a plan, drawn up anew or brought back from an edited one.

use std::path::PathBuf;

use clap::Args;

use super::say::{complain, say};
use super::{Ending, Source, planned};
use crate::calendar::Calendar;
use crate::check::check;
use crate::domain::{Inspection, Plan};
use crate::input;

use crate::optimise::{draw_up, keep_visit, prepare_visit, why_not};
use crate::output;

#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(flatten)]
    source: Source,
    /// The plan: a plan.json
    plan: PathBuf,
    /// An edited sessions.csv: only what must move is placed anew; may be given again, where each inspectorate has its own
    #[arg(long, value_name = "FILE")]
    keep: Vec<PathBuf>,
    /// Where to write the timetables [default: INPUT/out/timetable]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub(super) fn run(options: &Options) -> Result<Ending, String> {
    let inspection = options.source.load()?.inspection;
    let mut planned = planned(&options.plan)?;
    if inspection.activities.is_empty() {
        return Err(
            "There are no activities to draw a timetable from. List them in activities.csv: README.md says how."
                .to_owned(),
        );
    }
    // A timetable is drawn up for the dates and teams of a plan: they have to be sound.
    planned.plan.sessions.clear();
    planned.plan.preparation.clear();
    let report = check(&inspection, &planned.plan);
    if !report.is_clean() {
        let findings = report.findings.iter().map(|finding| format!("  {finding}"));
        let findings: Vec<String> = findings.collect();
        complain(&format!(
            "The plan breaks rules, so no timetable was drawn up for it:\n{}",
            findings.join("\n")
        ));
        return Ok(Ending::BrokenRule);
    }
    let (without, moved) = match options.keep.as_slice() {
        [] => (draw_into(&inspection, &mut planned.plan), None),
        files => {
            let edited = input::read_sessions(files, &inspection)
                .map_err(|problems| input::report(&problems))?;
            let (without, moved) = keep_into(&inspection, &mut planned.plan, &edited);
            (without, Some(moved))
        }
    };
    if !without.is_empty() {
        complain(&without.join("\n"));
        complain("Nothing was written.");
        return Ok(Ending::NoPlan);
    }
    let report = check(&inspection, &planned.plan);
    if let Some(finding) = report.findings.first() {
        complain(&format!(
            "Assize's own check refuses this timetable, so nothing was written. This is a fault in Assize.\n{finding}"
        ));
        return Ok(Ending::BrokenRule);
    }
    let files =
        output::timetable_files(&inspection, &planned).map_err(|error| error.to_string())?;
    let out = out(options);
    output::write_all(&out, &files).map_err(|error| error.to_string())?;
    say(&output::timetable_summary(&inspection, &planned.plan))?;
    if let Some(moved) = moved {
        say(&moved)?;
    }
    say(&format!("Written to {}.", out.display()))?;
    Ok(Ending::Done)
}

/// Where the timetables go: not among the files of the plan, where an edited one may stand.
fn out(options: &Options) -> PathBuf {
    match &options.out {
        Some(out) => out.clone(),
        None => options.source.out(None).join("timetable"),
    }
}

/// Draws up the timetables of a plan and puts them into it. What it returns says of each visit without one why.
pub(super) fn draw_into(inspection: &Inspection, plan: &mut Plan) -> Vec<String> {
    if inspection.activities.is_empty() {
        return Vec::new();
    }
    let drawn = draw_up(inspection, &Calendar::new(inspection), plan);
    plan.sessions = drawn.sessions;
    plan.preparation = drawn.preparation;
    let names = drawn.without.iter();
    names
        .map(|(site, why)| no_timetable(inspection, site, why))
        .collect()
}

/// Keeps what can be kept of edited timetables. Returns what has no timetable, and what had to move.
fn keep_into(
    inspection: &Inspection,
    plan: &mut Plan,
    edited: &[crate::domain::Session],
) -> (Vec<String>, String) {
    let calendar = Calendar::new(inspection);
    let mut without = Vec::new();
    let mut moved = Vec::new();
    let mut proved = true;
    for visit in &plan.visits {
        match keep_visit(inspection, &calendar, visit, edited) {
            None => {
                let why = why_not(inspection, &calendar, visit);
                without.push(no_timetable(inspection, &visit.site, &why));
            }
            Some(kept) => {
                proved &= kept.proved;
                moved.extend(output::moved_sessions(inspection, &kept, edited));
                plan.sessions.extend(kept.sessions);
            }
        }
        let shared_out = prepare_visit(inspection, &calendar, visit);
        plan.preparation.extend(shared_out);
    }
    let how = match (moved.is_empty(), proved) {
        (true, _) => "Every session stands where it was.".to_owned(),
        (false, true) => "These sessions had to move, and no fewer could:".to_owned(),
        (false, false) => "These sessions moved; it is not proved that no fewer could:".to_owned(),
    };
    let lines: Vec<String> = std::iter::once(how).chain(moved).collect();
    (without, lines.join("\n"))
}

fn no_timetable(inspection: &Inspection, site: &crate::domain::SiteId, why: &str) -> String {
    let name = inspection
        .site(site)
        .map_or(site.as_str(), |site| &site.name);
    format!("No timetable holds the activities of the visit to {name}. {why}")
}
