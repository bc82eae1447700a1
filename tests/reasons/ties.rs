//! Selections that score the same: how many and which, and what told them apart.

use assize::documents::{summary, views::Overview};
use assize::domain::{Planned, Tie, Ties};
use assize::instance::Instance;

use crate::common::{load, planned};
use crate::{folder, reasons};

/// What the summary says of one planned inspection beneath the selection's points.
fn said(planned: &Planned) -> String {
    let instance = Instance::new(load(&folder("tie"), None));
    let text = summary(&Overview::new(&instance, planned));
    let (_, from) = text
        .split_once("No selection that has a plan scores more: proved.\n")
        .expect("the line");
    let (said, _) = from.split_once("  Calendar:").expect("the next line");
    said.to_owned()
}

#[test]
fn what_tells_each_apart_is_said() {
    let inspection = load(&folder("tie"), None);
    let planned = planned(&inspection);
    assert_eq!(planned.plan.visits[0].site.as_str(), "elm");
    let reasons = reasons(&inspection, &planned);
    let begin = "Not selected: a selection with it, which has it in place of Elm, scores -0.500, the same as this plan;";
    let expected = [
        ("Ash", "its best dates lose more points to leave and delay"),
        (
            "Beech",
            "its dates are as good, but its teams travel more or are larger",
        ),
        (
            "Fir",
            "its dates and teams are as good too, and this plan was chosen by the order of the sites' ids alone",
        ),
    ];
    for (site, why) in expected {
        assert_eq!(reasons[site], format!("{begin} {why}."));
    }
    assert!(
        reasons["Elm"].starts_with(
            "Selected: a selection without it, which has Fir in its place, scores -0.500, the same as this plan; its dates and \
             teams are as good too,"
        ),
        "{}",
        reasons["Elm"]
    );
    assert_eq!(
        said(&planned),
        "    3 other selections score the same:\n    \
         - with Ash in place of Elm: its best dates lose more points to leave and delay\n    \
         - with Beech in place of Elm: its dates are as good, but its teams travel more or are larger\n    \
         - with Fir in place of Elm: its dates and teams are as good too, and this plan was chosen by the order of the \
         sites' ids alone\n"
    );
}

#[test]
fn where_none_ties_nothing_is_said() {
    let mut planned = planned(&load(&folder("tie"), None));
    planned.ties = Some(Ties {
        others: Vec::new(),
        all_listed: true,
    });
    assert_eq!(said(&planned), "");
    planned.ties = None;
    assert_eq!(said(&planned), "");
}

#[test]
fn more_ties_than_were_listed_are_told_as_at_least_so_many() {
    let mut planned = planned(&load(&folder("tie"), None));
    let ties = planned.ties.as_mut().expect("proved");
    ties.all_listed = false;
    ties.others.truncate(1);
    assert_eq!(
        said(&planned),
        "    At least 1 other selection scores the same; there may be more. This plan has the best dates and teams that were \
         found for any of them. Some that are known:\n    \
         - with Ash in place of Elm: its best dates lose more points to leave and delay\n"
    );
}

/// A tie that the plan no longer differs from as told, for its sites were edited since.
#[test]
fn of_an_edited_plan_no_ties_are_told() {
    let mut planned = planned(&load(&folder("tie"), None));
    planned.plan.visits[0].site = "fir".into();
    assert_eq!(said(&planned), "");
}

/// Whichever way the tables are sorted.
#[test]
fn the_first_by_id_is_chosen_among_equals() {
    let mut inspection = load(&folder("tie"), None);
    inspection.sites.reverse();
    let planned = planned(&inspection);
    assert_eq!(planned.plan.visits[0].site.as_str(), "elm");
    let ties = planned.ties.expect("proved");
    let told = |tie: &Tie| tie.selection.comes_in[0].to_string();
    let mut sites: Vec<String> = ties.others.iter().map(told).collect();
    sites.sort();
    assert_eq!(
        (sites, ties.all_listed),
        (vec!["ash".into(), "beech".into(), "fir".into()], true)
    );
}
