"""The parts of tier 1: evidence, burden, cost and distance (design, section 4)."""

import calendar as months
import re
from datetime import date, timedelta
from fractions import Fraction
from math import sqrt
from typing import Any

from calendars import Span
from tables import Row

WEIGHTS = {
    "evidence": 1.0, "intelligence_share": 0.3, "representation": 1.0, "burden": 1.0, "cost": 0.5,
    "leave": 10.0, "delay": 1.0, "travel": 1.0, "continuity": 2.0,
    "tolerance": 0.05, "load": 0.0,
}  # fmt: skip
SPEAKS = {"poor": {"concern"}, "good": {"innovation"}, "extremes": {"concern", "innovation"}, "none": set()}
DECIMAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)")


def composites(sites: list[str], indicators: list[Row], performance: list[Row]) -> dict[str, float]:
    """The weighted mean of z-scores of each site of one kind that has data."""
    known: dict[str, dict[str, float]] = {row["indicator"]: {} for row in indicators}
    for row in performance:
        if row["site"] in sites and row.get("value"):
            known[row["indicator"]][row["site"]] = float(row["value"])
    total = Fraction(0)
    weight: dict[str, Fraction] = dict.fromkeys(sites, Fraction(0))
    points: dict[str, float] = dict.fromkeys(sites, 0.0)
    for row in indicators:
        values = known[row["indicator"]]
        if not values:
            continue
        # Exact, so that "at least half of the weight" is never a matter of rounding.
        share = Fraction(row.get("weight") or "1")
        sign = 1 if row["better"] == "higher" else -1
        total += share
        mean = sum(values.values()) / len(values)
        spread = sqrt(sum((value - mean) ** 2 for value in values.values()) / len(values))
        flat = max(values.values()) == min(values.values())
        for site, value in values.items():
            weight[site] += share
            points[site] += 0.0 if flat else float(share) * sign * (value - mean) / spread
    return {site: points[site] / float(weight[site]) for site in sites if total > 0 and 2 * weight[site] >= total}


def percentiles(composite: dict[str, float]) -> dict[str, Fraction]:
    """Each site's percentile rank, (rank − ½)/n; ties within 1e-9 share the mean rank."""
    order = sorted(composite, key=lambda site: composite[site])
    result: dict[str, Fraction] = {}
    at = 0
    while at < len(order):
        end = at + 1
        while end < len(order) and composite[order[end]] - composite[order[end - 1]] <= 1e-9:
            end += 1
        # Ranks at + 1 to end: their mean less a half is (at + end) / 2.
        for site in order[at:end]:
            result[site] = Fraction(at + end, 2 * len(order))
        at = end
    return result


def band(percentile: Fraction | None) -> str:
    """The derived column `performance_band`."""
    if percentile is None:
        return ""
    return "low" if percentile <= Fraction(1, 3) else "high" if percentile > Fraction(2, 3) else "middle"


def evidence(how: str, percentile: Fraction | None, strengths: dict[str, int], share: float) -> float:
    """*e* of a site: its record and the intelligence that speaks to the question."""
    if how == "none":
        return 0.0
    record = 0.5
    if percentile is not None:
        q = float(percentile)
        record = {"extremes": abs(2 * q - 1), "poor": 1 - q, "good": q}[how]
    spoken = sum(strength for what, strength in strengths.items() if what in SPEAKS[how])
    return (1 - share) * record + share * min(1.0, spoken / 5)


def _months_on(start: date, count: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    return date(year, month + 1, min(start.day, months.monthrange(year, month + 1)[1]))


def burden_window(settings: dict[str, Any]) -> tuple[date, date]:
    """The days between which engagements count."""
    burden, timing = settings.get("burden", {}), settings["timing"]
    return (
        _months_on(timing["first_day"], -burden.get("months_before", 12)),
        _months_on(timing["last_day"], burden.get("months_after", 6)),
    )


def engagement_days(rows: list[Row], window: tuple[date, date]) -> int:
    """The Mondays to Fridays of a site's engagements inside the window, each engagement at most its `days`."""
    total = 0
    for row in rows:
        span = Span.of(row)
        first, last = max(span.first, window[0]), min(span.last, window[1])
        days = sum((first + timedelta(days=n)).weekday() < 5 for n in range((last - first).days + 1))
        total += min(days, int(row["days"])) if row.get("days") else days
    return total


def places(numbers: dict[str, float]) -> dict[str, float]:
    """Each site's mean rank in order of size, as a share of the way from the smallest to the largest; all alike: 0."""
    rank = {site: float(at) for site, at in percentiles(numbers).items()}
    low, high = min(rank.values()), max(rank.values())
    return {site: (at - low) / (high - low) if high > low else 0.0 for site, at in rank.items()}


def similarities(cells: dict[str, dict[str, str]], columns: list[str]) -> dict[tuple[str, str], float]:
    """1 − Gower's distance between each two sites of a kind, where it is above 0."""
    ranks: dict[str, dict[str, float] | None] = {}
    for column in columns:
        filled = {site: row[column] for site, row in cells.items() if row.get(column)}
        number = bool(filled) and all(DECIMAL.fullmatch(text) for text in filled.values())
        ranks[column] = places({site: float(text) for site, text in filled.items()}) if number else None
    result = {}
    for one, ours in cells.items():
        for other, theirs in cells.items():
            shared = [column for column in columns if ours.get(column) and theirs.get(column)]
            if one == other:
                result[one, other] = 1.0
            elif shared:
                apart = 0.0
                for column in shared:
                    by_size = ranks[column]
                    apart += abs(by_size[one] - by_size[other]) if by_size else float(ours[column] != theirs[column])
                if apart < len(shared):
                    result[one, other] = 1 - apart / len(shared)
    return result
