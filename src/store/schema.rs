//! The JSON Schema of `plan.json`: for whoever reads or writes it with another program.

use schemars::Schema;

use super::plan_file::PlanFile;

/// The schema, as it stands in `docs/plan.schema.json`: made from the very types that the file is written from and read into.
pub fn plan_schema() -> Schema {
    schemars::schema_for!(PlanFile<'_>)
}
