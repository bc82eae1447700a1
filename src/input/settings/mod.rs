//! From the merged settings to what they mean, with every reference followed.

mod header;
mod hours;
mod kinds;
mod limits_and_weights;
mod links;
mod named;
mod national;
mod pairs;
mod pilot;
mod profile;
mod quotas;
pub(super) mod removal;
mod section;
mod timing;
pub(super) mod tree;
mod values;

use self::section::Section;
use self::tree::{Node, Value};
use super::problems::Problems;
use super::references::{Names, References};
use crate::domain::{
    Authority, Burden, DayHours, DrawnUpBy, Header, InspectorateId, Kind, KindId, Letters, Link,
    National, Pilot, Quota, Site, Staffing, Timing, Weights,
};
use crate::schema::Field;
use crate::schema::forms::{Refers, Thing};
use crate::schema::settings::{LEAST_NOTICE, inspection, kinds as kinds_section};

/// Everything that the settings say.
///
/// Where a value was wrong, which has been noted, something harmless stands in for it, so that the rest can still be read.
#[derive(Debug)]
pub(super) struct Settings {
    pub(super) header: Header,
    /// `None` where a date is missing or wrong: nothing can be said about what follows from it.
    pub(super) timing: Option<Timing>,
    pub(super) pilot: Option<Pilot>,
    pub(super) national: National,
    /// `None` where an authority is missing or wrong.
    pub(super) authority: Option<Vec<(InspectorateId, Authority)>>,
    pub(super) kinds: Vec<Kind>,
    pub(super) quotas: Vec<Quota>,
    pub(super) links: Vec<Link>,
    pub(super) burden: Burden,
    pub(super) staffing: Staffing,
    pub(super) weights: Weights,
    pub(super) day: DayHours,
    pub(super) timetable_by: DrawnUpBy,
}

impl Settings {
    /// What stands in for settings that cannot be read.
    pub(super) fn stand_in() -> Self {
        Self {
            header: Header {
                title: String::new(),
                question: String::new(),
                lead: InspectorateId::from(""),
                inspectorates: Vec::new(),
                marking: String::new(),
                marking_for_bodies: String::new(),
            },
            timing: None,
            pilot: None,
            national: National::default(),
            authority: None,
            kinds: Vec::new(),
            quotas: Vec::new(),
            links: Vec::new(),
            burden: Burden {
                months_before: 0,
                months_after: 0,
                full_days: 1.0,
                max_days: None,
                gap_weeks: None,
            },
            staffing: Staffing::default(),
            weights: Weights::default(),
            day: DayHours::default(),
            timetable_by: DrawnUpBy::default(),
        }
    }
}

/// What stands in for dates that cannot be read.
pub(super) fn stand_in_timing() -> Timing {
    let day = chrono::NaiveDate::default();
    Timing {
        selection_proposed: day,
        first_day: day,
        last_day: day,
        notice_weeks: LEAST_NOTICE,
        spare_days: 0,
        letters: Letters::Together,
        max_visits_per_week: None,
        publication: None,
    }
}

/// What the settings are read against.
#[derive(Clone, Copy)]
struct Context<'a> {
    references: &'a References,
    /// Every site; `None` where some could not be read, so that nothing can be said of what no site has.
    sites: Option<&'a [Site]>,
    problems: &'a Problems,
}

/// Reads the settings.
pub(super) fn read(
    root: &Node,
    references: &References,
    sites: Option<&[Site]>,
    problems: &Problems,
) -> Settings {
    let context = Context {
        references,
        sites,
        problems,
    };
    let root = Section::root(root, problems);
    let header = header::inspection(&root, context);
    let timing = timing::timing(&root);
    let kinds = kinds::read(&root, context);
    let settings = Settings {
        authority: timing::authority(&root, &header, timing.as_ref(), context),
        pilot: pilot::pilot(&root, &kinds, context),
        national: national::national(&root),
        kinds,
        quotas: quotas::quotas(&root, context),
        links: links::links(&root, context),
        burden: limits_and_weights::burden(&root),
        staffing: limits_and_weights::staffing(&root),
        weights: limits_and_weights::weights(&root),
        day: hours::day(&root),
        timetable_by: hours::timetable(&root),
        header,
        timing,
    };
    root.finish();
    settings
}

/// The kinds of site that are named in the settings; `None` where there are none.
pub(super) fn kind_names(root: &Node, problems: &Problems) -> Option<Names> {
    let mut names = Names::new(
        Thing::Kind,
        format!("[kinds] in {}", problems.settings_called()),
    );
    let kinds = root.get(kinds_section::SECTION.name)?.entries();
    for (kind, node) in kinds {
        names.add(kind, None, node.place.clone(), problems);
    }
    (!kinds.is_empty()).then_some(names)
}

/// The inspectorates that take part; `None` where there are none.
pub(super) fn inspectorate_names(root: &Node, problems: &Problems) -> Option<Names> {
    let mut names = Names::new(
        Thing::Inspectorate,
        format!(
            "inspectorates of [inspection] in {}",
            problems.settings_called()
        ),
    );
    let section = root.get(inspection::SECTION.name)?;
    let Value::List(items) = &section.get(inspection::INSPECTORATES.name())?.value else {
        return None;
    };
    for item in items {
        if let Value::Text(text) = &item.value {
            names.add(text.trim(), None, item.place.clone(), problems);
        }
    }
    let is_empty = names.all().next().is_none();
    (!is_empty).then_some(names)
}

/// A kind that a key must name.
fn kind_at(section: &Section, key: &Field<Refers>, context: Context) -> Option<KindId> {
    let (text, node) = section.text(key)?;
    let kinds = context.references.kinds.as_ref();
    let place = || node.place.clone();
    let is_known = kinds.is_none_or(|names| names.resolve(text, place, context.problems).is_some());
    is_known.then(|| KindId::from(text))
}
