//! The legend of the Gantt chart explains what is on the chart, and nothing that is not.

use assize::documents::report_files;
use assize::domain::Severity;
use assize::instance::Instance;

use crate::gantt::labels;
use crate::{file, plan};

/// Whether the legend has periods without visits, and periods better avoided, where the inspection has only these.
fn periods_named(kept: impl Fn(Severity) -> bool) -> [bool; 2] {
    let mut inspection = plan::inspection();
    inspection.periods[0].severity = Severity::Must;
    inspection.periods[1].severity = Severity::Prefer;
    inspection.periods.retain(|period| kept(period.severity));
    let planned = plan::planned(&inspection);
    let files = report_files(&Instance::new(inspection), &planned).expect("outputs");
    let svg = String::from_utf8(file(&files, "gantt.svg").to_vec()).expect("UTF-8");
    let labels = labels(&svg).0;
    ["No visits", "Better avoided"].map(|name| labels.iter().any(|label| label.text == name))
}

#[test]
fn it_names_no_sort_of_period_that_the_chart_has_not() {
    assert_eq!(periods_named(|_| true), [true, true]);
    assert_eq!(periods_named(|one| one == Severity::Must), [true, false]);
    assert_eq!(periods_named(|one| one == Severity::Prefer), [false, true]);
    assert_eq!(periods_named(|_| false), [false, false]);
}
