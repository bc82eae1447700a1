//! From the rows of the table to steps: one, or one for each visit or inspectorate.

use chrono::NaiveDate;

use super::boards::Boards;
use super::given;
use super::uses::uses;
use super::visits::VisitDays;
use crate::calendar::Calendar;
use crate::domain::{
    Given, Inspection, InspectorateId, Letters, Milestone, On, Per, SiteId, Whose,
};

/// A step in the making.
#[derive(Debug)]
pub(super) struct Node<'a> {
    pub(super) milestone: &'a Milestone,
    pub(super) label: String,
    pub(super) site: Option<SiteId>,
    pub(super) inspectorate: Option<InspectorateId>,
    /// Whether its row has one for each inspectorate.
    pub(super) is_one_of_many: bool,
    /// The places of the visits that it is about; empty where it is about the inspection as a whole.
    pub(super) visits: Vec<usize>,
    /// Its given days, first and last.
    pub(super) given: Option<(NaiveDate, NaiveDate)>,
    /// Whether it is a stretch of days, which begins after the day on which what it follows is done.
    pub(super) is_stretch: bool,
    /// Working days that it takes.
    pub(super) days: u32,
    /// The days on which it is decided, where a board or a chief decides it and nothing else fixes its date.
    pub(super) boards: Boards<'a>,
    /// Whether it is an authority on record for this plan.
    pub(super) is_recorded: bool,
    /// Not needed in this inspection, or removed, or without a date: it takes no time and only hands on the order.
    pub(super) hidden: bool,
    /// Whether it is a note without a date.
    pub(super) is_bare_note: bool,
}

impl Node<'_> {
    /// Whether it is shown: a note without a date hands on the order like what is hidden, and is shown all the same.
    pub(super) fn is_shown(&self) -> bool {
        !self.hidden || self.is_bare_note
    }

    /// Where its given days begin, which is what must not come before it may.
    pub(super) fn given_start(&self) -> Option<NaiveDate> {
        self.given.map(|days| days.0)
    }
}

/// How long what comes takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Course {
    /// As `days` says.
    Usual,
    /// As `longer` says, where that is more.
    Longer,
}

/// The whole of what the rows are expanded over.
struct Maker<'m, 'a> {
    inspection: &'a Inspection,
    calendar: &'m Calendar,
    visits: &'m [VisitDays],
    /// The code of the plan, if there is one.
    code: Option<&'m str>,
    course: Course,
}

/// Every step, needed or not, in the order of the table.
pub(super) fn nodes<'a>(
    inspection: &'a Inspection,
    calendar: &Calendar,
    visits: &[VisitDays],
    code: Option<&str>,
    course: Course,
) -> Vec<Node<'a>> {
    let maker = Maker {
        inspection,
        calendar,
        visits,
        code,
        course,
    };
    let rows = inspection.milestones.iter();
    rows.flat_map(|row| maker.expanded(row)).collect()
}

