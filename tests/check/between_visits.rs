//! P14 and P15: the small print of what lies between two visits of one inspector.

use assize::domain::*;

use super::base::*;

#[test]
fn who_writes_up_is_free_again_on_the_next_day() {
    // North Area is written up on 1, 2 and 3 March; the preparation for South Force begins on 4 March.
    let report = changed(|inspection, _| inspection.kinds[1].write_up_days = 3);
    assert_eq!(report.findings, []);
    // With a holiday in Wales that takes until 4 March.
    let found = found(|inspection, _| {
        inspection.kinds[1].write_up_days = 3;
        inspection.bank_holidays.push(BankHoliday {
            nation: "Wales".to_owned(),
            date: day("2027-03-01"),
            name: "St David’s Day".to_owned(),
        });
    });
    let of = |who: &str| {
        format!(
            "P14 write-up: Inspector {who} is needed for the visit to South Force from 4 March 2027; 3 working days to write up the visit to North Area end on 4 March 2027."
        )
    };
    assert_eq!(found, [of("P01"), of("P02")]);
}

#[test]
fn a_kind_that_is_brought_has_write_up_days_of_its_own() {
    // The write-up of the force, until 10 March, does not bind the visit that it brings, but does bind South Force.
    let found = found(|inspection, plan| {
        inspection.kinds[0].write_up_days = 7;
        plan.visits[SOUTH_FORCE].pairs[1] = ["P05".into(), "P06".into()];
    });
    let of = |who: &str| {
        format!(
            "P14 write-up: Inspector {who} is needed for the visit to South Force from 4 March 2027; 7 working days to write up the visit to North Force end on 5 March 2027."
        )
    };
    assert_eq!(found, [of("P01"), of("P02")]);
}

#[test]
fn the_earlier_visit_has_the_days_whatever_the_order_of_the_plan() {
    let found = found(|inspection, plan| {
        inspection.kinds[1].write_up_days = 4;
        plan.visits[SOUTH_FORCE].pairs[0][1] = "P06".into();
        plan.visits[SOUTH_AREA].pairs[0][0] = "P06".into();
        plan.visits[SOUTH_AREA].visit_lead = "P06".into();
        plan.visits.reverse();
    });
    assert_eq!(
        found,
        [
            "P14 write-up: Inspector P01 is needed for the visit to South Force from 4 March 2027; 4 working days to write up the visit to North Area end on 4 March 2027."
        ]
    );
}

#[test]
fn absence_does_not_matter_on_days_of_writing_up() {
    let report = changed(|inspection, _| {
        inspection.kinds[1].write_up_days = 3;
        inspection.absences.push(Absence {
            inspector: "P01".into(),
            first_day: day("2027-03-01"),
            last_day: day("2027-03-03"),
        });
        inspection.inspectors[0].until = Some(day("2027-03-12"));
    });
    assert_eq!(report.findings, []);
}

#[test]
fn tied_in_the_same_week_nobody_is_too_far_away() {
    // Both inspectors of North Area come from North Force the day before, from one end of the country to the other.
    let far = |timing: LinkTiming| {
        found(|inspection, plan| {
            inspection.staffing.journey_km = Some(500.0);
            inspection.links[0].timing = timing;
            inspection.links[0].same_team = false;
            inspection.timing.max_visits_per_week = None;
            inspection.sites[1].position = Some(Position {
                latitude: 59.0,
                longitude: -1.5,
            });
            plan.visits[NORTH_AREA].pairs[0][1] = "P05".into();
        })
    };
    assert_eq!(far(LinkTiming::SameWeek), [""; 0]);
    assert_eq!(
        far(LinkTiming::Any),
        [
            "P15 journey: Inspector P02 is onsite at North Force on 24 February 2027 and at North Area on 25 February 2027, 556 km apart; it must be at most 500 km."
        ]
    );
}

#[test]
fn a_journey_is_too_long_above_the_limit_and_shown_so() {
    let limit = |km: f64| {
        found(|inspection, plan| {
            from_north_to_south(inspection, plan);
            inspection.staffing.journey_km = Some(km);
        })
    };
    // 2.5 degrees are 277.98732 km.
    assert_eq!(limit(277.9874), [""; 0]);
    assert_eq!(
        limit(277.98),
        [
            "P15 journey: Inspector P04 is onsite at North Force on 24 February 2027 and at South Force on 25 February 2027, 278 km apart; it must be at most 277.98 km."
        ]
    );
    assert_eq!(
        limit(277.987),
        [
            "P15 journey: Inspector P04 is onsite at North Force on 24 February 2027 and at South Force on 25 February 2027, 278 km apart; it must be at most 277.987 km."
        ]
    );
}

#[test]
fn where_nobody_knows_a_place_no_journey_is_too_long() {
    let report = changed(|inspection, plan| {
        from_north_to_south(inspection, plan);
        inspection.staffing.journey_km = Some(1.0);
        inspection.sites[2].position = None;
    });
    assert_eq!(report.findings, []);
}

#[test]
fn a_weekend_between_is_time_to_travel() {
    // South Force follows on Monday: neither Friday and Monday nor Wednesday and Friday follow each other.
    let report = changed(|inspection, plan| {
        from_north_to_south(inspection, plan);
        inspection.staffing.journey_km = Some(1.0);
        moved(&mut plan.visits[SOUTH_FORCE], "2027-03-01", "2027-03-02");
        moved(&mut plan.visits[SOUTH_AREA], "2027-03-04", "2027-03-05");
        plan.visits[NORTH_AREA].pairs = vec![["P02".into(), "P01".into()]];
    });
    assert_eq!(report.findings, []);
}
