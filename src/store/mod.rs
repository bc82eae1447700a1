//! What lies on the disk: `plan.json` read and written, files written whole or not at all, names that are safe for a file.
//! It knows the words of `domain` and nothing else: who fills a file in knows the rest.

mod changes;
mod disk;
mod file_list;
mod interrupt;
mod journal;
mod new_folder;
mod other_selections;
mod plan_fault;
mod plan_file;
mod read_plan;
mod safe_name;
mod schema;
mod write;
mod write_error;

pub use file_list::FILE_LIST;
pub use interrupt::{install_interrupt_handler, on_interrupt};
pub use new_folder::write_new;
pub use plan_file::{MilestoneRow, PlanFile, PlanHead};
pub use read_plan::{PlanAsRead, read_plan, read_plan_file, read_planned};
pub use safe_name::{safe_name, shown_path};
pub use schema::plan_schema;
pub use write::{Earlier, check_writable, write_all, write_set};
pub use write_error::WriteError;
