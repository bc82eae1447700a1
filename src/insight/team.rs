//! Why these people: which rules they answer, and how small the team stays.

use chrono::NaiveDate;
use serde::Serialize;

use super::particulars::{Particulars, Way};
use crate::calendar::monday;
use crate::domain::{InspectorId, InspectorateId, Kind, Named, SiteId, Visit};

/// One thing about the people on a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ForTeam {
    /// They make up these joint pairs.
    Pairs(Vec<[InspectorateId; 2]>),
    /// Everyone holds this clearance on the last day (P5).
    AllCleared(String),
    /// The lead inspector has named these (P13).
    NamedByTheLead(Vec<Named<InspectorId>>),
    /// These bring a skill that the site needs (P8).
    Skill {
        /// The skill.
        skill: String,
        /// Who has it.
        from: Vec<Named<InspectorId>>,
    },
    /// They are on the visit to this site too, which brings this one (P12): so it takes no journey of its own.
    SameTeamAs(Named<SiteId>),
    /// The journey of so many is not known, for want of a base, and counts as that of the others on average.
    JourneyEstimated(usize),
    /// The journey of so many is not known, for want of coordinates, and counts as nothing.
    JourneyUnknown(usize),
    /// These are onsite at another site on the day before or after, no further away than may be (P15).
    GoesOn {
        /// Who.
        people: Vec<Named<InspectorId>>,
        /// The other site.
        site: Named<SiteId>,
        /// Whether they come from there, or else go on there.
        before: bool,
    },
    /// No other visit needs the team until after this day: it writes up (P14).
    WritesUp {
        /// How many working days.
        days: u32,
        /// The last of them.
        until: NaiveDate,
    },
    /// So many are on other visits too.
    OnOtherVisits {
        /// How many.
        shared: usize,
        /// Of how many.
        seats: usize,
    },
}

/// Why these people; nothing for a visit whose kind the settings do not know.
pub(crate) fn why_these_people(facts: &Particulars<'_>, visit: &Visit) -> Vec<ForTeam> {
    let Some(kind) = facts.kind_there(visit) else {
        return Vec::new();
    };
    let mut reasons = vec![ForTeam::Pairs(kind.pairs.clone())];
    if let Some(clearance) = &kind.clearance {
        let all = visit
            .team()
            .all(|one| is_cleared(facts, one, clearance, visit));
        reasons.extend(all.then(|| ForTeam::AllCleared(clearance.clone())));
    }
    reasons.extend(named(facts, visit));
    reasons.extend(skills(facts, visit));
    reasons.extend(match same_team(facts, visit) {
        Some(site) => vec![ForTeam::SameTeamAs(site)],
        None => journeys_unknown(facts, visit),
    });
    reasons.extend(goes_on(facts, visit));
    reasons.extend(writes_up(facts, visit, &kind));
    reasons.extend(on_other_visits(facts, visit));
    reasons
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
fn named(facts: &Particulars<'_>, visit: &Visit) -> Option<ForTeam> {
    let rows = facts.inspection.fixed.iter();
    let named: Vec<Named<InspectorId>> = rows
        .filter(|row| row.site == visit.site)
        .filter_map(|row| row.inspector.as_ref())
        .filter(|who| visit.team().any(|member| member == *who))
        .map(|who| facts.named_inspector(who))
        .collect();
    (!named.is_empty()).then_some(ForTeam::NamedByTheLead(named))
}

/// P8: who brings the skills that the site needs.
fn skills(facts: &Particulars<'_>, visit: &Visit) -> Vec<ForTeam> {
    let needs = facts.site(&visit.site).map(|site| &site.needs);
    let mut reasons = Vec::new();
    for skill in needs.into_iter().flatten() {
        let from: Vec<Named<InspectorId>> = visit
            .team()
            .filter_map(|who| facts.inspector(who))
            .filter(|inspector| inspector.skills.contains(skill))
            .map(|inspector| inspector.named())
            .collect();
        if !from.is_empty() {
            let skill = skill.clone();
            reasons.push(ForTeam::Skill { skill, from });
        }
    }
    reasons
}

/// P12: the site whose team this is, where a link asks for the same team.
fn same_team(facts: &Particulars<'_>, visit: &Visit) -> Option<Named<SiteId>> {
    let links = facts.inspection.links.iter().filter(|link| link.same_team);
    links
        .flat_map(|link| facts.brought_by(visit, link))
        .find(|other| visit.team().all(|one| other.team().any(|also| also == one)))
        .map(|other| facts.named_site(&other.site))
}

/// For how many of the team nobody knows how far they travel. How far the others do is told of all visits together alone: from
/// the kilometres of a visit, homes could be worked out ([`super::travel`]).
fn journeys_unknown(facts: &Particulars<'_>, visit: &Visit) -> Vec<ForTeam> {
    let ways: Vec<Way> = visit.team().map(|who| facts.way(visit, who)).collect();
    let estimated = ways.iter().filter(|way| matches!(way, Way::Estimated(_)));
    let unknown = ways.iter().filter(|way| matches!(way, Way::Unknown));
    let (estimated, unknown) = (estimated.count(), unknown.count());
    let estimated = (estimated > 0).then_some(ForTeam::JourneyEstimated(estimated));
    let unknown = (unknown > 0).then_some(ForTeam::JourneyUnknown(unknown));
    estimated.into_iter().chain(unknown).collect()
}

/// P15: who is onsite elsewhere on the day before or after, where that is limited.
fn goes_on(facts: &Particulars<'_>, visit: &Visit) -> Vec<ForTeam> {
    if facts.inspection.staffing.journey_km.is_none() {
        return Vec::new();
    }
    let mut reasons = Vec::new();
    for other in facts.visits() {
        let together = monday(other.first_day) == monday(visit.first_day)
            && facts.tied_in_week(&other.site, &visit.site);
        let before = other.last_day.succ_opt() == Some(visit.first_day);
        let after = visit.last_day.succ_opt() == Some(other.first_day);
        if together || !(before || after) {
            continue;
        }
        let people = visit
            .team()
            .filter(|who| other.team().any(|one| one == *who));
        let people: Vec<_> = people
            .filter_map(|who| facts.inspector(who))
            .map(|inspector| inspector.named())
            .collect();
        if !people.is_empty() {
            let site = facts.named_site(&other.site);
            reasons.push(ForTeam::GoesOn {
                people,
                site,
                before,
            });
        }
    }
    reasons
}

/// P14: until when the team is kept free to write up.
fn writes_up(facts: &Particulars<'_>, visit: &Visit, kind: &Kind) -> Option<ForTeam> {
    let days = Some(kind.write_up_days).filter(|days| *days > 0)?;
    let until = facts.calendar.desk_day_after(visit.last_day, days);
    Some(ForTeam::WritesUp { days, until })
}

/// How many of them are used more than once.
fn on_other_visits(facts: &Particulars<'_>, visit: &Visit) -> Option<ForTeam> {
    let each = facts.visits_each();
    let seats = visit.team().count();
    let shared = visit
        .team()
        .filter(|one| each.get(one).is_some_and(|visits| *visits > 1))
        .count();
    (shared > 0).then_some(ForTeam::OnOtherVisits { shared, seats })
}
