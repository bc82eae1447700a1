//! Times of day, to the minute.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A time of day to the minute, from 00:00 to 24:00. Shown and written as `09:30`.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("pattern" = "^(([01]?[0-9]|2[0-3]):[0-5]?[0-9]|24:00?)(:00?)?$"))]
pub struct TimeOfDay(u16);

/// The minutes of a day.
const MIDNIGHT: u16 = 24 * 60;

impl TimeOfDay {
    /// The time so many minutes after midnight; at most 24:00.
    pub const fn from_minutes(minutes: u32) -> Self {
        if minutes > MIDNIGHT as u32 {
            Self(MIDNIGHT)
        } else {
            Self(minutes as u16)
        }
    }

    /// Minutes after midnight, from 0 to 1,440.
    pub const fn minutes(self) -> u32 {
        self.0 as u32
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// That a text is no time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("it is not a time of day such as 09:30")]
pub struct NotATime;

impl FromStr for TimeOfDay {
    type Err = NotATime;

    /// Reads `9:30`, `09:30` and `09:30:00`: the last is what a spreadsheet makes of it.
    fn from_str(text: &str) -> Result<Self, NotATime> {
        let mut parts = text.split(':');
        let mut next = |most: u16| -> Result<Option<u16>, NotATime> {
            let Some(part) = parts.next() else {
                return Ok(None);
            };
            let is_number =
                (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
            let number = part
                .parse()
                .ok()
                .filter(|number| is_number && *number <= most);
            number.map(Some).ok_or(NotATime)
        };
        let (hour, minute, second) = (next(24)?, next(59)?, next(59)?);
        let is_long = parts.next().is_some();
        let (Some(hour), Some(minute), None | Some(0), false) = (hour, minute, second, is_long)
        else {
            return Err(NotATime);
        };
        let time = hour * 60 + minute;
        (time <= MIDNIGHT).then_some(Self(time)).ok_or(NotATime)
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = NotATime;

    fn try_from(text: String) -> Result<Self, NotATime> {
        text.parse()
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> Self {
        time.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_reads_as_it_is_written() {
        for (text, minutes) in [
            ("09:30", 570),
            ("9:30", 570),
            ("00:00", 0),
            ("24:00", 1440),
            ("16:05:00", 965),
        ] {
            let time: TimeOfDay = text.parse().expect("a time");
            assert_eq!(time.minutes(), minutes, "{text}");
        }
        assert_eq!(TimeOfDay::from_minutes(570).to_string(), "09:30");
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            "9",
            "09.30",
            "24:01",
            "12:60",
            "12:30:15",
            "12:30:00:00",
            "-1:30",
            "+9:30",
            "009:30",
            "noon",
        ] {
            assert_eq!(text.parse::<TimeOfDay>(), Err(NotATime), "{text}");
        }
    }
}
