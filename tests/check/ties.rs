//! Whom a link ties: by id, by another code or by name; what a conflict reaches; and visits some weeks after.

use assize::domain::*;

use super::base::*;

/// Has South Force lie in what a text names.
fn within(inspection: &mut Inspection, text: &str) {
    let cells = &mut inspection.sites[2].cells;
    cells.insert("within".to_owned(), text.to_owned());
}

#[test]
fn a_site_is_named_by_id_code_or_name() {
    for text in [
        "south-area",
        "SOUTH-AREA",
        "South Area",
        " south   AREA ",
        "S 7",
        "s  7",
        "The South;south-area",
        ";;S 7;South Area",
    ] {
        let report = changed(|inspection, _| {
            inspection.sites[3].also = ["S 7".to_owned(), "The South".to_owned()].into();
            within(inspection, text);
        });
        assert_eq!(report.findings, [], "{text}");
    }
    for text in ["Southarea", "S7", "the  south of it"] {
        let found = found(|inspection, _| {
            inspection.sites[3].also = ["S 7".to_owned(), "The South".to_owned()].into();
            inspection.timing.max_visits_per_week = None;
            within(inspection, text);
        });
        assert_eq!(
            found,
            [
                "S5 link: South Force is selected, but no site of kind cps_area that it names () is.",
                "S5 link: South Area is selected, but no selected site names it.",
            ],
            "{text}"
        );
    }
}

#[test]
fn an_id_or_code_comes_before_a_name_and_a_shared_name_is_nobodys() {
    let named = |change: fn(&mut Inspection)| {
        found(|inspection, plan| {
            plan.visits.truncate(SOUTH_AREA);
            within(inspection, "South Area");
            change(inspection);
        })
    };
    let is = |names: &str| {
        format!(
            "S5 link: South Force is selected, but no site of kind cps_area that it names ({names}) is."
        )
    };
    assert_eq!(named(|_| {}), [is("South Area")]);
    // Another name of West Area is its name no less than an id.
    assert_eq!(
        named(|inspection| inspection.sites[5].also = ["south area".to_owned()].into()),
        [is("West Area")]
    );
    // Even by a site of another kind.
    assert_eq!(
        named(|inspection| inspection.sites[4].name = "South  area".to_owned()),
        [is("")]
    );
}

/// Who is on a visit that they may not be on, after a conflict.
fn barred(inspector: &str, site: &str, linked: bool) -> Vec<String> {
    found(|inspection, plan| {
        plan.visits[NORTH_AREA].pairs[0][1] = "P04".into();
        plan.visits[NORTH_FORCE].pairs[1][1] = "P04".into();
        inspection.kinds[1].pairs = vec![["HMCPSI".into(), "HMCPSI".into()]];
        inspection.links[0].same_team = false;
        plan.visits.truncate(SOUTH_FORCE);
        inspection.conflicts.push(Conflict {
            inspector: inspector.into(),
            site: site.into(),
            linked,
        });
    })
    .into_iter()
    .filter(|text| text.starts_with("P6"))
    .collect()
}

#[test]
fn a_conflict_reaches_the_sites_tied_to_it_either_way_unless_it_says_not() {
    let at = |site: &str| {
        format!("P6 may visit: Inspector P04 is on the visit to {site}, which they may not visit.")
    };
    let both = [at("North Force"), at("North Area")];
    assert_eq!(barred("P04", "north-force", true), both);
    assert_eq!(barred("P04", "north-area", true), both);
    assert_eq!(barred("P04", "north-force", false), [at("North Force")]);
    assert_eq!(barred("P04", "north-area", false), [at("North Area")]);
    assert_eq!(barred("P04", "south-area", true), [""; 0]);
}

#[test]
fn a_conflict_reaches_over_a_link_of_any_timing_and_over_sites_that_are_not_selected_but_no_further()
 {
    let found = found(|inspection, _| {
        inspection.links[0].timing = LinkTiming::Any;
        inspection.links[0].same_team = false;
        inspection.timing.max_visits_per_week = None;
        // North Force and South Force both lie in West Area too, which nobody visits.
        for (force, areas) in [(0, "north-area;west-area"), (2, "south-area;West Area")] {
            let cells = &mut inspection.sites[force].cells;
            cells.insert("within".to_owned(), areas.to_owned());
        }
        for (inspector, site) in [("P03", "west-area"), ("P04", "north-force")] {
            inspection.conflicts.push(Conflict {
                inspector: inspector.into(),
                site: site.into(),
                linked: true,
            });
        }
    });
    // Not P04 at South Force, which is tied only to what is tied to North Force.
    assert_eq!(
        found,
        [
            "P6 may visit: Inspector P03 is on the visit to North Force, which they may not visit.",
            "P6 may visit: Inspector P04 is on the visit to North Force, which they may not visit.",
            "P6 may visit: Inspector P03 is on the visit to South Force, which they may not visit.",
        ]
    );
}

#[test]
fn weeks_after_count_from_monday_to_monday() {
    let after = |min, max: Option<u32>, first_day: &str, last_day: &str| {
        found(|inspection, plan| {
            some_weeks_after(inspection, plan);
            plan.visits.remove(NORTH_AREA);
            plan.visits.remove(NORTH_FORCE);
            inspection.timing.max_visits_per_week = None;
            inspection.links[0].timing = LinkTiming::After { min, max };
            let last = plan.visits.len() - 1;
            moved(&mut plan.visits[last], first_day, last_day);
            for visit in &mut plan.visits {
                visit.letter_by = day("2027-01-25");
            }
        })
    };
    // South Force is visited from Monday 8 March: Friday 19 March is in the week after.
    assert_eq!(after(1, Some(1), "2027-03-18", "2027-03-19"), [""; 0]);
    assert_eq!(after(0, Some(0), "2027-03-11", "2027-03-12"), [""; 0]);
    assert_eq!(after(1, None, "2027-05-20", "2027-05-21"), [""; 0]);
    assert_eq!(
        after(1, None, "2027-03-11", "2027-03-12"),
        [
            "T7 together: The visit to South Area starts in the week of 8 March 2027; it must start at least 1 week after the week of the visit to South Force.",
        ]
    );
    assert_eq!(
        after(2, Some(2), "2027-03-18", "2027-03-19"),
        [
            "T7 together: The visit to South Area starts in the week of 15 March 2027; it must start exactly 2 weeks after the week of the visit to South Force."
        ]
    );
}

#[test]
fn one_of_those_that_name_a_site_is_enough_for_weeks_after() {
    let report = changed(|inspection, plan| {
        some_weeks_after(inspection, plan);
        // South Area is visited in the week of 22 March, four weeks after North Force and two after South Force: by either.
        inspection.links[0].timing = LinkTiming::After {
            min: 2,
            max: Some(3),
        };
        within(inspection, "south-area");
        let cells = &mut inspection.sites[0].cells;
        cells.insert("within".to_owned(), "north-area;south-area".to_owned());
        plan.visits[NORTH_AREA].pairs = vec![["P06".into(), "P05".into()]];
        plan.visits[NORTH_AREA].visit_lead = "P06".into();
    });
    assert_eq!(report.findings, []);
}
