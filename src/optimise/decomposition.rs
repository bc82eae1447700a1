//! How the problem is taken apart. Every way gives the same answer; they differ in how long it takes.

/// How a model seats people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seating {
    /// Not at all.
    LeftOut,
    /// On the days of visits, without saying to which of the sites visited on the same days they go: less than a team for each visit, and
    /// nearly as much (see [`super::window`]).
    ByWindow,
    /// On visits.
    BySite,
    /// On visits, without saying which of them go together in the diary of one inspector: whole seasons say that ([`super::seasons`]).
    BySeason,
}

impl Seating {
    /// Whether a seat is one of a certain site's visit.
    pub(super) fn is_by_site(self) -> bool {
        matches!(self, Self::BySite | Self::BySeason)
    }
}

/// When to stop solving in parts and to solve more of the problem at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decomposition {
    /// After so many selections that cannot be visited, the selection is solved together with the dates, and with people by window.
    pub cuts_before_dates: usize,
    /// After so many, it is solved together with the teams too: one model of everything.
    pub cuts_before_teams: usize,
    /// After so many, the search is given up with the bound reached.
    pub most_cuts: usize,
    /// After so many sets of dates that cannot be staffed, each of which tells some sites apart, dates and teams are solved together.
    pub date_cuts_before_teams: usize,
    /// Whether dates are looked for with people by window; without any people where not, and then they often have no teams.
    pub dates_by_window: bool,
    /// Teams are chosen by whole seasons where no more of them have to be listed at once than this, or than there are seats; never where it is 0.
    pub most_seasons: usize,
    /// With more tied selections than this, they are left to the model rather than listed; at least 1.
    pub most_ties: usize,
}

impl Default for Decomposition {
    fn default() -> Self {
        Self {
            cuts_before_dates: 4,
            cuts_before_teams: 40,
            most_cuts: usize::MAX,
            date_cuts_before_teams: 2,
            dates_by_window: true,
            most_seasons: 8_000,
            most_ties: 16,
        }
    }
}

impl Decomposition {
    /// How people are seated when dates are looked for, after so many sets of dates that could not be staffed.
    pub(super) fn seating_of_dates(&self, failures: usize) -> Seating {
        match (failures < self.date_cuts_before_teams, self.dates_by_window) {
            (false, _) => Seating::BySite,
            (true, true) => Seating::ByWindow,
            (true, false) => Seating::LeftOut,
        }
    }

    /// Everything as one model from the start: slow, and the yardstick for everything quicker.
    pub const MONOLITH: Self = Self {
        cuts_before_dates: 0,
        cuts_before_teams: 0,
        most_cuts: usize::MAX,
        date_cuts_before_teams: 0,
        dates_by_window: true,
        most_seasons: 0,
        most_ties: 1,
    };
}
