"""Whether the contestants agree on small inputs, and whether a disagreement would be noticed. No time is ever compared.

    python test_peers.py            with the program in target/release, or named by ASSIZE
"""

import os
import subprocess
import sys
import tempfile
import tomllib
import unittest
from pathlib import Path

import growth
import race
import results
from contest import Record

ASSIZE = Path(os.environ.get("ASSIZE", race.program()))
SMALL = race.REPOSITORY / "examples" / "small"


def run(contestant: str, values: list[float | None], proven: list[bool], **others: object) -> Record:
    """A made-up record of one run."""
    tiers = [{"value": value, "bound": None, "proven": sure, "seconds": 7.0 if sure else None} for value, sure in zip(values, proven)]
    whole = len(proven) == 3 and all(proven)
    record = {
        "input": "m-1", "digest": "0", "given": {"size": "m", "seed": "1"}, "contestant": contestant, "limit": 60, "cores": 2,
        "machine": "2 cores, 24 GB of memory", "status": "proved" if whole else "cut", "first_plan": 1.0, "tiers": tiers,
        "all_proved": 7.0 if whole else None, "baseline_mb": None, "memory_mb": 50.0, "checked": None,
    }  # fmt: skip
    return record | others


class Agreement(unittest.TestCase):
    """The contestants on inputs that take seconds."""

    def raced(self, *options: str) -> tuple[int, list[Record], str]:
        """Runs the driver as a user would."""
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "results.jsonl"
            script = Path(race.__file__)
            command = [sys.executable, str(script), *options, "--inputs", folder, "--results", str(file), "--assize", str(ASSIZE)]
            ended = subprocess.run(command, capture_output=True, text=True, check=False)
            return ended.returncode, results.read(file), ended.stderr

    def test_small_example(self) -> None:
        code, records, said = self.raced(str(SMALL), "--limit", "120")
        self.assertEqual((code, len(records)), (0, 3), said)
        expected = tomllib.loads((SMALL / "expected.toml").read_text(encoding="utf-8"))["plan"]
        for record in records:
            self.assertEqual(record["status"], "proved", said)
            self.assertTrue(record["checked"]["kept"], said)
            for tier, name in enumerate(("selection", "calendar", "staffing")):
                self.assertAlmostEqual(record["tiers"][tier]["value"], expected[name], delta=1e-6)

    def test_generated(self) -> None:
        spec = "size=s sites=8 areas=2 visits=2 inspectors=8 weeks=8 seeds=1,2"
        code, records, said = self.raced("--generate", spec, "--limit", "120")
        self.assertEqual((code, len(records)), (0, 6), said)
        for record in records:
            self.assertEqual(record["status"], "proved", said)
            self.assertTrue(record["checked"]["kept"], said)


class Disagreement(unittest.TestCase):
    """What the comparison must notice, and what it must let pass."""

    def test_two_proofs_that_differ(self) -> None:
        runs = [run("assize", [3.0, 2.0, 8.0], [True] * 3), run("highs", [3.0, 2.0, 8.5], [True] * 3)]
        self.assertEqual(
            results.disagreements(runs), ["m-1: HiGHS, one model proves staffing 8.5000000, Assize has 8.0000000"]
        )

    def test_a_plan_better_than_a_proof_allows(self) -> None:
        runs = [run("assize", [3.0], [True]), run("cpsat", [3.5], [False])]
        self.assertEqual(
            results.disagreements(runs), ["m-1: Assize proves selection 3.0000000, CP-SAT, one model has 3.5000000"]
        )

    def test_a_later_tier_over_other_plans(self) -> None:
        runs = [run("assize", [3.0, 2.0, 8.0], [True] * 3), run("highs", [2.9, 1.0, 4.0], [False] * 3)]
        self.assertEqual(results.disagreements(runs), [])

    def test_a_folder_written_anew(self) -> None:
        runs = [run("assize", [3.0], [True]), run("highs", [3.5], [True], digest="1")]
        self.assertEqual(results.disagreements(runs), [])

    def test_rounding(self) -> None:
        runs = [run("assize", [3.0, 2.0, 8.0], [True] * 3), run("highs", [3.000001, 2.0, 8.0], [True] * 3)]
        self.assertEqual(results.disagreements(runs), [])

    def test_a_plan_that_breaks_a_rule(self) -> None:
        broken = run("highs", [3.0], [False], checked={"kept": False, "values": [None] * 3, "said": "P3 one place"})
        self.assertEqual(
            results.disagreements([broken]), ["m-1: the plan of HiGHS, one model does not pass `assize check`: P3 one place"]
        )

    def test_a_plan_where_another_says_there_is_none(self) -> None:
        runs = [run("assize", [3.0], [True]), run("cpsat", [], [], status="no plan")]
        self.assertEqual(results.disagreements(runs), ["m-1: Assize found a plan; CP-SAT, one model found that there is none"])

    def test_values_that_the_checker_does_not_get(self) -> None:
        odd = run("assize", [3.0, 2.0, 8.0], [True] * 3, checked={"kept": True, "values": [3.0, 2.0, 9.0]})
        self.assertEqual(results.disagreements([odd]), ["m-1: Assize gives staffing 8.0000000, `assize check` 9.0"])


