//! The rows of the tables (`docs/design.md`, section 2). A blank cell is unknown: an `Option` that is `None`.

use std::collections::BTreeSet;

use chrono::{NaiveDate, Weekday};

use super::{InspectorId, InspectorateId, Named, Position, SiteId};

/// `inspectors.csv`: one person who could be seated.
#[derive(Debug, Clone, PartialEq)]
pub struct Inspector {
    /// Their id, used by every other table.
    pub id: InspectorId,
    /// Their name, as shown to people.
    pub name: String,
    /// Whose inspector they are.
    pub inspectorate: InspectorateId,
    /// Whether they have done this before.
    pub experienced: bool,
    /// The first day in the team; `None` is since ever.
    pub from: Option<NaiveDate>,
    /// The last day in the team; `None` is without end.
    pub until: Option<NaiveDate>,
    /// Their home base; never shown in any output.
    pub base: Option<Position>,
    /// What they can do.
    pub skills: BTreeSet<String>,
    /// The weekdays on which they work.
    pub works: Vec<Weekday>,
    /// Their own limit on onsite days; replaces the general one, also when larger.
    pub max_days: Option<u32>,
}

impl Inspector {
    /// Their id and their name.
    pub fn named(&self) -> Named<InspectorId> {
        Named {
            id: self.id.clone(),
            name: self.name.clone(),
        }
    }

    /// Whether that is a day on which they are in the team.
    pub fn is_in_team(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether they join or leave the team on a day that is known.
    pub fn comes_or_goes(&self) -> bool {
        self.from.is_some() || self.until.is_some()
    }
}

/// `absences.csv`: days, both ends included, on which an inspector is away. Why is nobody's business here.
#[derive(Debug, Clone, PartialEq)]
pub struct Absence {
    /// Who is away.
    pub inspector: InspectorId,
    /// The first day away.
    pub first_day: NaiveDate,
    /// The last day away.
    pub last_day: NaiveDate,
}

/// `clearances.csv`: a security clearance that an inspector holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Clearance {
    /// Who holds it.
    pub inspector: InspectorId,
    /// Which clearance.
    pub clearance: String,
    /// The last day on which it is valid; `None` means no end.
    pub valid_until: Option<NaiveDate>,
}

/// `conflicts.csv`: an inspector who must not visit a site.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// Who.
    pub inspector: InspectorId,
    /// Where not.
    pub site: SiteId,
    /// Whether it reaches the sites that a link ties to this one, either way.
    pub linked: bool,
}

/// `travel.csv`: how far one inspector has it to one site. It replaces the great circle; no output shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Travel {
    /// Who.
    pub inspector: InspectorId,
    /// Where to.
    pub site: SiteId,
    /// Kilometres, one way.
    pub km: f64,
}

/// `apart.csv`: two inspectors who must not be on one visit.
#[derive(Debug, Clone, PartialEq)]
pub struct Apart {
    /// One of them.
    pub inspector_a: InspectorId,
    /// The other.
    pub inspector_b: InspectorId,
}

/// Which way an indicator points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// A higher value is better.
    Higher,
    /// A lower value is better.
    Lower,
}

/// `indicators.csv`: one measure of performance.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// Its id.
    pub id: String,
    /// Which way it points.
    pub better: Better,
    /// Its weight in the composite; 0 or more.
    pub weight: f64,
    /// Its name, as shown to people, if given.
    pub name: Option<String>,
}

/// `performance.csv`: the value of one indicator at one site.
#[derive(Debug, Clone, PartialEq)]
pub struct Performance {
    /// The site.
    pub site: SiteId,
    /// The id of the indicator.
    pub indicator: String,
    /// The value; `None` where there is none.
    pub value: Option<f64>,
    /// The period it speaks of: shown, not scored.
    pub period: Option<String>,
}

/// `intelligence.csv`: something known about a site beyond the figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Intelligence {
    /// The site.
    pub site: SiteId,
    /// `concern`, `innovation`, or any other type; only those two are ever scored.
    pub r#type: String,
    /// From 1 to 5.
    pub strength: u32,
    /// What was said, if given.
    pub note: Option<String>,
    /// Who said it; never shown in any output.
    pub source: Option<String>,
}

