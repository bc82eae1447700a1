//! Whose authority a plan has. It is given for one plan, by its code: a plan with other sites or dates has to ask for it again.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::{AuthorityGiven, Inspection, InspectorateId, Plan, plan_code};

/// Whose authority there is for a plan, and whose there is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Authorities {
    /// The code of the plan; `None` where there is no plan yet.
    pub code: Option<String>,
    /// Those who take part and have not given it for this plan, in the order of the inspection.
    pub outstanding: Vec<InspectorateId>,
    /// Those among them who gave it for another plan.
    pub lapsed: Vec<Lapsed>,
    /// Rows of those among them that do not say for which plan they were given.
    pub without_code: Vec<WithoutCode>,
}

/// An authority that was given for another plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lapsed {
    /// Whose.
    pub inspectorate: InspectorateId,
    /// When it was given.
    pub given_on: NaiveDate,
    /// The code of that plan, as it would be written for a plan.
    pub code: String,
}

/// An authority of which nobody wrote down for which plan it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WithoutCode {
    /// Whose.
    pub inspectorate: InspectorateId,
    /// By whom.
    pub given_by: String,
    /// When it was given.
    pub given_on: NaiveDate,
}

/// Whose authority there is for a plan. Without one there can be none.
pub fn authorities(inspection: &Inspection, plan: Option<&Plan>) -> Authorities {
    let code = plan.map(|plan| plan_code(&plan.visits));
    let rows_of = |inspectorate: &InspectorateId| -> Vec<&AuthorityGiven> {
        let rows = inspection.authority_given.iter();
        rows.filter(|row| row.inspectorate == *inspectorate)
            .collect()
    };
    let mut found = Authorities {
        code: code.clone(),
        outstanding: Vec::new(),
        lapsed: Vec::new(),
        without_code: Vec::new(),
    };
    for inspectorate in &inspection.header.inspectorates {
        let rows = rows_of(inspectorate);
        let is_given = |row: &&AuthorityGiven| code.is_some() && written(row) == code;
        if rows.iter().any(is_given) {
            continue;
        }
        found.outstanding.push(inspectorate.clone());
        if code.is_none() {
            continue;
        }
        let others = rows.iter().filter_map(|row| Some((row, written(row)?)));
        // Of several, the last that was given.
        let last = others.max_by_key(|(row, code)| (row.given_on, code.clone()));
        found.lapsed.extend(last.map(|(row, code)| Lapsed {
            inspectorate: inspectorate.clone(),
            given_on: row.given_on,
            code,
        }));
        let bare = rows.iter().filter(|row| written(row).is_none());
        found.without_code.extend(bare.map(|row| WithoutCode {
            inspectorate: inspectorate.clone(),
            given_by: row.given_by.clone(),
            given_on: row.given_on,
        }));
    }
    found
}

/// The code of a row, upper and lower case and spaces aside; `None` where it has none.
fn written(row: &AuthorityGiven) -> Option<String> {
    let code = row.code.as_ref()?;
    let letters = code.chars().filter(|letter| !letter.is_whitespace());
    let code: String = letters.flat_map(char::to_uppercase).collect();
    (!code.is_empty()).then_some(code)
}
