//! Changes to several files of a folder: all of them, or none.
//!
//! What is new is first written whole under passing names, and what is old gets a second one. Only then do files change places. If that
//! fails half-way, or the program is ended, the old files are put back: at once, or by the next run, as [`Journal`] tells.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::file_list::digest;
use super::journal::{self, Journal};
use super::safe_name::is_plain;
use super::write_error::{WriteError, held, system};

/// The journal of an output folder.
const JOURNAL: &str = ".assize-writing";

/// From here on files change places.
const CHANGING: &str = "changing";

/// From here on only what is old is left to take away.
const DONE: &str = "done";

/// What stands for a digest where a file is to go.
const GOES: &str = "goes";

/// One change.
#[derive(Debug)]
pub(super) struct Change<'b> {
    pub(super) name: String,
    /// The new content; `None` where the file is to go.
    pub(super) bytes: Option<&'b [u8]>,
    /// Whether there is a file already.
    pub(super) replaces: bool,
}

/// A change as the journal has it.
#[derive(Debug)]
struct Entry {
    name: String,
    /// The digest of the new content; `None` where the file is to go.
    digest: Option<String>,
    replaces: bool,
    /// The passing name of the new content.
    part: PathBuf,
    /// The passing name of the old file.
    was: PathBuf,
}

/// A folder that nobody else writes into meanwhile, and in which nothing is left half-done.
#[derive(Debug)]
pub(super) struct HeldFolder<'d> {
    disk: &'d Disk,
    dir: PathBuf,
    journal: Journal,
}

/// Whether a run was ended half-way in this folder, or is at work there.
pub(super) fn is_under_way(dir: &Path) -> bool {
    journal::is_there(&dir.join(JOURNAL))
}

impl<'d> HeldFolder<'d> {
    /// Takes hold of a folder, and puts right what an ended run left there.
    ///
    /// # Errors
    /// [`WriteError`].
    pub(super) fn hold(disk: &'d Disk, dir: &Path) -> Result<Self, WriteError> {
        let path = dir.join(JOURNAL);
        let (journal, left) = Journal::hold(&path)?;
        if !is_sound(dir, &left) {
            return Err(WriteError::NotOurs(path));
        }
        put_right(disk, dir, &left).map_err(|source| system(dir, source))?;
        let dir = dir.to_owned();
        Ok(Self { disk, dir, journal })
    }

