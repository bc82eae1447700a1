//! Assize plans the fieldwork of joint thematic inspections of the criminal justice system: which sites to
//! visit, when, and with whom, as one problem, proved best and explained.
//!
//! Arrows point one way: [`domain`] ← [`input`] | [`calendar`] ← [`milestones`] | [`score`] ← [`optimise`]; [`check`] needs
//! `domain` alone; [`insight`] says why, [`documents`] turns it into files, [`store`] writes them; [`commands`] are the verbs of the program.
#![warn(missing_docs)]

pub mod calendar;
pub mod check;
pub mod commands;
pub mod documents;
pub mod domain;
pub mod example;
pub mod init;
pub mod input;
pub mod insight;
pub mod milestones;
pub mod optimise;
pub mod reference;
pub mod schema;
pub mod score;
pub mod store;
pub mod words;
