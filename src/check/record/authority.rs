//! The code of the plan, and whether the authorities that have been given are for it.

use sha2::{Digest, Sha256};

use crate::check::audit::Audit;
use crate::check::words;
use crate::domain::{Inspection, Plan, Visit};

use super::{Misstatement, Part};

/// The plan's code, where it states another one than its sites and dates have.
pub(in crate::check) fn code(audit: &Audit) -> Vec<Misstatement> {
    let (stated, due) = (audit.plan.code.as_str(), code_of(audit.plan));
    if stated == due {
        return Vec::new();
    }
    let text = match stated {
        "" => format!("The plan gives no code; by its sites and dates it is {due}."),
        stated => format!(
            "The plan gives its code as {}; by its sites and dates it is {due}.",
            words::quoted(&words::shown(stated))
        ),
    };
    vec![Part::Code.says(text)]
}

/// The first 8 hexadecimal digits, `XXXX-XXXX`, of SHA-256 over a line `site first_day last_day` for every visit, by site id.
fn code_of(plan: &Plan) -> String {
    let mut visits: Vec<&Visit> = plan.visits.iter().collect();
    visits.sort_by_key(|visit| visit.site.as_str());
    let line = |visit: &&Visit| {
        format!(
            "{} {} {}\n",
            visit.site.as_str(),
            visit.first_day.format("%Y-%m-%d"),
            visit.last_day.format("%Y-%m-%d")
        )
    };
    let text: String = visits.iter().map(line).collect();
    let digest = Sha256::digest(text.as_bytes());
    let digits: Vec<String> = (digest.iter().take(4))
        .map(|byte| format!("{byte:02X}"))
        .collect();
    let (first, last) = digits.split_at(2);
    format!("{}-{}", first.concat(), last.concat())
}

/// Whether `authority.csv` has a row for this very plan from each inspectorate that takes part.
pub(super) fn is_authorised(inspection: &Inspection, plan: &Plan) -> bool {
    let due = alike(&code_of(plan));
    let is_for_it = |code: &Option<String>| code.as_deref().is_some_and(|code| alike(code) == due);
    let mut taking_part = inspection.header.inspectorates.iter();
    taking_part.all(|one| {
        let mut given = inspection.authority_given.iter();
        given.any(|row| row.inspectorate == *one && is_for_it(&row.code))
    })
}

/// A code as people may write it: upper and lower case and spaces make no difference.
fn alike(code: &str) -> String {
    let code = code.chars().filter(|c| !c.is_whitespace());
    code.flat_map(char::to_uppercase).collect()
}
