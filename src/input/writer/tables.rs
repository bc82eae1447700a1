//! Every table of an inspection, as rows of text.

use std::collections::BTreeSet;
use std::fmt::Display;

use chrono::Weekday;

use super::milestones;
use crate::domain::{Activity, Better, Inspection, Outcome, SetDay, Severity, Site};

/// The columns of `sites.csv` that stand first, where any site fills them.
const FIRST_COLUMNS: [&str; 8] = [
    "id",
    "name",
    "kind",
    "within",
    "latitude",
    "longitude",
    "nation",
    "needs",
];

/// Every table that has rows, by name, each with its header row. One that has to be there is there without rows too.
pub(super) fn tables(of: &Inspection) -> Vec<(&'static str, Vec<Vec<String>>)> {
    let mut tables = vec![("sites", sites(&of.sites))];
    let mut add = |name: &'static str, header: &str, rows: Vec<Vec<String>>| {
        let header = header.split(',').map(str::to_owned).collect();
        // An intelligence table without rows is a table all the same: it counts in the score.
        if !rows.is_empty() || ["inspectors", "intelligence"].contains(&name) {
            tables.push((name, [vec![header], rows].concat()));
        }
    };
    add(
        "inspectors",
        "id,name,inspectorate,experienced,latitude,longitude,skills,works,max_days",
        rows(&of.inspectors, |row| {
            vec![
                text(&row.id),
                text(&row.name),
                text(&row.inspectorate),
                text(if row.experienced { "yes" } else { "no" }),
                maybe(row.base.map(|base| base.latitude)),
                maybe(row.base.map(|base| base.longitude)),
                list(&row.skills),
                works(&row.works),
                maybe(row.max_days),
            ]
        }),
    );
    add(
        "absences",
        "inspector,first_day,last_day",
        rows(&of.absences, |row| {
            vec![
                text(&row.inspector),
                text(row.first_day),
                text(row.last_day),
            ]
        }),
    );
    add(
        "clearances",
        "inspector,clearance,valid_until",
        rows(&of.clearances, |row| {
            vec![
                text(&row.inspector),
                text(&row.clearance),
                maybe(row.valid_until),
            ]
        }),
    );
    add(
        "conflicts",
        "inspector,site",
        rows(&of.conflicts, |row| {
            vec![text(&row.inspector), text(&row.site)]
        }),
    );
    add(
        "apart",
        "inspector_a,inspector_b",
        rows(&of.apart, |row| {
            vec![text(&row.inspector_a), text(&row.inspector_b)]
        }),
    );
    add(
        "indicators",
        "indicator,better,weight,name",
        rows(&of.indicators, |row| {
            let better = match row.better {
                Better::Higher => "higher",
                Better::Lower => "lower",
            };
            vec![
                text(&row.id),
                text(better),
                text(row.weight),
                maybe(row.name.as_ref()),
            ]
        }),
    );
    add(
        "performance",
        "site,indicator,value,period",
        rows(&of.performance, |row| {
            vec![
                text(&row.site),
                text(&row.indicator),
                maybe(row.value),
                maybe(row.period.as_ref()),
            ]
        }),
    );
    if let Some(intelligence) = &of.intelligence {
        add(
            "intelligence",
            "site,type,strength,note,source",
            rows(intelligence, |row| {
                vec![
                    text(&row.site),
                    text(&row.r#type),
                    text(row.strength),
                    maybe(row.note.as_ref()),
                    maybe(row.source.as_ref()),
                ]
            }),
        );
    }
    add(
        "engagements",
        "site,inspection,first_day,last_day,days,inspectorate",
        rows(&of.engagements, |row| {
            vec![
                text(&row.site),
                text(&row.inspection),
                text(row.first_day),
                text(row.last_day),
                maybe(row.days),
                maybe(row.inspectorate.as_ref()),
            ]
        }),
    );
    add(
        "bank_holidays",
        "nation,date,name",
        rows(&of.bank_holidays, |row| {
            vec![text(&row.nation), text(row.date), text(&row.name)]
        }),
    );
    add(
        "periods_to_avoid",
        "name,applies_to,value,first_day,last_day,severity",
        rows(&of.periods, |row| {
            let severity = match row.severity {
                Severity::Must => "must",
                Severity::Prefer => "prefer",
            };
            vec![
                text(&row.name),
                text(&row.applies_to),
                maybe(row.value.as_ref()),
                text(row.first_day),
                text(row.last_day),
                text(severity),
            ]
        }),
    );
    add(
        "fixed",
        "site,not_before,not_after,inspector",
        rows(&of.fixed, |row| {
            vec![
                text(&row.site),
                maybe(row.not_before),
                maybe(row.not_after),
                maybe(row.inspector.as_ref()),
            ]
        }),
    );
    add(
        "consultation",
        "site,inspectorate,raised_on,issue,outcome,reason",
        rows(&of.consultation, |row| {
            let outcome = match row.outcome {
                Outcome::None => "none",
                Outcome::Dates => "dates",
                Outcome::Excluded => "excluded",
            };
            vec![
                text(&row.site),
                text(&row.inspectorate),
                text(row.raised_on),
                text(&row.issue),
                text(outcome),
                maybe(row.reason.as_ref()),
            ]
        }),
    );
    add(
        "authority",
        "inspectorate,given_by,given_on",
        rows(&of.authority_given, |row| {
            vec![
                text(&row.inspectorate),
                text(&row.given_by),
                text(row.given_on),
            ]
        }),
    );
    add(
        "activities",
        "kind,activity,method,sessions,minutes,where,pair,exception,with,day,earliest,latest,after,skills,security",
        rows(&of.activities, activity),
    );
    add(
        "milestones",
        milestones::COLUMNS,
        milestones::rows(&of.milestones),
    );
    tables
}

