//! Features of what is chosen, and why.

use assize::domain::{Evidence, Inspection, Kind, LinkTiming, QuotaScope};

use super::Has;

pub fn selection(p: &Inspection) -> Has {
    let kind = |n: usize| p.kinds.len() == n;
    let derived = ["performance_band", "innovative"];
    let two_links = p.links.iter().enumerate().any(|(n, link)| {
        p.links[..n]
            .iter()
            .any(|before| before.brings == link.brings)
    });
    let fewer = p.kinds.iter().any(|kind| {
        (p.sites.iter().filter(|site| site.kind == kind.id).count() as u32) < kind.sites.min
    });
    let needs_none = |kind: &Kind| kind.sites.min == 0 && kind.include.is_empty();
    let nothing = p.pilot.is_none() && p.kinds.iter().all(needs_none);
    vec![
        ("two inspectorates", p.header.inspectorates.len() == 2),
        ("three inspectorates", p.header.inspectorates.len() == 3),
        ("one kind", kind(1)),
        ("two kinds", kind(2)),
        ("three kinds", kind(3)),
        (
            "included",
            p.kinds.iter().any(|kind| !kind.include.is_empty()),
        ),
        (
            "excluded",
            p.kinds.iter().any(|kind| !kind.exclude.is_empty()),
        ),
        ("fewer sites than the least", fewer),
        (
            "quota on each value",
            p.quotas.iter().any(|q| q.scope == QuotaScope::Each),
        ),
        (
            "quota on one value",
            p.quotas.iter().any(|q| q.scope != QuotaScope::Each),
        ),
        (
            "quota with a least",
            p.quotas.iter().any(|q| q.min.is_some()),
        ),
        (
            "quota with a most",
            p.quotas.iter().any(|q| q.max.is_some()),
        ),
        (
            "quota on a derived column",
            p.quotas
                .iter()
                .any(|q| derived.contains(&q.column.as_str())),
        ),
        ("burden limit", p.burden.max_days.is_some()),
        (
            "link at any time",
            p.links.iter().any(|l| l.timing == LinkTiming::Any),
        ),
        (
            "link after",
            p.links
                .iter()
                .any(|l| matches!(l.timing, LinkTiming::After { .. })),
        ),
        (
            "link after, with a most",
            p.links
                .iter()
                .any(|l| matches!(l.timing, LinkTiming::After { max: Some(_), .. })),
        ),
        ("own days", p.sites.iter().any(|site| site.days.is_some())),
        ("own pairs", p.sites.iter().any(|site| site.pairs.is_some())),
        ("nothing need be visited", nothing),
        (
            "link in the same week",
            p.links.iter().any(|l| l.timing == LinkTiming::SameWeek),
        ),
        (
            "link with the same team",
            p.links.iter().any(|l| l.same_team),
        ),
        ("two links to one kind", two_links),
        (
            "a chain of links",
            p.links
                .iter()
                .any(|a| p.links.iter().any(|b| a.brings == b.each)),
        ),
        (
            "several ids in one cell",
            p.links
                .iter()
                .any(|l| p.sites.iter().any(|s| s.listed(&l.by).len() > 1)),
        ),
    ]
}

pub fn score(p: &Inspection) -> Has {
    let evidence = |which| p.kinds.iter().any(|kind| kind.evidence == which);
    let profile = |columns: &[&str]| {
        p.kinds.iter().any(|kind| {
            kind.profile
                .iter()
                .any(|column| columns.contains(&column.as_str()))
        })
    };
    let missing = p.kinds.iter().any(|kind| {
        kind.profile.iter().any(|column| {
            ["region", "population", "area_type", "size"].contains(&column.as_str())
                && p.sites
                    .iter()
                    .any(|s| s.kind == kind.id && s.cell(column).is_none())
        })
    });
    let w = &p.weights;
    let weights = [
        w.evidence,
        w.intelligence_share,
        w.representation,
        w.burden,
        w.cost,
        w.leave,
        w.delay,
        w.travel,
        w.continuity,
    ];
    vec![
        ("evidence: extremes", evidence(Evidence::Extremes)),
        ("evidence: poor", evidence(Evidence::Poor)),
        ("evidence: good", evidence(Evidence::Good)),
        ("evidence: none", evidence(Evidence::None)),
        ("profile of numbers", profile(&["population"])),
        (
            "profile of words",
            profile(&["region", "area_type", "nation"]),
        ),
        ("profile of performance", profile(&["performance"])),
        (
            "profile of bands",
            profile(&["performance_band", "innovative"]),
        ),
        ("profile cell missing", missing),
        ("no intelligence table", p.intelligence.is_none()),
        (
            "empty intelligence table",
            p.intelligence.as_ref().is_some_and(Vec::is_empty),
        ),
        (
            "intelligence",
            p.intelligence.as_ref().is_some_and(|rows| !rows.is_empty()),
        ),
        ("engagements", !p.engagements.is_empty()),
        (
            "own full days",
            p.sites.iter().any(|site| site.full_days.is_some()),
        ),
        ("no tolerance", w.tolerance == 0.0),
        ("usual tolerance", w.tolerance == 0.05),
        ("large tolerance", w.tolerance > 0.05),
        ("load", w.load > 0.0),
        ("weight of nothing", weights.contains(&0.0)),
    ]
}
