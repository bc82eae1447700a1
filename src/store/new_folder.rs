//! A new folder, whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use super::write::{WriteError, check_names, system, writing};

/// Writes the files into a folder that is new or empty. They are first written into a passing folder beside it,
/// which then takes its name.
///
/// # Errors
/// [`WriteError`]; no half-written or stray folder is left.
pub fn write_new<B: AsRef<[u8]>>(dir: &Path, files: &[(String, B)]) -> Result<(), WriteError> {
    let _writing = writing();
    check_names(files)?;
    match fs::read_dir(dir) {
        Ok(mut entries) => {
            if entries.next().is_some() {
                return Err(WriteError::NotEmpty(dir.to_owned()));
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(WriteError::NotEmpty(dir.to_owned()));
        }
        Err(error) => return Err(system(dir, error)),
    }
    let beside = match dir.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    fs::create_dir_all(beside).map_err(|source| system(beside, source))?;
    let passing = passing_folder(beside).map_err(|source| system(dir, source))?;
    for (name, bytes) in files {
        let path = passing.path().join(name);
        let written = File::create_new(&path).and_then(|mut file| {
            file.write_all(bytes.as_ref())?;
            file.sync_all()
        });
        written.map_err(|source| system(&dir.join(name), source))?;
    }
    if dir.exists() {
        fs::remove_dir(dir).map_err(|source| system(dir, source))?;
    }
    fs::rename(passing.path(), dir).map_err(|source| system(dir, source))?;
    // It has its name now, and must not be cleared away.
    let _kept = passing.keep();
    Ok(())
}

/// A folder as readable as any that the user makes, which vanishes unless it is kept.
fn passing_folder(beside: &Path) -> io::Result<tempfile::TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".assize-").suffix(".part");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o777));
    }
    builder.tempdir_in(beside)
}
