//! Features of who.

use assize::domain::{Inspection, Kind};

use super::Has;

pub fn people(p: &Inspection) -> Has {
    let clearance = p.kinds.iter().any(|kind| kind.clearance.is_some());
    let renewed = p.clearances.iter().enumerate().any(|(n, row)| {
        p.clearances[..n]
            .iter()
            .any(|before| before.inspector == row.inspector)
    });
    let all_own = |kind: &Kind| {
        kind.pairs
            .iter()
            .all(|pair| pair.contains(&kind.inspectorate))
    };
    vec![
        (
            "two pairs",
            p.kinds.iter().any(|kind| kind.pairs.len() == 2),
        ),
        (
            "a pair without the kind's own",
            !p.kinds.iter().all(all_own),
        ),
        (
            "fixed inspector",
            p.fixed.iter().any(|row| row.inspector.is_some()),
        ),
        ("absence", !p.absences.is_empty()),
        (
            "part-timer",
            p.inspectors.iter().any(|who| who.works.len() < 5),
        ),
        ("clearance", clearance),
        (
            "clearance that ends",
            clearance && p.clearances.iter().any(|row| row.valid_until.is_some()),
        ),
        ("clearance renewed", clearance && renewed),
        ("conflict", !p.conflicts.is_empty()),
        ("apart", !p.apart.is_empty()),
        ("needs", p.sites.iter().any(|site| !site.needs.is_empty())),
        ("limit on days", p.staffing.max_days.is_some()),
        (
            "own limit on days",
            p.inspectors.iter().any(|who| who.max_days.is_some()),
        ),
        ("one week in a row", p.staffing.max_weeks_in_row == Some(1)),
        ("two weeks in a row", p.staffing.max_weeks_in_row == Some(2)),
        (
            "inexperienced",
            p.inspectors.iter().any(|who| !who.experienced),
        ),
        (
            "no places",
            p.inspectors.iter().all(|who| who.base.is_none())
                || p.sites.iter().all(|site| site.position.is_none()),
        ),
    ]
}
