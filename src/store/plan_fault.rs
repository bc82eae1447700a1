//! What is wrong with a `plan.json` that cannot be read, in the words of its file and not of its reader.

use serde::Deserialize;
use serde_json::error::Category;
use serde_path_to_error::{Path, Segment};

use super::plan_file::Beside;
use crate::domain::{LONGEST_TEXT, PLAN_FORMAT, Plan, is_printable};

/// What must stand as the version of the file.
const FORMAT: &str = "the number 2";
const _: () = assert!(PLAN_FORMAT == 2, "FORMAT says another number");

/// Reads JSON.
///
/// # Errors
/// In words for the user: the line, the column and the key at fault, and what to do.
pub(super) fn parsed<'t, T: Deserialize<'t>>(text: &'t str) -> Result<T, String> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = serde_path_to_error::deserialize(&mut reader)
        .map_err(|fault| explain(fault.inner(), &Key::new(fault.path())))?;
    reader
        .end()
        .map_err(|fault| explain(&fault, &Key::default()))?;
    Ok(read)
}

/// Refuses ids and texts that nothing of ours would have written, so that none of them reaches a terminal.
///
/// # Errors
/// In words for the user: the key at fault, and what to do.
pub(super) fn check_texts(plan: &Plan) -> Result<(), String> {
    check_text("inspection", &plan.inspection)?;
    check_text("inputs_digest", &plan.inputs_digest)?;
    for (index, tier) in plan.tiers.iter().enumerate() {
        check_text(&format!("tiers[{index}].name"), &tier.name)?;
    }
    for (index, visit) in plan.visits.iter().enumerate() {
        let of = |key: &str| format!("visits[{index}].{key}");
        check_text(&of("site"), visit.site.as_str())?;
        check_text(&of("kind"), visit.kind.as_str())?;
        for id in visit.team() {
            check_text(&of("pairs"), id.as_str())?;
        }
        check_text(&of("visit_lead"), visit.visit_lead.as_str())?;
    }
    for (index, session) in plan.sessions.iter().enumerate() {
        let of = |key: &str| format!("sessions[{index}].{key}");
        check_text(&of("site"), session.site.as_str())?;
        check_text(&of("activity"), &session.activity)?;
    }
    for (index, prepared) in plan.preparation.iter().enumerate() {
        let of = |key: &str| format!("preparation[{index}].{key}");
        check_text(&of("site"), prepared.site.as_str())?;
        check_text(&of("activity"), &prepared.activity)?;
    }
    for (index, settled) in plan.one_offs.iter().enumerate() {
        let of = |key: &str| format!("one_offs[{index}].{key}");
        check_text(&of("site"), settled.site.as_str())?;
        check_text(&of("activity"), &settled.activity)?;
    }
    Ok(())
}

/// The same for the ids that stand beside the plan; texts of any length may stand there, and are cut where they are shown.
///
/// # Errors
/// As [`check_texts`].
pub(super) fn check_texts_beside(beside: &Beside) -> Result<(), String> {
    for (index, row) in beside.counts.iter().enumerate() {
        check_text(&format!("counts[{index}].kind"), row.kind.as_str())?;
    }
    for (index, row) in beside.sites.iter().enumerate() {
        check_text(&format!("sites[{index}].site"), row.site.as_str())?;
        for (key, id) in row.others() {
            check_text(&format!("sites[{index}].{key}"), id.as_str())?;
        }
    }
    for (index, key, id) in beside.ties.iter().flat_map(|ties| ties.sites()) {
        check_text(&format!("ties.others[{index}].{key}"), id.as_str())?;
    }
    let best = beside.best_selection.iter();
    for (key, id) in best.flat_map(|best| best.sites()) {
        check_text(&format!("best_selection.{key}"), id.as_str())?;
    }
    for (index, found) in beside.left_out.iter().enumerate() {
        let of = |key: &str| format!("left_out[{index}].{key}");
        check_text(&of("site"), found.site.as_str())?;
        for id in &found.inspectors {
            check_text(&of("inspectors"), id.as_str())?;
        }
    }
    for (index, row) in beside.milestones.iter().flatten().enumerate() {
        let of = |key: &str| format!("milestones[{index}].{key}");
        check_text(&of("milestone"), row.milestone.as_str())?;
        let site = row.site.as_ref().map(|id| id.as_str());
        check_text(&of("site"), site.unwrap_or_default())?;
        let inspectorate = row.inspectorate.as_ref().map(|id| id.as_str());
        check_text(&of("inspectorate"), inspectorate.unwrap_or_default())?;
    }
    Ok(())
}

/// Refuses one text; `key` is where it stands.
pub(super) fn check_text(key: &str, text: &str) -> Result<(), String> {
    if !text.chars().all(is_printable) {
        return Err(format!(
            "The plan cannot be read: {key} has a character in it that cannot be printed. Type it again."
        ));
    }
    if text.chars().count() > LONGEST_TEXT {
        return Err(format!(
            "The plan cannot be read: {key} is longer than {LONGEST_TEXT} characters. Shorten it."
        ));
    }
    Ok(())
}

