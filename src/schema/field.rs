//! One column of a table, or one key of the settings.

use super::any_field::AnyField;
use super::forms::{Form, Or, Readable};
use super::misfit::Misfit;

/// A column of a table, or a key of the settings, and the form of what stands in it.
#[derive(Debug, Clone, Copy)]
pub struct Field<F> {
    name: &'static str,
    required: bool,
    form: F,
    says: &'static str,
    example: &'static str,
    remark: &'static str,
}

/// A field that must be filled.
pub(super) const fn must<F: Form>(name: &'static str, form: F) -> Field<F> {
    Field {
        name,
        required: true,
        form,
        says: "",
        example: "",
        remark: "",
    }
}

/// A field that may be left blank.
pub(super) const fn may<F: Form>(name: &'static str, form: F) -> Field<F> {
    Field {
        required: false,
        ..must(name, form)
    }
}

impl<F: Form> Field<F> {
    /// With what it means, in plain words.
    pub(super) const fn saying(self, says: &'static str) -> Self {
        Self { says, ..self }
    }

    /// With a line of the settings that shows how it is written.
    pub(super) const fn such_as(self, example: &'static str) -> Self {
        Self { example, ..self }
    }

    /// With a few words that stand beside it where settings are written.
    pub(super) const fn remarking(self, remark: &'static str) -> Self {
        Self { remark, ..self }
    }

    /// Its header in the table, or its key.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Whether it must be filled.
    pub const fn is_required(&self) -> bool {
        self.required
    }

    /// What may stand in it.
    pub const fn form(&self) -> F {
        self.form
    }

    /// A few words that stand beside it where settings are written, if there are any.
    pub const fn remark(&self) -> &'static str {
        self.remark
    }
}

impl<F: Readable> Field<F> {
    /// What a text in it means.
    ///
    /// # Errors
    /// Every piece of it that does not fit.
    pub fn read(&self, text: &str) -> Result<F::Value, Vec<Misfit>> {
        self.form.read(text)
    }

    /// How a value stands in it.
    pub fn write(&self, value: &F::Value) -> String {
        self.form.write(value)
    }
}

impl<F: Readable> Field<Or<F>> {
    /// What holds where it is left blank.
    pub fn default(&self) -> F::Value {
        self.form.default()
    }
}

impl<F: Form> AnyField for Field<F> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn is_required(&self) -> bool {
        self.required
    }

    fn says(&self) -> &'static str {
        // A doc comment begins with a space.
        self.says.trim_start()
    }

    fn form_in_words(&self) -> String {
        self.form.in_words()
    }

    fn form_in_settings(&self) -> String {
        self.form.in_settings()
    }

    fn is_new_name(&self) -> bool {
        self.form.is_new_name()
    }

    fn example(&self) -> &'static str {
        self.example
    }

    fn default_text(&self) -> Option<String> {
        self.form.default_text()
    }

    fn keys_within(&self) -> &'static [&'static dyn AnyField] {
        self.form
            .section_within()
            .map_or(&[], |section| section.keys)
    }
}

/// A row that can be asked for its cells, wherever it stands: in a table of the user's, or in a built-in one.
pub trait Row {
    /// What is left to say where a cell is wrong.
    type Fault;

    /// What a cell says; `Ok(None)` where it is blank.
    ///
    /// # Errors
    /// That the cell does not fit its form.
    fn given<F: Readable>(&self, field: &Field<F>) -> Result<Option<F::Value>, Self::Fault>;

    /// What a cell says that must be filled.
    ///
    /// # Errors
    /// That the cell is blank, or does not fit its form.
    fn filled<F: Readable>(&self, field: &Field<F>) -> Result<F::Value, Self::Fault>;
}
