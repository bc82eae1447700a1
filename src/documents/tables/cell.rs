//! One cell of a table, as what it is. How it is written is for the encoder to say.

use chrono::NaiveDate;

use crate::domain::{InspectorId, InspectorateId, KindId, MilestoneId, Party, SiteId, TimeOfDay};
use crate::words;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::documents) enum TableCell {
    /// Nothing: unknown, or it does not apply.
    Blank,
    /// A text.
    Text(String),
    /// A day.
    Date(NaiveDate),
    /// A time of day.
    Time(TimeOfDay),
    /// A whole number.
    Whole(i64),
    /// A number rounded to so many decimal places: `units` of the last place. What is shown is what there is.
    Decimal {
        /// How many of the last place.
        units: i64,
        /// How many decimal places.
        places: u32,
    },
    /// A number as somebody measured it, with the decimals that it has.
    Measure(f64),
    /// Yes or no.
    YesNo(bool),
}

impl TableCell {
    /// A number to three decimals, given in thousandths.
    pub(super) fn thousandths(units: i64) -> Self {
        Self::Decimal { units, places: 3 }
    }

    /// A number to three decimals.
    pub(super) fn three(value: f64) -> Self {
        Self::thousandths(words::in_thousandths(value))
    }

    /// A number to six decimals.
    pub(super) fn six(value: f64) -> Self {
        Self::Decimal {
            units: words::in_millionths(value),
            places: 6,
        }
    }

    /// Minutes as hours to two decimals.
    pub(super) fn hours(minutes: u64) -> Self {
        let hundredths = minutes.saturating_mul(100).saturating_add(30) / 60;
        Self::Decimal {
            units: i64::try_from(hundredths).unwrap_or(i64::MAX),
            places: 2,
        }
    }

    /// Yes, or nothing.
    pub(super) fn yes_or_blank(is: bool) -> Self {
        if is { Self::YesNo(true) } else { Self::Blank }
    }
}

impl<T: Into<TableCell>> From<Option<T>> for TableCell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Blank, Into::into)
    }
}

impl From<&str> for TableCell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for TableCell {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<NaiveDate> for TableCell {
    fn from(date: NaiveDate) -> Self {
        Self::Date(date)
    }
}

impl From<TimeOfDay> for TableCell {
    fn from(time: TimeOfDay) -> Self {
        Self::Time(time)
    }
}

impl From<Party> for TableCell {
    fn from(party: Party) -> Self {
        match party {
            Party::Pair(number) => number.into(),
            Party::All => Self::Text(party.to_string()),
        }
    }
}

impl From<i64> for TableCell {
    fn from(number: i64) -> Self {
        Self::Whole(number)
    }
}

impl From<u32> for TableCell {
    fn from(number: u32) -> Self {
        Self::Whole(number.into())
    }
}

impl From<u64> for TableCell {
    fn from(number: u64) -> Self {
        Self::Whole(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<usize> for TableCell {
    fn from(number: usize) -> Self {
        Self::Whole(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<bool> for TableCell {
    fn from(is: bool) -> Self {
        Self::YesNo(is)
    }
}

/// An id stands in a table as it stands in the input.
macro_rules! ids {
    ($($id:ident),+) => {
        $(impl From<&$id> for TableCell {
            fn from(id: &$id) -> Self {
                Self::Text(id.to_string())
            }
        })+
    };
}

ids!(SiteId, InspectorId, KindId, InspectorateId, MilestoneId);
