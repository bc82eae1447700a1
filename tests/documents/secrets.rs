//! What no output may carry, and that the same plan gives the same bytes.

use assize::documents::views::{Overview, Ranking};
use assize::documents::{report_files, score_table, summary};
use assize::instance::Instance;
use assize::score::Scores;

use crate::plan;

#[test]
fn homes_conflicts_and_sources_reach_no_output() {
    let inspection = plan::inspection();
    let planned = plan::planned(&inspection);
    let mut files = report_files(&Instance::new(inspection.clone()), &planned).expect("outputs");
    let terminal = summary(&Overview::new(&Instance::new(inspection.clone()), &planned));
    files.push(("summary".to_owned(), terminal.into_bytes()));
    let table = score_table(&Ranking::new(&inspection, &Scores::new(&inspection)));
    files.push(("score table".to_owned(), table.into_bytes()));

    let mut secrets = vec![plan::SECRET.to_owned()];
    for base in inspection.inspectors.iter().filter_map(|one| one.base) {
        secrets.push(format!("{:.3}", base.latitude));
        secrets.push(format!("{:.3}", base.longitude));
    }
    for (name, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        for secret in &secrets {
            assert!(!text.contains(secret.as_str()), "{secret} is in {name}");
        }
    }
    // The note itself may be shown: the search above would have found its source.
    let selection = String::from_utf8_lossy(crate::file(&files, "selection.csv"));
    assert!(selection.contains("concern, strength 4: =SUM(late files)"));
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let inspection = plan::inspection();
    let planned = plan::planned(&inspection);
    let first = report_files(&Instance::new(inspection.clone()), &planned).expect("outputs");
    let second = report_files(&Instance::new(inspection.clone()), &planned).expect("outputs");
    assert_eq!(first.len(), 12);
    for ((name, a), (other, b)) in first.iter().zip(&second) {
        assert_eq!(name, other);
        assert!(a == b, "{name} differs");
    }
}
