//! What a rule can look at: parts of a plan, and facts of an inspector.

use enumset::EnumSetType;

/// The smallest part of a plan that always shows whether a rule is kept. Whatever else a plan holds may change, and
/// the rule is kept or broken as before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// Which sites are selected, whenever and by whomever they are visited.
    Selection,
    /// The dates of one visit. The planner never looks at a start that breaks such a rule.
    OneVisitsDates(DateRule),
    /// The selected sites and the dates of their visits together.
    DatesTogether,
    /// One inspector on one visit on its dates. The planner never looks at a seat that breaks such a rule.
    OneInspector(PersonRule),
    /// The team of one visit, on its dates.
    OneTeam,
    /// The visits together, their dates and their teams.
    TeamsTogether,
    /// What happens inside one visit: placed once the visit is settled, and nothing to the plan of visits.
    InsideVisit,
}

impl Subject {
    /// Whether it is known before anything is chosen which starts and which seats keep the rule: then the planner looks
    /// at no others, and its model needs no rows for it.
    pub fn is_settled_before_the_model(self) -> bool {
        match self {
            Self::OneVisitsDates(_) | Self::OneInspector(_) | Self::InsideVisit => true,
            Self::Selection | Self::DatesTogether | Self::OneTeam | Self::TeamsTogether => false,
        }
    }

    pub(super) fn date_rule(self) -> Option<DateRule> {
        match self {
            Self::OneVisitsDates(rule) => Some(rule),
            Self::OneInspector(_) | Self::Selection | Self::DatesTogether => None,
            Self::OneTeam | Self::TeamsTogether | Self::InsideVisit => None,
        }
    }

    pub(super) fn person_rule(self) -> Option<PersonRule> {
        match self {
            Self::OneInspector(rule) => Some(rule),
            Self::OneVisitsDates(_) | Self::Selection | Self::DatesTogether => None,
            Self::OneTeam | Self::TeamsTogether | Self::InsideVisit => None,
        }
    }

    /// Whether it is about who goes.
    pub fn is_about_people(self) -> bool {
        match self {
            Self::OneInspector(_) | Self::OneTeam | Self::TeamsTogether => true,
            Self::Selection | Self::OneVisitsDates(_) => false,
            Self::DatesTogether | Self::InsideVisit => false,
        }
    }
}

/// A rule that the dates of one visit decide, whatever else is planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DateRule {
    /// T1.
    Window,
    /// T2.
    Notice,
    /// T3.
    WorkingDays,
    /// T4.
    Avoid,
    /// T5.
    Gap,
    /// T8.
    FixedDates,
}

/// A rule that one inspector, one visit and its dates decide, whoever else goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PersonRule {
    /// P4.
    Available,
    /// P5.
    Cleared,
    /// P6.
    NoConflict,
}

/// Something that the tables say of an inspector and that a rule or the score may read.
///
/// Two inspectors who agree in everything that is read may change places in any plan, and the planner looks at one of
/// two such plans only. So a fact that is left out here, or in the line of a rule that reads it, can make a proof wrong.
#[derive(Debug, Hash, PartialOrd, Ord, EnumSetType)]
pub enum InspectorFact {
    /// Whose inspector they are.
    Inspectorate,
    /// Whether they have done this before.
    Experience,
    /// From when to when they are in the team.
    InTeam,
    /// Where they live. No rule reads it; the score does, for travel.
    Base,
    /// How far they have it (`travel.csv`). No rule reads it; the score does.
    Journeys,
    /// What they can do.
    Skills,
    /// The weekdays on which they work.
    WorkingDays,
    /// How many onsite days they may have: their own limit, or else the general one.
    MaxDays,
    /// When they are away (`absences.csv`).
    Absences,
    /// Which clearances they hold, and until when (`clearances.csv`).
    Clearances,
    /// Which sites they must not visit (`conflicts.csv`).
    Conflicts,
    /// With whom they must not visit (`apart.csv`).
    KeptApart,
    /// Which sites they are fixed to (`fixed.csv`).
    FixedTo,
}
