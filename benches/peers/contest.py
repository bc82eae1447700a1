"""Runs one contestant on one input as a child process of its own, and tells what came of it as a record."""

import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

TIERS = ("selection", "calendar", "staffing")
CONTESTANTS = ("assize", "highs", "cpsat", "cpsat-workers")
# A solver may look at its clock late. What has not ended by itself this long after the limit is ended.
GRACE_SECONDS = 60.0

Record = dict[str, Any]


@dataclass(frozen=True)
class Input:
    """One inspection to plan."""

    name: str
    folder: Path
    scenario: Path | None = None
    given: dict[str, str] = field(default_factory=dict)
    """How it was generated: `size`, `seed` and whatever else was asked for."""

    @property
    def digest(self) -> str:
        """Ties a run to what was planned: a folder of the same name may be written anew."""
        files = sorted([*self.folder.glob("*.csv"), self.folder / "inspection.toml"]) + ([self.scenario] if self.scenario else [])
        return sha256(b"".join(file.name.encode() + b"\0" + file.read_bytes() + b"\0" for file in files)).hexdigest()[:16]

    @property
    def scenario_option(self) -> list[str]:
        """As an option of the commands."""
        return [] if self.scenario is None else ["--scenario", str(self.scenario)]


@dataclass(frozen=True)
class Ended:
    """How a child process ended."""

    code: int
    seconds: float
    processor_seconds: float
    memory_mb: float
    output: str
    errors: str


def run(command: list[str], limit: float) -> Ended:
    """Runs a command to its end, or ends it some time after the limit; measures its wall time and its peak memory.

    The memory is what the kernel counted for the child alone. It starts from what this small program holds (about 15 MB).
    """
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
        began = time.monotonic()
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors)
        timer = threading.Timer(limit + GRACE_SECONDS, child.kill)
        timer.start()
        try:
            _, status, usage = os.wait4(child.pid, 0)
        finally:
            timer.cancel()
        seconds = time.monotonic() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        return Ended(child.returncode, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output.read(), errors.read())


def contest(contestant: str, given: Input, limit: int, cores: int, assize: Path) -> Record:
    """One run. Every tier of the record has `value`, `bound`, `proven` and the `seconds` to its proof."""
    with tempfile.TemporaryDirectory() as out:
        plan = Path(out) / "plan.json"
        if contestant == "assize":
            ended = run(
                [str(assize), "plan", str(given.folder), "--out", out, "--time-limit", str(limit), *given.scenario_option], limit
            )
            record = _of_assize(ended, plan)
        else:
            script = Path(__file__).with_name("peer.py")
            command = [sys.executable, str(script), contestant, str(given.folder), "--limit", str(limit)]
            command += ["--threads", str(cores), "--plan", str(plan), "--started", str(time.monotonic())]
            ended = run(command + given.scenario_option, limit)
            record = _of_peer(ended)
        record |= {
            "input": given.name,
            "digest": given.digest,
            "given": given.given,
            "contestant": contestant,
            "limit": limit,
            "cores": cores,
            "machine": machine(),
            "code": ended.code,
            "wall": round(ended.seconds, 3),
            "processor": round(ended.processor_seconds, 3),
            "memory_mb": round(ended.memory_mb, 1),
            "checked": _check(assize, given, plan),
        }
    if record["status"] == "error":
        record["errors"] = (ended.errors or ended.output)[-2000:]
    return record


def _of_assize(ended: Ended, plan: Path) -> Record:
    """What `plan.json`, the exit code and the last lines on the terminal tell. Those give times to a tenth of a second, from
    when the tables were read."""
    tiers: list[Record] = []
    first = re.search(r"First checked plan after ([\d.]+) seconds", ended.errors)
    times = [re.search(rf"Best {what} proved after ([\d.]+) seconds", ended.errors) for what in ("sites", "dates", "teams")]
    if ended.code == 0 and plan.exists():
        for tier, time_said in zip(json.loads(plan.read_text(encoding="utf-8"))["tiers"], times):
            known = {key: tier.get(key) for key in ("value", "bound", "proven")}
            tiers.append(known | {"seconds": float(time_said[1]) if time_said else None})
    proved = len(tiers) == len(TIERS) and all(tier["proven"] for tier in tiers)
    # With the same code it says that none was found in time.
    none_exists = ended.code == 3 and "There is no plan: no choice" in ended.output + ended.errors
    status = "proved" if proved else "cut" if tiers else "no plan" if none_exists else "cut" if ended.code == 3 else "error"
    return {
        "status": status,
        "first_plan": float(first[1]) if first else None,
        "tiers": tiers,
        "all_proved": round(ended.seconds, 3) if proved or none_exists else None,
        "baseline_mb": None,
        "model": None,
    }


def _of_peer(ended: Ended) -> Record:
    """What the events tell, also of a run that was ended from outside."""
    events = [json.loads(line) for line in ended.output.splitlines() if line.startswith("{")]
    by_name = {event["event"]: event for event in events}
    tiers = [
        {
            "value": event["value"],
            "bound": event["bound"],
            "proven": event["status"] == "optimal",
            "seconds": event["seconds"] if event["status"] == "optimal" else None,
        }
        for event in events
        if event["event"] == "tier"
    ]
    if "end" in by_name:
        # The plan in hand also has values in the tiers that were not reached.
        for tier, value in enumerate(by_name["end"]["values"]):
            if tier < len(tiers):
                tiers[tier]["value"] = value
            else:
                tiers.append({"value": value, "bound": None, "proven": False, "seconds": None})
    proved = len(tiers) == len(TIERS) and all(tier["proven"] for tier in tiers)
    infeasible = any(event.get("status") == "infeasible" for event in events)
    # A negative code is a signal: ended by us past the limit, or by the system for want of memory.
    failed = ended.code > 0 or (ended.code < 0 and ended.code != -9)
    status = "error" if failed else "no plan" if infeasible else "proved" if proved else "cut"
    model = {key: by_name["built"][key] for key in ("columns", "rows")} if "built" in by_name else None
    return {
        "status": status,
        "first_plan": by_name["plan"]["seconds"] if "plan" in by_name else None,
        "tiers": tiers,
        "all_proved": round(ended.seconds, 3) if infeasible else tiers[-1]["seconds"] if proved else None,
        "baseline_mb": by_name["started"]["memory_mb"] if "started" in by_name else None,
        "model": model,
    }


def _check(assize: Path, given: Input, plan: Path) -> Record | None:
    """`assize check` on a plan: whether it keeps every rule, and the tiers as the checker works them out."""
    if not plan.exists():
        return None
    ended = run([str(assize), "check", str(given.folder), str(plan), *given.scenario_option], 600)
    values = []
    for tier in TIERS:
        found = re.search(rf"^ +{tier} +(-?[\d,]+\.\d+)", ended.output, re.MULTILINE)
        values.append(float(found[1].replace(",", "")) if found else None)
    kept = ended.code == 0
    return {"kept": kept, "values": values} | ({} if kept else {"said": (ended.output + ended.errors)[-2000:]})


def machine() -> str:
    """The machine in words: its cores and its memory."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GB of memory"
