//! Headings are whole, names in any script are seen, and absences show, without a reason, to the lead alone.

use assize::documents::report_files;
use assize::domain::{Absence, Inspection};
use assize::instance::Instance;

use crate::gantt::{assert_legible, labels};
use crate::{file, plan};

/// The texts of every page of a chart of the plan made by hand.
fn texts(inspection: &Inspection, name: &str) -> Vec<String> {
    let planned = plan::planned(inspection);
    let files = report_files(&Instance::new(inspection.clone()), &planned).expect("outputs");
    let pages = files
        .iter()
        .filter(|(file, _)| file.starts_with(name) && file.ends_with(".svg"));
    let mut texts = Vec::new();
    for (_, svg) in pages {
        let svg = String::from_utf8(svg.clone()).expect("UTF-8");
        assert_legible(&svg);
        let (labels, ..) = labels(&svg);
        texts.extend(labels.into_iter().map(|label| label.text));
    }
    texts
}

fn assert_has(texts: &[String], wanted: &str) {
    assert!(
        texts.iter().any(|text| text == wanted),
        "{wanted} is not in {texts:#?}"
    );
}

#[test]
fn the_heading_of_a_kind_is_whole_however_long() {
    let mut inspection = plan::inspection();
    inspection.header.inspectorates[0] =
        "His Majesty's Inspectorate of Constabulary and Fire and Rescue Services".into();
    let long = inspection.header.inspectorates[0].clone();
    for one in &mut inspection.inspectors {
        if one.inspectorate.as_str() == "HMICFRS" {
            one.inspectorate = long.clone();
        }
    }
    let texts = texts(&inspection, "gantt");
    assert_has(&texts, "Police force: 9 visits");
    assert_has(&texts, &format!("{long}: 10 inspectors"));
}

#[test]
fn a_title_and_a_question_as_long_as_may_be_are_whole() {
    let mut inspection = plan::inspection();
    inspection.header.title = "Whether the police and the CPS build cases ".repeat(5)[..200]
        .trim()
        .to_owned();
    inspection.header.question = "How well do the police and the CPS build strong cases together? "
        .repeat(3)
        .trim()
        .to_owned();
    let (title, question) = (
        inspection.header.title.clone(),
        inspection.header.question.clone(),
    );
    for name in ["gantt", "project"] {
        let all = texts(&inspection, name).join(" ");
        assert!(all.contains(&title), "{all}");
        assert!(all.contains(&question), "{all}");
    }
}

#[test]
fn names_in_any_script_are_seen_and_listed() {
    let mut inspection = plan::inspection();
    let names = [
        "Ελένη Παπαδοπούλου",
        "Ірина Шевченко",
        "Łukasz Żółć",
        "Jose\u{301} Nun\u{303}ez",
        "王伟",
        "محمد علي",
        "דוד כהן",
        "राम शर्मा",
        "Anna 😀 Lee",
        "\u{f8ff}",
    ];
    for (place, name) in names.iter().enumerate() {
        // p01, p02, and so on: every second row.
        inspection.inspectors[place * 2].name = (*name).to_owned();
    }
    let texts = texts(&inspection, "gantt");
    for seen in [
        "Ελένη Παπαδοπούλου",
        "Ірина Шевченко",
        "Łukasz Żółć",
        "José Nuñez",
        "WangWei",
        "mhmd `ly",
        "dvd khhn",
        "ram srma",
        "Anna :grinning: Lee",
        "?",
    ] {
        assert_has(&texts, seen);
    }
    assert_has(
        &texts,
        "Written in Latin letters here: :grinning:; ?; WangWei; dvd khhn; mhmd `ly; ram srma.",
    );
}

#[test]
fn every_letter_that_is_drawn_has_a_shape() {
    let font = ab_glyph::FontRef::try_from_slice(include_bytes!(
        "../../assets/fonts/OpenSans-Regular.ttf"
    ));
    let font = font.expect("a font");
    let mut inspection = plan::inspection();
    // One letter of each of many scripts, and signs that take no room.
    let strange = "ا ש अ অ ਅ અ ଅ அ అ ಅ അ අ ก ກ ཀ က ა አ Ꭰ ក あ ア 한 中 𝔸 ☃ 🏴\u{e0067}\u{e007f} x\u{200d}y \u{202e}z \u{feff} ∞";
    inspection.inspectors[0].name = strange.to_owned();
    for text in texts(&inspection, "gantt") {
        for letter in text.chars().filter(|letter| *letter != ' ') {
            let id = ab_glyph::Font::glyph_id(&font, letter);
            assert_ne!(id.0, 0, "{letter} of {text} has no shape");
        }
    }
}

#[test]
fn absences_are_in_the_gantt_chart_without_a_reason_and_nowhere_else() {
    let mut inspection = plan::inspection();
    let away = |inspector: &str, first: &str, last: &str| Absence {
        inspector: inspector.into(),
        first_day: plan::day(first),
        last_day: plan::day(last),
    };
    inspection.absences = vec![
        away("p01", "2027-03-22", "2027-03-24"),
        away("p01", "2027-03-25", "2027-03-26"),
        // On no visit, or beyond the chart: not shown.
        away("nobody", "2027-03-01", "2027-03-05"),
        away("p02", "2026-06-01", "2026-06-05"),
    ];
    let planned = plan::planned(&inspection);
    let files = report_files(&Instance::new(inspection.clone()), &planned).expect("outputs");
    let svg = String::from_utf8(file(&files, "gantt.svg").to_vec()).expect("UTF-8");
    // Thin bars with a frame: one of the legend, and one of the two absences that meet.
    let document = roxmltree::Document::parse(&svg).expect("well-formed XML");
    let grounds = document.descendants().filter(|node| {
        node.has_tag_name("rect")
            && node.attribute("fill") == Some("#FFFFFF")
            && node.attribute("height") == Some("12")
    });
    assert_eq!(grounds.count(), 2);
    let description = document
        .descendants()
        .find(|node| node.has_tag_name("desc"));
    let description = description.and_then(|node| node.text()).expect("text");
    assert!(
        description.contains(" Inspector P01 is absent from 22 to 26 March 2027."),
        "{description}"
    );
    for (name, bytes) in files.iter().filter(|(name, _)| !name.starts_with("gantt")) {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        assert!(!text.contains("absen"), "{name} tells of an absence");
    }
}
