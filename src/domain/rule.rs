//! The hard rules. Each has a number, a name and one sentence, the same wherever it is met: in the model, the checker,
//! the messages and the reports. And each says what it looks at, so that nobody else has to list rules by hand.

use enumset::{EnumSet, EnumSetType};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::subject::{DateRule, InspectorFact, PersonRule, Subject};

/// A set of rules, such as those that collide when there is no plan.
pub type RuleSet = EnumSet<Rule>;

macro_rules! rules {
    ($($variant:ident, $number:literal, $name:literal, $subject:ident $(($of:expr))?, [$($fact:ident),*], $sentence:literal;)+) => {
        /// A rule that every plan keeps (`docs/design.md`, section 3; V1 to V12 in `docs/timetables.md`).
        ///
        /// To add one, add a line to the table in this file: variant, number, name, what it looks at, which facts of an
        /// inspector it reads, and its sentence. What follows from that line nobody has to remember:
        ///
        /// - A rule on one visit's dates is a [`DateRule`]: the calendar does not compile until it says which starts
        ///   keep the rule, nor do the reports until they say why one does not. The starts that break it are never looked at.
        /// - A rule on one inspector and one visit is a [`PersonRule`]: the same, for who could go.
        /// - Any other rule is rows of the model, which does not compile until it has them.
        /// - The facts that it reads tell inspectors apart who could otherwise change places in a plan.
        ///
        /// Then follow the compiler, for no match over rules has a `_`: to the checker above all, which has to say in
        /// its own way where a plan breaks the rule. A mistake in the line would not make a plan wrong, for the checker
        /// refuses it; it would make a *proof* wrong, by leaving the best plan out of account. So tests hold every line
        /// against the checker: change what a rule does not look at, and its findings stay as they were.
        #[derive(Debug, Hash, PartialOrd, Ord, EnumSetType)]
        #[enumset(serialize_repr = "list")]
        pub enum Rule {
            $(#[doc = $sentence] $variant,)+
        }

        impl Rule {
            /// Every rule, in the order of the table.
            pub const ALL: &'static [Rule] = &[$(Rule::$variant,)+];

            /// Its number, such as `S1`.
            pub fn number(self) -> &'static str {
                match self { $(Rule::$variant => $number,)+ }
            }

            /// Its name, such as `count`.
            pub fn name(self) -> &'static str {
                match self { $(Rule::$variant => $name,)+ }
            }

            /// What it looks at: the smallest part of a plan that always shows whether it is kept.
            pub fn subject(self) -> Subject {
                match self { $(Rule::$variant => Subject::$subject $(($of))?,)+ }
            }

            /// The facts of an inspector that it compares with a plan.
            pub fn reads(self) -> EnumSet<InspectorFact> {
                match self { $(Rule::$variant => EnumSet::empty() $(| InspectorFact::$fact)*,)+ }
            }

            /// The rule itself, in one sentence.
            pub fn sentence(self) -> &'static str {
                match self { $(Rule::$variant => $sentence,)+ }
            }
        }
    };
}

