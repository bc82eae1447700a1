//! The links between sites, by their places in the table.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use chrono::{Days, NaiveDate};

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

    /// The sites that it ties in one week, either way round; none where it has another timing.
    pub(super) fn in_one_week(&self) -> Vec<(SiteRow, SiteRow)> {
        let ties = self.names.iter().filter(|_| self.same_week());
        ties.flat_map(|(site, named)| named.iter().flat_map(|b| [(*site, *b), (*b, *site)]))
            .collect()
    }

    /// The Mondays between which a site that names one visited in this week is visited, by this link; `None` where its timing sets none.
    pub(in crate::optimise) fn weeks_before(
        &self,
        week: NaiveDate,
    ) -> Option<RangeInclusive<NaiveDate>> {
        let earlier = |weeks: u32| {
            let days = Days::new(7 * u64::from(weeks));
            week.checked_sub_days(days).unwrap_or(NaiveDate::MIN)
        };
        match self.link.timing {
            LinkTiming::Any => None,
            LinkTiming::SameWeek => Some(week..=week),
            LinkTiming::After { min, max } => {
                Some(max.map_or(NaiveDate::MIN, earlier)..=earlier(min))
            }
        }
    }
}
