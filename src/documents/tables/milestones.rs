//! `milestones.csv`: every step with its earliest and latest date.

use super::{ReportTable, TableCell, TableColumn};
use crate::documents::views::{ProjectView, duration_from};
use crate::insight::english;
use crate::milestones::{Dates, STAGES, Step};

/// A step, and the name of its site.
struct StepRow<'p> {
    step: &'p Step<'p>,
    site: Option<String>,
}

impl StepRow<'_> {
    /// What stands in a row with dates; blank in one without.
    fn dated<C: Into<TableCell>>(&self, cell: impl FnOnce(&Dates) -> C) -> TableCell {
        self.step.dates.as_ref().map(cell).into()
    }

    fn is(&self, what: impl FnOnce(&Dates) -> bool) -> TableCell {
        TableCell::yes_or_blank(self.step.dates.as_ref().is_some_and(what))
    }
}

/// The table: one row per step, in the order of the table of milestones.
pub(in crate::documents) fn milestones(view: &ProjectView<'_>) -> ReportTable {
    let steps = view.project.steps.iter();
    let row = |step| StepRow {
        step,
        site: view.site_name(step).map(str::to_owned),
    };
    let rows: Vec<StepRow<'_>> = steps.map(row).collect();
    ReportTable::new(&view.heading, &columns(), &rows)
}

fn columns<'p>() -> [TableColumn<StepRow<'p>>; 23] {
    [
        ("stage", |row| row.step.milestone.stage.into()),
        ("stage_name", |row| stage_name(row.step).into()),
        ("milestone_id", |row| (&row.step.milestone.id).into()),
        ("milestone", |row| (&row.step.milestone.name).into()),
        ("site_id", |row| row.step.site.as_ref().into()),
        ("site", |row| row.site.as_ref().into()),
        ("inspectorate", |row| row.step.inspectorate.as_ref().into()),
        ("owner", |row| (&row.step.milestone.owner).into()),
        ("paragraph", |row| (&row.step.milestone.paragraph).into()),
        ("first_day", |row| row.dated(|dates| dates.start)),
        ("done", |row| row.dated(|dates| dates.done)),
        ("earliest", |row| row.dated(|dates| dates.earliest)),
        ("latest", |row| row.dated(|dates| dates.latest)),
        ("slack_working_days", |row| row.dated(|dates| dates.slack)),
        ("critical", |row| row.is(|dates| dates.critical)),
        ("date_given", |row| row.is(|dates| dates.given)),
        ("late_by_working_days", |row| {
            row.dated(|dates| Some(dates.late_by).filter(|days| *days > 0))
        }),
        ("working_days", |row| row.step.working_days().into()),
        ("working_days_longer_course", |row| {
            row.step.working_days_longer().into()
        }),
        ("duration_from", |row| duration_from(row.step).into()),
        ("done_longer_course", |row| row.dated(|dates| dates.longer)),
        ("remarks", |row| {
            let remarks: Vec<String> = row.step.remarks.iter().map(english::remark).collect();
            let text = remarks.join(" ");
            Some(text.as_str()).filter(|text| !text.is_empty()).into()
        }),
        ("note", |row| {
            TableCell::yes_or_blank(row.step.milestone.note)
        }),
    ]
}

fn stage_name(step: &Step<'_>) -> Option<&'static str> {
    let stage = usize::try_from(step.milestone.stage).unwrap_or_default();
    STAGES.get(stage.wrapping_sub(1)).copied()
}
