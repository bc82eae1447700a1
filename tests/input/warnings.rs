//! A warning takes nothing away. Every input that earns only warnings is read whole: as the same input with the cause of the
//! warning put right, but for the value that was warned of, which stands as it was given.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use assize::domain::{
    Authority, Fixed, Inspection, Outcome, Position, Quota, QuotaScope, SetDay, TimeOfDay,
};
use assize::input::{Severity, codes, load, report};
use chrono::NaiveDate;
use tempfile::TempDir;

use super::workbooks::workbook;
use super::{folder, inspection};

/// An input that earns a warning, and the same without its cause.
struct Case {
    code: &'static str,
    about: &'static str,
    warned: Change,
    mended: Change,
    /// Sets in the mended inspection what was warned of, where that is part of it.
    given: fn(&mut Inspection),
}

/// What is different from the good folder.
enum Change {
    Nothing,
    /// In a file, for each of these texts another. Every place where it stands counts; it must stand somewhere.
    Swap(&'static str, &'static [(&'static str, &'static str)]),
    /// A file with these bytes instead of its own.
    Write(&'static str, &'static [u8]),
    /// Files that are not there, and one with another text.
    Without(&'static [&'static str], &'static str, &'static str),
    /// A workbook that holds the settings, and perhaps a second copy of them beside it.
    Workbook {
        second_settings: bool,
    },
}

use Change::{Nothing, Swap, Without, Workbook, Write};

fn nothing(_: &mut Inspection) {}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn time(text: &str) -> Option<TimeOfDay> {
    Some(text.parse().expect("a time"))
}

const INSPECTORS: &str = "id,name,inspectorate\n";

