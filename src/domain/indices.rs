//! Places in the tables of an inspection. Each is a type of its own, so that the place of a site can never be taken for that of an
//! inspector.

/// A place in a table as a type of its own.
macro_rules! row {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(usize);

        impl From<usize> for $name {
            fn from(place: usize) -> Self {
                Self(place)
            }
        }

        impl From<$name> for usize {
            fn from(row: $name) -> Self {
                row.0
            }
        }
    };
}

pub(crate) use row;

row!(
    /// The place of a site in `sites.csv`, from 0.
    SiteRow
);
row!(
    /// The place of an inspector in `inspectors.csv`, from 0.
    InspectorRow
);
row!(
    /// The place of a kind among the kinds of the settings, from 0.
    KindRow
);
row!(
    /// The place of a quota among the quotas of the settings, from 0.
    QuotaRow
);
