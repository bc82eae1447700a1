//! Small random visits: sound as the input would leave them, with every rule of timetables switched on in some.

mod activities;
mod base;
#[path = "../../brute_force/problem/draw.rs"]
pub mod draw;
mod hours;
mod people;

use std::collections::BTreeSet;
use std::fmt;

use assize::domain::{Activity, Inspection, InspectorId, Kind, RuleSet, Visit};
use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::oracle;
pub use base::{base, inspector, kind, visit as visit_of};
use draw::Draw;

/// One visit of an inspection with one kind and one site.
#[derive(Debug, Clone)]
pub struct Problem {
    pub inspection: Inspection,
    pub visit: Visit,
}

/// How much there is to do on a visit.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Activities, at the most.
    pub activities: u32,
    /// Sessions of all activities together, at the most.
    pub sessions: u32,
    /// Every time and every length is a multiple of one of these.
    pub grids: &'static [u32],
    /// How many activities in a hundred are remote.
    pub remote: u32,
}

/// For the search of places.
pub const SMALL: Size = Size {
    activities: 5,
    sessions: 8,
    grids: &[15, 15, 15, 30, 10, 5, 1],
    remote: 6,
};

/// For the plainer search on a grid.
pub const TINY: Size = Size {
    activities: 3,
    sessions: 4,
    grids: &[30, 30, 30, 15, 60],
    remote: 6,
};

/// For sizing, which tries many teams.
pub const FEW: Size = Size {
    activities: 3,
    sessions: 5,
    grids: &[15, 30, 5],
    remote: 0,
};

/// For preparation.
pub const REMOTE: Size = Size {
    activities: 4,
    sessions: 5,
    grids: &[15, 30, 1],
    remote: 90,
};

/// The visit of a seed, to be given a timetable.
///
/// Left to chance, too many would be easy, or have no timetable. So every fourth seed draws until the visit does not fit, every fourth until it
/// does, and the rest until it takes two days or more.
pub fn random_visit(seed: u64, size: Size) -> Problem {
    (0..)
        .map(|attempt| drawn(1000 * seed + attempt, size))
        .find(|problem| {
            let needed = oracle::fewest_days(problem, RuleSet::all());
            match seed % 4 {
                0 => needed.is_none(),
                1 => needed.is_some(),
                _ => needed.is_some_and(|days| days >= 2),
            }
        })
        .expect("some draw is such a visit")
}

/// The kind of a seed, to be sized: every fourth cannot be done by any number of pairs, every fourth by one, and the
/// rest need two or more.
pub fn random_kind(seed: u64) -> Problem {
    (0..)
        .map(|attempt| drawn(1000 * seed + attempt, FEW))
        .find(|problem| {
            let pairs = oracle::sizing::fewest_pairs(problem).map(|(pairs, _)| pairs);
            match seed % 4 {
                0 => pairs.is_none(),
                1 => pairs == Some(1),
                _ => pairs.is_some_and(|pairs| pairs >= 2),
            }
        })
        .expect("some draw is such a kind")
}

/// The visit of a seed, to be prepared: some with nothing remote, some with nothing else.
pub fn random_preparation(seed: u64) -> Problem {
    left_to_chance(&mut Draw::new(seed), REMOTE)
}

/// A visit left to chance, with at least one onsite session.
fn drawn(seed: u64, size: Size) -> Problem {
    let draw = &mut Draw::new(seed);
    (0..)
        .map(|_| left_to_chance(draw, size))
        .find(|problem| problem.onsite().next().is_some())
        .expect("some draw has an onsite activity")
}

