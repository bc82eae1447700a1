//! P1 to P15: for each rule the smallest changes after which exactly that rule is broken.

use assize::domain::*;

use super::Case;
use crate::check::base::*;

pub const CASES: &[Case] = &[
    (
        Rule::Joint,
        |_, plan| plan.visits[NORTH_FORCE].pairs[1][1] = "P05".into(),
        &[
            "P1 joint: On the visit to North Force, Inspector P03 of HMICFRS and Inspector P05 of HMICFRS are a pair; it must be one of HMICFRS and one of HMCPSI.",
        ],
    ),
    (
        Rule::Joint,
        |inspection, _| inspection.sites[0].pairs = Some(3),
        &["P1 joint: The visit to North Force has 2 pairs; it must be 3."],
    ),
    (
        Rule::Experience,
        |_, plan| plan.visits[NORTH_FORCE].pairs[1][1] = "P08".into(),
        &[
            "P2 experience: Neither Inspector P03 nor Inspector P08, a pair on the visit to North Force, is experienced.",
        ],
    ),
    (
        Rule::OnePlace,
        // The two days of preparation are the days at North Area.
        |_, plan| {
            moved(&mut plan.visits[SOUTH_FORCE], "2027-03-01", "2027-03-03");
            plan.visits[SOUTH_FORCE].pairs[0][1] = "P06".into();
            moved(&mut plan.visits[SOUTH_AREA], "2027-03-04", "2027-03-05");
            plan.visits[SOUTH_AREA].pairs[0][0] = "P06".into();
            plan.visits[SOUTH_AREA].visit_lead = "P06".into();
        },
        &[
            "P3 one place: Inspector P01 is needed by the visits to North Area and South Force from 25 to 26 February 2027.",
        ],
    ),
    (
        Rule::Available,
        |inspection, _| {
            inspection.absences.push(Absence {
                inspector: "P03".into(),
                first_day: day("2027-02-15"),
                last_day: day("2027-02-18"),
            });
        },
        &[
            "P4 available: Inspector P03 is absent on 18 February 2027, but is needed to prepare for North Force.",
        ],
    ),
    (
        Rule::Available,
        |inspection, _| inspection.inspectors[2].from = Some(day("2027-02-19")),
        &[
            "P4 available: Inspector P03 is not in the team on 18 February 2027, but is needed to prepare for North Force.",
        ],
    ),
    (
        Rule::Cleared,
        |inspection, _| {
            inspection.kinds[1].clearance = Some("NPPV3".to_owned());
            for (id, until) in [("P01", Some(day("2027-03-11"))), ("P02", None)] {
                inspection.clearances.push(Clearance {
                    inspector: id.into(),
                    clearance: "NPPV3".to_owned(),
                    valid_until: until,
                });
            }
        },
        &[
            "P5 cleared: Inspector P01 does not hold NPPV3 on 12 March 2027, the last day of the visit to South Area.",
        ],
    ),
    (
        Rule::NoConflict,
        |inspection, _| {
            inspection.conflicts.push(Conflict {
                linked: true,
                inspector: "P04".into(),
                site: "south-force".into(),
            });
        },
        &["P6 may visit: Inspector P04 is on the visit to South Force, which they may not visit."],
    ),
    (
        Rule::NoConflict,
        // South Force lies in South Area: a conflict with the one reaches the other.
        |inspection, _| {
            inspection.conflicts.push(Conflict {
                linked: true,
                inspector: "P04".into(),
                site: "south-area".into(),
            });
        },
        &["P6 may visit: Inspector P04 is on the visit to South Force, which they may not visit."],
    ),
    (
        Rule::Apart,
        |inspection, plan| {
            inspection.apart.push(Apart {
                inspector_a: "P04".into(),
                inspector_b: "P01".into(),
            });
            plan.visits[SOUTH_FORCE].pairs[1][1] = "P06".into();
        },
        &["P7 apart: Inspector P04 and Inspector P01 are kept apart, but both visit North Force."],
    ),
    (
        Rule::Skills,
        |inspection, _| {
            inspection.sites[1].needs = ["youth".to_owned(), "digital".to_owned()].into();
            inspection.inspectors[1].skills = ["digital".to_owned()].into();
        },
        &["P8 skills: North Area needs youth, which nobody on its visit has."],
    ),
    (
        Rule::Limit,
        |inspection, _| {
            inspection.staffing.max_days = Some(9);
            inspection.inspectors[0].max_days = Some(10);
        },
        &["P9 limit: Inspector P02 has 10 onsite days; it must be at most 9."],
    ),
    (
        Rule::Rest,
        |inspection, plan| {
            inspection.staffing.max_weeks_in_row = Some(1);
            inspection.kinds[0].prepare_days = 0;
            moved(&mut plan.visits[SOUTH_FORCE], "2027-03-01", "2027-03-03");
            moved(&mut plan.visits[SOUTH_AREA], "2027-03-04", "2027-03-05");
            plan.visits[SOUTH_FORCE].pairs[0] = ["P01".into(), "P06".into()];
            plan.visits[SOUTH_FORCE].pairs[1] = ["P05".into(), "P08".into()];
            plan.visits[SOUTH_AREA].pairs[0] = ["P06".into(), "P05".into()];
            plan.visits[SOUTH_AREA].visit_lead = "P06".into();
        },
        &[
            "P10 rest: Inspector P01 is onsite in 2 weeks in a row from the week of 22 February 2027; it must be at most 1.",
        ],
    ),
    (
        Rule::VisitLead,
        |_, plan| plan.visits[NORTH_FORCE].visit_lead = "P03".into(),
        &[
            "P11 visit lead: Inspector P03 cannot lead the visit to North Force: its lead must be Inspector P01.",
        ],
    ),
    (
        Rule::SameTeam,
        |_, plan| plan.visits[NORTH_AREA].pairs[0][1] = "P05".into(),
        &[
            "P12 same team: Inspector P05 visits North Area but not North Force, starting in the week of 22 February 2027.",
        ],
    ),
    (
        Rule::Named,
        |inspection, _| {
            inspection.fixed.push(Fixed {
                site: "north-area".into(),
                not_before: None,
                not_after: None,
                inspector: Some("P04".into()),
            });
        },
        &["P13 named: Inspector P04 is fixed to visit North Area, but is not on its visit."],
    ),
    (
        Rule::WriteUp,
        // North Area is written up from 1 to 4 March; the preparation for South Force begins on 4 March.
        |inspection, plan| {
            inspection.kinds[1].write_up_days = 4;
            plan.visits[SOUTH_FORCE].pairs[0][1] = "P06".into();
            plan.visits[SOUTH_AREA].pairs[0][0] = "P06".into();
            plan.visits[SOUTH_AREA].visit_lead = "P06".into();
        },
        &[
            "P14 write-up: Inspector P01 is needed for the visit to South Force from 4 March 2027; 4 working days to write up the visit to North Area end on 4 March 2027.",
        ],
    ),
    (
        Rule::Journey,
        |inspection, plan| {
            from_north_to_south(inspection, plan);
            inspection.staffing.journey_km = Some(250.0);
        },
        &[
            "P15 journey: Inspector P04 is onsite at North Force on 24 February 2027 and at South Force on 25 February 2027, 278 km apart; it must be at most 250 km.",
        ],
    ),
];
