"""One contestant's whole run, in a process of its own: loads a folder, solves the three tiers, says what happens as JSON lines.

    python peer.py highs|cpsat|cpsat-workers FOLDER --limit SECONDS --threads N --plan FILE [--scenario FILE] [--started CLOCK]
"""

import argparse
import json
import resource
import time
from pathlib import Path

from load import load
from outcome import Outcome
from plan import COUNT, TIERS, Visit, to_json, values


def main() -> None:
    """Runs one contestant."""
    arguments = _arguments()

    def say(event: str, **facts: object) -> None:
        seconds = round(time.monotonic() - arguments.started, 3)
        print(json.dumps({"event": event, "seconds": seconds, "memory_mb": peak_memory_mb(), **facts}), flush=True)

    if arguments.peer == "highs":
        from highs_model import HighsModel as Model
    else:
        from cpsat_model import CpSatModel as Model
    say("started")
    problem = load(arguments.folder, arguments.scenario)
    model = Model(problem, None if arguments.peer == "cpsat" else arguments.threads)
    say("built", **model.size)
    bounds: list[tuple[float | None, bool]] = [(None, False)] * len(TIERS)
    best: list[Visit] | None = None
    found = False

    def on_plan() -> None:
        nonlocal found
        if not found:
            found = True
            say("plan")

    # V; the most sites with it; then, over all that is as good in selection, tier 2, tier 1 again, tier 3.
    steps = ((0, ""), (COUNT, ""), (1, "calendar"), (0, "selection"), (2, "staffing"))
    top: float | None = None
    for tier, name in steps:
        left = arguments.limit - (time.monotonic() - arguments.started)
        if left <= 0:
            break
        outcome: Outcome = model.solve(tier, left, on_plan)
        if outcome.visits is not None:
            # Presolve alone may find the plan, and then says nothing of it on the way.
            on_plan()
            best = outcome.visits
        proven = outcome.status == "optimal"
        value = None if best is None else float(len(best)) if tier == COUNT else values(problem, best)[tier]
        if tier == 0 and not name:
            top = value
            bounds[0] = (value if proven else outcome.bound, False)
        elif tier == 0:
            bounds[0] = (bounds[0][0], proven)
        elif tier != COUNT:
            bounds[tier] = (value if proven else outcome.bound, proven)
        if name or not proven:
            say("tier", tier=name or "selection", status=outcome.status, value=value, bound=outcome.bound)
        if not proven:
            break
        if tier == COUNT:
            model.loosen(top - problem.tolerance)
        model.keep(tier, value)
    if best is not None:
        arguments.plan.write_text(to_json(problem, best, bounds, top), encoding="utf-8")
        say("end", values=values(problem, best))


def peak_memory_mb() -> float:
    """The most memory this process has held so far."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Runs one contestant on one folder.")
    parser.add_argument("peer", choices=["highs", "cpsat", "cpsat-workers"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scenario", type=Path)
    parser.add_argument("--limit", type=float, required=True, help="seconds for everything")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--plan", type=Path, required=True, help="where to write plan.json")
    parser.add_argument("--started", type=float, default=time.monotonic(), help="when the race began, on the monotonic clock")
    return parser.parse_args()


if __name__ == "__main__":
    main()
