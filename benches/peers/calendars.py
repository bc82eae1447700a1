"""Working days, the day letters are ready, and the dates on which a visit could start (design, section 3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tables import Row, day, weekdays

ONE_DAY = timedelta(days=1)


def monday(of: date) -> date:
    """The Monday by which an ISO week is known."""
    return of - timedelta(days=of.weekday())


@dataclass(frozen=True)
class Calendar:
    """The bank holidays of every nation."""

    holidays: dict[str, frozenset[date]]

    @staticmethod
    def of(rows: list[Row]) -> "Calendar":
        """From the built-in list and the folder's own, one after the other."""
        holidays: dict[str, set[date]] = {}
        for row in rows:
            days = holidays.setdefault(row["nation"].casefold(), set())
            (days.discard if row.get("name", "").casefold() == "moved" else days.add)(date.fromisoformat(row["date"]))
        return Calendar({nation: frozenset(days) for nation, days in holidays.items()})

    def works(self, nation: str, on: date) -> bool:
        """Whether it is a working day of the nation."""
        return on.weekday() < 5 and on not in self.holidays.get(nation.casefold(), frozenset())

    def office(self, on: date) -> bool:
        """Whether it is a working day of both England and Wales: for authority, letters and preparation."""
        return self.works("England", on) and self.works("Wales", on)

    def nth_after(self, start: date, count: int) -> date:
        """The n-th working day after a day; 0 is the day itself."""
        on = start
        while count > 0:
            on += ONE_DAY
            count -= self.office(on)
        return on

    def last_office_day(self, on: date) -> date:
        """The last working day on or before a day."""
        while not self.office(on):
            on -= ONE_DAY
        return on

    def prepare(self, first: date, count: int) -> tuple[date, ...]:
        """The working days just before a visit, earliest first."""
        days: list[date] = []
        on = first
        while len(days) < count:
            on -= ONE_DAY
            if self.office(on):
                days.append(on)
        return tuple(reversed(days))

    def runs(self, nation: str, first: date, last: date, length: int, start_days: list[str]) -> Iterator[list[date]]:
        """T1 and T3: every run of consecutive working days in the window on which a visit could be made."""
        allowed = weekdays(start_days) if start_days else frozenset(range(7))
        on = first
        while on <= last:
            if on.weekday() in allowed and self.works(nation, on):
                days = self._run(nation, on, length)
                if days[-1] <= last and self._fits_its_weeks(nation, days):
                    yield days
            on += ONE_DAY

    def _run(self, nation: str, first: date, length: int) -> list[date]:
        days = [first]
        while len(days) < length:
            on = days[-1] + ONE_DAY
            while not self.works(nation, on):
                on += ONE_DAY
            days.append(on)
        return days

    def _fits_its_weeks(self, nation: str, days: list[date]) -> bool:
        week = monday(days[0])
        if len(days) <= 5:
            return monday(days[-1]) == week
        return not any(self.works(nation, week + timedelta(days=n)) for n in range(days[0].weekday()))


def authority_date(settings: dict[str, Any], calendar: Calendar) -> date:
    """The latest authority over the inspectorates taking part."""
    proposed = settings["timing"]["selection_proposed"]
    given = settings["authority"]
    return max(
        calendar.nth_after(proposed, given[who]) if isinstance(given[who], int) else given[who]
        for who in settings["inspection"]["inspectorates"]
        if who in given
    )


def first_possible_day(settings: dict[str, Any], calendar: Calendar) -> date:
    """T2: the first day of the window that leaves the notice after the letters are ready."""
    timing = settings["timing"]
    ready = calendar.nth_after(authority_date(settings, calendar), timing.get("spare_days", 5))
    while not calendar.office(ready):
        ready += ONE_DAY
    return max(timing["first_day"], ready + timedelta(weeks=timing.get("notice_weeks", 6)))


@dataclass(frozen=True)
class Span:
    """Days from the first to the last, both included; None is open."""

    first: date | None
    last: date | None

    @staticmethod
    def of(row: Row, first: str = "first_day", last: str = "last_day") -> "Span":
        """From two cells of a row."""
        return Span(day(row.get(first, "")), day(row.get(last, "")))

    def __contains__(self, on: date) -> bool:
        return (self.first is None or self.first <= on) and (self.last is None or on <= self.last)

    def gap(self, on: date) -> int:
        """Calendar days from a day to the nearest day of the span, 0 inside; the span must be closed."""
        return max((self.first - on).days, (on - self.last).days, 0)
