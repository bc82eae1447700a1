//! Sizes of text, and how each sort of bar looks: by pattern and frame as much as by colour.
//! Printed 297 mm wide, one unit is 0.36 point: the smallest text is above 7 points.

use super::drawing::{
    BLACK, BLUE, BROWN, DARK_BLUE, DARK_GREY, Drawing, LIGHT_GREY, MID_GREY, ORANGE, PALE_BLUE,
    PALE_ORANGE, PALE_PURPLE, PALE_YELLOW, PURPLE, Pattern, Rect, Type, WHITE,
};

pub(super) const SMALL: Type = Type::new(20.0, false, BLACK);
pub(super) const SMALL_BOLD: Type = Type::new(20.0, true, BLACK);
pub(super) const SMALL_GREY: Type = Type::new(20.0, false, DARK_GREY);
pub(super) const ON_BAR: Type = Type::new(20.0, true, WHITE);
pub(super) const NORMAL: Type = Type::new(22.0, false, BLACK);
pub(super) const HEADING: Type = Type::new(24.0, true, BLACK);
pub(super) const QUESTION: Type = Type::new(24.0, false, DARK_GREY);
pub(super) const LETTERS: Type = Type::new(20.0, true, DARK_BLUE);

/// The sorts of bar and column in the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bar {
    Onsite,
    Preparation,
    WriteUp,
    LetterWindow,
    Notice,
    Avoid,
    RatherAvoid,
    BankHoliday,
    Weekend,
    Absent,
}

impl Bar {
    pub(super) const ALL: [Bar; 10] = [
        Bar::Onsite,
        Bar::Preparation,
        Bar::WriteUp,
        Bar::Absent,
        Bar::LetterWindow,
        Bar::Notice,
        Bar::RatherAvoid,
        Bar::Avoid,
        Bar::BankHoliday,
        Bar::Weekend,
    ];

    /// What the legend calls it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Bar::Onsite => "Onsite",
            Bar::Preparation => "Preparation",
            Bar::WriteUp => "Write-up",
            Bar::LetterWindow => "Letter window",
            Bar::Notice => "Notice period",
            Bar::Avoid => "No visits",
            Bar::RatherAvoid => "Better avoided",
            Bar::BankHoliday => "Bank holiday",
            Bar::Weekend => "Weekend",
            Bar::Absent => "Absent",
        }
    }

    /// Draws it over whatever lies below.
    pub(super) fn draw(self, drawing: &mut Drawing, rect: Rect) {
        match self {
            Bar::Onsite => {
                drawing.fill(rect, BLUE);
                drawing.outline(rect, DARK_BLUE, 2);
            }
            Bar::Preparation => {
                drawing.fill(rect, WHITE);
                drawing.pattern(rect, Pattern::Rising, 8, BLUE);
                drawing.outline(rect, DARK_BLUE, 2);
            }
            Bar::WriteUp => {
                drawing.fill(rect, WHITE);
                drawing.pattern(rect, Pattern::Level, 5, BLUE);
                drawing.outline(rect, DARK_BLUE, 1);
            }
            Bar::LetterWindow => {
                drawing.fill(rect, PALE_YELLOW);
                drawing.pattern(rect, Pattern::Upright, 6, BROWN);
                drawing.outline(rect, BROWN, 1);
            }
            Bar::Notice => {
                drawing.fill(rect, PALE_BLUE);
                drawing.outline(rect, BLUE, 1);
            }
            Bar::Avoid => {
                drawing.fill(rect, LIGHT_GREY);
                drawing.pattern(rect, Pattern::Crossed, 14, MID_GREY);
            }
            Bar::RatherAvoid => {
                drawing.fill(rect, PALE_ORANGE);
                drawing.pattern(rect, Pattern::Falling, 16, ORANGE);
            }
            Bar::BankHoliday => {
                drawing.fill(rect, PALE_PURPLE);
                drawing.pattern(rect, Pattern::Level, 5, PURPLE);
            }
            Bar::Weekend => drawing.fill(rect, LIGHT_GREY),
            Bar::Absent => {
                drawing.fill(rect, WHITE);
                drawing.pattern(rect, Pattern::Falling, 7, MID_GREY);
                drawing.outline(rect, DARK_GREY, 1);
            }
        }
    }

    /// How far its edges lie from its middle, where it is not as high as its row.
    pub(super) fn half(self) -> Option<i32> {
        match self {
            Bar::LetterWindow => Some(7),
            Bar::Notice => Some(4),
            Bar::Absent => Some(6),
            Bar::Onsite
            | Bar::Preparation
            | Bar::WriteUp
            | Bar::Avoid
            | Bar::RatherAvoid
            | Bar::BankHoliday
            | Bar::Weekend => None,
        }
    }

    /// Draws it in the middle of a rectangle as high as its row, as the legend shows it.
    pub(super) fn draw_sample(self, drawing: &mut Drawing, rect: Rect) {
        let middle = (rect.top + rect.bottom) / 2;
        let rect = match self.half() {
            Some(half) => Rect {
                top: middle - half,
                bottom: middle + half,
                ..rect
            },
            None => rect,
        };
        self.draw(drawing, rect);
    }
}
