//! An inspection as it would be without some of its conditions.

use super::condition::Condition;
use crate::domain::{Inspection, Kind, KindId, Rule, RuleSet};

/// More onsite days than any inspection has for one inspector.
const NO_LIMIT: u32 = 10_000;

/// The inspection as it would be without these conditions, and the rules that would hold. There is never less that it allows than
/// before.
///
/// Without its window (T1), visits may lie up to six weeks outside it.
pub fn lift(inspection: &Inspection, conditions: &[Condition]) -> (Inspection, RuleSet) {
    let mut lifted = inspection.clone();
    let mut rules = RuleSet::all();
    for condition in conditions {
        lift_one(&mut lifted, &mut rules, condition);
    }
    (lifted, rules)
}

fn lift_one(lifted: &mut Inspection, rules: &mut RuleSet, condition: &Condition) {
    match condition {
        Condition::Include(site) => {
            let kinds = lifted.kinds.iter_mut();
            kinds.for_each(|kind| kind.include.retain(|id| *id != site.id));
        }
        Condition::Exclude(site) => {
            let kinds = lifted.kinds.iter_mut();
            kinds.for_each(|kind| kind.exclude.retain(|id| *id != site.id));
        }
        Condition::AtLeast { kind, .. } => of_kind(lifted, &kind.id, |kind| kind.sites.min = 0),
        Condition::AtMost { kind, .. } => {
            of_kind(lifted, &kind.id, |kind| kind.sites.max = u32::MAX);
        }
        Condition::StartDays(kind) => of_kind(lifted, &kind.id, |kind| kind.start_days.clear()),
        Condition::Quota { .. } => {
            let is_it = |quota| Condition::of_quota(lifted, quota) == *condition;
            let kept = lifted.quotas.iter().filter(|quota| !is_it(quota));
            lifted.quotas = kept.cloned().collect();
        }
        Condition::FixedInspector { .. } | Condition::FixedDates { .. } => {
            of_fixed_row(lifted, condition);
        }
        Condition::Skill { site, skill } => {
            let sites = lifted.sites.iter_mut().filter(|one| one.id == site.id);
            sites.for_each(|one| {
                one.needs.remove(skill);
            });
        }
        Condition::Engagement { .. } => {
            let is_it = |row| Condition::of_engagement(lifted, row) == *condition;
            let kept = lifted.engagements.iter().filter(|row| !is_it(row));
            lifted.engagements = kept.cloned().collect();
        }
        Condition::Period { .. } => {
            let is_it = |row| Condition::of_period(lifted, row).as_ref() == Some(condition);
            let kept = lifted.periods.iter().filter(|row| !is_it(row));
            lifted.periods = kept.cloned().collect();
        }
        Condition::GapWeeks(_) => lifted.burden.gap_weeks = None,
        Condition::BurdenDays(_) => lifted.burden.max_days = None,
        Condition::VisitsInOneWeek(_) => lifted.timing.max_visits_per_week = None,
        Condition::WeeksInARow(_) => lifted.staffing.max_weeks_in_row = None,
        Condition::OnsiteDays(_) => lifted.staffing.max_days = None,
        // Without a limit of their own the general one would hold, which may be lower.
        Condition::OwnDays { inspector, .. } => {
            let mut people = lifted.inspectors.iter_mut();
            let person = people.find(|one| one.id == inspector.id);
            person
                .into_iter()
                .for_each(|one| one.max_days = Some(NO_LIMIT));
        }
        // A link that is taken away would take away what brings a site: the rules on links are set aside instead.
        Condition::Links => *rules -= Rule::Link,
        Condition::Together { .. } => *rules -= Rule::Together,
        // The pilot stays what it is for its kind's number of sites.
        Condition::Pilot { .. } => *rules -= Rule::Pilot,
        Condition::WriteUp { kind, .. } => {
            of_kind(lifted, &kind.id, |kind| kind.write_up_days = 0);
        }
        Condition::Journey(_) => lifted.staffing.journey_km = None,
        // It is no setting and no rule: whoever tries without it asks for a plan that may be empty.
        Condition::AtLeastOne => {}
        Condition::SameTeam => *rules -= Rule::SameTeam,
        // The window also says which engagements are a burden, and that stays.
        Condition::Window { .. } => *rules -= Rule::Window,
    }
}

fn of_kind(lifted: &mut Inspection, id: &KindId, change: impl Fn(&mut Kind)) {
    let kinds = lifted.kinds.iter_mut().filter(|kind| kind.id == *id);
    kinds.for_each(change);
}

fn of_fixed_row(lifted: &mut Inspection, condition: &Condition) {
    for row in &mut lifted.fixed {
        match condition {
            Condition::FixedInspector { site, inspector }
                if row.site == site.id && row.inspector.as_ref() == Some(&inspector.id) =>
            {
                row.inspector = None;
            }
            Condition::FixedDates {
                site,
                not_before,
                not_after,
            } if row.site == site.id
                && (row.not_before, row.not_after) == (*not_before, *not_after) =>
            {
                (row.not_before, row.not_after) = (None, None);
            }
            _ => {}
        }
    }
}
