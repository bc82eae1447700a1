//! The order in which everything is read: names first, so that every reference can be followed.

use std::collections::{BTreeSet, HashSet};
use std::path::Path;

use chrono::NaiveDate;

use super::columns::{INSPECTORS, SITES, TABLES};
use super::document::{self, Node};
use super::files::{self, Found, RawTable};
use super::problems::Problems;
use super::references::{Names, References};
use super::{fits, settings, side_by_side, tables};
use crate::domain::{BankHoliday, Inspection, Site};

/// Reads everything, noting what is wrong. Where no error was noted, what it returns is sound.
pub(super) fn read(
    input: &Path,
    scenario: Option<&Path>,
    problems: &Problems,
) -> Option<Inspection> {
    let mut found = files::read(input, problems);
    let root = merged_settings(&mut found, scenario, problems);
    for spec in TABLES {
        if let Some(table) = found.tables.get(spec.name) {
            tables::check_columns(table, spec, problems);
        }
    }
    let known = names(&found, root.as_ref(), problems);
    let added = rows(&found, "bank_holidays", |table| {
        tables::bank_holidays(table, problems)
    });
    let holidays = with_built_in(added);
    let nations = (!found.is_broken("bank_holidays")).then(|| nations(&holidays));
    let sites = rows(&found, SITES, |table| {
        tables::sites(table, &known, nations.as_ref(), problems)
    });
    let said = match &root {
        Some(root) => settings::read(root, &known, all_sites(&found, &sites), problems),
        None => settings::Settings::stand_in(),
    };
    let has_dates = said.timing.is_some() && said.authority.is_some();
    let inspection = read_tables(&found, &known, said, sites, holidays, problems);
    // Without settings there is no inspection, but the tables may have had problems of their own.
    let root = root?;
    look_again(&found, &known, &inspection, problems);
    if is_whole(&found, "clearances", inspection.clearances.len()) {
        side_by_side::check_clearances(&inspection, &root, problems);
    }
    if has_dates {
        side_by_side::check_years(&inspection, &root, problems);
        side_by_side::check_publication(&inspection, &root, problems);
        side_by_side::check_day_left(&inspection, &root, problems);
        if let Some(table) = found.tables.get("authority") {
            side_by_side::check_authority(&inspection, table, problems);
        }
    }
    Some(inspection)
}

/// The built-in bank holidays and the file's own. A day in both goes by the file's name for it.
fn with_built_in(added: Vec<BankHoliday>) -> Vec<BankHoliday> {
    let named: HashSet<(&str, NaiveDate)> = added
        .iter()
        .map(|holiday| (holiday.nation.as_str(), holiday.date))
        .collect();
    let mut holidays = tables::built_in_bank_holidays();
    holidays.retain(|holiday| !named.contains(&(holiday.nation.as_str(), holiday.date)));
    holidays.extend(added);
    holidays
}

/// The settings with the scenario laid over them.
fn merged_settings(
    found: &mut Found,
    scenario: Option<&Path>,
    problems: &Problems,
) -> Option<Node> {
    let below = found.settings.as_ref();
    let below = below.map(|settings| document::parse(&settings.text, &settings.origin, problems));
    let above = scenario.map(|path| {
        let scenario = files::scenario(path, &mut found.digest, problems)?;
        document::parse(&scenario.text, &scenario.origin, problems)
    });
    let mut merged = below??;
    if let Some(above) = above {
        merged.overlay(above?);
    }
    Some(merged)
}

/// Everything that a reference can lead to.
fn names(found: &Found, root: Option<&Node>, problems: &Problems) -> References {
    // Without its column of ids a table names nothing, and what refers to it is not at fault.
    let with_ids = |name: &str, column: &str| {
        let table = found.tables.get(name);
        table.filter(|table| table.column(column).is_some())
    };
    let sites = with_ids(SITES, "id");
    let inspectors = with_ids(INSPECTORS, "id");
    let indicators = match with_ids("indicators", "indicator") {
        Some(table) => Some(tables::indicator_names(table, problems)),
        None if found.holders.contains_key("indicators") => None,
        // Without the table, every reference to an indicator leads to nothing.
        None => Some(Names::new("indicator", problems.called("indicators"))),
    };
    let headers = sites.into_iter().flat_map(RawTable::columns);
    References {
        kinds: root.and_then(|root| settings::kind_names(root, problems)),
        inspectorates: root.and_then(|root| settings::inspectorate_names(root, problems)),
        sites: sites.map(|table| tables::site_names(table, problems)),
        kind_of: sites.map(tables::site_kinds).unwrap_or_default(),
        // Every site has a nation, given or not.
        site_columns: headers
            .map(|(_, name)| name.to_string())
            .chain(["nation".to_owned()])
            .collect::<BTreeSet<String>>(),
        inspectors: inspectors.map(|table| tables::inspector_names(table, problems)),
        indicators,
    }
}

