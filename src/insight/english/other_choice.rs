//! What the selection could score with one site decided otherwise, and which it would be, in words.

use super::score_parts::parts;
use crate::domain::{Named, SiteId, ToldBy};
use crate::insight::site::{Alternative, Because, Instead, NearBecause, OtherChoice, TIE};
use crate::words::{count, decimal, in_thousandths, list, six_decimals, thousandths};

/// More sites than this are not named in one line.
const MOST_NAMED: usize = 3;

/// How a site is decided otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decided {
    /// It is selected.
    With,
    /// It is left out.
    Without,
}

impl Decided {
    fn word(self) -> &'static str {
        match self {
            Self::With => "with",
            Self::Without => "without",
        }
    }
}

/// What the selection could score with a site that nothing rules out, or without one that is selected.
pub(super) fn other_choice(choice: &OtherChoice, decided: Decided) -> String {
    match choice {
        OtherChoice::Less(alternative) => match &alternative.instead {
            Some(instead) => less(alternative, instead, decided),
            None => bare(alternative, decided, ""),
        },
        OtherChoice::Same {
            alternative,
            because,
        } => same(alternative, *because, decided),
        OtherChoice::Near {
            alternative,
            because,
        } => near(alternative, *because, decided),
        OtherChoice::More {
            alternative,
            refuted,
            best,
        } => more(alternative, refuted.then_some(*best), decided),
        OtherChoice::NoSelection => format!(
            "{} it no selection of sites that can be visited keeps the rules S1 to S5 with the inspector-days that there are (P9)",
            decided.word()
        ),
    }
}

/// The figures alone, where it is not known which selection reaches them.
fn bare(alternative: &Alternative, decided: Decided, but: &str) -> String {
    let (at_most, apart) = compared(alternative.at_most, alternative.plan);
    let so_far = match but {
        "" => format!("{apart} less"),
        but => format!("the same as this plan{but}"),
    };
    match decided {
        Decided::With => {
            format!("with it the selection would score at most {at_most}, {so_far}")
        }
        Decided::Without => {
            format!("without it the best selection scores at most {at_most}, {so_far}")
        }
    }
}

fn less(alternative: &Alternative, instead: &Instead, decided: Decided) -> String {
    let (value, apart) = compared(alternative.at_most, alternative.plan);
    let (with, has) = (decided.word(), changes(instead, decided));
    let parts = parts(alternative, instead);
    let standing = match instead.visitable {
        Some(true) => {
            return format!(
                "the best selection {with} it, which can be visited and staffed, has {has} and scores {value}, {apart} \
                 less{parts}"
            );
        }
        Some(false) => {
            "but that one cannot be visited and staffed (proved), and no other was tried"
        }
        None => "whether that one can be visited and staffed was not shown",
    };
    format!(
        "on paper the best selection {with} it has {has} and scores {value}, {apart} less{parts}; {standing}"
    )
}

fn same(alternative: &Alternative, because: Because, decided: Decided) -> String {
    let (value, _) = compared(alternative.at_most, alternative.plan);
    let why = match because {
        Because::ToldBy(told_by) => return told(alternative, told_by, decided),
        Because::NotVisitable => "but none that does can be visited and staffed (proved)",
        Because::Unknown => "whether one that does can be visited and staffed was not shown",
    };
    let Some(instead) = &alternative.instead else {
        let why = format!("; {why}");
        return bare(alternative, decided, &why);
    };
    format!(
        "on paper a selection {} it, which has {}, scores {value}, the same as this plan; {why}",
        decided.word(),
        changes(instead, decided),
    )
}

/// A selection that ties and can be carried out.
fn told(alternative: &Alternative, told_by: ToldBy, decided: Decided) -> String {
    let (value, _) = compared(alternative.at_most, alternative.plan);
    let has = match &alternative.instead {
        Some(instead) => format!(", which has {},", changes(instead, decided)),
        None => String::new(),
    };
    format!(
        "a selection {} it{has} scores {value}, the same as this plan; {}",
        decided.word(),
        told_apart(told_by)
    )
}

/// Why a selection that scores the same in tier 1 was not chosen.
pub(super) fn told_apart(told_by: ToldBy) -> &'static str {
    match told_by {
        ToldBy::Dates => "its best dates lose more points to leave and delay",
        ToldBy::Teams => "its dates are as good, but its teams travel more or are larger",
        ToldBy::Ids => {
            "its dates and teams are as good too, and this plan was chosen by the order of the sites' ids alone"
        }
        ToldBy::Unknown => "its dates and teams were not compared one by one",
    }
}

