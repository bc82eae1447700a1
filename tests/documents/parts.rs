//! What the points of a plan are made of: the parts add up to the tiers, and stand beside them in words.

use assize::documents::summary;
use assize::documents::views::Overview;
use assize::instance::Instance;

use super::common::{example, load, planned};

#[test]
fn the_parts_add_up_to_the_tiers() {
    for name in ["small", "resettlement"] {
        let inspection = load(&example(name), None);
        let planned = planned(&inspection);
        let parts = Overview::new(&Instance::new(inspection.clone()), &planned).parts;
        let value = |tier: usize| planned.plan.tiers[tier].value;
        let weights = &inspection.weights;
        let of = |part: Option<f64>| part.unwrap_or(0.0);
        let selection = &parts.selection;
        let sum = of(selection.evidence) + of(selection.representation)
            - of(selection.burden)
            - of(selection.cost);
        assert!((sum - value(0)).abs() < 1e-6, "{name}: {sum}");
        let leave = f64::from(parts.calendar.leave_days.unwrap_or(0));
        let delay = parts.calendar.delay_weeks.unwrap_or(0) as f64;
        let sum = weights.leave * leave + weights.delay * delay;
        assert!((sum - value(1)).abs() < 1e-6, "{name}: {sum}");
    }
}

#[test]
fn what_has_no_weight_is_no_part() {
    let mut inspection = load(&example("small"), None);
    inspection.weights.cost = 0.0;
    inspection.weights.delay = 0.0;
    inspection.weights.travel = 0.0;
    let planned = planned(&inspection);
    let said = summary(&Overview::new(&Instance::new(inspection), &planned));
    let lines = said.lines().filter(|line| line.contains(" point"));
    let tiers: Vec<&str> = lines
        .filter_map(|line| line.split_once(". ").map(|(worth, _)| worth))
        .take(2)
        .collect();
    assert_eq!(
        tiers,
        [
            "  Selection: 4.367 points, the more the better: evidence 1.200 and representation 3.667, less burden 0.500",
            "  Calendar: 0 points lost, the fewer the better: no days in leave periods",
        ]
    );
}