/// `engagements.csv`: another inspection of a site, past or planned.
#[derive(Debug, Clone, PartialEq)]
pub struct Engagement {
    /// The site.
    pub site: SiteId,
    /// Which inspection.
    pub inspection: String,
    /// Its first day.
    pub first_day: NaiveDate,
    /// Its last day.
    pub last_day: NaiveDate,
    /// True onsite days, where fewer than the period holds.
    pub days: Option<u32>,
    /// Whose inspection it is, if given.
    pub inspectorate: Option<String>,
}

/// `bank_holidays.csv`, and the built-in list: a bank holiday of a nation.
#[derive(Debug, Clone, PartialEq)]
pub struct BankHoliday {
    /// The nation.
    pub nation: String,
    /// The day.
    pub date: NaiveDate,
    /// What it is called.
    pub name: String,
}

/// How strictly a period is avoided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// No onsite day may lie in it.
    Must,
    /// Every onsite day in it costs.
    Prefer,
}

/// `periods_to_avoid.csv`: a period, both ends included, better clear of visits.
#[derive(Debug, Clone, PartialEq)]
pub struct Period {
    /// What it is, such as `Easter holidays`.
    pub name: String,
    /// `all`, `site`, or a column of `sites.csv`.
    pub applies_to: String,
    /// The site's id, or the text in that column; `None` for `all`.
    pub value: Option<String>,
    /// Its first day.
    pub first_day: NaiveDate,
    /// Its last day.
    pub last_day: NaiveDate,
    /// How strictly it is avoided.
    pub severity: Severity,
}

/// `fixed.csv`: what the lead has settled for a site, if it is selected. Every row for a site holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Fixed {
    /// The site.
    pub site: SiteId,
    /// No onsite day before this one; `None` is open.
    pub not_before: Option<NaiveDate>,
    /// No onsite day after this one; `None` is open.
    pub not_after: Option<NaiveDate>,
    /// Someone who must be on the visit.
    pub inspector: Option<InspectorId>,
}

/// What came of an issue raised in consultation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing changes.
    None,
    /// The dates take it into account.
    Dates,
    /// The site is excluded.
    Excluded,
}

/// `consultation.csv`: an issue raised about a proposed site.
#[derive(Debug, Clone, PartialEq)]
pub struct Consultation {
    /// The site.
    pub site: SiteId,
    /// Through which inspectorate it was raised.
    pub inspectorate: InspectorateId,
    /// When.
    pub raised_on: NaiveDate,
    /// What was raised.
    pub issue: String,
    /// What came of it.
    pub outcome: Outcome,
    /// Why, if given.
    pub reason: Option<String>,
}

/// `authority.csv`: an authority that has been given.
#[derive(Debug, Clone, PartialEq)]
pub struct AuthorityGiven {
    /// Whose authority.
    pub inspectorate: InspectorateId,
    /// By whom.
    pub given_by: String,
    /// When.
    pub given_on: NaiveDate,
    /// The code of the plan that it was given for, as written; without it the row counts for none.
    pub code: Option<String>,
}

impl AuthorityGiven {
    /// Whether it was given for the plan with this code. Case and spaces, which people type as they come, do not count.
    ///
    /// The checker compares by itself.
    pub fn is_for(&self, code: &str) -> bool {
        let plain = |text: &str| -> String {
            let letters = text.chars().filter(|letter| !letter.is_whitespace());
            letters.flat_map(char::to_uppercase).collect()
        };
        let own = self.code.as_deref();
        own.is_some_and(|own| plain(own) == plain(code))
    }
}

/// `boards.csv`: a day on which the board, or the chief, of an inspectorate decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// Whose.
    pub inspectorate: InspectorateId,
    /// The day.
    pub date: NaiveDate,
    /// What meets, such as `HMI Board`, if given.
    pub what: Option<String>,
}
