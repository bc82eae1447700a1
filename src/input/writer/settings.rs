//! The text of `inspection.toml`.

use toml::Value;

use super::page::{Page, ToSettings};
use crate::domain::{
    Authority, Burden, DayHours, DrawnUpBy, Header, Inspection, InspectorateId, Kind, Link,
    LinkTiming, National, Quota, QuotaScope, Staffing, Timing, Weights,
};
use crate::schema::forms::{Date, Text};
use crate::schema::settings::{
    AUTHORITY_DAYS, authority, burden, day, each, inspection, kinds, links, lunch, national, pilot,
    quotas, sites, staffing, timetable, timing, weeks, weights,
};
use crate::schema::{AnyField, Field};

/// The whole text.
pub(super) fn text(of: &Inspection) -> String {
    let mut page = Page::default();
    header(&mut page, &of.header);
    dates(&mut page, &of.timing);
    if let Some(pilot) = &of.pilot {
        page.section(&pilot::SECTION, "");
        page.put(&pilot::SITE, &pilot.site.to_string());
        page.put(&pilot::REVIEW_DAYS, &pilot.review_days);
        page.put(&pilot::COUNTS, &pilot.counts);
    }
    if of.national != National::default() {
        page.section(&national::SECTION, "");
        page.put(&national::SURVEY, &of.national.survey);
        page.put(&national::USER_VOICE, &of.national.user_voice);
        page.put(&national::CALL_FOR_EVIDENCE, &of.national.call_for_evidence);
        page.put(&national::REFERENCE_GROUP, &of.national.reference_group);
    }
    authorities(&mut page, &of.authority);
    for each in &of.kinds {
        kind(&mut page, each);
    }
    for each in &of.quotas {
        quota(&mut page, each);
    }
    for each in &of.links {
        link(&mut page, each);
    }
    load_on_sites(&mut page, &of.burden);
    load_on_people(&mut page, &of.staffing);
    values(&mut page, &of.weights);
    // Without activities there is nothing to draw up.
    if !of.activities.is_empty() || of.day != DayHours::default() {
        hours(&mut page, &of.day);
    }
    if !of.activities.is_empty() || of.timetable_by != DrawnUpBy::default() {
        page.section(&timetable::SECTION, "");
        page.put(&timetable::BY, &of.timetable_by);
    }
    page.text()
}

fn header(page: &mut Page, of: &Header) {
    page.section(&inspection::SECTION, "");
    page.put(&inspection::TITLE, &of.title);
    page.put(&inspection::QUESTION, &of.question);
    page.put(&inspection::LEAD, &of.lead.to_string());
    page.put(&inspection::INSPECTORATES, &texts(&of.inspectorates));
    page.put(&inspection::MARKING, &of.marking);
    page.put(&inspection::MARKING_FOR_BODIES, &of.marking_for_bodies);
}

fn dates(page: &mut Page, of: &Timing) {
    page.section(&timing::SECTION, "");
    page.put(&timing::SELECTION_PROPOSED, &of.selection_proposed);
    page.put(&timing::FIRST_DAY, &of.first_day);
    page.put(&timing::LAST_DAY, &of.last_day);
    page.put(&timing::NOTICE_WEEKS, &of.notice_weeks);
    page.put(&timing::SPARE_DAYS, &of.spare_days);
    page.put(&timing::LETTERS, &of.letters);
    page.put_some(
        &timing::MAX_VISITS_PER_WEEK,
        of.max_visits_per_week.as_ref(),
    );
    page.put_some(&timing::PUBLICATION, of.publication.as_ref());
}

fn authorities(page: &mut Page, of: &[(InspectorateId, Authority)]) {
    page.section(&authority::SECTION, "");
    for (who, when) in of {
        let (value, remark) = match when {
            Authority::WorkingDays(days) => (
                AUTHORITY_DAYS.form().to_settings(days),
                AUTHORITY_DAYS.remark(),
            ),
            Authority::On(day) => (Date.to_settings(day), ""),
        };
        page.line(who.as_str(), value, remark);
    }
}

fn kind(page: &mut Page, of: &Kind) {
    page.section(&kinds::SECTION, of.id.as_str());
    page.put(&kinds::INSPECTORATE, &of.inspectorate.to_string());
    page.put_some(&kinds::LABEL, of.label.as_ref());
    let limits = [
        within(&sites::MIN, &of.sites.min),
        within(&sites::MAX, &of.sites.max),
    ];
    page.put_within(&kinds::SITES, &limits);
    page.put(&kinds::DAYS, &of.days);
    page.put(&kinds::PREPARE_DAYS, &of.prepare_days);
    page.put(&kinds::WRITE_UP_DAYS, &of.write_up_days);
    if !of.start_days.is_empty() {
        page.put(&kinds::START_DAYS, &of.start_days);
    }
    let pairs = of.pairs.iter().map(|pair| {
        let names = pair.iter().map(|name| Text.to_settings(&name.to_string()));
        Value::from(names.collect::<Vec<_>>())
    });
    let pairs = Value::from(pairs.collect::<Vec<_>>());
    page.line(kinds::PAIRS.name(), pairs, kinds::PAIRS.remark());
    page.put(&kinds::EVIDENCE, &of.evidence);
    page.put(&kinds::PROFILE, &of.profile);
    page.put_some(&kinds::CLEARANCE, of.clearance.as_ref());
    page.put(&kinds::INCLUDE, &texts(&of.include));
    page.put(&kinds::EXCLUDE, &texts(&of.exclude));
}

