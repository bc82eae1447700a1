//! Writing into a folder that may hold other files: each file whole or not at all, and never over a file of the user's own.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;

/// The list, in the output folder, of the files that this program wrote there, each with its SHA-256.
pub const FILE_LIST: &str = "assize-files.txt";

/// Held while files are written, so that an interrupt waits until the last one is whole.
static WRITING: Mutex<()> = Mutex::new(());

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The output folder is a file.
    #[error("{0} is a file, not a folder. Name another folder with --out.")]
    NotAFolder(PathBuf),
    /// A file of that name is not ours, or was changed since we wrote it.
    #[error(
        "{0} was not written by this program, or was changed since. It is kept, and nothing was written. \
         Name another folder with --out, or move that file away."
    )]
    NotOurs(PathBuf),
    /// A folder that should be new has something in it, or is a file.
    #[error(
        "{0} is already there and not empty. Choose a new name, so that nothing of yours is lost."
    )]
    NotEmpty(PathBuf),
    /// Two outputs have one name, or a name that is not a plain file name.
    #[error("An output cannot be called {0:?}. Nothing was written. Please report this.")]
    BadName(String),
    /// The system refused.
    #[error(
        "{path} cannot be written: {source}. Check that the folder exists, that you may write there and that there is room."
    )]
    System {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// A file ready to take its place.
struct Ready {
    temporary: NamedTempFile,
    target: PathBuf,
    replaces: bool,
}

/// Writes the files into a folder, which is made if need be. Every file is first written whole beside its place
/// and then moved there; a file that is already there is replaced only if this program wrote it and nobody changed
/// it since, as [`FILE_LIST`] tells.
///
/// # Errors
/// [`WriteError`]; no half-written or stray file is left.
///
/// # Examples
///
/// ```
/// use std::fs;
///
/// use assize::store::{WriteError, write_all};
///
/// let place = tempfile::tempdir().expect("a folder");
/// let out = place.path().join("out");
/// write_all(&out, &[("scores.csv".to_owned(), "site,total\n")])?;
/// // What it wrote it may write anew; what somebody changed since, it may not.
/// write_all(&out, &[("scores.csv".to_owned(), "site,points\n")])?;
/// fs::write(out.join("scores.csv"), "my own notes").expect("written");
/// let refused = write_all(&out, &[("scores.csv".to_owned(), "site,total\n")]);
/// assert!(matches!(refused, Err(WriteError::NotOurs(_))));
/// # Ok::<(), WriteError>(())
/// ```
pub fn write_all<B: AsRef<[u8]>>(dir: &Path, files: &[(String, B)]) -> Result<(), WriteError> {
    let _writing = writing();
    check_names(files)?;
    if dir.exists() && !dir.is_dir() {
        return Err(WriteError::NotAFolder(dir.to_owned()));
    }
    fs::create_dir_all(dir).map_err(|source| system(dir, source))?;
    let mut ours = read_list(dir)?;
    let mut ready = Vec::with_capacity(files.len());
    for (name, bytes) in files {
        let bytes = bytes.as_ref();
        let target = dir.join(name);
        let replaces = may_replace(&target, name, Some(bytes), &ours)?;
        ready.push(Ready {
            temporary: temporary(dir, bytes)?,
            target,
            replaces,
        });
        ours.entry(name.clone()).or_default().push(digest(bytes));
    }
    // The list names old and new contents while files change places, so that a power cut between two of them
    // does not make strangers of our own files.
    put_list(dir, &ours)?;
    for file in ready {
        put(file)?;
    }
    for (name, bytes) in files {
        ours.insert(name.clone(), vec![digest(bytes.as_ref())]);
    }
    put_list(dir, &ours)?;
    sync_folder(dir);
    Ok(())
}

/// Whether files of these names could be written into the folder, before their contents are known: one that is
/// there already is replaced only if this program wrote it and nobody changed it since.
///
/// # Errors
/// [`WriteError`], as [`write_all`] would say. Nothing is written or made.
pub fn check_writable(dir: &Path, names: &[&str]) -> Result<(), WriteError> {
    if !dir.exists() {
        return Ok(());
    }
    if !dir.is_dir() {
        return Err(WriteError::NotAFolder(dir.to_owned()));
    }
    let ours = read_list(dir)?;
    for name in names {
        may_replace(&dir.join(name), name, None, &ours)?;
    }
    Ok(())
}

/// Waits until no file is being written; nothing is written while the guard lives.
pub(super) fn writing() -> MutexGuard<'static, ()> {
    WRITING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Plain names, no two of which could be one file where upper and lower case are the same.
pub(super) fn check_names<B>(files: &[(String, B)]) -> Result<(), WriteError> {
    let mut seen = vec![FILE_LIST.to_lowercase()];
    for (name, _) in files {
        let plain = Path::new(name)
            .file_name()
            .is_some_and(|file| file == name.as_str());
        let lower = name.to_lowercase();
        if !plain || name.contains('\\') || seen.contains(&lower) {
            return Err(WriteError::BadName(name.clone()));
        }
        seen.push(lower);
    }
    Ok(())
}

/// Whether there is a file to replace; an error if it is not ours. The same bytes may always be written again.
fn may_replace(
    target: &Path,
    name: &str,
    bytes: Option<&[u8]>,
    ours: &BTreeMap<String, Vec<String>>,
) -> Result<bool, WriteError> {
    match fs::symlink_metadata(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(system(target, error)),
        Ok(there) if !there.is_file() => return Err(WriteError::NotOurs(target.to_owned())),
        Ok(_) => {}
    }
    let there = fs::read(target).map_err(|source| system(target, source))?;
    let listed = ours.get(name);
    if bytes.is_some_and(|bytes| there == bytes)
        || listed.is_some_and(|digests| digests.contains(&digest(&there)))
    {
        Ok(true)
    } else {
        Err(WriteError::NotOurs(target.to_owned()))
    }
}

/// The contents, safe on the disk under a passing name, which vanishes unless it is moved into place.
fn temporary(dir: &Path, bytes: &[u8]) -> Result<NamedTempFile, WriteError> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".assize-").suffix(".part");
    // As readable as any file the user makes: the system takes the user's own mask off this.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let write = || {
        let mut file = builder.tempfile_in(dir)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        Ok(file)
    };
    write().map_err(|source| system(dir, source))
}

