//! Why a site is selected, or why not, as one line.

use super::left_out::but_for;
use super::rules::rules_by_name;
use crate::insight::site::{AgainstSite, ForSite, OtherChoice, Signal, TIE, WhySite};
use crate::words::{count, decimal, list, six_decimals, thousandths};

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
        ForSite::Without(choice) => without(*choice),
        ForSite::PartOfTheBest { proved: true } => {
            "part of a selection that scores highest as a whole".to_owned()
        }
        ForSite::PartOfTheBest { proved: false } => "part of the best selection found".to_owned(),
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
        AgainstSite::NoWeek { rules } => {
            format!("no week is possible ({})", rules_by_name(*rules))
        }
        AgainstSite::NoTeam { rules } if rules.is_empty() => {
            "no team is possible in any week (more than one of the rules P1 to P13)".to_owned()
        }
        AgainstSite::NoTeam { rules } => {
            format!(
                "no team is possible in any week ({})",
                rules_by_name(*rules)
            )
        }
        AgainstSite::NotBrought { by } => {
            format!("no selected {by} brings it (S5)")
        }
        AgainstSite::With(choice) => with(*choice),
        AgainstSite::NoBetterFound { proved: true } => {
            "no selection with it that can be visited and staffed scores more (proved)".to_owned()
        }
        AgainstSite::NoBetterFound { proved: false } => {
            "no better selection with it was found in the time given".to_owned()
        }
    }
}

/// What the selection could score with a site that nothing rules out.
fn with(choice: OtherChoice) -> String {
    match choice {
        OtherChoice::Less { at_most, plan } => {
            let (at_most, apart) = compared(at_most, plan);
            format!("with it the selection would score at most {at_most}, {apart} less")
        }
        OtherChoice::Same { at_most, plan } => {
            let (at_most, _) = compared(at_most, plan);
            format!(
                "with it the selection would score at most {at_most}, the same as this plan: selections that tie \
                 are told apart by dates and teams"
            )
        }
        OtherChoice::More {
            at_most,
            plan,
            refuted,
        } => on_paper("with", compared(at_most, plan), refuted),
        OtherChoice::NoSelection => "no selection that keeps the rules S1 to S5 has it".to_owned(),
    }
}

/// What leaving a selected site out would mean.
fn without(choice: OtherChoice) -> String {
    match choice {
        OtherChoice::Less { at_most, plan } => {
            let (at_most, apart) = compared(at_most, plan);
            format!("without it the best selection scores at most {at_most}, {apart} less")
        }
        OtherChoice::Same { at_most, plan } => {
            let (at_most, _) = compared(at_most, plan);
            format!(
                "without it the best selection scores at most {at_most}, the same as this plan: selections that \
                 tie are told apart by dates and teams"
            )
        }
        OtherChoice::More {
            at_most,
            plan,
            refuted,
        } => on_paper("without", compared(at_most, plan), refuted),
        OtherChoice::NoSelection => "no selection keeps the rules S1 to S5 without it".to_owned(),
    }
}

/// A selection that would score more, if only it could be carried out.
fn on_paper(with: &str, (at_most, apart): (String, String), refuted: bool) -> String {
    let but = match refuted {
        true => "but none that scores more than this plan can be visited and staffed (proved)",
        false => "but none that can be visited and staffed was found in the time given",
    };
    format!("selections {with} it could score up to {at_most} on paper, {apart} more, {but}")
}

/// A value, and how far the plan is from it, as shown: with so many decimals that a difference is seen.
pub(super) fn compared(value: f64, plan: f64) -> (String, String) {
    let rounded = |value: f64| (value * 1000.0).round() as i64;
    let apart = (rounded(value) - rounded(plan)).abs();
    if apart == 0 && (value - plan).abs() > TIE {
        (six_decimals(value), six_decimals((value - plan).abs()))
    } else {
        (decimal(value), thousandths(apart))
    }
}
