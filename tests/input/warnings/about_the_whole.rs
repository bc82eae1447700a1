//! What shows only when everything is laid side by side: the warnings W401 to W413.

use std::collections::BTreeSet;

use assize::domain::{Authority, Fixed, Outcome, Quota, QuotaScope, SetDay, TimeOfDay};

use super::Case;
use super::Change::{Nothing, Swap, Write, WriteBoth};
use super::{date, nothing};

fn time(text: &str) -> Option<TimeOfDay> {
    Some(text.parse().expect("a time"))
}

/// A table in which one of the inspectors works on no two days that follow each other.
const PART_TIME: (&str, &[u8]) = (
    "inspectors.csv",
    b"id,name,inspectorate,experienced,works\np01,Inspector P01,HMICFRS,yes,\np02,Inspector P02,HMICFRS,no,Mon;Wed\n\
      c01,Inspector C01,HMCPSI,yes,\nc02,Inspector C02,HMCPSI,yes,\n",
);

pub const CASES: &[Case] = &[
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
        given: |mended| mended.periods[0].value = Some("East".to_owned()),
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
        given: |mended| mended.activities[5].skills = BTreeSet::from(["fraud".to_owned()]),
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
        given: |mended| mended.authority[0].1 = Authority::On(date("2026-11-30")),
    },
    Case {
        code: "W406",
        about: "the same date in quotation marks",
        warned: Swap("inspection.toml", &[("2026-12-18", "\"2026-11-30\"")]),
        mended: Nothing,
        given: |mended| mended.authority[0].1 = Authority::On(date("2026-11-30")),
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
            mended.fixed.push(nothing);
        },
    },
    Case {
        code: "W407",
        about: "a row about a site that is excluded",
        warned: Swap("fixed.csv", &[("north,", "city,,2027-03-12,\nnorth,")]),
        mended: Nothing,
        given: |mended| {
            let excluded = Fixed {
                site: "city".into(),
                not_before: None,
                not_after: Some(date("2027-03-12")),
                inspector: None,
            };
            mended.fixed.insert(0, excluded);
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
            let remote = &mut mended.activities[1];
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
        code: "W408",
        about: "a bank holiday with a name that is almost the word for one that has moved",
        warned: Swap(
            "bank_holidays.csv",
            &[("2027-03-01,A local", "2027-03-01,A moved local")],
        ),
        mended: Nothing,
        given: |mended| {
            let mut holidays = mended.bank_holidays.iter_mut();
            let local = holidays.find(|one| one.date == date("2027-03-01"));
            local.expect("a bank holiday").name = "A moved local holiday".to_owned();
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
        given: |mended| mended.activities[4].sessions = 90,
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
    Case {
        code: "W412",
        about: "an authority on a day on which the board does not meet",
        warned: Write(
            "boards.csv",
            b"inspectorate,date,what\nHMCPSI,2027-01-12,\n",
        ),
        mended: Write(
            "boards.csv",
            b"inspectorate,date,what\nHMCPSI,2026-12-18,\n",
        ),
        given: |mended| mended.boards[0].date = date("2027-01-12"),
    },
    Case {
        code: "W413",
        about: "somebody named for a visit that never falls on their working days",
        warned: WriteBoth([
            PART_TIME,
            ("fixed.csv", b"site,inspector\nsouth,c01\narea-w,p02\n"),
        ]),
        mended: WriteBoth([PART_TIME, ("fixed.csv", b"site,inspector\nsouth,c01\n")]),
        given: |mended| {
            mended.fixed.insert(
                0,
                Fixed {
                    site: "area-w".into(),
                    not_before: None,
                    not_after: None,
                    inspector: Some("p02".into()),
                },
            );
        },
    },
];
