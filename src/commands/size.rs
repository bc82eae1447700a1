//! `assize size`: how many pairs and days the activities of each kind need.

use clap::Args;

use super::say::say;
use super::{Ending, Failure, Source};
use crate::insight::english;
use crate::optimise::{Budget, size_kind};

#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(flatten)]
    source: Source,
}

pub(super) fn run(options: &Options) -> Result<Ending, Failure> {
    let inspection = options.source.load()?.inspection;
    if inspection.activities.is_empty() {
        let what =
            "There are no activities to size. List them in activities.csv: README.md says how.";
        return Err(what.to_owned().into());
    }
    for kind in &inspection.kinds {
        let sizing = size_kind(&inspection, kind, &Budget::unlimited())?;
        say(&english::sizing(kind, &sizing))?;
    }
    Ok(Ending::Done)
}
