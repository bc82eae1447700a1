//! A plan: what is selected, when it is visited and by whom (`docs/design.md`, section 5).

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ids::{LONGEST_TEXT, PRINTABLE};
use super::{InspectorId, KindId, SiteId, TimeOfDay};

/// The version of `plan.json` that this program reads and writes.
pub const PLAN_FORMAT: u32 = 2;

/// The names of the three tiers, in order.
pub const TIER_NAMES: [&str; 3] = ["selection", "calendar", "staffing"];

/// A plan, as it stands in `plan.json`. Every report is drawn from it and can be drawn again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Plan {
    /// The version of the file.
    #[schemars(extend("const" = PLAN_FORMAT))]
    pub format: u32,
    /// The title of the inspection.
    #[schemars(extend("maxLength" = LONGEST_TEXT, "pattern" = PRINTABLE))]
    pub inspection: String,
    /// The digest of the input files that it was made from, as they stand: the order of their rows changes it, though not the plan.
    #[schemars(extend("maxLength" = LONGEST_TEXT, "pattern" = PRINTABLE))]
    pub inputs_digest: String,
    /// The code of the plan, `XXXX-XXXX`, for which authority is given: it changes when a site or a date does.
    /// Left out, it is worked out as the file is read.
    #[serde(default)]
    #[schemars(extend("maxLength" = LONGEST_TEXT, "pattern" = PRINTABLE))]
    pub code: String,
    /// The values of the three tiers, in order.
    pub tiers: Vec<Tier>,
    /// The latest authority over the inspectorates taking part.
    pub authority_date: NaiveDate,
    /// The visits, by first day, then site.
    pub visits: Vec<Visit>,
    /// The onsite sessions of the visits, by visit, day, start and pair; empty where there are no timetables.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<Session>,
    /// How the remote activities are shared out over the preparation days; empty where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub preparation: Vec<Prepared>,
    /// Where a visit has more or fewer sessions of an activity than `activities.csv` says: so the lead settled it, in an edited timetable.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub one_offs: Vec<OneOff>,
}

impl Plan {
    /// How many sessions of an activity the lead settled for one visit, if that is another number than its kind has.
    pub fn one_off(&self, site: &SiteId, activity: &str) -> Option<u32> {
        one_off(&self.one_offs, site, activity)
    }
}

/// The number of sessions settled for an activity at a site, if one is.
pub fn one_off(one_offs: &[OneOff], site: &SiteId, activity: &str) -> Option<u32> {
    let mut of_it = one_offs.iter();
    let of_it = of_it.find(|one| one.site == *site && one.activity == activity)?;
    Some(of_it.sessions)
}

/// One tier of the score: what the plan reaches, and what no plan can beat.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Tier {
    /// `selection`, `calendar` or `staffing`.
    #[schemars(extend("maxLength" = LONGEST_TEXT, "pattern" = PRINTABLE))]
    pub name: String,
    /// What the plan reaches.
    pub value: f64,
    /// Of the first tier: what the best selection of any plan scores, as far as was found. The plan may reach a little less,
    /// within the tolerance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub best: Option<f64>,
    /// What no plan can beat, as far as has been shown; nothing where nothing has.
    pub bound: Option<f64>,
    /// Whether the value is proved to be the best.
    pub proven: bool,
}

impl Tier {
    /// What the best selection of any plan scores, as far as was found: of the first tier. Of a later one, what the plan reaches.
    pub fn best(&self) -> f64 {
        self.best.unwrap_or(self.value)
    }
}

/// One visit: a selected site, its dates and its team.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Visit {
    /// The site.
    pub site: SiteId,
    /// Its kind.
    pub kind: KindId,
    /// The first onsite day.
    pub first_day: NaiveDate,
    /// The last onsite day.
    pub last_day: NaiveDate,
    /// The last day on which its letter may go out.
    pub letter_by: NaiveDate,
    /// Who sits in the kind's `pairs`, in that order and seat by seat.
    pub pairs: Vec<[InspectorId; 2]>,
    /// An experienced inspector of the kind's own inspectorate, who leads the visit.
    pub visit_lead: InspectorId,
}

impl Visit {
    /// Everyone on the visit, in the order of their seats.
    pub fn team(&self) -> impl Iterator<Item = &InspectorId> {
        self.pairs.iter().flatten()
    }
}

/// Who of a visit's team takes a session: the number of a pair, or `all`.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("pattern" = "^([Aa][Ll][Ll]|[+]?0*[1-9][0-9]{0,9})$"))]
pub enum Party {
    /// The pair of this number, from 1, in the order of the visit's `pairs`.
    Pair(u32),
    /// The whole team.
    All,
}

impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pair(number) => number.fmt(f),
            Self::All => f.write_str("all"),
        }
    }
}

impl FromStr for Party {
    type Err = String;

    /// Reads `all`, or the number of a pair from 1.
    fn from_str(text: &str) -> Result<Self, String> {
        if text.eq_ignore_ascii_case("all") {
            return Ok(Self::All);
        }
        let number = text.parse().ok().filter(|number| *number > 0);
        let number = number.map(Self::Pair);
        number.ok_or_else(|| "a pair is its number from 1, or all".to_owned())
    }
}

impl TryFrom<String> for Party {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Party> for String {
    fn from(party: Party) -> Self {
        party.to_string()
    }
}

/// One onsite session of a visit's timetable (`docs/timetables.md`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Session {
    /// The site.
    pub site: SiteId,
    /// The name of the activity.
    #[schemars(extend("maxLength" = LONGEST_TEXT, "pattern" = PRINTABLE))]
    pub activity: String,
    /// Which of the activity's sessions it is, from 1.
    pub session: u32,
    /// The day.
    pub date: NaiveDate,
    /// When it begins.
    pub start: TimeOfDay,
    /// When it ends.
    pub end: TimeOfDay,
    /// Who takes it.
    pub pair: Party,
}

/// A visit that has another number of sessions of an onsite activity than its kind: the decision of the lead inspector.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OneOff {
    /// The site.
    pub site: SiteId,
    /// The name of the activity.
    #[schemars(extend("maxLength" = LONGEST_TEXT, "pattern" = PRINTABLE))]
    pub activity: String,
    /// How many sessions of it this visit has; 0 where it does not take place.
    pub sessions: u32,
}

/// Sessions of one remote activity that one party takes on one preparation day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Prepared {
    /// The site.
    pub site: SiteId,
    /// The name of the activity.
    #[schemars(extend("maxLength" = LONGEST_TEXT, "pattern" = PRINTABLE))]
    pub activity: String,
    /// How many of its sessions.
    pub sessions: u32,
    /// The preparation day; nothing where they do not fit.
    pub date: Option<NaiveDate>,
    /// Who takes them; nothing where they do not fit.
    pub pair: Option<Party>,
}
