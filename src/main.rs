//! The `assize` program: a thin shell around [`assize::commands`].

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    assize::commands::run(assize::commands::Cli::parse())
}
