"""From an input folder to a `Problem`: what one site or one inspector decides alone is settled here."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import score
from calendars import Calendar, Span, authority_date, first_possible_day, monday
from problem import Inspector, Kind, Link, Problem, Site, Start
from tables import Row, listed, read_settings, read_table, weekdays

BUILT_IN_HOLIDAYS = Path(__file__).resolve().parents[2] / "data" / "bank_holidays.csv"


def load(folder: Path, scenario: Path | None = None) -> Problem:
    """Reads a folder that `assize validate` finds nothing wrong with."""
    return _Folder(folder, scenario).problem()


class _Folder:
    """The tables and settings of one folder, and what follows from them."""

    def __init__(self, folder: Path, scenario: Path | None) -> None:
        self.folder = folder
        self.settings = read_settings(folder, scenario)
        self.timing: dict[str, Any] = self.settings["timing"]
        self.burden: dict[str, Any] = self.settings.get("burden", {})
        self.weights: dict[str, float] = score.WEIGHTS | self.settings.get("weights", {})
        self.calendar = Calendar.of((read_table(BUILT_IN_HOLIDAYS) or []) + self.table("bank_holidays"))
        self.earliest = first_possible_day(self.settings, self.calendar)
        self.names: dict[str, str] = {}
        sites = self.table("sites")
        # Names come first, so that an id or a name in `also` stands over a name that two sites share.
        for row in sites:
            self.names[_plain(row["name"])] = row["id"]
        for row in sites:
            for name in (row["id"], *listed(row.get("also", ""))):
                self.names[_plain(name)] = row["id"]
        self.rows = [row | {"nation": row.get("nation") or "England"} for row in sites]
        # No such table and a table without rows are not the same: with none, intelligence has no share.
        self.share = self.weights["intelligence_share"] if (folder / "intelligence.csv").exists() else 0.0
        pilot = self.settings.get("pilot")
        self.pilot = self.called(pilot["site"]) if pilot else None
        self.links = [self._link(link) for link in self.settings.get("links", [])]
        self.kinds = {name: self._kind(name, kind) for name, kind in self.settings["kinds"].items()}
        self.inspectors = {row["id"]: self._inspector(row) for row in self.table("inspectors")}
        self.engagements = self._by_site("engagements")
        self.fixed = self._by_site("fixed")
        self.intelligence = self._by_site("intelligence")

    def table(self, name: str) -> list[Row]:
        return read_table(self.folder / f"{name}.csv") or []

    def called(self, name: str) -> str:
        """The id of the site that a name stands for."""
        return self.names[_plain(name)]

    def _by_site(self, name: str) -> dict[str, list[Row]]:
        result: dict[str, list[Row]] = {}
        for row in self.table(name):
            result.setdefault(self.called(row["site"]), []).append(row)
        return result

    def problem(self) -> Problem:
        sites: dict[str, Site] = {}
        representation: dict[str, dict[str, float]] = {}
        quotas: list[tuple[tuple[str, ...], int, int]] = []
        indicators, performance = self.table("indicators"), [row | {"site": self.called(row["site"])} for row in self.table("performance")]
        for name, kind in self.settings["kinds"].items():
            own = [row for row in self.rows if row["kind"] == name]
            q = score.percentiles(score.composites([row["id"] for row in own], indicators, performance))
            cells = {row["id"]: self._with_derived(row, q) for row in own}
            sites |= {row["id"]: self._site(row, kind, q) for row in own}
            quotas += self._quotas(name, cells)
            if kind.get("profile") and self.weights["representation"] > 0:
                for (one, other), alike in score.similarities(cells, kind["profile"]).items():
                    representation.setdefault(one, {})[other] = self.weights["representation"] * alike
        return Problem(
            title=self.settings["inspection"]["title"],
            authority=authority_date(self.settings, self.calendar),
            notice_weeks=self.timing.get("notice_weeks", 6),
            letters_together=self.timing.get("letters", "together") == "together",
            calendar=self.calendar,
            kinds=self.kinds,
            sites=sites,
            inspectors=self.inspectors,
            quotas=tuple(quotas),
            links=tuple(self.links),
            apart=tuple((row["inspector_a"], row["inspector_b"]) for row in self.table("apart")),
            representation=representation,
            visits_per_week=self.timing.get("max_visits_per_week"),
            weeks_in_row=self.settings.get("staffing", {}).get("max_weeks_in_row"),
            pilot=self.pilot,
            pilot_counts=self.settings.get("pilot", {}).get("counts", True),
            review_days=self.settings.get("pilot", {}).get("review_days", 10),
            journey_km=self.settings.get("staffing", {}).get("journey_km"),
            road={(row["inspector"], self.called(row["site"])): float(row["km"]) for row in self.table("travel")},
            load_weight=self.weights["load"],
            tolerance=self.weights["tolerance"],
            travel_weight=self.weights["travel"],
            continuity_weight=self.weights["continuity"],
        )

    def _site(self, row: Row, kind: dict[str, Any], q: dict[str, Any]) -> Site:
        name = row["id"]
        strengths: dict[str, int] = {}
        for line in self.intelligence.get(name, []):
            strengths[line["type"]] = strengths.get(line["type"], 0) + int(line["strength"])
        engaged = score.engagement_days(self.engagements.get(name, []), score.burden_window(self.settings))
        e = score.evidence(kind.get("evidence", "none"), q.get(name), strengths, self.share)
        general = self.burden.get("full_days", 20)
        full = float(row["full_days"]) if row.get("full_days") else general
        b = min(1.0, engaged / full)
        visited = self._visited(row)
        c = 2 * len(visited.pairs) * (visited.days + kind.get("prepare_days", 0) + visited.write_up_days) / max(_inspector_days(other) for other in self.settings["kinds"].values())
        named = frozenset(line["inspector"] for line in self.fixed.get(name, []) if line.get("inspector"))
        barred = name in map(self.called, kind.get("exclude", [])) or (
            "max_days" in self.burden and engaged * general > self.burden["max_days"] * full
        )
        return Site(
            id=name,
            kind=row["kind"],
            visited=visited,
            worth=self.weights["evidence"] * e - self.weights["burden"] * b - self.weights["cost"] * c,
            place=_place(row),
            needs=frozenset(listed(row.get("needs", ""))),
            named=named,
            included=name == self.pilot or name in map(self.called, kind.get("include", [])),
            # P13: where a named inspector could not go, there is no visit.
            starts=() if barred else tuple(start for start in self._starts(row, kind) if named <= set(start.who)),
        )

    def _starts(self, row: Row, kind: dict[str, Any]) -> list[Start]:
        """T1 to T5 and T8, and what each start costs in tier 2."""
        name = row["id"]
        must, prefer = self._periods(row, "must"), self._periods(row, "prefer")
        fixed = [Span.of(line, "not_before", "not_after") for line in self.fixed.get(name, [])]
        engagements = [Span.of(line) for line in self.engagements.get(name, [])]
        gap = self.burden.get("gap_weeks")
        visited = self._visited(row)

        def allowed(on: date) -> bool:
            return (
                not any(on in period for period in must)
                and all(on in span for span in fixed)
                and (gap is None or all(other.gap(on) > 7 * gap for other in engagements))
            )

        starts = []
        window = self.earliest, self.timing["last_day"]
        for onsite in self.calendar.runs(row["nation"], *window, visited.days, kind.get("start_days", [])):
            if all(allowed(on) for on in onsite):
                needed = self.calendar.prepare(onsite[0], kind.get("prepare_days", 0)) + tuple(onsite)
                leave = sum(any(on in period for period in prefer) for on in onsite)
                weeks = (monday(onsite[0]) - monday(self.earliest)) // timedelta(weeks=1)
                cost = self.weights["leave"] * leave + self.weights["delay"] * weeks
                who = tuple(person.id for person in self.inspectors.values()
                            if person.could_go(name, visited, needed, onsite[-1]))  # fmt: skip
                starts.append(Start(tuple(onsite), needed, cost, self.calendar.nth_after(onsite[-1], visited.write_up_days), who))
        return starts

    def _periods(self, row: Row, severity: str) -> list[Span]:
        def applies(line: Row) -> bool:
            to = line["applies_to"]
            if to == "site":
                return self.called(line["value"]) == row["id"]
            return to == "all" or row.get(to, "") == line.get("value", "") != ""

        return [Span.of(line) for line in self.table("periods_to_avoid") if line["severity"] == severity and applies(line)]

    def _with_derived(self, row: Row, q: dict[str, Any]) -> Row:
        types = {line["type"] for line in self.intelligence.get(row["id"], [])}
        percentile = q.get(row["id"])
        return row | {
            "performance": "" if percentile is None else f"{float(percentile):.17f}",
            "performance_band": score.band(percentile),
            "innovative": "yes" if "innovation" in types else "no",
        }

    def _quotas(self, kind: str, cells: dict[str, Row]) -> list[tuple[tuple[str, ...], int, int]]:
        rows = []
        for quota in self.settings.get("quotas", []):
            if quota["kind"] != kind:
                continue
            column, bounds = quota["column"], quota.get("each", quota)
            filled = dict.fromkeys(row[column] for row in cells.values() if row.get(column))
            for value in filled if "each" in quota else [quota["value"]]:
                sites = tuple(site for site, row in cells.items() if row.get(column) == value)
                rows.append((sites, bounds.get("min", 0), bounds.get("max", len(sites))))
        return rows

    def _link(self, link: dict[str, Any]) -> Link:
        names = {row["id"]: tuple(dict.fromkeys(map(self.called, listed(row.get(link.get("by", "within"), "")))))
                 for row in self.rows if row["kind"] == link["each"]}
        weeks = link.get("weeks", {})
        same_week = link.get("timing", "any") == "same week"
        return Link(
            brings=link["brings"],
            same_week=same_week,
            same_team=same_week and link.get("same_team", False),
            weeks=(0, 0) if same_week else (weeks.get("min", 1), weeks.get("max")) if link.get("timing") == "after" else None,
            names=names,
            named_by={
                row["id"]: tuple(site for site, named in names.items() if row["id"] in named)
                for row in self.rows
                if row["kind"] == link["brings"]
            },
        )

    def _kind(self, name: str, kind: dict[str, Any]) -> Kind:
        return Kind(
            id=name,
            inspectorate=kind["inspectorate"],
            least=kind["sites"].get("min", 0),
            most=kind["sites"].get("max", len(self.rows)),
            days=kind["days"],
            write_up_days=kind.get("write_up_days", 0),
            pairs=tuple((first, second) for first, second in kind["pairs"]),
            clearance=kind.get("clearance"),
            same_team=any(link.same_team and link.brings == name for link in self.links),
        )

    def _visited(self, row: Row) -> Kind:
        """The site's kind, with the site's own days and pairs."""
        kind = self.kinds[row["kind"]]
        count = int(row["pairs"]) if row.get("pairs") else len(kind.pairs)
        pairs = tuple(kind.pairs[n % len(kind.pairs)] for n in range(count))
        return replace(kind, days=int(row["days"]) if row.get("days") else kind.days, pairs=pairs)

    def _tied(self, site: str) -> set[str]:
        """The site and those that a link ties to it."""
        return {site}.union(*(link.names.get(site, ()) + link.named_by.get(site, ()) for link in self.links))

    def _inspector(self, row: Row) -> Inspector:
        general = self.settings.get("staffing", {}).get("max_days")
        own = {name: [line for line in self.table(name) if line["inspector"] == row["id"]]
               for name in ("absences", "clearances", "conflicts")}  # fmt: skip
        return Inspector(
            id=row["id"],
            inspectorate=row["inspectorate"],
            experienced=(row.get("experienced") or "yes").lower() == "yes",
            base=_place(row),
            skills=frozenset(listed(row.get("skills", ""))),
            works=weekdays(listed(row.get("works", "")) or ["Mon", "Tue", "Wed", "Thu", "Fri"]),
            max_days=int(row["max_days"]) if row.get("max_days") else general,
            # Before the first day in the team and after the last is as good as absent.
            absences=tuple(Span.of(line) for line in own["absences"])
            + ((Span(None, date.fromisoformat(row["from"]) - timedelta(days=1)),) if row.get("from") else ())
            + ((Span(date.fromisoformat(row["until"]) + timedelta(days=1), None),) if row.get("until") else ()),
            clearances=tuple(
                (line["clearance"], Span.of(line, "", "valid_until").last) for line in own["clearances"]
            ),
            conflicts=frozenset().union(*(
                self._tied(self.called(line["site"]))
                if (line.get("linked") or "yes").lower() == "yes" else {self.called(line["site"])}
                for line in own["conflicts"]
            )),
        )


def _inspector_days(kind: dict[str, Any]) -> int:
    return 2 * len(kind["pairs"]) * (kind["days"] + kind.get("prepare_days", 0) + kind.get("write_up_days", 0))


def _plain(name: str) -> str:
    """A name without what does not tell two apart: upper and lower case, and spaces at its ends or doubled."""
    return " ".join(name.casefold().split())


def _place(row: Row) -> tuple[float, float] | None:
    latitude, longitude = row.get("latitude"), row.get("longitude")
    return (float(latitude), float(longitude)) if latitude and longitude else None
