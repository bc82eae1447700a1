//! In words, why these people: which rules they answer, how far they travel, how small the team stays.

use super::particulars::{Particulars, about};
use crate::domain::{InspectorId, Visit};
use crate::words::{count, list, pairs};

/// Why these people, as one line.
pub(crate) fn why_these_people(facts: &Particulars<'_>, visit: &Visit) -> String {
    let Some(kind) = facts.kind(visit) else {
        return String::new();
    };
    let mut reasons = vec![pairs(&kind.pairs)];
    if let Some(clearance) = &kind.clearance {
        let all = visit
            .team()
            .all(|one| is_cleared(facts, one, clearance, visit));
        if all {
            reasons.push(format!("all cleared to {clearance} (P5)"));
        }
    }
    reasons.extend(named(facts, visit));
    reasons.extend(skills(facts, visit));
    reasons.push(match same_team(facts, visit) {
        Some(site) => format!("the same team as at {site}, no journey of their own (P12)"),
        None => journey(facts, visit),
    });
    let each = facts.visits_each();
    let seats = visit.team().count();
    let shared = visit
        .team()
        .filter(|one| each.get(one).is_some_and(|visits| *visits > 1))
        .count();
    if shared > 0 {
        let who = if shared == seats {
            "all".to_owned()
        } else {
            format!("{shared} of {seats}")
        };
        reasons.push(format!("{who} also on other visits"));
    }
    format!("{}.", reasons.join("; "))
}

/// P5: the clearance is held, and valid on the last day.
fn is_cleared(facts: &Particulars<'_>, who: &InspectorId, clearance: &str, visit: &Visit) -> bool {
    facts.inspection.clearances.iter().any(|held| {
        held.inspector == *who
            && held.clearance == clearance
            && held.valid_until.is_none_or(|until| until >= visit.last_day)
    })
}

/// P13: someone the lead has settled on.
fn named(facts: &Particulars<'_>, visit: &Visit) -> Option<String> {
    let rows = facts.inspection.fixed.iter();
    let named: Vec<&str> = rows
        .filter(|row| row.site == visit.site)
        .filter_map(|row| row.inspector.as_ref())
        .filter(|who| visit.team().any(|member| member == *who))
        .map(|who| facts.inspector_name(who))
        .collect();
    (!named.is_empty()).then(|| format!("{} named by the lead inspector (P13)", list(&named)))
}

/// P8: who brings the skills that the site needs.
fn skills(facts: &Particulars<'_>, visit: &Visit) -> Vec<String> {
    let needs = facts.site(&visit.site).map(|site| &site.needs);
    let mut reasons = Vec::new();
    for skill in needs.into_iter().flatten() {
        let holders: Vec<&str> = visit
            .team()
            .filter_map(|who| facts.inspector(who))
            .filter(|inspector| inspector.skills.contains(skill))
            .map(|inspector| inspector.name.as_str())
            .collect();
        if !holders.is_empty() {
            reasons.push(format!("{skill} from {} (P8)", list(&holders)));
        }
    }
    reasons
}

/// P12: the site whose team this is, where a link asks for the same team.
fn same_team<'a>(facts: &Particulars<'a>, visit: &Visit) -> Option<&'a str> {
    let links = facts.inspection.links.iter().filter(|link| link.same_team);
    links
        .flat_map(|link| facts.brought_by(visit, link))
        .find(|other| visit.team().all(|one| other.team().any(|also| also == one)))
        .map(|other| facts.site_name(&other.site))
}

/// How far the team travels, to the nearest 10 km a person.
fn journey(facts: &Particulars<'_>, visit: &Visit) -> String {
    let known: Vec<u64> = visit
        .team()
        .filter_map(|who| facts.km(visit, who))
        .map(about)
        .collect();
    let unknown = visit.team().count() - known.len();
    let total: u64 = known.iter().sum();
    match (known.len(), unknown) {
        (0, _) => "distance unknown".to_owned(),
        (_, 0) => format!("about {total} km there and back in all"),
        _ => format!(
            "about {total} km there and back, the distance unknown for {}",
            count(unknown, "inspector", "inspectors")
        ),
    }
}
