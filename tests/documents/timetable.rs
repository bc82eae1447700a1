//! The page of a visit: every session at its place and in words, legible, and nothing that the inspected body may not see.

pub mod made_up;
mod who_sees;

use assize::documents::views::{Overview, TimetablesInShort};
use assize::documents::{summary, timetable_files, timetable_summary};
use assize::domain::{Inspection, Planned, TimeOfDay};
use assize::instance::Instance;

use crate::gantt::{Label, assert_legible, labels};
use crate::plan;

/// The pages of a plan.
fn drawn(inspection: &Inspection, planned: &Planned) -> Vec<(String, Vec<u8>)> {
    let mut files = timetable_files(&Instance::new(inspection.clone()), planned).expect("files");
    files.retain(|(name, _)| name.starts_with("timetable-"));
    files
}

/// The same as text.
fn pages(planned: &(Inspection, Planned)) -> Vec<(String, String)> {
    let files = drawn(&planned.0, &planned.1);
    let text = |(name, bytes)| (name, String::from_utf8(bytes).expect("UTF-8"));
    files.into_iter().map(text).collect()
}

fn the_page() -> String {
    let pages = pages(&made_up::planned());
    let names: Vec<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["timetable-force-12.svg"]);
    pages[0].1.clone()
}

/// The bar at the left of a session's box, which is as high as the box: left, top and bottom.
fn bars(svg: &str) -> Vec<(f32, f32, f32)> {
    let document = roxmltree::Document::parse(svg).expect("well-formed XML");
    let rects = document
        .descendants()
        .filter(|node| node.has_tag_name("rect"));
    let bar = |node: roxmltree::Node| {
        let number = |name: &str| -> f32 {
            let cell = node.attribute(name).expect("an attribute");
            cell.parse().expect("a number")
        };
        let colours = ["#1D70B8", "#805F2D", "#003078"];
        let is_bar = node
            .attribute("fill")
            .is_some_and(|fill| colours.contains(&fill));
        let (x, y) = (number("x"), number("y"));
        (is_bar && number("width") == 6.0).then(|| (x, y, y + number("height")))
    };
    rects.filter_map(bar).collect()
}

/// Where a time of day stands, by the times on the page.
fn height(labels: &[Label], time: TimeOfDay) -> f32 {
    let middle = |text: &str| {
        let label = labels.iter().find(|label| label.text == text);
        let label = label.expect("a time");
        (label.top + label.bottom) / 2.0
    };
    let (nine, five) = (middle("09:00"), middle("17:00"));
    nine + (time.minutes() as f32 - 540.0) * (five - nine) / 480.0
}

/// The words between two edges and two heights, in the order in which they are read.
fn words(labels: &[Label], (left, right): (f32, f32), (top, bottom): (f32, f32)) -> String {
    let inside = |label: &&Label| {
        label.left >= left
            && label.right <= right
            && label.top >= top - 1.0
            && label.bottom <= bottom + 1.0
    };
    let texts: Vec<&str> = labels
        .iter()
        .filter(inside)
        .map(|label| label.text.as_str())
        .collect();
    texts.join(" ")
}

#[test]
fn every_session_stands_at_its_time_in_its_column() {
    let (_, planned) = made_up::planned();
    let svg = the_page();
    let (labels, width, height_of_page) = labels(&svg);
    assert_eq!((width, height_of_page), (2339.0, 1654.0), "A4 on its side");
    let heads: Vec<f32> = labels
        .iter()
        .filter(|label| label.text.starts_with("Pair "))
        .map(|label| label.left)
        .collect();
    assert_eq!(heads.len(), 6, "two pairs on each of three days");
    let wide = heads[1] - heads[0];
    let bars = bars(&svg);
    assert_eq!(bars.len(), planned.plan.sessions.len());
    for session in &planned.plan.sessions {
        let name = format!("{} at {}", session.activity, session.start);
        let day = session
            .date
            .signed_duration_since(plan::day("2027-02-22"))
            .num_days() as usize;
        let (column, columns) = match session.pair {
            assize::domain::Party::Pair(number) => (number as usize - 1, 1.0),
            assize::domain::Party::All => (0, 2.0),
        };
        let left = heads[day * 2 + column];
        let (top, bottom) = (height(&labels, session.start), height(&labels, session.end));
        let here = |bar: &&(f32, f32, f32)| {
            (bar.0 - left).abs() < 4.0 && (bar.1 - top).abs() < 3.0 && (bar.2 - bottom).abs() < 3.0
        };
        assert_eq!(bars.iter().filter(here).count(), 1, "{name}");
        let words = words(&labels, (left, left + columns * wide), (top, bottom));
        let start = format!("{}–{} {}", session.start, session.end, session.activity);
        assert!(words.starts_with(&start), "{name}: {words}");
    }
}

