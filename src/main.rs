//! The `assize` program: a thin shell around [`assize::commands`].

use std::process::ExitCode;

use clap::Parser;

use assize::commands::{Cli, run};
use assize::store::install_interrupt_handler;

fn main() -> ExitCode {
    let cli = Cli::parse();
    if let Err(error) = install_interrupt_handler() {
        eprintln!("Ctrl-C cannot be caught ({error}), so wait for the program to finish.");
    }
    run(cli)
}
