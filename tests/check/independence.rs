//! The checker can catch the planner out only while it shares nothing with it but the words.

use std::fs;
use std::path::{Path, PathBuf};

/// Every source file under a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("the sources can be read") {
        let path = entry.expect("the sources can be read").path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else {
            files.push(path);
        }
    }
    files
}

#[test]
fn the_checker_imports_the_domain_alone() {
    let files = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check"));
    let mut others = Vec::new();
    for file in &files {
        let text = fs::read_to_string(file).expect("a source is text");
        let code = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        for used in code.flat_map(|line| line.split("crate::").skip(1)) {
            if !used.starts_with("domain") && !used.starts_with("check") {
                others.push(format!("{}: crate::{used}", file.display()));
            }
        }
    }
    assert!(
        files.len() > 10,
        "only {} files were looked at",
        files.len()
    );
    assert_eq!(others, Vec::<String>::new());
}