#[test]
fn boxes_in_one_column_do_not_overlap() {
    let (inspection, mut planned) = made_up::planned();
    made_up::full_week(&inspection, &mut planned.plan);
    for svg in [the_page()]
        .into_iter()
        .chain(pages(&(inspection, planned)).into_iter().map(|page| page.1))
    {
        let bars = bars(&svg);
        for (place, one) in bars.iter().enumerate() {
            for other in bars[place + 1..].iter().filter(|other| other.0 == one.0) {
                assert!(
                    one.2 <= other.1 || other.2 <= one.1,
                    "{one:?} and {other:?}"
                );
            }
        }
    }
}

#[test]
fn the_words_say_who_is_seen_and_how() {
    let (labels, ..) = labels(&the_page());
    let texts: Vec<&str> = labels.iter().map(|label| label.text.as_str()).collect();
    for text in [
        "DRAFT OFFICIAL",
        "Visit timetable: West Yorkshire Police",
        "22 to 24 February 2027",
        "Joint case building by the police and the CPS",
        "Monday 22 February",
        "Wednesday 24 February",
        "Pair 1",
        "Inspector P01",
        "(HMICFRS), visit lead",
        "Inspector C02 (HMCPSI)",
        "The team arrives at 09:30",
        "12:30–13:15 Lunch",
        "16:30–17:00 Team debrief",
        "With Deputy Chief Constable. Whole team",
        "With <Detectives> &",
        "Interview with Witness",
        "HMICFRS alone,",
        "6 of 6",
        "Session 2 of 2",
        "09:30",
        "Times may change to suit the people to be seen. The team debrief is for the team alone.",
    ] {
        assert!(texts.contains(&text), "{text} is missing: {texts:#?}");
    }
}

#[test]
fn the_page_describes_itself() {
    let svg = the_page();
    let document = roxmltree::Document::parse(&svg).expect("well-formed XML");
    let root = document.root_element();
    let attribute = |name| root.attribute(name);
    assert_eq!(attribute("role"), Some("img"));
    assert_eq!(
        (attribute("width"), attribute("height")),
        (Some("297mm"), Some("210mm"))
    );
    let text = |tag: &str| {
        let node = root.children().find(|node| node.has_tag_name(tag));
        node.and_then(|node| node.text()).expect("text").to_owned()
    };
    assert_eq!(
        text("title"),
        "Visit timetable: West Yorkshire Police, 22 to 24 February 2027 (DRAFT OFFICIAL)"
    );
    let description = text("desc");
    for part in [
        "Timetable of the visit to West Yorkshire Police, 22 to 24 February 2027. \
         Pair 1: Inspector P01 (HMICFRS), visit lead; Inspector C01 (HMCPSI). \
         Pair 2: Inspector P02 (HMICFRS); Inspector C02 (HMCPSI). \
         Monday 22 February: The team arrives at 09:30; \
         09:30–10:00 Opening meeting, With Deputy Chief Constable, Whole team; \
         10:15–11:45 Joint examination of case files, pair 1, File examination 1 of 6; ",
        "11:00–12:00 Crime records, pair 1, HMICFRS alone, agreed, Reality check; 12:30–13:15 Lunch; ",
        "13:30–14:00 Team debrief; 14:00–14:45 Closing debrief, With Deputy Chief Constable, Whole team.",
    ] {
        assert!(
            description.contains(part),
            "{part} is missing: {description}"
        );
    }
}

