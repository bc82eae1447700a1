//! A table, or a section of the settings: a name and its fields.

use super::any_field::AnyField;

/// One of the tables.
#[derive(Debug)]
pub struct TableSpec {
    /// Its name: the file without its ending, or the sheet.
    pub name: &'static str,
    says: &'static str,
    /// Whether there is no inspection without it.
    pub required: bool,
    /// Whether it is about people, so that no reason belongs in it.
    pub personal: bool,
    /// Whether further columns are kept.
    pub open: bool,
    /// Its columns, in order.
    pub columns: &'static [&'static dyn AnyField],
}

impl TableSpec {
    /// A table that may be left out.
    pub(super) const OPTIONAL: Self = Self {
        name: "",
        says: "",
        required: false,
        personal: false,
        open: false,
        columns: &[],
    };

    /// A table that there must be.
    pub(super) const NEEDED: Self = Self {
        required: true,
        ..Self::OPTIONAL
    };

    /// The same, about people.
    pub(super) const fn about_people(self) -> Self {
        Self {
            personal: true,
            ..self
        }
    }

    /// The same, with further columns kept.
    pub(super) const fn open(self) -> Self {
        Self { open: true, ..self }
    }

    /// The same with its name, what it says and its columns.
    pub(super) const fn of(
        self,
        name: &'static str,
        says: &'static str,
        columns: &'static [&'static dyn AnyField],
    ) -> Self {
        Self {
            name,
            says,
            columns,
            ..self
        }
    }

    /// What one row says, and what to know about the table.
    pub fn says(&self) -> &'static str {
        self.says.trim_start()
    }

    /// The file of a folder that holds it.
    pub fn file(&self) -> String {
        format!("{}.csv", self.name)
    }

    /// The headers, in order.
    pub fn headers(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.columns.iter().map(|column| column.name())
    }

    /// Whether it has a column of this name.
    pub fn has(&self, name: &str) -> bool {
        self.headers().any(|header| header == name)
    }
}

/// How a section stands in the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Once, such as `[timing]`.
    Once,
    /// Once for each name of the user's own, such as `[kinds.police_force]`.
    Named,
    /// As often as wanted, such as `[[quotas]]`.
    Repeated,
    /// Within another, such as `{ min = 6, max = 8 }`.
    Within,
}

/// One section of the settings.
#[derive(Debug)]
pub struct SectionSpec {
    /// Its name, without brackets.
    pub name: &'static str,
    says: &'static str,
    /// How it stands in the settings.
    pub layout: Layout,
    /// How it is written, for those who left it out; blank where they may.
    pub example: &'static str,
    /// Its keys, in order; none where they are the user's own.
    pub keys: &'static [&'static dyn AnyField],
}

impl SectionSpec {
    /// A section that may be left out.
    pub(super) const fn optional(layout: Layout) -> Self {
        Self {
            name: "",
            says: "",
            layout,
            example: "",
            keys: &[],
        }
    }

    /// A section that there must be, such as this example.
    pub(super) const fn needed(layout: Layout, example: &'static str) -> Self {
        Self {
            example,
            ..Self::optional(layout)
        }
    }

    /// The same with its name, what it says and its keys.
    pub(super) const fn of(
        self,
        name: &'static str,
        says: &'static str,
        keys: &'static [&'static dyn AnyField],
    ) -> Self {
        Self {
            name,
            says,
            keys,
            ..self
        }
    }

    /// What it settles.
    pub fn says(&self) -> &'static str {
        self.says.trim_start()
    }

    /// Whether there is no inspection without it.
    pub fn is_required(&self) -> bool {
        !self.example.is_empty()
    }
}

/// A table in a module of its own: the doc comments say what it holds and what each column means, and are what is read there.
macro_rules! table {
    (
        $(#[doc = $about:literal])+
        $module:ident = $table:expr;
        $($(#[doc = $says:literal])+ $column:ident: $form:ty = $field:expr;)+
    ) => {
        $(#[doc = $about])+
        pub mod $module {
            use super::*;

            $($(#[doc = $says])+ pub static $column: Field<$form> = $field.saying(concat!($($says),+));)+

            /// The table.
            pub static TABLE: TableSpec = $table.of(
                stringify!($module),
                concat!($($about),+),
                &[$(&$column),+],
            );
        }
    };
}

/// A section in a module of its own, in the same way.
macro_rules! section {
    (
        $(#[doc = $about:literal])+
        $module:ident = $section:expr;
        $($(#[doc = $says:literal])+ $key:ident: $form:ty = $field:expr;)*
    ) => {
        $(#[doc = $about])+
        pub mod $module {
            use super::*;

            $($(#[doc = $says])+ pub static $key: Field<$form> = $field.saying(concat!($($says),+));)*

            /// The section.
            pub static SECTION: SectionSpec = $section.of(
                stringify!($module),
                concat!($($about),+),
                &[$(&$key),*],
            );
        }
    };
}

pub(super) use {section, table};
