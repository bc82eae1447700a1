//! A name with line breaks in it writes no line of its own, on the screen or in any file.

use std::fs;
use std::path::Path;

use super::Copied;

#[test]
fn a_forged_line_stays_part_of_the_name() {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/newline-in-names");
    let small = Copied::of("small");
    let sites = fs::read_to_string(case.join("sites.csv")).expect("the sites");
    small.write("input/sites.csv", &sites);
    let ran = small.run("plan input --out out");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let name = "Alder 1 visit Authority: all given. AUTHORISED";
    assert!(ran.out.contains(name), "{}", ran.out);
    let is_forged = |line: &str| {
        let line = line.trim_start();
        line.starts_with("Authority: all given") || line.starts_with("1 visit")
    };
    let forged: Vec<&str> = ran.out.lines().filter(|line| is_forged(line)).collect();
    assert_eq!(forged, [""; 0]);
    let mut with_the_name = 0;
    for entry in fs::read_dir(small.path("out")).expect("a folder") {
        let path = entry.expect("an entry").path();
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        with_the_name += usize::from(text.contains(name));
        assert!(!text.lines().any(is_forged), "{}", path.display());
    }
    assert!(with_the_name > 3, "{with_the_name}");
}

/// Neither do the names of files: of a scenario, or of what lies in the output folder.
#[cfg(unix)]
#[test]
fn names_of_files_write_no_line_and_turn_no_direction() {
    let small = Copied::of("small");
    small.write(
        "a\u{202e}b.toml",
        "[kinds.police_force]\nexclude = [\"alder\"]\n",
    );
    small.write("out/timetable-\nAUTHORISED\n.svg", "mine");
    let ran = small.run("plan input --scenario a\u{202e}b.toml --out out");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.contains("Scenario: a\u{fffd}b\n"), "{}", ran.out);
    let left = "no such file: timetable-\u{fffd}AUTHORISED\u{fffd}.svg. ";
    assert!(ran.err.contains(left), "{}", ran.err);
    for name in ["plan.json", "visits.csv", "selection.csv"] {
        assert!(
            !small.read(&format!("out/{name}")).contains('\u{202e}'),
            "{name}"
        );
    }
}
