//! The milestones of every inspection, from scope to publication, and how one row of such a table is read.

use std::collections::BTreeSet;

use super::built_in::{self, BuiltInRow};
use crate::domain::{InspectorateId, Milestone, MilestoneId, Per, Whose};
use crate::schema::Row;
use crate::schema::tables::milestones as columns;

/// The table itself.
const TABLE: &str = include_str!("../../data/milestones.csv");

/// The milestones of every inspection, unless its own table changes them: `data/README.md` says where from, and which durations
/// are our own.
pub fn milestones() -> Vec<Milestone> {
    let milestone = |row: &BuiltInRow| {
        let id = row.filled(&columns::ID)?;
        let ours = Milestone {
            days_are_ours: true,
            ..new_milestone(id)
        };
        laid_over(row, ours)
    };
    built_in::rows(TABLE, milestone)
}

/// The inspectorates that the built-in milestones name, whether they take part or not.
pub fn inspectorates() -> BTreeSet<InspectorateId> {
    let mut named = BTreeSet::new();
    for milestone in milestones() {
        match milestone.whose {
            Whose::Everyone => {}
            Whose::Only(these) | Whose::Except(these) => named.extend(these),
        }
    }
    named
}

/// A milestone of which nothing is known but its id.
pub fn new_milestone(id: impl Into<MilestoneId>) -> Milestone {
    Milestone {
        id: id.into(),
        name: String::new(),
        stage: 1,
        paragraph: String::new(),
        owner: String::new(),
        whose: Whose::Everyone,
        per: Per::Once,
        after: Vec::new(),
        before: Vec::new(),
        days: 0,
        longer: None,
        days_are_ours: false,
        on: None,
        decision: false,
        using: None,
        note: false,
        removed: false,
    }
}

/// The milestone with the filled cells of a row in place of its own: a row of the built-in table, or of the user's.
///
/// # Errors
/// That a cell is wrong. Every cell is read first, so that all that is wrong can be told.
pub fn laid_over<R: Row>(row: &R, one: Milestone) -> Result<Milestone, R::Fault> {
    let name = row.given(&columns::MILESTONE);
    let stage = row.given(&columns::STAGE);
    let paragraph = row.given(&columns::PARAGRAPH);
    let owner = row.given(&columns::OWNER);
    let whose = row.given(&columns::INSPECTORATE);
    let per = row.given(&columns::PER);
    let after = row.given(&columns::AFTER);
    let before = row.given(&columns::BEFORE);
    let days = row.given(&columns::DAYS);
    let longer = row.given(&columns::LONGER);
    let on = row.given(&columns::ON);
    let decision = row.given(&columns::DECISION);
    let using = row.given(&columns::USING);
    let note = row.given(&columns::NOTE);
    let removed = row.given(&columns::REMOVE);
    Ok(Milestone {
        id: one.id,
        name: name?.unwrap_or(one.name),
        stage: stage?.unwrap_or(one.stage),
        paragraph: paragraph?.unwrap_or(one.paragraph),
        owner: owner?.unwrap_or(one.owner),
        whose: whose?.unwrap_or(one.whose),
        per: per?.unwrap_or(one.per),
        after: after?.unwrap_or(one.after),
        before: before?.unwrap_or(one.before),
        days: days?.unwrap_or(one.days),
        longer: longer?.or(one.longer),
        days_are_ours: one.days_are_ours,
        on: on?.unwrap_or(one.on),
        decision: decision?.unwrap_or(one.decision),
        using: using?.unwrap_or(one.using),
        note: note?.unwrap_or(one.note),
        removed: removed?.unwrap_or(one.removed),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_whole_and_every_column_is_known() {
        let rows = milestones();
        assert_eq!(
            rows.len(),
            csv::Reader::from_reader(TABLE.as_bytes()).records().count()
        );
        assert!(
            rows.iter()
                .all(|one| !one.name.is_empty() && !one.owner.is_empty())
        );
        let header = TABLE.lines().next().unwrap_or_default();
        assert!(
            header.split(',').all(|name| columns::TABLE.has(name)),
            "{header}"
        );
    }

    #[test]
    fn the_inspectorates_are_those_of_the_methodology() {
        let named = inspectorates();
        let named: Vec<&str> = named.iter().map(InspectorateId::as_str).collect();
        assert_eq!(named, ["HMCPSI", "HMI Prisons", "HMI Probation", "HMICFRS"]);
    }
}
