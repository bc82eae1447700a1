//! Any plan from any input passes the checker.

use super::common::{assert_clean, planned};
use super::small;

#[test]
fn any_plan_passes_the_checker() {
    for seed in 0..16 {
        let inspection = small(seed);
        let plan = planned(&inspection).plan;
        assert_clean(&inspection, &plan, &format!("seed {seed}"));
        assert!(plan.tiers.iter().all(|tier| tier.proven), "seed {seed}");
    }
}
