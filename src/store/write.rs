//! Writing into a folder that may hold other files: all files or none, and never over a file of the user's own.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::changes::{Change, HeldFolder, is_under_way};
use super::disk::Disk;
use super::file_list::{FILE_LIST, FileList, digest};
use super::safe_name::is_plain;
use super::write_error::{WriteError, held, system};

/// Held while files are written, so that an interrupt waits until the last one is whole.
static WRITING: Mutex<()> = Mutex::new(());

/// What became of the files of an earlier run that this one does not have.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Earlier {
    /// Those that this program wrote and nobody changed: they are gone.
    pub removed: Vec<String>,
    /// Those that it did not write, or that were changed since: they are left as they are.
    pub left: Vec<String>,
}

/// Writes the files into a folder, which is made if need be: all of them, or none. A file that is already there is replaced only if this
/// program wrote it and nobody changed it since, as [`FILE_LIST`] tells. What has the same bytes already is not written again.
///
/// # Errors
/// [`WriteError`]; every file is as it was, and no stray one is left.
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
    write_set(dir, files, |_| false).map(|_| ())
}

/// The same, where the files are a set: what an earlier run wrote of it and this one does not have goes, if nobody changed it. `of_set`
/// says of a name whether it belongs to the set.
///
/// # Errors
/// As [`write_all`].
pub fn write_set<B: AsRef<[u8]>>(
    dir: &Path,
    files: &[(String, B)],
    of_set: impl Fn(&str) -> bool,
) -> Result<Earlier, WriteError> {
    write_on(&Disk::default(), dir, files, of_set)
}

pub(super) fn write_on<B: AsRef<[u8]>>(
    disk: &Disk,
    dir: &Path,
    files: &[(String, B)],
    of_set: impl Fn(&str) -> bool,
) -> Result<Earlier, WriteError> {
    let _writing = writing();
    check_names(files)?;
    if dir.exists() && !dir.is_dir() {
        return Err(WriteError::NotAFolder(dir.to_owned()));
    }
    let is_new = !dir.exists();
    fs::create_dir_all(dir).map_err(|source| system(dir, source))?;
    let written = write_into(disk, dir, files, of_set);
    if is_new && written.is_err() {
        // Only where nothing is in it.
        #[expect(
            clippy::let_underscore_must_use,
            reason = "an empty folder does no harm"
        )]
        let _ = fs::remove_dir(dir);
    }
    written
}

fn write_into<B: AsRef<[u8]>>(
    disk: &Disk,
    dir: &Path,
    files: &[(String, B)],
    of_set: impl Fn(&str) -> bool,
) -> Result<Earlier, WriteError> {
    let folder = HeldFolder::hold(disk, dir)?;
    let (mut changes, list, earlier) = match changes(dir, files, of_set) {
        Ok(found) => found,
        Err(error) => {
            folder.let_go();
            return Err(error);
        }
    };
    let listed = fs::read(dir.join(FILE_LIST)).ok();
    if listed.as_deref() != Some(list.as_bytes()) {
        changes.push(Change {
            name: FILE_LIST.to_owned(),
            bytes: Some(list.as_bytes()),
            replaces: listed.is_some(),
        });
    }
    folder.make(&changes)?;
    Ok(earlier)
}

/// What is to change in the folder, the list of our files then, and what becomes of earlier ones.
type Changes<'b> = (Vec<Change<'b>>, String, Earlier);

fn changes<'b, B: AsRef<[u8]>>(
    dir: &Path,
    files: &'b [(String, B)],
    of_set: impl Fn(&str) -> bool,
) -> Result<Changes<'b>, WriteError> {
    let mut ours = FileList::read(dir)?;
    check_replaceable(&dir.join(FILE_LIST))?;
    let mut changes = Vec::with_capacity(files.len() + 1);
    for (name, bytes) in files {
        let bytes = bytes.as_ref();
        let there = there(dir, name, Some(bytes), &ours)?;
        if there != There::TheSame {
            changes.push(Change {
                name: name.clone(),
                bytes: Some(bytes),
                replaces: there == There::Ours,
            });
        }
        ours.put(name, digest(bytes));
    }
    let mut earlier = Earlier::default();
    for name in names_of_set(dir, files, of_set, &ours)? {
        match there(dir, &name, None, &ours) {
            Ok(There::Ours) => {
                changes.push(Change {
                    name: name.clone(),
                    bytes: None,
                    replaces: true,
                });
                ours.forget(&name);
                earlier.removed.push(name);
            }
            Ok(There::Nothing | There::TheSame) => ours.forget(&name),
            Err(WriteError::NotOurs(_)) => earlier.left.push(name),
            Err(error) => return Err(error),
        }
    }
    Ok((changes, ours.text(), earlier))
}