/// A selection that scores more than the plan's, but so little that dates decide.
fn near(alternative: &Alternative, because: NearBecause, decided: Decided) -> String {
    let (value, apart) = compared(alternative.at_most, alternative.plan);
    let word = decided.word();
    let Some(instead) = &alternative.instead else {
        return format!(
            "selections {word} it could score up to {value} on paper, {apart} more: so close to the best that dates decide \
             (tolerance)"
        );
    };
    let (has, parts) = (changes(instead, decided), parts(alternative, instead));
    let why = match because {
        NearBecause::WorseDates => {
            "but so close to the best that dates decide (tolerance), and its best dates lose more points to leave and delay"
        }
        NearBecause::WorseDatesOrFewer => {
            "but so close to the best that dates decide (tolerance), and its best dates lose more points to leave and delay, or it \
             has fewer sites than the best selection"
        }
        NearBecause::NotVisitable => {
            "but that one cannot be visited and staffed (proved), and no other was tried"
        }
        NearBecause::Unknown => {
            "so close to the best that dates decide (tolerance), and its dates were not compared with those of this plan"
        }
    };
    let (paper, which) = match instead.visitable {
        Some(true) => ("", ", which can be visited and staffed,"),
        Some(false) | None => ("on paper ", ""),
    };
    format!(
        "{paper}the best selection {word} it{which} has {has} and scores {value}, {apart} more{parts}; {why}"
    )
}

/// A selection that would score more than any plan, if only it could be carried out; `refuted` is what the best scores, where it is
/// proved that none does.
fn more(alternative: &Alternative, refuted: Option<f64>, decided: Decided) -> String {
    let (value, apart) = compared(alternative.at_most, alternative.plan);
    let but = match refuted {
        Some(best) => none_scores_more(best, alternative.plan),
        None => "but none that can be visited and staffed was found in the time given".to_owned(),
    };
    let word = decided.word();
    match &alternative.instead {
        Some(instead) => format!(
            "on paper the best selection {word} it has {} and scores {value}, {apart} more{}; {but}",
            changes(instead, decided),
            parts(alternative, instead),
        ),
        None => {
            format!("selections {word} it could score up to {value} on paper, {apart} more, {but}")
        }
    }
}

/// That no selection which can be carried out scores more than the best.
pub(super) fn none_scores_more(best: f64, plan: f64) -> String {
    let than = match best > plan + TIE {
        true => format!("{}, the best of any plan,", compared(best, plan).0),
        false => "this plan".to_owned(),
    };
    format!("but none that scores more than {than} can be visited and staffed (proved)")
}

/// What the other selection has in the place of what.
fn changes(instead: &Instead, decided: Decided) -> String {
    let names = |sites: &[Named<SiteId>]| sites.iter().map(ToString::to_string).collect();
    // The site in question is "it", and stands first among those that come or go.
    let with_it = |sites: &[Named<SiteId>]| {
        let mut names: Vec<String> = names(sites);
        if let Some(first) = names.first_mut() {
            "it".clone_into(first);
        }
        first_few(names)
    };
    match decided {
        Decided::With => match first_few(names(&instead.goes_out)).as_str() {
            "" => format!(
                "{} besides the sites of this plan",
                with_it(&instead.comes_in)
            ),
            out => format!("{} in place of {out}", with_it(&instead.comes_in)),
        },
        Decided::Without => {
            let into = match first_few(names(&instead.comes_in)) {
                into if into.is_empty() => "nothing".to_owned(),
                into => into,
            };
            match with_it(&instead.goes_out).as_str() {
                "it" => format!("{into} in its place"),
                out => format!("{into} in place of {out}"),
            }
        }
    }
}

/// Some sites by name, the first few of them.
pub(super) fn named(sites: &[Named<SiteId>]) -> String {
    first_few(sites.iter().map(ToString::to_string).collect())
}

fn first_few(mut names: Vec<String>) -> String {
    if names.len() > MOST_NAMED + 1 {
        let more = names.split_off(MOST_NAMED).len();
        names.push(count(more, "other", "others"));
    }
    list(&names)
}

/// A value, and how far the plan is from it, as shown: with so many decimals that a difference is seen.
pub(super) fn compared(value: f64, plan: f64) -> (String, String) {
    let apart = (in_thousandths(value) - in_thousandths(plan)).abs();
    if apart == 0 && (value - plan).abs() > TIE {
        (six_decimals(value), six_decimals((value - plan).abs()))
    } else {
        (decimal(value), thousandths(apart))
    }
}
