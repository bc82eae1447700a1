//! The list of tables, columns and settings: the page for people follows from it, and nothing in it is forgotten elsewhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use assize::domain::{BankHoliday, Inspection, LinkTiming, Pilot, QuotaScope, Using};
use assize::input::{input_files, load, report};
use assize::schema::{AnyField, page, settings, tables};
use tempfile::TempDir;

use super::{bad_inputs, inspection};

/// Run with `UPDATE_EXPECTED=1` to write the page anew, and read what changed.
#[test]
fn the_page_of_tables_and_settings_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/tables.md");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&path, page()).expect("written");
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == page(),
        "docs/tables.md does not say what src/schema does. UPDATE_EXPECTED=1 writes it anew."
    );
}

#[test]
fn every_field_has_a_name_of_its_own_and_says_what_it_means() {
    let fields = tables::ALL
        .iter()
        .map(|table| (table.name, table.says(), table.columns))
        .chain(
            settings::ALL
                .iter()
                .map(|section| (section.name, section.says(), section.keys)),
        );
    for (name, says, fields) in fields {
        assert!(says.ends_with('.'), "{name}: {says}");
        let mut names = BTreeSet::new();
        for field in fields {
            assert!(names.insert(field.name()), "{name} {}", field.name());
            assert!(field.says().ends_with('.'), "{name} {}", field.name());
        }
    }
}

/// The good folder, with what it leaves open filled in.
fn full() -> Inspection {
    let mut full = inspection(&bad_inputs().join("base"), None);
    full.timing.max_visits_per_week = Some(2);
    full.kinds[0].label = Some("Territorial force".to_owned());
    full.timing.publication = "2027-11-24".parse().ok();
    full.national.survey = true;
    let mut quota = full.quotas[0].clone();
    quota.scope = QuotaScope::Value("West".to_owned());
    (quota.min, quota.max) = (Some(0), Some(3));
    full.quotas[0].min = Some(0);
    full.quotas.push(quota);
    full.burden.max_days = Some(30);
    full.staffing.max_weeks_in_row = Some(2);
    full.day.arrival = "10:00".parse().ok();
    full.day.departure = "16:00".parse().ok();
    full.fixed[0].inspector = Some("p01".into());
    full.consultation[0].reason = Some("A move".to_owned());
    full.pilot = Some(Pilot {
        site: "north".into(),
        review_days: 8,
        counts: false,
    });
    full.kinds[0].write_up_days = 2;
    let (min, max) = (2, Some(6));
    full.links[0].timing = LinkTiming::After { min, max };
    full.links[0].same_team = false;
    full.staffing.journey_km = Some(250.0);
    let moved = |one: &BankHoliday| one.nation == "England" && one.name.starts_with("Spring");
    full.bank_holidays.retain(|one| !moved(one));
    full.inspectors[0].from = "2026-09-01".parse().ok();
    full.inspectors[0].until = "2027-12-31".parse().ok();
    full.conflicts[0].linked = false;
    full.authority_given[0].code = Some("3F2A-90C1".to_owned());
    let mut activities = full.activities.iter_mut();
    let interview = activities.find(|one| one.name == "Interview");
    interview.expect("an activity").gap = Some(15);
    let site = full.sites.iter_mut().find(|one| one.id.as_str() == "north");
    let site = site.expect("a site");
    site.also = ["E23000001", "North Riding"].map(str::to_owned).into();
    (site.days, site.pairs, site.full_days) = (Some(2), Some(1), Some(12.5));
    let mut milestones = full.milestones.iter_mut();
    let own = milestones.find(|one| one.id.as_str() == "minister-told");
    let own = own.expect("a milestone");
    own.longer = Some(5);
    own.decision = true;
    own.using = Some(Using::Survey);
    full
}

fn written(full: &Inspection) -> Vec<(String, String)> {
    let files = input_files(full).expect("files");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    files
        .into_iter()
        .map(|(name, bytes)| (name, text(bytes)))
        .collect()
}

#[test]
fn every_column_is_written() {
    let files = written(&full());
    for table in tables::ALL {
        let file = table.file();
        let (_, text) = files.iter().find(|(name, _)| *name == file).expect(&file);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header = reader.headers().expect("a header").clone();
        let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
        for column in table.headers() {
            let place = header.iter().position(|name| name == column);
            let place = place.unwrap_or_else(|| panic!("{file} has no column {column}"));
            let is_filled = rows.iter().any(|row| !row[place].is_empty());
            assert!(is_filled, "{file}: the column {column} is never written");
        }
    }
}

#[test]
fn every_column_of_sites_is_told_from_where_it_stands() {
    let full = full();
    let (_, text) = &written(&full)[1];
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().expect("a header").clone();
    for (site, row) in full.sites.iter().zip(reader.records()) {
        let row = row.expect("a row");
        for (column, written) in header.iter().zip(row.iter()) {
            let told = site.cell(column).unwrap_or_default();
            assert_eq!(told, written, "{column} of {}", site.id);
        }
    }
}

#[test]
fn a_site_is_written_as_it_is_now() {
    let mut full = full();
    let mut sites = full.sites.iter_mut();
    let site = sites.find(|site| site.id.as_str() == "north");
    let site = site.expect("a site");
    site.name = "North Riding".to_owned();
    site.needs.insert("Welsh".to_owned());
    site.position = None;
    let (name, text) = &written(&full)[1];
    assert_eq!(name, "sites.csv");
    let row = text.lines().find(|line| line.starts_with("north,"));
    let row = row.expect("a row");
    assert_eq!(
        row,
        "north,North Riding,police_force,E23000001;North Riding,area-n,,,England,Welsh,2,1,12.5,1000000,North"
    );
}

#[test]
fn every_key_is_written() {
    let files = written(&full());
    let (_, text) = files.first().expect("the settings");
    let read: toml::Table = text.parse().expect("settings");
    let has = |value: &toml::Value, key: &dyn AnyField| {
        let mut tables = match value {
            toml::Value::Array(items) => items.iter().collect(),
            one => vec![one],
        }
        .into_iter();
        tables.any(|table| table.get(key.name()).is_some())
    };
    for section in settings::ALL {
        let value = &read[section.name];
        // Sections that the user names hold one for each name.
        let value = match section.name {
            "kinds" => &value["police_force"],
            _ => value,
        };
        for key in section.keys {
            let name = key.name();
            assert!(
                has(value, *key),
                "{name} of [{}] is never written",
                section.name
            );
            for within in key.keys_within() {
                let inner = match value {
                    toml::Value::Array(items) => &items[0][name],
                    one => &one[name],
                };
                assert!(
                    has(inner, *within),
                    "{} of {name} is never written",
                    within.name()
                );
            }
        }
    }
}

#[test]
fn what_is_written_reads_back_the_same() {
    let full = full();
    let folder = TempDir::new().expect("a folder");
    for (name, text) in written(&full) {
        fs::write(folder.path().join(name), text).expect("written");
    }
    let loaded = load(folder.path(), None);
    let mut read = loaded
        .unwrap_or_else(|problems| panic!("{}", report(&problems)))
        .inspection;
    read.inputs_digest.clone_from(&full.inputs_digest);
    assert_eq!(read, full);
}