const CASES: &[Case] = &[
    Case {
        code: "W101",
        about: "a table saved as Windows-1252",
        warned: Write("conflicts.csv", b"# Caf\xe9\ninspector,site\np01,south\n"),
        mended: Nothing,
        given: nothing,
    },
    Case {
        code: "W102",
        about: "a file that belongs to no table",
        warned: Write("notes.csv", b"note\nask\n"),
        mended: Nothing,
        given: nothing,
    },
    Case {
        code: "W103",
        about: "a second copy of the settings",
        warned: Workbook {
            second_settings: true,
        },
        mended: Workbook {
            second_settings: false,
        },
        given: nothing,
    },
    Case {
        code: "W104",
        about: "a table that is needed, with no rows",
        warned: Without(
            &[
                "absences.csv",
                "apart.csv",
                "clearances.csv",
                "conflicts.csv",
                "fixed.csv",
            ],
            "inspectors.csv",
            INSPECTORS,
        ),
        mended: Without(
            &[
                "absences.csv",
                "apart.csv",
                "clearances.csv",
                "conflicts.csv",
                "fixed.csv",
            ],
            "inspectors.csv",
            "id,name,inspectorate\np01,Inspector P01,HMICFRS\n",
        ),
        given: |mended| mended.inspectors.clear(),
    },
    Case {
        code: "W201",
        about: "a row that ends early",
        warned: Swap("apart.csv", &[("_b\np01,p02", "_b,\np01,p02")]),
        mended: Nothing,
        given: nothing,
    },
    Case {
        code: "W202",
        about: "a reason in a table about people",
        warned: Swap(
            "conflicts.csv",
            &[
                ("site\n", "site,reason\n"),
                ("south", "south,a former force"),
            ],
        ),
        mended: Nothing,
        given: nothing,
    },
    Case {
        code: "W203",
        about: "a column of sites that is almost a known one",
        warned: Swap("sites.csv", &[("needs,region", "neds,region")]),
        mended: Swap("sites.csv", &[("needs,region", "force_code,region")]),
        given: |mended| {
            for site in &mut mended.sites {
                if let Some(text) = site.cells.remove("force_code") {
                    site.cells.insert("neds".to_owned(), text);
                }
            }
        },
    },
    Case {
        code: "W301",
        about: "a place outside the British Isles",
        warned: Swap("inspectors.csv", &[("53.4,-2.2", "35.4,-2.2")]),
        mended: Nothing,
        given: |mended| {
            mended.inspectors[0].base = Some(Position {
                latitude: 35.4,
                longitude: -2.2,
            });
        },
    },
    Case {
        code: "W302",
        about: "half a position, of which neither half is used",
        warned: Swap("inspectors.csv", &[("53.4,-2.2", "53.4,")]),
        mended: Swap("inspectors.csv", &[("53.4,-2.2", ",")]),
        given: nothing,
    },
    Case {
        code: "W302",
        about: "half the position of a site",
        warned: Swap("sites.csv", &[("50.9,-1.4", "50.9,")]),
        mended: Swap("sites.csv", &[("50.9,-1.4", ",")]),
        given: nothing,
    },
    Case {
        code: "W303",
        about: "a word in a profile column of numbers",
        warned: Swap("sites.csv", &[("9000", "about 9000")]),
        mended: Nothing,
        given: |mended| {
            let text = "about 9000".to_owned();
            mended.sites[2].cells.insert("population".to_owned(), text);
        },
    },
    Case {
        code: "W401",
        about: "a quota on a value that no site has",
        warned: Swap(
            "inspection.toml",
            &[("each = { max = 1 }", "value = \"East\"\nmax = 1")],
        ),
        mended: Swap(
            "inspection.toml",
            &[("each = { max = 1 }", "value = \"West\"\nmax = 1")],
        ),
        given: |mended| {
            mended.quotas = vec![Quota {
                scope: QuotaScope::Value("East".to_owned()),
                ..mended.quotas[0].clone()
            }];
        },
    },
    Case {
        code: "W401",
        about: "a period for a value that no site has",
        warned: Swap("periods_to_avoid.csv", &[("region,North", "region,East")]),
        mended: Nothing,
        given: |mended| mended.periods[2].value = Some("East".to_owned()),
    },
    Case {
        code: "W402",
        about: "a clearance that nobody holds",
        warned: Swap("inspection.toml", &[("\"NPPV3\"", "\"NPPV9\"")]),
        mended: Nothing,
        given: |mended| mended.kinds[0].clearance = Some("NPPV9".to_owned()),
    },
    Case {
        code: "W402",
        about: "a skill that nobody has",
        warned: Swap("activities.csv", &[(",cyber,", ",fraud,")]),
        mended: Nothing,
        given: |mended| mended.activities[2].skills = BTreeSet::from(["fraud".to_owned()]),
    },
    Case {
        code: "W403",
        about: "an outcome that the dates do not reflect",
        warned: Swap(
            "consultation.csv",
            &[("city,", "west,"), (",excluded,", ",dates,")],
        ),
        mended: Swap(
            "consultation.csv",
            &[("city,", "west,"), (",excluded,", ",none,")],
        ),
        given: |mended| mended.consultation[1].outcome = Outcome::Dates,
    },
    Case {
        code: "W404",
        about: "a row that stands twice, and counts twice",
        warned: Swap(
            "engagements.csv",
            &[(
                "10,,HMICFRS\n",
                "10,,HMICFRS\nsouth,PEEL,2027-09-06,2027-09-10,,HMICFRS\n",
            )],
        ),
        mended: Nothing,
        given: |mended| {
            let twice = mended.engagements[1].clone();
            mended.engagements.push(twice);
        },
    },
    Case {
        code: "W405",
        about: "a year for which no bank holidays are known",
        warned: Swap(
            "inspection.toml",
            &[("= 6\n", "= 6\npublication = 2030-01-08\n")],
        ),
        mended: Swap(
            "inspection.toml",
            &[("= 6\n", "= 6\npublication = 2027-11-24\n")],
        ),
        given: |mended| mended.timing.publication = Some(date("2030-01-08")),
    },
    Case {
        code: "W406",
        about: "an authority dated before the proposal",
        warned: Swap("inspection.toml", &[("2026-12-18", "2026-11-30")]),
        mended: Nothing,
        given: |mended| mended.authority[1].1 = Authority::On(date("2026-11-30")),
    },
    Case {
        code: "W406",
        about: "the same date in quotation marks",
        warned: Swap("inspection.toml", &[("2026-12-18", "\"2026-11-30\"")]),
        mended: Nothing,
        given: |mended| mended.authority[1].1 = Authority::On(date("2026-11-30")),
    },
    Case {
        code: "W406",
        about: "an authority given before the proposal",
        warned: Swap("authority.csv", &[("2026-12-18", "2026-11-30")]),
        mended: Nothing,
        given: |mended| mended.authority_given[0].given_on = date("2026-11-30"),
    },
    Case {
        code: "W407",
        about: "a row that settles nothing",
        warned: Swap("fixed.csv", &[("north,", "west,,,\nnorth,")]),
        mended: Nothing,
        given: |mended| {
            let nothing = Fixed {
                site: "west".into(),
                not_before: None,
                not_after: None,
                inspector: None,
            };
            mended.fixed.insert(0, nothing);
        },
    },
    Case {
        code: "W407",
        about: "an exception to a joint activity, which is not used",
        warned: Swap(
            "activities.csv",
            &[(
                "opening meeting,1,30,,all,,",
                "opening meeting,1,30,,all,Agreed,",
            )],
        ),
        mended: Nothing,
        given: nothing,
    },
    Case {
        code: "W407",
        about: "hours of a remote activity",
        warned: Swap(
            "activities.csv",
            &[("remote,,,,,,,,", "remote,,,Archive,first,09:30,16:00,,")],
        ),
        mended: Nothing,
        given: |mended| {
            let remote = &mut mended.activities[5];
            remote.with = BTreeSet::from(["Archive".to_owned()]);
            remote.day = SetDay::First;
            remote.earliest = time("09:30");
            remote.latest = time("16:00");
        },
    },
    Case {
        code: "W407",
        about: "the value of a period that applies to all, which is not used",
        warned: Swap("periods_to_avoid.csv", &[(",all,,", ",all,England,")]),
        mended: Nothing,
        given: nothing,
    },
    Case {
        code: "W407",
        about: "other cells of a milestone that is removed",
        warned: Swap("milestones.csv", &[("audience,,,", "audience,,2,")]),
        mended: Nothing,
        given: |mended| {
            let removed = mended.milestones.iter_mut().find(|one| one.removed);
            removed.expect("the audience").stage = 2;
        },
    },
    Case {
        code: "W408",
        about: "a word that is almost one that is scored",
        warned: Swap("intelligence.csv", &[(",concern,", ",concerns,")]),
        mended: Nothing,
        given: |mended| {
            let rows = mended.intelligence.as_mut().expect("a table");
            rows[0].r#type = "concerns".to_owned();
        },
    },
    Case {
        code: "W409",
        about: "an authority given later than planned",
        warned: Swap("authority.csv", &[("2026-12-18", "2026-12-21")]),
        mended: Nothing,
        given: |mended| mended.authority_given[0].given_on = date("2026-12-21"),
    },
    Case {
        code: "W410",
        about: "activities that do not fit",
        warned: Swap(
            "activities.csv",
            &[(
                "file examination,4,90,onsite",
                "file examination,90,90,onsite",
            )],
        ),
        mended: Nothing,
        given: |mended| mended.activities[1].sessions = 90,
    },
    Case {
        code: "W411",
        about: "publication at a weekend",
        warned: Swap(
            "inspection.toml",
            &[("= 6\n", "= 6\npublication = 2027-11-27\n")],
        ),
        mended: Swap(
            "inspection.toml",
            &[("= 6\n", "= 6\npublication = 2027-11-24\n")],
        ),
        given: |mended| mended.timing.publication = Some(date("2027-11-27")),
    },
];

