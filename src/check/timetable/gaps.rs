//! What the timetables leave open though it breaks no rule.

use std::collections::BTreeMap;

use super::super::audit::{Audit, Visited};
use super::super::words;
use super::preparation::prepared;
use super::{activities, number_of, rows_of};

/// Visits without a timetable or preparation that their kind has activities for, and preparation that does not fit.
pub(in super::super) fn gaps(audit: &Audit) -> Vec<String> {
    let mut gaps = Vec::new();
    let without = |remote: bool, is_empty: &dyn Fn(&Visited) -> bool| {
        let visits = audit.visits.iter();
        let without =
            visits.filter(|visit| is_empty(visit) && !activities(audit, visit, remote).is_empty());
        let names: Vec<&str> = without.map(|visit| visit.site.name.as_str()).collect();
        (!names.is_empty()).then(|| words::and(names))
    };
    if let Some(sites) = without(false, &|visit| rows_of(audit, visit).is_empty()) {
        gaps.push(format!("No timetable has been drawn up for {sites}."));
    }
    if let Some(sites) = without(true, &|visit| prepared(audit, visit).is_empty()) {
        gaps.push(format!("No preparation has been shared out for {sites}."));
    }
    for visit in &audit.visits {
        for activity in activities(audit, visit, false) {
            let (settled, usual) = (number_of(audit, visit, activity), activity.sessions);
            if settled != usual {
                gaps.push(format!(
                    "At {}, {} has {}, as the plan settles; activities.csv has {usual}.",
                    visit.site.name,
                    words::quoted(&activity.name),
                    words::count(settled as usize, "session")
                ));
            }
        }
    }
    for visit in &audit.visits {
        let mut left_out: BTreeMap<&str, u64> = BTreeMap::new();
        for row in prepared(audit, visit) {
            if row.date.is_none() && row.pair.is_none() && row.sessions > 0 {
                *left_out.entry(&row.activity).or_default() += u64::from(row.sessions);
            }
        }
        for (name, n) in left_out {
            let n = usize::try_from(n).unwrap_or(usize::MAX);
            gaps.push(format!(
                "The preparation for {} does not hold {} of {}.",
                visit.site.name,
                words::count(n, "session"),
                words::quoted(name)
            ));
        }
    }
    gaps
}
