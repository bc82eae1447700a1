//! `assize validate`: every problem in the input, and nothing else.

use clap::Args;

use super::say::say;
use super::{Ending, Failure, Source};

#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(flatten)]
    source: Source,
}

pub(super) fn run(options: &Options) -> Result<Ending, Failure> {
    let loaded = options.source.load()?;
    let (sites, people) = (
        loaded.inspection.sites.len(),
        loaded.inspection.inspectors.len(),
    );
    let verdict = match loaded.warnings.is_empty() {
        true => "The tables are sound:",
        // Some of them may be empty, and the warnings stand just above.
        false => "No errors.",
    };
    let (sites, people) = (count(sites, "site"), count(people, "inspector"));
    say(&format!("{verdict} {sites}, {people}."))?;
    Ok(Ending::Done)
}

fn count(number: usize, one: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ => format!("{number} {one}s"),
    }
}
