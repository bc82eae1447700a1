//! `assize timetable`: the timetable of each visit of a plan, drawn up anew or brought back from an edited one.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;

use super::given_plan::GivenPlan;
use super::say::{complain, say};
use super::written::tell_of_earlier;
use super::{Ending, Failure, Source};
use crate::check::check;
use crate::documents;
use crate::documents::views::TimetablesInShort;
use crate::domain::{Inspection, OneOff, Plan, Session, SiteId};
use crate::input;
use crate::insight::english;
use crate::instance::Instance;
use crate::optimise::{
    Budget, Fault, NotKept, draw_up, keep_visit, prepare_visit, why_no_timetable,
};
use crate::store;

#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(flatten)]
    source: Source,
    /// The plan: a plan.json
    plan: PathBuf,
    /// An edited sessions.csv: what was edited stands, and only what must move for it is placed anew; may be given again, where each inspectorate has its own
    #[arg(long, value_name = "FILE")]
    keep: Vec<PathBuf>,
    /// Where to write the timetables [default: INPUT/out/timetable]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub(super) fn run(options: &Options) -> Result<Ending, Failure> {
    within(options, &Budget::unlimited())
}

fn within(options: &Options, budget: &Budget) -> Result<Ending, Failure> {
    let instance = options.source.instance()?;
    let out = out(options)?;
    let inspection = &instance.inspection;
    // A timetable is drawn up for the dates and teams of a plan: they have to be sound. Its own sessions are drawn up anew.
    let mut agreed = Vec::new();
    let given = GivenPlan::read(&options.plan, &instance, |plan| {
        agreed = std::mem::take(&mut plan.sessions);
        plan.preparation.clear();
    })?;
    if inspection.activities.is_empty() {
        let what = "There are no activities to draw a timetable from. List them in activities.csv: README.md says how.";
        return Err(what.to_owned().into());
    }
    if let Some(refusal) = given.refusal(inspection, "no timetable was drawn up for it") {
        complain(&refusal);
        return Ok(Ending::BrokenRule);
    }
    given.note().iter().for_each(|note| complain(note));
    let mut planned = given.planned;
    let drawn = match options.keep.as_slice() {
        [] => draw_into(&instance, &mut planned.plan, budget)?,
        files => {
            let edited = input::read_sessions(files, inspection)
                .map_err(|problems| input::report(&problems))?;
            keep_into(&instance, &mut planned.plan, &edited, &agreed, budget)?
        }
    };
    if !drawn.without.is_empty() {
        complain(&drawn.without.join("\n"));
        complain("Nothing was written.");
        return Ok(Ending::NoPlan);
    }
    let report = check(inspection, &planned.plan);
    if let Some(finding) = report.findings.first() {
        return Err(Failure::Fault(format!(
            "Assize's own check refuses this timetable, so nothing was written. This is a fault in Assize.\n{finding}"
        )));
    }
    let files = documents::timetable_files(&instance, &planned)?;
    let earlier = store::write_set(&out, &files, documents::is_timetable_file)
        .map_err(|error| error.to_string())?;
    tell_of_earlier(&earlier);
    say(&documents::timetable_summary(&TimetablesInShort::new(
        inspection,
        &planned.plan,
    )))?;
    for line in &drawn.said {
        say(line)?;
    }
    say(&format!("Written to {}.", store::shown_path(&out)))?;
    Ok(Ending::Done)
}

/// Where the timetables go: not among the files of the plan, where an edited one may stand.
fn out(options: &Options) -> Result<PathBuf, String> {
    match &options.out {
        Some(out) => options.source.out(Some(out)),
        None => Ok(options.source.out(None)?.join("timetable")),
    }
}

/// What came of drawing timetables into a plan, in sentences.
#[derive(Debug, Default)]
pub(super) struct DrawnInto {
    /// Of each visit that has no timetable, why.
    pub(super) without: Vec<String>,
    /// What else there is to know.
    pub(super) said: Vec<String>,
}