impl<'a> Maker<'_, 'a> {
    fn expanded(&self, row: &'a Milestone) -> Vec<Node<'a>> {
        match row.per {
            Per::Once => vec![self.once(row)],
            Per::Inspectorate => {
                let all = self.inspection.header.inspectorates.iter();
                all.map(|id| self.of_inspectorate(row, id)).collect()
            }
            Per::Visit => {
                let together = self.inspection.timing.letters == Letters::Together;
                let is_letter = row.on == Some(On::Given(Given::Letters));
                let (own, others): (Vec<usize>, Vec<usize>) =
                    (0..self.visits.len()).partition(|place| self.is_for_visit(row, *place));
                let mut nodes: Vec<Node<'a>> = Vec::new();
                if is_letter && together && !own.is_empty() {
                    // All go out on one day.
                    nodes.push(self.node(row, None, own, true));
                } else {
                    nodes.extend(own.iter().map(|place| self.of_visit(row, *place, true)));
                }
                nodes.extend(others.iter().map(|place| self.of_visit(row, *place, false)));
                nodes
            }
        }
    }

    fn once(&self, row: &'a Milestone) -> Node<'a> {
        let takes_part = &self.inspection.header.inspectorates;
        let concerned = takes_part.iter().any(|id| row.whose.includes(id));
        let needed = row.whose == Whose::Everyone || concerned;
        let inspectorate = match &row.whose {
            Whose::Only(these) => match these.as_slice() {
                [one] => Some(one),
                _ => None,
            },
            _ => None,
        };
        // A letter is about the visits that it announces, and does not wait for others.
        let announced = match row.on {
            Some(On::Given(Given::Letters)) => (0..self.visits.len())
                .filter(|place| self.is_for_visit(row, *place))
                .collect(),
            _ => Vec::new(),
        };
        self.node(row, inspectorate, announced, needed)
    }

    fn of_inspectorate(&self, row: &'a Milestone, id: &InspectorateId) -> Node<'a> {
        let needed = row.whose.includes(id);
        let mut node = self.node(row, Some(id), Vec::new(), needed);
        node.is_one_of_many = true;
        node.label = format!("{}: {id}", row.name);
        node
    }

    fn of_visit(&self, row: &'a Milestone, place: usize, needed: bool) -> Node<'a> {
        let mut node = self.node(row, None, vec![place], needed);
        if let Some(visit) = self.visits.get(place) {
            node.site.clone_from(&visit.site);
            if visit.site.is_some() {
                node.label = format!("{}: {}", row.name, visit.name);
            }
        }
        node
    }

    /// Whether a row with one step a visit is for this one: by the inspectorate whose kind of site it is.
    fn is_for_visit(&self, row: &Milestone, place: usize) -> bool {
        match (&row.whose, self.visits.get(place)) {
            (Whose::Everyone, _) => true,
            // A kind that nobody knows, in a plan edited by hand.
            (whose, Some(visit)) if visit.inspectorates.is_empty() => {
                matches!(whose, Whose::Except(_))
            }
            (whose, Some(visit)) => visit.inspectorates.iter().any(|id| whose.includes(id)),
            (_, None) => false,
        }
    }

    /// Working days that a row takes in this course.
    fn days_of(&self, row: &Milestone) -> u32 {
        match self.course {
            Course::Usual => row.days,
            Course::Longer => row.days.max(row.longer.unwrap_or(row.days)),
        }
    }

    fn node(
        &self,
        row: &'a Milestone,
        inspectorate: Option<&InspectorateId>,
        visits: Vec<usize>,
        needed: bool,
    ) -> Node<'a> {
        let is_used = row.using.is_none_or(|what| uses(self.inspection, what));
        let needed = needed && is_used && !row.removed;
        let about: Vec<&VisitDays> = match visits.as_slice() {
            // Once: every visit, or those to the inspectorate's own kinds of site.
            [] => {
                let all = 0..self.visits.len();
                let own = all.filter(|place| self.is_for_visit(row, *place));
                own.filter_map(|place| self.visits.get(place)).collect()
            }
            places => places
                .iter()
                .filter_map(|place| self.visits.get(*place))
                .collect(),
        };
        let (given, lacks_date) = match &row.on {
            Some(On::Given(given)) => {
                let days =
                    given::days(*given, self.inspection, self.calendar, inspectorate, &about);
                (days, days.is_none() && *given != Given::Publication)
            }
            Some(On::Date(day)) => (Some((*day, *day)), false),
            _ => (None, false),
        };
        let is_authority = row.on == Some(On::Given(Given::Authority));
        let recorded = match (inspectorate, self.code) {
            (Some(who), Some(code)) if is_authority => given::recorded(self.inspection, who, code),
            _ => None,
        };
        // What is on record stays on its day, and so does what has a date of its own.
        let is_decided = row.decision && recorded.is_none() && (row.on.is_none() || is_authority);
        let boards = match inspectorate.filter(|_| is_decided) {
            Some(who) => Boards::of(self.inspection, who),
            None => Boards::default(),
        };
        let given = match (recorded, given) {
            (Some(day), _) => Some((day, day)),
            (None, Some((day, _))) if is_authority => {
                let day = boards.from(day);
                Some((day, day))
            }
            (None, given) => given,
        };
        let is_bare_note = needed && row.note && row.on.is_none();
        let hidden = !needed || lacks_date || is_bare_note;
        let stretches = [Given::Preparation, Given::Fieldwork].map(|given| Some(On::Given(given)));
        Node {
            milestone: row,
            label: row.name.clone(),
            site: None,
            inspectorate: inspectorate.cloned(),
            is_one_of_many: false,
            visits,
            given: given.filter(|_| !hidden),
            is_stretch: !hidden && stretches.contains(&row.on),
            days: if hidden { 0 } else { self.days_of(row) },
            boards,
            is_recorded: recorded.is_some() && !hidden,
            hidden,
            is_bare_note,
        }
    }
}
