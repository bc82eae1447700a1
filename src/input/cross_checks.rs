//! What shows only when everything is laid side by side.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use super::files::RawTable;
use super::problems::words::{count, did_you_mean, list, quote};
use super::problems::{Place, Problems, codes};
use super::settings::tree::Node;
use super::table_row::records;
use crate::calendar::{Calendar, DESK_NATIONS};
use crate::domain::Inspection;
use crate::schema::settings::timing::{LAST_DAY, PUBLICATION};
use crate::schema::settings::{authority, kinds, timing};
use crate::schema::tables::authority::{GIVEN_ON, INSPECTORATE};
use crate::schema::tables::{bank_holidays, boards, clearances};
use crate::words::date;

/// Notes clearances that a kind requires and no inspector holds.
pub(super) fn check_clearances(inspection: &Inspection, settings: &Node, problems: &Problems) {
    if inspection.inspectors.is_empty() {
        return;
    }
    let held: BTreeSet<&str> = inspection
        .clearances
        .iter()
        .map(|row| row.clearance.as_str())
        .collect();
    for kind in &inspection.kinds {
        if let Some(clearance) = kind
            .clearance
            .as_deref()
            .filter(|needed| !held.contains(needed))
        {
            let fact = format!(
                "Visits to sites of the kind {} require the clearance {}, which no inspector holds.",
                quote(kind.id.as_str()),
                quote(clearance)
            );
            let remedy = did_you_mean(clearance, held.iter().copied(), || {
                let home = problems.called(&clearances::TABLE);
                format!("Add its holders to {home}, or delete the requirement.")
            });
            let place = place_of(
                settings,
                &[
                    kinds::SECTION.name,
                    kind.id.as_str(),
                    kinds::CLEARANCE.name(),
                ],
            );
            problems.add(&codes::NOBODY_HOLDS, place, fact, remedy);
        }
    }
}

/// Notes a target for publication on a day that is not worked.
pub(super) fn check_publication(inspection: &Inspection, settings: &Node, problems: &Problems) {
    let Some(publication) = inspection.timing.publication else {
        return;
    };
    if !Calendar::new(inspection).is_desk_day(publication) {
        let fact = format!(
            "The report would be published on {}, a weekend or a bank holiday in England or Wales.",
            date(publication)
        );
        let remedy = "Choose a working day, unless that is what you mean.";
        let place = place_of(settings, &[timing::SECTION.name, PUBLICATION.name()]);
        problems.add(&codes::NOT_A_WORKING_DAY, place, fact, remedy);
    }
}

/// Notes years between the proposal and the end of the window, or publication, for which a nation's bank holidays are not known.
pub(super) fn check_years(inspection: &Inspection, settings: &Node, problems: &Problems) {
    let sites = inspection.sites.iter().map(|site| site.nation.as_str());
    let nations: BTreeSet<&str> = DESK_NATIONS.into_iter().chain(sites).collect();
    let known: BTreeSet<(&str, i32)> = inspection
        .bank_holidays
        .iter()
        .map(|holiday| (holiday.nation.as_str(), holiday.date.year()))
        .collect();
    let timing = &inspection.timing;
    let end = timing
        .last_day
        .max(timing.publication.unwrap_or(timing.last_day));
    let years = timing.selection_proposed.year()..=end.year();
    let mut missing: BTreeMap<Vec<String>, Vec<&str>> = BTreeMap::new();
    for nation in nations {
        // A nation without any bank holidays is an error of its own.
        let has_any = known.iter().any(|(name, _)| *name == nation);
        let without = years
            .clone()
            .filter(|year| !known.contains(&(nation, *year)));
        let without: Vec<String> = without.map(|year| year.to_string()).collect();
        if has_any && !without.is_empty() {
            missing.entry(without).or_default().push(nation);
        }
    }
    for (years, nations) in missing {
        let fact = format!(
            "The bank holidays of {} are not known for {}.",
            list(&nations, "and"),
            list(&years, "and")
        );
        let place = place_of(settings, &[timing::SECTION.name, LAST_DAY.name()]);
        problems.add(
            &codes::YEARS_NOT_COVERED,
            place,
            fact,
            format!(
                "Add them to {}: until then, they are taken as working days.",
                problems.called(&bank_holidays::TABLE)
            ),
        );
    }
}

