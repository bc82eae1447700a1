//! How a row of the milestones says for whom it is, in which order, and when.

use super::{BETWEEN, Date, Form, Readable, Words, all, parts};
use crate::domain::{
    Before, Given, InspectorateId, Lead, MilestoneId, On, Time as LongTime, Unit, Using, Whose,
};
use crate::schema::misfit::{Misfit, Why};

/// Clears what a built-in row says.
const CLEARED: &str = "none";

/// Comes before the inspectorates that a milestone is not for.
const EXCEPT: &str = "except ";

/// The most of any unit: longer than any retention, and short enough for the calendar.
const LONGEST: u32 = 1000;

/// The dates that milestones take from the settings and the plan.
const GIVEN: Words<Given> = Words(&[
    ("selection_proposed", Given::SelectionProposed),
    ("authority", Given::Authority),
    ("letters_ready", Given::LettersReady),
    ("letters", Given::Letters),
    ("preparation", Given::Preparation),
    ("fieldwork", Given::Fieldwork),
    ("publication", Given::Publication),
]);

/// The methods that have milestones of their own.
const USING: Words<Using> = Words(&[
    ("file examination", Using::FileExamination),
    ("survey", Using::Survey),
    ("user voice", Using::UserVoice),
    ("call for evidence", Using::CallForEvidence),
    ("external reference group", Using::ReferenceGroup),
]);

/// Units of calendar time.
/// The first of two with one meaning is written.
const UNITS: Words<Unit> = Words(&[
    ("days", Unit::Days),
    ("day", Unit::Days),
    ("weeks", Unit::Weeks),
    ("week", Unit::Weeks),
    ("months", Unit::Months),
    ("month", Unit::Months),
    ("years", Unit::Years),
    ("year", Unit::Years),
]);

fn is_cleared(text: &str) -> bool {
    text.eq_ignore_ascii_case(CLEARED)
}

fn or_cleared(text: String) -> String {
    match text.is_empty() {
        true => CLEARED.to_owned(),
        false => text,
    }
}

/// For which inspectorates: their names, or `except` and names.
#[derive(Debug, Clone, Copy)]
pub struct WhoseMilestone;

impl Form for WhoseMilestone {
    fn in_words(&self) -> String {
        "names of inspectorates with ; between, or except and names, or none".to_owned()
    }
}

impl Readable for WhoseMilestone {
    type Value = Whose;

    fn read(&self, text: &str) -> Result<Whose, Vec<Misfit>> {
        if is_cleared(text) {
            return Ok(Whose::Everyone);
        }
        let ids = |names: &str| parts(names).map(InspectorateId::from).collect();
        let word = text.get(..EXCEPT.len());
        Ok(match (word, text.get(EXCEPT.len()..)) {
            (Some(word), Some(names)) if word.eq_ignore_ascii_case(EXCEPT) => {
                Whose::Except(ids(names))
            }
            _ => Whose::Only(ids(text)),
        })
    }

    fn write(&self, value: &Whose) -> String {
        let list = |ids: &[InspectorateId]| {
            let ids: Vec<&str> = ids.iter().map(InspectorateId::as_str).collect();
            ids.join(BETWEEN)
        };
        match value {
            Whose::Everyone => CLEARED.to_owned(),
            Whose::Only(ids) => list(ids),
            Whose::Except(ids) => format!("{EXCEPT}{}", list(ids)),
        }
    }
}

/// What must be done before.
#[derive(Debug, Clone, Copy)]
pub struct AfterWhat;

impl Form for AfterWhat {
    fn in_words(&self) -> String {
        "ids of milestones with ; between, or none".to_owned()
    }
}

impl Readable for AfterWhat {
    type Value = Vec<MilestoneId>;

    fn read(&self, text: &str) -> Result<Self::Value, Vec<Misfit>> {
        Ok(match is_cleared(text) {
            true => Vec::new(),
            false => parts(text).map(MilestoneId::from).collect(),
        })
    }

    fn write(&self, value: &Self::Value) -> String {
        let ids: Vec<&str> = value.iter().map(MilestoneId::as_str).collect();
        or_cleared(ids.join(BETWEEN))
    }
}

/// What it must be done before, each perhaps with a time.
#[derive(Debug, Clone, Copy)]
pub struct BeforeWhat;

impl BeforeWhat {
    /// Each part by itself.
    pub fn each(text: &str) -> impl Iterator<Item = Result<Before, Vec<Misfit>>> {
        let text = if is_cleared(text) { "" } else { text };
        parts(text).map(|part| {
            let (lead, id) = match relation(part) {
                Some((Some(lead), Relation::Before, id)) => (lead, id),
                None => (Lead::None, part),
                Some(_) => return Err(Misfit::one(part, Why::NoLead)),
            };
            let milestone = MilestoneId::from(id);
            Ok(Before { milestone, lead })
        })
    }
}

