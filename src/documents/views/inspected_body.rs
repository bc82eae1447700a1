//! What an inspected body may know: its own visit, and nothing else.

use chrono::NaiveDate;

use super::heading::Heading;
use crate::domain::{
    Activity, DayHours, Inspection, InspectorId, InspectorateId, Method, Party, Plan, Session,
    SiteId, TakenBy, TimeOfDay, Visit,
};
use crate::instance::Instance;

/// For the body that is inspected: its own visit, day by day. There is no field for a score, a rank, a reason, a burden, a
/// reserve, another site or an inspector outside the team, so that what is drawn from this view cannot show one.
///
/// What it has:
///
/// ```
/// # use assize::documents::views::InspectedBodyView;
/// fn shown(view: &InspectedBodyView) -> (&str, usize) {
///     (&view.site, view.sessions.len())
/// }
/// ```
///
/// It has no score:
///
/// ```compile_fail,E0609
/// # use assize::documents::views::InspectedBodyView;
/// fn shown(view: &InspectedBodyView) -> f64 {
///     view.score
/// }
/// ```
///
/// It has no reason:
///
/// ```compile_fail,E0609
/// # use assize::documents::views::InspectedBodyView;
/// fn shown(view: &InspectedBodyView) -> &str {
///     &view.reason
/// }
/// ```
///
/// It has no other site:
///
/// ```compile_fail,E0609
/// # use assize::documents::views::InspectedBodyView;
/// fn shown(view: &InspectedBodyView) -> usize {
///     view.visits.len()
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InspectedBodyView {
    /// The head of the document.
    pub heading: Heading,
    /// The id of the site.
    pub site_id: SiteId,
    /// The name of the site; its id where the tables do not have it.
    pub site: String,
    /// The first onsite day.
    pub first_day: NaiveDate,
    /// The last onsite day.
    pub last_day: NaiveDate,
    /// Every onsite day; none where the tables cannot say which they are.
    pub onsite: Vec<NaiveDate>,
    /// The pairs of the team, in order.
    pub pairs: Vec<Vec<TeamMember>>,
    /// The hours of a day.
    pub hours: DayHours,
    /// What happens when, by day and start; never empty.
    pub sessions: Vec<SessionSeen>,
}

/// One of the team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamMember {
    /// Their name; their id where the tables do not have it.
    pub name: String,
    /// Their inspectorate; `None` where the tables do not have them.
    pub inspectorate: Option<InspectorateId>,
    /// Whether they lead the visit.
    pub leads: bool,
}

/// One session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionSeen {
    /// The day.
    pub date: NaiveDate,
    /// When it begins.
    pub start: TimeOfDay,
    /// When it ends.
    pub end: TimeOfDay,
    /// The activity.
    pub activity: String,
    /// Which of the activity's sessions it is, from 1.
    pub number: u32,
    /// Who takes it: a pair or the whole team.
    pub party: Party,
    /// What it consists in; `None` for an activity that the tables do not have.
    pub about: Option<About>,
}

/// What an activity consists in. Why something was agreed, and what access it needs, is not for the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// How evidence is gathered.
    pub method: Method,
    /// Whether it is a closing debrief.
    pub closes: bool,
    /// How many sessions the activity has.
    pub sessions: u32,
    /// Whom the team sees.
    pub with: Vec<String>,
    /// The inspectorate that takes it alone, as agreed.
    pub alone: Option<InspectorateId>,
}

impl InspectedBodyView {
    /// The view of each visit that has sessions, in the order of the plan.
    pub fn of_plan(instance: &Instance, plan: &Plan) -> Vec<Self> {
        let visits = plan.visits.iter();
        visits
            .filter_map(|visit| Self::new(instance, plan, visit))
            .collect()
    }

    fn new(instance: &Instance, plan: &Plan, visit: &Visit) -> Option<Self> {
        let inspection = &instance.inspection;
        let own = plan.sessions.iter();
        let mut own: Vec<&Session> = own.filter(|session| session.site == visit.site).collect();
        if own.is_empty() {
            return None;
        }
        own.sort_by_key(|one| (one.date, one.start, one.pair, &one.activity, one.session));
        let site = inspection.site(&visit.site);
        let pairs = visit.pairs.iter();
        Some(Self {
            heading: Heading::for_body(inspection, plan),
            site_id: visit.site.clone(),
            site: site.map_or(visit.site.to_string(), |site| site.name.clone()),
            first_day: visit.first_day,
            last_day: visit.last_day,
            onsite: instance.calendar.onsite_days(visit),
            pairs: pairs
                .map(|pair| {
                    pair.iter()
                        .map(|id| member(inspection, visit, id))
                        .collect()
                })
                .collect(),
            hours: inspection.day.clone(),
            sessions: own
                .into_iter()
                .map(|session| session_seen(inspection, plan, visit, session))
                .collect(),
        })
    }
}

fn member(inspection: &Inspection, visit: &Visit, id: &InspectorId) -> TeamMember {
    let known = inspection.inspector(id);
    TeamMember {
        name: known.map_or(id.as_str(), |one| &one.name).to_owned(),
        inspectorate: known.map(|one| one.inspectorate.clone()),
        leads: *id == visit.visit_lead,
    }
}

fn session_seen(
    inspection: &Inspection,
    plan: &Plan,
    visit: &Visit,
    session: &Session,
) -> SessionSeen {
    let of_kind = |one: &&Activity| one.kind == visit.kind && one.name == session.activity;
    let activity = inspection.activities.iter().find(of_kind);
    SessionSeen {
        date: session.date,
        start: session.start,
        end: session.end,
        activity: session.activity.clone(),
        number: session.session,
        party: session.pair,
        about: activity.map(|activity| About {
            method: activity.method,
            closes: activity.closes(),
            sessions: plan
                .one_off(&visit.site, &activity.name)
                .unwrap_or(activity.sessions),
            with: activity.with.iter().cloned().collect(),
            alone: match &activity.taken_by {
                TakenBy::One(one) => Some(one.clone()),
                TakenBy::AnyPair | TakenBy::Pair(_) | TakenBy::All => None,
            },
        }),
    }
}
