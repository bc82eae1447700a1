//! How long a user waits for `assize plan`, against the time to the proof: the timetables, the figures beside the plan and the files should
//! cost less than the plan itself.
//!
//! `cargo bench --bench whole` prints a table; `docs/performance.md` holds one. It goes by the program's own words on standard error,
//! which name the moment of the proof to a tenth of a second.

#[path = "../../tests/common/mod.rs"]
mod common;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use assize::example::{Size, Slack, with_plan};

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

fn main() {
    // Under `cargo test --all-targets` there is nothing to do: it passes no such word.
    if !std::env::args().any(|word| word == "--bench") {
        return;
    }
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    println!(
        "| inspections | proof, s | whole command, s | times the proof | proved | within twice and 2 s |"
    );
    println!("|---|---|---|---|---|---|");
    for shape in shapes() {
        let named = wanted.iter().filter(|word| !word.starts_with('-'));
        let named: Vec<&String> = named.collect();
        if named.is_empty() || named.iter().any(|word| **word == shape.name) {
            println!("{}", row(&shape));
        }
    }
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
    let folder = folder(shape, seed);
    let began = Instant::now();
    let ended = Command::new(env!("CARGO_BIN_EXE_assize"))
        .arg("plan")
        .arg(&folder)
        .args(["--time-limit", &LIMIT.to_string()])
        .output()
        .expect("it runs");
    let whole = began.elapsed().as_secs_f64();
    let said = String::from_utf8_lossy(&ended.stderr).into_owned();
    let (_, proof) = said.rsplit_once("Best teams proved after ")?;
    let proof = proof.split_whitespace().next()?.parse().ok()?;
    Some([proof, whole])
}

/// The folder of a made-up inspection, written where the build keeps its files.
fn folder(shape: &Shape, seed: u64) -> PathBuf {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("whole");
    let folder = place.join(shape.name).join(seed.to_string());
    let (inspection, _) = with_plan(shape.size, shape.slack, seed).expect("an example");
    common::write(&inspection, &folder);
    folder
}
