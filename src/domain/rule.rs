//! The hard rules. Each has a number, a name and one sentence, the same wherever it is met:
//! in the model, the checker, the messages and the reports.

use enumset::{EnumSet, EnumSetType};

/// A set of rules, such as those that collide when there is no plan.
pub type RuleSet = EnumSet<Rule>;

macro_rules! rules {
    ($($variant:ident, $number:literal, $name:literal, $sentence:literal;)+) => {
        /// A rule that every plan keeps (`docs/design.md`, section 3; V1 to V12 in
        /// `docs/timetables.md`). To add one, add it here and follow the compiler.
        #[derive(Debug, Hash, PartialOrd, Ord, EnumSetType)]
        pub enum Rule {
            $(#[doc = $sentence] $variant,)+
        }

        impl Rule {
            /// Every rule, in the order of the table.
            pub const ALL: &'static [Rule] = &[$(Rule::$variant,)+];

            /// The rules of sites, dates and teams: all but V1 to V12.
            pub fn of_plans() -> RuleSet {
                RuleSet::all() - Self::of_timetables()
            }

            /// The rules of what happens inside a visit: V1 to V12 (`docs/timetables.md`).
            pub fn of_timetables() -> RuleSet {
                Self::ALL.iter().copied().filter(|rule| rule.number().starts_with('V')).collect()
            }

            /// Its number, such as `S1`.
            pub fn number(self) -> &'static str {
                match self { $(Rule::$variant => $number,)+ }
            }

            /// Its name, such as `count`.
            pub fn name(self) -> &'static str {
                match self { $(Rule::$variant => $name,)+ }
            }

            /// The rule itself, in one sentence.
            pub fn sentence(self) -> &'static str {
                match self { $(Rule::$variant => $sentence,)+ }
            }
        }
    };
}

rules! {
    Count, "S1", "count", "Each kind has from `sites.min` to `sites.max` selected sites.";
    Included, "S2", "included", "Every included site is selected and no excluded one is.";
    Quota, "S3", "quota", "Each quota holds over the selected sites of its kind.";
    Burden, "S4", "burden", "No selected site has more than `burden.max_days` engagement days.";
    Link, "S5", "link", "A selected `each` site has at least one of the sites it names selected; a selected site of a brought kind is named by a selected site of some link that brings its kind.";
    Window, "T1", "window", "Every onsite day lies from `timing.first_day` to `timing.last_day`.";
    Notice, "T2", "notice", "Every visit starts at least `notice_weeks` × 7 days after the day letters are ready.";
    WorkingDays, "T3", "working days", "A visit is its kind's `days` in consecutive working days, starting on one of `start_days`; up to 5 days lie in one ISO week, more start on the first working day of an ISO week.";
    Avoid, "T4", "avoid", "No onsite day lies in a `must` period that applies to the site.";
    Gap, "T5", "gap", "No onsite day is within `gap_weeks` × 7 days of an engagement of that site.";
    WeekLimit, "T6", "week limit", "At most `max_visits_per_week` visits have an onsite day in one ISO week; visits brought by a \"same week\" link are not counted.";
    Together, "T7", "together", "With timing \"same week\", a brought site's visit starts in the same ISO week as the visit of at least one selected site that names it.";
    FixedDates, "T8", "fixed dates", "A selected site with fixed dates has all its onsite days within them.";
    Joint, "P1", "joint", "Every pair seats one inspector of each of its two inspectorates, which differ, and no inspector has two seats on one visit.";
    Experience, "P2", "experience", "Every pair has at least one experienced inspector.";
    OnePlace, "P3", "one place", "No inspector is needed by two visits on the same day, preparation days included.";
    Available, "P4", "available", "Every inspector works, and is not absent, on each preparation and onsite day of their visits.";
    Cleared, "P5", "cleared", "Every inspector on a visit holds the kind's clearance, valid on its last day.";
    NoConflict, "P6", "no conflict", "No inspector visits a site with which they have a conflict.";
    Apart, "P7", "apart", "Two inspectors kept apart are never on the same visit.";
    Skills, "P8", "skills", "Every skill in the site's `needs` is held by someone on the visit.";
    Limit, "P9", "limit", "No inspector has more onsite days than their `max_days`.";
    Rest, "P10", "rest", "No inspector is onsite in more than `max_weeks_in_row` ISO weeks in a row.";
    VisitLead, "P11", "visit lead", "Every visit has an experienced inspector of its kind's inspectorate: one of them is its visit lead.";
    SameTeam, "P12", "same team", "With `same_team`, every inspector on a brought site's visit is also on a visit, starting in that week, of a site that names it.";
    Named, "P13", "named", "A selected site with a fixed inspector has that inspector on its visit.";
    Placed, "V1", "placed", "Every onsite session of a visit's activities is placed once and lasts its activity's minutes.";
    Hours, "V2", "hours", "Every session lies on a day of the visit, within its hours, clear of lunch and of the daily debrief, which the whole team attends.";
    PairInOnePlace, "V3", "pair", "A pair is in one session at a time, with `between` minutes from one to the next.";
    SeenInOnePlace, "V4", "seen", "A person or group is seen in one session at a time.";
    TakenJointly, "V5", "joint", "Every session is taken by a joint pair, the pair that its activity names, or the whole team; by one inspectorate alone only where an exception says why.";
    InOrder, "V6", "order", "A session begins only when every session of the activities that it comes after is over.";
    OnSetDay, "V7", "set day", "A session of an activity set for the first or last day is on that day.";
    AtSetTimes, "V8", "set times", "No session begins before its activity's `earliest` or ends after its `latest`.";
    OpenedAndClosed, "V9", "opening and closing", "Every other session begins after the opening meeting is over, and is over before the closing debrief begins.";
    SessionSkills, "V10", "session skills", "Every skill that an activity needs is held by someone who takes the session.";
    SessionSecurity, "V11", "session security", "Everyone who takes a session holds the security that its activity needs, valid on that day.";
    Preparation, "V12", "preparation", "Every remote session is shared out once, to those who may take it, on a preparation day of the visit with the hours for it; or it is reported as not fitting.";
}
