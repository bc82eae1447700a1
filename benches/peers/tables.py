"""Reads an input folder: CSV tables as lists of rows, `inspection.toml` with a scenario laid over it."""

import csv
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

Row = dict[str, str]

WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def read_table(path: Path) -> list[Row] | None:
    """The rows of a CSV file with header and cells trimmed; None where there is no such file.

    A table with a header and no rows is an empty list, which is not the same (design, section 4: intelligence).
    """
    if not path.exists():
        return None
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = [[cell.strip() for cell in line] for line in csv.reader(file)]
    if not lines:
        return []
    header, *body = lines
    return [dict(zip(header, line)) for line in body if any(line)]


def read_settings(folder: Path, scenario: Path | None) -> dict[str, Any]:
    """`inspection.toml`, with the scenario's tables merged by key and its arrays replacing."""
    settings = tomllib.loads((folder / "inspection.toml").read_text(encoding="utf-8"))
    if scenario is not None:
        above = tomllib.loads(scenario.read_text(encoding="utf-8"))
        for key in above.pop("remove", []):
            *tables, last = key.split(".")
            table = settings
            for name in tables:
                table = table.get(name, {})
            table.pop(last, None)
        settings = _laid_over(settings, above)
    return settings


def _laid_over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        both_tables = isinstance(value, dict) and isinstance(merged.get(key), dict)
        merged[key] = _laid_over(merged[key], value) if both_tables else value
    return merged


def day(text: str) -> date | None:
    """An ISO date; None where the cell is blank."""
    return date.fromisoformat(text) if text else None


def listed(text: str) -> tuple[str, ...]:
    """The parts of a cell with `;` between, each once, in the order given."""
    return tuple(dict.fromkeys(part.strip() for part in text.split(";") if part.strip()))


def weekdays(names: tuple[str, ...] | list[str]) -> frozenset[int]:
    """`Mon`, `Tue`, … as numbers from 0."""
    return frozenset(WEEKDAYS.index(name[:3].capitalize()) for name in names)
