//! A site's name, or a name or code in `also`, may stand wherever its id is asked for.

use std::fs;
use std::path::Path;

use assize::domain::SiteId;
use assize::input::{read_sessions, report};
use tempfile::TempDir;

use super::{bad_inputs, folder, inspection};

/// What stands in a file of the good folder, and in place of it.
type Swap = (&'static str, &'static [(&'static str, &'static str)]);

/// The same sites, with other names and codes for some.
const CODES: Swap = (
    "sites.csv",
    &[
        (",nation,", ",nation,also,"),
        ("54.9,-1.6,,", "54.9,-1.6,,E23 1;Northern,"),
        ("54.9,-1.6,England,", "54.9,-1.6,England,,"),
        ("50.9,-1.4,England,", "50.9,-1.4,England,,"),
        ("51.5,-0.1,England,", "51.5,-0.1,England,E40,"),
        ("Wales,", "Wales,,"),
        // One of the two that have the same place: it needs another code.
        (
            "city,City Force,police_force,area-n;area-s,51.5,-0.1,England,E40,",
            "city,City Force,police_force,area-n;area-s,51.5,-0.1,England,,",
        ),
    ],
);

/// Every place where the good folder names a site, with something else than its id.
const OTHERWISE: [Swap; 10] = [
    (
        "sites.csv",
        &[
            ("area-n;area-s", "Area  NORTH;e40"),
            ("area-w,51.6", "area west,51.6"),
        ],
    ),
    ("conflicts.csv", &[("p01,south", "p01,SOUTH  force")]),
    ("travel.csv", &[("area-n", "Area North")]),
    (
        "performance.csv",
        &[("\nnorth,", "\ne23  1,"), ("\nwest,", "\nWest Force,")],
    ),
    ("intelligence.csv", &[("\nnorth,", "\nnorthern,")]),
    ("engagements.csv", &[("\nnorth,", "\nNorth,")]),
    ("fixed.csv", &[("\nnorth,", "\nNorth Force,")]),
    ("consultation.csv", &[("\ncity,", "\nCity force,")]),
    (
        "periods_to_avoid.csv",
        &[("site,south", "site,South Force")],
    ),
    (
        "inspection.toml",
        &[
            ("[\"north\"]", "[\"E23 1\"]"),
            ("[\"city\"]", "[\"CITY FORCE\"]"),
        ],
    ),
];

fn swap(input: &Path, (file, texts): &Swap) {
    let path = input.join(file);
    let mut content = fs::read_to_string(&path).expect("a file of the good folder");
    for (from, to) in *texts {
        assert!(content.contains(from), "{from:?} in {file}");
        content = content.replace(from, to);
    }
    fs::write(&path, content).expect("written");
}

#[test]
fn a_site_may_be_named_otherwise_wherever_its_id_is_asked_for() {
    let parent = folder("base");
    let input = parent.path().join("input");
    swap(&input, &CODES);
    let by_id = inspection(&input, None);
    for otherwise in &OTHERWISE {
        swap(&input, otherwise);
    }
    let mut read = inspection(&input, None);
    let around = |id: &str| {
        let site = read.site(&id.into()).expect("a site");
        site.listed("within")
    };
    assert_eq!(around("city"), ["area-n", "area-s"].map(SiteId::from));
    assert_eq!(around("west"), ["area-w"].map(SiteId::from));
    // A cell keeps what was written. All else is as if ids stood there.
    read.sites.clone_from(&by_id.sites);
    read.inputs_digest.clone_from(&by_id.inputs_digest);
    assert_eq!(read, by_id);
}

#[test]
fn a_site_of_a_session_that_could_be_two_is_neither() {
    let mut base = inspection(&bad_inputs().join("base"), None);
    for site in &mut base.sites {
        if site.id.as_str() == "west" {
            site.name = "South Force".to_owned();
        }
    }
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("sessions.csv");
    let text = "site,activity,session,date,start,end,pair\n\
                South force,Interview,1,2027-03-08,09:00,10:00,1\n\
                south,Interview,1,2027-03-08,09:00,10:00,1\n";
    fs::write(&path, text).expect("written");
    let problems = read_sessions(&[path], &base).expect_err("a problem");
    let folder = format!("{}/", folder.path().display());
    assert_eq!(
        report(&problems).replace(&folder, ""),
        "Error E410: sessions.csv:2, column site\n  \
         “South force” could be any of several sites: “south” or “west”.\n  \
         Write the id of the one that is meant.\n\n\
         1 error and 0 warnings.\n"
    );
}
