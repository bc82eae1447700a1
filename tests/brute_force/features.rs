//! What a problem has in it: so that the problems together leave nothing of the design out.

use std::collections::BTreeMap;

use assize::domain::{Authority, Evidence, Inspection, LinkTiming, QuotaScope, Severity};
use chrono::{Datelike, Weekday};

use crate::oracle::dates::{Calendar, is_weekday};

/// How many problems must have each feature, at the least.
pub const WANTED: &[(&str, usize)] = &[
    ("two inspectorates", 80),
    ("three inspectorates", 40),
    ("one kind", 20),
    ("two kinds", 80),
    ("three kinds", 40),
    ("two pairs", 80),
    ("a pair without the kind's own", 5),
    ("included", 15),
    ("excluded", 30),
    ("fewer sites than the least", 3),
    ("quota on each value", 30),
    ("quota on one value", 30),
    ("quota with a least", 20),
    ("quota with a most", 30),
    ("quota on a derived column", 20),
    ("burden limit", 40),
    ("gap", 40),
    ("gap of no weeks", 10),
    ("link at any time", 30),
    ("link in the same week", 60),
    ("link with the same team", 40),
    ("two links to one kind", 20),
    ("a chain of links", 8),
    ("several ids in one cell", 40),
    ("one visit a week", 30),
    ("two visits a week", 10),
    ("must avoid: all", 8),
    ("must avoid: site", 8),
    ("must avoid: column", 20),
    ("better avoided", 80),
    ("fixed dates", 40),
    ("fixed inspector", 30),
    ("visit of one day", 40),
    ("visit of five days", 10),
    ("visit of two weeks", 15),
    ("start days", 80),
    ("any start day", 60),
    ("one day to prepare", 40),
    ("three days to prepare", 8),
    ("absence", 80),
    ("part-timer", 40),
    ("clearance", 60),
    ("clearance that ends", 60),
    ("clearance renewed", 20),
    ("conflict", 80),
    ("apart", 60),
    ("needs", 30),
    ("limit on days", 40),
    ("own limit on days", 40),
    ("one week in a row", 20),
    ("two weeks in a row", 10),
    ("inexperienced", 80),
    ("bank holiday in the window", 100),
    ("holiday of one nation", 40),
    ("another nation", 40),
    ("year end in the window", 20),
    ("letters together", 80),
    ("letters each", 80),
    ("authority on a date", 60),
    ("notice beyond the first day", 30),
    ("first possible day at the weekend", 20),
    ("evidence: extremes", 60),
    ("evidence: poor", 60),
    ("evidence: good", 60),
    ("evidence: none", 60),
    ("profile of numbers", 40),
    ("profile of words", 40),
    ("profile of performance", 40),
    ("profile of bands", 20),
    ("profile cell missing", 40),
    ("no intelligence table", 30),
    ("empty intelligence table", 30),
    ("intelligence", 80),
    ("engagements", 80),
    ("weight of nothing", 80),
    ("no places", 40),
];

/// The features of a problem, by the names above.
pub fn features(problem: &Inspection) -> Vec<&'static str> {
    let all = [
        selection(problem),
        dates(problem),
        people(problem),
        score(problem),
    ]
    .concat();
    all.into_iter()
        .filter(|(_, has)| *has)
        .map(|(name, _)| name)
        .collect()
}

