//! The Gantt chart: whole, legible, nothing cut and nothing printed over something else.

use ab_glyph::{Font, FontRef, PxScale, ScaleFont};
use assize::documents::{REPORT_FILES, report_files};
use assize::instance::Instance;
use chrono::Days;

use crate::{file, plan};

/// A text of the chart and the box it fills in a font a third wider than ours: whoever opens it may have another.
pub struct Label {
    pub text: String,
    pub size: f32,
    pub left: f32,
    pub right: f32,
    pub top: f32,
    pub bottom: f32,
}

fn width(text: &str, size: f32, bold: bool) -> f32 {
    const WIDER: f32 = 4.0 / 3.0;
    let bytes: &[u8] = if bold {
        include_bytes!("../../assets/fonts/OpenSans-Bold.ttf")
    } else {
        include_bytes!("../../assets/fonts/OpenSans-Regular.ttf")
    };
    let font = FontRef::try_from_slice(bytes).expect("a font");
    let em = font.units_per_em().expect("an em");
    let scaled = font.as_scaled(PxScale::from(size * font.height_unscaled() / em));
    let letters = text.chars();
    let widths = letters.map(|c| scaled.h_advance(scaled.glyph_id(c)));
    widths.sum::<f32>() * WIDER
}

/// Every text of an SVG, and the size of its canvas.
pub fn labels(svg: &str) -> (Vec<Label>, f32, f32) {
    let document = roxmltree::Document::parse(svg).expect("well-formed XML");
    let root = document.root_element();
    let canvas: Vec<f32> = root
        .attribute("viewBox")
        .expect("a view box")
        .split(' ')
        .map(|number| number.parse().expect("a number"))
        .collect();
    let texts = root.descendants().filter(|node| node.has_tag_name("text"));
    let labels = texts.map(|node| {
        let number = |name: &str| -> f32 {
            let cell = node.attribute(name).expect("an attribute");
            cell.parse().expect("a number")
        };
        let text = node.text().expect("text").trim().to_owned();
        let (x, y, size) = (number("x"), number("y"), number("font-size"));
        let bold = node.attribute("font-weight") == Some("bold");
        let wide = width(&text, size, bold);
        let left = match node.attribute("text-anchor") {
            Some("middle") => x - wide / 2.0,
            Some("end") => x - wide,
            _ => x,
        };
        Label {
            text,
            size,
            left,
            right: left + wide,
            top: y - size / 2.0,
            bottom: y + size / 2.0,
        }
    });
    (labels.collect(), canvas[2], canvas[3])
}

fn chart() -> (String, Vec<u8>) {
    let inspection = plan::inspection();
    let files = report_files(
        &Instance::new(inspection.clone()),
        &plan::planned(&inspection),
    )
    .expect("outputs");
    let svg = String::from_utf8(file(&files, "gantt.svg").to_vec()).expect("UTF-8");
    (svg, file(&files, "gantt.png").to_vec())
}

/// Every page of the chart.
fn pages(files: &[(String, Vec<u8>)]) -> Vec<String> {
    drawn(files, "gantt")
}

fn drawn(files: &[(String, Vec<u8>)], name: &str) -> Vec<String> {
    let is_page = |file: &str| file.starts_with(name) && file.ends_with(".svg");
    let drawn = files.iter().filter(|(file, _)| is_page(file));
    drawn
        .map(|(_, bytes)| String::from_utf8(bytes.clone()).expect("UTF-8"))
        .collect()
}

/// No label is cut by the edge or meets another, and none is too small for A4.
pub fn assert_legible(svg: &str) {
    let (labels, width, height) = labels(svg);
    for (place, label) in labels.iter().enumerate() {
        let inside =
            label.left >= 0.0 && label.right <= width && label.top >= 0.0 && label.bottom <= height;
        assert!(inside, "{} is cut", label.text);
        let points = label.size / width * 297.0 / 25.4 * 72.0;
        assert!(points >= 6.4, "{} has {points} points", label.text);
        for other in &labels[place + 1..] {
            let apart = label.right <= other.left
                || other.right <= label.left
                || label.bottom <= other.top
                || other.bottom <= label.top;
            assert!(apart, "{} meets {}", label.text, other.text);
        }
    }
}

