//! The project chart: the eight stages, every milestone as a diamond with its name, letters and the critical path.

mod marks;
mod rows;

use chrono::NaiveDate;

use super::axis::Axis;
use super::axis_heading::AxisHeading;
use super::drawing::a4::{self, HEIGHT, MARGIN, WIDTH};
use super::drawing::{Drawing, LIGHT_GREY, MID_GREY};
use super::lanes::{self, Event, Mark};
use super::legend::Legend;
use super::pages::{self, Paged};
use super::{AXIS_TOP, Chart, GAP, ROW_HEIGHT, paint, titled, titles};
use crate::documents::OutputError;
use crate::documents::views::ProjectView;
use crate::domain::{Given, Letters, On};
use crate::milestones::{Project, Remark, Step};
use crate::words::{between, date, date_range, list};
use rows::{ProjectColumns, ProjectRow};

/// The pages of the chart, each as SVG and as PNG: one where all rows fit on A4, more where they do not.
pub(in crate::documents) fn charts(view: &ProjectView<'_>) -> Result<Vec<Chart>, OutputError> {
    let project = view.project;
    let rows = rows::rows(view);
    let columns = ProjectColumns::new(&rows, MARGIN + 10);
    let axis = time(project, columns.chart);
    let mut events = events(view);
    events.retain(|event| event.spans.iter().all(|span| axis.shows(span.0, span.1)));
    // The latest is lowest, so that no line crosses the label of another.
    events.sort_by_key(|event| std::cmp::Reverse(event.spans.first().copied()));
    lanes::stack(&mut events, &axis);
    let fixed = AXIS_TOP
        + AxisHeading::new(&axis).height()
        + lanes::height(&events)
        + legend().height()
        + GAP;
    let pages = pages::split(rows, HEIGHT - fixed, *ROW_HEIGHT.start());
    let title = titled(&view.heading, "milestones");
    let description = description(view);
    let mut charts = Vec::with_capacity(pages.len());
    for (place, rows) in pages.iter().enumerate() {
        let page = (pages.len() > 1).then(|| format!("page {} of {}", place + 1, pages.len()));
        let sheet = ProjectPage {
            view,
            columns,
            axis,
        };
        let drawing = sheet.draw(&events, rows, page.as_deref());
        let title = match &page {
            Some(page) => format!("{title}, {page}"),
            None => title.clone(),
        };
        let svg = paint::svg(&drawing, &title, &description)?;
        let png = paint::png(&drawing)?;
        charts.push(Chart { svg, png });
    }
    Ok(charts)
}

/// What every page shares.
struct ProjectPage<'s, 'p> {
    view: &'s ProjectView<'p>,
    columns: ProjectColumns,
    axis: Axis,
}

impl ProjectPage<'_, '_> {
    fn draw(&self, events: &[Event], rows: &[ProjectRow<'_, '_>], page: Option<&str>) -> Drawing {
        let heads = AxisHeading::new(&self.axis);
        let lanes_top = AXIS_TOP + heads.height();
        let rows_top = lanes_top + lanes::height(events);
        let low: i32 = rows.iter().map(|row| row.height(*ROW_HEIGHT.start())).sum();
        let count = rows.iter().filter(|row| !row.is_heading()).count() as i32;
        let legend = legend();
        let spare = HEIGHT - rows_top - legend.height() - GAP - low;
        let row_height = (ROW_HEIGHT.start() + spare / count.max(1))
            .clamp(*ROW_HEIGHT.start(), *ROW_HEIGHT.end());
        let tall: i32 = rows.iter().map(|row| row.height(row_height)).sum();
        let rows_bottom = rows_top + tall;
        let height = HEIGHT.max(rows_bottom + legend.height() + GAP);
        let mut drawing = Drawing::new(WIDTH, height);
        titles(&mut drawing, &self.view.heading, page);
        self.months(&mut drawing, lanes_top, rows_bottom);
        heads.draw(&mut drawing, lanes_top);
        let mut top = rows_top;
        let mut placed = Vec::with_capacity(rows.len());
        for row in rows {
            let bottom = top + row.height(row_height);
            marks::ground(&mut drawing, &self.axis, self.columns, row, (top, bottom));
            placed.push((row, top, bottom));
            top = bottom;
        }
        lanes::draw_labels(&mut drawing, &self.axis, events, (rows_top, rows_bottom));
        for (row, top, bottom) in placed {
            marks::row(&mut drawing, &self.axis, self.columns, row, (top, bottom));
        }
        let note = note(self.view.project);
        let middle = rows_bottom + GAP + 16;
        legend.draw(&mut drawing, middle, &marks::NAMES, marks::sample, &note);
        a4::marking_below(&mut drawing, &self.view.heading.banner());
        drawing
    }

