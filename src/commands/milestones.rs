//! `assize milestones`: every date from scope to publication.

use std::path::PathBuf;

use clap::Args;

use super::say::{complain, say};
use super::{Ending, Failure, Source};
use crate::documents;
use crate::documents::views::ProjectView;
use crate::domain::Plan;
use crate::insight::english;
use crate::milestones::project;
use crate::store;

#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(flatten)]
    source: Source,
    /// A plan.json; without one, a single stretch of fieldwork stands in for the visits
    plan: Option<PathBuf>,
    /// Where to write milestones.csv and the project chart [default: INPUT/out]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub(super) fn run(options: &Options) -> Result<Ending, Failure> {
    let instance = options.source.instance()?;
    let (inspection, calendar) = (&instance.inspection, &instance.calendar);
    let plan = match &options.plan {
        Some(path) => Some(read(path)?),
        None => None,
    };
    if let Some(plan) = &plan
        && plan.inputs_digest != inspection.inputs_digest
    {
        complain("Note: the plan was made from other input files, or with another scenario.");
    }
    let project = project(inspection, calendar, plan.as_ref());
    if !project.late.is_empty() {
        return Err(english::late_report(&project.late).into());
    }
    let view = ProjectView::new(inspection, calendar, &project);
    let files = documents::milestone_files(&view)?;
    let out = options.source.out(options.out.as_deref());
    store::write_all(&out, &files).map_err(|error| error.to_string())?;
    say(&documents::milestone_table(&view))?;
    say(&format!("Written to {}.", out.display()))?;
    Ok(Ending::Done)
}

fn read(path: &std::path::Path) -> Result<Plan, String> {
    let name = path.display();
    let text = std::fs::read_to_string(path).map_err(|error| {
        format!("{name} cannot be read: {error}. Give the path of a plan.json.")
    })?;
    store::read_plan(&text).map_err(|error| format!("{name}: {error}"))
}
