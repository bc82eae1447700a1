//! The other way round: from an inspection to the folder of tables and settings that says it.

mod days;
mod page;
mod rows;
mod settings;
mod tables;

use crate::domain::Inspection;
use crate::schema::settings::SETTINGS_FILE;

/// That a table could not be written as CSV.
#[derive(Debug, thiserror::Error)]
#[error("A table could not be made: {0}.")]
pub struct WriteError(#[from] csv::Error);

/// Every file of the input folder of an inspection, by name: `inspection.toml` and a CSV file for each table that has
/// rows. Read again, they give the same inspection but for its digest, as long as it has the built-in bank holidays.
///
/// This is input, with home coordinates, conflicts and sources: it is not for any inspected body.
///
/// # Errors
/// [`WriteError`].
pub fn input_files(inspection: &Inspection) -> Result<Vec<(String, Vec<u8>)>, WriteError> {
    let settings = settings::text(inspection).into_bytes();
    let mut files = vec![(SETTINGS_FILE.to_owned(), settings)];
    for (table, rows) in tables::tables(inspection) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        for row in rows {
            writer.write_record(row)?;
        }
        let bytes = writer.into_inner();
        let bytes = bytes.map_err(|error| csv::Error::from(error.into_error()))?;
        files.push((table.file(), bytes));
    }
    Ok(files)
}
