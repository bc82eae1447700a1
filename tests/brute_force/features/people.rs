//! Features of who.

use assize::domain::{Inspection, Kind};

use super::Has;
use crate::oracle::selection::tied;

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
        ("conflict that a link carries", reaches(p, true)),
        ("conflict that no link carries", reaches(p, false)),
        (
            "joiner or leaver",
            p.inspectors
                .iter()
                .any(|who| who.from.is_some() || who.until.is_some()),
        ),
        (
            "days to write up",
            p.kinds.iter().any(|kind| kind.write_up_days > 0),
        ),
        ("limit on journeys", p.staffing.journey_km.is_some()),
        ("table of journeys", !p.travel.is_empty()),
        (
            "some bases unknown",
            p.inspectors.iter().any(|who| who.base.is_none())
                && p.inspectors.iter().any(|who| who.base.is_some()),
        ),
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

/// Whether somebody has a conflict with a site that a link ties to another, and the conflict reaches the other, or does not.
fn reaches(p: &Inspection, linked: bool) -> bool {
    let rows = p.conflicts.iter().filter(|row| row.linked == linked);
    let mut sites = rows.filter_map(|row| p.sites.iter().position(|site| site.id == row.site));
    sites.any(|site| {
        let mut others = (0..p.sites.len()).filter(|other| *other != site);
        others.any(|other| p.links.iter().any(|link| tied(p, link, site, other)))
    })
}
