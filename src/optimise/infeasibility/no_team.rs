//! Sites that nobody could visit at any time: for the reports, which say so.

use std::collections::BTreeMap;

use crate::domain::{InspectorRow, Rule, RuleSet, SiteId};
use crate::instance::Instance;
use crate::optimise::problem::People;

/// The sites that have possible dates but on none of them a team, each with the rules of which any one, lifted
/// alone, would give it a team; none where it takes more than one.
pub fn sites_without_team(instance: &Instance) -> BTreeMap<SiteId, RuleSet> {
    let (inspection, calendar) = (&instance.inspection, &instance.calendar);
    let people = People::new(inspection);
    let mut without = BTreeMap::new();
    for site in &inspection.sites {
        let Some(kind) = inspection.kind(&site.kind) else {
            continue;
        };
        let starts = calendar.starts(site, kind, RuleSet::all());
        let fixed = inspection.fixed.iter().filter(|row| row.site == site.id);
        let named: Vec<InspectorRow> = fixed
            .filter_map(|row| people.row(row.inspector.as_ref()?.as_str()))
            .collect();
        let some_team = |rules: RuleSet| {
            let mut choices = starts.iter().cloned();
            choices.any(|start| people.choice(site, kind, &named, start, rules).is_some())
        };
        if starts.is_empty() || some_team(RuleSet::all()) {
            continue;
        }
        let alone = Rule::of_teams().iter();
        let alone = alone.filter(|rule| some_team(RuleSet::all() - *rule));
        without.insert(site.id.clone(), alone.collect());
    }
    without
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::domain::{Absence, Conflict, Fixed, Inspection, InspectorId};
    use crate::input;

    type Change = fn(&mut Inspection);

    /// Every rule for want of which Alder can be left without a team, and what leaves it so.
    const CASES: [(Rule, Change); 8] = [
        (Rule::Joint, |inspection| {
            let inspectors = &mut inspection.inspectors;
            inspectors.retain(|inspector| inspector.inspectorate.as_str() == "HMICFRS");
        }),
        (Rule::Available, |inspection| {
            let absent = everyone(inspection).map(|inspector| Absence {
                inspector,
                first_day: inspection.timing.selection_proposed,
                last_day: inspection.timing.last_day,
            });
            inspection.absences = absent.collect();
        }),
        (Rule::Cleared, |inspection| inspection.clearances.clear()),
        (Rule::NoConflict, |inspection| {
            let in_conflict = everyone(inspection).map(|inspector| Conflict {
                inspector,
                site: "alder".into(),
            });
            inspection.conflicts = in_conflict.collect();
        }),
        (Rule::Skills, |inspection| {
            inspection.sites[0].needs.insert("falconry".to_owned());
        }),
        (Rule::Limit, |inspection| {
            inspection.staffing.max_days = Some(1);
        }),
        (Rule::VisitLead, |inspection| {
            for inspector in &mut inspection.inspectors {
                inspector.experienced &= inspector.inspectorate.as_str() != "HMICFRS";
            }
        }),
        (Rule::Named, |inspection| {
            let mut stranger = inspection.inspectors[0].clone();
            stranger.id = "X1".into();
            stranger.inspectorate = "HMI Prisons".into();
            inspection.inspectors.push(stranger);
            inspection.fixed.push(Fixed {
                site: "alder".into(),
                not_before: None,
                not_after: None,
                inspector: Some("X1".into()),
            });
        }),
    ];

    fn everyone(inspection: &Inspection) -> impl Iterator<Item = InspectorId> {
        let all = inspection.inspectors.iter();
        all.map(|inspector| inspector.id.clone())
    }

    #[test]
    fn the_rule_that_leaves_no_team_is_the_one_named() {
        for (rule, change) in CASES {
            let loaded = input::load(Path::new("examples/small"), None);
            let mut inspection = loaded.expect("sound tables").inspection;
            change(&mut inspection);
            let without = sites_without_team(&Instance::new(inspection));
            assert_eq!(without.get("alder"), Some(&RuleSet::only(rule)), "{rule:?}");
        }
    }

    #[test]
    fn no_rule_of_teams_is_forgotten() {
        let named: RuleSet = CASES.iter().map(|(rule, _)| *rule).collect();
        // Whether a team could be made up so is not looked into, or it takes more visits than one.
        let never = Rule::Experience | Rule::OnePlace | Rule::Apart | Rule::Rest | Rule::SameTeam;
        assert_eq!(named | never, Rule::of_teams());
    }
}
