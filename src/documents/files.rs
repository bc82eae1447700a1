//! Which files there are, by name, and from which view each is made.

use super::encoders::csv;
use super::views::{
    DevelopmentGroupView, InspectedBodyView, InspectorateView, LeadView, ProjectView, Ranking,
    TeamView,
};
use super::{OutputError, gantt, plan_json, tables, timetable};
use crate::domain::{DrawnUpBy, Inspection, Plan, Planned};
use crate::insight::particulars::Particulars;
use crate::instance::Instance;
use crate::milestones::project;
use crate::store::safe_name;

/// The name of a file, and its bytes.
pub type NamedFile = (String, Vec<u8>);

/// The tables that [`report_files`] makes where there are activities.
pub const SESSION_FILES: [&str; 2] = ["sessions.csv", "preparation.csv"];

/// The files that [`report_files`] always makes. A chart of many rows has further pages: `gantt-2.svg` and so on.
/// A visit with sessions has its timetable: `timetable-SITE.svg`.
pub const REPORT_FILES: [&str; 10] = [
    "plan.json",
    "selection.csv",
    "scores.csv",
    "visits.csv",
    "inspectors.csv",
    "gantt.svg",
    "gantt.png",
    "milestones.csv",
    "project.svg",
    "project.png",
];

/// Whether a name is one that [`report_files`] gives for some plan.
pub fn is_report_file(name: &str) -> bool {
    REPORT_FILES.contains(&name)
        || is_page_of(name, "gantt")
        || is_milestone_file(name)
        || is_timetable_file(name)
}

/// Whether a name is one that [`milestone_files`] gives for some plan.
pub fn is_milestone_file(name: &str) -> bool {
    name == "milestones.csv" || is_page_of(name, "project")
}

/// Whether a name is one that [`timetable_files`] gives for some plan, besides `plan.json`.
pub fn is_timetable_file(name: &str) -> bool {
    let stands_for_one = |prefix: &str, suffix: &str| {
        let rest = name.strip_prefix(prefix);
        rest.is_some_and(|rest| rest.len() > suffix.len() && rest.ends_with(suffix))
    };
    SESSION_FILES.contains(&name)
        || stands_for_one("timetable-", ".svg")
        || stands_for_one("sessions-", ".csv")
}

/// Whether a name is that of a page of a chart: `gantt.svg`, or `gantt-2.png`.
fn is_page_of(name: &str, chart: &str) -> bool {
    let page = name
        .strip_suffix(".svg")
        .or_else(|| name.strip_suffix(".png"));
    match page.and_then(|page| page.strip_prefix(chart)) {
        Some("") => true,
        Some(number) => number
            .strip_prefix('-')
            .is_some_and(|number| number.parse::<u32>().is_ok()),
        None => false,
    }
}

/// Every file of a plan: `plan.json`, the tables, the Gantt charts, and the timetables where there are any. The same plan gives
/// the same bytes.
///
/// # Errors
/// [`OutputError`].
///
/// # Examples
///
/// ```
/// use std::path::Path;
///
/// use assize::documents::report_files;
/// use assize::instance::Instance;
/// # use assize::optimise::{Answer, Budget, plan};
///
/// # let loaded = assize::input::load(Path::new("examples/small"), None);
/// let instance = Instance::new(loaded.expect("sound tables").inspection);
/// # let Ok(Answer::Plan(planned)) = plan(&instance, &Budget::unlimited(), &mut |_| {}) else {
/// #     panic!("the small example has a plan");
/// # };
/// let files = report_files(&instance, &planned)?;
/// let (name, visits) = &files[3];
/// assert_eq!(name, "visits.csv");
/// assert!(String::from_utf8_lossy(visits).contains("Alder"));
/// # Ok::<(), assize::documents::OutputError>(())
/// ```
pub fn report_files(instance: &Instance, planned: &Planned) -> Result<Vec<NamedFile>, OutputError> {
    let (inspection, calendar) = (&instance.inspection, &instance.calendar);
    let facts = Particulars::new(instance, planned);
    let ranking = Ranking::of_plan(inspection, &instance.scores, &planned.plan);
    let lead = LeadView::new(&facts);
    let team = TeamView::new(&facts);
    let project = project(inspection, calendar, Some(&planned.plan));
    let mut files = figure_files(instance, planned)?;
    files.extend([
        named("scores.csv", csv(&tables::scores(&ranking))?),
        named("visits.csv", csv(&tables::visits(&lead))?),
        named("inspectors.csv", csv(&tables::inspectors(&team))?),
    ]);
    files.extend(session_files(inspection, &planned.plan, &team)?);
    files.extend(gantt::named("gantt", gantt::charts(&lead)?));
    files.extend(milestone_files(&ProjectView::new(
        inspection,
        calendar,
        Some(&planned.plan),
        &project,
    ))?);
    let bodies = InspectedBodyView::of_plan(instance, &planned.plan);
    files.extend(timetable::pages(&bodies)?);
    // Further pages come last.
    files.sort_by_key(|(name, _)| !REPORT_FILES.contains(&name.as_str()));
    Ok(files)
}

