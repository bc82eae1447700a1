"""One inspection as plain data: what could be selected, when each visit could start, who could go, and what it is worth.

Everything that a single site or a single inspector decides is settled here; what is left is for the models.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from calendars import Calendar, Span, monday


@dataclass(frozen=True)
class Inspector:
    """One person who could be seated, with the days on which they could not be needed."""

    id: str
    inspectorate: str
    experienced: bool
    base: tuple[float, float] | None
    skills: frozenset[str]
    works: frozenset[int]
    max_days: int | None
    absences: tuple[Span, ...]
    clearances: tuple[tuple[str, date | None], ...]
    conflicts: frozenset[str]

    def could_go(self, site: str, kind: "Kind", needed: Iterable[date], last_day: date) -> bool:
        """P4, P5 and P6, and that the kind has a seat for their inspectorate."""
        return (
            self.inspectorate in kind.seats
            and site not in self.conflicts
            and all(on.weekday() in self.works and not any(on in away for away in self.absences) for on in needed)
            and (kind.clearance is None or any(held == kind.clearance and (until is None or last_day <= until)
                                               for held, until in self.clearances))
        )  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """One kind of site."""

    id: str
    inspectorate: str
    least: int
    most: int
    days: int
    write_up_days: int
    pairs: tuple[tuple[str, str], ...]
    clearance: str | None
    same_team: bool
    """Whether a link brings it with the same team, so that its visits add no travel."""

    @property
    def seats(self) -> dict[str, int]:
        """How many seats each inspectorate has on a visit."""
        both = [inspectorate for pair in self.pairs for inspectorate in pair]
        return {inspectorate: both.count(inspectorate) for inspectorate in dict.fromkeys(both)}


@dataclass(frozen=True)
class Start:
    """One set of dates on which a site could be visited."""

    onsite: tuple[date, ...]
    needed: tuple[date, ...]
    """Preparation and onsite days."""
    cost: float
    """What these dates cost in tier 2."""
    written_up: date
    """The last day on which its team is kept for it."""
    who: tuple[str, ...]
    """The inspectors who could go."""

    @property
    def week(self) -> date:
        """The Monday of the week of the first onsite day."""
        return monday(self.onsite[0])

    @property
    def weeks(self) -> frozenset[date]:
        """The Mondays of the weeks with an onsite day."""
        return frozenset(monday(on) for on in self.onsite)


@dataclass(frozen=True)
class Site:
    """One site: its own part of tier 1 if selected, and how it could be visited. No starts: it cannot be selected."""

    id: str
    kind: str
    visited: Kind
    """Its kind as a visit to it has it: with its own days and pairs."""
    worth: float
    place: tuple[float, float] | None
    needs: frozenset[str]
    named: frozenset[str]
    included: bool
    starts: tuple[Start, ...]


@dataclass(frozen=True)
class Link:
    """Which selected sites bring which others."""

    brings: str
    same_week: bool
    same_team: bool
    weeks: tuple[int, int | None] | None
    """How many weeks after the one the other is visited; None: whenever."""
    names: dict[str, tuple[str, ...]]
    """The sites that each site of the `each` kind names."""
    named_by: dict[str, tuple[str, ...]]
    """The sites that name each site of the brought kind."""


@dataclass(frozen=True)
class Problem:
    """Everything that the rules and the score say about one input folder."""

    title: str
    authority: date
    notice_weeks: int
    letters_together: bool
    calendar: Calendar
    kinds: dict[str, Kind]
    sites: dict[str, Site]
    inspectors: dict[str, Inspector]
    quotas: tuple[tuple[tuple[str, ...], int, int], ...]
    """Sites, and how many of them may be selected, from and to."""
    links: tuple[Link, ...]
    apart: tuple[tuple[str, str], ...]
    representation: dict[str, dict[str, float]]
    """For each site of a kind with a profile: what it adds to tier 1 if a given selected site is its nearest."""
    visits_per_week: int | None
    weeks_in_row: int | None
    pilot: str | None
    pilot_counts: bool
    review_days: int
    journey_km: float | None
    road: dict[tuple[str, str], float]
    """Kilometres one way by inspector and site, where `travel.csv` gives them."""
    travel_weight: float
    continuity_weight: float
    load_weight: float
    tolerance: float

    def weekly(self, one: str, other: str) -> bool:
        """Whether a "same week" link ties two sites."""
        return any(link.same_week and (other in link.names.get(one, ()) or one in link.names.get(other, ())) for link in self.links)
