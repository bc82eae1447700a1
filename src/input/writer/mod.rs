//! The other way round: from an inspection to the folder of tables and settings that says it.

mod milestones;
mod settings;
mod tables;

use crate::documents::OutputError;
use crate::domain::Inspection;

/// Every file of the input folder of an inspection, by name: `inspection.toml` and a CSV file for each table that has
/// rows. Read again, they give the same inspection but for its digest, as long as it has the built-in bank holidays.
///
/// This is input, with home coordinates, conflicts and sources: it is not for any inspected body.
///
/// # Errors
/// [`OutputError`].
pub fn input_files(inspection: &Inspection) -> Result<Vec<(String, Vec<u8>)>, OutputError> {
    let settings = settings::text(inspection).into_bytes();
    let mut files = vec![("inspection.toml".to_owned(), settings)];
    for (name, rows) in tables::tables(inspection) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        for row in rows {
            writer.write_record(row)?;
        }
        let bytes = writer
            .into_inner()
            .map_err(|error| OutputError::Csv(error.into_error().into()))?;
        files.push((format!("{name}.csv"), bytes));
    }
    Ok(files)
}
