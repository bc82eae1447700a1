"""The benchmark: gives the same inputs to Assize, HiGHS and CP-SAT, one after the other, and compares what they prove.

    python race.py FOLDER … --generate "size=m seeds=1-5" --limit 900 --results results.jsonl --table
"""

import argparse
import itertools
import json
import math
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import results
from contest import CONTESTANTS, Input, contest

# With --times: building the model alone takes a second or two.
SHORTEST_LIMIT = 10
REPOSITORY = Path(__file__).resolve().parents[2]


def main() -> int:
    """Runs what the results file does not hold yet. 1 where the contestants disagree."""
    arguments = _arguments()
    cores = [int(core) for core in arguments.cores.split(",")]
    # The children inherit this, so that all of them run on the same cores.
    os.sched_setaffinity(0, cores)
    inputs = [_of_folder(folder, arguments.scenario) for folder in arguments.folders]
    for spec in arguments.generate:
        inputs += generated(spec, arguments.inputs, arguments.assize)
    done = {_key(run): run for run in results.read(arguments.results)}
    failed = []
    for given, contestant in itertools.product(inputs, arguments.contestants.split(",")):
        key = (given.name, given.digest, contestant, len(cores))
        ours = done.get((given.name, given.digest, "assize", len(cores)))
        limit = arguments.limit
        if contestant != "assize" and arguments.times and ours is not None:
            limit = min(limit, max(SHORTEST_LIMIT, math.ceil(arguments.times * ours["wall"])))
        if key in done and (done[key]["limit"] >= limit or done[key]["status"] in ("proved", "no plan")):
            continue
        record = contest(contestant, given, limit, len(cores), arguments.assize)
        print(_said(record), file=sys.stderr, flush=True)
        if record["status"] == "error":
            # Not recorded, so that the next run tries it again.
            failed.append(f"{given.name}: {results.NAMES[contestant]} failed: {record['errors']}")
            continue
        arguments.results.parent.mkdir(parents=True, exist_ok=True)
        with arguments.results.open("a", encoding="utf-8") as file:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
        done[key] = record
    records = results.read(arguments.results)
    if arguments.table:
        print(results.table(records))
    wrong = failed + results.disagreements(records)
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    return 1 if wrong else 0


def _key(run: results.Record) -> tuple[str, str, str, int]:
    return run["input"], run["digest"], run["contestant"], run["cores"]


def _said(record: results.Record) -> str:
    values = ", ".join(
        "none" if tier["value"] is None else f"{tier['value']:.6f}{' proved' if tier['proven'] else ''}" for tier in record["tiers"]
    )
    return f"{record['input']}: {record['contestant']}, {record['status']} in {record['wall']} s, {record['memory_mb']} MB ({values})"


def _of_folder(folder: Path, scenario: Path | None) -> Input:
    """A folder named `m-3` was generated with size m and seed 3."""
    name = folder.resolve().name
    parts = re.fullmatch(r"(.+)-(\d+)", name)
    given = {"size": parts[1], "seed": parts[2]} if parts else {}
    return Input(name if scenario is None else f"{name} {scenario.stem}", folder, scenario, given)


def generated(spec: str, into: Path, assize: Path) -> Iterator[Input]:
    """The inputs of a line such as `size=m weeks=12,16 seeds=1-5`, made with `assize example` where they are not there yet."""
    choices: dict[str, list[str]] = {}
    for part in spec.split():
        key, _, value = part.partition("=")
        span = re.fullmatch(r"(\d+)-(\d+)", value)
        values = [str(n) for n in range(int(span[1]), int(span[2]) + 1)] if span else value.split(",")
        choices["seed" if key == "seeds" else key] = values
    choices.setdefault("size", ["m"])
    choices.setdefault("seed", ["1"])
    # The size comes first in the name and the seed last.
    keys = ["size", *(key for key in choices if key not in ("size", "seed")), "seed"]
    for values in itertools.product(*(choices[key] for key in keys)):
        given = dict(zip(keys, values))
        name = "-".join(value if key in ("size", "seed") else f"{key}{value}" for key, value in given.items())
        folder = into / name
        if not (folder / "inspection.toml").exists():
            folder.parent.mkdir(parents=True, exist_ok=True)
            options = [word for key, value in given.items() for word in (f"--{key}", value)]
            if subprocess.run([str(assize), "example", str(folder), *options], stdout=subprocess.DEVNULL).returncode != 0:
                sys.exit(f"{name} could not be generated: see above.")
        yield Input(name, folder, None, given)


def program() -> Path:
    """The program as `cargo build --release` leaves it, or the one that is installed."""
    built = REPOSITORY / os.environ.get("CARGO_TARGET_DIR", "target") / "release" / "assize"
    return built if built.exists() else Path(shutil.which("assize") or built)


def _arguments() -> argparse.Namespace:
    first_two = ",".join(str(core) for core in sorted(os.sched_getaffinity(0))[:2])
    parser = argparse.ArgumentParser(description="Races Assize against one-model HiGHS and CP-SAT on the same inputs.")
    parser.add_argument("folders", nargs="*", type=Path, help="input folders")
    parser.add_argument("--scenario", type=Path, help="laid over every folder given")
    parser.add_argument("--generate", action="append", default=[], metavar="SPEC", help='such as "size=m weeks=12,16 seeds=1-5"')
    parser.add_argument("--inputs", type=Path, default=REPOSITORY / "target" / "peers" / "inputs", help="where generated inputs go")
    parser.add_argument("--results", type=Path, default=REPOSITORY / "target" / "peers" / "results.jsonl")
    parser.add_argument("--limit", type=int, default=900, help="seconds for one contestant on one input, all tiers")
    parser.add_argument("--times", type=float, help="ends the others after so many times what Assize took, command and all, if that is sooner")
    parser.add_argument("--contestants", default="assize,highs,cpsat")
    parser.add_argument("--cores", default=first_two, help="the cores to run on; as many threads")
    parser.add_argument("--assize", type=Path, default=program(), help="the program")
    parser.add_argument("--table", action="store_true", help="print the results file as a table")
    arguments = parser.parse_args()
    if unknown := set(arguments.contestants.split(",")) - set(CONTESTANTS):
        parser.error(f"no such contestant: {', '.join(sorted(unknown))}. Choose from {', '.join(CONTESTANTS)}")
    return arguments


if __name__ == "__main__":
    sys.exit(main())
