//! Every table of an inspection, as rows of text.

use std::collections::BTreeSet;

use super::days;
use super::rows::{RowOf, Written, rows};
use crate::domain::{Activity, Inspection, Inspector, Milestone, Site, TakenBy};
use crate::reference;
use crate::schema::TableSpec;
use crate::schema::tables::{
    absences, activities, apart, authority, boards, clearances, conflicts, consultation,
    engagements, fixed, indicators, inspectors, intelligence, milestones, performance, sites,
    travel,
};

/// Every table that has rows, each with its header row. One that has to be there is there without rows too.
pub(super) fn tables(of: &Inspection) -> Vec<Written> {
    let mut tables = vec![(&sites::TABLE, site_rows(&of.sites))];
    tables.extend(about_people(of));
    tables.extend(about_sites(of));
    tables.extend(days::about_days(of));
    tables.extend(settled(of));
    tables.extend(steps(of));
    // A table of intelligence without rows is a table all the same: it counts in the score.
    let has_to_be_there = |table: &TableSpec| {
        table.required || (table.name == intelligence::TABLE.name && of.intelligence.is_some())
    };
    tables.retain(|(table, rows)| rows.len() > 1 || has_to_be_there(table));
    tables
}

fn about_people(of: &Inspection) -> [Written; 6] {
    [
        (
            &inspectors::TABLE,
            rows(&inspectors::TABLE, &of.inspectors, inspector),
        ),
        (
            &absences::TABLE,
            rows(&absences::TABLE, &of.absences, |row, one| {
                row.put(&absences::INSPECTOR, &one.inspector.to_string())
                    .put(&absences::FIRST_DAY, &one.first_day)
                    .put(&absences::LAST_DAY, &one.last_day)
            }),
        ),
        (
            &clearances::TABLE,
            rows(&clearances::TABLE, &of.clearances, |row, one| {
                row.put(&clearances::INSPECTOR, &one.inspector.to_string())
                    .put(&clearances::CLEARANCE, &one.clearance)
                    .put_some(&clearances::VALID_UNTIL, one.valid_until.as_ref())
            }),
        ),
        (
            &conflicts::TABLE,
            rows(&conflicts::TABLE, &of.conflicts, |row, one| {
                row.put(&conflicts::INSPECTOR, &one.inspector.to_string())
                    .put(&conflicts::SITE, &one.site.to_string())
                    .put_unusual(&conflicts::LINKED, &one.linked)
            }),
        ),
        (
            &travel::TABLE,
            rows(&travel::TABLE, &of.travel, |row, one| {
                row.put(&travel::INSPECTOR, &one.inspector.to_string())
                    .put(&travel::SITE, &one.site.to_string())
                    .put(&travel::KM, &one.km)
            }),
        ),
        (
            &apart::TABLE,
            rows(&apart::TABLE, &of.apart, |row, one| {
                row.put(&apart::INSPECTOR_A, &one.inspector_a.to_string())
                    .put(&apart::INSPECTOR_B, &one.inspector_b.to_string())
            }),
        ),
    ]
}

fn inspector(row: RowOf, one: &Inspector) -> RowOf {
    let base = one.base.as_ref();
    row.put(&inspectors::ID, &one.id.to_string())
        .put(&inspectors::NAME, &one.name)
        .put(&inspectors::INSPECTORATE, &one.inspectorate.to_string())
        .put(&inspectors::EXPERIENCED, &one.experienced)
        .put_some(&inspectors::FROM, one.from.as_ref())
        .put_some(&inspectors::UNTIL, one.until.as_ref())
        .put_some(&inspectors::LATITUDE, base.map(|base| &base.latitude))
        .put_some(&inspectors::LONGITUDE, base.map(|base| &base.longitude))
        .put(&inspectors::SKILLS, &one.skills)
        .put_unusual(&inspectors::WORKS, &one.works)
        .put_some(&inspectors::MAX_DAYS, one.max_days.as_ref())
}