/// The files among those of a plan in which something is said of other choices. The others do not change with that.
///
/// # Errors
/// [`OutputError`].
pub fn figure_files(instance: &Instance, planned: &Planned) -> Result<Vec<NamedFile>, OutputError> {
    let facts = Particulars::new(instance, planned);
    let ranking = Ranking::of_plan(&instance.inspection, &instance.scores, &planned.plan);
    let group = DevelopmentGroupView::new(&facts, &ranking);
    Ok(vec![
        named("plan.json", plan_json(instance, planned)?),
        named("selection.csv", csv(&tables::selection(&group))?),
    ])
}

/// The files of the timetables of a plan, and `plan.json` with the timetables in it.
///
/// # Errors
/// [`OutputError`].
pub fn timetable_files(
    instance: &Instance,
    planned: &Planned,
) -> Result<Vec<NamedFile>, OutputError> {
    let inspection = &instance.inspection;
    let team = TeamView::of_sessions(inspection, &planned.plan);
    let bodies = InspectedBodyView::of_plan(instance, &planned.plan);
    let mut files = vec![named("plan.json", plan_json(instance, planned)?)];
    files.extend(session_files(inspection, &planned.plan, &team)?);
    files.extend(timetable::pages(&bodies)?);
    Ok(files)
}

/// `scores.csv`.
///
/// # Errors
/// [`OutputError::Csv`].
pub fn score_files(ranking: &Ranking) -> Result<Vec<NamedFile>, OutputError> {
    Ok(vec![named("scores.csv", csv(&tables::scores(ranking))?)])
}

/// `milestones.csv` and the project chart. A chart of many rows has further pages: `project-2.svg` and so on.
///
/// # Errors
/// [`OutputError`].
pub fn milestone_files(view: &ProjectView<'_>) -> Result<Vec<NamedFile>, OutputError> {
    let table = csv(&tables::milestones(view))?;
    let mut files = vec![named("milestones.csv", table)];
    files.extend(gantt::named("project", gantt::project_charts(view)?));
    Ok(files)
}

/// The tables of what happens inside the visits: `sessions.csv`, where each inspectorate draws its own timetables up then one for
/// each, such as `sessions-HMICFRS.csv`, and `preparation.csv`. None where the plan has neither.
fn session_files(
    inspection: &Inspection,
    plan: &Plan,
    team: &TeamView,
) -> Result<Vec<NamedFile>, OutputError> {
    let mut files = Vec::new();
    if !team.sessions.is_empty() {
        let table = tables::sessions(&team.heading, &team.sessions);
        files.push(named("sessions.csv", csv(&table)?));
        if inspection.timetable_by == DrawnUpBy::EachInspectorate {
            for inspectorate in &inspection.header.inspectorates {
                let view = InspectorateView::new(inspection, plan, inspectorate);
                files.extend(sessions_of(&view)?);
            }
        }
    }
    if !team.preparation.is_empty() {
        files.push(named("preparation.csv", csv(&tables::preparation(team))?));
    }
    Ok(files)
}

/// The sessions of one inspectorate's own visits; `None` where it has none.
fn sessions_of(view: &InspectorateView) -> Result<Option<NamedFile>, OutputError> {
    if view.sessions.is_empty() {
        return Ok(None);
    }
    let name = format!("sessions-{}.csv", safe_name(view.inspectorate.as_str()));
    let table = tables::sessions(&view.heading, &view.sessions);
    Ok(Some((name, csv(&table)?)))
}

fn named(name: &str, bytes: Vec<u8>) -> NamedFile {
    (name.to_owned(), bytes)
}
