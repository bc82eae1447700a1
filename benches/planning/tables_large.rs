//! A million rows of `performance.csv`: how long the program takes to read, check and score them.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::Instant;

use assize::example::Size;
use assize::score::Scores;

use super::common::{load, write_made_up};

const SITES: usize = 10_000;
const INDICATORS: usize = 100;

/// Seconds to load the folder and to score its sites.
pub fn measure() -> (f64, f64) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("million");
    write(&folder);
    let began = Instant::now();
    let inspection = load(&folder, None);
    let loaded = began.elapsed().as_secs_f64();
    assert_eq!(inspection.performance.len(), SITES * INDICATORS);
    let began = Instant::now();
    let scores = Scores::new(&inspection);
    assert_eq!(scores.sites.len(), SITES);
    (loaded, began.elapsed().as_secs_f64())
}

/// A made-up inspection of so many sites, each with a value of so many indicators.
fn write(folder: &Path) {
    let size = Size {
        sites: SITES as u32 - Size::M.areas,
        ..Size::M
    };
    write_made_up(size, 1, folder);
    let inspection = load(folder, None);
    let mut indicators = "indicator,better,weight,name\n".to_owned();
    for indicator in 0..INDICATORS {
        writeln!(indicators, "i{indicator},higher,1,Synthetic").expect("a text");
    }
    let mut performance = "site,indicator,value,period\n".to_owned();
    for (row, site) in inspection.sites.iter().enumerate() {
        for indicator in 0..INDICATORS {
            let value = (row * 31 + indicator * 17) % 1000;
            writeln!(performance, "{},i{indicator},{value},synthetic", site.id).expect("a text");
        }
    }
    fs::write(folder.join("indicators.csv"), indicators).expect("written");
    fs::write(folder.join("performance.csv"), performance).expect("written");
}
