//! The text of `inspection.toml`, as a person would lay it out.

use std::fmt::Display;

use chrono::{Datelike, NaiveDate};
use toml::Value;
use toml::value::{Date, Datetime};

use super::tables::weekdays;
use crate::domain::{
    Authority, Burden, Count, DayHours, DrawnUpBy, Evidence, Header, Inspection, Kind, Letters,
    Link, LinkTiming, Quota, QuotaScope, Staffing, Timing, Weights,
};

/// Where remarks begin, unless the setting is longer.
const REMARK_COLUMN: usize = 36;

/// The whole text.
pub(super) fn text(of: &Inspection) -> String {
    let mut page = Page::default();
    header(&mut page, &of.header);
    timing(&mut page, &of.timing);
    page.section("[authority]");
    for (who, when) in &of.authority {
        match when {
            Authority::WorkingDays(days) => {
                page.remark(
                    who.as_str(),
                    whole(*days),
                    "working days after the proposal",
                );
            }
            Authority::On(day) => page.line(who.as_str(), date(*day)),
        }
    }
    for each in &of.kinds {
        kind(&mut page, each);
    }
    for each in &of.quotas {
        quota(&mut page, each);
    }
    for each in &of.links {
        link(&mut page, each);
    }
    burden(&mut page, &of.burden);
    staffing(&mut page, &of.staffing);
    weights(&mut page, &of.weights);
    // Without activities there is nothing to draw up.
    if !of.activities.is_empty() || of.day != DayHours::default() {
        hours(&mut page, &of.day);
    }
    if !of.activities.is_empty() || of.timetable_by != DrawnUpBy::default() {
        drawn_up_by(&mut page, of.timetable_by);
    }
    page.text
}

fn drawn_up_by(page: &mut Page, of: DrawnUpBy) {
    page.section("[timetable]");
    let by = match of {
        DrawnUpBy::Lead => "lead",
        DrawnUpBy::EachInspectorate => "each inspectorate",
    };
    page.line("by", Value::from(by));
}

/// The text in the making.
#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn section(&mut self, header: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(&format!("{header}\n"));
    }

    fn line(&mut self, name: &str, value: impl Display) {
        self.text.push_str(&format!("{} = {value}\n", key(name)));
    }

    fn remark(&mut self, name: &str, value: Value, remark: &str) {
        let setting = format!("{} = {value}", key(name));
        let line = format!("{setting:<width$}# {remark}\n", width = REMARK_COLUMN);
        self.text.push_str(&line);
    }

    fn optional(&mut self, name: &str, value: Option<Value>, remark: &str) {
        if let Some(value) = value {
            self.remark(name, value, remark);
        }
    }
}

/// A key, in quotation marks where it needs them: as the library writes a setting, less the setting.
fn key(name: &str) -> String {
    let setting = toml::Table::from_iter([(name.to_owned(), Value::from(0))]).to_string();
    let key = setting.trim_end().strip_suffix(" = 0");
    key.unwrap_or(name).to_owned()
}

fn whole(number: u32) -> Value {
    i64::from(number).into()
}

fn date(day: NaiveDate) -> Value {
    let date = Date {
        year: u16::try_from(day.year()).unwrap_or_default(),
        // A month and a day of the month are below 32.
        month: day.month() as u8,
        day: day.day() as u8,
    };
    Value::Datetime(Datetime::from(date))
}

fn texts(items: &[impl ToString]) -> Value {
    let items: Vec<Value> = items.iter().map(text_of).collect();
    items.into()
}

fn text_of(item: &impl ToString) -> Value {
    Value::from(item.to_string())
}

/// An inline table of the numbers that are given, in this order.
fn numbers(named: &[(&str, Option<u32>)]) -> String {
    let given = named
        .iter()
        .filter_map(|(name, number)| Some(format!("{name} = {}", (*number)?)));
    format!("{{ {} }}", given.collect::<Vec<_>>().join(", "))
}

fn header(page: &mut Page, of: &Header) {
    page.section("[inspection]");
    page.line("title", text_of(&of.title));
    page.line("question", text_of(&of.question));
    page.line("lead", text_of(&of.lead));
    page.line("inspectorates", texts(&of.inspectorates));
    page.line("marking", text_of(&of.marking));
}

fn timing(page: &mut Page, of: &Timing) {
    let letters = match of.letters {
        Letters::Together => "together",
        Letters::Each => "each",
    };
    page.section("[timing]");
    page.line("selection_proposed", date(of.selection_proposed));
    page.line("first_day", date(of.first_day));
    page.line("last_day", date(of.last_day));
    page.line("notice_weeks", whole(of.notice_weeks));
    page.remark(
        "spare_days",
        whole(of.spare_days),
        "working days between authority and the latest letter",
    );
    page.line("letters", Value::from(letters));
    page.optional(
        "max_visits_per_week",
        of.max_visits_per_week.map(whole),
        "brought visits are not counted",
    );
    page.optional("publication", of.publication.map(date), "the target");
}

