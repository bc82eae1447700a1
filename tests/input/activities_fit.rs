//! Whether activities could fit a visit at all goes by the days and pairs of each site, and by the hours of a last day.

use std::fs;

use super::{folder, report_of};

/// What is said of the fit, with these activities of forces and, by id, the days and pairs that sites have of their own.
fn told(activities: &str, own: &[(&str, &str)]) -> String {
    let parent = folder("base");
    let input = parent.path().join("input");
    let text = format!("kind,activity,method,sessions,minutes,pair,day\n{activities}");
    fs::write(input.join("activities.csv"), text).expect("written");
    let sites = fs::read_to_string(input.join("sites.csv")).expect("the sites");
    let rows = sites.lines().map(|line| {
        let id = line.split(',').next().unwrap_or_default();
        let own = own.iter().find(|(site, _)| *site == id);
        let cells = own.map_or(",", |(_, cells)| cells);
        match id {
            "id" => format!("{line},days,pairs\n"),
            _ => format!("{line},{cells}\n"),
        }
    });
    fs::write(input.join("sites.csv"), rows.collect::<String>()).expect("written");
    let report = report_of(&input);
    let found = report.split("\n\n").filter(|one| one.contains("W410"));
    let facts = found.filter_map(|one| one.lines().nth(1)).map(str::trim);
    facts.collect::<Vec<_>>().join("\n")
}

/// Three days of one pair have 1305 minutes at most.
const TWO_DAYS: &str = "police_force,Interview,interview,10,75,,\n";

#[test]
fn a_site_with_fewer_days_of_its_own_is_named() {
    assert_eq!(told(TWO_DAYS, &[]), "");
    assert_eq!(
        told(TWO_DAYS, &[("north", "2,"), ("south", "4,")]),
        "The sessions of the kind “police_force” take 900 minutes, those between two sessions included, but 1 pair over 2 days has 870 \
         at most. That is so at “North Force”, which has days or pairs of its own."
    );
    assert_eq!(
        told(TWO_DAYS, &[("north", "2,"), ("south", "2,")]),
        "The sessions of the kind “police_force” take 900 minutes, those between two sessions included, but 1 pair over 2 days has 870 \
         at most. That is so at “North Force” and “South Force”, which have days or pairs of their own."
    );
    // No visit is made to a site that is excluded.
    assert_eq!(told(TWO_DAYS, &[("city", "2,")]), "");
}

#[test]
fn sites_that_all_have_pairs_of_their_own_go_by_those() {
    let four_days = "police_force,Interview,interview,18,75,,\n";
    let short = "The sessions of the kind “police_force” take 1620 minutes, those between two sessions included, but 1 pair over 3 days \
                 has 1305 at most.";
    assert_eq!(told(four_days, &[]), short);
    assert_eq!(told(four_days, &[("north", ",2"), ("south", ",2")]), short);
    let all = [("north", ",2"), ("south", ",2"), ("west", "4,")];
    assert_eq!(told(four_days, &all), "");
}

/// On the last day the team's own debrief comes before the closing debrief, which may last until the day ends.
#[test]
fn a_closing_debrief_may_take_the_whole_afternoon_of_the_last_day() {
    let closing = |minutes: u32| {
        told(
            &format!("police_force,Closing,debrief,1,{minutes},all,last\n"),
            &[],
        )
    };
    assert_eq!(closing(225), "");
    assert_eq!(
        closing(226),
        "No part of any day is long enough for a session of “Closing”: the longest is 225 minutes."
    );
    let other = |minutes: u32| {
        told(
            &format!("police_force,Interview,interview,1,{minutes},,last\n"),
            &[],
        )
    };
    assert_eq!(other(210), "");
    assert_eq!(
        other(211),
        "No part of any day is long enough for a session of “Interview”: the longest is 210 minutes."
    );
}

#[test]
fn the_debrief_of_the_last_day_does_for_the_minutes_between_two_sessions() {
    let with_closing = |sessions: u32| {
        let rows = format!(
            "police_force,Closing,debrief,1,45,all,last\npolice_force,Interview,interview,{sessions},75,,\n"
        );
        told(&rows, &[])
    };
    assert_eq!(with_closing(14), "");
    assert_eq!(
        with_closing(15),
        "The sessions of the kind “police_force” take 1410 minutes, those between two sessions included, but 1 pair over 3 days has 1320 \
         at most."
    );
}