/// The good folder with the change made, and where it is.
fn make(change: &Change) -> (TempDir, PathBuf) {
    let parent = folder("base");
    let input = parent.path().join("input");
    match change {
        Nothing => {}
        Swap(file, texts) => {
            let path = input.join(file);
            let mut content = fs::read_to_string(&path).expect("a file of the good folder");
            for (from, to) in *texts {
                assert!(content.contains(from), "{from:?} in {file}");
                content = content.replace(from, to);
            }
            fs::write(&path, content).expect("written");
        }
        Write(file, bytes) => fs::write(input.join(file), bytes).expect("written"),
        Without(files, file, text) => {
            for file in *files {
                fs::remove_file(input.join(file)).expect("a file of the good folder");
            }
            fs::write(input.join(file), text).expect("written");
        }
        Workbook { second_settings } => {
            let (parent, path) = workbook("book.xlsx", true, |_, _| {});
            if *second_settings {
                fs::write(parent.path().join("inspection.toml"), "").expect("written");
            }
            return (parent, path);
        }
    }
    (parent, input)
}

/// The codes of the warnings, each once.
fn warned_of(input: &Path, about: &str) -> BTreeSet<&'static str> {
    match load(input, None) {
        Ok(loaded) => loaded.warnings.iter().map(|one| one.code).collect(),
        Err(problems) => panic!("{about}: {}", report(&problems)),
    }
}

#[test]
fn what_earns_only_warnings_is_read_whole() {
    for case in CASES {
        let about = format!("{}, {}", case.code, case.about);
        let (_parent, warned) = make(&case.warned);
        let (_parent, mended) = make(&case.mended);
        assert!(warned_of(&warned, &about).contains(case.code), "{about}");
        assert!(!warned_of(&mended, &about).contains(case.code), "{about}");
        let (warned, mut mended) = (inspection(&warned, None), inspection(&mended, None));
        (case.given)(&mut mended);
        mended.inputs_digest.clone_from(&warned.inputs_digest);
        assert_eq!(warned, mended, "{about}");
    }
}

#[test]
fn every_warning_there_is_has_a_case() {
    let shown: BTreeSet<&str> = CASES.iter().map(|case| case.code).collect();
    let all: BTreeSet<&str> = codes::ALL
        .iter()
        .filter(|code| code.severity() == Severity::Warning)
        .map(|code| code.number)
        .collect();
    assert_eq!(shown, all);
}
