//! Files, rows and values: the warnings W101 to W303.

use assize::domain::Position;

use super::Case;
use super::Change::{Nothing, Swap, Without, Workbook, Write};
use super::nothing;

const INSPECTORS: &str = "id,name,inspectorate\n";

pub const CASES: &[Case] = &[
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
                "travel.csv",
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
                "travel.csv",
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
            mended.inspectors[2].base = Some(Position {
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
        given: |mended| {
            // It is no position, but it is what stands in the cell.
            let text = "50.9".to_owned();
            mended.sites[5].cells.insert("latitude".to_owned(), text);
        },
    },
    Case {
        code: "W304",
        about: "an inspector whose home base is not known",
        warned: Swap("inspectors.csv", &[("51.5,-3.2", ",")]),
        mended: Nothing,
        given: |mended| mended.inspectors[1].base = None,
    },
    Case {
        code: "W304",
        about: "a site whose place is not known",
        warned: Swap("sites.csv", &[("50.9,-1.4", ",")]),
        mended: Nothing,
        given: |mended| mended.sites[5].position = None,
    },
    Case {
        code: "W303",
        about: "a word in a profile column of numbers",
        warned: Swap("sites.csv", &[("9000", "about 9000")]),
        mended: Nothing,
        given: |mended| {
            let text = "about 9000".to_owned();
            mended.sites[3].cells.insert("population".to_owned(), text);
        },
    },
];