/// The names that belong to the set, in the folder or in the list, and are not to be written now; each once and in order.
fn names_of_set<B>(
    dir: &Path,
    files: &[(String, B)],
    of_set: impl Fn(&str) -> bool,
    ours: &FileList,
) -> Result<Vec<String>, WriteError> {
    let mut names: Vec<String> = ours.names().map(str::to_owned).collect();
    for entry in fs::read_dir(dir).map_err(|source| system(dir, source))? {
        let entry = entry.map_err(|source| system(dir, source))?;
        if entry.path().is_file() {
            names.extend(entry.file_name().into_string().ok());
        }
    }
    names.sort();
    names.dedup();
    let written: Vec<String> = files.iter().map(|(name, _)| name.to_lowercase()).collect();
    names.retain(|name| of_set(name) && !written.contains(&name.to_lowercase()));
    Ok(names)
}

/// Whether files of these names could be written into the folder, before their contents are known: one that is
/// there already is replaced only if this program wrote it and nobody changed it since. What an ended run left half-done is put right.
///
/// # Errors
/// [`WriteError`], as [`write_all`] would say. Nothing new is written or made.
pub fn check_writable(dir: &Path, names: &[&str]) -> Result<(), WriteError> {
    let _writing = writing();
    if !dir.exists() {
        return Ok(());
    }
    if !dir.is_dir() {
        return Err(WriteError::NotAFolder(dir.to_owned()));
    }
    if is_under_way(dir) {
        HeldFolder::hold(&Disk::default(), dir)?.let_go();
    }
    let ours = FileList::read(dir)?;
    for name in names {
        there(dir, name, None, &ours)?;
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
        let lower = name.to_lowercase();
        if !is_plain(name) || seen.contains(&lower) {
            return Err(WriteError::BadName(name.clone()));
        }
        seen.push(lower);
    }
    Ok(())
}

/// What has a name already, where it may be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum There {
    Nothing,
    /// The very bytes that are to be written, whoever wrote them.
    TheSame,
    Ours,
}

/// What has the name; an error if it is not ours, or cannot be replaced.
fn there(
    dir: &Path,
    name: &str,
    bytes: Option<&[u8]>,
    ours: &FileList,
) -> Result<There, WriteError> {
    let target = dir.join(name);
    match fs::symlink_metadata(&target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(There::Nothing),
        Err(error) => return Err(system(&target, error)),
        Ok(there) if !there.is_file() => return Err(WriteError::NotOurs(target)),
        Ok(_) => {}
    }
    let there = fs::read(&target).map_err(|source| system(&target, source))?;
    if bytes.is_some_and(|bytes| there == bytes) {
        Ok(There::TheSame)
    } else if ours.has(name, &digest(&there)) {
        check_replaceable(&target)?;
        Ok(There::Ours)
    } else {
        Err(WriteError::NotOurs(target))
    }
}

/// Whether nobody holds a file, and it is not protected: better to hear of it before anything is changed.
fn check_replaceable(target: &Path) -> Result<(), WriteError> {
    let refused = |source| held(target, source);
    match fs::metadata(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(refused(error)),
        Ok(there) if there.permissions().readonly() => {
            let source = io::Error::new(io::ErrorKind::PermissionDenied, "it is write-protected");
            return Err(refused(source));
        }
        Ok(_) => {}
    }
    let opened = fs::OpenOptions::new().write(true).open(target);
    opened.map(|_| ()).map_err(refused)
}
