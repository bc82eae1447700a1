//! Which: regions, and the Areas that forces bring.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use assize::domain::{InspectorId, Visit};
use chrono::NaiveDate;

use super::{Diary, diaries, monday, team};

#[test]
fn each_area_is_visited_in_the_week_of_its_force_by_people_of_its_force() {
    for diary in diaries() {
        let forces = diary.visits("police_force");
        let areas = diary.visits("cps_area");
        for area in &areas {
            let hosts: Vec<&&Visit> = forces
                .iter()
                .filter(|force| diary.site(force).listed("within").contains(&area.site))
                .filter(|force| monday(force.first_day) == monday(area.first_day))
                .collect();
            assert!(
                !hosts.is_empty(),
                "{} is visited in no force's week",
                area.site
            );
            let people: BTreeSet<&InspectorId> = hosts.iter().flat_map(|host| team(host)).collect();
            assert!(
                team(area).is_subset(&people),
                "{} is visited by others",
                area.site
            );
        }
        for force in &forces {
            let brought = diary.site(force).listed("within");
            let visited = areas.iter().any(|area| brought.contains(&area.site));
            assert!(visited, "{} brings no Area", force.site);
        }
    }
}

#[test]
fn london_areas_are_visited_only_with_the_metropolitan_police() {
    let [without, with] = diaries();
    let london = ["cps-london-north", "cps-london-south"];
    let visits = |diary: &Diary, site: &str| -> Vec<NaiveDate> {
        let visits = diary.plan.visits.iter();
        visits
            .filter(|visit| visit.site.as_str() == site)
            .map(|visit| monday(visit.first_day))
            .collect()
    };
    // The Metropolitan names both Areas of London: either is enough, and neither comes without it.
    let named = with
        .inspection
        .site(&"metropolitan".into())
        .expect("a site")
        .listed("within");
    assert_eq!(named, london.map(Into::into));
    for site in ["metropolitan", "city-of-london"].iter().chain(&london) {
        assert_eq!(visits(without, site), [], "{site}");
    }
    let week = visits(with, "metropolitan");
    assert_eq!(week.len(), 1);
    let brought: Vec<NaiveDate> = london.iter().flat_map(|site| visits(with, site)).collect();
    assert!(!brought.is_empty(), "London is visited without an Area");
    assert!(
        brought.iter().all(|monday| *monday == week[0]),
        "{brought:?}"
    );
}

#[test]
fn the_regions_are_spread_and_wales_takes_part() {
    for diary in diaries() {
        let mut regions: BTreeMap<Cow<str>, usize> = BTreeMap::new();
        let forces = diary.visits("police_force");
        for force in &forces {
            *regions
                .entry(diary.site(force).cell("region").expect("a region"))
                .or_default() += 1;
        }
        assert!(regions.values().all(|count| *count <= 2), "{regions:?}");
        assert!(regions.contains_key("Wales"), "{regions:?}");
        assert!((6..=8).contains(&forces.len()));
        assert!((4..=8).contains(&diary.visits("cps_area").len()));
    }
}
