//! No bytes make the program panic: good files are spoilt at random, and every one is read or refused with a reason.

use std::fs;
use std::path::{Path, PathBuf};

use assize::input::{Severity, load};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::{bad_inputs, folder};

/// Pieces that upset readers.
const PIECES: [&[u8]; 24] = [
    b"\"",
    b",",
    b";",
    b"\n",
    b"\r",
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\x80",
    b"-",
    b"99999999999999999999",
    b"NaN",
    b"-1e308",
    b"2027-02-31",
    b"[",
    b"]",
    b"[[",
    b"{",
    b"=",
    b".",
    b"#",
    b"\xe2\x80\x9c",
    b"9999-12-31",
    b"0",
];

fn spoil(bytes: &mut Vec<u8>, random: &mut ChaCha8Rng) {
    for _ in 0..random.random_range(1..6) {
        let at = random.random_range(0..=bytes.len());
        let end = (at + random.random_range(0..12)).min(bytes.len());
        match random.random_range(0..6) {
            0 => drop(bytes.drain(at..end)),
            1 => bytes.truncate(at),
            2 => {
                let copy = bytes[at..end].to_vec();
                let to = random.random_range(0..=bytes.len());
                bytes.splice(to..to, copy);
            }
            3 => bytes
                .splice(at..end, (0..4).map(|_| random.random::<u8>()))
                .for_each(drop),
            _ => {
                let piece = PIECES[random.random_range(0..PIECES.len())];
                bytes.splice(at..at, piece.iter().copied());
            }
        }
    }
}

/// Loads it, and requires what `load` promises.
fn check(input: &Path, seed: u64) {
    match load(input, None) {
        Ok(loaded) => assert!(
            loaded
                .warnings
                .iter()
                .all(|one| one.severity == Severity::Warning),
            "an error among the warnings: seed {seed}"
        ),
        Err(problems) => {
            assert!(
                problems.iter().any(|one| one.severity == Severity::Error),
                "refused without an error: seed {seed}"
            );
            for problem in problems {
                let text = problem.to_string();
                let printable = !text.contains(|c: char| c.is_control() && c != '\n');
                assert!(
                    printable,
                    "a message steers the terminal: seed {seed}: {text:?}"
                );
            }
        }
    }
}

#[test]
fn spoilt_folders_are_read_or_refused() {
    let parent = folder("base");
    let input = parent.path().join("input");
    let mut files: Vec<PathBuf> = fs::read_dir(&input)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    for seed in 0..800 {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let file = &files[random.random_range(0..files.len())];
        let good = fs::read(file).expect("read");
        let mut bytes = good.clone();
        spoil(&mut bytes, &mut random);
        fs::write(file, &bytes).expect("written");
        check(&input, seed);
        fs::write(file, good).expect("written");
    }
}

#[test]
fn deeply_nested_settings_are_refused() {
    let parent = folder("base");
    let input = parent.path().join("input");
    let deep = [
        "a".to_owned() + &".a".repeat(100_000) + " = 1",
        "x = ".to_owned() + &"[".repeat(100_000),
    ];
    for text in deep {
        fs::write(input.join("inspection.toml"), text).expect("written");
        check(&input, 0);
        assert!(load(&input, None).is_err());
    }
}

#[test]
fn spoilt_workbooks_are_read_or_refused() {
    let parent = folder("base");
    let path = parent.path().join("book.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    for table in ["sites", "inspectors", "absences"] {
        let sheet = book.add_worksheet();
        sheet.set_name(table).expect("named");
        let text =
            fs::read_to_string(bad_inputs().join(format!("base/{table}.csv"))).expect("read");
        for (row, line) in text.lines().enumerate() {
            for (column, cell) in line.split(',').enumerate() {
                sheet
                    .write(row as u32, column as u16, cell)
                    .expect("written");
            }
        }
    }
    let good = book.save_to_buffer().expect("saved");
    for seed in 0..200 {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let mut bytes = good.clone();
        spoil(&mut bytes, &mut random);
        fs::write(&path, &bytes).expect("written");
        check(&path, seed);
    }
}
