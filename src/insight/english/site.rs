//! Why a site is selected, or why not, as one line.

use super::left_out::but_for;
use super::never::never_visited;
use super::other_choice::{Decided, other_choice};
use crate::insight::site::{AgainstSite, ForSite, Signal, WhySite};
use crate::words::{count, decimal, list};

/// Why a site is selected, or why not.
pub fn why_site(why: &WhySite) -> String {
    match why {
        WhySite::Selected(reasons) => {
            let reasons: Vec<String> = reasons.iter().map(for_site).collect();
            format!("Selected: {}.", reasons.join("; "))
        }
        WhySite::NotSelected(reasons) => {
            let reasons: Vec<String> = reasons.iter().map(against_site).collect();
            format!("Not selected: {}.", reasons.join("; "))
        }
    }
}

fn for_site(reason: &ForSite) -> String {
    match reason {
        ForSite::Included => "included by the lead inspector (S2)".to_owned(),
        ForSite::BroughtBy(sites) => format!("brought by {} (S5)", list(sites)),
        ForSite::TightQuota {
            at_least,
            column,
            value,
        } => {
            let column = column.replace('_', " ");
            format!("counts towards the quota of at least {at_least} with {column} {value} (S3)")
        }
        ForSite::StrongEvidence(signals) => {
            let signals: Vec<&str> = signals.iter().copied().map(signal).collect();
            format!("strong evidence ({})", signals.join(", "))
        }
        ForSite::Represents { others } => {
            format!(
                "represents {} best",
                count(*others, "other site", "other sites")
            )
        }
        ForSite::Without(choice) => other_choice(choice, Decided::Without),
        ForSite::PartOfTheBest { proved: true } => {
            "part of a selection that scores highest as a whole".to_owned()
        }
        ForSite::PartOfTheBest { proved: false } => "part of the best selection found".to_owned(),
        ForSite::PartOfNearBest { less } => format!(
            "part of a selection that scores {} less than the best as a whole",
            decimal(*less)
        ),
        ForSite::NoOtherInspection => "no other inspection in the burden window".to_owned(),
    }
}

fn signal(signal: Signal) -> &'static str {
    match signal {
        Signal::ConcernRaised => "concern raised",
        Signal::InnovationReported => "innovation reported",
        Signal::LowestThird => "performance in the lowest third",
        Signal::HighestThird => "performance in the highest third",
    }
}

fn against_site(reason: &AgainstSite) -> String {
    match reason {
        AgainstSite::ButForFixed(found) => {
            format!("would be selected but for {}", but_for(found))
        }
        AgainstSite::Excluded => "excluded by the lead inspector (S2)".to_owned(),
        AgainstSite::OverBurdened { days, limit } => {
            let days = count(*days as usize, "engagement day", "engagement days");
            format!("has {days}, over the limit of {limit} (S4)")
        }
        AgainstSite::Never { why, window } => never_visited(why, *window),
        AgainstSite::CanBeVisited { shown: true } => "it can be visited".to_owned(),
        AgainstSite::CanBeVisited { shown: false } => {
            "whether it can be visited at all was not shown".to_owned()
        }
        AgainstSite::NotBrought { by } => {
            format!("no selected {by} brings it (S5)")
        }
        AgainstSite::With(choice) => other_choice(choice, Decided::With),
        AgainstSite::NoBetterFound {
            proved: true,
            best: None,
        } => "no selection with it that can be visited and staffed scores more (proved)".to_owned(),
        AgainstSite::NoBetterFound {
            proved: true,
            best: Some(best),
        } => format!(
            "no selection with it that can be visited and staffed scores more than {}, the best of any plan (proved)",
            decimal(*best)
        ),
        AgainstSite::NoBetterFound { proved: false, .. } => {
            "no better selection with it was found in the time given".to_owned()
        }
    }
}
