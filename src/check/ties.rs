//! Which sites a link ties to which: a cell names them by id, by another code or name of theirs, or by their name.

use std::collections::BTreeMap;

use crate::domain::{Inspection, Link, LinkTiming, Site, SiteId};

/// One link, with the sites that each site names under it.
pub(super) struct Tied<'a> {
    pub(super) link: &'a Link,
    /// By each `each` site: those of the brought kind that its cell names, each once, selected or not.
    named: BTreeMap<&'a SiteId, Vec<&'a Site>>,
}

/// The links of an inspection, in the order of the table.
pub(super) fn tied(inspection: &Inspection) -> Vec<Tied<'_>> {
    let called = Called::new(&inspection.sites);
    let links = inspection.links.iter();
    let tied = links.map(|link| {
        let sites = inspection.sites.iter();
        let sites = sites.filter(|site| site.kind == link.each);
        let named = sites.map(|site| (&site.id, called.in_cell(link, site)));
        Tied {
            link,
            named: named.collect(),
        }
    });
    tied.collect()
}

impl<'a> Tied<'a> {
    /// The sites that a site names under this link; none where it is of another kind.
    pub(super) fn whom(&self, site: &Site) -> &[&'a Site] {
        self.named.get(&site.id).map_or(&[], Vec::as_slice)
    }

    /// Whether a site names another one under it.
    pub(super) fn names(&self, site: &Site, other: &Site) -> bool {
        self.whom(site).iter().any(|one| one.id == other.id)
    }

    /// Whether what it brings is visited in the same week.
    pub(super) fn is_in_one_week(&self) -> bool {
        self.link.timing == LinkTiming::SameWeek
    }

    /// Whether it ties two sites, whichever of them names the other.
    pub(super) fn ties(&self, a: &Site, b: &Site) -> bool {
        self.names(a, b) || self.names(b, a)
    }
}

/// What sites are called, upper and lower case and needless spaces aside.
struct Called<'a> {
    ids: BTreeMap<String, &'a Site>,
    /// `None` where sites share a name: then it stands for neither.
    names: BTreeMap<String, Option<&'a Site>>,
}

impl<'a> Called<'a> {
    fn new(sites: &'a [Site]) -> Self {
        let mut called = Self {
            ids: BTreeMap::new(),
            names: BTreeMap::new(),
        };
        for site in sites {
            let codes = site.also.iter().map(|also| alike(also));
            called.ids.extend(codes.map(|code| (code, site)));
            (called.names.entry(alike(&site.name)))
                .and_modify(|known| *known = None)
                .or_insert(Some(site));
        }
        // An id stands for its own site whatever others are called.
        let ids = sites.iter().map(|site| (alike(site.id.as_str()), site));
        called.ids.extend(ids);
        called
    }

    fn meant(&self, text: &str) -> Option<&'a Site> {
        let text = alike(text);
        let by_id = self.ids.get(&text).copied();
        by_id.or_else(|| self.names.get(&text).copied().flatten())
    }

    /// The sites of the brought kind that a cell names, `;` between; one named twice counts once.
    fn in_cell(&self, link: &Link, site: &Site) -> Vec<&'a Site> {
        let mut named: Vec<&'a Site> = Vec::new();
        for text in site.cell(&link.by).unwrap_or_default().split(';') {
            if let Some(other) = self.meant(text)
                && other.kind == link.brings
                && !named.iter().any(|known| known.id == other.id)
            {
                named.push(other);
            }
        }
        named
    }
}

/// A text in lower case, with one space between words: what two texts have in common that mean the same.
fn alike(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}