/// Draws up the timetables of a plan and puts them into it, within the budget.
pub(super) fn draw_into(
    instance: &Instance,
    plan: &mut Plan,
    budget: &Budget,
) -> Result<DrawnInto, Fault> {
    let inspection = &instance.inspection;
    if inspection.activities.is_empty() {
        return Ok(DrawnInto::default());
    }
    let drawn = draw_up(instance, plan, budget)?;
    plan.sessions = drawn.sessions;
    plan.preparation = drawn.preparation;
    let settled = plan.visits.iter().flat_map(|visit| {
        let site = (&visit.site, name(inspection, &visit.site));
        let as_before = [plan.one_offs.as_slice(); 2];
        english::one_offs(site, &visit.kind, &inspection.activities, as_before)
    });
    let settled: Vec<String> = settled.collect();
    let unproved = drawn.unproved.iter().map(|site| {
        format!(
            "The timetable of {} keeps every rule, but it is not proved that it takes the fewest days and is the most even.",
            name(inspection, site)
        )
    });
    Ok(DrawnInto {
        without: drawn.without.iter().map(english::no_timetable).collect(),
        said: settled.into_iter().chain(unproved).collect(),
    })
}

/// Keeps what can be kept of edited timetables, and of those of the plan where a visit is in no edited one.
fn keep_into(
    instance: &Instance,
    plan: &mut Plan,
    edited: &[Session],
    agreed: &[Session],
    budget: &Budget,
) -> Result<DrawnInto, Fault> {
    let inspection = &instance.inspection;
    let mut drawn = DrawnInto::default();
    drawn.said.extend(rows_elsewhere(inspection, plan, edited));
    let mut outcome = english::Edits::default();
    let settled = std::mem::take(&mut plan.one_offs);
    for visit in &plan.visits {
        let name = name(inspection, &visit.site);
        let of_visit = |all: &[Session]| -> Vec<Session> {
            let of_visit = all.iter().filter(|session| session.site == visit.site);
            of_visit.cloned().collect()
        };
        let mut stood = of_visit(edited);
        if stood.is_empty() {
            stood = of_visit(agreed);
        }
        let said_of = |one_offs: &[OneOff]| {
            let site = (&visit.site, name);
            english::one_offs(
                site,
                &visit.kind,
                &inspection.activities,
                [&settled, one_offs],
            )
        };
        match keep_visit(instance, visit, [agreed, edited], &settled, budget)? {
            Err(NotKept { one_offs }) => {
                // More sessions than fit may be the reason: so they are said first.
                drawn.without.extend(said_of(&one_offs));
                let why = why_no_timetable(instance, visit, &one_offs, budget)?;
                drawn.without.push(english::no_timetable(&why));
            }
            Ok(kept) if stood.is_empty() && !kept.sessions.is_empty() => {
                let text = format!("{name} had no timetable, so one was drawn up.");
                drawn.said.push(text);
                plan.sessions.extend(kept.sessions);
            }
            Ok(kept) => {
                drawn.said.extend(said_of(&kept.one_offs));
                let corrected = english::corrected_sessions(name, &kept, &stood);
                drawn.said.extend(corrected);
                outcome.add(name, &kept, &stood);
                plan.sessions.extend(kept.sessions);
                plan.one_offs.extend(kept.one_offs);
            }
        }
        let shared_out = prepare_visit(instance, visit, budget)?;
        plan.preparation.extend(shared_out);
    }
    drawn.said.extend(outcome.said());
    Ok(drawn)
}

/// What is said of rows at sites that the plan does not visit.
fn rows_elsewhere(inspection: &Inspection, plan: &Plan, edited: &[Session]) -> Vec<String> {
    let mut rows: BTreeMap<&SiteId, usize> = BTreeMap::new();
    for session in edited {
        if !plan.visits.iter().any(|visit| visit.site == session.site) {
            *rows.entry(&session.site).or_default() += 1;
        }
    }
    let rows = rows.into_iter();
    rows.map(|(site, rows)| english::rows_elsewhere(name(inspection, site), rows))
        .collect()
}

fn name<'a>(inspection: &'a Inspection, site: &'a SiteId) -> &'a str {
    inspection
        .site(site)
        .map_or(site.as_str(), |site| &site.name)
}
