//! Rows of tables, as plain as they can be.

use std::collections::{BTreeMap, BTreeSet};

use assize::domain::*;
use chrono::{NaiveDate, Weekday};

/// A date as it stands in the tables.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// A site with cells in some columns.
pub fn site(id: &str, name: &str, kind: &str, cells: &[(&str, &str)]) -> Site {
    let cells = cells.iter().map(|(c, t)| (c.to_string(), t.to_string()));
    let mut cells: BTreeMap<String, String> = cells.collect();
    let nation = cells.remove("nation");
    Site {
        named: BTreeMap::new(),
        pairs: None,
        also: BTreeSet::new(),
        days: None,
        full_days: None,
        id: id.into(),
        name: name.to_owned(),
        kind: kind.into(),
        position: None,
        nation: nation.unwrap_or_else(|| "England".to_owned()),
        needs: BTreeSet::new(),
        cells,
    }
}

/// Someone experienced or not, who works from Monday to Friday.
pub fn inspector(id: &str, inspectorate: &str, experienced: bool) -> Inspector {
    Inspector {
        from: None,
        until: None,
        id: id.into(),
        name: format!("Inspector {id}"),
        inspectorate: inspectorate.into(),
        experienced,
        base: None,
        skills: BTreeSet::new(),
        works: vec![
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
            Weekday::Fri,
        ],
        max_days: None,
    }
}

/// A kind of HMICFRS visited by one pair for one day, of which any number may be selected and nothing is scored.
pub fn kind(id: &str) -> Kind {
    Kind {
        write_up_days: 0,
        id: id.into(),
        label: None,
        inspectorate: "HMICFRS".into(),
        sites: Count { min: 0, max: 100 },
        days: 1,
        prepare_days: 0,
        start_days: vec![],
        pairs: vec![["HMICFRS".into(), "HMCPSI".into()]],
        evidence: Evidence::None,
        profile: vec![],
        clearance: None,
        include: vec![],
        exclude: vec![],
    }
}

/// Another inspection of a site.
pub fn engagement(site: &str, first_day: &str, last_day: &str, days: Option<u32>) -> Engagement {
    Engagement {
        site: site.into(),
        inspection: "Custody".to_owned(),
        first_day: day(first_day),
        last_day: day(last_day),
        days,
        inspectorate: None,
    }
}

/// A period to avoid.
pub fn period(
    applies_to: &str,
    value: Option<&str>,
    days: [&str; 2],
    severity: Severity,
) -> Period {
    Period {
        name: "Local elections".to_owned(),
        applies_to: applies_to.to_owned(),
        value: value.map(str::to_owned),
        first_day: day(days[0]),
        last_day: day(days[1]),
        severity,
    }
}

/// A pilot.
pub fn pilot(site: &str, review_days: u32, counts: bool) -> Pilot {
    Pilot {
        site: site.into(),
        review_days,
        counts,
    }
}

/// A visit of these pairs, led by the first of them. Its letter goes out by 11 January 2027.
pub fn visit(site: &str, kind: &str, days: [&str; 2], pairs: &[[&str; 2]]) -> Visit {
    Visit {
        site: site.into(),
        kind: kind.into(),
        first_day: day(days[0]),
        last_day: day(days[1]),
        letter_by: day("2027-01-11"),
        pairs: pairs
            .iter()
            .map(|pair| pair.map(InspectorId::from))
            .collect(),
        visit_lead: pairs[0][0].into(),
    }
}
