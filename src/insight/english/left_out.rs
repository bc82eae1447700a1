//! A site that would be selected but for what is fixed for it.

use super::conditions::fixed;
use crate::domain::FixedBetween;
use crate::insight::left_out::ButForFixed;
use crate::words::list;

/// As a sentence.
pub fn left_out(found: &ButForFixed) -> String {
    format!(
        "{} would be selected but for {}.",
        found.site,
        but_for(found)
    )
}

/// What is fixed: `Inspector P03, who is fixed for it (P13)`.
pub(super) fn but_for(found: &ButForFixed) -> String {
    let people = match found.inspectors.as_slice() {
        [] => None,
        [one] => Some(format!("{one}, who is fixed for it (P13)")),
        some => Some(format!("{}, who are fixed for it (P13)", list(some))),
    };
    let between = |dates: &FixedBetween| fixed(dates.not_before, dates.not_after);
    let dates: Vec<String> = found.dates.iter().map(between).collect();
    let dates = (!dates.is_empty()).then(|| format!("its fixed dates, {} (T8)", list(&dates)));
    let both: Vec<String> = people.into_iter().chain(dates).collect();
    list(&both)
}
