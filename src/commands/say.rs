//! What a command says, whoever listens.

use std::io::{self, ErrorKind, Write};

use crate::documents;
use crate::documents::views::Heading;

/// Writes a text and a line end to standard output.
///
/// A reader who has heard enough, such as `head`, ends it quietly: the pipe is broken, and nothing is wrong.
///
/// # Errors
/// That it could not be written, such as to a disk that is full.
pub(super) fn say(text: &str) -> Result<(), String> {
    let mut out = io::stdout().lock();
    let written = writeln!(out, "{text}").and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(format!(
            "What there is to say cannot be written to standard output: {error}."
        )),
        _ => Ok(()),
    }
}

/// Writes a text and a line end to standard error.
pub(super) fn complain(text: &str) {
    #[expect(
        clippy::let_underscore_must_use,
        reason = "there is nobody left to tell"
    )]
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// A text under the marking, the title and the scenario, as every screen that tells of a plan has them.
pub(super) fn headed(heading: &Heading, text: &str) -> String {
    let mut lines = documents::opening(heading);
    lines.extend([String::new(), text.to_owned()]);
    lines.join("\n")
}
