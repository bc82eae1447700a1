//! The bytes of a file, or why they cannot be read.

use std::fs;
use std::io;
use std::path::Path;

use crate::input::problems::{Origin, Problems, codes};

/// The content of a file; `None`, with the problem noted, where it cannot be read.
pub(in crate::input) fn bytes(
    path: &Path,
    origin: &Origin,
    problems: &Problems,
) -> Option<Vec<u8>> {
    let read = match fs::metadata(path) {
        Ok(found) if found.is_dir() => Err(io::Error::from(io::ErrorKind::IsADirectory)),
        // Reading a pipe or a device may never end.
        Ok(found) if !found.is_file() => {
            let fact = format!("{} is not an ordinary file.", origin.spoken());
            let remedy = "Replace it by a file that is saved on the disk.";
            problems.add(&codes::UNREADABLE, origin.whole(), fact, remedy);
            return None;
        }
        Ok(_) => fs::read(path),
        Err(error) => Err(error),
    };
    read.map_err(|error| unreadable(origin, &error, problems))
        .ok()
}

/// Notes why a file or folder cannot be read.
pub(super) fn unreadable(origin: &Origin, error: &io::Error, problems: &Problems) {
    let (code, what, remedy) = match error.kind() {
        io::ErrorKind::NotFound => (
            &codes::MISSING_FILE,
            "does not exist".to_owned(),
            "Check the name and where it lies.",
        ),
        io::ErrorKind::PermissionDenied => (
            &codes::UNREADABLE,
            "cannot be opened: you do not have permission to read it".to_owned(),
            "Ask for permission, or copy it to a folder of your own.",
        ),
        io::ErrorKind::IsADirectory => (
            &codes::UNREADABLE,
            "is a folder, not a file".to_owned(),
            "Replace it by the file, or rename the folder.",
        ),
        _ => (
            &codes::UNREADABLE,
            format!("cannot be read: {error}"),
            "Close it in other programs and try again.",
        ),
    };
    problems.add(
        code,
        origin.whole(),
        format!("{} {what}.", origin.spoken()),
        remedy,
    );
}
