//! Names that stand for things. Each is a type of its own, so that a site can never be taken for an inspector.

use std::borrow::Borrow;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// No title, id or name in a plan has more characters than this.
pub const LONGEST_TEXT: usize = 200;

/// What every title, id and name in a plan matches, as [`super::is_printable`] says: nothing in it can steer a terminal, begin a line
/// or turn its direction.
pub(super) const PRINTABLE: &str = "^[^\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb]*$";

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        #[schemars(extend("maxLength" = LONGEST_TEXT, "pattern" = PRINTABLE))]
        pub struct $name(String);

        impl $name {
            /// The id as it stands in the tables.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// The id of a site in `sites.csv`, such as `west-yorkshire`.
    SiteId
);
id!(
    /// The id of an inspector in `inspectors.csv`.
    InspectorId
);
id!(
    /// The id of a kind of site: a table under `[kinds]`, such as `police_force`.
    KindId
);
id!(
    /// The short name of an inspectorate, such as `HMICFRS`.
    InspectorateId
);
id!(
    /// The id of a milestone in `milestones.csv`, such as `emerging-findings`.
    MilestoneId
);

/// Something by its id, and by the name that is shown to people. Written out, it is the name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Named<Id> {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
}

impl<Id> AsRef<str> for Named<Id> {
    fn as_ref(&self) -> &str {
        &self.name
    }
}

impl<Id> fmt::Display for Named<Id> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}
