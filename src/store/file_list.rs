//! The list, in an output folder, of the files that this program wrote there: how it knows its own.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::safe_name::is_plain;
use super::write_error::{WriteError, system};

/// The list, in the output folder, of the files that this program wrote there, each with its SHA-256.
pub const FILE_LIST: &str = "assize-files.txt";

const HEAD: &str = "# Files that Assize wrote in this folder, with their SHA-256. Assize replaces a file only while it matches\n\
                    # this list: one that you changed, or put here yourself, is kept.\n";

/// By its first words a list is known as ours.
const FIRST_WORDS: &str = "# Files that Assize wrote in this folder";

/// The files of ours in a folder, each with the digests of what we wrote.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct FileList(BTreeMap<String, Vec<String>>);

impl FileList {
    /// Reads the list of a folder; empty where there is none.
    ///
    /// # Errors
    /// Where a file of that name is none of ours.
    pub(super) fn read(dir: &Path) -> Result<Self, WriteError> {
        let path = dir.join(FILE_LIST);
        match fs::symlink_metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(system(&path, error)),
            Ok(there) if !there.is_file() => return Err(WriteError::NotOurs(path)),
            Ok(_) => {}
        }
        let bytes = fs::read(&path).map_err(|source| system(&path, source))?;
        let read = String::from_utf8(bytes)
            .ok()
            .and_then(|text| Self::of(&text));
        read.ok_or(WriteError::NotOurs(path))
    }

    /// What a list says; `None` where the text is no list of ours.
    fn of(text: &str) -> Option<Self> {
        if !text.starts_with(FIRST_WORDS) {
            return None;
        }
        let mut files = BTreeMap::<String, Vec<String>>::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let (digest, name) = line.split_once("  ")?;
            let is_digest =
                digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
            if !is_digest || !is_plain(name) {
                return None;
            }
            files
                .entry(name.to_owned())
                .or_default()
                .push(digest.to_owned());
        }
        Some(Self(files))
    }

    /// The list as it is written.
    pub(super) fn text(&self) -> String {
        let mut text = HEAD.to_owned();
        for (name, digests) in &self.0 {
            for digest in digests {
                text.push_str(&format!("{digest}  {name}\n"));
            }
        }
        text
    }

    /// Whether a file of this name and content is one that we wrote.
    pub(super) fn has(&self, name: &str, digest: &str) -> bool {
        let listed = self.0.get(name);
        listed.is_some_and(|digests| digests.iter().any(|one| one == digest))
    }

    pub(super) fn put(&mut self, name: &str, digest: String) {
        self.0.insert(name.to_owned(), vec![digest]);
    }

    pub(super) fn forget(&mut self, name: &str) {
        self.0.remove(name);
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// SHA-256 in hex.
pub(super) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