#[test]
fn every_visit_and_inspector_is_named() {
    let inspection = plan::inspection();
    let planned = plan::planned(&inspection);
    let (labels, ..) = labels(&chart().0);
    let named = |name: &str| labels.iter().any(|label| label.text == name);
    for visit in &planned.plan.visits {
        let site = inspection.site(&visit.site).expect("a site");
        assert!(named(&site.name), "{} is not named", site.name);
        for member in visit.team() {
            let inspector = inspection.inspector(member).expect("an inspector");
            assert!(named(&inspector.name), "{} is not named", inspector.name);
        }
    }
    let others = [
        "DRAFT OFFICIAL-SENSITIVE",
        "Authority 29 Dec",
        "Letters by 11 Jan",
        "Half-term",
        "Easter holidays",
        "Good Friday 26 Mar",
        "22 to 24 Feb",
        "22",
        "March 2027",
        "Letter window",
        "Notice period",
        "Preparation",
        "Bank holiday",
        "Absent",
    ];
    for text in others {
        assert!(named(text), "{text} is missing");
    }
}

#[test]
fn the_svg_describes_itself() {
    let (svg, _) = chart();
    let document = roxmltree::Document::parse(&svg).expect("well-formed XML");
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    let by: Vec<&str> = root
        .attribute("aria-labelledby")
        .expect("a label")
        .split(' ')
        .collect();
    let text = |id: &str| {
        let node = root
            .children()
            .find(|node| node.attribute("id") == Some(id));
        node.and_then(|node| node.text()).expect("text").to_owned()
    };
    assert_eq!(
        text(by[0]),
        "Joint case building by the police and the CPS (plan A686-8BD6): visits (DRAFT OFFICIAL-SENSITIVE)"
    );
    let description = text(by[1]);
    let start = "Gantt chart of visits by site and by inspector. Authority by 29 December 2026. West Yorkshire Police, \
                 22 to 24 February 2027: Inspector P01, Inspector C01, Inspector P02 and Inspector C02.";
    assert!(description.starts_with(start), "{description}");
}

#[test]
fn no_label_is_cut_or_printed_over_another() {
    assert_legible(&chart().0);
}

#[test]
fn many_visits_and_long_strange_names_stay_legible() {
    let mut inspection = plan::inspection();
    let mut planned = plan::planned(&inspection);
    let visits = planned.plan.visits.clone();
    for round in 1..5 {
        for visit in &visits {
            let mut later = visit.clone();
            later.site = format!("{}-{round}", visit.site).into();
            later.first_day = visit.first_day + Days::new(28 * round);
            later.last_day = visit.last_day + Days::new(28 * round);
            planned.plan.visits.push(later);
        }
    }
    inspection.timing.last_day = plan::day("2027-12-31");
    inspection.header.title = "A <very> long title & more ".repeat(12);
    inspection.sites[0].name =
        "A police force of an exceedingly long \u{1} name, <with> \"signs\" ".repeat(3);
    inspection.inspectors[0].name =
        "Inspector with a name that goes on and on and on and on and on and on".to_owned();
    let files = report_files(&Instance::new(inspection.clone()), &planned).expect("outputs");
    let pages = pages(&files);
    assert_eq!(pages.len(), 3);
    let mut named = Vec::new();
    for (place, svg) in pages.iter().enumerate() {
        assert_legible(svg);
        let (labels, width, height) = labels(svg);
        assert_eq!((width, height), (2339.0, 1654.0), "A4 on its side");
        let texts: Vec<String> = labels.into_iter().map(|label| label.text).collect();
        for text in [
            &format!("Page {} of 3", place + 1),
            "Letter window",
            "Good Friday 26 Mar",
        ] {
            assert!(
                texts.iter().any(|known| known == text),
                "{text} on page {place}"
            );
        }
        named.extend(texts);
    }
    for visit in &planned.plan.visits {
        let known = inspection.site(&visit.site);
        let name = known.map_or(visit.site.as_str(), |site| site.name.as_str());
        // A long name is cut short.
        let start: String = name.chars().take(20).collect();
        assert!(
            named.iter().any(|text| text.starts_with(&start)),
            "{name} is missing"
        );
    }
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names[..10], REPORT_FILES);
    assert_eq!(
        names[10..],
        [
            "gantt-2.svg",
            "gantt-2.png",
            "gantt-3.svg",
            "gantt-3.png",
            "project-2.svg",
            "project-2.png"
        ]
    );
    for svg in drawn(&files, "project") {
        assert_legible(&svg);
    }
}

