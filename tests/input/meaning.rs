//! What a good input means: defaults, the order of the files, scenarios, and the fingerprint.

use std::fs;
use std::path::Path;

use assize::domain::{
    Activity, Authority, DayHours, DrawnUpBy, Inspection, Letters, Method, Outcome, Position,
    QuotaScope, SetDay, TakenBy, TimeOfDay,
};
use chrono::{NaiveDate, Weekday};

use super::{bad_inputs, folder, inspection, report_of};

fn base() -> Inspection {
    inspection(&bad_inputs().join("base"), None)
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

#[test]
fn blank_cells_take_their_defaults() {
    let base = base();
    let north = base.site(&"north".into()).expect("a site");
    assert_eq!(north.nation, "England");
    assert_eq!(north.cell("nation").as_deref(), Some("England"));
    assert_eq!(north.cell("id").as_deref(), Some("north"));
    assert_eq!(north.cell("latitude").as_deref(), Some("54.9"));
    assert_eq!(north.cell("needs"), None);
    let p01 = base.inspector(&"p01".into()).expect("an inspector");
    assert_eq!(p01.works.len(), 5);
    assert_eq!(p01.max_days, None);
    let c02 = base.inspector(&"c02".into()).expect("an inspector");
    assert!(c02.experienced);
    assert_eq!(base.indicators[0].weight, 1.0);
    assert_eq!(base.header.marking, "OFFICIAL-SENSITIVE");
    assert_eq!(base.timing.spare_days, 5);
    assert_eq!(base.timing.letters, Letters::Together);
    assert_eq!(base.burden.months_before, 12);
    assert_eq!(base.weights.continuity, 2.0);
    assert_eq!(base.links[0].by, "within");
}

/// Quotas, profiles and periods compare the text of a cell, so it stays as somebody wrote it.
#[test]
fn a_cell_says_what_was_written_and_a_field_what_it_means() {
    let parent = folder("base");
    let input = parent.path().join("input");
    let path = input.join("sites.csv");
    let text = fs::read_to_string(&path).expect("the sites");
    let text = text.replace(
        "50.9,-1.4,England,cyber,",
        "50.90,-1.4,England,youth; Welsh,",
    );
    fs::write(&path, text).expect("written");
    let mut inspection = inspection(&input, None);
    let mut sites = inspection.sites.iter_mut();
    let south = sites.find(|site| site.id.as_str() == "south");
    let south = south.expect("a site");
    assert_eq!(south.cell("needs").as_deref(), Some("youth; Welsh"));
    assert_eq!(south.cell("latitude").as_deref(), Some("50.90"));
    assert_eq!(south.cell("longitude").as_deref(), Some("-1.4"));
    let needs = ["Welsh".to_owned(), "youth".to_owned()];
    assert_eq!(south.needs, needs.into());
    // It is written again as it was, but where it no longer says what the fields do.
    assert_eq!(south.cell_now("needs").as_deref(), Some("youth; Welsh"));
    assert_eq!(south.cell_now("latitude").as_deref(), Some("50.90"));
    south.needs.remove("youth");
    south.position = Some(Position {
        latitude: 51.0,
        longitude: -1.4,
    });
    assert_eq!(south.cell_now("needs").as_deref(), Some("Welsh"));
    assert_eq!(south.cell_now("latitude").as_deref(), Some("51"));
    assert_eq!(south.cell_now("longitude").as_deref(), Some("-1.4"));
}

#[test]
fn rows_stand_by_id_and_kinds_with_those_that_bring_others_first() {
    let base = base();
    let sites: Vec<&str> = base.sites.iter().map(|site| site.id.as_str()).collect();
    assert_eq!(
        sites,
        [
            "area-n", "area-s", "area-w", "city", "north", "south", "west"
        ]
    );
    let kinds: Vec<&str> = base.kinds.iter().map(|kind| kind.id.as_str()).collect();
    assert_eq!(kinds, ["police_force", "cps_area"]);
    assert_eq!(base.kinds[0].start_days, [Weekday::Mon, Weekday::Tue]);
    let authority: Vec<_> = base
        .authority
        .iter()
        .map(|(name, when)| (name.as_str(), *when))
        .collect();
    assert_eq!(
        authority,
        [
            ("HMCPSI", Authority::On(date("2026-12-18"))),
            ("HMICFRS", Authority::WorkingDays(15))
        ]
    );
    assert_eq!(base.quotas[0].scope, QuotaScope::Each);
    assert_eq!(base.quotas[0].max, Some(1));
    assert_eq!(base.consultation[0].outcome, Outcome::Excluded);
}

#[test]
fn the_bank_holidays_are_the_built_in_ones_and_those_of_the_table() {
    let base = base();
    let of = |nation: &str| {
        base.bank_holidays
            .iter()
            .filter(|one| one.nation == nation)
            .count()
    };
    assert_eq!((of("England"), of("Wales")), (40, 41));
    let early_may = base
        .bank_holidays
        .iter()
        .filter(|one| one.date == date("2027-05-03"));
    assert_eq!(early_may.count(), 2);
}

#[test]
fn no_intelligence_table_is_not_the_same_as_an_empty_one() {
    let parent = folder("base");
    let input = parent.path().join("input");
    fs::write(input.join("intelligence.csv"), "site,type,strength\n").expect("written");
    assert_eq!(inspection(&input, None).intelligence, Some(Vec::new()));
    fs::remove_file(input.join("intelligence.csv")).expect("removed");
    assert_eq!(inspection(&input, None).intelligence, None);
}

#[test]
fn a_reason_in_a_personal_table_is_not_kept() {
    let parent = folder("base");
    let input = parent.path().join("input");
    let absences = "inspector,first_day,last_day,reason\np01,2027-03-15,2027-03-19,secret\n";
    fs::write(input.join("absences.csv"), absences).expect("written");
    assert!(report_of(&input).contains("W202"));
    assert!(!format!("{:?}", inspection(&input, None)).contains("secret"));
}

#[test]
fn a_scenario_merges_tables_by_key_and_replaces_arrays() {
    let parent = folder("base");
    let scenario = parent.path().join("fewer.toml");
    let text = "[kinds.police_force]\nsites = { max = 1 }\ninclude = [\"west\"]\n[staffing]\nmax_weeks_in_row = 2\n";
    fs::write(&scenario, text).expect("written");
    let input = parent.path().join("input");
    let (before, after) = (
        inspection(&input, None),
        inspection(&input, Some(&scenario)),
    );
    let kind = &after.kinds[0];
    assert_eq!((kind.sites.min, kind.sites.max), (1, 1));
    assert_eq!(
        kind.include
            .iter()
            .map(assize::domain::SiteId::as_str)
            .collect::<Vec<_>>(),
        ["west"]
    );
    assert_eq!(kind.days, 3);
    assert_eq!(after.staffing.max_days, Some(15));
    assert_eq!(after.staffing.max_weeks_in_row, Some(2));
    assert_eq!(after.kinds[1], before.kinds[1]);
    assert_ne!(after.inputs_digest, before.inputs_digest);
}

#[test]
fn activities_mean_what_their_rows_say() {
    let base = base();
    let names: Vec<&str> = base
        .activities
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "Case review",
            "Document review",
            "Opening meeting",
            "Court observation",
            "File examination",
            "Interview",
            "Closing debrief",
        ]
    );
    let at = |text: &str| Some(text.parse::<TimeOfDay>().expect("a time"));
    let all = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect();
    let interview = Activity {
        gap: None,
        kind: "police_force".into(),
        name: "Interview".to_owned(),
        method: Method::Interview,
        sessions: 2,
        minutes: 60,
        remote: false,
        taken_by: TakenBy::Pair(["HMCPSI".into(), "HMICFRS".into()]),
        exception: None,
        with: all(&["Head of unit", "Charging team"]),
        day: SetDay::Any,
        earliest: at("09:30"),
        latest: at("16:00"),
        after: vec!["File examination".to_owned()],
        skills: all(&["cyber"]),
        security: Some("NPPV3".to_owned()),
    };
    assert_eq!(base.activities[5], interview);
    let court = &base.activities[3];
    assert_eq!(court.taken_by, TakenBy::One("HMCPSI".into()));
    assert_eq!(
        court.exception.as_deref(),
        Some("Agreed by the development group")
    );
    assert_eq!(base.activities[2].taken_by, TakenBy::All);
    assert_eq!(base.activities[2].day, SetDay::First);
    assert!(base.activities[6].closes() && base.activities[1].remote);
    assert_eq!(base.activities[0].taken_by, TakenBy::AnyPair);
}