impl Form for BeforeWhat {
    fn in_words(&self) -> String {
        "ids of milestones with ; between, each perhaps with a time, or none".to_owned()
    }
}

impl Readable for BeforeWhat {
    type Value = Vec<Before>;

    fn read(&self, text: &str) -> Result<Self::Value, Vec<Misfit>> {
        all(Self::each(text))
    }

    fn write(&self, value: &Self::Value) -> String {
        let one = |before: &Before| match before.lead {
            Lead::None => before.milestone.to_string(),
            Lead::Notice => format!("notice before {}", before.milestone),
            Lead::Time(long) => format!("{} before {}", time(long), before.milestone),
        };
        let all: Vec<String> = value.iter().map(one).collect();
        or_cleared(all.join(BETWEEN))
    }
}

/// The method that it is for; `None` where it is needed whatever the methods.
#[derive(Debug, Clone, Copy)]
pub struct UsingWhat;

impl Form for UsingWhat {
    fn in_words(&self) -> String {
        format!("{}, or none", USING.in_words())
    }
}

impl Readable for UsingWhat {
    type Value = Option<Using>;

    fn read(&self, text: &str) -> Result<Option<Using>, Vec<Misfit>> {
        match is_cleared(text) {
            true => Ok(None),
            false => USING.read(text).map(Some),
        }
    }

    fn write(&self, value: &Option<Using>) -> String {
        value.map_or(CLEARED, |using| USING.word(using)).to_owned()
    }
}

/// When it happens; `None` where the order alone decides.
#[derive(Debug, Clone, Copy)]
pub struct Moment;

impl Form for Moment {
    fn in_words(&self) -> String {
        "a date, or a time before or after a milestone, or none".to_owned()
    }
}

impl Readable for Moment {
    type Value = Option<On>;

    fn read(&self, text: &str) -> Result<Option<On>, Vec<Misfit>> {
        if is_cleared(text) {
            return Ok(None);
        }
        let mut given = GIVEN.0.iter();
        if let Some((_, given)) = given.find(|(word, _)| *word == text) {
            return Ok(Some(On::Given(*given)));
        }
        match relation(text) {
            Some((Some(Lead::Time(time)), Relation::Before, id)) => {
                return Ok(Some(On::Before(time, id.into())));
            }
            Some((Some(Lead::Time(time)), Relation::After, id)) => {
                return Ok(Some(On::After(time, id.into())));
            }
            _ => {}
        }
        let is_one_number = !text.contains(' ') && text.starts_with(|c: char| c.is_ascii_digit());
        match Date.read(text) {
            Ok(date) => Ok(Some(On::Date(date))),
            Err(misfits) if is_one_number => Err(misfits),
            Err(_) => {
                let words = GIVEN.meanings();
                Err(Misfit::one(text, Why::NoMoment(words)))
            }
        }
    }

    fn write(&self, value: &Option<On>) -> String {
        match value {
            None => CLEARED.to_owned(),
            Some(On::Given(what)) => GIVEN.word(*what).to_owned(),
            Some(On::Date(day)) => day.to_string(),
            Some(On::Before(long, id)) => format!("{} before {id}", time(*long)),
            Some(On::After(long, id)) => format!("{} after {id}", time(*long)),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Relation {
    Before,
    After,
}

/// `5 days before publication` and `notice before fieldwork` taken apart; the lead is `None` where it is no time at all.
fn relation(text: &str) -> Option<(Option<Lead>, Relation, &str)> {
    let words = [(" before ", Relation::Before), (" after ", Relation::After)];
    let (relation, (lead, id)) = words
        .into_iter()
        .find_map(|(word, relation)| Some((relation, text.split_once(word)?)))?;
    let (lead, id) = (lead.trim(), id.trim());
    if lead.eq_ignore_ascii_case("notice") {
        return Some((Some(Lead::Notice), relation, id));
    }
    Some((long(lead).map(Lead::Time), relation, id))
}

/// A time such as `5 days`.
fn long(text: &str) -> Option<LongTime> {
    let (number, unit) = text.split_once(' ')?;
    let number = number
        .parse()
        .ok()
        .filter(|number| (1..=LONGEST).contains(number))?;
    let unit = UNITS.read(unit.trim()).ok()?;
    Some(LongTime { number, unit })
}

fn time(time: LongTime) -> String {
    format!("{} {}", time.number, plural(time.unit))
}

fn plural(unit: Unit) -> &'static str {
    UNITS.word(unit)
}
