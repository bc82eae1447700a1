"""The results file: JSON lines, one a run; whether the contestants agree; and the table in Markdown."""

import json
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from contest import CONTESTANTS, TIERS, Record

MAXIMISED = (True, False, False)
NAMES = {"assize": "Assize", "highs": "HiGHS, one model", "cpsat": "CP-SAT, one model",
         "cpsat-workers": "CP-SAT, a worker a core"}  # fmt: skip


def tolerance(value: float) -> float:
    """How far two proved values of a tier may lie apart: each lies within 1e-6 of the best, and so may the tier kept before it."""
    return 3e-6 + 1e-9 * abs(value)


def read(path: Path) -> list[Record]:
    """Every run so far. A last line that was cut short is left out, and so run again."""
    records = []
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else []:
        try:
            records.append(json.loads(line))
        except json.JSONDecodeError:
            continue
    return records


def current(records: list[Record]) -> list[Record]:
    """Without the runs on tables that have since been written anew: the last run of a name says which tables count."""
    last = {record["input"]: record["digest"] for record in records}
    return [record for record in records if record["digest"] == last[record["input"]]]


def disagreements(records: list[Record]) -> list[str]:
    """What must not be, in sentences: proved values that differ, plans better than a proof allows, plans that break a rule."""
    found = []
    for name, digest in dict.fromkeys((record["input"], record["digest"]) for record in records):
        runs = [record for record in records if (record["input"], record["digest"]) == (name, digest)]
        for run in runs:
            found += _against_the_checker(name, run)
        planned = [NAMES[run["contestant"]] for run in runs if run["tiers"] and run["tiers"][0]["value"] is not None]
        refused = [NAMES[run["contestant"]] for run in runs if run["status"] == "no plan"]
        if planned and refused:
            found.append(f"{name}: {', '.join(planned)} found a plan; {', '.join(refused)} found that there is none")
        for tier in range(len(TIERS)):
            found += _against_each_other(name, tier, runs)
    return found


def _against_the_checker(name: str, run: Record) -> list[str]:
    checked, who = run["checked"], NAMES[run["contestant"]]
    if checked is None:
        return []
    if not checked["kept"]:
        return [f"{name}: the plan of {who} does not pass `assize check`: {checked['said']}"]
    return [
        f"{name}: {who} gives {TIERS[tier]} {own['value']:.7f}, `assize check` {value}"
        for tier, (own, value) in enumerate(zip(run["tiers"], checked["values"]))
        # The checker prints six decimals.
        if own["value"] is not None and (value is None or abs(own["value"] - value) > 1.5e-6 + 1e-9 * abs(value))
    ]


def _against_each_other(name: str, tier: int, runs: list[Record]) -> list[str]:
    """A tier counts where every tier before it is proved: only then is it asked over the same plans."""
    reached = [
        (NAMES[run["contestant"]], run["tiers"][tier])
        for run in runs
        if len(run["tiers"]) > tier
        and all(before["proven"] for before in run["tiers"][:tier])
        and run["tiers"][tier]["value"] is not None
    ]
    found = []
    for who, best in reached:
        for other, theirs in reached:
            ahead = (theirs["value"] - best["value"]) * (1 if MAXIMISED[tier] else -1)
            if best["proven"] and ahead > tolerance(best["value"]):
                found.append(f"{name}: {who} proves {TIERS[tier]} {best['value']:.7f}, {other} has {theirs['value']:.7f}")
    return found


