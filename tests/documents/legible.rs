//! Every chart and page of the three examples, in a font a third wider than ours: no text meets another, leaves the page, or leaves
//! its box; and no heading is cut short.

use std::sync::LazyLock;

use assize::documents::report_files;
use assize::domain::{Inspection, Planned};
use assize::instance::Instance;
use assize::optimise::{Budget, draw_up};

use crate::common::{example, load, planned};
use crate::gantt::{assert_legible, labels};

/// The drawings of an example, by name.
type Drawings = Vec<(String, String)>;

static EXAMPLES: LazyLock<Vec<Drawings>> = LazyLock::new(|| {
    let names = ["case-building", "resettlement", "small"].into_iter();
    names
        .map(|name| drawings(load(&example(name), None)))
        .collect()
});

fn drawings(inspection: Inspection) -> Drawings {
    let mut planned: Planned = planned(&inspection);
    let instance = Instance::new(inspection);
    let drawn = draw_up(&instance, &planned.plan, &Budget::unlimited()).expect("no fault");
    planned.plan.sessions = drawn.sessions;
    planned.plan.preparation = drawn.preparation;
    let files = report_files(&instance, &planned)
        .expect("outputs")
        .into_iter();
    let svgs = files.filter(|(name, _)| name.ends_with(".svg"));
    svgs.map(|(name, bytes)| (name, String::from_utf8(bytes).expect("UTF-8")))
        .collect()
}

#[test]
fn no_text_of_an_example_meets_another_or_leaves_the_page() {
    for (name, svg) in EXAMPLES.iter().flatten() {
        println!("{name}");
        assert_legible(svg);
    }
    let pages = EXAMPLES.iter().flatten().count();
    assert!(pages > 30, "{pages}");
}

#[test]
fn no_text_of_an_example_is_cut_short() {
    for (name, svg) in EXAMPLES.iter().flatten() {
        let (labels, ..) = labels(svg);
        let cut: Vec<&str> = labels.iter().map(|label| label.text.as_str()).collect();
        let cut: Vec<&&str> = cut.iter().filter(|text| text.contains('…')).collect();
        assert!(cut.is_empty(), "{name}: {cut:?}");
    }
}

/// The boxes of sessions: left, top, right and bottom.
fn boxes(svg: &str) -> Vec<[f32; 4]> {
    let document = roxmltree::Document::parse(svg).expect("well-formed XML");
    let rects = document
        .descendants()
        .filter(|node| node.has_tag_name("rect"));
    let rects: Vec<(Option<String>, [f32; 4])> = rects
        .map(|node| {
            let number = |name: &str| -> f32 {
                let cell = node.attribute(name).expect("an attribute");
                cell.parse().expect("a number")
            };
            let (x, y) = (number("x"), number("y"));
            let rect = [x, y, x + number("width"), y + number("height")];
            (node.attribute("fill").map(str::to_owned), rect)
        })
        .collect();
    let is_bar = |(fill, rect): &&(Option<String>, [f32; 4])| {
        let colours = ["#1D70B8", "#805F2D", "#003078"];
        let fill = fill.as_deref().unwrap_or_default();
        colours.contains(&fill) && rect[2] - rect[0] == 6.0
    };
    let bars = rects.iter().filter(is_bar);
    let ground = |(_, bar): &(Option<String>, [f32; 4])| {
        let same = |rect: &&[f32; 4]| rect[0] == bar[0] && rect[1] == bar[1] && rect[3] == bar[3];
        let all = rects.iter().map(|(_, rect)| rect).filter(same);
        *all.max_by(|a, b| a[2].total_cmp(&b[2])).expect("a ground")
    };
    bars.map(ground).collect()
}

#[test]
fn the_words_of_a_session_stay_in_its_box() {
    let mut seen = 0;
    let pages = EXAMPLES.iter().flatten();
    for (name, svg) in pages.filter(|(name, _)| name.starts_with("timetable")) {
        let (labels, ..) = labels(svg);
        for [left, top, right, bottom] in boxes(svg) {
            for label in &labels {
                let middle = (label.top + label.bottom) / 2.0;
                let begins = (left..right).contains(&label.left) && (top..bottom).contains(&middle);
                if begins {
                    let text = &label.text;
                    assert!(label.right <= right, "{name}: {text} leaves its box");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 500, "{seen}");
}
