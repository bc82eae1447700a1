//! Made-up inspections: each has a plan, and could stand in tables.

use std::collections::BTreeSet;
use std::path::Path;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use tempfile::TempDir;

use assize::check::check;
use assize::domain::{DayHours, DrawnUpBy, Inspection, InspectorId, LinkTiming, Plan, TimeOfDay};
use assize::example::{Size, Slack, inspection, with_slack};
use assize::instance::Instance;
use assize::optimise::{self, Answer, Budget};

use super::common::{example, load, write};
use super::small;

/// The named sizes.
const SIZES: [(&str, Size); 4] = [
    ("s", Size::S),
    ("m", Size::M),
    ("l", Size::L),
    ("xl", Size::XL),
];

/// How many inspections of each size are looked at.
const SEEDS: u64 = 60;

#[test]
fn the_plan_thought_of_first_keeps_every_rule() {
    for (name, size) in SIZES {
        for seed in 0..SEEDS {
            let (made_up, plan) = with_plan(size, Slack::Usual, seed);
            assert_kept(&made_up, &plan, &format!("size {name}, seed {seed}"));
        }
    }
}

/// A made-up inspection and the plan thought of first.
fn with_plan(size: Size, slack: Slack, seed: u64) -> (Inspection, Plan) {
    let (made_up, plan) = with_slack(size, slack, seed).expect("an example");
    (made_up, plan.expect("the plan thought of first"))
}

/// The plan thought of first takes about so many of a hundred days of each inspectorate.
#[test]
fn the_less_slack_the_fewer_days_are_to_spare() {
    let slacks = [(Slack::High, 50), (Slack::Middle, 80), (Slack::Low, 95)];
    for (slack, taken) in slacks {
        for_each_made_up(slack, taken);
    }
}

fn for_each_made_up(slack: Slack, taken: u32) {
    for (name, size) in SIZES {
        for seed in 0..SEEDS / 4 {
            let whose = format!("size {name}, {slack:?}, seed {seed}");
            let (made_up, plan) = with_plan(size, slack, seed);
            assert_kept(&made_up, &plan, &whose);
            for inspectorate in &made_up.header.inspectorates {
                let of_it = |id: &InspectorId| {
                    let people = &made_up.inspectors;
                    people
                        .iter()
                        .any(|p| p.id == *id && p.inspectorate == *inspectorate)
                };
                let needed: u32 = plan
                    .visits
                    .iter()
                    .map(|visit| {
                        let seats = visit.pairs.iter().flatten().filter(|id| of_it(id)).count();
                        let kind = made_up.kind(&visit.kind).expect("a kind");
                        let site = made_up.site(&visit.site).expect("a site");
                        site.days.unwrap_or(kind.days) * seats as u32
                    })
                    .sum();
                let people = made_up.inspectors.iter();
                let people = people.filter(|person| of_it(&person.id));
                let there_are: u32 = people.map(|person| person.max_days.expect("a limit")).sum();
                // The rest of a hundred, and what rounding adds.
                let spare = f64::from(needed) * f64::from(100 - taken) / f64::from(taken);
                assert_eq!(
                    f64::from(there_are - needed),
                    spare.ceil(),
                    "{whose}: {needed} of {there_are}"
                );
            }
        }
    }
}

/// Without slack there is no plan, and the command can say why.
#[test]
fn without_slack_there_is_no_plan() {
    let mut needed = BTreeSet::new();
    for seed in 0..12 {
        let (made_up, plan) = with_slack(Size::S, Slack::None, seed).expect("an example");
        assert!(plan.is_none());
        let folder = TempDir::new().expect("a folder");
        write(&made_up, folder.path());
        load(folder.path(), None);
        let instance = Instance::new(made_up);
        let answer = optimise::plan(&instance, &Budget::unlimited(), &mut |_| {});
        assert_eq!(answer.expect("no fault"), Answer::NoPlan, "seed {seed}");
        let why = optimise::explain(&instance, &Budget::unlimited()).expect("no fault");
        assert!(!why.causes.is_empty(), "seed {seed}");
        needed.insert(format!("{:?}", why.causes[0].conditions));
    }
    assert!(needed.len() >= 2, "{needed:?}");
}

