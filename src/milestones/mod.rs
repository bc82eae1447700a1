//! The project timetable: every milestone from scope to publication, with the earliest and the latest date on which it
//! can be done.
//!
//! The rows of the table become *steps*, one for each visit or inspectorate where the row says so. Some steps have a
//! date: the proposal of the selection, each authority, the letters, each visit, perhaps publication. The others follow from their
//! order. A step of n working days that follows another is done on the n-th working day after that one is done; with
//! n = 0 on the same day. A visit and its preparation begin after the day on which what they follow is done. A working day is one of both England and Wales.
//!
//! The pass forward gives the earliest dates. What follows nothing starts together, as late as every given date allows. The
//! pass backward gives the latest dates at which every given date, and publication, is still met.

mod authorised;
mod boards;
mod critical;
mod earliest_latest;
mod evidence_age;
mod given;
mod late;
mod network;
mod remarks;
mod steps;
mod time;
mod uses;
mod visits;
mod waits;

use chrono::NaiveDate;

use crate::calendar::Calendar;
use crate::domain::{Given, Inspection, InspectorateId, Milestone, On, Plan, SiteId, plan_code};
use steps::Course;

pub use evidence_age::{Age, EvidenceAge};
pub use late::{ChainStep, Driver, Late};
pub use remarks::Remark;

/// The names of the eight stages of the methodology.
pub const STAGES: [&str; 8] = [
    "Planning, scope and methodology",
    "Selection of sites and commissioning",
    "Before onsite fieldwork",
    "Onsite fieldwork",
    "Evaluation and emerging findings",
    "Report writing",
    "Publication and media",
    "Retention and destruction",
];

/// The id of the milestone that ends stage 1: its chain is critical too.
const PROPOSED: &str = "selection-proposed";
/// The id of the milestone that everything leads to.
const PUBLICATION: &str = "publication";

/// The project timetable.
#[derive(Debug, Clone, PartialEq)]
pub struct Project<'a> {
    /// Every step, in the order of the table; those of a row by visit or by inspectorate.
    pub steps: Vec<Step<'a>>,
    /// The working day on which work begins on what follows nothing: the latest that keeps every given date.
    pub start: NaiveDate,
    /// The day of publication: as given, or else the earliest that the order allows. `None` where there is no such milestone.
    pub publication: Option<NaiveDate>,
    /// The day of publication by the longer course, where that is later than the earliest: the order and every given date are the
    /// same, and some steps take longer.
    pub publication_longer: Option<NaiveDate>,
    /// Whether there is a plan; without one, a single stretch of fieldwork stands in for the visits.
    pub planned: bool,
    /// Given dates that cannot be met, each with the chain that forces it.
    pub late: Vec<Late>,
    /// How old the evidence is at publication; `None` without a plan or publication.
    pub evidence_age: Option<EvidenceAge>,
}

/// A milestone: once, of one visit, or of one inspectorate.
#[derive(Debug, Clone, PartialEq)]
pub struct Step<'a> {
    /// Its row of the table.
    pub milestone: &'a Milestone,
    /// The site, where it is of one visit.
    pub site: Option<SiteId>,
    /// The inspectorate, where it is of one.
    pub inspectorate: Option<InspectorateId>,
    /// What it is called: its name, with the site or the inspectorate.
    pub label: String,
    /// Its dates; `None` for a note without one.
    pub dates: Option<Dates>,
    /// From the earliest day to the latest, where it comes before an authority and has both: an authority with a date says no more
    /// than that it was done in between.
    pub between: Option<(NaiveDate, NaiveDate)>,
    /// What else is to be said of it.
    pub remarks: Vec<Remark>,
}

/// When a step happens, and when it could.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dates {
    /// The first day of work on it; the day itself where it takes none.
    pub start: NaiveDate,
    /// The day on which it is done: as given, or else the earliest.
    pub done: NaiveDate,
    /// The first day on which it can be done; of a given date other than publication, that date.
    pub earliest: NaiveDate,
    /// The last day on which it can be done; `None` where nothing waits for it.
    pub latest: Option<NaiveDate>,
    /// Working days from the earliest to the latest: below 0 where a date cannot be met.
    pub slack: Option<i64>,
    /// Whether it is on the chain that decides when the selection can be proposed or the report published. A weekend
    /// may leave such a chain a day of slack.
    pub critical: bool,
    /// Whether the settings or the plan give its date.
    pub given: bool,
    /// Working days by which its given date is too early.
    pub late_by: i64,
    /// The day on which it is done by the longer course, where that is later.
    pub longer: Option<NaiveDate>,
}