type Has = Vec<(&'static str, bool)>;

fn selection(p: &Inspection) -> Has {
    let kind = |n: usize| p.kinds.len() == n;
    let derived = ["performance_band", "innovative"];
    let two_links = |one: fn(&assize::domain::Link) -> &assize::domain::KindId| {
        p.links.iter().enumerate().any(|(n, link)| {
            p.links[..n]
                .iter()
                .any(|before| one(before) == &link.brings)
        })
    };
    let fewer = p.kinds.iter().any(|kind| {
        (p.sites.iter().filter(|site| site.kind == kind.id).count() as u32) < kind.sites.min
    });
    vec![
        ("two inspectorates", p.header.inspectorates.len() == 2),
        ("three inspectorates", p.header.inspectorates.len() == 3),
        ("one kind", kind(1)),
        ("two kinds", kind(2)),
        ("three kinds", kind(3)),
        (
            "included",
            p.kinds.iter().any(|kind| !kind.include.is_empty()),
        ),
        (
            "excluded",
            p.kinds.iter().any(|kind| !kind.exclude.is_empty()),
        ),
        ("fewer sites than the least", fewer),
        (
            "quota on each value",
            p.quotas.iter().any(|q| q.scope == QuotaScope::Each),
        ),
        (
            "quota on one value",
            p.quotas.iter().any(|q| q.scope != QuotaScope::Each),
        ),
        (
            "quota with a least",
            p.quotas.iter().any(|q| q.min.is_some()),
        ),
        (
            "quota with a most",
            p.quotas.iter().any(|q| q.max.is_some()),
        ),
        (
            "quota on a derived column",
            p.quotas
                .iter()
                .any(|q| derived.contains(&q.column.as_str())),
        ),
        ("burden limit", p.burden.max_days.is_some()),
        (
            "link at any time",
            p.links.iter().any(|l| l.timing == LinkTiming::Any),
        ),
        (
            "link in the same week",
            p.links.iter().any(|l| l.timing == LinkTiming::SameWeek),
        ),
        (
            "link with the same team",
            p.links.iter().any(|l| l.same_team),
        ),
        ("two links to one kind", two_links(|before| &before.brings)),
        (
            "a chain of links",
            p.links
                .iter()
                .any(|a| p.links.iter().any(|b| a.brings == b.each)),
        ),
        (
            "several ids in one cell",
            p.links
                .iter()
                .any(|l| p.sites.iter().any(|s| s.listed(&l.by).len() > 1)),
        ),
    ]
}

fn dates(p: &Inspection) -> Has {
    let (timing, calendar) = (&p.timing, Calendar::new(p));
    let window = || {
        timing
            .first_day
            .iter_days()
            .take_while(|day| *day <= timing.last_day)
    };
    let days = |n: std::ops::RangeInclusive<u32>| p.kinds.iter().any(|k| n.contains(&k.days));
    let avoid = |to: fn(&str) -> bool| {
        p.periods
            .iter()
            .any(|period| period.severity == Severity::Must && to(&period.applies_to))
    };
    let holiday =
        |nation: &str| window().any(|day| is_weekday(day) && !calendar.works(nation, day));
    let only_one =
        window().any(|day| calendar.works("England", day) != calendar.works("Wales", day));
    vec![
        ("gap", p.burden.gap_weeks.is_some()),
        ("gap of no weeks", p.burden.gap_weeks == Some(0)),
        ("one visit a week", timing.max_visits_per_week == Some(1)),
        ("two visits a week", timing.max_visits_per_week == Some(2)),
        ("must avoid: all", avoid(|to| to == "all")),
        ("must avoid: site", avoid(|to| to == "site")),
        (
            "must avoid: column",
            avoid(|to| to != "all" && to != "site"),
        ),
        (
            "better avoided",
            p.periods.iter().any(|row| row.severity == Severity::Prefer),
        ),
        (
            "fixed dates",
            p.fixed
                .iter()
                .any(|row| row.not_before.is_some() || row.not_after.is_some()),
        ),
        ("visit of one day", days(1..=1)),
        ("visit of five days", days(5..=5)),
        ("visit of two weeks", days(6..=10)),
        (
            "start days",
            p.kinds.iter().any(|kind| !kind.start_days.is_empty()),
        ),
        (
            "any start day",
            p.kinds.iter().any(|kind| kind.start_days.is_empty()),
        ),
        (
            "one day to prepare",
            p.kinds.iter().any(|kind| kind.prepare_days == 1),
        ),
        (
            "three days to prepare",
            p.kinds.iter().any(|kind| kind.prepare_days == 3),
        ),
        ("bank holiday in the window", holiday("England")),
        ("holiday of one nation", only_one),
        (
            "another nation",
            p.sites
                .iter()
                .any(|site| site.nation == "Scotland" && holiday("Scotland")),
        ),
        (
            "year end in the window",
            timing.first_day.year() != timing.last_day.year(),
        ),
        (
            "letters together",
            timing.letters == assize::domain::Letters::Together,
        ),
        (
            "letters each",
            timing.letters == assize::domain::Letters::Each,
        ),
        (
            "authority on a date",
            p.authority
                .iter()
                .any(|(_, when)| matches!(when, Authority::On(_))),
        ),
        (
            "notice beyond the first day",
            calendar.notice_over > timing.first_day,
        ),
        (
            "first possible day at the weekend",
            !is_weekday(calendar.first_possible),
        ),
    ]
}

fn people(p: &Inspection) -> Has {
    let five = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
    ];
    let clearance = p.kinds.iter().any(|kind| kind.clearance.is_some());
    let renewed = p.clearances.iter().enumerate().any(|(n, row)| {
        p.clearances[..n]
            .iter()
            .any(|before| before.inspector == row.inspector)
    });
    let all_own = |kind: &assize::domain::Kind| {
        kind.pairs
            .iter()
            .all(|pair| pair.contains(&kind.inspectorate))
    };
    vec![
        (
            "two pairs",
            p.kinds.iter().any(|kind| kind.pairs.len() == 2),
        ),
        (
            "a pair without the kind's own",
            !p.kinds.iter().all(all_own),
        ),
        (
            "fixed inspector",
            p.fixed.iter().any(|row| row.inspector.is_some()),
        ),
        ("absence", !p.absences.is_empty()),
        (
            "part-timer",
            p.inspectors.iter().any(|who| who.works.len() < five.len()),
        ),
        ("clearance", clearance),
        (
            "clearance that ends",
            clearance && p.clearances.iter().any(|row| row.valid_until.is_some()),
        ),
        ("clearance renewed", clearance && renewed),
        ("conflict", !p.conflicts.is_empty()),
        ("apart", !p.apart.is_empty()),
        ("needs", p.sites.iter().any(|site| !site.needs.is_empty())),
        ("limit on days", p.staffing.max_days.is_some()),
        (
            "own limit on days",
            p.inspectors.iter().any(|who| who.max_days.is_some()),
        ),
        ("one week in a row", p.staffing.max_weeks_in_row == Some(1)),
        ("two weeks in a row", p.staffing.max_weeks_in_row == Some(2)),
        (
            "inexperienced",
            p.inspectors.iter().any(|who| !who.experienced),
        ),
        (
            "no places",
            p.inspectors.iter().all(|who| who.base.is_none())
                || p.sites.iter().all(|site| site.position.is_none()),
        ),
    ]
}

