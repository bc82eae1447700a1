//! What each audience may know. Each view is taken apart here to its last field: whoever adds one has to come by and say that its
//! audience may know it.

use assize::documents::views::*;
use assize::domain::DayHours;
use assize::instance::Instance;

use crate::timetable::made_up;

/// Everything that an inspected body may know. No score, rank, reason, burden, reserve, other site, nor anyone outside the team.
fn known_to_the_body(view: InspectedBodyView) -> (String, Vec<String>) {
    let InspectedBodyView {
        heading,
        site_id: _,
        site,
        first_day: _,
        last_day: _,
        onsite: _,
        pairs,
        hours,
        sessions,
    } = view;
    let Heading {
        title: _,
        question: _,
        status: _,
        marking: _,
        scenario,
        code,
        lapsed,
    } = heading;
    // They may tell of other sites and plans.
    assert_eq!((scenario, code), (None, None));
    assert_eq!(lapsed, []);
    let DayHours {
        start: _,
        end: _,
        lunch: _,
        debrief: _,
        between: _,
        arrival: _,
        departure: _,
    } = hours;
    for session in sessions {
        let SessionSeen {
            date: _,
            start: _,
            end: _,
            activity: _,
            number: _,
            party: _,
            about,
        } = session;
        if let Some(about) = about {
            let About {
                method: _,
                closes: _,
                sessions: _,
                with: _,
                alone: _,
            } = about;
        }
    }
    let name = |member: TeamMember| {
        let TeamMember {
            name,
            inspectorate: _,
            leads: _,
        } = member;
        name
    };
    (site, pairs.into_iter().flatten().map(name).collect())
}

/// Everything that a visiting team may know. No score and no reason.
#[expect(dead_code, reason = "it has only to compile")]
fn known_to_the_team(view: TeamView) {
    let TeamView {
        heading: _,
        inspectors,
        load: _,
        sessions,
        preparation,
    } = view;
    for inspector in inspectors {
        let Whereabouts {
            id: _,
            name: _,
            inspectorate: _,
            visits,
        } = inspector;
        for trip in visits {
            let Trip {
                site_id: _,
                site: _,
                kind: _,
                preparation: _,
                first_day: _,
                last_day: _,
                onsite: _,
                write_up: _,
                is_pilot: _,
                leads: _,
                with: _,
            } = trip;
        }
    }
    sessions.into_iter().for_each(known_of_a_session);
    for row in preparation {
        let PreparationRow {
            site_id: _,
            site: _,
            date: _,
            inspector: _,
            names: _,
            activity: _,
            sessions: _,
            minutes: _,
        } = row;
    }
}

/// Everything that one inspectorate may know. No score, no reason, and no session of a site of another.
#[expect(dead_code, reason = "it has only to compile")]
fn known_to_an_inspectorate(view: InspectorateView) {
    let InspectorateView {
        heading: _,
        inspectorate: _,
        sessions,
    } = view;
    sessions.into_iter().for_each(known_of_a_session);
}

fn known_of_a_session(row: SessionRow) {
    let SessionRow {
        site_id: _,
        site: _,
        activity: _,
        session: _,
        method: _,
        date: _,
        start: _,
        end: _,
        pair: _,
        inspectors: _,
        with: _,
        exception: _,
    } = row;
}

#[test]
fn an_inspected_body_knows_its_own_visit_and_team() {
    let (inspection, planned) = made_up::planned();
    let views = InspectedBodyView::of_plan(&Instance::new(inspection), &planned.plan);
    let known: Vec<(String, Vec<String>)> = views.into_iter().map(known_to_the_body).collect();
    let team = ["P01", "C01", "P02", "C02"].map(|one| format!("Inspector {one}"));
    assert_eq!(known, [("West Yorkshire Police".to_owned(), team.to_vec())]);
}
