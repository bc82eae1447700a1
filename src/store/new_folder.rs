//! A new folder, whole or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::changes::{Change, HeldFolder, is_under_way};
use super::disk::Disk;
use super::file_list::digest;
use super::journal::Journal;
use super::write::{check_names, writing};
use super::write_error::{WriteError, system};

/// Writes the files into a folder that is new or empty. Those of a new one are first written into a passing folder beside it,
/// which then takes its name.
///
/// # Errors
/// [`WriteError`]; no half-written or stray folder is left. Where the program is ended half-way, the next one that writes this folder
/// takes away what is left.
pub fn write_new<B: AsRef<[u8]>>(dir: &Path, files: &[(String, B)]) -> Result<(), WriteError> {
    write_new_on(&Disk::default(), dir, files)
}

pub(super) fn write_new_on<B: AsRef<[u8]>>(
    disk: &Disk,
    dir: &Path,
    files: &[(String, B)],
) -> Result<(), WriteError> {
    let _writing = writing();
    check_names(files)?;
    if dir.is_dir() {
        return fill_empty(disk, dir, files);
    }
    check_empty(dir)?;
    let beside = match dir.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    fs::create_dir_all(beside).map_err(|source| system(beside, source))?;
    // Names that follow from the folder's own, so that whoever writes it again finds them.
    let name = dir.file_name().unwrap_or(dir.as_os_str());
    let token = digest(name.as_encoded_bytes());
    let token = token.get(..16).unwrap_or_default();
    let path = beside.join(format!(".assize-{token}.part"));
    let (mut journal, left) = Journal::hold(&beside.join(format!(".assize-{token}.writing")))?;
    let mut passing = PassingFolder {
        path,
        is_ours: left == BEGUN,
    };
    let made = passing
        .take_away()
        .and_then(|()| journal.begin(disk, BEGUN))
        .map_err(|source| system(dir, source))
        .and_then(|()| passing.fill(disk, dir, files));
    // What cannot be taken away now is taken away when this folder is next written.
    if passing.take_away().is_ok() {
        #[expect(
            clippy::let_underscore_must_use,
            reason = "no file of the user's is touched by it"
        )]
        let _ = journal.close(disk);
    }
    made
}

/// Writes the files into a folder that is there and empty: it may be the one that the user is in, or have its name by a link, so that no
/// other can take its place.
fn fill_empty<B: AsRef<[u8]>>(
    disk: &Disk,
    dir: &Path,
    files: &[(String, B)],
) -> Result<(), WriteError> {
    if is_under_way(dir) {
        HeldFolder::hold(disk, dir)?.let_go();
    }
    check_empty(dir)?;
    let changes = files.iter().map(|(name, bytes)| Change {
        name: name.clone(),
        bytes: Some(bytes.as_ref()),
        replaces: false,
    });
    let changes: Vec<Change<'_>> = changes.collect();
    HeldFolder::hold(disk, dir)?.make(&changes)
}

/// What the journal says once a passing folder may be there.
const BEGUN: &str = "begun\n";

/// A new folder under a name of its own.
struct PassingFolder {
    path: PathBuf,
    /// Whether what has that name was made by this program.
    is_ours: bool,
}

impl PassingFolder {
    fn take_away(&mut self) -> io::Result<()> {
        if self.is_ours && self.path.exists() {
            fs::remove_dir_all(&self.path)?;
        }
        self.is_ours = false;
        Ok(())
    }

    /// Makes it, fills it, and gives it its name.
    fn fill<B: AsRef<[u8]>>(
        &mut self,
        disk: &Disk,
        dir: &Path,
        files: &[(String, B)],
    ) -> Result<(), WriteError> {
        let failed = |source| system(dir, source);
        disk.create_folder(&self.path).map_err(failed)?;
        self.is_ours = true;
        for (name, bytes) in files {
            let made = disk.create(&self.path.join(name), bytes.as_ref());
            made.map_err(|source| system(&dir.join(name), source))?;
        }
        disk.rename(&self.path, dir).map_err(failed)?;
        // It has its name now.
        self.is_ours = false;
        Ok(())
    }
}

/// A folder that is not there, or has nothing in it.
fn check_empty(dir: &Path) -> Result<(), WriteError> {
    match fs::read_dir(dir) {
        Ok(mut entries) => match entries.next() {
            Some(_) => Err(WriteError::NotEmpty(dir.to_owned())),
            None => Ok(()),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            Err(WriteError::NotEmpty(dir.to_owned()))
        }
        Err(error) => Err(system(dir, error)),
    }
}

#[cfg(test)]
mod tests;
