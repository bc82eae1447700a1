//! `plan.json` there and back, and what a broken one says.

use assize::documents::plan_json;
use assize::domain::{BestSelection, OtherSelection, SiteChange, Tie, Ties, ToldBy, Worth};
use assize::instance::Instance;
use assize::store::{read_plan, read_planned};

use crate::{plan, schema};

pub(super) fn text() -> String {
    let inspection = plan::inspection();
    let mut planned = plan::planned(&inspection);
    planned.counts[0].value = Worth::Impossible;
    planned.sites = sites();
    planned.ties = Some(ties());
    planned.best_selection = Some(best_selection());
    let bytes = plan_json(&Instance::new(inspection.clone()), &planned).expect("a plan");
    String::from_utf8(bytes).expect("UTF-8")
}

fn sites() -> Vec<SiteChange> {
    let change = |(site, selected, value): (&str, bool, Worth)| SiteChange {
        site: site.into(),
        selected,
        value,
        instead: matches!(value, Worth::AtMost(_)).then(in_place_of_another),
        visitable: matches!(value, Worth::AtMost(_)).then_some(true),
    };
    let known = [
        ("force-01", false, Worth::AtMost(1.5)),
        ("force-12", true, Worth::Impossible),
        ("area-1", false, Worth::Unknown),
    ];
    known.map(change).into()
}

fn in_place_of_another() -> OtherSelection {
    OtherSelection {
        comes_in: vec!["force-01".into(), "area-1".into()],
        goes_out: vec!["force-12".into()],
    }
}

fn best_selection() -> BestSelection {
    BestSelection {
        selection: in_place_of_another(),
        value: 33.25,
        calendar: Some(75.0),
    }
}

fn ties() -> Ties {
    Ties {
        others: vec![Tie {
            selection: in_place_of_another(),
            told_by: ToldBy::Dates,
        }],
        all_listed: false,
    }
}

/// What is said of a broken plan. Whatever is still JSON, the schema refuses too.
pub(super) fn message(text: &str) -> String {
    let said = read_plan(text).expect_err("a broken plan");
    if let Some(faults) = schema::faults(text) {
        // That a key is there twice is all that a schema cannot see.
        let is_double = said.contains(" twice. ");
        assert_eq!(faults.is_empty(), is_double, "{said}");
    }
    said
}

#[test]
fn a_plan_reads_back_as_it_was() {
    let inspection = plan::inspection();
    let mut planned = plan::planned(&inspection);
    planned.counts[0].value = Worth::Impossible;
    planned.sites = sites();
    let read = read_planned(&text()).expect("a plan");
    assert_eq!(schema::faults(&text()), Some(vec![]));
    assert_eq!(read.plan, planned.plan);
    assert_eq!(read.counts, planned.counts);
    assert_eq!(read.sites, planned.sites);
    assert_eq!(read.ties, Some(ties()));
    assert_eq!(read.best_selection, Some(best_selection()));
    let written = text();
    let end = written.find(",\n  \"sites\"").expect("sites");
    let older = read_planned(&format!("{}}}", &written[..end])).expect("an older plan");
    assert_eq!((older.counts, older.sites), (read.counts, vec![]));
    let marked = format!("\u{feff}{}", text());
    assert_eq!(read_plan(&marked), Ok(planned.plan));
    assert!(
        text().starts_with(
            "{\n  \"status\": \"DRAFT\",\n  \"marking\": \"OFFICIAL-SENSITIVE\",\n  \"scenario\": null,\n  \"format\": 2,\n"
        )
    );
}

/// What is said once `from` has been replaced by `to` where it first stands.
pub(super) fn after(from: &str, to: &str) -> String {
    let sound = text();
    assert!(sound.contains(from), "{from} is not in the plan");
    message(&sound.replacen(from, to, 1))
}