fn about_sites(of: &Inspection) -> [Written; 4] {
    let intelligence_rows = of.intelligence.as_deref().unwrap_or_default();
    [
        (
            &indicators::TABLE,
            rows(&indicators::TABLE, &of.indicators, |row, one| {
                row.put(&indicators::INDICATOR, &one.id)
                    .put(&indicators::BETTER, &one.better)
                    .put(&indicators::WEIGHT, &one.weight)
                    .put_some(&indicators::NAME, one.name.as_ref())
            }),
        ),
        (
            &performance::TABLE,
            rows(&performance::TABLE, &of.performance, |row, one| {
                row.put(&performance::SITE, &one.site.to_string())
                    .put(&performance::INDICATOR, &one.indicator)
                    .put_some(&performance::VALUE, one.value.as_ref())
                    .put_some(&performance::PERIOD, one.period.as_ref())
            }),
        ),
        (
            &intelligence::TABLE,
            rows(&intelligence::TABLE, intelligence_rows, |row, one| {
                row.put(&intelligence::SITE, &one.site.to_string())
                    .put(&intelligence::TYPE, &one.r#type)
                    .put(&intelligence::STRENGTH, &one.strength)
                    .put_some(&intelligence::NOTE, one.note.as_ref())
                    .put_some(&intelligence::SOURCE, one.source.as_ref())
            }),
        ),
        (
            &engagements::TABLE,
            rows(&engagements::TABLE, &of.engagements, |row, one| {
                row.put(&engagements::SITE, &one.site.to_string())
                    .put(&engagements::INSPECTION, &one.inspection)
                    .put(&engagements::FIRST_DAY, &one.first_day)
                    .put(&engagements::LAST_DAY, &one.last_day)
                    .put_some(&engagements::DAYS, one.days.as_ref())
                    .put_some(&engagements::INSPECTORATE, one.inspectorate.as_ref())
            }),
        ),
    ]
}

fn settled(of: &Inspection) -> [Written; 4] {
    [
        (
            &fixed::TABLE,
            rows(&fixed::TABLE, &of.fixed, |row, one| {
                let inspector = one.inspector.as_ref().map(ToString::to_string);
                row.put(&fixed::SITE, &one.site.to_string())
                    .put_some(&fixed::NOT_BEFORE, one.not_before.as_ref())
                    .put_some(&fixed::NOT_AFTER, one.not_after.as_ref())
                    .put_some(&fixed::INSPECTOR, inspector.as_ref())
            }),
        ),
        (
            &consultation::TABLE,
            rows(&consultation::TABLE, &of.consultation, |row, one| {
                row.put(&consultation::SITE, &one.site.to_string())
                    .put(&consultation::INSPECTORATE, &one.inspectorate.to_string())
                    .put(&consultation::RAISED_ON, &one.raised_on)
                    .put(&consultation::ISSUE, &one.issue)
                    .put(&consultation::OUTCOME, &one.outcome)
                    .put_some(&consultation::REASON, one.reason.as_ref())
            }),
        ),
        (
            &authority::TABLE,
            rows(&authority::TABLE, &of.authority_given, |row, one| {
                row.put(&authority::INSPECTORATE, &one.inspectorate.to_string())
                    .put(&authority::GIVEN_BY, &one.given_by)
                    .put(&authority::GIVEN_ON, &one.given_on)
                    .put_some(&authority::CODE, one.code.as_ref())
            }),
        ),
        (
            &boards::TABLE,
            rows(&boards::TABLE, &of.boards, |row, one| {
                row.put(&boards::INSPECTORATE, &one.inspectorate.to_string())
                    .put(&boards::DATE, &one.date)
                    .put_some(&boards::WHAT, one.what.as_ref())
            }),
        ),
    ]
}

fn steps(of: &Inspection) -> [Written; 2] {
    let changes = milestone_changes(&of.milestones);
    [
        (
            &activities::TABLE,
            rows(&activities::TABLE, &of.activities, activity),
        ),
        (
            &milestones::TABLE,
            rows(&milestones::TABLE, &changes, milestone),
        ),
    ]
}

fn activity(row: RowOf, one: &Activity) -> RowOf {
    let named = Some(&one.taken_by).filter(|taken_by| **taken_by != TakenBy::AnyPair);
    row.put(&activities::KIND, &one.kind.to_string())
        .put(&activities::ACTIVITY, &one.name)
        .put(&activities::METHOD, &one.method)
        .put(&activities::SESSIONS, &one.sessions)
        .put(&activities::MINUTES, &one.minutes)
        .put(&activities::WHERE, &one.remote)
        .put_some(&activities::PAIR, named)
        .put_some(&activities::EXCEPTION, one.exception.as_ref())
        .put(&activities::WITH, &one.with)
        .put_unusual(&activities::DAY, &one.day)
        .put_some(&activities::EARLIEST, one.earliest.as_ref())
        .put_some(&activities::LATEST, one.latest.as_ref())
        .put(&activities::AFTER, &one.after)
        .put_some(&activities::GAP, one.gap.as_ref())
        .put(&activities::SKILLS, &one.skills)
        .put_some(&activities::SECURITY, one.security.as_ref())
}

/// The milestones that are not as the built-in table has them. One that is not there at all was left out by whoever made
/// the inspection.
fn milestone_changes(all: &[Milestone]) -> Vec<Milestone> {
    let built_in = reference::milestones();
    let changed = all.iter().filter(|one| !built_in.contains(one)).cloned();
    let gone = built_in
        .iter()
        .filter(|known| !all.iter().any(|one| one.id == known.id))
        .map(|known| Milestone {
            removed: true,
            ..known.clone()
        });
    changed.chain(gone).collect()
}

fn milestone(row: RowOf, one: &Milestone) -> RowOf {
    let row = row.put(&milestones::ID, &one.id.to_string());
    if one.removed {
        return row.put(&milestones::REMOVE, &true);
    }
    // Whoever writes days down makes them their own.
    let own_days = Some(&one.days).filter(|_| !one.days_are_ours);
    let own_longer = one.longer.as_ref().filter(|_| !one.days_are_ours);
    row.put(&milestones::MILESTONE, &one.name)
        .put(&milestones::STAGE, &one.stage)
        .put(&milestones::PARAGRAPH, &one.paragraph)
        .put(&milestones::OWNER, &one.owner)
        .put(&milestones::INSPECTORATE, &one.whose)
        .put(&milestones::PER, &one.per)
        .put(&milestones::AFTER, &one.after)
        .put(&milestones::BEFORE, &one.before)
        .put_some(&milestones::DAYS, own_days)
        .put_some(&milestones::LONGER, own_longer)
        .put(&milestones::ON, &one.on)
        .put(&milestones::DECISION, &one.decision)
        .put(&milestones::USING, &one.using)
        .put(&milestones::NOTE, &one.note)
}

/// The sites, with every column that any of them fills: those that the program knows first.
fn site_rows(sites: &[Site]) -> Vec<Vec<String>> {
    let known = sites::TABLE.headers();
    let is_filled = |column: &&str| sites.iter().any(|site| site.cell_now(column).is_some());
    let mut columns: Vec<&str> = known.filter(is_filled).collect();
    let more = sites.iter().flat_map(|site| site.cells.keys());
    let more: BTreeSet<&str> = more.map(String::as_str).collect();
    columns.extend(more.iter().filter(|column| !sites::TABLE.has(column)));
    let header = columns.iter().map(ToString::to_string).collect();
    let row = |site: &Site| {
        let cell = |column: &&str| site.cell_now(column).unwrap_or_default().into_owned();
        columns.iter().map(cell).collect()
    };
    std::iter::once(header)
        .chain(sites.iter().map(row))
        .collect()
}
