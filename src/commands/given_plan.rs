//! A plan that a verb is given: read, and held against the tables, in the same way for every verb.

use std::path::Path;

use crate::check::{Misstatement, Report, check_file};
use crate::documents;
use crate::documents::views::Heading;
use crate::domain::{Inspection, Plan, Planned};
use crate::instance::Instance;
use crate::store::{self, PlanAsRead};

use super::recorded_milestones;
use super::say::headed;

/// What to do about what a plan says and the tables do not.
pub(super) const TO_DO: &str = "Plan again, or put these right. Of a plan edited by hand, status, marking, scenario, code, counts, sites, left_out, ties \
and milestones may be taken out.";

/// A plan as it was given, and what checking it found.
#[derive(Debug)]
pub(super) struct GivenPlan {
    pub(super) planned: Planned,
    pub(super) report: Report,
}

impl GivenPlan {
    /// Reads a plan, as written or edited by hand, replaces in it what is to be checked instead, and checks it.
    ///
    /// # Errors
    /// In words for the user: why it cannot be read.
    pub(super) fn read(
        path: &Path,
        instance: &Instance,
        replace: impl FnOnce(&mut Plan),
    ) -> Result<Self, String> {
        let name = store::shown_path(path);
        let text = std::fs::read_to_string(path).map_err(|error| {
            format!("{name} cannot be read: {error}. Give the path of a plan.json.")
        })?;
        Self::of(&text, instance, replace).map_err(|error| format!("{name}: {error}"))
    }

    /// The same, of the text of a file.
    fn of(
        text: &str,
        instance: &Instance,
        replace: impl FnOnce(&mut Plan),
    ) -> Result<Self, String> {
        let PlanAsRead {
            mut planned,
            record,
            milestones,
        } = store::read_plan_file(text)?;
        replace(&mut planned.plan);
        let mut report = check_file(&instance.inspection, &planned, &record);
        // Of visits that cannot be, no milestone could be worked out.
        if let Some(stated) = milestones
            && report.findings.is_empty()
        {
            let against = |inspection: &Inspection| {
                let due = documents::milestone_rows(inspection, &instance.calendar, &planned.plan);
                recorded_milestones::compare(inspection, &stated, &due)
            };
            let wrong = against(&instance.inspection);
            // A plan is made before it is authorised: the authorities on record may have come since.
            let before = Inspection {
                authority_given: Vec::new(),
                ..Inspection::clone(&instance.inspection)
            };
            if !wrong.is_empty() && !against(&before).is_empty() {
                report.misstated.extend(wrong);
            }
        }
        Ok(Self { planned, report })
    }

    /// Why nothing can be made of the plan, if so: a broken rule, or a false value that an output would take over.
    pub(super) fn refusal(&self, inspection: &Inspection, purpose: &str) -> Option<String> {
        let findings = self.report.findings.iter().map(ToString::to_string);
        let taken_over = self.misstated(|one| !one.part.is_worked_out_anew());
        let mut wrong: Vec<String> = findings.map(indented).collect();
        let rules = wrong.len();
        wrong.extend(taken_over.map(indented));
        if wrong.len() > rules {
            wrong.push(TO_DO.to_owned());
        }
        (!wrong.is_empty()).then(|| {
            let refused = format!(
                "`assize check` refuses the plan, so {purpose}:\n{}",
                wrong.join("\n")
            );
            headed(&Heading::of_plan(inspection, &self.planned.plan), &refused)
        })
    }

    /// What is wrong in the plan's file and goes no further, as it is worked out anew from the tables.
    pub(super) fn note(&self) -> Option<String> {
        let anew = self.misstated(|one| one.part.is_worked_out_anew());
        let other_tables = self.report.other_tables.map(str::to_owned);
        let wrong: Vec<String> = other_tables.into_iter().chain(anew).map(indented).collect();
        (!wrong.is_empty()).then(|| {
            format!(
                "Note: this is worked out from the tables as they are now. `assize check` finds in the plan’s file:\n{}",
                wrong.join("\n")
            )
        })
    }

    fn misstated(&self, is_meant: fn(&Misstatement) -> bool) -> impl Iterator<Item = String> {
        let meant = self
            .report
            .misstated
            .iter()
            .filter(move |one| is_meant(one));
        meant.map(ToString::to_string)
    }
}

fn indented(line: String) -> String {
    format!("  {line}")
}

#[cfg(test)]
mod tests;
