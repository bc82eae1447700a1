//! The links between sites, by their places in the table.

use std::collections::HashMap;

use typed_index_collections::TiSlice;

use crate::domain::{Kind, Link, LinkTiming, Site, SiteRow};

/// A link with the sites that it ties.
pub(in crate::optimise) struct LinkView {
    pub link: Link,
    /// Per site of the brought kind, the sites that name it.
    pub namers: HashMap<SiteRow, Vec<SiteRow>>,
    /// Per site of the `each` kind, the sites of the brought kind that it names.
    pub names: HashMap<SiteRow, Vec<SiteRow>>,
}

impl LinkView {
    /// The link as it ties these sites, whose places by id are given too.
    pub(super) fn new(
        link: &Link,
        sites: &TiSlice<SiteRow, (&Site, &Kind)>,
        rows: &HashMap<&str, SiteRow>,
    ) -> Self {
        let mut namers: HashMap<SiteRow, Vec<SiteRow>> = HashMap::new();
        let mut names: HashMap<SiteRow, Vec<SiteRow>> = HashMap::new();
        for (row, (site, kind)) in sites.iter_enumerated() {
            if kind.id != link.each {
                continue;
            }
            for id in site.listed(&link.by) {
                let Some(brought) = rows.get(id.as_str()) else {
                    continue;
                };
                if sites[*brought].1.id == link.brings {
                    namers.entry(*brought).or_default().push(row);
                    names.entry(row).or_default().push(*brought);
                }
            }
        }
        Self {
            link: link.clone(),
            namers,
            names,
        }
    }

    pub(in crate::optimise) fn same_week(&self) -> bool {
        self.link.timing == LinkTiming::SameWeek
    }
}
