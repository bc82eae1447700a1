//! `assize man`: the manual pages, one for the program and one for each verb. For those who install the program.

use std::path::PathBuf;

use clap::{Args, Command, CommandFactory};
use clap_mangen::Man;

use super::say::say;
use super::{Cli, Ending, Failure};
use crate::store;

#[derive(Debug, Args)]
pub(super) struct Options {
    /// The folder to write; it must not exist yet, or be empty
    dir: PathBuf,
}

pub(super) fn run(options: &Options) -> Result<Ending, Failure> {
    store::write_new(&options.dir, &pages()?).map_err(|error| error.to_string())?;
    say(&format!("Written to {}.", store::shown_path(&options.dir)))?;
    Ok(Ending::Done)
}

/// The pages by file name: `assize.1`, and `assize-plan.1` for each verb that the help lists.
fn pages() -> Result<Vec<(String, Vec<u8>)>, String> {
    let mut program = Cli::command().disable_help_subcommand(true);
    program.build();
    let verbs = program.get_subcommands().filter(|verb| !verb.is_hide_set());
    let all: Vec<Command> = verbs.chain([&program]).cloned().collect();
    all.into_iter().map(page).collect()
}

fn page(command: Command) -> Result<(String, Vec<u8>), String> {
    let page = Man::new(command).source(concat!("assize ", env!("CARGO_PKG_VERSION")));
    let mut text = Vec::new();
    page.render(&mut text).map_err(|error| error.to_string())?;
    Ok((page.get_filename(), text))
}
