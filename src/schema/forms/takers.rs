//! Who takes an activity, and who of a visit's team takes a session.

use super::{Form, Readable};
use crate::domain::{InspectorateId, Party, TakenBy};
use crate::schema::misfit::{Misfit, Why};

/// Who takes an activity: a pair of two inspectorates, one inspectorate alone, or all.
#[derive(Debug, Clone, Copy)]
pub struct Taker;

impl Taker {
    /// The names of the inspectorates in a text.
    pub fn names(text: &str) -> Vec<&str> {
        match is_all(text) {
            true => Vec::new(),
            false => text.split('+').map(str::trim).collect(),
        }
    }
}

impl Form for Taker {
    fn in_words(&self) -> String {
        "a pair such as HMICFRS+HMCPSI, one inspectorate, or all".to_owned()
    }
}

impl Readable for Taker {
    type Value = TakenBy;

    fn read(&self, text: &str) -> Result<TakenBy, Vec<Misfit>> {
        if is_all(text) {
            return Ok(TakenBy::All);
        }
        match Self::names(text).as_slice() {
            [one] => Ok(TakenBy::One(InspectorateId::from(*one))),
            [one, other] if one != other => {
                Ok(TakenBy::Pair([*one, *other].map(InspectorateId::from)))
            }
            _ => Err(Misfit::one(text, Why::NotTaker)),
        }
    }

    fn write(&self, value: &TakenBy) -> String {
        value.to_string()
    }
}

fn is_all(text: &str) -> bool {
    text.eq_ignore_ascii_case("all")
}

/// Who of a visit's team takes a session: the number of a pair from 1, or all.
#[derive(Debug, Clone, Copy)]
pub struct PartyOfVisit;

impl Form for PartyOfVisit {
    fn in_words(&self) -> String {
        "the number of a pair from 1, or all".to_owned()
    }
}

impl Readable for PartyOfVisit {
    type Value = Party;

    fn read(&self, text: &str) -> Result<Party, Vec<Misfit>> {
        text.parse().map_err(|_| Misfit::one(text, Why::NotAParty))
    }

    fn write(&self, value: &Party) -> String {
        value.to_string()
    }
}
