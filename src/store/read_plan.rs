//! `plan.json` read back, as written or edited by hand.

use super::other_selections::{BestSelectionRow, SiteChangeRow};
use super::plan_fault::{check_texts, check_texts_beside, parsed};
use super::plan_file::{Beside, CountChangeRow, MilestoneRow};
use crate::domain::{PLAN_FORMAT, Plan, PlanRecord, Planned, plan_code};

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
    read_plan_file(text).map(|file| file.planned)
}

/// A `plan.json` as it was read, with all that it says of itself.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanAsRead {
    /// The plan, and what other choices would score.
    pub planned: Planned,
    /// What stands at its head.
    pub record: PlanRecord,
    /// Its milestones; `None` where a file edited by hand leaves them out.
    pub milestones: Option<Vec<MilestoneRow>>,
}

/// Reads everything that a plan's file holds.
///
/// # Errors
/// As [`read_plan`].
pub fn read_plan_file(text: &str) -> Result<PlanAsRead, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut plan: Plan = parsed(text)?;
    if plan.format != PLAN_FORMAT {
        return Err(format!(
            "The plan has format {}; this program reads format {PLAN_FORMAT}. Plan again with `assize plan`.",
            plan.format
        ));
    }
    check_texts(&plan)?;
    // Of a plan edited by hand it may be taken out, as it follows from the visits.
    if plan.code.is_empty() {
        plan.code = plan_code(&plan.visits);
    }
    let beside: Beside = parsed(text)?;
    check_texts_beside(&beside)?;
    let counts = beside.counts.into_iter().map(CountChangeRow::read);
    Ok(PlanAsRead {
        planned: Planned {
            plan,
            counts: counts.collect(),
            sites: beside.sites.into_iter().map(SiteChangeRow::read).collect(),
            left_out: beside.left_out,
            ties: beside.ties.map(|ties| ties.read()),
            best_selection: beside.best_selection.map(BestSelectionRow::read),
        },
        record: PlanRecord {
            status: beside.status,
            marking: beside.marking,
            scenario: beside.scenario,
        },
        milestones: beside.milestones,
    })
}
