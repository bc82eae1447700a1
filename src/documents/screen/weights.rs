//! What the weights trade, for a terminal.

use crate::insight::english;
use crate::insight::weights::Trades;

/// The weights in force and what each trades, as `assize score --explain` says it.
pub fn weights_explained(trades: &Trades) -> String {
    let mut lines = weights_in_words(trades);
    lines.push(String::new());
    lines.join("\n")
}

/// The same, a line each, under a title.
pub(super) fn weights_in_words(trades: &Trades) -> Vec<String> {
    let lines = english::weights(trades).into_iter();
    let lines = lines.map(|line| format!("  {line}"));
    let title = "What the weights mean".to_owned();
    std::iter::once(title).chain(lines).collect()
}
