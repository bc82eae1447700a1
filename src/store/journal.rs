//! The journal: one file, in a folder that is being written into, that says what is under way there. While a program lives it holds
//! the file locked; where one was ended half-way, the next finds the file without its lock, and puts things right.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::disk::Disk;
use super::write_error::{WriteError, system};

/// Its first line: by this it is known.
const FIRST_LINE: &str = "# Assize is writing here. Where it was ended half-way, it puts things right when it next writes here.\n";

/// How often to try again where another program is writing, and how long to wait for it each time.
const ATTEMPTS: u32 = if cfg!(test) { 1 } else { 100 };
const BETWEEN_ATTEMPTS: Duration = Duration::from_millis(100);

/// A journal that this program holds.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    file: File,
}

impl Journal {
    /// Takes hold of the journal, and gives what an ended program left in it: nothing where none did.
    ///
    /// # Errors
    /// Where another program holds it, or a file of that name is none of ours.
    pub(super) fn hold(path: &Path) -> Result<(Self, String), WriteError> {
        let folder = path.parent().unwrap_or(path);
        let mut attempts = 0;
        loop {
            // A link would lead elsewhere, and a pipe would never answer.
            if fs::symlink_metadata(path).is_ok_and(|there| !there.is_file()) {
                return Err(WriteError::NotOurs(path.to_owned()));
            }
            let mut options = OpenOptions::new();
            options.read(true).write(true).create(true).truncate(false);
            let opened = options.open(path);
            let file = opened.map_err(|source| system(folder, source))?;
            match file.try_lock() {
                // To write takes less than a second: what was worked out for long is not lost for that.
                Err(TryLockError::WouldBlock) if attempts < ATTEMPTS => {
                    attempts += 1;
                    #[expect(clippy::disallowed_methods, reason = "another program is waited for")]
                    thread::sleep(BETWEEN_ATTEMPTS);
                    continue;
                }
                Err(TryLockError::WouldBlock) => {
                    return Err(WriteError::Busy(folder.to_owned()));
                }
                // Some disks have no locks: then nobody else can be told of.
                Ok(()) | Err(TryLockError::Error(_)) => {}
            }
            // Whoever held it may have taken it away in the meantime.
            if !is_at(&file, path) {
                continue;
            }
            let mut journal = Self {
                path: path.to_owned(),
                file,
            };
            let left = journal.read().map_err(|source| system(path, source))?;
            return match left.strip_prefix(FIRST_LINE) {
                Some(left) => Ok((journal, left.to_owned())),
                None if FIRST_LINE.starts_with(&left) => Ok((journal, String::new())),
                None => Err(WriteError::NotOurs(path.to_owned())),
            };
        }
    }

    fn read(&mut self) -> io::Result<String> {
        let mut bytes = Vec::new();
        self.file.read_to_end(&mut bytes)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Begins it anew with these lines.
    pub(super) fn begin(&mut self, disk: &Disk, lines: &str) -> io::Result<()> {
        self.file.set_len(0)?;
        self.file.rewind()?;
        self.file.flush()?;
        disk.append(&self.file, format!("{FIRST_LINE}{lines}").as_bytes())
    }

    /// Adds a line.
    pub(super) fn note(&self, disk: &Disk, line: &str) -> io::Result<()> {
        disk.append(&self.file, format!("{line}\n").as_bytes())
    }

    /// All is done: takes it away.
    pub(super) fn close(self, disk: &Disk) -> io::Result<()> {
        disk.remove(&self.path)
    }
}

/// Whether there is a journal.
pub(super) fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether it is this file that has the name.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(held), Ok(there)) => (held.dev(), held.ino()) == (there.dev(), there.ino()),
        _ => false,
    }
}

/// Whether a file has the name: where a file that is open can be taken away, it is another.
#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    is_there(path)
}