#[test]
fn a_plan_with_broken_brackets_says_where() {
    let broken = "something is missing or too much, there or just before. Look for a comma, a quotation mark or a bracket.";
    assert_eq!(
        after("\"format\": 2,", "\"format\": 2"),
        format!("The plan cannot be read: line 6, column 3: {broken}")
    );
    let lines = text().lines().count();
    assert_eq!(
        message(&format!("{}]", text())),
        format!(
            "The plan cannot be read: line {}, column 1: {broken}",
            lines + 1
        )
    );
    assert_eq!(
        message("{\n"),
        "The plan cannot be read: it ends too early, on line 2. Restore the rest of it."
    );
    assert_eq!(
        message("[]"),
        "The plan cannot be read: line 1, column 2: the plan must be in curly brackets, as `assize plan` writes it. \
         Compare that place with a plan.json that `assize plan` wrote."
    );
}

#[test]
fn a_plan_with_a_wrong_value_says_which_and_what_it_must_be() {
    let said = |from: &str, to: &str| {
        let message = after(from, to);
        let fact = message.strip_prefix("The plan cannot be read: line ");
        let (_, fact) = fact
            .and_then(|f| f.split_once(": "))
            .expect("a line and a column");
        let fact =
            fact.strip_suffix(" Compare that place with a plan.json that `assize plan` wrote.");
        fact.expect("what to do").to_owned()
    };
    assert_eq!(
        after("2027-02-22", "22 February"),
        "The plan cannot be read: line 34, column 32: visits[0].first_day must be a date in quotation marks, such as \
         \"2027-02-08\". Compare that place with a plan.json that `assize plan` wrote."
    );
    assert_eq!(
        said("\"visit_lead\": \"", "\"visit_lead\": null, \"was\": \""),
        "visits[0].visit_lead must be a text, such as an inspector’s id."
    );
    assert_eq!(
        said("\"visit_lead\": \"", "\"was\": \""),
        "visits[0] has no visit_lead."
    );
    assert_eq!(
        said("\"format\": 2,", "\"format\": 2, \"format\": 2,"),
        "the plan gives format twice."
    );
    assert_eq!(
        said("\"format\": 2,", "\"format\": -1,"),
        "format must be the number 2."
    );
    assert_eq!(
        said("\"pairs\": [", "\"pairs\": [[\"a\"],"),
        "visits[0].pairs[0] must be a pair of inspectors’ ids, such as [\"p01\", \"c01\"]."
    );
    assert_eq!(
        said("\"pairs\": [", "\"pairs\": [[\"a\", \"b\", \"c\"],"),
        "visits[0].pairs[0] must be a pair of inspectors’ ids, such as [\"p01\", \"c01\"]."
    );
    assert_eq!(
        said("\"proven\": ", "\"proven\": \"yes\", \"was\": "),
        "tiers[0].proven must be true or false."
    );
}

#[test]
fn a_plan_of_another_format_is_refused() {
    assert_eq!(
        after("\"format\": 2,", "\"format\": 9,"),
        "The plan has format 9; this program reads format 2. Plan again with `assize plan`."
    );
}

#[test]
fn nothing_in_a_plan_can_steer_the_terminal_or_flood_it() {
    assert_eq!(
        after("\"site\": \"", "\"site\": \"\\u001b[31m"),
        "The plan cannot be read: visits[0].site has a character in it that cannot be printed. Type it again."
    );
    let long = "x".repeat(201);
    assert_eq!(
        after(
            "\"visit_lead\": \"",
            &format!("\"visit_lead\": \"{long}\", \"was\": \"")
        ),
        "The plan cannot be read: visits[0].visit_lead is longer than 200 characters. Shorten it."
    );
    assert_eq!(
        after(
            "\"counts\": [",
            &format!("\"counts\": [{{\"kind\": \"{long}\", \"count\": 1, \"allowed\": true}},")
        ),
        "The plan cannot be read: counts[0].kind is longer than 200 characters. Shorten it."
    );
}
