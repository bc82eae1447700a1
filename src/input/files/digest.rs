//! A fingerprint of everything that was read.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

/// The fingerprints of the files read so far, by the name of what they hold.
#[derive(Debug, Default)]
pub(in crate::input) struct Digest(BTreeMap<String, String>);

impl Digest {
    /// Adds a file. `name` is what it holds, such as `sites.csv` or `scenario`, wherever it lies.
    pub(in crate::input) fn add(&mut self, name: &str, bytes: &[u8]) {
        self.0.insert(name.to_owned(), hex(&Sha256::digest(bytes)));
    }

    /// SHA-256, in hex, over the names and fingerprints of all files in order of name.
    pub(in crate::input) fn finish(&self) -> String {
        let mut all = Sha256::new();
        for (name, fingerprint) in &self.0 {
            all.update(format!("{name}\0{fingerprint}\n"));
        }
        hex(&all.finalize())
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(files: &[(&str, &str)]) -> String {
        let mut digest = Digest::default();
        for (name, text) in files {
            digest.add(name, text.as_bytes());
        }
        digest.finish()
    }

    #[test]
    fn a_changed_byte_or_name_changes_it_and_the_order_of_reading_does_not() {
        let one = of(&[("absences.csv", "x"), ("conflicts.csv", "y")]);
        assert_eq!(one, of(&[("conflicts.csv", "y"), ("absences.csv", "x")]));
        assert_ne!(one, of(&[("absences.csv", "y"), ("conflicts.csv", "x")]));
        assert_ne!(one, of(&[("absences.csv", "x"), ("conflicts.csv", "z")]));
        assert_eq!(one.len(), 64);
    }
}
