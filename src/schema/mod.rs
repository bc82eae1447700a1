//! One list of all that an input may hold: the tables and their columns, the sections of the settings and their keys.
//!
//! Each [`Field`] says its name once, whether it must be filled, what may stand in it ([`forms`]), what holds where it is left
//! blank, and what it means. Reading, "did you mean", writing, what `assize init` explains and the page `docs/tables.md`
//! follow from here. A new column is a new line in [`tables`], a new key one in [`settings`].
//!
//! It knows the types of the domain and how they are written. It knows no files, and words no problem.

mod any_field;
mod field;
pub mod forms;
mod misfit;
mod page;
pub mod settings;
mod spec;
pub mod tables;
pub mod words;

pub use any_field::AnyField;
pub use field::{Field, Row};
pub use misfit::{Misfit, NameFault, Why};
pub use page::page;
pub use spec::{Layout, SectionSpec, TableSpec};
