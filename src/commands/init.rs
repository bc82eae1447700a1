//! `assize init`: a folder of tables to start from.

use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::say::say;
use super::{Ending, Failure};
use crate::init;
use crate::reference::frame_names;
use crate::store;

#[derive(Debug, Args)]
pub(super) struct Options {
    /// The folder to write; it must not exist yet, or be empty
    dir: PathBuf,
    /// Which sites to start from: police-cps has the 43 police forces and the CPS Areas,
    /// probation-prisons the prisons for adults and the probation delivery units
    #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(frame_names()))]
    frame: String,
}

pub(super) fn run(options: &Options) -> Result<Ending, Failure> {
    let Some(files) = init::folder(&options.frame) else {
        let known: Vec<&str> = frame_names().collect();
        let what = format!(
            "There is no frame {}. Choose one of: {}.",
            options.frame,
            known.join(", ")
        );
        return Err(what.into());
    };
    store::write_new(&options.dir, &files).map_err(|error| error.to_string())?;
    let dir = store::shown_path(&options.dir);
    say(&format!(
        "Written to {dir}. Read README.txt there first; then fill in inspection.toml and inspectors.csv."
    ))?;
    Ok(Ending::Done)
}
