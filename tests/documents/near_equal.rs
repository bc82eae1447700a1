//! Selections that score almost as much as the best: what is given up, and what for, on the screen and in the tables.

use assize::documents::views::Overview;
use assize::documents::{report_files, summary};
use assize::domain::*;
use assize::instance::Instance;

use crate::plan;

/// The plan made by hand, where the best selection scores so much more and its dates cost so much more.
fn near(points: f64, calendar: Option<f64>) -> (Inspection, Planned) {
    let inspection = plan::inspection();
    let mut planned = plan::planned(&inspection);
    let best = planned.plan.tiers[0].value + points;
    planned.plan.tiers[0].best = Some(best);
    planned.best_selection = Some(BestSelection {
        selection: OtherSelection {
            comes_in: vec!["force-06".into()],
            goes_out: vec!["force-10".into()],
        },
        value: best,
        calendar,
    });
    (inspection, planned)
}

/// What the summary says of tier 1, line by line.
fn said((inspection, planned): &(Inspection, Planned)) -> Vec<String> {
    let text = summary(&Overview::new(&Instance::new(inspection.clone()), planned));
    let lines = text.lines().skip_while(|line| !line.contains("Selection:"));
    let of_tier = lines.take_while(|line| !line.contains("Calendar:"));
    let own = |line: &str| match line.split_once("cost 3.900. ") {
        Some((_, proof)) => proof.to_owned(),
        None => line.trim().to_owned(),
    };
    of_tier.map(own).collect()
}

#[test]
fn what_is_given_up_and_what_for_is_said() {
    let (inspection, planned) = near(0.045, Some(75.0));
    let value = planned.plan.tiers[0].value;
    let lines = said(&(inspection.clone(), planned.clone()));
    assert!(
        lines[0].ends_with(&format!(
            "The best selection that has a plan scores {:.3}: proved.",
            value + 0.045
        )),
        "{lines:#?}"
    );
    assert_eq!(
        lines[1..3],
        [
            "0.045 less than the best selection, which would cost 30 more points of leave and delay.",
            "Selections that score up to 0.05 less than the best, with no fewer sites, count as equally good (tolerance): dates \
             decide among them.",
        ]
    );
    assert!(
        lines[3].starts_with(
            "The best selection has Hertfordshire Constabulary in place of Thames Valley Police"
        ),
        "{}",
        lines[3]
    );
    let files = report_files(&Instance::new(inspection), &planned).expect("outputs");
    let text = String::from_utf8_lossy(crate::file(&files, "selection.csv")).into_owned();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows = reader.deserialize::<std::collections::BTreeMap<String, String>>();
    let rows: Vec<_> = rows.map(|row| row.expect("a row")).collect();
    for row in &rows {
        let best = format!("{:.6}", value + 0.045);
        assert_eq!(row["best_selection_points"], best);
        assert_eq!(row["given_up_points"], "0.045000");
        assert_eq!(row["given_up_for"], "30 more points of leave and delay");
    }
    let decided = |site: &str| {
        let row = rows.iter().find(|row| row["site_id"] == site);
        let row = row.expect("a row");
        [row["selected"].clone(), row["in_best_selection"].clone()]
    };
    assert_eq!(decided("force-06"), ["no", "yes"]);
    assert_eq!(decided("force-10"), ["yes", "no"]);
    assert_eq!(decided("force-12"), ["yes", "yes"]);
}

#[test]
fn nothing_given_up_is_said_too() {
    let (inspection, mut planned) = near(0.0, None);
    planned.best_selection = None;
    let proved = "No selection that has a plan scores more: proved.";
    let lines = said(&(inspection.clone(), planned.clone()));
    assert!(lines[0].ends_with(proved), "{lines:#?}");
    // Without a tolerance nothing is ever given up.
    let mut strict = inspection.clone();
    strict.weights.tolerance = 0.0;
    let text = summary(&Overview::new(&Instance::new(strict), &planned));
    assert!(text.contains(proved), "{text}");
    assert!(text.contains("With so good a selection, no other dates lose fewer: proved."));
    assert!(text.contains(
        "  tolerance 0.0: no date outweighs a better selection, however small the difference, and teams outweigh neither.\n"
    ));
}

#[test]
fn what_is_not_proved_is_not_called_the_best() {
    let mut unproved = near(0.045, None);
    unproved.1.plan.tiers[0].proven = false;
    unproved.1.plan.tiers[0].bound = Some(99.0);
    let lines = said(&unproved);
    let best = unproved.1.plan.tiers[0].value + 0.045;
    assert!(
        lines[0].ends_with(&format!(
            "The best selection found that has a plan scores {best:.3}. Nothing can score above 99 points."
        )),
        "{lines:#?}"
    );
    assert_eq!(lines[1], "0.045 less than the best selection found.");
}

/// A site that the best selection has is not said to be in no selection that scores more.
#[test]
fn a_site_in_a_better_selection_says_why_that_was_not_chosen() {
    let (inspection, mut planned) = near(0.045, Some(75.0));
    let here = planned.plan.tiers[0].value;
    let reason = |planned: &Planned| {
        let files = report_files(&Instance::new(inspection.clone()), planned).expect("outputs");
        let text = String::from_utf8_lossy(crate::file(&files, "selection.csv")).into_owned();
        let line = text.lines().find(|line| line.contains("force-06"));
        line.expect("a row").to_owned()
    };
    assert!(reason(&planned).contains(&format!(
        "no selection with it that can be visited and staffed scores more than {:.3}, the best of any plan (proved)",
        here + 0.045
    )));
    let mut with = |at_most| {
        planned.sites = vec![SiteChange {
            site: "force-06".into(),
            selected: false,
            value: Worth::AtMost(at_most),
            instead: None,
            visitable: None,
        }];
        reason(&planned)
    };
    let near = with(here + 0.045);
    assert!(
        near.contains("0.045 more: so close to the best that dates decide (tolerance)"),
        "{near}"
    );
    let more = with(here + 0.5);
    let but = format!(
        "0.500 more, but none that scores more than {:.3}, the best of any plan, can be visited and staffed (proved)",
        here + 0.045
    );
    assert!(more.contains(&but), "{more}");
}
