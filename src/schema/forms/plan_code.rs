//! The code of a plan, for which an authority is given.

use super::{Form, Readable};
use crate::schema::misfit::{Misfit, Why};

/// The code of a plan, such as `3F2A-90C1`: two groups of four hexadecimal digits, in any case.
#[derive(Debug, Clone, Copy)]
pub struct PlanCode;

/// How many digits each of its two groups has.
const GROUP: usize = 4;

impl Form for PlanCode {
    fn in_words(&self) -> String {
        "the code of a plan".to_owned()
    }
}

impl Readable for PlanCode {
    type Value = String;

    fn read(&self, text: &str) -> Result<String, Vec<Misfit>> {
        match written(text) {
            Some(code) if code.eq_ignore_ascii_case(text) => Ok(code),
            nearly => Err(Misfit::one(text, Why::NoPlanCode(nearly))),
        }
    }

    fn write(&self, value: &String) -> String {
        value.clone()
    }
}

/// A code as it should be written, where a text has its digits and nothing else but spaces and dashes.
fn written(text: &str) -> Option<String> {
    let is_between = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '‐' | '‑' | '_');
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
    fn a_code_is_read_in_any_case_and_as_it_is_written() {
        for text in ["3F2A-90C1", "3f2a-90c1"] {
            assert_eq!(PlanCode.read(text), Ok("3F2A-90C1".to_owned()));
        }
        let nearly = || Some("3F2A-90C1".to_owned());
        for (text, nearly) in [
            ("3F2A90C1", nearly()),
            ("3f2a – 90c1", nearly()),
            ("3F2A-90C", None),
            ("3F2A-90CG", None),
            ("é", None),
        ] {
            let misfit = Misfit::one(text, Why::NoPlanCode(nearly));
            assert_eq!(PlanCode.read(text), Err(misfit), "{text}");
        }
    }
}
