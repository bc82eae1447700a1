//! `plan.json` there and back, and what a broken one says.

use assize::optimise::{CountValue, SiteChange, SiteValue};
use assize::output::{plan_json, read_plan, read_planned};

use crate::plan;

fn text() -> String {
    let inspection = plan::inspection();
    let mut planned = plan::planned(&inspection);
    planned.counts[0].value = CountValue::NoPlan;
    planned.sites = sites();
    let bytes = plan_json(&inspection, &planned).expect("a plan");
    String::from_utf8(bytes).expect("UTF-8")
}

fn sites() -> Vec<SiteChange> {
    let change = |(site, selected, value): (&str, bool, SiteValue)| SiteChange {
        site: site.into(),
        selected,
        value,
    };
    let known = [
        ("force-01", false, SiteValue::AtMost(1.5)),
        ("force-12", true, SiteValue::NoSelection),
        ("area-1", false, SiteValue::Unknown),
    ];
    known.map(change).into()
}

fn message(text: &str) -> String {
    read_plan(text).expect_err("a broken plan")
}

#[test]
fn a_plan_reads_back_as_it_was() {
    let inspection = plan::inspection();
    let mut planned = plan::planned(&inspection);
    planned.counts[0].value = CountValue::NoPlan;
    planned.sites = sites();
    let read = read_planned(&text()).expect("a plan");
    assert_eq!(read.plan, planned.plan);
    assert_eq!(read.counts, planned.counts);
    assert_eq!(read.sites, planned.sites);
    let written = text();
    let end = written.find(",\n  \"sites\"").expect("sites");
    let older = read_planned(&format!("{}}}", &written[..end])).expect("an older plan");
    assert_eq!((older.counts, older.sites), (read.counts, vec![]));
    let marked = format!("\u{feff}{}", text());
    assert_eq!(read_plan(&marked), Ok(planned.plan));
    assert!(
        text().starts_with("{\n  \"status\": \"DRAFT OFFICIAL-SENSITIVE\",\n  \"format\": 1,\n")
    );
}

#[test]
fn a_broken_plan_says_where_and_what_to_do() {
    assert_eq!(
        message(&text().replacen("\"format\": 1,", "\"format\": 1", 1)),
        "The plan cannot be read: line 4, column 3: expected `,` or `}`. Look there for a missing or extra comma, \
         quotation mark or bracket."
    );
    assert_eq!(
        message("{\n"),
        "The plan cannot be read: line 2, column 0: EOF while parsing an object. The file ends too early: restore \
         the rest of it."
    );
    assert_eq!(
        message(&text().replacen("2027-02-22", "22 February", 1)),
        "The plan cannot be read: line 31, column 32: input contains invalid characters. Dates are written like \
         2027-02-08. Compare that place with a plan.json that `assize plan` wrote."
    );
    assert_eq!(
        message(&text().replacen("\"format\": 1,", "\"format\": 9,", 1)),
        "The plan has format 9; this program reads format 1. Plan again with `assize plan`."
    );
}
