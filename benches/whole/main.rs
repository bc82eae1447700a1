//! How long a user waits for `assize plan`, against the time to the proof: the timetables, the figures beside the plan and the files should
//! cost less than the plan itself.
//!
//! `cargo bench --bench whole` prints a table; `docs/performance.md` holds one. It goes by the program's own words on standard error,
//! which name the moment of the proof to a tenth of a second.
//!
//! `cargo bench --bench whole -- new-rules M L` prints another: what the rules and the tolerance cost that not every inspection has.

#[path = "../../tests/common/mod.rs"]
mod common;
mod new_rules;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Instant;

use assize::domain::Inspection;
use assize::example::{Size, Slack, with_slack};

/// Made-up inspections of each shape.
const SEEDS: u64 = 5;

/// A run is cut after so many seconds: then it says nothing.
const LIMIT: u32 = 600;

/// What the whole command may take: so many times the time to the proof, and so many seconds more.
const TIMES: f64 = 2.0;
const MORE: f64 = 2.0;

/// A shape of inspections.
struct Shape {
    name: &'static str,
    size: Size,
    slack: Slack,
}

impl Shape {
    fn made_up(&self, seed: u64) -> Inspection {
        with_slack(self.size, self.slack, seed)
            .expect("an example")
            .0
    }
}

fn main() {
    // Under `cargo test --all-targets` there is nothing to do: it passes no such word.
    if !std::env::args().any(|word| word == "--bench") {
        return;
    }
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let with_new_rules = wanted.iter().any(|word| word == new_rules::WORD);
    if with_new_rules {
        new_rules::print_heading();
    } else {
        print_heading();
    }
    for shape in shapes() {
        let named = wanted.iter().filter(|word| !word.starts_with('-'));
        let named: Vec<&String> = named.filter(|word| *word != new_rules::WORD).collect();
        if !named.is_empty() && !named.iter().any(|word| **word == shape.name) {
            continue;
        }
        match with_new_rules {
            true => println!("{}", new_rules::row(&shape, SEEDS)),
            false => println!("{}", row(&shape)),
        }
    }
}

fn print_heading() {
    println!(
        "| inspections | proof, s | whole command, s | times the proof | proved | within twice and 2 s |"
    );
    println!("|---|---|---|---|---|---|");
}

fn shapes() -> [Shape; 6] {
    let shape = |name, size, slack| Shape { name, size, slack };
    let scarce = Size {
        areas: 7,
        visits: 6,
        inspectors: 18,
        ..Size::S
    };
    [
        shape("S", Size::S, Slack::Usual),
        shape("M", Size::M, Slack::Usual),
        shape("L", Size::L, Slack::Usual),
        shape("XL", Size::XL, Slack::Usual),
        shape("S-scarce", scarce, Slack::Low),
        shape("M-scarce", Size::M, Slack::Low),
    ]
}

/// One row of the table: the times of each inspection, in the order of the seeds.
fn row(shape: &Shape) -> String {
    let runs: Vec<Option<[f64; 2]>> = (1..=SEEDS).map(|seed| run(shape, seed)).collect();
    let proved: Vec<[f64; 2]> = runs.iter().flatten().copied().collect();
    let times = |of: fn(&[f64; 2]) -> String| {
        let cells = runs
            .iter()
            .map(|run| run.as_ref().map_or("–".to_owned(), of));
        cells.collect::<Vec<String>>().join(", ")
    };
    let within = |[proof, whole]: &&[f64; 2]| *whole <= TIMES * proof + MORE;
    format!(
        "| {} | {} | {} | {} | {} of {SEEDS} | {} of {} |",
        shape.name,
        times(|[proof, _]| format!("{proof:.1}")),
        times(|[_, whole]| format!("{whole:.1}")),
        times(|[proof, whole]| format!("{:.1}", whole / proof.max(0.1))),
        proved.len(),
        proved.iter().filter(within).count(),
        proved.len()
    )
}

/// Seconds to the proof and to the end of the command; `None` where the plan was not proved in time.
fn run(shape: &Shape, seed: u64) -> Option<[f64; 2]> {
    let folder = folder_of(&[shape.name, &seed.to_string()]);
    common::write(&shape.made_up(seed), &folder);
    let began = Instant::now();
    let ended = plan_command(&folder);
    let whole = began.elapsed().as_secs_f64();
    let said = String::from_utf8_lossy(&ended.stderr).into_owned();
    let (_, proof) = said.rsplit_once("Best teams proved after ")?;
    let proof = proof.split_whitespace().next()?.parse().ok()?;
    Some([proof, whole])
}

/// Runs `assize plan` to its end.
fn plan_command(folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_assize"))
        .arg("plan")
        .arg(folder)
        .args(["--time-limit", &LIMIT.to_string()])
        .output()
        .expect("it runs")
}

/// A folder by these names, where the build keeps its files.
fn folder_of(names: &[&str]) -> PathBuf {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("whole");
    names.iter().fold(place, |folder, name| folder.join(name))
}
