"""What the models choose from: visits (a site with its dates) and seats (an inspector on such a visit), and how they meet.

Both models are over these same options, so that they differ in how a solver is spoken to and in nothing else.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations

from plan import kilometres
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
    clashes: dict[tuple[int, int], bool] = field(default_factory=dict)

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
        return self.problem.sites[self.visits[visit][0]].visited

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

    def _exempt(self, one: int, other: int) -> bool:
        """Whether the one visit brings the other in the same week."""
        (site, start), (other_site, other_start) = self.visits[one], self.visits[other]
        return start.week == other_start.week and self.problem.weekly(site, other_site)

    def before_review(self) -> list[list[int]]:
        """T9: visits of which at most one can be made, for the pilot's review does not end before the other."""
        problem, sets = self.problem, []
        for visit in self.of_site.get(problem.pilot or "", []):
            review = problem.calendar.nth_after(self.visits[visit][1].onsite[-1], problem.review_days)
            for site, visits in self.of_site.items():
                early = [other for other in visits if self.visits[other][1].onsite[0] <= review and not self._exempt(visit, other)]
                if site != problem.pilot and early:
                    sets.append([visit, *early])
        return sets

    def _clash(self, one: int, other: int) -> bool:
        """P14 and P15: whether nobody can make both visits."""
        key = (min(one, other), max(one, other))
        if key not in self.clashes:
            self.clashes[key] = self._worked_out(*key)
        return self.clashes[key]

    def _worked_out(self, one: int, other: int) -> bool:
        if self.visits[one][0] == self.visits[other][0] or self._exempt(one, other):
            return False
        if self.visits[one][1].onsite[0] > self.visits[other][1].onsite[0]:
            one, other = other, one
        (site, start), (other_site, other_start) = self.visits[one], self.visits[other]
        if self.kind(one).write_up_days and other_start.needed[0] <= start.written_up:
            return True
        place, there, most = self.problem.sites[site].place, self.problem.sites[other_site].place, self.problem.journey_km
        if most is None or place is None or there is None or kilometres(place, there) <= most:
            return False
        return any(abs((a - b).days) == 1 for a in start.onsite for b in other_start.onsite)

    def kept_apart(self, inspector: str) -> list[list[int]]:
        """P14 and P15: pairs of seats that nobody can take both of, other than those that need one same day."""
        if self.problem.journey_km is None and not any(kind.write_up_days for kind in self.problem.kinds.values()):
            return []
        pairs, seats = [], self.of_inspector[inspector]
        first = sorted(seats, key=lambda seat: self.visits[self.seats[seat][0]][1].needed[0])
        for at, seat in enumerate(first):
            visit = self.seats[seat][0]
            start = self.visits[visit][1]
            until = max(start.written_up, start.onsite[-1] + timedelta(days=1))
            for other in first[at + 1 :]:
                beside = self.visits[self.seats[other][0]][1]
                if beside.needed[0] > until and beside.onsite[0] > until:
                    break
                if set(start.needed).isdisjoint(beside.needed) and self._clash(visit, self.seats[other][0]):
                    pairs.append([seat, other])
        return pairs

    def in_reach(self, sites: Iterable[str], week: date, weeks: tuple[int, int | None]) -> list[int]:
        """The visits to any of the sites that start so many weeks before a week."""
        least, most = weeks
        return [visit for site in sites for visit in self.of_site[site]
                if least <= (week - self.visits[visit][1].week).days // 7 and (most is None or (week - self.visits[visit][1].week).days // 7 <= most)]  # fmt: skip

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
