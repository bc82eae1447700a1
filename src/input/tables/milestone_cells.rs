//! The cells of `milestones.csv` that say for whom, in which order and when.

use crate::domain::{Before, Given, InspectorateId, Lead, MilestoneId, On, Time, Unit, Whose};
use crate::input::dates;
use crate::input::problems::words::{did_you_mean, quote};
use crate::input::problems::{Problems, codes};
use crate::input::record::Record;
use crate::input::references::{Names, References};

/// Clears what a built-in row says.
const CLEARED: &str = "none";

/// The inspectorates that the built-in table names, whether they take part or not.
const BUILT_IN: [&str; 4] = ["HMICFRS", "HMCPSI", "HMI Probation", "HMI Prisons"];

/// The dates that the built-in table takes from the settings and the plan.
const GIVEN: [(&str, Given); 7] = [
    ("selection_proposed", Given::SelectionProposed),
    ("authority", Given::Authority),
    ("letters_ready", Given::LettersReady),
    ("letters", Given::Letters),
    ("preparation", Given::Preparation),
    ("fieldwork", Given::Fieldwork),
    ("publication", Given::Publication),
];

const UNITS: [(&str, Unit); 8] = [
    ("day", Unit::Days),
    ("days", Unit::Days),
    ("week", Unit::Weeks),
    ("weeks", Unit::Weeks),
    ("month", Unit::Months),
    ("months", Unit::Months),
    ("year", Unit::Years),
    ("years", Unit::Years),
];

/// The most of any unit: longer than any retention, and short enough for the calendar.
const LONGEST: u32 = 1000;

/// The names in a cell; empty where it holds nothing but `none`.
fn parts<'a>(record: Record<'a>, column: &str) -> Option<Vec<&'a str>> {
    let text = record.text(column)?;
    let cleared = text.eq_ignore_ascii_case(CLEARED);
    Some(match cleared {
        true => Vec::new(),
        false => record.parts(column).collect(),
    })
}

/// For which inspectorates.
pub(super) fn whose(record: Record, known: &References) -> Option<Whose> {
    const EXCEPT: &str = "except ";
    let text = record.text("inspectorate")?;
    if text.eq_ignore_ascii_case(CLEARED) {
        return Some(Whose::Everyone);
    }
    let (names, excepted) = match text.get(..EXCEPT.len()) {
        Some(word) if word.eq_ignore_ascii_case(EXCEPT) => (text.get(EXCEPT.len()..)?, true),
        _ => (text, false),
    };
    let mut ids = Vec::new();
    let mut are_known = true;
    for name in names.split(';').map(str::trim).filter(|n| !n.is_empty()) {
        if let (Some(known), false) = (&known.inspectorates, BUILT_IN.contains(&name)) {
            are_known &= known.check(name, || record.place("inspectorate"), record.problems);
        }
        ids.push(InspectorateId::from(name));
    }
    are_known.then_some(match excepted {
        true => Whose::Except(ids),
        false => Whose::Only(ids),
    })
}

/// What must be done before.
pub(super) fn after(record: Record) -> Option<Vec<MilestoneId>> {
    let parts = parts(record, "after")?;
    Some(parts.into_iter().map(MilestoneId::from).collect())
}

/// What it must be done before, and how long before; `None` where one of them does not say so, which is noted.
pub(super) fn before(record: Record) -> Option<Vec<Before>> {
    each_before(record)?.into_iter().collect()
}

fn each_before(record: Record) -> Option<Vec<Option<Before>>> {
    let parts = parts(record, "before")?;
    Some(
        parts
            .into_iter()
            .map(|text| one_before(record, text))
            .collect(),
    )
}

fn one_before(record: Record, text: &str) -> Option<Before> {
    let (lead, id) = match relation(text) {
        Some((Some(lead), "before", id)) => (lead, id),
        None => (Lead::None, text),
        Some(_) => {
            let fact = format!("{} does not say how long before what.", quote(text));
            let remedy = "Write the id alone, or such as: 2 weeks before fieldwork.";
            let place = record.place("before");
            record
                .problems
                .add(&codes::NOT_A_CHOICE, place, fact, remedy);
            return None;
        }
    };
    Some(Before {
        milestone: id.into(),
        lead,
    })
}

/// When it happens; `Some(None)` where the order alone decides.
pub(super) fn on(record: Record) -> Option<Option<On>> {
    let text = record.text("on")?;
    if text.eq_ignore_ascii_case(CLEARED) {
        return Some(None);
    }
    if let Some((_, given)) = GIVEN.iter().find(|(word, _)| *word == text) {
        return Some(Some(On::Given(*given)));
    }
    match relation(text) {
        Some((Some(Lead::Time(time)), "before", id)) => {
            return Some(Some(On::Before(time, id.into())));
        }
        Some((Some(Lead::Time(time)), "after", id)) => {
            return Some(Some(On::After(time, id.into())));
        }
        _ => {}
    }
    match dates::parse(text) {
        Ok(date) => Some(Some(On::Date(date))),
        Err(fault)
            if !text.contains(' ') && is_digit(text) || fault.remedy.contains(" if you mean ") =>
        {
            let place = record.place("on");
            record
                .problems
                .add(fault.code, place, fault.fact, fault.remedy);
            None
        }
        Err(_) => {
            let fact = format!(
                "{} is neither a date nor a time before or after a milestone.",
                quote(text)
            );
            let words = GIVEN.iter().map(|(word, _)| *word);
            let remedy = did_you_mean(text, words, || {
                "Write a date, such as 2027-02-08, or such as: 5 days before publication."
                    .to_owned()
            });
            let place = record.place("on");
            record
                .problems
                .add(&codes::NOT_A_CHOICE, place, fact, remedy);
            None
        }
    }
}

fn is_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// `5 days before publication` and `notice before fieldwork` taken apart; the lead is `None` where it is no time at all.
fn relation(text: &str) -> Option<(Option<Lead>, &'static str, &str)> {
    let (lead, word, id) = [" before ", " after "].into_iter().find_map(|word| {
        let (lead, id) = text.split_once(word)?;
        let word = if word == " before " {
            "before"
        } else {
            "after"
        };
        Some((lead.trim(), word, id.trim()))
    })?;
    if lead.eq_ignore_ascii_case("notice") {
        return Some((Some(Lead::Notice), word, id));
    }
    let time = lead.split_once(' ').and_then(|(number, unit)| {
        let number = number
            .parse()
            .ok()
            .filter(|number| (1..=LONGEST).contains(number))?;
        let unit = unit.trim();
        let (_, unit) = UNITS
            .iter()
            .find(|(word, _)| word.eq_ignore_ascii_case(unit))?;
        Some(Lead::Time(Time {
            number,
            unit: *unit,
        }))
    });
    Some((time, word, id))
}

/// Notes every milestone that a row names and that there is not.
pub(super) fn check_references(record: Record, names: &Names, problems: &Problems) {
    let check = |id: &str, column: &str| {
        names.check(id, || record.place(column), problems);
    };
    for id in after(record).unwrap_or_default() {
        check(id.as_str(), "after");
    }
    for later in each_before(record).into_iter().flatten().flatten() {
        check(later.milestone.as_str(), "before");
    }
    if let Some(Some(On::Before(_, id) | On::After(_, id))) = on(record) {
        check(id.as_str(), "on");
    }
}
