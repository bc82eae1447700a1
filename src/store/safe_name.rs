//! File names: made from ids, and as they are shown.

use std::path::Path;

use sha2::{Digest, Sha256};

use crate::domain::printable;

/// A file name made from an id: letters, digits, `-`, `_` and `.` as they are, anything else as `-`.
///
/// An id that had to be changed gets a few digits of its SHA-256, so that two ids never share a name; so does one
/// that Windows keeps for itself, such as `con`.
pub fn safe_name(id: &str) -> String {
    const LONGEST: usize = 80;
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.');
    let mut name: String = id
        .chars()
        .take(LONGEST)
        .map(|letter| if plain(letter) { letter } else { '-' })
        .collect();
    if name.is_empty() || name.starts_with(['.', '-']) {
        name.insert(0, '_');
    }
    if name == id && !name.ends_with('.') && !is_device(&name) {
        return name;
    }
    let digest: String = Sha256::digest(id.as_bytes())
        .iter()
        .take(4)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("{}-{digest}", name.replace('.', "-").trim_end_matches('-'))
}

/// Names that stand for devices on Windows, with whatever ending.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    let numbered = |prefix: &str| {
        let rest = stem.strip_prefix(prefix);
        rest.is_some_and(|rest| rest.len() == 1 && rest.chars().all(|c| c.is_ascii_digit()))
    };
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

/// Whether a name is one of a file in the folder itself: also one that was read from the disk, for whoever changed it there must not
/// lead us elsewhere.
pub(super) fn is_plain(name: &str) -> bool {
    let file_name = Path::new(name).file_name();
    let is_strange = name.contains('\\') || name.contains(char::is_control);
    file_name.is_some_and(|file| file == name) && !is_strange
}

/// A path as it is shown: on one line, and without marks that make it say something else.
pub fn shown_path(path: &Path) -> String {
    printable(&path.to_string_lossy())
}
