//! `assize init`: a folder of tables to start from.

use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::say::say;
use super::{Ending, Failure};
use crate::init::{FRAMES, frame};
use crate::store;

#[derive(Debug, Args)]
pub(super) struct Options {
    /// The folder to write; it must not exist yet, or be empty
    dir: PathBuf,
    /// Which sites to start from: police-cps has the 43 police forces and the CPS Areas
    #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(FRAMES))]
    frame: String,
}

pub(super) fn run(options: &Options) -> Result<Ending, Failure> {
    let Some(frame) = frame(&options.frame) else {
        let known = FRAMES.join(", ");
        let what = format!(
            "There is no frame {}. Choose one of: {known}.",
            options.frame
        );
        return Err(what.into());
    };
    let named = frame.files.into_iter();
    let files: Vec<(String, Vec<u8>)> = named
        .map(|(name, bytes)| (name.to_owned(), bytes))
        .collect();
    store::write_new(&options.dir, &files).map_err(|error| error.to_string())?;
    let dir = options.dir.display();
    say(&format!(
        "Written to {dir}. Read README.txt there first; then fill in inspection.toml and inspectors.csv."
    ))?;
    Ok(Ending::Done)
}
