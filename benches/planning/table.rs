//! The table at the end: seconds for each step, and how many times those of the base.

use assize::domain::Plan;

use super::again::Again;
use super::sizes::Row;

/// Seconds for one inspection, step by step, and the plans found.
pub struct Measured {
    pub load: Option<f64>,
    pub score: Option<f64>,
    pub plan: f64,
    pub again: Again,
    pub check: Option<f64>,
    pub plans: Vec<Option<Plan>>,
}

impl Measured {
    fn steps(&self) -> [Option<f64>; 4] {
        [self.load, self.score, Some(self.plan), self.check]
    }
}

/// Prints the table as it stands in `docs/performance.md`.
pub fn print(rows: &[Row], measured: &[Measured]) {
    let base = rows.iter().position(|row| row.is_base);
    let base = base.map_or([None; 4], |place| measured[place].steps());
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    println!("\n{cores} cores{}.\n", memory());
    println!(
        "| size | sites | inspectors | load | score | plan | check | proved (tiers 1, 2, 3) |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    for (row, measured) in rows.iter().zip(measured) {
        let (_, inspection) = &row.inspections[0];
        let steps = measured.steps();
        let cells: Vec<String> = (0..4).map(|step| cell(steps[step], base[step])).collect();
        println!(
            "| {} | {} | {} | {} | {} |",
            row.name,
            inspection.sites.len(),
            inspection.inspectors.len(),
            cells.join(" | "),
            proved(&measured.plans)
        );
    }
    again(rows, measured);
}

/// Prints how soon the planner answers once a weight has changed, as times of its first answer.
fn again(rows: &[Row], measured: &[Measured]) {
    println!("\n| size | first answer | evidence × 1.1 | delay × 1.1 | travel × 1.1 |");
    println!("|---|---|---|---|---|");
    for (row, Measured { again, .. }) in rows.iter().zip(measured) {
        println!(
            "| {} | {} | {} | {} | {} |",
            row.name,
            cell(Some(again.first), None),
            cell(Some(again.evidence), Some(again.first)),
            cell(Some(again.delay), Some(again.first)),
            cell(Some(again.travel), Some(again.first))
        );
    }
}

/// `12.3 ms (0.5)`: the time, and its ratio to the base.
fn cell(seconds: Option<f64>, base: Option<f64>) -> String {
    let Some(seconds) = seconds else {
        return "–".to_owned();
    };
    let time = match seconds {
        long if long >= 1.0 => format!("{long:.1} s"),
        short if short >= 1e-3 => format!("{:.1} ms", short * 1e3),
        shorter => format!("{:.0} µs", shorter * 1e6),
    };
    match base {
        Some(base) => format!("{time} ({:.2})", seconds / base),
        None => time,
    }
}

/// In how many of the plans each tier is proved.
fn proved(plans: &[Option<Plan>]) -> String {
    let tier = |place: usize| {
        let proved = plans
            .iter()
            .flatten()
            .filter(|plan| plan.tiers[place].proven);
        proved.count().to_string()
    };
    let tiers: Vec<String> = (0..3).map(tier).collect();
    format!("{} of {}", tiers.join(", "), plans.len())
}

/// `, 24 GB of memory`, where the system says.
fn memory() -> String {
    let text = std::fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let kilobytes = text
        .lines()
        .find_map(|line| line.strip_prefix("MemTotal:"))
        .and_then(|rest| rest.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kilobytes.map_or(String::new(), |kb| {
        format!(", {:.0} GB of memory", kb / 1048576.0)
    })
}