fn activity(of: &Activity) -> Vec<String> {
    let day = match of.day {
        SetDay::First => "first",
        SetDay::Last => "last",
        SetDay::Any => "",
    };
    vec![
        text(&of.kind),
        text(&of.name),
        text(of.method.name()),
        text(of.sessions),
        text(of.minutes),
        text(if of.remote { "remote" } else { "onsite" }),
        text(&of.taken_by),
        maybe(of.exception.as_ref()),
        list(&of.with),
        text(day),
        maybe(of.earliest),
        maybe(of.latest),
        of.after.join(";"),
        list(&of.skills),
        maybe(of.security.as_ref()),
    ]
}

/// The sites, with every column that any of them fills.
fn sites(sites: &[Site]) -> Vec<Vec<String>> {
    let filled: BTreeSet<&str> = sites
        .iter()
        .flat_map(|site| site.cells.keys())
        .map(String::as_str)
        .collect();
    let first = FIRST_COLUMNS
        .iter()
        .filter(|column| filled.contains(*column));
    let more = filled
        .iter()
        .filter(|column| !FIRST_COLUMNS.contains(column));
    let columns: Vec<&str> = first.chain(more).copied().collect();
    let header = columns.iter().map(text).collect();
    let row = |site: &Site| {
        columns
            .iter()
            .map(|column| maybe(site.cell(column)))
            .collect()
    };
    [vec![header], sites.iter().map(row).collect()].concat()
}

/// The weekdays worked; blank from Monday to Friday, as unless given.
fn works(days: &[Weekday]) -> String {
    const USUAL: [Weekday; 5] = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
    ];
    match days == USUAL {
        true => String::new(),
        false => weekdays(days).join(";"),
    }
}

/// `Mon`, `Tue` and so on.
pub(super) fn weekdays(days: &[Weekday]) -> Vec<String> {
    days.iter().map(ToString::to_string).collect()
}

fn rows<T>(of: &[T], row: impl Fn(&T) -> Vec<String>) -> Vec<Vec<String>> {
    of.iter().map(row).collect()
}

fn text(value: impl Display) -> String {
    value.to_string()
}

fn maybe(value: Option<impl Display>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn list(items: &BTreeSet<String>) -> String {
    let items: Vec<&str> = items.iter().map(String::as_str).collect();
    items.join(";")
}