    /// Every second month faintly shaded, and a line where a month begins.
    fn months(&self, drawing: &mut Drawing, top: i32, bottom: i32) {
        let axis = self.axis;
        let mut days = axis.first.iter_days().take_while(|day| *day <= axis.last);
        let mut shaded = false;
        let mut month: Option<(NaiveDate, NaiveDate)> = None;
        let mut finish = |drawing: &mut Drawing, first: NaiveDate, last: NaiveDate| {
            if shaded {
                drawing.fill(axis.strip(first, last, top, bottom), LIGHT_GREY);
            }
            drawing.upright(axis.x(first), top, bottom, MID_GREY, 1);
            shaded = !shaded;
        };
        for day in days.by_ref() {
            month = match month {
                Some((first, last))
                    if crate::words::month_name(last) != crate::words::month_name(day) =>
                {
                    finish(drawing, first, last);
                    Some((day, day))
                }
                Some((first, _)) => Some((first, day)),
                None => Some((day, day)),
            };
        }
        if let Some((first, last)) = month {
            finish(drawing, first, last);
        }
        drawing.upright(axis.right, top, bottom, MID_GREY, 1);
    }
}

/// From the first work to the last milestone that is no note.
fn time(project: &Project<'_>, left: i32) -> Axis {
    let steps = project.steps.iter().filter(|step| !step.milestone.note);
    let dates = steps.filter_map(|step| step.dates.as_ref());
    let ends: Vec<(NaiveDate, NaiveDate)> = dates.map(|dates| (dates.start, dates.done)).collect();
    let first = ends
        .iter()
        .map(|ends| ends.0)
        .min()
        .unwrap_or(project.start);
    let last = ends.iter().map(|ends| ends.1).max().unwrap_or(first);
    let last = project.publication_longer.unwrap_or(last).max(last);
    Axis::new(left, WIDTH - MARGIN, first, last)
}

/// The days that much hangs on.
fn events(view: &ProjectView<'_>) -> Vec<Event> {
    let project = view.project;
    let mut events = Vec::new();
    let proposed = view.selection_proposed;
    events.push(Event::line("Selection proposed", proposed, Mark::Day));
    let authority = view.authority_date;
    events.push(Event::line("Authority", authority, Mark::Authority));
    let is_letter = |step: &&Step<'_>| step.is_letter();
    let letters = project.steps.iter().filter(is_letter);
    let first = letters.filter_map(|step| Some(step.dates?.done)).min();
    if let Some(day) = first {
        let what = match view.letters {
            Letters::Together => "Letters by",
            Letters::Each => "First letter by",
        };
        events.push(Event::line(what, day, Mark::LettersBy));
    }
    if let Some(day) = project.publication {
        events.push(Event::line("Publication", day, Mark::Day));
    }
    if let Some(day) = project.publication_longer {
        events.push(Event::line("By the longer course", day, Mark::Day));
    }
    events
}

/// Every sort of mark by name.
fn legend() -> Legend {
    Legend::new(&marks::NAMES)
}

/// What stands below the legend.
fn note(project: &Project<'_>) -> String {
    let age = project.evidence_age.as_ref().map(|age| {
        format!(
            " Evidence at publication: {} days old on average, {} at most.",
            age.mean.round(),
            age.worst.days
        )
    });
    let without_plan = match project.planned {
        true => "",
        false => " Without a plan, one stretch stands in for the visits.",
    };
    let marked = project.steps.iter().flat_map(|step| &step.remarks);
    let marked = match marked.into_iter().any(Remark::is_a_warning) {
        true => " * Look again: see milestones.csv.",
        false => "",
    };
    format!(
        "Slack is in working days. Durations are Assize’s own, unless yours.{without_plan}{}{marked}",
        age.unwrap_or_default()
    )
}

/// The chart in words: the stages, and the critical path.
fn description(view: &ProjectView<'_>) -> String {
    let project = view.project;
    let mut stages = Vec::new();
    for row in rows::rows(view) {
        if let ProjectRow::Stage(name, Some((first, last))) = row {
            stages.push(format!("{name}: {}", date_range(first, last)));
        }
    }
    let critical: Vec<String> = project
        .steps
        .iter()
        .filter(|step| step.dates.is_some_and(|dates| dates.critical))
        .map(|step| step.label.clone())
        .collect();
    let path = match critical.is_empty() {
        true => "No chain decides the date of publication".to_owned(),
        false => format!("Critical: {}", list(&critical)),
    };
    let publication = match (project.publication, project.publication_longer) {
        (Some(day), Some(longer)) if !view.has_target => between(day, longer),
        (day, _) => day.map(date).unwrap_or_default(),
    };
    format!(
        "Chart of the milestones by stage. {}. Publication: {publication}. {path}.",
        stages.join(". ")
    )
}

/// Whether a step is a stretch of preparation; otherwise it is onsite.
fn is_preparation(step: &Step<'_>) -> bool {
    step.milestone.on == Some(On::Given(Given::Preparation))
}
