//! What happens on a visit: `activities.csv`, `[day]` and `[timetable]` (`docs/timetables.md`).

use std::collections::BTreeSet;
use std::fmt;

use super::{InspectorateId, KindId, TimeOfDay};

/// `activities.csv`: one thing that a team does on every visit to a kind of site.
#[derive(Debug, Clone, PartialEq)]
pub struct Activity {
    /// The kind of site.
    pub kind: KindId,
    /// Its name, once for each kind.
    pub name: String,
    /// How evidence is gathered.
    pub method: Method,
    /// Sessions on each visit; 1 or more.
    pub sessions: u32,
    /// How long each session is, in minutes; 1 or more.
    pub minutes: u32,
    /// Whether it is done on preparation days rather than onsite.
    pub remote: bool,
    /// Who takes its sessions.
    pub taken_by: TakenBy,
    /// Why one inspectorate alone was agreed; given exactly with [`TakenBy::One`].
    pub exception: Option<String>,
    /// The persons or groups seen.
    pub with: BTreeSet<String>,
    /// Whether it is set for the first or the last day.
    pub day: SetDay,
    /// No session begins before this time.
    pub earliest: Option<TimeOfDay>,
    /// No session ends after this time.
    pub latest: Option<TimeOfDay>,
    /// The names of the activities that must be over first.
    pub after: Vec<String>,
    /// Minutes after the last session of `after` on the same day, whoever takes it, for things to be passed on.
    pub gap: Option<u32>,
    /// Skills that someone who takes a session must hold.
    pub skills: BTreeSet<String>,
    /// The clearance or access to IT that everyone who takes a session must hold.
    pub security: Option<String>,
}

/// How the program reads a row. The checker does not ask these: it reads the fields by `docs/timetables.md` itself.
impl Activity {
    /// Whether its sessions are opening meetings, which come before all others (V9).
    pub fn opens(&self) -> bool {
        self.method == Method::OpeningMeeting && !self.remote
    }

    /// Whether its sessions are closing debriefs, which come after all others (V9).
    pub fn closes(&self) -> bool {
        self.method == Method::Debrief && self.day != SetDay::First && !self.remote
    }
}

macro_rules! methods {
    ($($variant:ident, $name:literal;)+) => {
        /// How evidence is gathered (stage one of the methodology), and the meetings around it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Method {
            $(#[doc = $name] $variant,)+
        }

        impl Method {
            /// Every method by its name, in the order of the documents.
            pub const ALL: &'static [(&'static str, Method)] = &[$(($name, Method::$variant),)+];

            /// Its name, such as `focus group`.
            pub fn name(self) -> &'static str {
                match self { $(Method::$variant => $name,)+ }
            }
        }
    };
}

methods! {
    FileExamination, "file examination";
    DocumentReview, "document review";
    Data, "data";
    RealityCheck, "reality check";
    Interview, "interview";
    FocusGroup, "focus group";
    Survey, "survey";
    CourtObservation, "court observation";
    OtherObservation, "other observation";
    UserVoice, "user voice";
    ExternalReferenceGroup, "external reference group";
    Debrief, "debrief";
    OpeningMeeting, "opening meeting";
}

/// Who takes the sessions of an activity.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum TakenBy {
    /// Any one pair of the visit.
    AnyPair,
    /// A pair of these two inspectorates.
    Pair([InspectorateId; 2]),
    /// One inspector of this inspectorate, as an agreed exception; their pair goes nowhere else meanwhile.
    One(InspectorateId),
    /// The whole team.
    All,
}

impl TakenBy {
    /// Whether a pair of these two inspectorates may take a session. For [`TakenBy::All`] every pair takes part.
    ///
    /// The checker decides this by itself (V5).
    pub fn allows(&self, pair: &[InspectorateId; 2]) -> bool {
        match self {
            Self::AnyPair | Self::All => true,
            Self::Pair([one, other]) => pair.contains(one) && pair.contains(other),
            Self::One(one) => pair.contains(one),
        }
    }
}

impl fmt::Display for TakenBy {
    /// As it stands in `activities.csv`; blank for any pair.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AnyPair => Ok(()),
            Self::Pair([one, other]) => write!(f, "{one}+{other}"),
            Self::One(one) => one.fmt(f),
            Self::All => f.write_str("all"),
        }
    }
}

/// The day of a visit for which an activity is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SetDay {
    /// The first onsite day.
    First,
    /// The last onsite day with a session.
    Last,
    /// Any day.
    Any,
}

/// `[day]`: the hours of an onsite day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayHours {
    /// When a day begins.
    pub start: TimeOfDay,
    /// When a day ends.
    pub end: TimeOfDay,
    /// When lunch begins and ends.
    pub lunch: [TimeOfDay; 2],
    /// Minutes of the team's own debrief, which ends every day.
    pub debrief: u32,
    /// Minutes from one session of a pair to its next.
    pub between: u32,
    /// The first day begins no earlier.
    pub arrival: Option<TimeOfDay>,
    /// The last day ends no later.
    pub departure: Option<TimeOfDay>,
}

impl DayHours {
    /// What holds where `[day]` says nothing.
    pub const DEFAULT: Self = {
        const fn at(hour: u32, minute: u32) -> TimeOfDay {
            TimeOfDay::from_minutes(hour * 60 + minute)
        }
        Self {
            start: at(9, 0),
            end: at(17, 0),
            lunch: [at(12, 30), at(13, 15)],
            debrief: 30,
            between: 15,
            arrival: None,
            departure: None,
        }
    };
}

impl Default for DayHours {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// `[timetable] by`: who draws the timetables up (paragraph 19 of the methodology).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DrawnUpBy {
    /// The lead inspector, one for all.
    #[default]
    Lead,
    /// Each inspectorate for the sites of its own kinds, and the lead joins them.
    EachInspectorate,
}
