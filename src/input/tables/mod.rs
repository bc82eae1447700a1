//! From the rows of each table to what they mean. A row with a wrong cell is left out, once that has been noted.

mod activities;
mod activity_order;
mod bank_holidays;
mod consultation;
mod decisions;
mod evidence;
mod headers;
mod milestone_order;
mod milestones;
mod people;
mod periods;
mod positions;
mod sites;

pub(super) use activities::{activities, unheld};
pub(super) use activity_order::check_order;
pub(super) use bank_holidays::{bank_holidays, unused_nations};
pub(super) use consultation::check_outcomes;
pub(super) use decisions::{authority_given, boards, consultation, fixed};
pub(super) use evidence::{engagements, indicator_names, indicators, intelligence, performance};
pub(super) use headers::{check_columns, check_required_columns};
pub(super) use milestones::milestones;
pub(super) use people::{
    absences, apart, clearances, conflicts, inspector_names, inspectors, travel,
};
pub(super) use periods::periods;
pub(super) use sites::{broken_links, name_linked, site_kinds, site_names, sites, unmet_needs};

use super::files::RawTable;
use super::problems::Problems;
use super::references::Names;
use super::table_row::records;
use crate::schema::forms::{NewId, Text, Thing};
use crate::schema::{Field, TableSpec};

/// The ids that a table gives, also those of rows that have other faults.
fn ids(
    table: &RawTable,
    spec: &TableSpec,
    thing: Thing,
    (id, name): (&Field<NewId>, &Field<Text>),
    problems: &Problems,
) -> Names {
    // Faults of the ids themselves are noted when the rows are read.
    let quiet = Problems::default();
    let mut names = Names::new(thing, problems.called(spec));
    for record in records(table, &quiet) {
        if let Some(text) = record.text(id) {
            names.add(text, record.text(name), record.place(id), problems);
        }
    }
    names
}
