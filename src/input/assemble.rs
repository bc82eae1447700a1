//! The order in which everything is read: names first, so that every reference can be followed.

use std::collections::BTreeSet;
use std::path::Path;

use super::files::{self, Found, RawTable};
use super::problems::Problems;
use super::references::{Names, References};
use super::settings::removal;
use super::settings::tree::{self, Node};
use super::{activities_fit, cross_checks, settings, settled, tables, unknown_places};
use crate::domain::{BankHoliday, Inspection, Site};
use crate::reference;
use crate::schema::forms::Thing;
use crate::schema::tables as spec;

/// Reads everything, noting what is wrong. Where no error was noted, what it returns is sound.
pub(super) fn read(
    input: &Path,
    scenario: Option<&Path>,
    problems: &Problems,
) -> Option<Inspection> {
    let mut found = files::read(input, problems);
    let root = merged_settings(&mut found, scenario, problems);
    for spec in spec::ALL {
        if let Some(table) = found.table(spec) {
            tables::check_columns(table, spec, problems);
        }
    }
    let references = references(&found, root.as_ref(), problems);
    let holidays = match found.table(&spec::bank_holidays::TABLE) {
        Some(table) => tables::bank_holidays(table, found.table(&spec::sites::TABLE), problems),
        None => reference::bank_holidays(),
    };
    let nations = (!found.is_broken(&spec::bank_holidays::TABLE)).then(|| nations(&holidays));
    let mut sites = found.rows(&spec::sites::TABLE, |table| {
        tables::sites(table, &references, nations.as_ref(), problems)
    });
    let said = match &root {
        Some(root) => settings::read(root, &references, all_sites(&found, &sites), problems),
        None => settings::Settings::stand_in(),
    };
    tables::name_linked(&mut sites, &said.links, &references);
    let has_dates = said.timing.is_some() && said.authority.is_some();
    let mut inspection = read_tables(&found, &references, said, sites, holidays, problems);
    inspection.scenario = scenario.map(files::scenario_name);
    // Without settings there is no inspection, but the tables may have had problems of their own.
    let root = root?;
    look_again(&found, &references, &inspection, problems);
    if found.is_whole(&spec::clearances::TABLE, inspection.clearances.len()) {
        cross_checks::check_clearances(&inspection, &root, problems);
    }
    if has_dates {
        cross_checks::check_years(&inspection, &root, problems);
        cross_checks::check_publication(&inspection, &root, problems);
        cross_checks::check_day_left(&inspection, &root, problems);
        if found.is_whole(&spec::boards::TABLE, inspection.boards.len()) {
            cross_checks::check_boards(&inspection, &root, problems);
        }
        if let Some(table) = found.table(&spec::authority::TABLE) {
            cross_checks::check_authority(&inspection, table, problems);
        }
        // Weighed with what is wrong elsewhere, it would only mislead.
        if let Some(table) = found.table(&spec::fixed::TABLE)
            && !problems.has_errors()
        {
            settled::check(table, &inspection, problems);
        }
    }
    Some(inspection)
}

/// The settings less what the scenario removes, with the rest of it laid over them.
fn merged_settings(
    found: &mut Found,
    scenario: Option<&Path>,
    problems: &Problems,
) -> Option<Node> {
    let below = found.settings.as_ref();
    let below = below.map(|settings| tree::parse(&settings.text, &settings.origin, problems));
    let above = scenario.map(|path| {
        let scenario = files::scenario(path, &mut found.digest, problems)?;
        tree::parse(&scenario.text, &scenario.origin, problems)
    });
    let mut merged = below??;
    if let Some(above) = above {
        let mut above = above?;
        removal::take_away(&mut merged, &mut above, problems);
        merged.overlay(above);
    }
    Some(merged)
}

/// Everything that a reference can lead to.
fn references(found: &Found, root: Option<&Node>, problems: &Problems) -> References {
    // Without its column of ids a table names nothing, and what refers to it is not at fault.
    let with_ids = |spec, id: &str| {
        let table = found.table(spec);
        table.filter(|table| table.column(id).is_some())
    };
    let sites = with_ids(&spec::sites::TABLE, spec::sites::ID.name());
    let inspectors = with_ids(&spec::inspectors::TABLE, spec::inspectors::ID.name());
    let indicators = &spec::indicators::TABLE;
    let indicators = match with_ids(indicators, spec::indicators::INDICATOR.name()) {
        Some(table) => Some(tables::indicator_names(table, problems)),
        None if found.has(indicators) => None,
        // Without the table, every reference to an indicator leads to nothing.
        None => Some(Names::new(Thing::Indicator, problems.called(indicators))),
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
            .chain([spec::sites::NATION.name().to_owned()])
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

/// Every site; `None` where there are none or some could not be read, so that nothing can be said of what no site has.
fn all_sites<'a>(found: &Found, sites: &'a [Site]) -> Option<&'a [Site]> {
    let are_all = !sites.is_empty() && found.is_whole(&spec::sites::TABLE, sites.len());
    are_all.then_some(sites)
}

