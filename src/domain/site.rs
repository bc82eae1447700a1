//! A site, and what stands in its row of `sites.csv` (`docs/design.md`, section 2).

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::{KindId, Named, SiteId};

/// A point on the earth, in degrees north and east.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
}

/// Cells of one row by column name; blank cells are left out.
pub type Cells = BTreeMap<String, String>;

/// `sites.csv`: one body that could be inspected.
#[derive(Debug, Clone, PartialEq)]
pub struct Site {
    /// Its id, used by every other table.
    pub id: SiteId,
    /// Its name, as shown to people.
    pub name: String,
    /// Its kind.
    pub kind: KindId,
    /// Where it is; `None` unless both coordinates are known.
    pub position: Option<Position>,
    /// The nation whose bank holidays it keeps; England unless given.
    pub nation: String,
    /// Skills that a visiting team must bring.
    pub needs: BTreeSet<String>,
    /// Other names and codes of it.
    pub also: BTreeSet<String>,
    /// Onsite working days of a visit to it, where not its kind's.
    pub days: Option<u32>,
    /// Joint pairs of a visit to it, where not its kind's.
    pub pairs: Option<u32>,
    /// Engagement days that are a full burden for it, where not the general number.
    pub full_days: Option<f64>,
    /// The sites that its cells in the columns of links name, by column: each once, in the order given.
    pub named: BTreeMap<String, Vec<SiteId>>,
    /// The filled cells of every other column, by header; and of those that are fields, but for `id`, `name`, `kind` and `nation`, the text, where it was
    /// written otherwise than the fields would say it. Ask [`Site::cell`] for what stands in a column, whichever it is.
    pub cells: Cells,
}

impl Site {
    /// Its id and its name.
    pub fn named(&self) -> Named<SiteId> {
        Named {
            id: self.id.clone(),
            name: self.name.clone(),
        }
    }

    /// The text in a column of `sites.csv` as it was written, defaults filled in; `None` where it is blank. Quotas, profiles,
    /// links and periods refer to columns, and compare their text.
    pub fn cell(&self, column: &str) -> Option<Cow<'_, str>> {
        let written = self.cells.get(column).map(|text| text.as_str().into());
        written.or_else(|| self.told_by_fields(column))
    }

    /// The text to write into a column: as it was written, where that still says what the fields do, and otherwise what they say.
    pub fn cell_now(&self, column: &str) -> Option<Cow<'_, str>> {
        let written = self.cells.get(column);
        let still_so = written.filter(|text| self.says_what_fields_do(column, text));
        let written = still_so.map(|text| text.as_str().into());
        written.or_else(|| self.told_by_fields(column))
    }

    /// Whether the text of a column means what the fields mean. Without a position, half of one may stand in a cell.
    fn says_what_fields_do(&self, column: &str, text: &str) -> bool {
        let is = |of: fn(&Position) -> f64| {
            let number = text.parse::<f64>().ok();
            self.position.is_none_or(|at| number == Some(of(&at)))
        };
        let lists = |those: &BTreeSet<String>| {
            let parts = text.split(';').map(str::trim);
            let parts: BTreeSet<&str> = parts.filter(|part| !part.is_empty()).collect();
            those.iter().map(String::as_str).eq(parts)
        };
        let number = || text.parse::<f64>().ok();
        match column {
            "latitude" => is(|at| at.latitude),
            "longitude" => is(|at| at.longitude),
            "needs" => lists(&self.needs),
            "also" => lists(&self.also),
            "days" => number() == self.days.map(f64::from),
            "pairs" => number() == self.pairs.map(f64::from),
            "full_days" => number() == self.full_days,
            _ => true,
        }
    }

    /// What the fields say of a column; `None` where it is no field, or blank.
    fn told_by_fields(&self, column: &str) -> Option<Cow<'_, str>> {
        fn list(those: &BTreeSet<String>) -> Option<Cow<'static, str>> {
            let those: Vec<&str> = those.iter().map(String::as_str).collect();
            (!those.is_empty()).then(|| those.join(";").into())
        }
        let degrees = |of: fn(&Position) -> f64| self.position.as_ref().map(of);
        match column {
            "id" => Some(self.id.as_str().into()),
            "name" => Some(self.name.as_str().into()),
            "kind" => Some(self.kind.as_str().into()),
            "nation" => Some(self.nation.as_str().into()),
            "latitude" => degrees(|at| at.latitude).map(|number| number.to_string().into()),
            "longitude" => degrees(|at| at.longitude).map(|number| number.to_string().into()),
            "needs" => list(&self.needs),
            "also" => list(&self.also),
            "days" => self.days.map(|days| days.to_string().into()),
            "pairs" => self.pairs.map(|pairs| pairs.to_string().into()),
            "full_days" => self.full_days.map(|days| days.to_string().into()),
            _ => None,
        }
    }

    /// The sites listed in a column, `;` between, each once, in the order given: as the tables were read, or else by their ids.
    ///
    /// The checker splits the cells of its links by itself (S5).
    pub fn listed(&self, column: &str) -> Vec<SiteId> {
        if let Some(named) = self.named.get(column) {
            return named.clone();
        }
        let mut ids: Vec<SiteId> = Vec::new();
        for part in self.cell(column).unwrap_or_default().split(';') {
            let id = SiteId::from(part.trim());
            if !id.as_str().is_empty() && !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }
}
