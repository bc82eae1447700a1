//! The code of a plan, for which an authority is given.

use super::{Form, Readable};
use crate::schema::misfit::{Misfit, Why};

/// The code of a plan, such as `3F2A-90C1`: eight hexadecimal digits. Upper and lower case do not matter, nor do spaces and hyphens, which
/// change on the way from one program to another.
#[derive(Debug, Clone, Copy)]
pub struct PlanCode;

/// How many digits each of its two groups has, as it is written.
const GROUP: usize = 4;

impl Form for PlanCode {
    fn in_words(&self) -> String {
        "the code of a plan".to_owned()
    }
}

impl Readable for PlanCode {
    type Value = String;

    fn read(&self, text: &str) -> Result<String, Vec<Misfit>> {
        let is_between = |c: char| c.is_whitespace() || HYPHENS.contains(&c);
        let nearly = || written(text, |c| !c.is_ascii_alphanumeric());
        written(text, is_between).ok_or_else(|| Misfit::one(text, Why::NoPlanCode(nearly())))
    }

    fn write(&self, value: &String) -> String {
        value.clone()
    }
}

/// The hyphen, and what word processors make of it: hyphens that break or do not, soft ones, dashes, the minus sign.
const HYPHENS: [char; 8] = [
    '-', '\u{2010}', '\u{2011}', '\u{ad}', '\u{2012}', '–', '—', '\u{2212}',
];

/// A code as it is written, where a text has its digits and nothing else but what may be between them.
fn written(text: &str, is_between: impl Fn(char) -> bool) -> Option<String> {
    let digits: Vec<char> = text.chars().filter(|c| !is_between(*c)).collect();
    let is_code = digits.len() == 2 * GROUP && digits.iter().all(char::is_ascii_hexdigit);
    is_code.then(|| {
        let (first, second) = digits.split_at(GROUP);
        let group = |digits: &[char]| digits.iter().collect::<String>().to_ascii_uppercase();
        format!("{}-{}", group(first), group(second))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_in_any_case_with_any_spaces_and_hyphens() {
        for text in [
            "3F2A-90C1",
            "3f2a-90c1",
            "3F2A90C1",
            "3f2a – 90c1",
            " 3f2A -90C1",
            "3F2A\u{2011}90C1",
            "3F2A\u{a0}90C1",
            "3F2A\u{2212}90C1",
            "3F 2A 90 C1",
        ] {
            assert_eq!(PlanCode.read(text), Ok("3F2A-90C1".to_owned()), "{text}");
        }
        let nearly = || Some("3F2A-90C1".to_owned());
        for (text, nearly) in [
            ("3F2A_90C1", nearly()),
            ("“3f2a-90c1”", nearly()),
            ("#3F2A.90C1", nearly()),
            ("code 3F2A-90C1", None),
            ("3F2A-90C12", None),
            ("3F2A-90C", None),
            ("3F2A-90CG", None),
            ("é", None),
        ] {
            let misfit = Misfit::one(text, Why::NoPlanCode(nearly));
            assert_eq!(PlanCode.read(text), Err(misfit), "{text}");
        }
    }
}
