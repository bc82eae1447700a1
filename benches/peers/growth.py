"""Draws how processor time and memory grow along one dimension, from a results file: `growth-sites.svg` and its like.

Processor time, because it hardly suffers from what else the machine is doing over so many runs.

    python growth.py --results results.jsonl --out ../../docs

It draws a dimension once the results hold runs generated with two or more values of it, such as `sites=20,43,86`.
"""

import argparse
from dataclasses import dataclass
from html import escape
from io import StringIO
from pathlib import Path
from statistics import median

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt  # noqa: E402 (the backend is chosen first)
from matplotlib.axes import Axes  # noqa: E402
from matplotlib.ticker import FuncFormatter, LogLocator, NullFormatter  # noqa: E402

from contest import CONTESTANTS, Record  # noqa: E402
from results import NAMES, Timing, current, number, read  # noqa: E402

DIMENSIONS = {"sites": "main sites", "inspectors": "inspectors", "weeks": "weeks", "visits": "visits"}
# Told apart by line and marker as well as by colour, and labelled at their ends.
STYLES = {"assize": ("#00703c", "-", "o"), "highs": ("#1d70b8", "--", "s"), "cpsat": ("#d4351c", ":", "^"),
          "cpsat-workers": ("#4c2c92", "-.", "D")}  # fmt: skip
INK = "#0b0c0c"
GREY = "#b1b4b6"


@dataclass(frozen=True)
class Point:
    """The median of one contestant at one value of the dimension."""

    at: int
    seconds: float
    cut: bool
    memory_mb: float


def main() -> None:
    """Draws every dimension that there are runs for."""
    parser = argparse.ArgumentParser(description="Draws how time and memory grow.")
    parser.add_argument("--results", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("."))
    arguments = parser.parse_args()
    records = current(read(arguments.results))
    for dimension in DIMENSIONS:
        lines = points(records, dimension)
        if len({point.at for line in lines.values() for point in line}) >= 2:
            path = arguments.out / f"growth-{dimension}.svg"
            path.write_text(chart(lines, dimension), encoding="utf-8")
            print(path)


def points(records: list[Record], dimension: str) -> dict[str, list[Point]]:
    """The line of each contestant, over the runs in which this dimension alone was given."""
    lines: dict[str, list[Point]] = {}
    chosen = [record for record in records if set(record["given"]) == {"size", dimension, "seed"}]
    for contestant in CONTESTANTS:
        runs = [record for record in chosen if record["contestant"] == contestant]
        for at in sorted({int(run["given"][dimension]) for run in runs}):
            here = [run for run in runs if int(run["given"][dimension]) == at]
            # A run that was cut had used so much by then: the proof takes at least that.
            proof = Timing(
                [run["processor"] if run["status"] == "proved" else None for run in here], [run["processor"] for run in here]
            )
            memory = median(run["memory_mb"] for run in here)
            lines.setdefault(contestant, []).append(Point(at, proof.value, proof.cut, memory))
    return lines


def chart(lines: dict[str, list[Point]], dimension: str) -> str:
    """Two panels, time and memory, as an SVG that also says in words what it shows."""
    plt.rcParams.update({
        "font.size": 11, "svg.fonttype": "none", "svg.hashsalt": "assize",
        "text.color": INK, "axes.labelcolor": INK, "axes.edgecolor": INK, "xtick.color": INK, "ytick.color": INK,
        "axes.spines.top": False, "axes.spines.right": False,
    })  # fmt: skip
    figure, (time, memory) = plt.subplots(1, 2, figsize=(11, 4.2))
    word = DIMENSIONS[dimension]
    _panel(time, lines, word, "Processor time to prove all three tiers, seconds", lambda point: point.seconds, hollow=True)
    _panel(memory, lines, word, "Peak memory, MB", lambda point: point.memory_mb, hollow=False)
    figure.tight_layout(w_pad=8)
    figure.subplots_adjust(right=0.86)
    drawn = StringIO()
    figure.savefig(drawn, format="svg", metadata={"Date": None})
    plt.close(figure)
    # Laid out with the font that comes with matplotlib, shown in one that readers have.
    svg = drawn.getvalue().replace("'DejaVu Sans'", "Arial, Helvetica")
    return _with_words(svg, f"Processor time and memory against the number of {word}", _in_words(lines, word))


def _panel(axes: Axes, lines: dict[str, list[Point]], word: str, title: str, measure, hollow: bool) -> None:
    axes.set_title(title, loc="left", fontsize=11, fontweight="bold")
    axes.set_xlabel(word[0].upper() + word[1:])
    axes.set_yscale("log")
    axes.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.10g}"))
    axes.yaxis.set_minor_formatter(NullFormatter())
    axes.grid(axis="y", color=GREY, linewidth=0.6)
    axes.set_xticks(sorted({point.at for line in lines.values() for point in line}))
    ends: list[tuple[float, float, str]] = []
    for contestant, line in lines.items():
        colour, dashes, marker = STYLES[contestant]
        across, up = [point.at for point in line], [measure(point) for point in line]
        axes.plot(across, up, color=colour, linestyle=dashes, linewidth=2)
        for point in line:
            fill = "white" if hollow and point.cut else colour
            axes.plot(point.at, measure(point), marker=marker, color=colour, markerfacecolor=fill, markersize=7, markeredgewidth=2)
        ends.append((up[-1], across[-1], contestant))
    _names(axes, ends)
    if hollow and any(point.cut for line in lines.values() for point in line):
        axes.text(0, -0.24, "A hollow marker is a run that was cut: the proof takes at least that long.",
                  transform=axes.transAxes, fontsize=9)  # fmt: skip


def _names(axes: Axes, ends: list[tuple[float, float, str]]) -> None:
    """Names each line at its end, from the top down: two that end together would be written over each other."""
    axes.autoscale_view()
    room = float("inf")
    for up, across, contestant in sorted(ends, reverse=True):
        height = axes.transData.transform((across, up))[1] * 72 / axes.figure.dpi
        room = min(height, room - 14)
        axes.annotate(NAMES[contestant], (across, up), xytext=(10, room - height), textcoords="offset points",
                      va="center", color=STYLES[contestant][0], fontsize=10, annotation_clip=False)  # fmt: skip


def _in_words(lines: dict[str, list[Point]], word: str) -> str:
    sentences = []
    for contestant, line in lines.items():
        parts = [f"{point.at} {word} {'at least ' if point.cut else ''}{number(point.seconds)} seconds, {number(point.memory_mb)} MB"
                 for point in line]  # fmt: skip
        sentences.append(f"{NAMES[contestant]}: {'; '.join(parts)}.")
    return " ".join(sentences)


def _with_words(svg: str, title: str, description: str) -> str:
    """Puts the title and the description first, where screen readers look for them."""
    begin = svg.index("<svg ")
    end = svg.index(">", begin)
    opening = svg[begin:end] + ' role="img" aria-labelledby="title description">'
    words = f'\n <title id="title">{escape(title)}</title>\n <desc id="description">{escape(description)}</desc>'
    return svg[:begin] + opening + words + svg[end + 1 :]


if __name__ == "__main__":
    main()
