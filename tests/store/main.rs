//! What lies on the disk: `plan.json` there and back, files written whole or not at all, safe names.

#[path = "../common/mod.rs"]
mod common;
#[path = "../documents/plan/mod.rs"]
mod plan;
mod plan_file;
mod safe_name;
mod schema;
#[cfg(unix)]
mod stopped;
mod write;
mod wrong_values;
