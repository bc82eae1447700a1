//! The hours of an onsite day, and who draws the timetables up.

use crate::domain::{DayHours, DrawnUpBy};
use crate::schema::field::{Field, may};
use crate::schema::forms::{Keys, Or, Time, Whole, Words};
use crate::schema::spec::{Layout, SectionSpec, section};
use crate::schema::words;

/// The longest daily debrief and the longest pause, in minutes.
const LONGEST_PAUSE: u32 = 480;

section! {
    /// The hours of every day of every visit.
    day = SectionSpec::optional(Layout::Once);

    /// When lunch is. Lunch that ends when it begins is no lunch.
    LUNCH: Keys = may("lunch", Keys(&lunch::SECTION));
    /// When a day begins.
    START: Or<Time> = may("start", Or(Time, || DayHours::DEFAULT.start));
    /// When a day ends.
    END: Or<Time> = may("end", Or(Time, || DayHours::DEFAULT.end));
    /// The team's own debrief, which ends every day.
    DEBRIEF: Or<Whole> = may(
        "debrief",
        Or(Whole::range(0, LONGEST_PAUSE).of("minutes"), || DayHours::DEFAULT.debrief),
    )
    .remarking("minutes; ends every day");
    /// The time from one session of a pair to its next.
    BETWEEN: Or<Whole> = may(
        "between",
        Or(Whole::range(0, LONGEST_PAUSE).of("minutes"), || DayHours::DEFAULT.between),
    )
    .remarking("minutes from one session of a pair to its next");
    /// The first day begins no earlier.
    ARRIVAL: Time = may("arrival", Time).remarking("the first day begins no earlier");
    /// The last day ends no later.
    DEPARTURE: Time = may("departure", Time).remarking("the last day ends no later");
}

section! {
    /// When lunch begins and ends.
    lunch = SectionSpec::optional(Layout::Within);

    /// When it begins.
    FROM: Or<Time> = may("from", Or(Time, || DayHours::DEFAULT.lunch[0]));
    /// When it ends.
    TO: Or<Time> = may("to", Or(Time, || DayHours::DEFAULT.lunch[1]));
}

section! {
    /// Who draws the timetables up.
    timetable = SectionSpec::optional(Layout::Once);

    /// The lead for all, or each inspectorate its own, which the lead joins.
    BY: Or<Words<DrawnUpBy>> = may("by", Or(words::DRAWN_UP_BY, DrawnUpBy::default));
}