/// What an inspection need not have, some examples have: each about one in three.
#[test]
fn a_third_of_the_examples_have_each_feature() {
    let all: Vec<Inspection> = (0..SEEDS)
        .map(|seed| inspection(Size::L, seed).expect("an example"))
        .collect();
    let after = |timing: &LinkTiming| matches!(timing, LinkTiming::After { .. });
    type Feature<'a> = (&'a str, &'a dyn Fn(&Inspection) -> bool);
    let features: [Feature; 12] = [
        ("pilot", &|one| one.pilot.is_some()),
        ("write-up", &|one| one.kinds[0].write_up_days > 0),
        ("journeys", &|one| one.staffing.journey_km.is_some()),
        ("joins", &|one| {
            one.inspectors.iter().any(|p| p.from.is_some())
        }),
        ("leaves", &|one| {
            one.inspectors.iter().any(|p| p.until.is_some())
        }),
        ("linked", &|one| one.conflicts.iter().any(|row| row.linked)),
        ("travel", &|one| !one.travel.is_empty()),
        ("days", &|one| one.sites.iter().any(|s| s.days.is_some())),
        ("pairs", &|one| one.sites.iter().any(|s| s.pairs.is_some())),
        ("full burden", &|one| {
            one.sites.iter().any(|s| s.full_days.is_some())
        }),
        ("boards", &|one| !one.boards.is_empty()),
        ("after", &|one| {
            one.links.iter().any(|link| after(&link.timing))
        }),
    ];
    for (name, has) in features {
        let of_hundred = 100 * all.iter().filter(|one| has(one)).count() as u64 / SEEDS;
        assert!(
            (22..=52).contains(&of_hundred),
            "{name}: {of_hundred} in a hundred"
        );
    }
    let pilots = || all.iter().filter_map(|one| one.pilot.as_ref());
    assert!(pilots().any(|pilot| pilot.counts) && pilots().any(|pilot| !pilot.counts));
}

/// Sizes of any proportion, among them many that cannot be.
#[test]
fn of_any_size_there_is_a_plan_or_a_refusal() {
    let mut rng = ChaCha8Rng::seed_from_u64(11);
    let (mut made, mut refused) = (0, 0);
    for seed in 0..SEEDS * 4 {
        let size = Size {
            sites: rng.random_range(1..80),
            areas: rng.random_range(1..20),
            visits: rng.random_range(1..16),
            inspectors: rng.random_range(4..60),
            inspectorates: [2, 4][rng.random_range(0..2)],
            weeks: rng.random_range(4..=90),
        };
        match with_slack(size, Slack::Usual, seed) {
            Ok((made_up, plan)) => {
                let plan = plan.expect("the plan thought of first");
                made += 1;
                assert_kept(&made_up, &plan, &format!("{size:?}, seed {seed}"));
            }
            Err(_) => refused += 1,
        }
    }
    assert!(made > SEEDS && refused > SEEDS / 4, "{made}, {refused}");
}

fn assert_kept(made_up: &Inspection, plan: &Plan, whose: &str) {
    let findings = check(made_up, plan).findings;
    let findings: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert_eq!(findings, Vec::<String>::new(), "{whose}");
}

#[test]
fn written_as_tables_it_reads_the_same() {
    let named = SIZES.into_iter().flat_map(|(name, size)| {
        (0..3).map(move |seed| {
            let made_up = inspection(size, seed).expect("an example");
            (format!("size {name}, seed {seed}"), made_up)
        })
    });
    let few = (0..20).map(|seed| (format!("a small one, seed {seed}"), small(seed)));
    let shipped = ["case-building", "resettlement", "small"];
    let shipped = shipped.map(|name| (name.to_owned(), load(&example(name), None)));
    let with_activities = ("small, with activities".to_owned(), with_activities());
    for (whose, mut made_up) in named.chain(few).chain(shipped).chain([with_activities]) {
        let folder = TempDir::new().expect("a folder");
        write(&made_up, folder.path());
        let read = load(folder.path(), None);
        made_up.inputs_digest.clone_from(&read.inputs_digest);
        assert_same(&read, &made_up, &whose);
    }
}

/// The small example with the activities of the good input, and hours and authors of its own.
fn with_activities() -> Inspection {
    let good = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad_inputs/base");
    let mut small = load(&example("small"), None);
    small.activities = load(&good, None).activities;
    small
        .activities
        .retain(|one| one.kind.as_str() == "police_force");
    let at = |hour: u32| TimeOfDay::from_minutes(60 * hour + 5);
    small.day = DayHours {
        start: at(8),
        end: at(18),
        lunch: [at(12), at(13)],
        debrief: 0,
        between: 20,
        arrival: Some(at(10)),
        departure: Some(at(16)),
    };
    small.timetable_by = DrawnUpBy::EachInspectorate;
    small
}

/// Names the first part that differs: nobody can read two whole inspections side by side.
fn assert_same(read: &Inspection, made_up: &Inspection, whose: &str) {
    let [read_text, made_up_text] = [read, made_up].map(|one| format!("{one:#?}"));
    let mut lines = read_text.lines().zip(made_up_text.lines());
    let differ = lines.find(|(one, other)| one != other);
    assert_eq!(differ, None, "{whose}");
    assert!(read == made_up, "{whose}");
}