fn quota(page: &mut Page, of: &Quota) {
    page.section(&quotas::SECTION, "");
    page.put(&quotas::KIND, &of.kind.to_string());
    page.put(&quotas::COLUMN, &of.column);
    match &of.scope {
        QuotaScope::Each => {
            let min = of.min.as_ref().map(|min| within(&each::MIN, min));
            let max = of.max.as_ref().map(|max| within(&each::MAX, max));
            let limits: Vec<_> = min.into_iter().chain(max).collect();
            page.put_within(&quotas::EACH, &limits);
        }
        QuotaScope::Value(value) => {
            let value = Text.to_settings(value);
            page.line(quotas::VALUE.name(), value, quotas::VALUE.remark());
            page.put_some(&quotas::MIN, of.min.as_ref());
            page.put_some(&quotas::MAX, of.max.as_ref());
        }
    }
}

fn link(page: &mut Page, of: &Link) {
    page.section(&links::SECTION, "");
    page.put(&links::EACH, &of.each.to_string());
    page.put(&links::BRINGS, &of.brings.to_string());
    page.put(&links::BY, &of.by);
    match of.timing {
        LinkTiming::Any | LinkTiming::SameWeek => page.put(&links::TIMING, &of.timing),
        LinkTiming::After { min, max } => {
            page.put(&links::TIMING, &LinkTiming::AFTER);
            let max = max.as_ref().map(|max| within(&weeks::MAX, max));
            let limits: Vec<_> = [within(&weeks::MIN, &min)].into_iter().chain(max).collect();
            page.put_within(&links::WEEKS, &limits);
        }
    }
    page.put(&links::SAME_TEAM, &of.same_team);
}

fn load_on_sites(page: &mut Page, of: &Burden) {
    page.section(&burden::SECTION, "");
    page.put(&burden::MONTHS_BEFORE, &of.months_before);
    page.put(&burden::MONTHS_AFTER, &of.months_after);
    page.put(&burden::FULL_DAYS, &of.full_days);
    page.put_some(&burden::MAX_DAYS, of.max_days.as_ref());
    page.put_some(&burden::GAP_WEEKS, of.gap_weeks.as_ref());
}

fn load_on_people(page: &mut Page, of: &Staffing) {
    page.section(&staffing::SECTION, "");
    page.put_some(&staffing::MAX_DAYS, of.max_days.as_ref());
    page.put_some(&staffing::MAX_WEEKS_IN_ROW, of.max_weeks_in_row.as_ref());
    page.put_some(&staffing::JOURNEY_KM, of.journey_km.as_ref());
}

fn values(page: &mut Page, of: &Weights) {
    page.section(&weights::SECTION, "");
    page.put(&weights::EVIDENCE, &of.evidence);
    page.put(&weights::INTELLIGENCE_SHARE, &of.intelligence_share);
    page.put(&weights::REPRESENTATION, &of.representation);
    page.put(&weights::TOLERANCE, &of.tolerance);
    page.put(&weights::BURDEN, &of.burden);
    page.put(&weights::COST, &of.cost);
    page.put(&weights::LEAVE, &of.leave);
    page.put(&weights::DELAY, &of.delay);
    page.put(&weights::TRAVEL, &of.travel);
    page.put(&weights::CONTINUITY, &of.continuity);
    page.put(&weights::LOAD, &of.load);
}

fn hours(page: &mut Page, of: &DayHours) {
    page.section(&day::SECTION, "");
    page.put(&day::START, &of.start);
    page.put(&day::END, &of.end);
    let [from, to] = &of.lunch;
    let lunch = [within(&lunch::FROM, from), within(&lunch::TO, to)];
    page.put_within(&day::LUNCH, &lunch);
    page.put(&day::DEBRIEF, &of.debrief);
    page.put(&day::BETWEEN, &of.between);
    page.put_some(&day::ARRIVAL, of.arrival.as_ref());
    page.put_some(&day::DEPARTURE, of.departure.as_ref());
}

/// A key within another, and its value.
fn within<'a, F: ToSettings>(key: &'a Field<F>, value: &F::Value) -> (&'a dyn AnyField, Value) {
    (key, key.form().to_settings(value))
}

fn texts(ids: &[impl ToString]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}
