//! The verbs of the program, one file each, and how they end and speak. They join what the other modules make, and decide nothing themselves.

mod check;
mod completions;
mod ending;
mod example;
mod given_plan;
mod init;
mod man;
mod milestones;
mod plan;
mod progress;
mod recorded_milestones;
mod say;
mod score;
mod size;
mod stopwatch;
mod timetable;
mod validate;
mod written;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::input::{self, Loaded, report};
use crate::instance::Instance;
use ending::{Ending, Failure};
use say::complain;

// Lines of at most 80 characters stay as they are; longer ones are one paragraph, broken to fit the terminal.
const GUIDE: &str = "\
A first hour:
  assize init my-inspection --frame police-cps
                    write a folder of tables to start from
  assize validate my-inspection
                    list everything that is wrong in the tables
  assize score my-inspection
                    rank the sites, with every part of their scores
  assize plan my-inspection
                    choose the sites, the dates and the teams
  assize check my-inspection my-inspection/out/plan.json
                    verify a plan, also one that you edited
  assize size my-inspection
                    work out how many pairs and days the activities need
  assize timetable my-inspection my-inspection/out/plan.json
                    draw up the timetables, or bring back an edited one
  assize milestones my-inspection my-inspection/out/plan.json
                    work out every date from scope to publication
  assize example my-example
                    write a synthetic inspection to try all this out

INPUT is a folder of CSV tables with inspection.toml, or one workbook (.xlsx, .ods) with the same tables as sheets. \
Nothing leaves your computer.

Exit codes:
  0  done
  1  the input has problems, a milestone cannot be met, or a file cannot be read or written
  2  the command was written wrongly
  3  no plan exists, or none was found in time
  4  a plan breaks a rule, or says what the tables do not bear out
  5  a fault of Assize itself";

/// Plan the fieldwork of joint thematic inspections: which sites to visit, when, and with whom.
#[derive(Debug, Parser)]
#[command(name = "assize", version, after_help = GUIDE)]
pub struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Choose the sites, set the dates, seat the pairs: the best plan, proved and explained
    #[command(after_help = "Example:\n  assize plan my-inspection --time-limit 60")]
    Plan(plan::Options),
    /// Verify a plan against the tables: every rule, and the three tiers recomputed
    #[command(after_help = "Example:\n  assize check my-inspection my-inspection/out/plan.json")]
    Check(check::Options),
    /// Draw up the timetable of each visit of a plan, or bring back one that was edited
    #[command(
        after_help = "Example:\n  assize timetable my-inspection my-inspection/out/plan.json --keep my-inspection/out/sessions.csv"
    )]
    Timetable(timetable::Options),
    /// Work out how many pairs and days the activities of each kind of site need
    #[command(after_help = "Example:\n  assize size my-inspection")]
    Size(size::Options),
    /// List everything that is wrong in the input, and how to put it right
    #[command(after_help = "Example:\n  assize validate my-inspection.xlsx")]
    Validate(validate::Options),
    /// Rank the sites, with every part of their scores and what data is missing
    #[command(after_help = "Example:\n  assize score my-inspection")]
    Score(score::Options),
    /// Work out every date from scope to publication, with the critical path
    #[command(
        after_help = "Example:\n  assize milestones my-inspection my-inspection/out/plan.json"
    )]
    Milestones(milestones::Options),
    /// Write a folder of tables to start from
    #[command(after_help = "Example:\n  assize init my-inspection --frame police-cps")]
    Init(init::Options),
    /// Write a synthetic inspection to try the program out, with every rule in play
    #[command(after_help = "Example:\n  assize example my-example --size s --seed 7")]
    Example(example::Options),
    /// Print what a shell needs to complete the verbs and the options
    #[command(hide = true, after_help = "Example:\n  assize completions bash")]
    Completions(completions::Options),
    /// Write the manual pages, one for the program and one for each verb
    #[command(hide = true, after_help = "Example:\n  assize man man1")]
    Man(man::Options),
}

/// What most verbs read.
#[derive(Debug, Args)]
struct Source {
    /// The folder of tables, or the workbook
    input: PathBuf,
    /// A small TOML file laid over inspection.toml: the same inspection, decided otherwise
    #[arg(long, value_name = "FILE")]
    scenario: Option<PathBuf>,
}

/// Runs one command and says how it ended.
pub fn run(cli: Cli) -> ExitCode {
    ending::of(|| obey(&cli)).into()
}

fn obey(cli: &Cli) -> Result<Ending, Failure> {
    match &cli.verb {
        Verb::Plan(options) => plan::run(options),
        Verb::Check(options) => check::run(options),
        Verb::Timetable(options) => timetable::run(options),
        Verb::Size(options) => size::run(options),
        Verb::Validate(options) => validate::run(options),
        Verb::Score(options) => score::run(options),
        Verb::Milestones(options) => milestones::run(options),
        Verb::Init(options) => init::run(options),
        Verb::Example(options) => example::run(options),
        Verb::Completions(options) => completions::run(options),
        Verb::Man(options) => man::run(options),
    }
}

impl Source {
    /// Reads the input as [`Source::load`] does, and works out what follows from it.
    fn instance(&self) -> Result<Instance, String> {
        Ok(Instance::new(self.load()?.inspection))
    }

    /// Reads the input. Warnings are shown; with any error, all problems are the message.
    fn load(&self) -> Result<Loaded, String> {
        let loaded = input::load(&self.input, self.scenario.as_deref())
            .map_err(|problems| report(&problems))?;
        if !loaded.warnings.is_empty() {
            complain(&report(&loaded.warnings));
        }
        Ok(loaded)
    }

    /// Where outputs go unless told otherwise: `out` in the folder, or beside the workbook. Never among tables.
    fn out(&self, chosen: Option<&Path>) -> Result<PathBuf, String> {
        let out = match chosen {
            Some(out) => out.to_owned(),
            None if self.input.is_file() => {
                let folder = self.input.parent().unwrap_or(Path::new("."));
                let mut name = self.input.file_stem().unwrap_or_default().to_owned();
                name.push("-out");
                folder.join(name)
            }
            None => self.input.join("out"),
        };
        written::refuse_among_tables(self, &out)?;
        Ok(out)
    }
}
