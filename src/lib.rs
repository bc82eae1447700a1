//! Assize plans the fieldwork of joint thematic inspections of the criminal justice system: which sites to
//! visit, when, and with whom, as one problem, proved best and explained.
//!
//! Arrows point one way, from [`commands`], the verbs of the program, to [`domain`], its words. [`schema`] lists what an input may
//! hold, with [`reference`](mod@reference) beside it, and [`input`] reads it; [`calendar`] and [`score`] make an [`instance`] of it, which [`optimise`] plans. [`check`] needs
//! `domain` alone. [`insight`] says why, [`documents`] makes files of it, and [`store`] writes them.
//!
//! # From a folder of tables to a checked plan and its reports
//!
//! ```
//! use std::path::Path;
//!
//! use assize::instance::Instance;
//! use assize::optimise::{Answer, Budget};
//! use assize::{check, documents, input, optimise, store};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // Every problem of the tables at once, or an inspection that is sound.
//! let loaded = input::load(Path::new("examples/small"), None);
//! let inspection = loaded.map_err(|problems| input::report(&problems))?.inspection;
//! let instance = Instance::new(inspection);
//!
//! let answer = optimise::plan(&instance, &Budget::unlimited(), &mut |_| {})?;
//! let Answer::Plan(planned) = answer else {
//!     return Err("no plan keeps every rule, or there was no time to find one".into());
//! };
//!
//! // Never write a plan that the checker refuses: it shares no arithmetic with the planner.
//! let report = check::check(&instance.inspection, &planned.plan);
//! assert!(report.is_clean(), "{:?}", report.findings);
//!
//! let out = tempfile::tempdir()?;
//! store::write_all(out.path(), &documents::report_files(&instance, &planned)?)?;
//! assert!(out.path().join("visits.csv").is_file());
//! # Ok(())
//! # }
//! ```
// No input makes it panic. What can be out of place is asked for with `get`, and a text is never cut in the middle of a letter.
#![warn(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::panic_in_result_fn,
    clippy::string_slice,
    clippy::unreachable,
    clippy::unwrap_in_result
)]
// It speaks through `commands::say` alone, and comes back to `main` to end.
#![warn(clippy::exit, clippy::print_stderr, clippy::print_stdout)]
// A function is one thought.
#![warn(clippy::too_many_lines)]
// Files are written by `store` alone: see clippy.toml.
#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

#[expect(
    clippy::indexing_slicing,
    reason = "a start has a first and a last day"
)]
pub mod calendar;
pub mod check;
pub mod commands;
pub mod documents;
pub mod domain;
#[expect(clippy::indexing_slicing, reason = "lists of its own, of known length")]
pub mod example;
pub mod init;
pub mod input;
pub mod insight;
pub mod instance;
#[expect(
    clippy::indexing_slicing,
    reason = "row numbers that it gave out itself"
)]
pub mod milestones;
#[expect(
    clippy::indexing_slicing,
    reason = "row numbers that it gave out itself"
)]
pub mod optimise;
pub mod reference;
pub mod schema;
#[expect(
    clippy::indexing_slicing,
    reason = "row numbers that it gave out itself"
)]
pub mod score;
#[allow(clippy::disallowed_methods, reason = "this is where files are written")]
pub mod store;
pub mod words;
