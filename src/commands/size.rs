//! `assize size`: how many pairs and days the activities of each kind need.

use clap::Args;

use super::say::say;
use super::{Ending, Source};
use crate::insight::english;
use crate::optimise::size_kind;

#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(flatten)]
    source: Source,
}

pub(super) fn run(options: &Options) -> Result<Ending, String> {
    let inspection = options.source.load()?.inspection;
    if inspection.activities.is_empty() {
        return Err(
            "There are no activities to size. List them in activities.csv: README.md says how."
                .to_owned(),
        );
    }
    for kind in &inspection.kinds {
        say(&english::sizing(kind, &size_kind(&inspection, kind)))?;
    }
    Ok(Ending::Done)
}
