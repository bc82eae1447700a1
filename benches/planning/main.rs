//! How long each step takes, from the small example to four inspectorates, side by side in one run.
//!
//! `cargo bench` prints a table at the end; `docs/performance.md` holds one. Only ratios within a run mean anything:
//! machines differ, and so do the other programs on them.

mod again;
#[path = "../../tests/common/mod.rs"]
mod common;
mod sizes;
mod table;
mod tables_large;

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, SamplingMode};

use assize::check::check;
use assize::domain::{Inspection, Plan};
use assize::instance::Instance;
use assize::optimise::{self, Answer, Budget};
use assize::score::Scores;
use sizes::{Row, rows};
use table::{Measured, print};

/// Samples of each step but planning, which is done once for each inspection.
const SAMPLES: usize = 10;

fn main() {
    // Under `cargo test --all-targets` there is nothing to do: it passes no such word.
    if !std::env::args().any(|word| word == "--bench") {
        return;
    }
    let mut criterion = Criterion::default()
        .sample_size(SAMPLES)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_secs(1))
        .configure_from_args();
    let rows = rows();
    let measured: Vec<Measured> = rows
        .iter()
        .map(|row| measure(row, &mut criterion))
        .collect();
    criterion.final_summary();
    print(&rows, &measured);
    start_up(&mut criterion);
    let (loaded, scored) = tables_large::measure();
    println!(
        "A million rows of performance.csv: loaded in {loaded:.1} s, 10,000 sites scored in {scored:.1} s."
    );
}

/// Times the start of the program and its end, with nothing to do in between.
fn start_up(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("start");
    let seconds = sampled(&mut group, "assize --version", &[()], |()| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_assize"));
        program.arg("--version").output().expect("it runs")
    });
    group.finish();
    if let Some(seconds) = seconds {
        println!(
            "\nThe program starts and ends in {:.1} ms.",
            seconds * 1000.0
        );
    }
}

/// Times every step over all the inspections of a row.
fn measure(row: &Row, criterion: &mut Criterion) -> Measured {
    let mut group = criterion.benchmark_group(row.name);
    group.sampling_mode(SamplingMode::Flat);
    let all = &row.inspections;
    let load = sampled(&mut group, "load", all, |(folder, _)| read(folder));
    let score = sampled(&mut group, "score", all, |(_, inspection)| {
        Scores::new(inspection)
    });
    let (plan, plans) = planned_once(all);
    let again = again::measure(all.iter().map(|(_, inspection)| inspection));
    let found: Vec<(&Inspection, &Plan)> = all
        .iter()
        .zip(&plans)
        .filter_map(|((_, inspection), plan)| Some((inspection, plan.as_ref()?)))
        .collect();
    let check = sampled(&mut group, "check", &found, |(inspection, plan)| {
        check(inspection, plan)
    });
    group.finish();
    Measured {
        load,
        score,
        plan,
        again,
        check,
        plans,
    }
}

fn read(folder: &Path) -> Inspection {
    common::load(folder, None)
}

/// The best plan.
fn plan(inspection: &Inspection) -> Option<Plan> {
    let answer = optimise::plan(
        &Instance::new(inspection.clone()),
        &Budget::unlimited(),
        &mut |_| {},
    );
    match answer.expect("no fault") {
        Answer::Plan(planned) => Some(planned.plan),
        Answer::NoPlan | Answer::OutOfTime => None,
    }
}

/// The median seconds of a step for one inspection; `None` where it was left out on the command line.
fn sampled<T, R>(
    group: &mut BenchmarkGroup<WallTime>,
    step: &str,
    all: &[T],
    work: impl Fn(&T) -> R,
) -> Option<f64> {
    let mut seconds = Vec::new();
    if !all.is_empty() {
        group.bench_function(step, |bencher| {
            bencher.iter_custom(|rounds| {
                let began = Instant::now();
                for _ in 0..rounds {
                    for one in all {
                        black_box(work(black_box(one)));
                    }
                }
                let elapsed = began.elapsed();
                let inspections = rounds as f64 * all.len() as f64;
                seconds.push(elapsed.as_secs_f64() / inspections);
                elapsed
            });
        });
    }
    // Before the samples come the rounds that warm up.
    let mut samples = seconds.split_off(seconds.len().saturating_sub(SAMPLES));
    samples.sort_by(f64::total_cmp);
    samples.get(samples.len() / 2).copied()
}

/// Plans each inspection once: the mean seconds, and the plans.
fn planned_once(all: &[(PathBuf, Inspection)]) -> (f64, Vec<Option<Plan>>) {
    let began = Instant::now();
    let plans = all.iter().map(|(_, inspection)| plan(inspection)).collect();
    (began.elapsed().as_secs_f64() / all.len() as f64, plans)
}
