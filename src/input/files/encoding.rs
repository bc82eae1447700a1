//! From the bytes of a file to text, whatever it was saved as.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::input::problems::{Origin, Problems, codes};

/// The text of a file. UTF-8 is expected; UTF-16 and Windows-1252 are read with a warning; `None`, with an
/// error noted, where the encoding cannot be told.
pub(in crate::input) fn decode(
    bytes: &[u8],
    origin: &Origin,
    problems: &Problems,
) -> Option<String> {
    let spoken = origin.spoken();
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        problems.add(
            &codes::NOT_TEXT,
            origin.whole(),
            format!("{spoken} is a workbook or document with the name of a text file."),
            "Open it in Excel and save it as “CSV UTF-8”.",
        );
        return None;
    }
    if let Some((encoding, name)) = utf_16(bytes) {
        let (text, broken) = encoding.decode_with_bom_removal(bytes);
        if !broken {
            warn(
                origin,
                problems,
                name,
                "Save it in UTF-8 (in Excel: “CSV UTF-8”) to be sure of it.",
            );
            return Some(text.into_owned());
        }
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        return Some(text.to_owned());
    } else if looks_like_windows(bytes) {
        let (text, _, _) = WINDOWS_1252.decode(bytes);
        warn(
            origin,
            problems,
            "Windows-1252",
            "Check names with accents, and save it in UTF-8 (in Excel: “CSV UTF-8”) to be sure of them.",
        );
        return Some(text.into_owned());
    }
    problems.add(
        &codes::NOT_TEXT,
        origin.whole(),
        format!("{spoken} is not text, or is saved in an encoding that cannot be told."),
        "Open it in the program that made it and save it as plain text in UTF-8 (in Excel: “CSV UTF-8”).",
    );
    None
}

fn warn(origin: &Origin, problems: &Problems, name: &str, remedy: &str) {
    let spoken = origin.spoken();
    problems.add(
        &codes::OTHER_ENCODING,
        origin.whole(),
        format!("{spoken} appears to be saved as {name}, and was read as such."),
        remedy,
    );
}

/// UTF-16 by its mark, or by every second byte being zero.
fn utf_16(bytes: &[u8]) -> Option<(&'static Encoding, &'static str)> {
    const NAME: &str = "UTF-16 (“Unicode text”)";
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        let is_utf_16 = encoding == UTF_16LE || encoding == UTF_16BE;
        return is_utf_16.then_some((encoding, NAME));
    }
    let zeros = |parity: usize| {
        let half = bytes.iter().skip(parity).step_by(2);
        2 * half.clone().filter(|byte| **byte == 0).count() > half.count()
    };
    match bytes.len() >= 4 && bytes.len().is_multiple_of(2) {
        true if zeros(1) && !zeros(0) => Some((UTF_16LE, NAME)),
        true if zeros(0) && !zeros(1) => Some((UTF_16BE, NAME)),
        _ => None,
    }
}

/// Whether every byte is one that Windows-1252 uses for text.
fn looks_like_windows(bytes: &[u8]) -> bool {
    let unused = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
    !bytes.iter().any(|byte| {
        unused.contains(byte) || (*byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r'))
    })
}
