//! The settings of an inspection, as they stand in `inspection.toml`.

use assize::domain::*;
use toml::{Table, Value};

use super::tables::weekdays;

/// The text of `inspection.toml`.
pub fn settings(of: &Inspection) -> String {
    let mut all = Table::new();
    let mut add = |key: &str, value: Table| all.insert(key.to_owned(), value.into());
    add("inspection", header(&of.header));
    add("timing", timing(&of.timing));
    let authority = of.authority.iter().map(|(who, when)| {
        let when = match when {
            Authority::WorkingDays(days) => whole(*days),
            Authority::On(day) => date(*day),
        };
        (who.to_string(), when)
    });
    add("authority", authority.collect());
    let kinds = of
        .kinds
        .iter()
        .map(|each| (each.id.to_string(), kind(each).into()));
    add("kinds", kinds.collect());
    add("burden", burden(&of.burden));
    add("staffing", staffing(&of.staffing));
    add("weights", weights(&of.weights));
    let quotas: Vec<Value> = of.quotas.iter().map(|each| quota(each).into()).collect();
    let links: Vec<Value> = of.links.iter().map(|each| link(each).into()).collect();
    all.insert("quotas".into(), quotas.into());
    all.insert("links".into(), links.into());
    toml::to_string(&all).expect("settings")
}

/// A table of the keys that have a value.
fn table<const N: usize>(entries: [(&str, Option<Value>); N]) -> Table {
    let filled = entries
        .into_iter()
        .filter_map(|(key, value)| Some((key.to_owned(), value?)));
    filled.collect()
}

fn whole(number: u32) -> Value {
    i64::from(number).into()
}

fn date(day: chrono::NaiveDate) -> Value {
    Value::Datetime(day.to_string().parse().expect("a date"))
}

fn texts(items: &[impl ToString]) -> Value {
    let items: Vec<Value> = items.iter().map(|item| item.to_string().into()).collect();
    items.into()
}

fn text(item: &impl ToString) -> Option<Value> {
    Some(item.to_string().into())
}

fn header(of: &Header) -> Table {
    table([
        ("title", text(&of.title)),
        ("question", text(&of.question)),
        ("lead", text(&of.lead)),
        ("inspectorates", Some(texts(&of.inspectorates))),
        ("marking", text(&of.marking)),
    ])
}

fn timing(of: &Timing) -> Table {
    let letters = match of.letters {
        Letters::Together => "together",
        Letters::Each => "each",
    };
    table([
        ("selection_proposed", Some(date(of.selection_proposed))),
        ("first_day", Some(date(of.first_day))),
        ("last_day", Some(date(of.last_day))),
        ("notice_weeks", Some(whole(of.notice_weeks))),
        ("spare_days", Some(whole(of.spare_days))),
        ("letters", Some(letters.into())),
        ("max_visits_per_week", of.max_visits_per_week.map(whole)),
    ])
}

fn kind(of: &Kind) -> Table {
    let evidence = match of.evidence {
        Evidence::Extremes => "extremes",
        Evidence::Poor => "poor",
        Evidence::Good => "good",
        Evidence::None => "none",
    };
    let sites = [
        ("min", Some(whole(of.sites.min))),
        ("max", Some(whole(of.sites.max))),
    ];
    let pairs: Vec<Value> = of.pairs.iter().map(|pair| texts(pair)).collect();
    let start_days = Some(texts(&weekdays(&of.start_days))).filter(|_| !of.start_days.is_empty());
    table([
        ("inspectorate", text(&of.inspectorate)),
        ("sites", Some(table(sites).into())),
        ("days", Some(whole(of.days))),
        ("prepare_days", Some(whole(of.prepare_days))),
        ("start_days", start_days),
        ("pairs", Some(pairs.into())),
        ("evidence", Some(evidence.into())),
        ("profile", Some(texts(&of.profile))),
        ("clearance", of.clearance.as_ref().and_then(text)),
        ("include", Some(texts(&of.include))),
        ("exclude", Some(texts(&of.exclude))),
    ])
}

fn quota(of: &Quota) -> Table {
    let range = [("min", of.min.map(whole)), ("max", of.max.map(whole))];
    let mut row = table([("kind", text(&of.kind)), ("column", text(&of.column))]);
    match &of.scope {
        QuotaScope::Each => {
            row.insert("each".into(), table(range).into());
        }
        QuotaScope::Value(value) => {
            row.insert("value".into(), value.as_str().into());
            row.extend(table(range));
        }
    }
    row
}

fn link(of: &Link) -> Table {
    let timing = match of.timing {
        LinkTiming::Any => "any",
        LinkTiming::SameWeek => "same week",
    };
    table([
        ("each", text(&of.each)),
        ("brings", text(&of.brings)),
        ("by", text(&of.by)),
        ("timing", Some(timing.into())),
        ("same_team", Some(of.same_team.into())),
    ])
}

fn burden(of: &Burden) -> Table {
    table([
        ("months_before", Some(whole(of.months_before))),
        ("months_after", Some(whole(of.months_after))),
        ("full_days", Some(of.full_days.into())),
        ("max_days", of.max_days.map(whole)),
        ("gap_weeks", of.gap_weeks.map(whole)),
    ])
}

fn staffing(of: &Staffing) -> Table {
    table([
        ("max_days", of.max_days.map(whole)),
        ("max_weeks_in_row", of.max_weeks_in_row.map(whole)),
    ])
}

fn weights(of: &Weights) -> Table {
    table([
        ("evidence", Some(of.evidence.into())),
        ("intelligence_share", Some(of.intelligence_share.into())),
        ("representation", Some(of.representation.into())),
        ("burden", Some(of.burden.into())),
        ("cost", Some(of.cost.into())),
        ("leave", Some(of.leave.into())),
        ("delay", Some(of.delay.into())),
        ("travel", Some(of.travel.into())),
        ("continuity", Some(of.continuity.into())),
    ])
}