#[test]
fn the_hours_of_a_day_have_their_defaults() {
    let base = base();
    assert_eq!(
        (base.day, base.timetable_by),
        (DayHours::default(), DrawnUpBy::Lead)
    );
    let parent = folder("base");
    let scenario = parent.path().join("early.toml");
    let text = "[day]\nstart = \"8:30\"\nlunch = { from = 12:00:00 }\ndebrief = 0\narrival = \"10:00\"\n\
                [timetable]\nby = \"each inspectorate\"\n";
    fs::write(&scenario, text).expect("written");
    let early = inspection(&parent.path().join("input"), Some(&scenario));
    let at = |hour: u32, minute: u32| TimeOfDay::from_minutes(60 * hour + minute);
    assert_eq!(
        early.day,
        DayHours {
            start: at(8, 30),
            lunch: [at(12, 0), at(13, 15)],
            debrief: 0,
            arrival: Some(at(10, 0)),
            ..DayHours::default()
        }
    );
    assert_eq!(early.timetable_by, DrawnUpBy::EachInspectorate);
}

#[test]
fn the_fingerprint_is_of_the_content_and_not_of_the_place() {
    let digest = |input: &Path| inspection(input, None).inputs_digest;
    let parent = folder("base");
    let input = parent.path().join("input");
    let first = digest(&input);
    assert_eq!(first, digest(&bad_inputs().join("base")));
    fs::write(input.join("notes.txt"), "nothing to do with it").expect("written");
    assert_eq!(first, digest(&input));
    let absences = fs::read_to_string(input.join("absences.csv")).expect("read");
    fs::write(input.join("absences.csv"), absences + "\n").expect("written");
    assert_ne!(first, digest(&input));
}
