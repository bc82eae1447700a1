//! S5, T6, T7 and P12: the small print of links.

use assize::domain::*;

use super::base::*;

#[test]
fn a_brought_site_is_named_by_a_selected_one() {
    let found = found(|_, plan| {
        plan.visits.remove(SOUTH_FORCE);
    });
    assert_eq!(
        found,
        ["S5 link: South Area is selected, but no selected site names it."]
    );
}

#[test]
fn one_of_several_named_sites_is_enough() {
    let found = found(|inspection, plan| {
        let listed = "south-area; west-area;south-area".to_owned();
        inspection.sites[2]
            .cells
            .insert("within".to_owned(), listed);
        plan.visits.truncate(SOUTH_AREA);
    });
    assert_eq!(
        found,
        [
            "S5 link: South Force is selected, but no site of kind cps_area that it names (South Area or West Area) is."
        ]
    );
    let report = changed(|inspection, _| {
        let listed = "south-area; west-area;south-area".to_owned();
        inspection.sites[2]
            .cells
            .insert("within".to_owned(), listed);
    });
    assert_eq!(report.findings, []);
}

#[test]
fn any_link_may_bring_a_site_but_each_needs_its_own() {
    // A second link, from the forces of a region: North Force names nothing that is selected, South Force does.
    let found = found(|inspection, plan| {
        let mut second = inspection.links[0].clone();
        second.by = "partner".to_owned();
        inspection.links.push(second);
        for (force, partner) in [(0, "west-area"), (2, "north-area")] {
            let cells = &mut inspection.sites[force].cells;
            cells.insert("partner".to_owned(), partner.to_owned());
        }
        plan.visits.remove(NORTH_AREA);
    });
    assert_eq!(
        found,
        [
            "S5 link: North Force is selected, but no site of kind cps_area that it names (North Area) is.",
            "S5 link: North Force is selected, but no site of kind cps_area that it names (West Area) is.",
            "S5 link: South Force is selected, but no site of kind cps_area that it names (North Area) is.",
        ]
    );
}

#[test]
fn timing_any_binds_no_week_and_no_team_and_counts_in_the_week() {
    let found = found(|inspection, plan| {
        inspection.links[0].timing = LinkTiming::Any;
        inspection.links[0].same_team = false;
        moved(&mut plan.visits[NORTH_AREA], "2027-04-12", "2027-04-13");
    });
    assert_eq!(
        found,
        [
            "T6 week limit: 2 visits are in the week of 8 March 2027, to South Force and South Area; it must be at most 1."
        ]
    );
}

#[test]
fn a_site_named_by_two_is_brought_by_either() {
    // South Force also lies in North Area; it may be visited in any week, as North Force is there with North Area.
    let report = changed(|inspection, _| {
        let listed = "south-area;north-area".to_owned();
        inspection.sites[2]
            .cells
            .insert("within".to_owned(), listed);
    });
    assert_eq!(report.findings, []);
}

#[test]
fn t7_and_p12_bind_each_link_separately() {
    // North Area is named by North Force under one link and by South Force under another: T7 fails for the second,
    // and with its own `same_team` so does P12, for both inspectors.
    let found = found(|inspection, _| {
        let mut second = inspection.links[0].clone();
        second.by = "partner".to_owned();
        inspection.links.push(second);
        for (force, partner) in [(0, "south-area"), (2, "north-area;south-area")] {
            let cells = &mut inspection.sites[force].cells;
            cells.insert("partner".to_owned(), partner.to_owned());
        }
    });
    assert_eq!(
        found,
        [
            "T7 together: The visit to North Area starts in the week of 22 February 2027; the visit to South Force does not.",
            "P12 same team: Inspector P02 visits North Area but not South Force, starting in the week of 22 February 2027.",
            "P12 same team: Inspector P01 visits North Area but not South Force, starting in the week of 22 February 2027.",
        ]
    );
}

#[test]
fn the_same_team_in_another_week_is_not_enough() {
    let found = found(|_, plan| moved(&mut plan.visits[SOUTH_AREA], "2027-03-15", "2027-03-16"));
    assert_eq!(
        found,
        [
            "T7 together: The visit to South Area starts in the week of 15 March 2027; the visit to South Force does not.",
            "P12 same team: Inspector P02 visits South Area but not South Force, starting in the week of 15 March 2027.",
            "P12 same team: Inspector P01 visits South Area but not South Force, starting in the week of 15 March 2027.",
        ]
    );
}