#[test]
fn a_plan_edited_beyond_recognition_is_still_drawn() {
    let inspection = plan::inspection();
    let mut planned = plan::planned(&inspection);
    let visit = &mut planned.plan.visits[0];
    visit.site = "nowhere".into();
    visit.kind = "nothing".into();
    visit.pairs = vec![["nobody".into(), "p01".into()]];
    visit.first_day = plan::day("2027-02-20");
    visit.last_day = plan::day("2027-02-19");
    planned.plan.visits[1].letter_by = plan::day("2028-01-01");
    let files = report_files(&Instance::new(inspection.clone()), &planned).expect("outputs");
    let labels: Vec<Label> = pages(&files).iter().flat_map(|svg| labels(svg).0).collect();
    assert!(labels.iter().any(|label| label.text == "nowhere"));
    assert!(labels.iter().any(|label| label.text == "nobody"));
    planned.plan.visits.clear();
    report_files(&Instance::new(inspection.clone()), &planned).expect("outputs without a visit");
}

#[test]
fn the_png_is_a4_at_200_dots_an_inch() {
    let bytes = chart().1;
    let decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    let mut reader = decoder.read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    let frame = reader.next_frame(&mut pixels).expect("a picture");
    assert_eq!((frame.width, frame.height), (2339, 1654));
    let density = reader.info().pixel_dims.expect("a density");
    assert_eq!((density.xppu, density.yppu), (7874, 7874));
    let blue = pixels
        .chunks(3)
        .filter(|pixel| *pixel == [0x1d, 0x70, 0xb8])
        .count();
    assert!(blue > 10_000, "{blue} points of onsite bars");
}

#[test]
fn the_project_chart_names_every_milestone_and_is_legible() {
    let inspection = plan::inspection();
    let files = report_files(
        &Instance::new(inspection.clone()),
        &plan::planned(&inspection),
    )
    .expect("outputs");
    let pages = drawn(&files, "project");
    let mut named = Vec::new();
    for svg in &pages {
        assert_legible(svg);
        named.extend(labels(svg).0.into_iter().map(|label| label.text));
    }
    for text in [
        "DRAFT OFFICIAL-SENSITIVE",
        "1 Planning, scope and methodology",
        "8 Retention and destruction",
        "Letters by 11 Jan",
        "Authority 29 Dec",
        "Selection proposed 4 Dec",
        "Critical path",
        "critical",
    ] {
        assert!(named.iter().any(|known| known == text), "{text} is missing");
    }
    for milestone in inspection
        .milestones
        .iter()
        .filter(|one| one.whose.includes(&"HMCPSI".into()) && one.whose.includes(&"HMICFRS".into()))
        // Work for the whole inspection is there only where it is switched on.
        .filter(|one| one.using.is_none())
    {
        let start = milestone.name.as_str();
        assert!(
            named.iter().any(|known| known.starts_with(start)),
            "{start}"
        );
    }
    let document = roxmltree::Document::parse(&pages[0]).expect("well-formed XML");
    let mut nodes = document.root_element().children();
    let title = nodes.find(|node| node.attribute("id") == Some("assize-title"));
    assert_eq!(
        title.and_then(|node| node.text()),
        Some(
            "Joint case building by the police and the CPS (plan A686-8BD6): milestones (DRAFT OFFICIAL-SENSITIVE), page 1 of 2"
        )
    );
}
