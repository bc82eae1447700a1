"""What the models choose from: visits (a site with its dates) and seats (an inspector on such a visit), and how they meet.

Both models are over these same options, so that they differ in how a solver is spoken to and in nothing else.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from problem import Kind, Problem, Start


@dataclass
class Options:
    """Every visit that could be made and every seat that could be taken, numbered from 0."""

    problem: Problem
    visits: list[tuple[str, Start]] = field(default_factory=list)
    seats: list[tuple[int, str]] = field(default_factory=list)
    """The visit, and the inspector."""
    of_site: dict[str, list[int]] = field(default_factory=dict)
    of_visit: dict[int, dict[str, int]] = field(default_factory=dict)
    """The seats of a visit by inspector."""
    of_inspector: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.of_inspector = {name: [] for name in self.problem.inspectors}
        for site in self.problem.sites.values():
            self.of_site[site.id] = []
            for start in site.starts:
                visit = len(self.visits)
                self.visits.append((site.id, start))
                self.of_site[site.id].append(visit)
                self.of_visit[visit] = {}
                for inspector in start.who:
                    seat = len(self.seats)
                    self.seats.append((visit, inspector))
                    self.of_visit[visit][inspector] = seat
                    self.of_inspector[inspector].append(seat)

    def kind(self, visit: int) -> Kind:
        """The kind of the site visited."""
        return self.problem.kinds[self.problem.sites[self.visits[visit][0]].kind]

    def needed_together(self, inspector: str) -> list[list[int]]:
        """P3: seats that need the inspector on one same day, preparation included; the largest such sets."""
        days: dict[date, set[int]] = {}
        for seat in self.of_inspector[inspector]:
            for on in self.visits[self.seats[seat][0]][1].needed:
                days.setdefault(on, set()).add(seat)
        return largest(days.values())

    def onsite_in_week(self, inspector: str) -> dict[date, list[list[int]]]:
        """P10: by week, seats with an onsite day in it, in sets that exclude each other."""
        weeks: dict[date, dict[date, set[int]]] = {}
        for seat in self.of_inspector[inspector]:
            start = self.visits[self.seats[seat][0]][1]
            for week in start.weeks:
                for on in start.onsite:
                    if 0 <= (on - week).days < 7:
                        weeks.setdefault(week, {}).setdefault(on, set()).add(seat)
        return {week: largest(days.values()) for week, days in sorted(weeks.items())}

    def in_week(self, sites: Iterable[str], week: date) -> list[int]:
        """The visits to any of the sites that start in a week."""
        return [visit for site in sites for visit in self.of_site[site] if self.visits[visit][1].week == week]

    def starting_weeks(self, site: str) -> list[date]:
        """The weeks in which a visit to the site could start."""
        return sorted({self.visits[visit][1].week for visit in self.of_site[site]})

    def with_onsite_day(self) -> dict[date, list[int]]:
        """T6: the visits with an onsite day in each week."""
        weeks: dict[date, list[int]] = {}
        for visit, (_, start) in enumerate(self.visits):
            for week in start.weeks:
                weeks.setdefault(week, []).append(visit)
        return dict(sorted(weeks.items()))


def largest(sets: Iterable[set[int]]) -> list[list[int]]:
    """Those of two or more that lie in no other: a row for the rest would say nothing new."""
    kept: list[set[int]] = []
    for one in sorted(sets, key=lambda one: (-len(one), sorted(one))):
        if not any(one <= other for other in kept):
            kept.append(one)
    return [sorted(one) for one in kept]


def inexperienced_limits(kind: Kind) -> list[tuple[tuple[str, ...], int]]:
    """P2 without saying who sits in which pair: at most so many inexperienced members from these inspectorates together.

    A team can be seated with an experienced member in every pair exactly when, for every set of inspectorates, its
    inexperienced members are no more than the pairs that seat one of the set (Hall's theorem). Sets in which no two
    inspectorates share a pair say no more than the number of seats does.
    """
    limits = []
    for size in range(2, len(kind.seats) + 1):
        for chosen in combinations(kind.seats, size):
            pairs = sum(1 for pair in kind.pairs if set(pair) & set(chosen))
            if pairs < sum(kind.seats[inspectorate] for inspectorate in chosen):
                limits.append((chosen, pairs))
    return limits
