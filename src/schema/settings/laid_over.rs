//! What a scenario may have beside the sections of the settings.

use crate::schema::field::{Field, may};
use crate::schema::forms::{Several, Text};
use crate::schema::spec::{Layout, SectionSpec, section};

section! {
    /// A scenario is a file of settings, given by `--scenario`, that is laid over `inspection.toml`: its sections are merged with those there by
    /// key, and whatever else it gives, lists whole, stands in place of what is there. Above its first section it may have one key more.
    scenario = SectionSpec::optional(Layout::Once);

    /// Sections and keys of `inspection.toml` that are taken away first, each by its name with dots: a whole section such as `kinds.cps_area` or
    /// `links`, or one key of it. What the scenario itself gives for them then stands alone.
    REMOVE: Several<Text> = may("remove", Several(Text))
        .such_as("remove = [\"pilot\", \"timing.max_visits_per_week\"]");
}