rules! {
    Count, "S1", "count", Selection, [], "Each kind has from `sites.min` to `sites.max` selected sites.";
    Included, "S2", "included", Selection, [], "Every included site is selected and no excluded one is.";
    Quota, "S3", "quota", Selection, [], "Each quota holds over the selected sites of its kind.";
    Burden, "S4", "burden", Selection, [], "No selected site has more than `burden.max_days` engagement days, in proportion to its `full_days`.";
    Link, "S5", "link", Selection, [], "A selected `each` site has at least one of the sites it names selected; a selected site of a brought kind is named by a selected site of some link that brings its kind.";
    Window, "T1", "window", OneVisitsDates(DateRule::Window), [], "Every onsite day lies from `timing.first_day` to `timing.last_day`.";
    Notice, "T2", "notice", OneVisitsDates(DateRule::Notice), [], "Every visit starts at least `notice_weeks` × 7 days after the day letters are ready.";
    WorkingDays, "T3", "working days", OneVisitsDates(DateRule::WorkingDays), [], "A visit is its site's `days` in consecutive working days, starting on one of `start_days`; up to 5 days lie in one ISO week, more start on the first working day of an ISO week.";
    Avoid, "T4", "avoid", OneVisitsDates(DateRule::Avoid), [], "No onsite day lies in a `must` period that applies to the site.";
    Gap, "T5", "gap", OneVisitsDates(DateRule::Gap), [], "No onsite day is within `gap_weeks` × 7 days of an engagement of that site.";
    WeekLimit, "T6", "week limit", DatesTogether, [], "At most `max_visits_per_week` visits have an onsite day in one ISO week; visits brought by a \"same week\" link are not counted.";
    Together, "T7", "together", DatesTogether, [], "With timing \"same week\", a brought site's visit starts in the same ISO week as the visit of at least one selected site that names it; with \"after\", from `weeks.min` to `weeks.max` ISO weeks after it.";
    FixedDates, "T8", "fixed dates", OneVisitsDates(DateRule::FixedDates), [], "A selected site with fixed dates has all its onsite days within them.";
    Pilot, "T9", "pilot", DatesTogether, [], "The pilot is selected, and every other visit starts more than `review_days` working days after it, unless the one brings the other in the same week.";

    Joint, "P1", "joint", OneTeam, [Inspectorate], "Every pair seats one inspector of each of its two inspectorates, which differ, and no inspector has two seats on one visit.";
    Experience, "P2", "experience", OneTeam, [Experience], "Every pair has at least one experienced inspector.";
    OnePlace, "P3", "one place", TeamsTogether, [], "No inspector is needed by two visits on the same day, preparation days included.";
    Available, "P4", "available", OneInspector(PersonRule::Available), [InTeam, WorkingDays, Absences], "Every inspector is in the team, works, and is not absent, on each preparation and onsite day of their visits.";
    Cleared, "P5", "cleared", OneInspector(PersonRule::Cleared), [Clearances], "Every inspector on a visit holds the kind's clearance, valid on its last day.";
    NoConflict, "P6", "may visit", OneInspector(PersonRule::NoConflict), [Conflicts], "No inspector visits a site with which they have a conflict, nor one that a link ties to it, unless the conflict says it is not `linked`.";
    Apart, "P7", "apart", OneTeam, [KeptApart], "Two inspectors kept apart are never on the same visit.";
    Skills, "P8", "skills", OneTeam, [Skills], "Every skill in the site's `needs` is held by someone on the visit.";
    Limit, "P9", "limit", TeamsTogether, [MaxDays], "No inspector has more onsite days than their `max_days`.";
    Rest, "P10", "rest", TeamsTogether, [], "No inspector is onsite in more than `max_weeks_in_row` ISO weeks in a row.";
    VisitLead, "P11", "visit lead", OneTeam, [Inspectorate, Experience], "Every visit has an experienced inspector of its kind's inspectorate: one of them is its visit lead.";
    SameTeam, "P12", "same team", TeamsTogether, [], "With `same_team`, every inspector on a brought site's visit is also on a visit, starting in that week, of a site that names it.";
    Named, "P13", "named", OneTeam, [FixedTo], "A selected site with a fixed inspector has that inspector on its visit.";
    WriteUp, "P14", "write-up", TeamsTogether, [], "After a visit an inspector has its kind's `write_up_days` working days before another visit needs them, unless the one brings the other in the same week.";
    Journey, "P15", "journey", TeamsTogether, [], "No inspector is onsite at two sites more than `journey_km` apart on two days that follow each other, unless the one brings the other in the same week.";
    Placed, "V1", "placed", InsideVisit, [], "Every onsite session of a visit's activities is placed once and lasts its activity's minutes.";
    Hours, "V2", "hours", InsideVisit, [], "Every session lies on a day of the visit, within its hours, clear of lunch and of the daily debrief, which the whole team attends.";
    PairInOnePlace, "V3", "pair", InsideVisit, [], "A pair is in one session at a time, with `between` minutes from one to the next.";
    SeenInOnePlace, "V4", "seen", InsideVisit, [], "A person or group is seen in one session at a time.";
    TakenJointly, "V5", "joint", InsideVisit, [], "Every session is taken by a joint pair, the pair that its activity names, or the whole team; by one inspectorate alone only where an exception says why.";
    InOrder, "V6", "order", InsideVisit, [], "A session begins only when every session of the activities that it comes after is over, those on its own day by its activity's `gap`.";
    OnSetDay, "V7", "set day", InsideVisit, [], "A session of an activity set for the first or last day is on that day.";
    AtSetTimes, "V8", "set times", InsideVisit, [], "No session begins before its activity's `earliest` or ends after its `latest`.";
    OpenedAndClosed, "V9", "opening and closing", InsideVisit, [], "Every other session begins after the opening meeting is over, and is over before the closing debrief begins.";
    SessionSkills, "V10", "session skills", InsideVisit, [Inspectorate, Skills], "Every skill that an activity needs is held by someone who takes the session.";
    SessionSecurity, "V11", "session security", InsideVisit, [Inspectorate, Clearances], "Everyone who takes a session holds the security that its activity needs, valid on that day.";
    Preparation, "V12", "preparation", InsideVisit, [Inspectorate, Skills, Clearances], "Every remote session is shared out once, to those who may take it, on a preparation day of the visit with the hours for it; or it is reported as not fitting.";
}

