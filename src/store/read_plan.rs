//! `plan.json` read back, as written or edited by hand.

use super::plan_fault::{check_text, check_texts, parsed};
use super::plan_file::{Beside, CountChangeRow, SiteChangeRow};
use crate::domain::{PLAN_FORMAT, Plan, Planned};

/// Reads a plan, also one edited by hand.
///
/// # Errors
/// In words for the user: the line, the column and the key at fault, and what to do. Texts that could steer a terminal
/// or flood it are refused too.
pub fn read_plan(text: &str) -> Result<Plan, String> {
    read_planned(text).map(|planned| planned.plan)
}

/// Reads a plan with what stands beside it in the reports.
///
/// # Errors
/// As [`read_plan`].
pub fn read_planned(text: &str) -> Result<Planned, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let plan: Plan = parsed(text)?;
    if plan.format != PLAN_FORMAT {
        return Err(format!(
            "The plan has format {}; this program reads format {PLAN_FORMAT}. Plan again with `assize plan`.",
            plan.format
        ));
    }
    check_texts(&plan)?;
    let beside: Beside = parsed(text)?;
    for (index, row) in beside.counts.iter().enumerate() {
        check_text(&format!("counts[{index}].kind"), row.kind.as_str())?;
    }
    for (index, found) in beside.left_out.iter().enumerate() {
        let of = |key: &str| format!("left_out[{index}].{key}");
        check_text(&of("site"), found.site.as_str())?;
        for id in &found.inspectors {
            check_text(&of("inspectors"), id.as_str())?;
        }
    }
    Ok(Planned {
        plan,
        counts: beside
            .counts
            .into_iter()
            .map(CountChangeRow::read)
            .collect(),
        sites: beside.sites.into_iter().map(SiteChangeRow::read).collect(),
        left_out: beside.left_out,
    })
}
