//! Small inspections written by hand, each for one way in which the planner once went wrong.

use std::collections::{BTreeMap, BTreeSet};

use assize::domain::*;
use assize::optimise::Decomposition;
use assize::reference;
use chrono::{NaiveDate, Weekday};

use super::oracle;
use super::planner::{SAME, planner_tiers};

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub fn site(id: &str, kind: &str, nation: &str) -> Site {
    Site {
        named: BTreeMap::new(),
        pairs: None,
        also: BTreeSet::new(),
        days: None,
        full_days: None,
        id: id.into(),
        name: id.to_owned(),
        kind: kind.into(),
        position: at(0.0),
        nation: nation.to_owned(),
        needs: BTreeSet::new(),
        cells: BTreeMap::new(),
    }
}

/// A kind of A, visited by a pair of A and B, of which one site is selected.
pub fn kind(id: &str, days: u32, prepare_days: u32) -> Kind {
    Kind {
        write_up_days: 0,
        id: id.into(),
        label: None,
        inspectorate: "A".into(),
        sites: Count { min: 1, max: 1 },
        days,
        prepare_days,
        start_days: Vec::new(),
        pairs: vec![["A".into(), "B".into()]],
        evidence: Evidence::None,
        profile: Vec::new(),
        clearance: None,
        include: Vec::new(),
        exclude: Vec::new(),
    }
}

pub fn inspector(id: &str, inspectorate: &str, experienced: bool) -> Inspector {
    Inspector {
        from: None,
        until: None,
        id: id.into(),
        name: format!("Inspector {id}"),
        inspectorate: inspectorate.into(),
        experienced,
        base: None,
        skills: BTreeSet::new(),
        works: vec![
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
            Weekday::Fri,
        ],
        max_days: None,
    }
}

fn holiday(nation: &str, date: &str) -> BankHoliday {
    BankHoliday {
        nation: nation.to_owned(),
        date: day(date),
        name: "Holiday".to_owned(),
    }
}

pub fn on(site: &str, first: &str, last: &str) -> Fixed {
    Fixed {
        site: site.into(),
        not_before: Some(day(first)),
        not_after: Some(day(last)),
        inspector: None,
    }
}

pub fn at(longitude: f64) -> Option<Position> {
    Some(Position {
        latitude: 52.0,
        longitude,
    })
}

/// Five inspectors of an inspectorate who could all do everything; the third lives nearest.
fn five(inspectorate: &str) -> impl Iterator<Item = Inspector> {
    let each = [2.0, 1.0, 0.0, 1.5, 3.0].into_iter().enumerate();
    each.map(move |(n, longitude)| Inspector {
        base: at(longitude),
        ..inspector(&format!("{inspectorate}{n}"), inspectorate, true)
    })
}

/// Two weeks around Easter 2027, for sites in one place.
pub fn around_easter(kinds: Vec<Kind>, sites: Vec<Site>) -> Inspection {
    let easter = ["2027-03-26", "2027-03-29"];
    let holidays = ["England", "Wales"].map(|nation| easter.map(|date| holiday(nation, date)));
    Inspection {
        boards: Vec::new(),
        pilot: None,
        national: Default::default(),
        travel: Vec::new(),
        day: assize::domain::DayHours::default(),
        timetable_by: assize::domain::DrawnUpBy::default(),
        activities: Vec::new(),
        header: Header {
            marking_for_bodies: "OFFICIAL".into(),
            title: "Around Easter".to_owned(),
            question: "Does the planner find the best plan?".to_owned(),
            lead: "A".into(),
            inspectorates: vec!["A".into(), "B".into()],
            marking: "OFFICIAL".to_owned(),
        },
        timing: Timing {
            selection_proposed: day("2026-12-01"),
            first_day: day("2027-03-22"),
            last_day: day("2027-04-02"),
            notice_weeks: 6,
            spare_days: 5,
            letters: Letters::Together,
            max_visits_per_week: None,
            publication: None,
        },
        authority: ["A", "B"]
            .map(|name| (name.into(), Authority::WorkingDays(5)))
            .into(),
        quotas: Vec::new(),
        links: Vec::new(),
        burden: Burden {
            months_before: 12,
            months_after: 6,
            full_days: 20.0,
            max_days: None,
            gap_weeks: None,
        },
        staffing: Staffing::default(),
        weights: Weights::default(),
        inspectors: five("A").chain(five("B")).collect(),
        absences: Vec::new(),
        clearances: Vec::new(),
        conflicts: Vec::new(),
        apart: Vec::new(),
        indicators: Vec::new(),
        performance: Vec::new(),
        intelligence: None,
        engagements: Vec::new(),
        bank_holidays: holidays.into_iter().flatten().collect(),
        periods: Vec::new(),
        fixed: Vec::new(),
        consultation: Vec::new(),
        authority_given: Vec::new(),
        milestones: reference::milestones(),
        scenario: None,
        inputs_digest: "by hand".to_owned(),
        kinds,
        sites,
    }
}