    /// Lets go of it without any change.
    pub(super) fn let_go(self) {
        // What cannot be taken away now is taken away by the next run.
        #[expect(
            clippy::let_underscore_must_use,
            reason = "no file of the user's is touched by it"
        )]
        let _ = self.journal.close(self.disk);
    }

    /// Makes all the changes, or none.
    ///
    /// # Errors
    /// [`WriteError`], with every file as it was.
    pub(super) fn make(mut self, changes: &[Change<'_>]) -> Result<(), WriteError> {
        if changes.is_empty() {
            self.let_go();
            return Ok(());
        }
        let lines = lines(changes);
        let entries = entries(&self.dir, &lines);
        let mut state = lines.clone();
        let made = self.make_in_order(changes, &entries, &lines, &mut state);
        if let Err(cause) = made {
            return Err(match put_right(self.disk, &self.dir, &state) {
                Ok(()) => {
                    self.let_go();
                    cause
                }
                Err(source) => WriteError::HalfDone {
                    cause: Box::new(cause),
                    source,
                },
            });
        }
        // All is as it should be: what cannot be taken away now is taken away by the next run.
        if put_right(self.disk, &self.dir, &state).is_ok() {
            self.let_go();
        }
        Ok(())
    }

    /// The changes in their order; `state` follows what the journal says.
    fn make_in_order(
        &mut self,
        changes: &[Change<'_>],
        entries: &[Entry],
        lines: &str,
        state: &mut String,
    ) -> Result<(), WriteError> {
        let (disk, dir) = (self.disk, self.dir.clone());
        let failed = |source| system(&dir, source);
        self.journal.begin(disk, lines).map_err(failed)?;
        for (change, entry) in changes.iter().zip(entries) {
            let target = dir.join(&change.name);
            if let Some(bytes) = change.bytes {
                let made = disk.create(&entry.part, bytes);
                made.map_err(|source| system(&target, source))?;
            }
            if change.replaces {
                let kept = disk.keep_as(&target, &entry.was);
                kept.map_err(|source| held(&target, source))?;
            }
        }
        self.journal.note(disk, CHANGING).map_err(failed)?;
        state.push_str(&format!("{CHANGING}\n"));
        for (change, entry) in changes.iter().zip(entries) {
            let target = dir.join(&change.name);
            let changed = match (change.bytes, change.replaces) {
                (Some(_), true) => disk.rename(&entry.part, &target),
                (Some(_), false) => disk.rename_to_new(&entry.part, &target),
                (None, _) => disk.remove(&target),
            };
            changed.map_err(|source| match source.kind() {
                io::ErrorKind::AlreadyExists => WriteError::NotOurs(target.clone()),
                _ => held(&target, source),
            })?;
        }
        sync(&dir);
        self.journal.note(disk, DONE).map_err(failed)?;
        state.push_str(&format!("{DONE}\n"));
        Ok(())
    }
}

/// What the journal says of the changes, a line each.
fn lines(changes: &[Change<'_>]) -> String {
    let line = |change: &Change<'_>| {
        let digest = change.bytes.map_or(GOES.to_owned(), digest);
        let there = if change.replaces { "there" } else { "new" };
        format!("{digest} {there} {}\n", change.name)
    };
    changes.iter().map(line).collect()
}

/// The changes that the lines of a journal speak of; a line that was cut short is not one.
fn entries(dir: &Path, lines: &str) -> Vec<Entry> {
    let whole = lines
        .split_inclusive('\n')
        .filter_map(|line| line.strip_suffix('\n'));
    let changes: Vec<&str> = whole
        .take_while(|line| ![CHANGING, DONE].contains(line))
        .collect();
    // Passing names that nobody else has: they follow from the very changes.
    let token = digest(changes.join("\n").as_bytes());
    let token = token.get(..16).unwrap_or_default();
    let entry = |(number, line): (usize, &&str)| {
        let mut words = line.splitn(3, ' ');
        let (digest, there, name) = (words.next()?, words.next()?, words.next()?);
        Some(Entry {
            name: name.to_owned(),
            digest: (digest != GOES).then(|| digest.to_owned()),
            replaces: there == "there",
            part: dir.join(format!(".assize-{token}-{number}.part")),
            was: dir.join(format!(".assize-{token}-{number}.was")),
        })
    };
    changes.iter().enumerate().filter_map(entry).collect()
}

/// Whether the lines of a journal speak of files in the folder itself, and of nothing else.
fn is_sound(dir: &Path, lines: &str) -> bool {
    let whole = lines
        .split_inclusive('\n')
        .filter(|line| line.ends_with('\n') && ![CHANGING, DONE].contains(&line.trim_end()));
    let entries = entries(dir, lines);
    entries.len() == whole.count() && entries.iter().all(|entry| is_plain(&entry.name))
}

/// Puts right what the lines of a journal speak of: files that had begun to change places are as they were, unless all had changed; and
/// no passing name is left.
fn put_right(disk: &Disk, dir: &Path, lines: &str) -> io::Result<()> {
    let says = |word: &str| {
        lines
            .split_inclusive('\n')
            .any(|line| line.strip_suffix('\n') == Some(word))
    };
    let entries = entries(dir, lines);
    if says(CHANGING) && !says(DONE) {
        for entry in entries.iter().rev() {
            put_back(disk, dir, entry)?;
        }
    }
    for entry in &entries {
        for passing in [&entry.part, &entry.was] {
            if journal::is_there(passing) {
                disk.remove(passing)?;
            }
        }
    }
    Ok(())
}

/// Puts one old file back, or takes the new one away. What somebody else has put there since stays.
fn put_back(disk: &Disk, dir: &Path, entry: &Entry) -> io::Result<()> {
    let target = dir.join(&entry.name);
    let there = match fs::read(&target) {
        Ok(bytes) => Some(digest(&bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let is_new = there.is_none() || there == entry.digest;
    if entry.replaces && is_new && journal::is_there(&entry.was) {
        disk.rename(&entry.was, &target)
    } else if !entry.replaces && there.is_some() && is_new {
        disk.remove(&target)
    } else {
        Ok(())
    }
}

/// Makes the moves themselves last through a power cut, where the system can.
fn sync(dir: &Path) {
    if let Ok(folder) = fs::File::open(dir) {
        #[expect(
            clippy::let_underscore_must_use,
            reason = "the files are whole either way, and some systems cannot sync a folder"
        )]
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests;
