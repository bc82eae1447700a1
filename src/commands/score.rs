//! `assize score`: the sites, ranked.

use std::path::PathBuf;

use clap::Args;

use super::say::say;
use super::{Ending, Failure, Source};
use crate::documents;
use crate::documents::views::Ranking;
use crate::insight::weights::trades;
use crate::store;

#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(flatten)]
    source: Source,
    /// Where to write scores.csv [default: INPUT/out]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Say in words what each weight trades, by the weights in force
    #[arg(long)]
    explain: bool,
}

pub(super) fn run(options: &Options) -> Result<Ending, Failure> {
    let instance = options.source.instance()?;
    let out = options.source.out(options.out.as_deref())?;
    let ranking = Ranking::new(&instance.inspection, &instance.scores);
    let files = documents::score_files(&ranking)?;
    store::write_all(&out, &files).map_err(|error| error.to_string())?;
    say(&documents::score_table(&ranking))?;
    if options.explain {
        say(&documents::weights_explained(&trades(&instance.inspection)))?;
    }
    say(&format!(
        "Written to {}.",
        store::shown_path(&out.join("scores.csv"))
    ))?;
    Ok(Ending::Done)
}
