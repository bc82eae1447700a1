//! How a command ends: its exit code, and why it came to no end of its own.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use super::say::complain;
use crate::documents::OutputError;
use crate::optimise::Fault;

/// How a command ends; the number is the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    Done = 0,
    BadInput = 1,
    WrongUsage = 2,
    NoPlan = 3,
    BrokenRule = 4,
    Fault = 5,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        ExitCode::from(ending as u8)
    }
}

/// Runs a command to its end.
///
/// A panic, of whichever thread, is a fault of Assize itself like any other: what it was stands on standard error already.
pub(super) fn of(command: impl FnOnce() -> Result<Ending, Failure>) -> Ending {
    let panicked = |_| {
        let outcome = "may have left its work half done";
        Err(Failure::Fault(blameless(outcome)))
    };
    let ended = catch_unwind(AssertUnwindSafe(command)).unwrap_or_else(panicked);
    ended.unwrap_or_else(Failure::end)
}

/// Why a command could not go on.
#[derive(Debug)]
pub(super) enum Failure {
    /// The input, or a file: in words for the user, with what to do.
    Trouble(String),
    /// Assize itself failed: in words, what happened.
    Fault(String),
}

impl From<String> for Failure {
    fn from(words: String) -> Self {
        Self::Trouble(words)
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Fault(format!("{}\n{fault}", blameless("nothing was written")))
    }
}

impl From<OutputError> for Failure {
    fn from(error: OutputError) -> Self {
        Self::Fault(format!("{}\n{error}", blameless("nothing was written")))
    }
}

/// That Assize is to blame and nobody else, and what has become of the files.
pub(super) fn blameless(outcome: &str) -> String {
    format!(
        "Assize failed, and {outcome}. This is a fault of its own: it says nothing of your tables, nor of whether there is a plan."
    )
}

impl Failure {
    /// The same, where something had been done already.
    pub(super) fn after(self, done: &str) -> Self {
        match self {
            Self::Trouble(words) => Self::Trouble(format!("{done}\n{words}")),
            Self::Fault(words) => Self::Fault(format!("{done}\n{words}")),
        }
    }

    /// Says what happened, and how the command ends then.
    pub(super) fn end(self) -> Ending {
        match self {
            Self::Trouble(words) => {
                complain(&words);
                Ending::BadInput
            }
            Self::Fault(words) => {
                complain(&words);
                Ending::Fault
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use rayon::prelude::*;

    use super::*;

    #[test]
    fn a_panic_in_any_thread_is_a_fault() {
        let of_its_own = of(|| panic!("a test wanted it so"));
        let of_a_worker = of(|| {
            let work = |number: i32| assert!(number < 5, "a test wanted it so");
            (0..10).into_par_iter().for_each(work);
            Ok(Ending::Done)
        });
        assert_eq!([of_its_own, of_a_worker], [Ending::Fault; 2]);
    }

    #[test]
    fn what_the_input_has_to_blame_for_is_none() {
        let trouble = || Err(Failure::from("a test wanted it so".to_owned()));
        assert_eq!(of(trouble), Ending::BadInput);
    }
}