impl Rule {
    /// The rules of sites, dates and teams: all but V1 to V12.
    pub fn of_plans() -> RuleSet {
        Self::where_subject(|subject| subject != Subject::InsideVisit)
    }

    /// The rules of what happens inside a visit: V1 to V12 (`docs/timetables.md`).
    pub fn of_timetables() -> RuleSet {
        Self::where_subject(|subject| subject == Subject::InsideVisit)
    }

    /// The rules of who goes: P1 to P15.
    pub fn of_teams() -> RuleSet {
        Self::where_subject(Subject::is_about_people)
    }

    fn where_subject(is_meant: impl Fn(Subject) -> bool) -> RuleSet {
        let all = Self::ALL.iter().copied();
        all.filter(|rule| is_meant(rule.subject())).collect()
    }
}

impl DateRule {
    /// Every such rule, in the order of the table of rules.
    pub fn all() -> impl Iterator<Item = Self> {
        let subjects = Rule::ALL.iter().map(|rule| rule.subject());
        subjects.filter_map(Subject::date_rule)
    }
}

impl From<DateRule> for Rule {
    fn from(rule: DateRule) -> Self {
        match rule {
            DateRule::Window => Self::Window,
            DateRule::Notice => Self::Notice,
            DateRule::WorkingDays => Self::WorkingDays,
            DateRule::Avoid => Self::Avoid,
            DateRule::Gap => Self::Gap,
            DateRule::FixedDates => Self::FixedDates,
        }
    }
}

impl PersonRule {
    /// Every such rule, in the order of the table of rules.
    pub fn all() -> impl Iterator<Item = Self> {
        let subjects = Rule::ALL.iter().map(|rule| rule.subject());
        subjects.filter_map(Subject::person_rule)
    }
}

impl From<PersonRule> for Rule {
    fn from(rule: PersonRule) -> Self {
        match rule {
            PersonRule::Available => Self::Available,
            PersonRule::Cleared => Self::Cleared,
            PersonRule::NoConflict => Self::NoConflict,
        }
    }
}

/// A rule is told by its number.
impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.number())
    }
}

impl<'de> Deserialize<'de> for Rule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = String::deserialize(deserializer)?;
        let mut rules = Self::ALL.iter().copied();
        rules
            .find(|rule| rule.number() == number)
            .ok_or_else(|| D::Error::custom(format!("there is no rule {number}")))
    }
}
