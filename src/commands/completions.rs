//! `assize completions`: what a shell needs to complete the verbs and the options. For those who install the program.

use clap::{Args, CommandFactory};
use clap_complete::{Shell, generate};

use super::say::say;
use super::{Cli, Ending, Failure};

#[derive(Debug, Args)]
pub(super) struct Options {
    /// The shell that is to complete them
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

pub(super) fn run(options: &Options) -> Result<Ending, Failure> {
    let mut script = Vec::new();
    generate(options.shell, &mut Cli::command(), "assize", &mut script);
    say(String::from_utf8_lossy(&script).trim_end())?;
    Ok(Ending::Done)
}
