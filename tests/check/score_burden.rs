//! Engagement days, burden and cost, each worked out by hand.

use assize::domain::*;

use super::base::*;

/// *b* of North Force times a thousand full days, which is its engagement days: nothing else is worth anything.
fn engagement_days(engagements: Vec<Engagement>, change: impl FnOnce(&mut Inspection)) -> f64 {
    let report = changed(|inspection, plan| {
        inspection.weights = Weights {
            evidence: 0.0,
            representation: 0.0,
            burden: 1000.0,
            cost: 0.0,
            ..Weights::default()
        };
        inspection.burden.full_days = 1000.0;
        inspection.engagements = engagements;
        plan.visits.truncate(1);
        change(inspection);
    });
    -report.tiers[0]
}

#[test]
fn mondays_to_fridays_count_bank_holidays_included() {
    // Thursday 24 December 2026 to Tuesday 5 January 2027: thirteen days, four of them at weekends.
    let over_new_year = engagement("north-force", "2026-12-24", "2027-01-05", None);
    assert_close(engagement_days(vec![over_new_year], |_| {}), 9.0);
    let a_weekend = engagement("north-force", "2026-12-26", "2026-12-27", None);
    assert_close(engagement_days(vec![a_weekend], |_| {}), 0.0);
}

#[test]
fn a_day_in_two_engagements_counts_twice_and_elsewhere_not_at_all() {
    let engagements = vec![
        engagement("north-force", "2026-09-14", "2026-09-18", None),
        engagement("north-force", "2026-09-16", "2026-09-21", None),
        engagement("south-force", "2026-09-16", "2026-09-21", None),
    ];
    assert_close(engagement_days(engagements, |_| {}), 9.0);
}

#[test]
fn each_engagement_counts_at_most_its_days() {
    let engagements = vec![
        engagement("north-force", "2026-09-14", "2026-09-25", Some(3)),
        engagement("north-force", "2026-09-14", "2026-09-15", Some(30)),
        engagement("north-force", "2026-09-14", "2026-09-25", Some(0)),
    ];
    assert_close(engagement_days(engagements, |_| {}), 5.0);
}

#[test]
fn days_are_counted_inside_the_window_before_they_are_limited() {
    // The window of the base runs from 1 February 2026 to 28 November 2027, both included. Five weekdays of the first
    // engagement lie inside, fewer than its seven days; of the second, Friday 26 November is the last weekday.
    let engagements = vec![
        engagement("north-force", "2026-01-05", "2026-02-06", Some(7)),
        engagement("north-force", "2027-11-26", "2027-12-31", None),
        engagement("north-force", "2027-11-29", "2027-12-31", None),
    ];
    assert_close(engagement_days(engagements, |_| {}), 6.0);
}

#[test]
fn the_window_is_clamped_to_the_end_of_a_month() {
    // Six months before 31 August 2027 is 28 February 2027, a Sunday: Monday and Tuesday count. Six months after
    // 31 August 2027 is 29 February 2028, a Tuesday: Monday and Tuesday count.
    let engagements = vec![
        engagement("north-force", "2027-02-26", "2027-03-02", None),
        engagement("north-force", "2028-02-28", "2028-03-03", None),
    ];
    let days = engagement_days(engagements, |inspection| {
        inspection.timing.first_day = day("2027-08-31");
        inspection.timing.last_day = day("2027-08-31");
        inspection.burden.months_before = 6;
        inspection.burden.months_after = 6;
    });
    assert_close(days, 4.0);
}

#[test]
fn a_window_of_no_months_is_the_fieldwork_itself() {
    let engagements = vec![engagement("north-force", "2027-01-28", "2027-02-02", None)];
    let days = engagement_days(engagements, |inspection| {
        inspection.burden.months_before = 0;
    });
    assert_close(days, 2.0);
}

#[test]
fn a_burden_is_never_more_than_full() {
    let engagements = vec![engagement("north-force", "2026-09-14", "2026-09-25", None)];
    let full = engagement_days(engagements, |inspection| inspection.burden.full_days = 9.5);
    assert_close(full, 1000.0);
}

#[test]
fn the_cost_is_a_share_of_the_costliest_kind_even_if_none_of_it_is_selected() {
    let report = changed(|inspection, plan| {
        inspection.weights = Weights {
            evidence: 0.0,
            representation: 0.0,
            burden: 0.0,
            cost: 1.0,
            ..Weights::default()
        };
        // 2 × 3 pairs × (5 + 5) days: three times a force's 2 × 2 × (3 + 2), fifteen times an Area's 2 × 1 × 2.
        let prison = Kind {
            days: 5,
            prepare_days: 5,
            pairs: vec![["HMICFRS".into(), "HMCPSI".into()]; 3],
            ..kind("prison")
        };
        inspection.kinds.push(prison);
        plan.visits.truncate(SOUTH_AREA);
    });
    assert_close(report.tiers[0], -(1.0 / 3.0 + 1.0 / 15.0 + 1.0 / 3.0));
}

#[test]
fn a_site_may_have_a_full_burden_of_its_own() {
    let four_days = || vec![engagement("north-force", "2026-09-14", "2026-09-17", None)];
    let own = |days: f64| {
        engagement_days(four_days(), |inspection| {
            inspection.sites[0].full_days = Some(days);
        })
    };
    // 4 of 16 days, times a thousand; and never more than full.
    assert_close(own(16.0), 250.0);
    assert_close(own(3.5), 1000.0);
}

/// What the visits to North Force and North Area cost.
fn cost(change: impl FnOnce(&mut Inspection)) -> f64 {
    let report = changed(|inspection, plan| {
        inspection.weights = Weights {
            evidence: 0.0,
            representation: 0.0,
            burden: 0.0,
            cost: 1.0,
            ..Weights::default()
        };
        plan.visits.truncate(SOUTH_FORCE);
        change(inspection);
    });
    -report.tiers[0]
}

#[test]
fn write_up_days_cost_as_others_do() {
    // A force takes 2 × 2 × (3 + 2 + 1) inspector-days, an Area 2 × 1 × (2 + 0 + 0), or with three days to write up 2 × 1 × 5.
    let of_force = cost(|inspection| inspection.kinds[0].write_up_days = 1);
    assert_close(of_force, 1.0 + 4.0 / 24.0);
    let of_both = cost(|inspection| {
        inspection.kinds[0].write_up_days = 1;
        inspection.kinds[1].write_up_days = 3;
    });
    assert_close(of_both, 1.0 + 10.0 / 24.0);
}

#[test]
fn a_visit_costs_by_the_days_and_pairs_of_its_site_and_the_largest_is_that_of_kinds() {
    // 2 × 3 × (10 + 2) of a kind's 2 × 2 × (3 + 2): more than one, as no site sets the largest.
    let of_giant = cost(|inspection| {
        inspection.sites[0].days = Some(10);
        inspection.sites[0].pairs = Some(3);
        inspection.sites[1].days = Some(1);
    });
    assert_close(of_giant, 72.0 / 20.0 + 2.0 / 20.0);
}
