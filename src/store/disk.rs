//! Everything that is done to the disk, step by step: so that a test can have any step fail, or be the last.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// The disk.
#[derive(Debug, Default)]
pub(super) struct Disk {
    #[cfg(test)]
    pub(super) trouble: Option<trouble::Trouble>,
}

impl Disk {
    /// A new file with this content, safe on the disk.
    pub(super) fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.step()?;
        let mut file = File::create_new(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    /// A new folder, as readable as any that the user makes.
    pub(super) fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        fs::create_dir(path)
    }

    /// More at the end of a file, safe on the disk.
    pub(super) fn append(&self, mut file: &File, bytes: &[u8]) -> io::Result<()> {
        self.step()?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    /// The same content under a second name.
    pub(super) fn keep_as(&self, path: &Path, second: &Path) -> io::Result<()> {
        self.step()?;
        // Not every disk can give one file two names.
        if fs::hard_link(path, second).is_err() {
            fs::copy(path, second)?;
            File::open(second)?.sync_all()?;
        }
        Ok(())
    }

    /// A new name for a file; what had that name is gone.
    pub(super) fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        fs::rename(from, to)
    }

    /// A new name for a file, unless something has that name.
    pub(super) fn rename_to_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        match fs::hard_link(from, to) {
            Ok(()) => fs::remove_file(from),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            Err(_) if fs::symlink_metadata(to).is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
            Err(_) => fs::rename(from, to),
        }
    }

    /// Takes a file away; one that is not there is no trouble.
    pub(super) fn remove(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    #[cfg(not(test))]
    #[expect(clippy::unused_self, reason = "a test has its trouble here")]
    fn step(&self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod trouble {
    use std::cell::Cell;
    use std::io;

    use super::Disk;

    /// A step that fails.
    #[derive(Debug, Clone)]
    pub(in crate::store) struct Trouble {
        /// How many steps go well first.
        pub(in crate::store) after: usize,
        /// Whether every later step fails too, as if the program had been ended there.
        pub(in crate::store) for_good: bool,
        /// How many steps there were.
        pub(in crate::store) steps: Cell<usize>,
    }

    impl Disk {
        /// A disk on which a step fails.
        pub(in crate::store) fn failing(after: usize, for_good: bool) -> Self {
            let steps = Cell::new(0);
            let trouble = Trouble {
                after,
                for_good,
                steps,
            };
            Self {
                trouble: Some(trouble),
            }
        }

        pub(super) fn step(&self) -> io::Result<()> {
            let Some(trouble) = &self.trouble else {
                return Ok(());
            };
            let step = trouble.steps.get();
            trouble.steps.set(step + 1);
            match step == trouble.after || (trouble.for_good && step > trouble.after) {
                true => Err(io::Error::other("a test wanted it so")),
                false => Ok(()),
            }
        }
    }
}
