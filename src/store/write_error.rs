//! Why nothing was written.

use std::io;
use std::path::{Path, PathBuf};

use super::safe_name::shown_path;

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The output folder is a file.
    #[error("{} is a file, not a folder. Name another folder with --out.", shown_path(.0))]
    NotAFolder(PathBuf),
    /// A file of that name is not ours, or was changed since we wrote it.
    #[error(
        "{} was not written by this program, or was changed since. It is kept, and nothing was written. \
         Name another folder with --out, or move that file away.",
        shown_path(.0)
    )]
    NotOurs(PathBuf),
    /// A folder that should be new has something in it, or is a file.
    #[error(
        "{} is already there and not empty. Choose a new name, so that nothing of yours is lost.",
        shown_path(.0)
    )]
    NotEmpty(PathBuf),
    /// Two outputs have one name, or a name that is not a plain file name.
    #[error("An output cannot be called {0:?}. Nothing was written. Please report this.")]
    BadName(String),
    /// A file that is to be replaced, or removed, is held by another program or protected.
    #[error(
        "{} cannot be replaced: {source}. No file was changed. Close it in any other program, such as Excel, see that \
         it is not write-protected, and give the same command again.",
        shown_path(.path)
    )]
    Held {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Another run is at work there.
    #[error(
        "Assize is just writing into {} from another window. Nothing was written. Wait until that is done.",
        shown_path(.0)
    )]
    Busy(PathBuf),
    /// Something failed half-way, and not all could be put back.
    #[error(
        "{cause} Not every file could be put back as it was: {source}. Assize puts the rest back when it next writes into \
         that folder."
    )]
    HalfDone {
        /// What failed first.
        cause: Box<WriteError>,
        /// What the system says of putting back.
        source: io::Error,
    },
    /// The system refused.
    #[error(
        "{} cannot be written: {source}. Check that the folder exists, that you may write there and that there is room.",
        shown_path(.path)
    )]
    System {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// That the system refused.
pub(super) fn system(path: &Path, source: io::Error) -> WriteError {
    WriteError::System {
        path: path.to_owned(),
        source,
    }
}

/// That a file cannot be replaced.
pub(super) fn held(path: &Path, source: io::Error) -> WriteError {
    WriteError::Held {
        path: path.to_owned(),
        source,
    }
}
