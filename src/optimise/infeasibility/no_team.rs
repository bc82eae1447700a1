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