fn put(file: Ready) -> Result<(), WriteError> {
    let moved = if file.replaces {
        file.temporary.persist(&file.target)
    } else {
        file.temporary.persist_noclobber(&file.target)
    };
    match moved {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
            Err(WriteError::NotOurs(file.target))
        }
        Err(error) => Err(system(&file.target, error.error)),
    }
}

/// The files of ours, each with the digests of what we wrote.
fn read_list(dir: &Path) -> Result<BTreeMap<String, Vec<String>>, WriteError> {
    let path = dir.join(FILE_LIST);
    let text = match fs::read(&path) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(system(&path, error)),
    };
    let mut ours: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((digest, name)) = line.split_once("  ") {
            ours.entry(name.to_owned())
                .or_default()
                .push(digest.to_owned());
        }
    }
    Ok(ours)
}

fn put_list(dir: &Path, ours: &BTreeMap<String, Vec<String>>) -> Result<(), WriteError> {
    let mut text = String::from(
        "# Files that Assize wrote in this folder, with their SHA-256. Assize replaces a file only while it matches\n\
         # this list: one that you changed, or put here yourself, is kept.\n",
    );
    for (name, digests) in ours {
        for digest in digests {
            text.push_str(&format!("{digest}  {name}\n"));
        }
    }
    put(Ready {
        temporary: temporary(dir, text.as_bytes())?,
        target: dir.join(FILE_LIST),
        replaces: true,
    })
}

/// SHA-256 in hex.
fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Makes the moves themselves last through a power cut, where the system can.
fn sync_folder(dir: &Path) {
    if let Ok(folder) = File::open(dir) {
        #[expect(
            clippy::let_underscore_must_use,
            reason = "the files are whole either way, and some systems cannot sync a folder"
        )]
        let _ = folder.sync_all();
    }
}

pub(super) fn system(path: &Path, source: io::Error) -> WriteError {
    WriteError::System {
        path: path.to_owned(),
        source,
    }
}