/// Reads the tables that are left, and puts everything together.
fn read_tables(
    found: &Found,
    references: &References,
    said: settings::Settings,
    sites: Vec<Site>,
    bank_holidays: Vec<BankHoliday>,
    problems: &Problems,
) -> Inspection {
    Inspection {
        inspectors: found.rows(&spec::inspectors::TABLE, |table| {
            tables::inspectors(table, references, problems)
        }),
        absences: found.rows(&spec::absences::TABLE, |table| {
            tables::absences(table, references, problems)
        }),
        clearances: found.rows(&spec::clearances::TABLE, |table| {
            tables::clearances(table, references, problems)
        }),
        conflicts: found.rows(&spec::conflicts::TABLE, |table| {
            tables::conflicts(table, references, problems)
        }),
        travel: found.rows(&spec::travel::TABLE, |table| {
            tables::travel(table, references, problems)
        }),
        apart: found.rows(&spec::apart::TABLE, |table| {
            tables::apart(table, references, problems)
        }),
        indicators: found.rows(&spec::indicators::TABLE, |table| {
            tables::indicators(table, problems)
        }),
        performance: found.rows(&spec::performance::TABLE, |table| {
            tables::performance(table, references, problems)
        }),
        intelligence: found
            .table(&spec::intelligence::TABLE)
            .map(|table| tables::intelligence(table, references, problems)),
        engagements: found.rows(&spec::engagements::TABLE, |table| {
            tables::engagements(table, references, problems)
        }),
        periods: found.rows(&spec::periods_to_avoid::TABLE, |table| {
            tables::periods(table, references, all_sites(found, &sites), problems)
        }),
        fixed: found.rows(&spec::fixed::TABLE, |table| {
            tables::fixed(table, references, problems)
        }),
        consultation: found.rows(&spec::consultation::TABLE, |table| {
            tables::consultation(table, references, problems)
        }),
        authority_given: found.rows(&spec::authority::TABLE, |table| {
            tables::authority_given(table, references, problems)
        }),
        boards: found.rows(&spec::boards::TABLE, |table| {
            tables::boards(table, references, problems)
        }),
        activities: found.rows(&spec::activities::TABLE, |table| {
            tables::activities(table, references, &said.kinds, problems)
        }),
        day: said.day,
        timetable_by: said.timetable_by,
        milestones: match found.table(&spec::milestones::TABLE) {
            Some(table) => tables::milestones(table, references, problems),
            None => reference::milestones(),
        },
        bank_holidays,
        sites,
        header: said.header,
        timing: said.timing.unwrap_or_else(settings::stand_in_timing),
        pilot: said.pilot,
        national: said.national,
        authority: said.authority.unwrap_or_default(),
        kinds: said.kinds,
        quotas: said.quotas,
        links: said.links,
        burden: said.burden,
        staffing: said.staffing,
        weights: said.weights,
        scenario: None,
        inputs_digest: found.digest.finish(),
    }
}

/// Reads some tables a second time, for what takes all the others to know.
fn look_again(
    found: &Found,
    references: &References,
    inspection: &Inspection,
    problems: &Problems,
) {
    let has_all_sites = all_sites(found, &inspection.sites).is_some();
    let has_all_inspectors = found.is_whole(&spec::inspectors::TABLE, inspection.inspectors.len());
    if let Some(table) = found.table(&spec::sites::TABLE) {
        tables::broken_links(table, &inspection.links, references, problems);
        if has_all_inspectors {
            tables::unmet_needs(table, &inspection.inspectors, problems);
        }
    }
    // A cell that cannot be read is no blank one.
    if let Some(table) = found.table(&spec::sites::TABLE)
        && !problems.has_errors()
    {
        unknown_places::check_sites(table, inspection, problems);
    }
    if let Some(table) = found.table(&spec::inspectors::TABLE)
        && !problems.has_errors()
    {
        unknown_places::check_inspectors(table, inspection, problems);
    }
    if let Some(table) = found.table(&spec::consultation::TABLE)
        && has_all_sites
        && found.is_whole(&spec::fixed::TABLE, inspection.fixed.len())
        && found.is_whole(&spec::periods_to_avoid::TABLE, inspection.periods.len())
    {
        tables::check_outcomes(table, inspection, references, problems);
    }
    if let Some(table) = found.table(&spec::activities::TABLE) {
        tables::check_order(table, &inspection.activities, problems);
        if has_all_inspectors
            && found.is_whole(&spec::clearances::TABLE, inspection.clearances.len())
        {
            tables::unheld(table, inspection, problems);
        }
        // Counted with what is wrong elsewhere, it would only mislead.
        if found.is_whole(&spec::activities::TABLE, inspection.activities.len())
            && !problems.has_errors()
        {
            activities_fit::check(table, inspection, problems);
        }
    }
    if let Some(table) = found.table(&spec::bank_holidays::TABLE)
        && has_all_sites
    {
        tables::unused_nations(table, &inspection.sites, problems);
    }
}