/// The planner, whichever way it goes about it, and the search agree that the best plan uses one inspector each of
/// A and B, who live nearest.
#[track_caller]
fn assert_two_do_it_all(problem: &Inspection) {
    let expected = oracle::best(problem, RuleSet::all()).expect("a plan");
    assert_eq!(expected[3], 2.0 * problem.weights.continuity);
    for decomposition in [Decomposition::default(), Decomposition::MONOLITH] {
        let found = planner_tiers(problem, decomposition).expect("a plan");
        let same = expected
            .iter()
            .zip(found)
            .all(|(a, b)| (a - b).abs() <= SAME);
        assert!(
            same,
            "{decomposition:?}: search {expected:?}, found {found:?}"
        );
    }
}

#[test]
fn a_visit_fits_between_another_and_its_preparation() {
    let kinds = vec![kind("force", 1, 1), kind("island", 1, 0)];
    let sites = vec![
        site("force", "force", "England"),
        site("island", "island", "Jersey"),
    ];
    let mut problem = around_easter(kinds, sites);
    // The force is prepared for on the Thursday before Easter. On Easter Monday Jersey works.
    problem.fixed = vec![
        on("force", "2027-03-30", "2027-03-30"),
        on("island", "2027-03-29", "2027-03-29"),
    ];
    assert_two_do_it_all(&problem);
}

#[test]
fn a_visit_fits_into_a_holiday_inside_another() {
    let kinds = vec![kind("force", 2, 0), kind("island", 1, 0)];
    let sites = vec![
        site("force", "force", "England"),
        site("island", "island", "Jersey"),
    ];
    let mut problem = around_easter(kinds, sites);
    problem.bank_holidays.push(holiday("England", "2027-03-24"));
    problem.fixed = vec![
        on("force", "2027-03-23", "2027-03-25"),
        on("island", "2027-03-24", "2027-03-24"),
    ];
    assert_two_do_it_all(&problem);
}

#[test]
fn a_site_may_name_itself() {
    let mut alone = site("alone", "force", "England");
    alone.cells.insert("within".to_owned(), "alone".to_owned());
    let mut problem = around_easter(vec![kind("force", 2, 1)], vec![alone]);
    problem.links = vec![Link {
        each: "force".into(),
        brings: "force".into(),
        by: "within".to_owned(),
        timing: LinkTiming::SameWeek,
        same_team: true,
    }];
    assert_two_do_it_all(&problem);
}

/// Nine pairs of eighteen inspectorates. Each has someone experienced; those named here have someone who is not, too,
/// and who lives nearer. Gives how many of these go.
fn learners_who_go(with_learner: &[usize]) -> usize {
    let name = |n: usize| format!("I{n:02}");
    let mut force = kind("force", 1, 0);
    force.pairs = (0..9)
        .map(|pair| [2 * pair, 2 * pair + 1].map(|n| name(n).into()))
        .collect();
    force.inspectorate = name(0).into();
    let place = site("force", "force", "England");
    let mut problem = around_easter(vec![force], vec![place]);
    problem.header.inspectorates = (0..18).map(|n| name(n).into()).collect();
    problem.authority = (0..18)
        .map(|n| (name(n).into(), Authority::WorkingDays(5)))
        .collect();
    problem.inspectors = (0..18)
        .map(|n| Inspector {
            base: at(1.0),
            ..inspector(&format!("P{n:02}"), &name(n), true)
        })
        .collect();
    for n in with_learner {
        let learner = inspector(&format!("Q{n:02}"), &name(*n), false);
        problem.inspectors.push(Inspector {
            base: at(0.0),
            ..learner
        });
    }
    let tiers = planner_tiers(&problem, Decomposition::default()).expect("a plan");
    // Everyone else travels equally far.
    let far = 2.0 * 6371.0 * 2.0 * (52_f64.to_radians().cos() * 0.5_f64.to_radians().sin()).asin();
    let gone_far = (tiers[3] - 18.0 * problem.weights.continuity) / (far / 100.0);
    assert!((gone_far - gone_far.round()).abs() < 1e-6, "{gone_far}");
    18 - gone_far.round() as usize
}

#[test]
fn pairs_of_many_inspectorates_have_someone_experienced() {
    // Few learners, both of the last pair: one of them goes.
    assert_eq!(learners_who_go(&[16, 17]), 1);
    // Many: one of each pair, but not both.
    assert_eq!(learners_who_go(&[2, 3, 4, 5, 7, 8, 9, 16, 17]), 5);
}
