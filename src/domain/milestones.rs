//! The rows of `milestones.csv`: what has to be done from scope to publication, by whom, and in which order.

use chrono::NaiveDate;
use serde::Serialize;

use super::{InspectorateId, MilestoneId};

/// One row of the table of milestones: the built-in one with the rows of the input laid over it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// Its id, such as `emerging-findings`.
    pub id: MilestoneId,
    /// What is done by then, in plain words.
    pub name: String,
    /// The stage of the methodology: 1 to 8.
    pub stage: u32,
    /// The paragraphs of the methodology that it answers, `;` between, such as `16` or `48b`. Blank for rows of the user's own.
    pub paragraph: String,
    /// Who sees to it.
    pub owner: String,
    /// In which inspections it is needed.
    pub whose: Whose,
    /// How often it is needed.
    pub per: Per,
    /// What must be done before.
    pub after: Vec<MilestoneId>,
    /// What it must be done before.
    pub before: Vec<Before>,
    /// Working days that it takes, once everything that it follows is done.
    pub days: u32,
    /// Working days that it takes in the longer course, where those are more.
    pub longer: Option<u32>,
    /// Whether how long it takes is a default of this program: the methodology gives none of these.
    pub days_are_ours: bool,
    /// When it happens, where more than its order fixes that.
    pub on: Option<On>,
    /// Whether the board or the chief of its inspectorate decides it, on a day of `boards.csv` where there is one.
    pub decision: bool,
    /// The method that it is for, where it is only needed for one.
    pub using: Option<Using>,
    /// A date to bear in mind. Nothing waits for a note.
    pub note: bool,
    /// Taken out by the input. What it followed still comes before what followed it.
    pub removed: bool,
}

/// The inspectorates that a milestone is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// Whoever takes part.
    Everyone,
    /// These, where they take part.
    Only(Vec<InspectorateId>),
    /// Whoever takes part but is none of these.
    Except(Vec<InspectorateId>),
}

impl Whose {
    /// Whether it is for this inspectorate.
    pub fn includes(&self, inspectorate: &InspectorateId) -> bool {
        match self {
            Whose::Everyone => true,
            Whose::Only(these) => these.contains(inspectorate),
            Whose::Except(these) => !these.contains(inspectorate),
        }
    }
}

/// A method that has milestones of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Using {
    /// Case files are examined, on visits or before.
    FileExamination,
    /// A survey for the whole inspection.
    Survey,
    /// User voice work for the whole inspection.
    UserVoice,
    /// A call for evidence.
    CallForEvidence,
    /// An external reference group.
    ReferenceGroup,
}

/// `[national]`: work commissioned once, for the whole inspection. Each has milestones of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct National {
    /// Whether there is a survey.
    pub survey: bool,
    /// Whether there is user voice work.
    pub user_voice: bool,
    /// Whether there is a call for evidence.
    pub call_for_evidence: bool,
    /// Whether there is an external reference group.
    pub reference_group: bool,
}

/// How often a milestone is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Per {
    /// Once.
    Once,
    /// For each visit, of the inspectorate whose kind of site is visited.
    Visit,
    /// For each inspectorate that takes part.
    Inspectorate,
}

/// What a milestone must be done before, and how long before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    /// What comes later.
    pub milestone: MilestoneId,
    /// The time between, at least.
    pub lead: Lead,
}

/// The time that must lie between a milestone and what it precedes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    /// None beyond the working days of the later one.
    None,
    /// `notice_weeks` of `[timing]`.
    Notice,
    /// So much calendar time.
    Time(Time),
}

/// Calendar time, weekends and bank holidays included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Time {
    /// How many.
    pub number: u32,
    /// Of what.
    pub unit: Unit,
}

/// A unit of calendar time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months: the same day of the month, or its last.
    Months,
    /// Years.
    Years,
}

/// When a milestone happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum On {
    /// On a date that the settings or the plan give.
    Given(Given),
    /// On this date.
    Date(NaiveDate),
    /// So long before another; where that is no working day, on the last one before.
    Before(Time, MilestoneId),
    /// So long after another.
    After(Time, MilestoneId),
}

/// Dates that the settings and the plan give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// `selection_proposed` of `[timing]`.
    SelectionProposed,
    /// The date of each inspectorate in `[authority]`.
    Authority,
    /// `spare_days` working days after the last authority.
    LettersReady,
    /// The last day for the letter of a visit.
    Letters,
    /// The preparation days of a visit.
    Preparation,
    /// The onsite days of a visit.
    Fieldwork,
    /// `publication` of `[timing]`, if it is given.
    Publication,
}
