//! `assize init`: a folder of tables to start from.

use std::path::PathBuf;

use clap::Args;

use super::Ending;
use crate::init::{FRAMES, frame};
use crate::output;

#[derive(Debug, Args)]
pub(super) struct Options {
    /// The folder to write; it must not exist yet, or be empty
    dir: PathBuf,
    /// Which sites to start from: police-cps has the 43 police forces and the CPS Areas
    #[arg(long, value_name = "NAME", value_parser = FRAMES.to_vec())]
    frame: String,
}

pub(super) fn run(options: &Options) -> Result<Ending, String> {
    let dir = options.dir.display();
    let is_free = match std::fs::read_dir(&options.dir) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
    };
    if !is_free {
        return Err(format!("{dir} is not an empty folder. Choose a new name, so that nothing of yours is lost."));
    }
    let Some(frame) = frame(&options.frame) else {
        return Err(format!("There is no frame {}. Choose one of: {}.", options.frame, FRAMES.join(", ")));
    };
    let files: Vec<(String, Vec<u8>)> = frame
        .files
        .into_iter()
        .map(|(name, bytes)| (name.to_owned(), bytes))
        .collect();
    output::write_new(&options.dir, &files).map_err(|error| error.to_string())?;
    println!("Written to {dir}. Read README.txt there first; then fill inspectors.csv and inspection.toml.");
    Ok(Ending::Done)
}
