//! The Gantt chart: visits by site above, visits by inspector below, made to be read on A4, in colour or not.

mod axis;
mod axis_heading;
mod bars;
mod lanes;
mod legend;
mod pages;
mod project;
mod rows;
mod style;

use chrono::Days;

use super::OutputError;
use super::drawing::a4::{self, HEIGHT, MARGIN, SMALLEST, WIDTH};
use super::drawing::{self, Anchor, Drawing, Rect, paint, text};
use super::views::{Heading, LeadView, PlannedVisit};
use crate::domain::Severity;
use crate::insight::english;
use crate::words::{date, date_range, list};
use axis::Axis;
use axis_heading::AxisHeading;
use bars::RowPainter;
use lanes::Event;
use legend::Legend;
pub(super) use project::charts as project_charts;
use rows::{GanttColumns, GanttRow, HEADING_HEIGHT};
use style::{Bar, QUESTION, SMALL};

/// Rows are no lower than legible text and no higher than looks well.
const ROW_HEIGHT: std::ops::RangeInclusive<i32> = 28..=44;
/// Below marking, title and question.
const AXIS_TOP: i32 = 178;
const NOTE: &str = "Numbers on the bars of inspectors are those of the visits. Dates over the columns are Mondays.";
/// Between the rows and the legend.
const GAP: i32 = 30;

/// One page of the chart.
pub(super) struct Chart {
    pub(super) svg: Vec<u8>,
    pub(super) png: Vec<u8>,
}

/// The files of the pages of a chart: `gantt.svg` and `gantt.png`, then `gantt-2.svg` and so on.
pub(super) fn named(name: &str, pages: Vec<Chart>) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for (place, page) in pages.into_iter().enumerate() {
        let name = match place {
            0 => name.to_owned(),
            later => format!("{name}-{}", later + 1),
        };
        files.push((format!("{name}.svg"), page.svg));
        files.push((format!("{name}.png"), page.png));
    }
    files
}

/// The pages of the chart, each as SVG and as PNG: one where all rows fit on A4, more where they do not.
pub(super) fn charts(view: &LeadView) -> Result<Vec<Chart>, OutputError> {
    let rows = rows::rows(view);
    let columns = GanttColumns::new(&rows, MARGIN + 10);
    let axis = time(view, columns.chart);
    let events = lanes::events(view, &axis);
    let bars = bars_shown(view);
    let fixed = AXIS_TOP
        + AxisHeading::new(&axis).height()
        + lanes::height(&events)
        + legend(&bars).height()
        + GAP;
    let pages = pages::split(rows, HEIGHT - fixed, *ROW_HEIGHT.start());
    let title = titled(&view.heading, "visits");
    let painter = RowPainter {
        authority_date: view.authority_date,
        axis,
        columns,
    };
    let mut charts = Vec::with_capacity(pages.len());
    for (place, rows) in pages.iter().enumerate() {
        let page = (pages.len() > 1).then(|| format!("page {} of {}", place + 1, pages.len()));
        let drawing = draw(
            &view.heading,
            painter,
            (&events, &bars),
            rows,
            page.as_deref(),
        );
        let title = match &page {
            Some(page) => format!("{title}, {page}"),
            None => title.clone(),
        };
        let svg = paint::svg(&drawing, &title, &description(view))?;
        let png = paint::png(&drawing)?;
        charts.push(Chart { svg, png });
    }
    Ok(charts)
}