#[test]
fn a_day_without_sessions_is_named_and_not_why() {
    let (inspection, mut planned) = made_up::planned();
    let last = planned.plan.visits[0].last_day;
    planned.plan.sessions.retain(|session| session.date != last);
    let said = "Sessions on 2 of 3 days: none on 24 February.";
    let page = &pages(&(inspection.clone(), planned.clone()))[0].1;
    assert_legible(page);
    let (labels, ..) = labels(page);
    let texts: Vec<&str> = labels.iter().map(|label| label.text.as_str()).collect();
    let line = format!("22 to 24 February 2027. {said}");
    assert!(texts.contains(&line.as_str()), "{texts:#?}");
    assert!(page.contains(&format!(
        "West Yorkshire Police, 22 to 24 February 2027. {said} Pair 1: "
    )));
    // What the team could have done is for the lead.
    let lower = page.to_lowercase();
    for word in ["used", "spare", "enough", "need", "fewer"] {
        assert!(!lower.contains(word), "{word} is on the page");
    }
    let screen = summary(&Overview::new(&Instance::new(inspection.clone()), &planned));
    let lines: Vec<&str> = screen.lines().map(str::trim).collect();
    let pairs = "Inspector P01 and Inspector C01; Inspector P02 and Inspector C02";
    let place = lines
        .iter()
        .position(|line| *line == pairs)
        .expect("the pairs");
    assert_eq!(lines[place + 1], "2 of 3 days used by its sessions");
    let in_short = timetable_summary(&TimetablesInShort::new(&inspection, &planned.plan));
    let onsite =
        "  Onsite: 16 sessions over 2 of 3 days; pair 1 has 7, pair 2 has 8, and the whole team 1.";
    assert!(in_short.lines().any(|line| line == onsite), "{in_short}");
}

#[test]
fn a_visit_that_uses_all_its_days_says_nothing_of_it() {
    let (inspection, planned) = made_up::planned();
    assert!(!the_page().contains("Sessions on"));
    let screen = summary(&Overview::new(&Instance::new(inspection.clone()), &planned));
    assert!(!screen.contains("days used"), "{screen}");
    let in_short = timetable_summary(&TimetablesInShort::new(&inspection, &planned.plan));
    assert!(in_short.contains(" sessions over 3 days; "), "{in_short}");
}

#[test]
fn a_full_week_of_four_pairs_is_legible_on_several_pages() {
    let (inspection, mut planned) = made_up::planned();
    made_up::full_week(&inspection, &mut planned.plan);
    let sessions = planned.plan.sessions.clone();
    let pages = pages(&(inspection, planned));
    let names: Vec<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names[..2],
        ["timetable-force-12.svg", "timetable-force-12-2.svg"]
    );
    let mut boxes = 0;
    let mut texts = Vec::new();
    for (place, (_, svg)) in pages.iter().enumerate() {
        assert_legible(svg);
        boxes += bars(svg).len();
        let (labels, ..) = labels(svg);
        let page = format!("Page {} of {}", place + 1, pages.len());
        assert!(labels.iter().any(|label| label.text == page), "{page}");
        texts.extend(labels.into_iter().map(|label| label.text));
    }
    assert_eq!(boxes, sessions.len());
    let cut: Vec<&String> = texts.iter().filter(|text| text.contains('…')).collect();
    assert!(cut.is_empty(), "{cut:?}");
}

#[test]
fn long_strange_names_stay_legible() {
    let (mut inspection, mut planned) = made_up::planned();
    let long = "<b>exceedingly</b> & unusually long, with an unbreakableandendlesswordfromstarttofinish in it";
    inspection.header.title = format!("An inspection {long} ").repeat(4);
    let last = inspection
        .sites
        .iter_mut()
        .find(|site| site.id.as_str() == "force-12");
    last.expect("a site").name = format!("A \u{1} force {long} ").repeat(3);
    for inspector in &mut inspection.inspectors {
        inspector.name = format!("{} {long}", inspector.name);
    }
    for activity in &mut inspection.activities {
        activity.name = format!("{} {long}", activity.name);
        activity.with.insert(format!("Somebody {long}"));
    }
    for session in &mut planned.plan.sessions {
        session.activity = format!("{} {long}", session.activity);
    }
    let count = planned.plan.sessions.len();
    let pages = pages(&(inspection, planned));
    pages.iter().for_each(|(_, svg)| assert_legible(svg));
    assert_eq!(
        pages.iter().map(|(_, svg)| bars(svg).len()).sum::<usize>(),
        count
    );
    assert!(
        pages[0]
            .1
            .contains("&lt;b&gt;exceedingly&lt;/b&gt; &amp; unusually")
    );
}
