"""A plan: the value of its tiers worked out exactly, and `plan.json` as `assize check` reads it (design, sections 4 and 5)."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import asin, cos, radians, sin, sqrt
from typing import Any

from problem import Inspector, Kind, Problem, Start

TIERS = ("selection", "calendar", "staffing")
MAXIMISED = (True, False, False)
COUNT = 3
"""After the tiers, the number of sites: a step between, and no tier."""
EARTH_RADIUS_KM = 6371.0


@dataclass(frozen=True)
class Visit:
    """A selected site, its dates and its team."""

    site: str
    start: Start
    team: tuple[str, ...]


def travel(problem: Problem, site: str, inspector: str) -> float:
    """What one inspector's journey to a site costs in tier 3."""
    if problem.sites[site].visited.same_team:
        return 0.0
    km = problem.road.get((inspector, site))
    if km is None:
        place, base = problem.sites[site].place, problem.inspectors[inspector].base
        bases = [base] if base else [person.base for person in problem.inspectors.values() if person.base]
        km = sum(kilometres(known, place) for known in bases) / len(bases) if place and bases else 0.0
    return problem.travel_weight * 2 * km / 100


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great circle, by the haversine."""
    north_1, east_1, north_2, east_2 = map(radians, (*one, *other))
    h = sin((north_2 - north_1) / 2) ** 2 + cos(north_1) * cos(north_2) * sin((east_2 - east_1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, h)))


def values(problem: Problem, visits: list[Visit]) -> tuple[float, float, float]:
    """The three tiers of a plan, from the plan alone."""
    selected = {visit.site for visit in visits}
    selection = sum(problem.sites[site].worth for site in sorted(selected))
    for alike in problem.representation.values():
        selection += max((worth for other, worth in alike.items() if other in selected), default=0.0)
    calendar = sum(visit.start.cost for visit in visits)
    used = {inspector for visit in visits for inspector in visit.team}
    staffing = problem.continuity_weight * len(used)
    staffing += sum(travel(problem, visit.site, inspector) for visit in visits for inspector in visit.team)
    days = {person: sum(len(visit.start.onsite) for visit in visits if person in visit.team) for person in used}
    staffing += problem.load_weight * max(days.values(), default=0)
    return selection, calendar, staffing


def to_json(problem: Problem, visits: list[Visit], bounds: list[tuple[float | None, bool]], best: float | None) -> str:
    """`plan.json`; `bounds` is what is proved of each tier. It carries no digest, which the checker notes and allows."""
    ordered = sorted(visits, key=lambda visit: (visit.start.onsite[0], visit.site))
    first = min((visit.start.onsite[0] for visit in visits), default=problem.authority)
    document: dict[str, Any] = {
        "format": 2,
        "inspection": problem.title,
        "inputs_digest": "",
        "tiers": [
            {"name": name, "value": value, "bound": bound, "proven": proven}
            for name, value, (bound, proven) in zip(TIERS, values(problem, visits), bounds)
        ],
        "code": code(visits),
        "authority_date": problem.authority.isoformat(),
        "visits": [_visit(problem, visit, first) for visit in ordered],
    }
    document["tiers"][0]["best"] = best
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def code(visits: list[Visit]) -> str:
    """The plan's code: of its sites and dates."""
    lines = sorted((visit.site.encode(), f"{visit.site} {visit.start.onsite[0]} {visit.start.onsite[-1]}\n".encode()) for visit in visits)
    digest = hashlib.sha256(b"".join(line for _, line in lines)).hexdigest().upper()
    return f"{digest[:4]}-{digest[4:8]}"


def _visit(problem: Problem, visit: Visit, first_of_all: date) -> dict[str, Any]:
    kind = problem.sites[visit.site].visited
    set_by = first_of_all if problem.letters_together else visit.start.onsite[0]
    team = [problem.inspectors[name] for name in sorted(visit.team)]
    leads = [person.id for person in team if person.experienced and person.inspectorate == kind.inspectorate]
    return {
        "site": visit.site,
        "kind": kind.id,
        "first_day": visit.start.onsite[0].isoformat(),
        "last_day": visit.start.onsite[-1].isoformat(),
        "letter_by": problem.calendar.last_office_day(set_by - timedelta(weeks=problem.notice_weeks)).isoformat(),
        "pairs": next(seatings(kind, team), []),
        "visit_lead": leads[0] if leads else "",
    }


def seatings(kind: Kind, team: list[Inspector], at: int = 0) -> Iterator[list[list[str]]]:
    """P1 and P2: every way to seat a team in the kind's pairs, each with at least one experienced."""
    if at == len(kind.pairs):
        yield []
        return
    for one in team:
        for other in team:
            if (one.inspectorate, other.inspectorate) == kind.pairs[at] and (one.experienced or other.experienced):
                rest = [person for person in team if person not in (one, other)]
                for seated in seatings(kind, rest, at + 1):
                    yield [[one.id, other.id], *seated]
