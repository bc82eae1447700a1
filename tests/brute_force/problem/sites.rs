//! Which sites there are, and what their rows say.

use std::collections::{BTreeMap, BTreeSet};

use assize::domain::{Kind, KindId, Link, Position, Quota, QuotaScope, Site, SiteId};

use super::draw::Draw;

/// Four to seven sites, at least one of each kind, with every filled cell of their rows.
pub fn sites(draw: &mut Draw, kinds: &[Kind], links: &[Link]) -> Vec<Site> {
    let count = (draw.between(4, 7) as usize).max(kinds.len());
    let of_kind: Vec<KindId> = (0..count)
        .map(|s| match kinds.get(s) {
            Some(kind) => kind.id.clone(),
            None => draw.pick(kinds).id,
        })
        .collect();
    let ids: Vec<SiteId> = (0..count)
        .map(|s| SiteId::from(format!("s{}", s + 1)))
        .collect();
    let places = draw.pick(&[0, 1, 2, 2, 2, 3, 3]);
    let unlike = draw.percent(50);
    let nations: &[&str] = draw.pick(&[
        &["England"][..],
        &["England", "Wales"],
        &["England", "Scotland", "Wales"],
    ]);
    (0..count)
        .map(|s| {
            let mut site = Site {
                named: BTreeMap::new(),
                pairs: None,
                also: BTreeSet::new(),
                days: None,
                full_days: None,
                id: ids[s].clone(),
                name: format!("Site {}", s + 1),
                kind: of_kind[s].clone(),
                position: place(draw, places),
                nation: draw.pick(nations).to_owned(),
                needs: match draw.between(1, 100) {
                    1..=12 => BTreeSet::from(["youth".to_owned()]),
                    13..=16 => BTreeSet::from(["youth".to_owned(), "digital".to_owned()]),
                    _ => BTreeSet::new(),
                },
                cells: Default::default(),
            };
            columns(draw, &mut site);
            if unlike {
                own(draw, &mut site);
            }
            for link in links.iter().filter(|link| link.each == site.kind) {
                let brought: Vec<&SiteId> = ids
                    .iter()
                    .zip(&of_kind)
                    .filter(|(_, k)| **k == link.brings)
                    .map(|(id, _)| id)
                    .collect();
                let count = draw.pick(&[1, 1, 2, 2, 3]);
                let mut named: Vec<&str> = draw
                    .some(&brought, count)
                    .iter()
                    .map(|id| id.as_str())
                    .collect();
                if draw.percent(10) {
                    named.push(named[0]); // repeats count once
                }
                site.cells
                    .insert(link.by.clone(), named.join(draw.pick(&[";", "; "])));
            }
            site
        })
        .collect()
}

/// What is a site's own, and not its kind's.
fn own(draw: &mut Draw, site: &mut Site) {
    site.days = draw.maybe(40, |draw| draw.pick(&[1, 2, 2, 3, 4, 6]));
    site.pairs = draw.maybe(35, |draw| draw.pick(&[1, 1, 2, 2, 3]));
    site.full_days = draw.maybe(50, |draw| draw.pick(&[2.5, 5.0, 10.0, 40.0]));
}

fn columns(draw: &mut Draw, site: &mut Site) {
    let mut put = |column: &str, text: String| {
        site.cells.insert(column.to_owned(), text);
    };
    if draw.percent(85) {
        put(
            "region",
            draw.pick(&["North", "South", "South", "East"]).to_owned(),
        );
    }
    if draw.percent(80) {
        put(
            "population",
            draw.pick(&["100", "250", "400.5", "-50", "1000", "+75"])
                .to_owned(),
        );
    }
    if draw.percent(90) {
        put(
            "area_type",
            draw.pick(&["urban", "rural", "mixed"]).to_owned(),
        );
    }
    if draw.percent(80) {
        // Not a column of numbers wherever one of its cells is a word.
        put(
            "size",
            draw.pick(&["1", "2", "2.0", "3", "3", "1e1"]).to_owned(),
        );
    }
}

/// Where something is, by the way of this problem: nowhere, all in one place, on a coarse grid, or some unknown.
pub fn place(draw: &mut Draw, way: u32) -> Option<Position> {
    let spot = |draw: &mut Draw| Position {
        latitude: 50.5 + f64::from(draw.between(0, 5)) * 0.75,
        longitude: -3.0 + f64::from(draw.between(0, 4)) * 0.75,
    };
    match way {
        0 => None,
        1 => Some(Position {
            latitude: 52.5,
            longitude: -1.5,
        }),
        2 => Some(spot(draw)),
        _ => draw.maybe(80, spot),
    }
}

/// Includes, excludes and counts, now that the sites are known.
pub fn settle_counts(draw: &mut Draw, kinds: &mut [Kind], sites: &[Site]) {
    for kind in kinds {
        let own: Vec<SiteId> = sites
            .iter()
            .filter(|s| s.kind == kind.id)
            .map(|s| s.id.clone())
            .collect();
        if draw.percent(12) {
            kind.include = draw.some(&own, 1);
        }
        let rest: Vec<SiteId> = own
            .iter()
            .filter(|id| !kind.include.contains(id))
            .cloned()
            .collect();
        if draw.percent(15) {
            kind.exclude = draw.some(&rest, 1);
        }
        if draw.percent(60) {
            kind.sites.min = kind.sites.min.min(own.len() as u32);
        }
    }
}

pub fn quotas(draw: &mut Draw, kinds: &[Kind]) -> Vec<Quota> {
    (0..draw.pick(&[0, 0, 0, 1, 1, 2]))
        .map(|_| {
            let column = draw.pick(&[
                "region",
                "area_type",
                "nation",
                "performance_band",
                "innovative",
                "size",
            ]);
            let values: &[&str] = match column {
                "region" => &["North", "South", "East", "West"],
                "area_type" => &["urban", "rural", "mixed"],
                "nation" => &["England", "Wales"],
                "performance_band" => &["low", "middle", "high"],
                "innovative" => &["yes", "no"],
                _ => &["2", "2.0", "3"],
            };
            let scope = if draw.percent(50) {
                QuotaScope::Each
            } else {
                QuotaScope::Value(draw.pick(values).to_owned())
            };
            let min = draw.maybe(if scope == QuotaScope::Each { 15 } else { 45 }, |_| 1);
            let max = match min {
                Some(_) => draw.maybe(40, |draw| draw.between(1, 2)),
                None => Some(draw.pick(&[0, 1, 1, 1, 2])),
            };
            Quota {
                kind: draw.pick(kinds).id,
                column: column.to_owned(),
                scope,
                min,
                max,
            }
        })
        .collect()
}
