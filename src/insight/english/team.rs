//! Why these people, as one line.

use crate::insight::team::ForTeam;
use crate::words::{count, date, list, pairs};

/// Why these people; blank where there is nothing to say.
pub fn why_team(reasons: &[ForTeam]) -> String {
    if reasons.is_empty() {
        return String::new();
    }
    let reasons: Vec<String> = reasons.iter().map(for_team).collect();
    format!("{}.", reasons.join("; "))
}

fn for_team(reason: &ForTeam) -> String {
    match reason {
        ForTeam::Pairs(kinds) => pairs(kinds),
        ForTeam::AllCleared(clearance) => format!("all cleared to {clearance} (P5)"),
        ForTeam::NamedByTheLead(people) => {
            format!("{} named by the lead inspector (P13)", list(people))
        }
        ForTeam::Skill { skill, from } => format!("{skill} from {} (P8)", list(from)),
        ForTeam::SameTeamAs(site) => {
            format!("the same team as at {site}, no journey of their own (P12)")
        }
        ForTeam::JourneyEstimated(unknown) => format!(
            "the journey of {} is not known and counts as that of the others on average",
            count(*unknown, "inspector", "inspectors")
        ),
        ForTeam::GoesOn {
            people,
            site,
            before,
        } => {
            let (come, straight) = match (before, people.len()) {
                (true, 1) => ("comes", "straight from"),
                (true, _) => ("come", "straight from"),
                (false, 1) => ("goes", "straight on to"),
                (false, _) => ("go", "straight on to"),
            };
            format!(
                "{} {come} {straight} {site}, which is near enough (P15)",
                list(people)
            )
        }
        ForTeam::WritesUp { days, until } => format!(
            "kept free of other visits for {} to write up, to {} (P14)",
            count(*days as usize, "working day", "working days"),
            date(*until)
        ),
        ForTeam::JourneyUnknown(unknown) => format!(
            "the journey of {} is not known and counts as nothing",
            count(*unknown, "inspector", "inspectors")
        ),
        ForTeam::OnOtherVisits { shared, seats } if shared == seats => {
            "all also on other visits".to_owned()
        }
        ForTeam::OnOtherVisits { shared, seats } => {
            format!("{shared} of {seats} also on other visits")
        }
    }
}
