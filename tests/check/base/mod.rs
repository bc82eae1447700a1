//! A small sound inspection with a sound plan for it, to be broken in one place at a time.
//!
//! Three forces, each within an Area; North and South are selected and bring their Areas, visited in the same
//! week by part of the same team. Letters are ready on 6 January 2027, so visits may start from 17 February 2027.

mod rows;
mod tables;

use assize::check::{Report, check};
use assize::domain::*;

pub use rows::{day, engagement, kind, period, pilot, site, visit};
pub use tables::inspection;

/// A change to the sound inspection and plan.
pub type Change = fn(&mut Inspection, &mut Plan);

/// The plan: North Force, North Area, South Force, South Area. Its tier values were worked out by hand:
///
/// - selection: North 0.7 × 5/6 − 4/20, South 0.7 × 1/2 + 0.3 × 1, two forces at a cost of 0.5, two Areas at 0.1,
///   and two of three regions represented: 0.583333 − 0.2 + 0.65 − 1 − 0.2 + 2;
/// - calendar: one week's delay for each North visit, three for each South visit, and one day of leave: 1 + 1 + 3 + 3 + 10;
/// - staffing: four people there and back over one degree of latitude, for where P01 starts from is the mean for those of whom nobody
///   knows it, and four people: 4 × 2 × 1.11194927 + 4 × 2.
pub fn plan() -> Plan {
    let tier = |name: &str, value: f64| Tier {
        // Of the first tier alone.
        best: (name == TIER_NAMES[0]).then_some(value),
        name: name.to_owned(),
        value,
        bound: Some(value),
        proven: true,
    };
    let force: &[[&str; 2]] = &[["P01", "P02"], ["P03", "P04"]];
    let area: &[[&str; 2]] = &[["P02", "P01"]];
    Plan {
        code: "1108-4FAF".to_owned(),
        sessions: Vec::new(),
        preparation: Vec::new(),
        one_offs: Vec::new(),
        format: PLAN_FORMAT,
        inspection: "Joint case building".to_owned(),
        inputs_digest: "the digest".to_owned(),
        tiers: vec![
            tier("selection", 1.833_333_333),
            tier("calendar", 18.0),
            tier("staffing", 16.895_594_132),
        ],
        authority_date: day("2026-12-29"),
        visits: vec![
            visit(
                "north-force",
                "police_force",
                ["2027-02-22", "2027-02-24"],
                force,
            ),
            visit("north-area", "cps_area", ["2027-02-25", "2027-02-26"], area),
            visit(
                "south-force",
                "police_force",
                ["2027-03-08", "2027-03-10"],
                force,
            ),
            visit("south-area", "cps_area", ["2027-03-11", "2027-03-12"], area),
        ],
    }
}

/// Where the visits stand in the plan.
pub const NORTH_FORCE: usize = 0;
/// See [`NORTH_FORCE`].
pub const NORTH_AREA: usize = 1;
/// See [`NORTH_FORCE`].
pub const SOUTH_FORCE: usize = 2;
/// See [`NORTH_FORCE`].
pub const SOUTH_AREA: usize = 3;

/// Moves a visit.
pub fn moved(visit: &mut Visit, first_day: &str, last_day: &str) {
    visit.first_day = day(first_day);
    visit.last_day = day(last_day);
}

/// Areas are visited from two to four weeks after their forces, North Area from 15 March and South Area from 22 March.
pub fn some_weeks_after(inspection: &mut Inspection, plan: &mut Plan) {
    let max = Some(4);
    inspection.links[0].timing = LinkTiming::After { min: 2, max };
    inspection.links[0].same_team = false;
    moved(&mut plan.visits[NORTH_AREA], "2027-03-15", "2027-03-16");
    moved(&mut plan.visits[SOUTH_AREA], "2027-03-22", "2027-03-23");
}

/// P04 goes from North Force, where they are from 22 to 24 February, to South Force on 25 and 26 February, 2.5 degrees of latitude or
/// 278 km away. South Area was visited before, in the same week.
pub fn from_north_to_south(inspection: &mut Inspection, plan: &mut Plan) {
    inspection.timing.max_visits_per_week = None;
    inspection.kinds[0].prepare_days = 0;
    inspection.kinds[0].start_days.clear();
    inspection.sites[2].days = Some(2);
    inspection.sites[2].position = Some(Position {
        latitude: 51.5,
        longitude: -1.5,
    });
    let pairs = [["P05", "P06"], ["P07", "P04"]];
    plan.visits[SOUTH_FORCE].pairs = pairs.map(|pair| pair.map(InspectorId::from)).into();
    plan.visits[SOUTH_FORCE].visit_lead = "P05".into();
    moved(&mut plan.visits[SOUTH_FORCE], "2027-02-25", "2027-02-26");
    plan.visits[SOUTH_AREA].pairs = vec![["P06".into(), "P05".into()]];
    plan.visits[SOUTH_AREA].visit_lead = "P06".into();
    moved(&mut plan.visits[SOUTH_AREA], "2027-02-22", "2027-02-23");
}

/// What checking says after a change to both, finding by finding.
pub fn found(change: impl FnOnce(&mut Inspection, &mut Plan)) -> Vec<String> {
    let report = changed(change);
    report.findings.iter().map(ToString::to_string).collect()
}

/// The report after a change to both.
pub fn changed(change: impl FnOnce(&mut Inspection, &mut Plan)) -> Report {
    let (mut inspection, mut plan) = (inspection(), plan());
    change(&mut inspection, &mut plan);
    check(&inspection, &plan)
}

/// Whether two values agree but for rounding.
pub fn assert_close(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-9, "{a} is not {b}");
}

#[test]
fn the_sound_plan_is_clean() {
    let report = changed(|_, _| {});
    assert_eq!(report.findings, []);
    assert_eq!(report.misstated, []);
    assert!(report.is_clean());
}
