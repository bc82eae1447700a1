//! Whose authority has lapsed, and what to do about one that is given for no plan, in words.

use crate::insight::authority::{Authorities, Lapsed, WithoutCode};
use crate::words::date;

/// That an authority was given for another plan.
pub fn lapsed(lapsed: &Lapsed) -> String {
    let Lapsed {
        inspectorate,
        given_on,
        code,
    } = lapsed;
    format!(
        "{inspectorate} gave its authority on {} for another plan ({code}): it has lapsed.",
        date(*given_on)
    )
}

/// What to write for each authority that does not say for which plan it was given, a line each; none where there is no plan.
pub fn without_code(found: &Authorities) -> Vec<String> {
    let line = |row: &WithoutCode, code: &str| {
        format!(
            "authority.csv: the authority of {}, given by {} on {}, has no code and counts for no plan. If it was given for this \
             plan, write {code} in its column code.",
            row.inspectorate,
            row.given_by,
            date(row.given_on)
        )
    };
    let rows = found.without_code.iter();
    let code = found.code.as_deref();
    rows.filter_map(|row| Some(line(row, code?))).collect()
}