/// One page, as high as A4 on its side; higher only where so much stands above the rows that few would fit.
fn draw(
    heading: &Heading,
    painter: RowPainter,
    (events, bars): (&[Event], &[Bar]),
    rows: &[GanttRow<'_>],
    page: Option<&str>,
) -> Drawing {
    let axis = painter.axis;
    let heads = AxisHeading::new(&axis);
    let lanes_top = AXIS_TOP + heads.height();
    let rows_top = lanes_top + lanes::height(events);
    let headings = rows
        .iter()
        .filter(|row| matches!(row, GanttRow::Heading(..)))
        .count() as i32;
    let others = rows.len() as i32 - headings;
    let legend = legend(bars);
    let fixed = rows_top + headings * HEADING_HEIGHT + legend.height() + GAP;
    let row_height =
        ((HEIGHT - fixed) / others.max(1)).clamp(*ROW_HEIGHT.start(), *ROW_HEIGHT.end());
    let rows_bottom = rows_top + headings * HEADING_HEIGHT + others * row_height;
    let height = HEIGHT.max(rows_bottom + legend.height() + GAP);

    let mut drawing = Drawing::new(WIDTH, height);
    titles(&mut drawing, heading, page);
    axis.ground(&mut drawing, lanes_top, rows_bottom);
    lanes::draw_columns(&mut drawing, &axis, events, (rows_top, rows_bottom));
    heads.draw(&mut drawing, lanes_top);

    let mut placed = Vec::with_capacity(rows.len());
    let mut top = rows_top;
    for row in rows {
        let bottom = top
            + if matches!(row, GanttRow::Heading(..)) {
                HEADING_HEIGHT
            } else {
                row_height
            };
        placed.push((row, top, bottom));
        top = bottom;
    }
    for (row, top, bottom) in &placed {
        painter.ground(&mut drawing, row, *top, *bottom);
    }
    lanes::draw_labels(
        &mut drawing,
        &axis,
        events,
        (rows_top, last_visit(&placed).unwrap_or(rows_top)),
    );
    for (row, top, bottom) in &placed {
        painter.row(&mut drawing, row, *top, *bottom);
    }
    let sample = |drawing: &mut Drawing, place: usize, rect: Rect| {
        if let Some(bar) = bars.get(place) {
            bar.draw_sample(drawing, rect);
        }
    };
    let names: Vec<&str> = bars.iter().map(|bar| bar.name()).collect();
    legend.draw(&mut drawing, rows_bottom + GAP + 16, &names, sample, NOTE);
    a4::marking_below(&mut drawing, &heading.banner());
    drawing
}

/// From the authority to a week after the last visit, or to the end of the window if that is sooner.
fn time(view: &LeadView, left: i32) -> Axis {
    let (visits, authority) = (&view.visits, view.authority_date);
    let days = visits.iter().filter_map(|visit| visit.days.as_ref());
    let prepared = days.filter_map(|days| days.preparation.iter().chain(&days.onsite).next());
    let prepared = prepared.copied();
    let first = prepared
        .chain(visits.iter().map(|visit| visit.letter_by))
        .min();
    let from = first.map_or(authority, |day| day.min(authority));
    let ends = view.window_ends;
    let to = match visits.iter().map(|visit| visit.last_day).max() {
        Some(last) => {
            let write_up = visits.iter().flat_map(PlannedVisit::write_up).copied();
            let last = write_up.max().map_or(last, |day| day.max(last));
            let later = last.checked_add_days(Days::new(7)).unwrap_or(last);
            later.min(ends).max(last)
        }
        None => ends.max(from),
    };
    Axis::new(left, WIDTH - MARGIN, from, to)
}

/// Where the rows of visits end: the lines of authority and letters stop there.
fn last_visit(placed: &[(&GanttRow<'_>, i32, i32)]) -> Option<i32> {
    let visits = placed
        .iter()
        .filter(|(row, ..)| matches!(row, GanttRow::Visit(..)));
    visits.map(|(_, _, bottom)| *bottom).max()
}

/// Marking, title, question and page.
fn titles(drawing: &mut Drawing, heading: &Heading, page: Option<&str>) {
    let room = WIDTH - 2 * MARGIN;
    a4::marking_above(drawing, &heading.banner());
    a4::title(drawing, &heading.title);
    let mut beside_page = room;
    if let Some(page) = page {
        let page = crate::words::capital(page);
        drawing.text(&page, (WIDTH - MARGIN, 138), Anchor::End, SMALL);
        beside_page -= text::width(&page, SMALL) + MARGIN;
    }
    let room = Rect {
        left: MARGIN,
        top: 116,
        right: MARGIN + beside_page,
        bottom: 160,
    };
    // The scenario and the plan first: where there is not room for all, it is the question that is cut.
    let scenario = heading.scenario.as_ref();
    let scenario = scenario.map(|scenario| format!("Scenario {scenario}."));
    let plan = heading.code.as_ref().map(|code| format!("Plan {code}."));
    let lapsed = heading.lapsed.iter().map(english::lapsed);
    let before = scenario.into_iter().chain(plan).chain(lapsed);
    let all: Vec<String> = before.chain([heading.question.clone()]).collect();
    let question = all.join(" ");
    drawing.text_in(&question, room, Anchor::Start, QUESTION, SMALLEST);
}

/// The sorts of bar of a chart: of write-up and of periods to avoid only those that it has.
fn bars_shown(view: &LeadView) -> Vec<Bar> {
    let has_period = |severity| {
        let mut periods = view.periods.iter();
        periods.any(|period| period.severity == severity)
    };
    let is_shown = |bar: &Bar| match bar {
        Bar::WriteUp => view.visits.iter().any(|visit| !visit.write_up().is_empty()),
        Bar::Avoid => has_period(Severity::Must),
        Bar::RatherAvoid => has_period(Severity::Prefer),
        Bar::Onsite
        | Bar::Preparation
        | Bar::Absent
        | Bar::LetterWindow
        | Bar::Notice
        | Bar::BankHoliday
        | Bar::Weekend => true,
    };
    Bar::ALL.into_iter().filter(is_shown).collect()
}

/// Every sort of bar by name.
fn legend(bars: &[Bar]) -> Legend {
    let names: Vec<&str> = bars.iter().map(|bar| bar.name()).collect();
    Legend::new(&names)
}

/// The title of a chart, for those who cannot see it: whose, of what, and how it must be handled.
fn titled(heading: &Heading, of_what: &str) -> String {
    let title = heading.title_with_scenario();
    format!("{title}: {of_what} ({})", heading.banner())
}

/// The chart in words.
fn description(view: &LeadView) -> String {
    let visits = view.visits.iter();
    let visits: Vec<String> = visits
        .map(|visit| {
            let dates = date_range(visit.first_day, visit.last_day);
            let pilot = if visit.is_pilot { " (pilot)" } else { "" };
            format!("{}{pilot}, {dates}: {}", visit.site, list(&visit.team))
        })
        .collect();
    let people = view.people.iter().flat_map(|group| &group.inspectors);
    let away = people.filter(|one| !one.absences.is_empty()).map(|one| {
        let absences = one.absences.iter();
        let absences: Vec<String> = absences
            .map(|(first, last)| match first == last {
                true => format!("on {}", date(*first)),
                false => format!("from {}", date_range(*first, *last)),
            })
            .collect();
        format!(" {} is absent {}.", one.name, list(&absences))
    });
    format!(
        "Gantt chart of visits by site and by inspector. Authority by {}. {}.{}",
        date(view.authority_date),
        visits.join(". "),
        away.collect::<String>()
    )
}
