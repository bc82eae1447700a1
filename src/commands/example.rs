//! `assize example`: a synthetic inspection to try the program out.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};

use super::say::{complain, say};
use super::{Ending, Failure};
use crate::example::{self, Size, Slack};
use crate::input;
use crate::store;

/// How much time the inspectors have to spare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Spare {
    /// Enough for many other plans: limits as people have them
    Usual,
    /// The visits take about 50 % of the days that inspectors may be onsite
    High,
    /// About 80 %
    Middle,
    /// About 95 %: next to none
    Low,
    /// Too little: there is no plan
    None,
}

/// The sizes there are, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Named {
    /// 20 police forces in 5 CPS Areas, 4 visits, 12 inspectors, 10 weeks
    S,
    /// 43 police forces in 13 CPS Areas, 8 visits, 26 inspectors, 16 weeks
    M,
    /// As m, with 30 probation units and 20 prisons: 12 visits, 40 inspectors of 4 inspectorates, 20 weeks
    L,
    /// 108 police forces in 24 CPS Areas, 16 visits, 52 inspectors, 26 weeks
    Xl,
}

#[derive(Debug, Args)]
pub(super) struct Options {
    /// The folder to write; it must not exist yet, or be empty
    folder: PathBuf,
    /// How large it is; each of the options below changes one number
    #[arg(long, value_name = "SIZE", default_value = "m")]
    size: Named,
    /// Sites to choose from besides the CPS Areas: police forces; with 4 inspectorates probation units and prisons share the number, 30 and 20 to every 43 forces
    #[arg(long, value_name = "NUMBER")]
    sites: Option<u32>,
    /// CPS Areas in which the sites lie; they are sites too, on top
    #[arg(long, value_name = "NUMBER")]
    areas: Option<u32>,
    /// Sites to visit besides the CPS Areas that they bring; with 4 inspectorates a quarter of them are probation units and a quarter prisons
    #[arg(long, value_name = "NUMBER")]
    visits: Option<u32>,
    /// Inspectors of all inspectorates together
    #[arg(long, value_name = "NUMBER")]
    inspectors: Option<u32>,
    /// 2 for police and CPS; 4 for probation and prisons as well
    #[arg(long, value_name = "NUMBER", value_parser = PossibleValuesParser::new(["2", "4"]))]
    inspectorates: Option<String>,
    /// Weeks of fieldwork
    #[arg(long, value_name = "NUMBER")]
    weeks: Option<u32>,
    /// How much time the inspectors have to spare
    #[arg(long, value_name = "SLACK", default_value = "usual")]
    slack: Spare,
    /// Another seed gives another example; the same gives the same
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    seed: u64,
}

pub(super) fn run(options: &Options) -> Result<Ending, Failure> {
    let slack = match options.slack {
        Spare::Usual => Slack::Usual,
        Spare::High => Slack::High,
        Spare::Middle => Slack::Middle,
        Spare::Low => Slack::Low,
        Spare::None => Slack::None,
    };
    let inspection = match example::with_slack(options.size(), slack, options.seed) {
        Ok((inspection, _)) => inspection,
        Err(impossible) => {
            complain(&impossible.to_string());
            return Ok(Ending::WrongUsage);
        }
    };
    let mut files = input::input_files(&inspection).map_err(|error| error.to_string())?;
    let readme = readme(&inspection.header.title, &options.command(), slack);
    files.insert(0, ("README.md".to_owned(), readme.into_bytes()));
    store::write_new(&options.folder, &files).map_err(|error| error.to_string())?;
    let folder = store::shown_path(&options.folder);
    say(&format!(
        "Written to {folder}: {} sites and {} inspectors, all synthetic. Try: assize plan {folder}",
        inspection.sites.len(),
        inspection.inspectors.len()
    ))?;
    Ok(Ending::Done)
}

impl Options {
    /// The named size, with the numbers that were given instead of its own.
    fn size(&self) -> Size {
        let named = match self.size {
            Named::S => Size::S,
            Named::M => Size::M,
            Named::L => Size::L,
            Named::Xl => Size::XL,
        };
        let inspectorates = self.inspectorates.as_deref();
        let inspectorates = inspectorates.and_then(|number| number.parse().ok());
        Size {
            sites: self.sites.unwrap_or(named.sites),
            areas: self.areas.unwrap_or(named.areas),
            visits: self.visits.unwrap_or(named.visits),
            inspectors: self.inspectors.unwrap_or(named.inspectors),
            inspectorates: inspectorates.unwrap_or(named.inspectorates),
            weeks: self.weeks.unwrap_or(named.weeks),
        }
    }

    /// The command that makes the same example, wherever the folder is.
    fn command(&self) -> String {
        let name = self.size.to_possible_value();
        let name = name.as_ref().map_or("m", |value| value.get_name());
        let mut command = format!("assize example FOLDER --size {name}");
        let inspectorates = self.inspectorates.as_deref();
        let changed = [
            ("sites", self.sites),
            ("areas", self.areas),
            ("visits", self.visits),
            ("inspectors", self.inspectors),
            (
                "inspectorates",
                inspectorates.and_then(|number| number.parse().ok()),
            ),
            ("weeks", self.weeks),
        ];
        for (option, number) in changed {
            if let Some(number) = number {
                command.push_str(&format!(" --{option} {number}"));
            }
        }
        if self.slack != Spare::Usual {
            let slack = self.slack.to_possible_value();
            let slack = slack.as_ref().map_or("usual", |value| value.get_name());
            command.push_str(&format!(" --slack {slack}"));
        }
        command.push_str(&format!(" --seed {}", self.seed));
        command
    }
}

fn readme(title: &str, command: &str, slack: Slack) -> String {
    let plan = match slack {
        Slack::None => {
            "As it is there is\nno plan, for the inspectors have too little time: `assize plan` says what stands in the way"
        }
        Slack::Usual | Slack::High | Slack::Middle | Slack::Low => {
            "Every rule has something\nhere to rule out, and there is always a plan to begin with"
        }
    };
    format!(
        "# {title}

Everything here is synthetic: the sites, the inspectors, the figures and the dates of other inspections were drawn at
random. Only the bank holidays are real. The handling marking in `inspection.toml` says so on every output.

This command makes the same folder again, to the byte:

```
{command}
```

What to try next, from the folder above this one, with the name of this folder in place of FOLDER:

- `assize validate FOLDER` lists what is wrong in the tables: nothing, until you change something
- `assize score FOLDER` ranks the sites
- `assize plan FOLDER` makes the plan, in `FOLDER/out`
- `assize check FOLDER FOLDER/out/plan.json` verifies it

Then change something, such as an absence or the number of visits a week, and plan again. {plan}.
"
    )
}
