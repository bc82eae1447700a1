//! The inspectorates and kinds of an example, and how its numbers are shared out among them.

use chrono::Weekday;

use super::Size;
use crate::domain::{Count, Evidence, InspectorateId, Kind, KindId, Link, LinkTiming};

pub(super) const FORCE: &str = "police_force";
pub(super) const AREA: &str = "cps_area";
pub(super) const PROBATION: &str = "probation_unit";
pub(super) const PRISON: &str = "prison";

/// The clearance that a visit to a force or a CPS Area takes.
pub(super) const CLEARANCE: &str = "NPPV3";

const POLICE: &str = "HMICFRS";
const CPS: &str = "HMCPSI";
const PROBATION_INSPECTORS: &str = "HMI Probation";
const PRISON_INSPECTORS: &str = "HMI Prisons";

/// One main kind of site, and its share of the numbers.
pub(super) struct Sort {
    /// The kind's id.
    pub kind: &'static str,
    /// How its sites are called.
    pub name: &'static str,
    /// The same of several.
    pub plural: &'static str,
    /// What the ids of its sites begin with.
    pub id: &'static str,
    /// How many there are to choose from.
    pub sites: u32,
    /// How many are visited.
    pub visits: u32,
}

/// The main kinds: police forces, and with four inspectorates probation units and prisons.
pub(super) fn main_sorts(size: &Size) -> Vec<Sort> {
    let all_four = size.inspectorates == 4;
    // 43 forces, 30 probation units and 20 prisons, or as near to that proportion as the number allows.
    let share = |part: u32| match all_four {
        true => (size.sites * part + 46) / 93,
        false => 0,
    };
    let quarter = match all_four {
        true => (size.visits / 4).max(1),
        false => 0,
    };
    let (units, prisons) = (share(30), share(20));
    let sorts = [
        Sort {
            kind: FORCE,
            name: "force",
            plural: "police forces",
            id: "force",
            sites: size.sites.saturating_sub(units + prisons),
            visits: size.visits.saturating_sub(2 * quarter),
        },
        Sort {
            kind: PROBATION,
            name: "probation unit",
            plural: "probation units",
            id: "probation",
            sites: units,
            visits: quarter,
        },
        Sort {
            kind: PRISON,
            name: "prison",
            plural: "prisons",
            id: "prison",
            sites: prisons,
            visits: quarter,
        },
    ];
    let wanted = if all_four { 3 } else { 1 };
    sorts.into_iter().take(wanted).collect()
}

/// How many police forces there are to choose from.
pub(super) fn forces(size: &Size) -> u32 {
    main_sorts(size).first().map_or(0, |sort| sort.sites)
}

/// The inspectorates that take part; the first leads.
pub(super) fn inspectorates(size: &Size) -> Vec<InspectorateId> {
    let all = [POLICE, CPS, PROBATION_INSPECTORS, PRISON_INSPECTORS];
    let named = all.into_iter().take(size.inspectorates as usize);
    named.map(InspectorateId::from).collect()
}

/// The inspectorate that leads: it has seats on every visit to a force.
pub(super) fn lead() -> InspectorateId {
    InspectorateId::from(POLICE)
}

/// Whose inspector the n-th is, and the letter of their id: by turns, and of four inspectorates in the proportion
/// 3 : 3 : 2 : 2, as the visits need them.
pub(super) fn turn(size: &Size, row: u32) -> (InspectorateId, char) {
    const OF_TWO: [(&str, char); 2] = [(POLICE, 'P'), (CPS, 'C')];
    const OF_FOUR: [(&str, char); 10] = [
        (POLICE, 'P'),
        (CPS, 'C'),
        (PROBATION_INSPECTORS, 'R'),
        (PRISON_INSPECTORS, 'S'),
        (POLICE, 'P'),
        (CPS, 'C'),
        (POLICE, 'P'),
        (CPS, 'C'),
        (PROBATION_INSPECTORS, 'R'),
        (PRISON_INSPECTORS, 'S'),
    ];
    let turns = if size.inspectorates == 4 {
        &OF_FOUR[..]
    } else {
        &OF_TWO[..]
    };
    let (name, letter) = turns[row as usize % turns.len()];
    (InspectorateId::from(name), letter)
}

/// `[kinds.*]`: the main kinds, with the CPS Areas after the forces.
pub(super) fn kinds(size: &Size) -> Vec<Kind> {
    let sorts = main_sorts(size);
    let mut kinds: Vec<Kind> = sorts.iter().map(main_kind).collect();
    let forces = sorts.first().map_or(0, |sort| sort.visits);
    kinds.insert(1, area(forces, size.areas));
    kinds
}

/// The link by which a force brings its CPS Area.
pub(super) fn link() -> Link {
    Link {
        each: KindId::from(FORCE),
        brings: KindId::from(AREA),
        by: "within".into(),
        timing: LinkTiming::SameWeek,
        same_team: true,
    }
}

fn main_kind(sort: &Sort) -> Kind {
    let pair = |one: &str, other: &str| [InspectorateId::from(one), InspectorateId::from(other)];
    let columns = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    // Room below the most, so that how many is a question too.
    let sites = Count {
        min: sort.visits - (sort.visits / 4).max(1).min(sort.visits - 1),
        max: sort.visits,
    };
    let force = Kind {
        id: KindId::from(sort.kind),
        label: None,
        inspectorate: InspectorateId::from(POLICE),
        sites,
        days: 3,
        prepare_days: 2,
        write_up_days: 0,
        start_days: vec![Weekday::Mon, Weekday::Tue],
        pairs: vec![pair(POLICE, CPS), pair(POLICE, CPS)],
        evidence: Evidence::Extremes,
        profile: columns(&["region", "area_type", "population"]),
        clearance: Some(CLEARANCE.into()),
        include: Vec::new(),
        exclude: Vec::new(),
    };
    match sort.kind {
        PROBATION => Kind {
            inspectorate: InspectorateId::from(PROBATION_INSPECTORS),
            prepare_days: 1,
            write_up_days: 0,
            start_days: vec![Weekday::Mon, Weekday::Tue, Weekday::Wed],
            pairs: vec![
                pair(PROBATION_INSPECTORS, POLICE),
                pair(PROBATION_INSPECTORS, PRISON_INSPECTORS),
            ],
            evidence: Evidence::Poor,
            profile: columns(&["region", "caseload"]),
            clearance: None,
            ..force
        },
        PRISON => Kind {
            inspectorate: InspectorateId::from(PRISON_INSPECTORS),
            days: 4,
            prepare_days: 1,
            write_up_days: 0,
            pairs: vec![
                pair(PRISON_INSPECTORS, PROBATION_INSPECTORS),
                pair(PRISON_INSPECTORS, CPS),
            ],
            evidence: Evidence::Good,
            profile: columns(&["category"]),
            clearance: None,
            ..force
        },
        _ => force,
    }
}

fn area(forces: u32, areas: u32) -> Kind {
    Kind {
        id: KindId::from(AREA),
        label: None,
        inspectorate: InspectorateId::from(CPS),
        sites: Count {
            // Forces of one area share its visit: half as many areas as could be is always within reach.
            min: forces.min(areas).div_ceil(2),
            max: forces,
        },
        days: 2,
        prepare_days: 0,
        write_up_days: 0,
        start_days: Vec::new(),
        pairs: vec![[InspectorateId::from(CPS), InspectorateId::from(POLICE)]],
        evidence: Evidence::Poor,
        profile: Vec::new(),
        clearance: Some(CLEARANCE.into()),
        include: Vec::new(),
        exclude: Vec::new(),
    }
}
