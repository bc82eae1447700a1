//! `assize milestones`: every date from scope to publication.

use std::path::PathBuf;

use clap::Args;

use super::given_plan::GivenPlan;
use super::say::{complain, say};
use super::written::tell_of_earlier;
use super::{Ending, Failure, Source};
use crate::documents;
use crate::documents::views::ProjectView;
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
    let out = options.source.out(options.out.as_deref())?;
    let (inspection, calendar) = (&instance.inspection, &instance.calendar);
    let given = match &options.plan {
        Some(path) => Some(GivenPlan::read(path, &instance, |_| {})?),
        None => None,
    };
    if let Some(given) = &given {
        if let Some(refusal) =
            given.refusal(&instance.inspection, "its milestones were not worked out")
        {
            complain(&refusal);
            return Ok(Ending::BrokenRule);
        }
        given.note().iter().for_each(|note| complain(note));
    }
    let plan = given.map(|given| given.planned.plan);
    let project = project(inspection, calendar, plan.as_ref());
    if !project.late.is_empty() {
        return Err(english::late_report(&project.late).into());
    }
    let view = ProjectView::new(inspection, calendar, plan.as_ref(), &project);
    let files = documents::milestone_files(&view)?;
    let earlier = store::write_set(&out, &files, documents::is_milestone_file)
        .map_err(|error| error.to_string())?;
    tell_of_earlier(&earlier);
    say(&documents::milestone_table(&view))?;
    say(&format!("Written to {}.", store::shown_path(&out)))?;
    Ok(Ending::Done)
}