impl Step<'_> {
    /// Working days that it takes; `None` where it takes none, or the plan or the settings give its days.
    pub fn working_days(&self) -> Option<u32> {
        let takes = self.dates.is_some() && !self.is_stretch();
        Some(self.milestone.days).filter(|days| takes && *days > 0)
    }

    /// Working days that it takes in the longer course, where those are more.
    pub fn working_days_longer(&self) -> Option<u32> {
        let takes = self.dates.is_some() && !self.is_stretch();
        let longer = self.milestone.longer;
        longer.filter(|days| takes && *days > self.milestone.days)
    }

    /// Whether it is the publication of the report.
    pub fn is_publication(&self) -> bool {
        self.milestone.id.as_str() == PUBLICATION
    }

    /// Whether it is the commissioning letter, or one of them.
    pub fn is_letter(&self) -> bool {
        self.milestone.on == Some(On::Given(Given::Letters))
    }

    /// Whether it is a stretch of days given by the plan: preparation or fieldwork.
    pub fn is_stretch(&self) -> bool {
        let stretches = [Given::Preparation, Given::Fieldwork].map(On::Given);
        self.milestone
            .on
            .as_ref()
            .is_some_and(|on| stretches.contains(on))
    }
}

/// Works out the project timetable of an inspection, with its plan or before there is one.
pub fn project<'a>(
    inspection: &'a Inspection,
    calendar: &Calendar,
    plan: Option<&Plan>,
) -> Project<'a> {
    let visits = visits::visits(inspection, calendar, plan);
    let code = plan.map(|plan| plan_code(&plan.visits));
    let worked_out = |course: Course| {
        let nodes = steps::nodes(inspection, calendar, &visits, code.as_deref(), course);
        let network = network::Network::new(inspection, nodes);
        let proposed = inspection.timing.selection_proposed;
        let passed = earliest_latest::Passes::run(&network, calendar, proposed);
        (network, passed)
    };
    let (network, passed) = worked_out(Course::Usual);
    let (_, longer) = worked_out(Course::Longer);
    let publication = passed.publication(&network);
    let late = late::late(&network, calendar, &passed);
    let critical = critical::critical(&network, calendar, &passed);
    let leading = authorised::leading(&network);
    // Both have the same steps.
    let later = |place: usize| {
        let day = longer.earliest(&network, place);
        Some(day).filter(|day| *day > passed.earliest(&network, place))
    };
    let step = |(place, node): (usize, &steps::Node<'a>)| {
        let dates = passed.dates(&network, calendar, place, critical.contains(&place));
        let dates = dates.map(|dates| Dates {
            longer: later(place),
            ..dates
        });
        let window = dates.filter(|_| leading.contains(&place));
        let window = window.and_then(|dates| Some((dates.earliest, dates.latest?)));
        Step {
            milestone: node.milestone,
            site: node.site.clone(),
            inspectorate: node.inspectorate.clone().filter(|_| node.is_one_of_many),
            label: node.label.clone(),
            dates,
            between: window.filter(|(earliest, latest)| latest > earliest),
            remarks: remarks::of_step(inspection, &network, &passed, &leading, place),
        }
    };
    let nodes = network.nodes.iter().enumerate();
    let steps = nodes
        .filter(|(_, node)| node.is_shown())
        .map(step)
        .collect();
    Project {
        steps,
        start: calendar.desk_day_after(passed.start, 1),
        publication,
        publication_longer: network.first_of(PUBLICATION).and_then(later),
        planned: plan.is_some(),
        late,
        evidence_age: publication
            .filter(|_| plan.is_some())
            .and_then(|day| evidence_age::evidence_age(&visits, day)),
    }
}
