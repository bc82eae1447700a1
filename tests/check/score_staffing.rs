//! Journeys by table and by mean, and the load of the busiest, each worked out by hand.

use assize::domain::*;

use super::base::*;

/// One degree of latitude, in km.
fn degree() -> f64 {
    6371.0 * 1_f64.to_radians()
}

fn at(latitude: f64) -> Option<Position> {
    Some(Position {
        latitude,
        longitude: -1.5,
    })
}

/// Kilometres that the teams have, one way: North Force is at 54° north and has P01 to P04, of whom P01 starts from 53°.
fn kilometres(change: impl FnOnce(&mut Inspection)) -> f64 {
    let report = changed(|inspection, _| {
        inspection.weights.travel = 50.0;
        inspection.weights.continuity = 0.0;
        change(inspection);
    });
    report.tiers[2]
}

fn journey(inspector: &str, site: &str, km: f64) -> Travel {
    Travel {
        inspector: inspector.into(),
        site: site.into(),
        km,
    }
}

#[test]
fn who_starts_nobody_knows_where_has_it_as_far_as_the_mean_of_those_who_do() {
    // P05 is on no visit, but is one of those of whom it is known: 1 and 3 degrees, and 2 for each of the others.
    let km = kilometres(|inspection| inspection.inspectors[4].base = at(57.0));
    assert_close(km, (1.0 + 3.0 * 2.0) * degree());
    // If it is known of nobody, it is nothing.
    let km = kilometres(|inspection| inspection.inspectors[0].base = None);
    assert_close(km, 0.0);
}

#[test]
fn the_mean_is_for_each_site_by_itself() {
    let km = kilometres(|inspection| {
        inspection.sites[2].position = at(55.0);
        inspection.inspectors[4].base = at(57.0);
    });
    // North Force 1 and 3 degrees, South Force 2 and 2.
    assert_close(km, (1.0 + 3.0 * 2.0 + 2.0 + 3.0 * 2.0) * degree());
}

#[test]
fn the_table_of_journeys_replaces_the_great_circle() {
    let km = kilometres(|inspection| {
        inspection.travel = vec![
            journey("P01", "north-force", 200.0),
            journey("P02", "north-force", 7.5),
            journey("P05", "north-force", 1000.0),
        ];
    });
    // P03 and P04 have the mean, in which the table has no part.
    assert_close(km, 200.0 + 7.5 + 2.0 * degree());
}

#[test]
fn the_table_holds_where_coordinates_are_missing_and_where_it_says_nought() {
    let km = kilometres(|inspection| {
        inspection.sites[0].position = None;
        inspection.travel = vec![
            journey("P01", "north-force", 0.0),
            journey("P02", "north-force", 30.0),
            journey("P02", "south-force", 12.0),
        ];
    });
    assert_close(km, 30.0 + 12.0);
}

#[test]
fn who_comes_along_with_the_same_team_has_no_journey_of_their_own() {
    let km = kilometres(|inspection| {
        inspection.travel = vec![journey("P01", "north-area", 500.0)];
    });
    assert_close(km, 4.0 * degree());
    let of_its_own = kilometres(|inspection| {
        inspection.links[0].same_team = false;
        inspection.travel = vec![journey("P01", "north-area", 500.0)];
    });
    assert_close(of_its_own, 4.0 * degree() + 500.0);
}

#[test]
fn load_is_for_each_onsite_day_of_the_busiest() {
    let load = |change: fn(&mut Inspection, &mut Plan)| {
        let report = changed(|inspection, plan| {
            inspection.weights = Weights {
                travel: 0.0,
                continuity: 0.0,
                load: 1.5,
                ..Weights::default()
            };
            change(inspection, plan);
        });
        report.tiers[2]
    };
    // P01 and P02 have 3 + 2 + 3 + 2 days; preparation and write-up are not onsite.
    assert_close(load(|_, _| {}), 15.0);
    assert_close(
        load(|inspection, _| inspection.sites[3].days = Some(4)),
        18.0,
    );
    let shared = load(|_, plan| {
        for visit in [NORTH_AREA, SOUTH_AREA] {
            plan.visits[visit].pairs = vec![["P06".into(), "P05".into()]];
        }
    });
    assert_close(shared, 9.0);
    assert_close(load(|_, plan| plan.visits.clear()), 0.0);
}
