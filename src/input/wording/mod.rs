//! Why a text does not fit its form, in words: the code of the problem, what is wrong, and what to do about it.

mod dates;
mod numbers;

use crate::input::problems::codes::{self, Code};
use crate::input::problems::words::{did_you_mean, list, nearest, quote};
use crate::schema::{Misfit, NameFault, Why};

/// A problem in words, wherever it stands.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Worded {
    pub(super) code: &'static Code,
    pub(super) fact: String,
    pub(super) remedy: String,
}

fn worded(code: &'static Code, fact: String, remedy: impl Into<String>) -> Worded {
    Worded {
        code,
        fact,
        remedy: remedy.into(),
    }
}

/// What to say of a misfit in a field of this name.
pub(super) fn of(misfit: &Misfit, field: &str) -> Worded {
    let text = misfit.text.as_str();
    match &misfit.why {
        Why::NotADate => dates::not_iso(text),
        Why::NoSuchDay => dates::not_in_calendar(text),
        Why::YearOutOfRange => dates::year_out_of_range(text),
        Why::NotATime => worded(
            &codes::NOT_A_TIME,
            format!("{} is not a time of day.", quote(text)),
            "Write hours and minutes on the clock of 24 hours, such as 09:30 or 14:00.",
        ),
        Why::NotANumber => numbers::not_a_number(text),
        Why::NotWhole => worded(
            &codes::NOT_A_NUMBER,
            format!("{} is not a whole number.", quote(text)),
            "Round it to a whole number.",
        ),
        Why::OutOfRange(from, to) => numbers::out_of_range(text, *from, *to),
        Why::NotAbove(from, to) => worded(
            &codes::OUT_OF_RANGE,
            format!("The number {} is out of range.", quote(text)),
            format!("It must be above {from}, and {to} at most."),
        ),
        // Coordinates stand in no message: they may be a home.
        Why::NotDegrees => worded(
            &codes::NOT_A_NUMBER,
            format!("The {field} is not a number."),
            "Write it in degrees with a decimal point, such as 53.8; south and west are negative.",
        ),
        Why::TooManyDegrees(limit) => worded(
            &codes::OUT_OF_RANGE,
            format!("The {field} is out of range."),
            format!("It must be in degrees, from -{limit} to {limit}."),
        ),
        Why::NotAmong { words, meanings } => worded(
            &codes::NOT_A_CHOICE,
            format!("{} is not one of {}.", quote(text), list(meanings, "or")),
            match nearest(text, words.iter().copied()) {
                Some(near) => format!("Did you mean {}?", quote(near)),
                None => "Write one of these words.".to_owned(),
            },
        ),
        Why::NoName { sort, fault } => no_name(text, sort, *fault),
        Why::NoPlanCode(nearly) => worded(
            &codes::NOT_A_CODE,
            format!("{} is not the code of a plan.", quote(text)),
            match nearly {
                Some(code) => format!("Did you mean {}?", quote(code)),
                None => {
                    "Copy it from the summary of the plan, such as 3F2A-90C1, or clear the cell."
                        .to_owned()
                }
            },
        ),
        Why::NotTaker => worded(
            &codes::BAD_PAIR,
            format!("{} is not a pair of two inspectorates.", quote(text)),
            "Write two different inspectorates with + between, such as HMICFRS+HMCPSI; one alone; all; or leave it blank for any pair.",
        ),
        Why::NotAParty => worded(
            &codes::NOT_A_CHOICE,
            format!("{} is not a pair of the visit.", quote(text)),
            "Write the number of the pair from 1, or all for the whole team.",
        ),
        Why::NoLead => worded(
            &codes::NOT_A_CHOICE,
            format!("{} does not say how long before what.", quote(text)),
            "Write the id alone, or such as: 2 weeks before fieldwork.",
        ),
        Why::NoMoment(words) => no_moment(text, words),
    }
}

fn no_name(text: &str, sort: &str, fault: NameFault) -> Worded {
    let shown = quote(text);
    let fact = match fault {
        NameFault::TooLong(longest) => {
            format!("The {sort} {shown} is longer than {longest} characters.")
        }
        NameFault::Semicolon => {
            format!("The {sort} {shown} has a semicolon in it, which stands between {sort}s.")
        }
        NameFault::NotOneLine => {
            format!("The {sort} {shown} runs over more than one line, or has a tab in it.")
        }
        NameFault::ShowsNothing => {
            let fact = format!("The {sort} {shown} has a character in it that does not show.");
            let remedy = "Type it again. Such characters come along where a text is copied.";
            return worded(&codes::BAD_TEXT, fact, remedy);
        }
    };
    let remedy = match sort {
        "id" => "Give it a short id, such as west-yorkshire.",
        _ => "Give it a short name, such as Opening meeting.",
    };
    worded(&codes::BAD_TEXT, fact, remedy)
}

/// Neither a date nor a time before or after a milestone; perhaps a date that is written in another way.
fn no_moment(text: &str, words: &[&'static str]) -> Worded {
    if dates::meant(text).is_some() {
        return dates::not_iso(text);
    }
    let remedy = did_you_mean(text, words.iter().copied(), || {
        "Write a date, such as 2027-02-08, or such as: 5 days before publication.".to_owned()
    });
    let fact = format!(
        "{} is neither a date nor a time before or after a milestone.",
        quote(text)
    );
    worded(&codes::NOT_A_CHOICE, fact, remedy)
}
