//! Calendar and staffing, each worked out by hand.

use assize::domain::*;

use super::base::*;

/// The value of tier 2 after a change.
fn calendar(change: impl FnOnce(&mut Inspection, &mut Plan)) -> f64 {
    changed(change).tiers[1]
}

/// The value of tier 3 after a change.
fn staffing(change: impl FnOnce(&mut Inspection, &mut Plan)) -> f64 {
    changed(change).tiers[2]
}

#[test]
fn a_day_in_several_periods_counts_once() {
    let value = calendar(|inspection, _| {
        let days = ["2027-03-09", "2027-03-12"];
        let also_avoided = ["2027-02-22", "2027-02-26"];
        inspection.periods.extend([
            period("all", None, days, Severity::Prefer),
            period("site", Some("south-force"), days, Severity::Prefer),
            period("all", None, also_avoided, Severity::Must),
        ]);
    });
    // South Force on 9 and 10 March, South Area on 11 and 12 March; and 8 weeks of delay.
    assert_close(value, 4.0 * 10.0 + 8.0);
}

#[test]
fn preparation_breaks_into_no_leave() {
    let value = calendar(|inspection, _| {
        inspection.periods = vec![period(
            "all",
            None,
            ["2027-02-15", "2027-02-21"],
            Severity::Prefer,
        )];
    });
    assert_close(value, 8.0);
}

#[test]
fn delay_counts_from_the_week_of_the_first_possible_day() {
    // With the first day of fieldwork on Sunday 28 February, its week is that of 22 February.
    let sunday = calendar(|inspection, _| inspection.timing.first_day = day("2027-02-28"));
    assert_close(sunday, 10.0 + 2.0 + 2.0);
    // Weeks are counted over the year's end: 21 December 2026 is 9 and 11 weeks before.
    let early = calendar(|inspection, _| {
        inspection.timing.selection_proposed = day("2026-10-01");
        inspection.authority = vec![("HMICFRS".into(), Authority::On(day("2026-10-01")))];
        inspection.timing.first_day = day("2026-12-23");
        inspection.weights.delay = 0.5;
    });
    assert_close(early, 10.0 + 0.5 * (9.0 + 9.0 + 11.0 + 11.0));
}

#[test]
fn everyone_travels_there_and_back_for_each_visit() {
    let value = staffing(|inspection, _| {
        inspection.links[0].same_team = false;
        inspection.weights.continuity = 0.0;
        // Along the equator, and P01 at 53° north as in the base: a quarter of the earth from 90° east.
        let at = |latitude, longitude| {
            Some(Position {
                latitude,
                longitude,
            })
        };
        inspection.sites[0].position = None;
        inspection.sites[2].position = at(0.0, 0.0);
        inspection.sites[3].position = at(90.0, 0.0);
        inspection.inspectors[0].base = at(0.0, 90.0);
        inspection.inspectors[1].base = at(0.0, -180.0);
    });
    let quarter = 6371.0 * std::f64::consts::FRAC_PI_2;
    // South Force: P01 a quarter, P02 half the earth, and P03 and P04 the mean of the two. South Area, at the pole: a quarter each.
    assert_close(
        value,
        2.0 * (quarter + 2.0 * quarter + 2.0 * 1.5 * quarter + 2.0 * quarter) / 100.0,
    );
}

#[test]
fn the_shortest_way_is_over_the_pole() {
    let value = staffing(|inspection, _| {
        // Half round the world at 60° north is 60° by way of the pole, and so a sixth of the earth's girth.
        let at = |latitude, longitude| {
            Some(Position {
                latitude,
                longitude,
            })
        };
        inspection.weights.continuity = 0.0;
        inspection.sites[0].position = at(60.0, -20.0);
        inspection.inspectors[0].base = at(60.0, 160.0);
    });
    // The three of whom nobody knows where they start from have it as far as P01.
    let one_way = 6371.0 * std::f64::consts::FRAC_PI_3;
    assert_close(value, 4.0 * 2.0 * one_way / 100.0);
}

#[test]
fn a_kind_brought_with_the_same_team_adds_no_travel() {
    let at_the_force =
        staffing(|inspection, _| inspection.sites[1].position = inspection.sites[0].position);
    assert_close(at_the_force, staffing(|_, _| {}));
    let of_its_own = staffing(|inspection, _| {
        inspection.sites[1].position = inspection.sites[0].position;
        inspection.links[0].same_team = false;
    });
    assert_close(
        of_its_own,
        8.0 + (4.0 + 2.0) * 2.0 * 6371.0 * 1_f64.to_radians() / 100.0,
    );
}

#[test]
fn each_inspector_is_counted_once() {
    let value = staffing(|inspection, plan| {
        inspection.weights.travel = 0.0;
        inspection.weights.continuity = 3.0;
        plan.visits[SOUTH_FORCE].pairs[1][1] = "P06".into();
    });
    assert_close(value, 15.0);
}
