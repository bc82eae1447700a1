//! An inspector's reading of the case-building plan: what somebody who has to travel would look up in the plan, the
//! tables and a diary. Nothing here uses the program's own calendar or checker.

#[path = "../common/mod.rs"]
mod common;
mod dates;
mod people;
mod sites;
mod timetables;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use assize::domain::{Inspection, Inspector, InspectorId, Plan, Site, Visit};
use common::{example, load, planned};

/// The plan beside its tables.
struct Diary {
    inspection: Inspection,
    plan: Plan,
}

/// The plan of the example as it stands, and with the Metropolitan Police.
static DIARIES: LazyLock<[Diary; 2]> = LazyLock::new(|| {
    let folder = example("case-building");
    let london = folder.join("scenarios/with-london.toml");
    [None, Some(london.as_path())].map(|scenario| {
        let inspection = load(&folder, scenario);
        let plan = planned(&inspection).plan;
        Diary { inspection, plan }
    })
});

fn diaries() -> &'static [Diary; 2] {
    &DIARIES
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn monday(day: NaiveDate) -> NaiveDate {
    day - Days::new(day.weekday().num_days_from_monday().into())
}

fn days(first: NaiveDate, last: NaiveDate) -> Vec<NaiveDate> {
    first.iter_days().take_while(|day| *day <= last).collect()
}

impl Diary {
    fn is_working_day(&self, day: NaiveDate, nation: &str) -> bool {
        let holidays = &self.inspection.bank_holidays;
        let holiday = holidays
            .iter()
            .any(|row| row.nation == nation && row.date == day);
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !holiday
    }

    /// A working day of both nations: for letters, authority and desks.
    fn is_office_day(&self, day: NaiveDate) -> bool {
        ["England", "Wales"]
            .iter()
            .all(|nation| self.is_working_day(day, nation))
    }

    fn site(&self, visit: &Visit) -> &Site {
        self.inspection
            .site(&visit.site)
            .expect("a site of the table")
    }

    fn person(&self, id: &InspectorId) -> &Inspector {
        self.inspection
            .inspector(id)
            .expect("an inspector of the table")
    }

    fn visits(&self, kind: &str) -> Vec<&Visit> {
        let visits = self.plan.visits.iter();
        visits.filter(|visit| visit.kind.as_str() == kind).collect()
    }

    fn onsite(&self, visit: &Visit) -> Vec<NaiveDate> {
        let nation = &self.site(visit).nation;
        let mut days = days(visit.first_day, visit.last_day);
        days.retain(|day| self.is_working_day(*day, nation));
        days
    }

    /// The working days at the desk just before a visit: two for a force, none for an Area.
    fn preparing(&self, visit: &Visit) -> Vec<NaiveDate> {
        let count = if visit.kind.as_str() == "police_force" {
            2
        } else {
            0
        };
        let mut days = Vec::new();
        let mut day = visit.first_day;
        while days.len() < count {
            day = day.pred_opt().expect("a day before");
            if self.is_office_day(day) {
                days.push(day);
            }
        }
        days
    }

    /// The visits that each inspector is on.
    fn by_person(&self) -> BTreeMap<&InspectorId, Vec<&Visit>> {
        let mut by_person: BTreeMap<&InspectorId, Vec<&Visit>> = BTreeMap::new();
        for visit in &self.plan.visits {
            for id in visit.team() {
                by_person.entry(id).or_default().push(visit);
            }
        }
        by_person
    }
}

fn team(visit: &Visit) -> BTreeSet<&InspectorId> {
    visit.team().collect()
}
