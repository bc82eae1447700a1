//! What the rules and the tolerance that not every inspection has cost in time: the whole command with them, over the whole command with a
//! tolerance of 0 and without them, side by side.

use std::time::Instant;

use assize::domain::{Inspection, LinkTiming};

use super::{Shape, common, folder_of, plan_command};

/// The word on the command line that asks for this table: `cargo bench --bench whole -- new-rules M L`.
pub const WORD: &str = "new-rules";

/// The heading of the table.
pub fn print_heading() {
    println!("| inspections | whole command, s | without the new rules, s | times |");
    println!("|---|---|---|---|");
}

/// One row of the table: the times of each inspection, in the order of the seeds. The two runs of an inspection follow each other.
pub fn row(shape: &Shape, seeds: u64) -> String {
    let runs: Vec<[f64; 2]> = (1..=seeds).map(|seed| run(shape, seed)).collect();
    let cells = |of: fn(&[f64; 2]) -> f64| {
        let cells: Vec<String> = runs.iter().map(|run| format!("{:.1}", of(run))).collect();
        cells.join(", ")
    };
    format!(
        "| {} | {} | {} | {} |",
        shape.name,
        cells(|[with, _]| *with),
        cells(|[_, without]| *without),
        cells(|[with, without]| with / without.max(0.1))
    )
}

fn run(shape: &Shape, seed: u64) -> [f64; 2] {
    let made_up = shape.made_up(seed);
    let plain = without(made_up.clone());
    [("with", made_up), ("without", plain)].map(|(name, inspection)| {
        let folder = folder_of(&[shape.name, &seed.to_string(), name]);
        common::write(&inspection, &folder);
        let began = Instant::now();
        plan_command(&folder);
        began.elapsed().as_secs_f64()
    })
}

/// The same inspection with a tolerance of 0, and without what not every inspection has.
fn without(mut inspection: Inspection) -> Inspection {
    inspection.weights.tolerance = 0.0;
    inspection.weights.load = 0.0;
    inspection.pilot = None;
    inspection.staffing.journey_km = None;
    inspection.travel.clear();
    inspection
        .links
        .retain(|link| !matches!(link.timing, LinkTiming::After { .. }));
    for kind in &mut inspection.kinds {
        kind.write_up_days = 0;
    }
    for conflict in &mut inspection.conflicts {
        conflict.linked = false;
    }
    for person in &mut inspection.inspectors {
        person.from = None;
        person.until = None;
    }
    inspection
}
