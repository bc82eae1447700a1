//! `milestones.csv`: what an inspection changes in the built-in milestones.

use crate::domain::{Given, Lead, Milestone, On, Per, Time, Unit, Whose};
use crate::input::built_in_milestones;

/// The columns of the table.
pub(super) const COLUMNS: &str =
    "id,milestone,stage,paragraph,owner,inspectorate,per,after,before,days,on,note,remove";

/// Clears what the built-in row says.
const NONE: &str = "none";

/// A row for each milestone that is not as the built-in table has it.
pub(super) fn rows(all: &[Milestone]) -> Vec<Vec<String>> {
    let built_in = built_in_milestones();
    let mut rows: Vec<Vec<String>> = all
        .iter()
        .filter(|one| !built_in.contains(one))
        .map(row)
        .collect();
    // One that is not there at all was left out by whoever made the inspection.
    let gone = built_in
        .iter()
        .filter(|known| !all.iter().any(|one| one.id == known.id));
    rows.extend(gone.map(|known| removal(known.id.as_str())));
    rows
}

fn row(one: &Milestone) -> Vec<String> {
    if one.removed {
        return removal(one.id.as_str());
    }
    let yes = |is: bool| if is { "yes" } else { "no" }.to_owned();
    let after: Vec<&str> = one.after.iter().map(|id| id.as_str()).collect();
    let before: Vec<String> = one
        .before
        .iter()
        .map(|before| match before.lead {
            Lead::None => before.milestone.to_string(),
            Lead::Notice => format!("notice before {}", before.milestone),
            Lead::Time(long) => format!("{} before {}", time(long), before.milestone),
        })
        .collect();
    vec![
        one.id.to_string(),
        one.name.clone(),
        one.stage.to_string(),
        one.paragraph.clone(),
        one.owner.clone(),
        whose(&one.whose),
        match one.per {
            Per::Once => "once",
            Per::Visit => "visit",
            Per::Inspectorate => "inspectorate",
        }
        .to_owned(),
        or_none(after.join(";")),
        or_none(before.join(";")),
        one.days.to_string(),
        on(one.on.as_ref()),
        yes(one.note),
        String::new(),
    ]
}

/// The row that takes a milestone out.
fn removal(id: &str) -> Vec<String> {
    let columns = COLUMNS.split(',').map(|column| match column {
        "id" => id,
        "remove" => "yes",
        _ => "",
    });
    columns.map(str::to_owned).collect()
}

fn or_none(text: String) -> String {
    if text.is_empty() {
        NONE.to_owned()
    } else {
        text
    }
}

fn whose(whose: &Whose) -> String {
    let list = |ids: &[crate::domain::InspectorateId]| {
        let ids: Vec<&str> = ids.iter().map(|id| id.as_str()).collect();
        ids.join(";")
    };
    match whose {
        Whose::Everyone => NONE.to_owned(),
        Whose::Only(ids) => list(ids),
        Whose::Except(ids) => format!("except {}", list(ids)),
    }
}

fn on(on: Option<&On>) -> String {
    let given = |given: Given| match given {
        Given::SelectionProposed => "selection_proposed",
        Given::Authority => "authority",
        Given::LettersReady => "letters_ready",
        Given::Letters => "letters",
        Given::Preparation => "preparation",
        Given::Fieldwork => "fieldwork",
        Given::Publication => "publication",
    };
    match on {
        None => NONE.to_owned(),
        Some(On::Given(what)) => given(*what).to_owned(),
        Some(On::Date(day)) => day.to_string(),
        Some(On::Before(long, id)) => format!("{} before {id}", time(*long)),
        Some(On::After(long, id)) => format!("{} after {id}", time(*long)),
    }
}

fn time(time: Time) -> String {
    let unit = match time.unit {
        Unit::Days => "days",
        Unit::Weeks => "weeks",
        Unit::Months => "months",
        Unit::Years => "years",
    };
    format!("{} {unit}", time.number)
}
