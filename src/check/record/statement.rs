//! One thing that a plan says of itself and that a recomputation contradicts.

use std::fmt;

/// One thing that a plan says of itself though the tables say otherwise: shown, a plain sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misstatement {
    /// The part of the file that says it.
    pub part: Part,
    /// What it says, and what the tables give.
    pub text: String,
}

/// The parts of a plan's file that say something of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// The inspection that it is for: `inspection`, and the name of the `scenario`.
    Origin,
    /// `scenario`, where that is another one and not the same under another name.
    Scenario,
    /// `status` and `marking`.
    Label,
    /// `code`, by which authority is given.
    Code,
    /// `tiers`.
    Tiers,
    /// `counts`.
    Counts,
    /// `sites`, `ties` and `left_out`.
    Sites,
    /// `milestones`.
    Milestones,
}

impl Part {
    /// Whether whoever makes an output of the plan works it out anew from the tables, so that a mistake in it goes no further.
    pub fn is_worked_out_anew(self) -> bool {
        match self {
            Self::Origin | Self::Label | Self::Milestones => true,
            Self::Scenario | Self::Code | Self::Tiers => false,
            Self::Counts | Self::Sites => false,
        }
    }

    /// A misstatement in this part.
    pub fn says(self, text: String) -> Misstatement {
        Misstatement { part: self, text }
    }
}

impl fmt::Display for Misstatement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
