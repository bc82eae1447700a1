//! Ctrl-C: the program stops at once, but never in the middle of writing.

use super::write::writing;

/// What the shell expects of a program that was interrupted.
const INTERRUPTED: i32 = 130;

/// From now on Ctrl-C, or a request to end, leaves no half-written and no stray file. Call it once, at the start.
///
/// # Errors
/// When the system does not let the handler be set.
pub fn install_interrupt_handler() -> Result<(), ctrlc::Error> {
    ctrlc::set_handler(|| on_interrupt())
}

/// Waits until files that are being written are whole and in their places, then ends the program with code 130.
///
/// It ends without what is usually done at the end of a program: the solver's own threads would be waited for or taken apart while they
/// still work, so that the program hung, or crashed.
#[expect(clippy::print_stderr, reason = "whatever else runs is cut off here")]
pub fn on_interrupt() -> ! {
    let _writing = writing();
    eprintln!("\nStopped. No file is half-written.");
    signal_hook::low_level::exit(INTERRUPTED)
}
