//! The score of every site on its own, ranked.

use super::opening;
use crate::documents::views::{RankedKind, Ranking};
use crate::words::{capital, count, thousandths};

/// The ranked sites of each kind, every part of the score by name, and what data is missing.
pub fn score_table(ranking: &Ranking) -> String {
    let mut lines = opening(&ranking.heading);
    lines.push(
        "Points of each site on its own: for its record and intelligence, less burden and cost. What it adds by representing others \
         depends on the selection."
            .to_owned(),
    );
    for kind in &ranking.kinds {
        let sites = count(kind.sites.len(), "site", "sites");
        lines.push(String::new());
        lines.push(format!("{}: {sites}", capital(&kind.kind.name)));
        lines.extend(table(kind));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// The heads of the columns, then a line a site.
fn table(kind: &RankedKind) -> Vec<String> {
    let names = kind.sites.iter().map(|site| site.name.chars().count());
    let width = names.max().unwrap_or(0).max("Site".len());
    let mut heading = format!("  Rank  {:width$}", "Site");
    for name in PARTS {
        heading.push_str(&format!("  {:>12}", capital(name)));
    }
    let mut lines = vec![format!("{heading}  Missing data")];
    for site in &kind.sites {
        let mut line = format!("  {:>4}  {:width$}", site.rank, site.name);
        let parts = &site.parts;
        let cells = [
            parts.record,
            parts.intelligence,
            parts.burden,
            parts.cost,
            parts.total,
        ];
        for cell in cells.map(thousandths) {
            line.push_str(&format!("  {cell:>12}"));
        }
        line.push_str(&format!("  {}", site.missing));
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// The parts of a score, in the order of their columns.
const PARTS: [&str; 5] = ["record", "intelligence", "burden", "cost", "total"];