fn kind(page: &mut Page, of: &Kind) {
    let evidence = match of.evidence {
        Evidence::Extremes => "extremes",
        Evidence::Poor => "poor",
        Evidence::Good => "good",
        Evidence::None => "none",
    };
    let Count { min, max } = of.sites;
    page.section(&format!("[kinds.{}]", key(of.id.as_str())));
    page.line("inspectorate", text_of(&of.inspectorate));
    page.line("sites", numbers(&[("min", Some(min)), ("max", Some(max))]));
    page.remark("days", whole(of.days), "onsite");
    page.remark(
        "prepare_days",
        whole(of.prepare_days),
        "at the desk just before",
    );
    if !of.start_days.is_empty() {
        page.line("start_days", texts(&weekdays(&of.start_days)));
    }
    let pairs: Vec<Value> = of.pairs.iter().map(|pair| texts(pair)).collect();
    page.line("pairs", Value::from(pairs));
    page.remark("evidence", evidence.into(), "whose record teaches most");
    page.line("profile", texts(&of.profile));
    page.optional(
        "clearance",
        of.clearance.as_ref().map(text_of),
        "for every inspector on the visit",
    );
    page.line("include", texts(&of.include));
    page.line("exclude", texts(&of.exclude));
}

fn quota(page: &mut Page, of: &Quota) {
    page.section("[[quotas]]");
    page.line("kind", text_of(&of.kind));
    page.line("column", text_of(&of.column));
    match &of.scope {
        QuotaScope::Each => page.line("each", numbers(&[("min", of.min), ("max", of.max)])),
        QuotaScope::Value(value) => {
            page.line("value", text_of(value));
            for (name, limit) in [("min", of.min), ("max", of.max)] {
                if let Some(limit) = limit {
                    page.line(name, whole(limit));
                }
            }
        }
    }
}

fn link(page: &mut Page, of: &Link) {
    let timing = match of.timing {
        LinkTiming::Any => "any",
        LinkTiming::SameWeek => "same week",
    };
    page.section("[[links]]");
    page.line("each", text_of(&of.each));
    page.line("brings", text_of(&of.brings));
    page.remark(
        "by",
        text_of(&of.by),
        "the column of sites.csv that names them",
    );
    page.line("timing", Value::from(timing));
    page.line("same_team", of.same_team);
}

fn burden(page: &mut Page, of: &Burden) {
    page.section("[burden]");
    page.line("months_before", whole(of.months_before));
    page.line("months_after", whole(of.months_after));
    page.remark(
        "full_days",
        of.full_days.into(),
        "engagement days that count as a full burden",
    );
    page.optional(
        "max_days",
        of.max_days.map(whole),
        "no site with more is selected",
    );
    page.optional(
        "gap_weeks",
        of.gap_weeks.map(whole),
        "no visit so close to another inspection",
    );
}

fn staffing(page: &mut Page, of: &Staffing) {
    page.section("[staffing]");
    page.optional(
        "max_days",
        of.max_days.map(whole),
        "onsite, unless inspectors.csv says otherwise",
    );
    page.optional("max_weeks_in_row", of.max_weeks_in_row.map(whole), "onsite");
}

fn weights(page: &mut Page, of: &Weights) {
    page.section("[weights]");
    page.line("evidence", Value::from(of.evidence));
    page.line("intelligence_share", Value::from(of.intelligence_share));
    page.line("representation", Value::from(of.representation));
    page.line("burden", Value::from(of.burden));
    page.line("cost", Value::from(of.cost));
    page.line("leave", Value::from(of.leave));
    page.line("delay", Value::from(of.delay));
    page.line("travel", Value::from(of.travel));
    page.line("continuity", Value::from(of.continuity));
}

fn hours(page: &mut Page, of: &DayHours) {
    let [from, to] = of.lunch.map(|time| text_of(&time));
    page.section("[day]");
    page.line("start", text_of(&of.start));
    page.line("end", text_of(&of.end));
    page.line("lunch", format!("{{ from = {from}, to = {to} }}"));
    page.remark("debrief", whole(of.debrief), "minutes; ends every day");
    page.remark(
        "between",
        whole(of.between),
        "minutes from one session of a pair to its next",
    );
    page.optional(
        "arrival",
        of.arrival.map(|time| text_of(&time)),
        "the first day begins no earlier",
    );
    page.optional(
        "departure",
        of.departure.map(|time| text_of(&time)),
        "the last day ends no later",
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_texts_are_quoted_where_they_must_be() {
        let mut page = Page::default();
        page.section("[authority]");
        page.line("HMICFRS", whole(15));
        page.remark("HMI Probation", whole(10), "days");
        page.line("it's \"so\"", Value::from("it's \"so\""));
        page.section("[timing]");
        let day = NaiveDate::from_ymd_opt(2027, 2, 8).expect("a date");
        page.line("first_day", date(day));
        page.line("sites", numbers(&[("min", Some(6)), ("max", None)]));
        assert_eq!(
            page.text,
            r#"[authority]
HMICFRS = 15
"HMI Probation" = 10                # days
"it's \"so\"" = """it's "so""""

[timing]
first_day = 2027-02-08
sites = { min = 6 }
"#
        );
    }
}