/// Where in the plan a fault lies.
#[derive(Default)]
struct Key {
    /// As in `visits[2].visit_lead`; blank for the plan as a whole.
    path: String,
    /// The last name in it.
    name: String,
    /// How many lists lie within what has that name.
    depth: usize,
}

impl Key {
    fn new(path: &Path) -> Self {
        let mut key = Self::default();
        for segment in path.iter() {
            match segment {
                Segment::Seq { index } => {
                    key.path.push_str(&format!("[{index}]"));
                    key.depth += 1;
                }
                Segment::Map { key: name } => {
                    let point = if key.path.is_empty() { "" } else { "." };
                    let name = name.replace(|c| !is_printable(c), "\u{fffd}");
                    key.path.push_str(&format!("{point}{name}"));
                    (key.name, key.depth) = (name, 0);
                }
                Segment::Enum { .. } | Segment::Unknown => {}
            }
        }
        key
    }

    /// What must stand there.
    fn expected(&self) -> &'static str {
        match (self.name.as_str(), self.depth) {
            ("", _) => "in curly brackets, as `assize plan` writes it",
            ("format", _) => FORMAT,
            ("sessions", 0) if self.path != "sessions" => "a whole number",
            (
                "tiers" | "visits" | "counts" | "sites" | "sessions" | "preparation" | "one_offs"
                | "left_out" | "milestones",
                0,
            ) => "a list in square brackets",
            (
                "tiers" | "visits" | "counts" | "sites" | "sessions" | "preparation" | "one_offs"
                | "left_out" | "milestones",
                _,
            ) => "in curly brackets, with a key for each value",
            ("comes_in" | "goes_out" | "others", 0) => "a list in square brackets",
            ("comes_in" | "goes_out", _) => "a text, such as a site’s id",
            ("ties" | "best_selection" | "others", _) => {
                "in curly brackets, with a key for each value"
            }
            ("pairs", 0) => "a list of pairs, such as [[\"p01\", \"c01\"]]",
            ("pairs", 1) => "a pair of inspectors’ ids, such as [\"p01\", \"c01\"]",
            ("pairs" | "visit_lead", _) => "a text, such as an inspector’s id",
            ("site", _) => "a text, such as a site’s id",
            ("kind", _) => "a text, such as police_force",
            ("authority_date" | "first_day" | "last_day" | "letter_by", _) => {
                "a date in quotation marks, such as \"2027-02-08\""
            }
            ("date", _) if self.path.starts_with("preparation") => {
                "a date in quotation marks, such as \"2027-02-08\", or null"
            }
            ("date", _) => "a date in quotation marks, such as \"2027-02-08\"",
            ("start" | "done" | "earliest" | "latest", _)
                if self.path.starts_with("milestones") =>
            {
                "a date in quotation marks, such as \"2027-02-08\", or null"
            }
            ("start" | "end", _) => "a time in quotation marks, such as \"09:30\"",
            ("pair", _) if self.path.starts_with("preparation") => {
                "the number of a pair in quotation marks, such as \"1\", or \"all\", or null"
            }
            ("pair", _) => "the number of a pair in quotation marks, such as \"1\", or \"all\"",
            ("value", _) => "a number",
            ("best" | "bound" | "scores" | "at_most" | "calendar", _) => "a number or null",
            ("count" | "session" | "stage" | "late_by", _) => "a whole number",
            (
                "proven" | "allowed" | "no_plan" | "selected" | "no_selection" | "critical"
                | "all_listed",
                _,
            ) => "true or false",
            _ => "a text in quotation marks",
        }
    }

    fn spoken(&self) -> &str {
        match self.path.as_str() {
            "" => "the plan",
            path => path,
        }
    }
}

fn explain(fault: &serde_json::Error, key: &Key) -> String {
    let (line, column) = (fault.line(), fault.column());
    // The reader has kinds of fault, but only its sentence tells a missing key from a wrong value.
    let sentence = fault.to_string();
    let is_too_long = !key.path.is_empty() && sentence.starts_with("trailing characters");
    match fault.classify() {
        Category::Eof => format!(
            "The plan cannot be read: it ends too early, on line {line}. Restore the rest of it."
        ),
        Category::Syntax if !is_too_long => format!(
            "The plan cannot be read: line {line}, column {column}: something is missing or too much, there or just before. \
             Look for a comma, a quotation mark or a bracket."
        ),
        _ => {
            let what = wrong_value(&sentence, key);
            format!(
                "The plan cannot be read: line {line}, column {column}: {what}. \
                 Compare that place with a plan.json that `assize plan` wrote."
            )
        }
    }
}

fn wrong_value(sentence: &str, key: &Key) -> String {
    let named = |beginning: &str| {
        let rest = sentence.strip_prefix(beginning)?;
        rest.split('`').next()
    };
    let spoken = key.spoken();
    if let Some(missing) = named("missing field `") {
        format!("{spoken} has no {missing}")
    } else if let Some(double) = named("duplicate field `") {
        format!("{spoken} gives {double} twice")
    } else {
        format!("{spoken} must be {}", key.expected())
    }
}