class Results(unittest.TestCase):
    """The table and the charts."""

    def test_a_cut_run_counts_as_its_limit(self) -> None:
        self.assertEqual(str(results.Timing([1.0, None, None], [60, 60, 60])), "at least 60.0 s")
        self.assertEqual(str(results.Timing([1.0, 2.0, None], [60, 60, 60])), "2.00 s")

    def test_table(self) -> None:
        runs = [
            run("assize", [3.0, 2.0, 8.0], [True] * 3, all_proved=2.0, first_plan=None, memory_mb=25.0),
            run("highs", [3.0, 2.0, 8.5], [True, True, False]),
        ]
        for tier in runs[0]["tiers"]:
            tier["seconds"] = None
        self.assertEqual(
            results.table(runs).splitlines()[2:4],
            [
                "| m | Assize | – | – | – | 2.00 s | 2.00 s | 1.00 | 25.0 MB | 1.00 | 1, 1, 1 of 1 |",
                "| m | HiGHS, one model | 1.00 s | 7.00 s | 7.00 s | at least 60.0 s | at least 60.0 s | at least 30.0 | 50.0 MB | 2.00 | 1, 1, 0 of 1 |",
            ],
        )

    def test_a_proof_that_there_is_no_plan_counts_as_one(self) -> None:
        runs = [run("assize", [], [], status="no plan", all_proved=2.0, memory_mb=25.0), run("highs", [], [], status="cut")]
        lines = results.table(runs).splitlines()[2:4]
        self.assertIn("| – | – | – | 2.00 s | 2.00 s | 1.00 |", lines[0])
        self.assertIn("1, 1, 1 of 1", lines[0])
        self.assertIn("at least 60.0 s | at least 30.0 |", lines[1])
        self.assertIn("0, 0, 0 of 1", lines[1])

    def test_chart_says_what_it_shows(self) -> None:
        runs = [
            run("assize", [], [], given={"size": "m", "sites": str(sites), "seed": "1"}, status=status, processor=seconds)
            for sites, status, seconds in ((20, "proved", 2.0), (43, "cut", 60.0))
        ]
        drawn = growth.chart(growth.points(runs, "sites"), "sites")
        self.assertIn('<title id="title">Processor time and memory against the number of main sites</title>', drawn)
        self.assertIn("Assize: 20 main sites 2.00 seconds, 50.0 MB; 43 main sites at least 60.0 seconds, 50.0 MB.", drawn)

    def test_generated_names(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            for name in ("m-weeks12-1", "m-weeks12-2"):
                (Path(folder) / name).mkdir()
                (Path(folder) / name / "inspection.toml").touch()
            given = list(race.generated("size=m weeks=12 seeds=1-2", Path(folder), Path("none")))
        self.assertEqual([one.name for one in given], ["m-weeks12-1", "m-weeks12-2"])
        self.assertEqual(given[1].given, {"size": "m", "weeks": "12", "seed": "2"})


if __name__ == "__main__":
    unittest.main()
