//! What lies on the disk: `plan.json` read and written, files written whole or not at all, names that are safe for a file.

mod interrupt;
mod new_folder;
mod plan_fault;
mod plan_json;
mod safe_name;
mod write;

pub use interrupt::{install_interrupt_handler, on_interrupt};
pub use new_folder::write_new;
pub use plan_json::{plan_json, read_plan, read_planned};
pub use safe_name::safe_name;
pub use write::{FILE_LIST, WriteError, check_writable, write_all};