/// The nations whose bank holidays are known.
fn nations(holidays: &[BankHoliday]) -> BTreeSet<String> {
    holidays
        .iter()
        .map(|holiday| holiday.nation.clone())
        .collect()
}

/// Whether every row of a table could be read; also where there is no such table.
fn is_whole(found: &Found, name: &str, read: usize) -> bool {
    let rows = found.tables.get(name).map_or(0, |table| table.rows.len());
    rows == read && !found.is_broken(name)
}

/// Every site; `None` where there are none or some could not be read, so that nothing can be said of what no site has.
fn all_sites<'a>(found: &Found, sites: &'a [Site]) -> Option<&'a [Site]> {
    (!sites.is_empty() && is_whole(found, SITES, sites.len())).then_some(sites)
}

/// The rows of a table, or none where it was not found.
fn rows<T>(found: &Found, name: &str, read: impl FnOnce(&RawTable) -> Vec<T>) -> Vec<T> {
    found.tables.get(name).map(read).unwrap_or_default()
}

/// Reads the tables that are left, and puts everything together.
fn read_tables(
    found: &Found,
    known: &References,
    said: settings::Settings,
    sites: Vec<Site>,
    bank_holidays: Vec<BankHoliday>,
    problems: &Problems,
) -> Inspection {
    let intelligence_table = found.tables.get("intelligence");
    Inspection {
        inspectors: rows(found, INSPECTORS, |table| {
            tables::inspectors(table, known, problems)
        }),
        absences: rows(found, "absences", |table| {
            tables::absences(table, known, problems)
        }),
        clearances: rows(found, "clearances", |table| {
            tables::clearances(table, known, problems)
        }),
        conflicts: rows(found, "conflicts", |table| {
            tables::conflicts(table, known, problems)
        }),
        apart: rows(found, "apart", |table| {
            tables::apart(table, known, problems)
        }),
        indicators: rows(found, "indicators", |table| {
            tables::indicators(table, problems)
        }),
        performance: rows(found, "performance", |table| {
            tables::performance(table, known, problems)
        }),
        intelligence: intelligence_table.map(|table| tables::intelligence(table, known, problems)),
        engagements: rows(found, "engagements", |table| {
            tables::engagements(table, known, problems)
        }),
        periods: rows(found, "periods_to_avoid", |table| {
            tables::periods(table, known, all_sites(found, &sites), problems)
        }),
        fixed: rows(found, "fixed", |table| {
            tables::fixed(table, known, problems)
        }),
        consultation: rows(found, "consultation", |table| {
            tables::consultation(table, known, problems)
        }),
        authority_given: rows(found, "authority", |table| {
            tables::authority_given(table, known, problems)
        }),
        activities: rows(found, "activities", |table| {
            tables::activities(table, known, &said.kinds, problems)
        }),
        day: said.day,
        timetable_by: said.timetable_by,
        milestones: match found.tables.get("milestones") {
            Some(table) => tables::milestones(table, known, problems),
            None => tables::built_in_milestones(),
        },
        bank_holidays,
        sites,
        header: said.header,
        timing: said.timing.unwrap_or_else(settings::stand_in_timing),
        authority: said.authority.unwrap_or_default(),
        kinds: said.kinds,
        quotas: said.quotas,
        links: said.links,
        burden: said.burden,
        staffing: said.staffing,
        weights: said.weights,
        inputs_digest: found.digest.finish(),
    }
}

/// Reads some tables a second time, for what takes all the others to know.
fn look_again(found: &Found, known: &References, inspection: &Inspection, problems: &Problems) {
    let whole = |name: &str, read: usize| is_whole(found, name, read);
    let has_all_sites = all_sites(found, &inspection.sites).is_some();
    if let Some(table) = found.tables.get(SITES) {
        tables::broken_links(table, &inspection.links, known, problems);
        if whole(INSPECTORS, inspection.inspectors.len()) {
            tables::unmet_needs(table, &inspection.inspectors, problems);
        }
    }
    if let Some(table) = found.tables.get("consultation")
        && has_all_sites
        && whole("fixed", inspection.fixed.len())
        && whole("periods_to_avoid", inspection.periods.len())
    {
        tables::check_outcomes(table, inspection, problems);
    }
    if let Some(table) = found.tables.get("activities") {
        tables::check_order(table, &inspection.activities, problems);
        if whole(INSPECTORS, inspection.inspectors.len())
            && whole("clearances", inspection.clearances.len())
        {
            tables::unheld(table, inspection, problems);
        }
        // Counted with what is wrong elsewhere, it would only mislead.
        if whole("activities", inspection.activities.len()) && !problems.has_errors() {
            fits::check(table, inspection, problems);
        }
    }
    if let Some(table) = found.tables.get("bank_holidays")
        && has_all_sites
    {
        tables::unused_nations(table, &inspection.sites, problems);
    }
}