class Timing:
    """A median over the runs of one size, and the worst, in which a run that was cut counts as its limit: the truth is then "at least"."""

    def __init__(self, seconds: list[float | None], limits: list[float]) -> None:
        counted = sorted((limit if given is None else given, given is None) for given, limit in zip(seconds, limits))
        self.value = median(value for value, _ in counted)
        middle = counted[(len(counted) - 1) // 2 : len(counted) // 2 + 1]
        self.cut = any(cut for _, cut in middle)
        self.worst = f"{'at least ' if any(cut for _, cut in counted) else ''}{number(counted[-1][0])} s"

    def __str__(self) -> str:
        return f"{'at least ' if self.cut else ''}{number(self.value)} s"


def number(value: float) -> str:
    """Three figures where they say something."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def table(records: list[Record]) -> str:
    """The whole comparison, one row for each size and contestant."""
    records = current(records)
    lines = [
        "| size | contestant | first plan | tier 1 proved | tiers 1 and 2 | all three | worst | times Assize | peak memory | times Assize |"
        " proved (tiers 1, 2, 3) |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for size in dict.fromkeys(size_of(record) for record in records):
        of_size = [record for record in records if size_of(record) == size]
        runs = {name: [record for record in of_size if record["contestant"] == name] for name in CONTESTANTS}
        whole = {name: _all_three(of_one) for name, of_one in runs.items() if of_one}
        memory = {name: median(run["memory_mb"] for run in of_one) for name, of_one in runs.items() if of_one}
        for name in whole:
            lines.append(_line(size, name, runs[name], whole, memory))
    return "\n".join(lines + ["", *_notes(records)]) + "\n"


def _notes(records: list[Record]) -> list[str]:
    """What a reader of the table must know."""
    notes = [
        "Each cell is the median over the runs of that size, *worst* the longest of all three; where there is no plan, all three is the proof of that."
        " A run that was cut counts as its limit: the truth is then at least that.",
        f"Machine: {', '.join(sorted({record['machine'] for record in records}))}. "
        f"Cores and threads for each contestant: {_both(record['cores'] for record in records)}. "
        f"Limit for all three tiers: {_limits(records)} seconds.",
    ]
    for name in CONTESTANTS:
        before = [run["baseline_mb"] for run in records if run["contestant"] == name and run["baseline_mb"] is not None]
        if before:
            notes.append(f"Of the memory of {NAMES[name]}, {number(median(before))} MB is Python and the solver before any input is read.")
    return [f"- {note}" for note in notes]


def _limits(records: list[Record]) -> str:
    """The limits as they are, or from the least to the most where there are many."""
    limits = sorted({record["limit"] for record in records})
    return _both(limits) if len(limits) <= 2 else f"from {limits[0]:g} to {limits[-1]:g}"


def _both(values: Iterable[float]) -> str:
    return " and ".join(f"{value:g}" for value in sorted(set(values)))


def size_of(record: Record) -> str:
    """The runs that differ only by their seed share a size."""
    given = {key: value for key, value in record["given"].items() if key != "seed"}
    others = [f"{key} {value}" for key, value in given.items() if key != "size"]
    return ", ".join([given.get("size", ""), *others]).strip(", ") or record["input"]


def _all_three(runs: list[Record]) -> Timing:
    return Timing([run["all_proved"] for run in runs], [run["limit"] for run in runs])


def _line(size: str, name: str, runs: list[Record], whole: dict[str, Timing], memory: dict[str, float]) -> str:
    limits = [run["limit"] for run in runs]

    def tier_time(tier: int) -> str:
        tiers = [run["tiers"][tier] if len(run["tiers"]) > tier else {"proven": False, "seconds": None} for run in runs]
        if all(run["status"] == "no plan" for run in runs) or any(tier["proven"] and tier["seconds"] is None for tier in tiers):
            return "–"
        return str(Timing([tier["seconds"] for tier in tiers], limits))

    def times(of: float, cut: bool) -> str:
        return f"{'at least ' if cut else ''}{number(of)}"

    assize = whole.get("assize")
    # Where Assize itself was cut, its time is only a lower limit, and a ratio to it says nothing.
    slower = "–" if assize is None or assize.cut else times(whole[name].value / assize.value, whole[name].cut)
    heavier = "–" if assize is None else times(memory[name] / memory["assize"], False)
    first = "–" if all(run["status"] == "no plan" for run in runs) or (
        name == "assize" and all(run["first_plan"] is None for run in runs)
    ) else str(
        Timing([run["first_plan"] for run in runs], limits)
    )  # fmt: skip
    proved = [sum(run["status"] == "no plan" or len(run["tiers"]) > tier and all(one["proven"] for one in run["tiers"][: tier + 1])
                  for run in runs)
              for tier in range(len(TIERS))]  # fmt: skip
    cells = [
        size, NAMES[name], first, tier_time(0), tier_time(1), str(whole[name]), whole[name].worst, slower,
        f"{number(memory[name])} MB", heavier, f"{proved[0]}, {proved[1]}, {proved[2]} of {len(runs)}",
    ]  # fmt: skip
    return "| " + " | ".join(cells) + " |"