fn score(p: &Inspection) -> Has {
    let evidence = |which| p.kinds.iter().any(|kind| kind.evidence == which);
    let profile = |columns: &[&str]| {
        p.kinds.iter().any(|kind| {
            kind.profile
                .iter()
                .any(|column| columns.contains(&column.as_str()))
        })
    };
    let missing = p.kinds.iter().any(|kind| {
        kind.profile.iter().any(|column| {
            ["region", "population", "area_type", "size"].contains(&column.as_str())
                && p.sites
                    .iter()
                    .any(|s| s.kind == kind.id && s.cell(column).is_none())
        })
    });
    let w = &p.weights;
    let weights = [
        w.evidence,
        w.intelligence_share,
        w.representation,
        w.burden,
        w.cost,
        w.leave,
        w.delay,
        w.travel,
        w.continuity,
    ];
    vec![
        ("evidence: extremes", evidence(Evidence::Extremes)),
        ("evidence: poor", evidence(Evidence::Poor)),
        ("evidence: good", evidence(Evidence::Good)),
        ("evidence: none", evidence(Evidence::None)),
        ("profile of numbers", profile(&["population"])),
        (
            "profile of words",
            profile(&["region", "area_type", "nation"]),
        ),
        ("profile of performance", profile(&["performance"])),
        (
            "profile of bands",
            profile(&["performance_band", "innovative"]),
        ),
        ("profile cell missing", missing),
        ("no intelligence table", p.intelligence.is_none()),
        (
            "empty intelligence table",
            p.intelligence.as_ref().is_some_and(Vec::is_empty),
        ),
        (
            "intelligence",
            p.intelligence.as_ref().is_some_and(|rows| !rows.is_empty()),
        ),
        ("engagements", !p.engagements.is_empty()),
        ("weight of nothing", weights.contains(&0.0)),
    ]
}

/// How many problems have each feature.
pub fn count<'a>(problems: impl Iterator<Item = &'a Inspection>) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for problem in problems {
        for feature in features(problem) {
            *counts.entry(feature).or_default() += 1;
        }
    }
    counts
}
