//! What every column and every key can be asked, whatever stands in it.

use std::fmt::Debug;

/// A field, whatever its form.
pub trait AnyField: Debug + Sync {
    /// Its header in the table, or its key.
    fn name(&self) -> &'static str;
    /// Whether it must be filled.
    fn is_required(&self) -> bool;
    /// What it means, in plain words.
    fn says(&self) -> &'static str;
    /// What may stand in it, in words such as `a whole number from 1 to 8`.
    fn form_in_words(&self) -> String;
    /// The same behind a key of the settings.
    fn form_in_settings(&self) -> String;
    /// Whether what stands in it is a name that others refer to, which is kept to the letter or refused.
    fn is_new_name(&self) -> bool;
    /// A line of the settings that shows how it is written; blank for a column.
    fn example(&self) -> &'static str;
    /// What holds where it is left blank, as it would be written.
    fn default_text(&self) -> Option<String>;
    /// The keys within it, where it is a section of its own.
    fn keys_within(&self) -> &'static [&'static dyn AnyField];
}
