//! `assize validate`: every problem in the input, and nothing else.

use clap::Args;

use super::{Ending, Source};

#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(flatten)]
    source: Source,
}

pub(super) fn run(options: &Options) -> Result<Ending, String> {
    let loaded = options.source.load()?;
    let (sites, people) = (
        loaded.inspection.sites.len(),
        loaded.inspection.inspectors.len(),
    );
    println!("The tables are sound: {sites} sites, {people} inspectors.");
    Ok(Ending::Done)
}