/// A visit left to chance, which may have no onsite session.
fn left_to_chance(draw: &mut Draw, size: Size) -> Problem {
    let grid = draw.pick(size.grids);
    let mut inspection = base();
    let inspectorates = people::inspectorates(draw);
    inspection.header.lead = inspectorates[0].clone();
    inspection.authority = base::authority(&inspectorates);
    inspection.header.inspectorates = inspectorates.clone();
    let pairs = people::pairs(draw, &inspectorates);
    let days = draw.pick(&[1, 2, 2, 3, 3, 3]);
    let prepare_days = draw.pick(&[1, 2, 2, 3]);
    inspection.kinds = vec![Kind {
        days,
        prepare_days,
        inspectorate: pairs[0][0].clone(),
        ..kind(pairs)
    }];
    inspection.day = hours::hours(draw, grid);
    inspection.activities = activities::activities(draw, &inspection, size, grid);
    base::place_and_date(draw, &mut inspection);
    inspection.inspectors = people::inspectors(draw, &inspection);
    let visit = base::visit(&inspection);
    inspection.clearances = people::clearances(draw, &inspection, &visit);
    Problem { inspection, visit }
}

impl Problem {
    pub fn kind(&self) -> &Kind {
        &self.inspection.kinds[0]
    }

    pub fn onsite(&self) -> impl Iterator<Item = &Activity> {
        self.inspection.activities.iter().filter(|one| !one.remote)
    }

    pub fn remote(&self) -> impl Iterator<Item = &Activity> {
        self.inspection.activities.iter().filter(|one| one.remote)
    }

    /// The activity of this name.
    pub fn activity(&self, name: &str) -> Option<&Activity> {
        self.inspection
            .activities
            .iter()
            .find(|one| one.name == name)
    }

    /// The onsite days: Monday to Friday less the bank holidays of the site's nation.
    pub fn onsite_days(&self) -> Vec<NaiveDate> {
        let nation = &self.inspection.sites[0].nation;
        let works = |day: &NaiveDate| is_worked(&self.inspection, nation, *day);
        let days = self.visit.first_day.iter_days().filter(works);
        days.take_while(|day| *day <= self.visit.last_day).collect()
    }

    /// The working days, of both England and Wales, just before the visit.
    pub fn preparation_days(&self) -> Vec<NaiveDate> {
        let works = |day: &NaiveDate| {
            is_worked(&self.inspection, "England", *day)
                && is_worked(&self.inspection, "Wales", *day)
        };
        let before = (1..).map(|n| self.visit.first_day - Days::new(n));
        let wanted = self.kind().prepare_days as usize;
        let mut days: Vec<NaiveDate> = before.filter(works).take(wanted).collect();
        days.reverse();
        days
    }

    /// What an inspector can do.
    pub fn skills(&self, id: &InspectorId) -> &BTreeSet<String> {
        &self.inspection.inspector(id).expect("they exist").skills
    }

    /// Whether an inspector holds a clearance or an access on a day.
    pub fn holds(&self, id: &InspectorId, security: &str, day: NaiveDate) -> bool {
        self.inspection.clearances.iter().any(|row| {
            row.inspector == *id
                && row.clearance == security
                && row.valid_until.is_none_or(|end| day <= end)
        })
    }
}

fn is_worked(inspection: &Inspection, nation: &str, day: NaiveDate) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let mut holidays = inspection.bank_holidays.iter();
    !weekend && !holidays.any(|holiday| holiday.nation == nation && holiday.date == day)
}

/// What a reader needs to work it out again: the rest is the same for all.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (inspection, kind) = (&self.inspection, self.kind());
        writeln!(f, "{:?}", inspection.day)?;
        writeln!(f, "onsite {:?}", self.onsite_days())?;
        writeln!(f, "preparation {:?}", self.preparation_days())?;
        writeln!(f, "pairs {:?}, {:?}", kind.pairs, self.visit.pairs)?;
        for activity in &inspection.activities {
            writeln!(f, "{activity:?}")?;
        }
        for id in self.visit.team() {
            writeln!(f, "{id} {:?}", self.skills(id))?;
        }
        for row in &inspection.clearances {
            writeln!(f, "{row:?}")?;
        }
        Ok(())
    }
}