/// Notes it if no working day is left once the letters are ready and notice has been given.
pub(super) fn check_day_left(inspection: &Inspection, settings: &Node, problems: &Problems) {
    let calendar = Calendar::new(inspection);
    let timing = &inspection.timing;
    let mut nations: BTreeSet<&str> = inspection
        .sites
        .iter()
        .map(|site| site.nation.as_str())
        .collect();
    if nations.is_empty() {
        nations.insert(DESK_NATIONS[0]);
    }
    let mut days = calendar
        .first_possible
        .iter_days()
        .take_while(|day| *day <= timing.last_day);
    if days.any(|day| {
        nations
            .iter()
            .any(|nation| calendar.is_working_day(nation, day))
    }) {
        return;
    }
    let fact = format!(
        "Letters are ready on {}. After {} of notice, the first day for a visit is {}, and from then to the last day, {}, there is no working day.",
        date(calendar.letters_ready),
        count(timing.notice_weeks as usize, "week"),
        date(calendar.first_possible),
        date(timing.last_day),
    );
    let place = place_of(settings, &[timing::SECTION.name, LAST_DAY.name()]);
    problems.add(&codes::NO_DAY_LEFT, place, fact, "Move last_day back, propose the selection earlier, or shorten the authority or spare_days.");
}

/// Notes authorities given before the selection was proposed, or after the date that the plan counts on.
pub(super) fn check_authority(inspection: &Inspection, table: &RawTable, problems: &Problems) {
    let calendar = Calendar::new(inspection);
    let proposed = inspection.timing.selection_proposed;
    // Faults of the cells themselves have been noted.
    let quiet = Problems::default();
    for record in records(table, &quiet) {
        let (Some(who), Some(given)) = (record.text(&INSPECTORATE), record.read(&GIVEN_ON)) else {
            continue;
        };
        let mut planned = calendar.authority.iter();
        let Some((_, planned)) = planned.find(|(id, _)| id.as_str() == who) else {
            continue;
        };
        let place = record.place(&GIVEN_ON);
        if given < proposed {
            let fact = format!(
                "The authority of {} was given on {}, but the selection is proposed only on {}.",
                quote(who),
                date(given),
                date(proposed)
            );
            let remedy = "Correct the date here, or selection_proposed in [timing].";
            problems.add(&codes::EARLY_AUTHORITY, place, fact, remedy);
        } else if given > *planned {
            let fact = format!(
                "The authority of {} was given on {}, after {}, the date that the plan counts on.",
                quote(who),
                date(given),
                date(*planned)
            );
            let remedy = "Put the true date in [authority] and plan again.";
            problems.add(&codes::LATE_AUTHORITY, place, fact, remedy);
        }
    }
}

/// Notes authorities counted on for a day on which the board or the chief does not meet, though some days are listed.
pub(super) fn check_boards(inspection: &Inspection, settings: &Node, problems: &Problems) {
    let listed = problems.called(&boards::TABLE);
    for (who, counted_on) in Calendar::new(inspection).authority {
        let rows = inspection.boards.iter();
        let own = rows.filter(|row| row.inspectorate == who);
        let dates: BTreeSet<_> = own.map(|row| row.date).collect();
        if dates.is_empty() || dates.contains(&counted_on) {
            continue;
        }
        let name = quote(who.as_str());
        let fact = format!(
            "The plan counts on the authority of {name} on {}, which is no date of theirs in {listed}.",
            date(counted_on)
        );
        let remedy = match dates.range(counted_on..).next() {
            Some(next) => format!(
                "Put their next date, {}, into [authority], or add the day to {listed}.",
                date(*next)
            ),
            None => format!("Add their next date to {listed}, and put it into [authority]."),
        };
        let place = place_of(settings, &[authority::SECTION.name, who.as_str()]);
        problems.add(&codes::NO_BOARD_THAT_DAY, place, fact, remedy);
    }
}

/// Where a key stands, or else the nearest section around it.
fn place_of(settings: &Node, path: &[&str]) -> Place {
    let mut node = settings;
    for key in path {
        match node.get(key) {
            Some(found) => node = found,
            None => break,
        }
    }
    node.place.clone()
}
