"""How long a question and a load take, beside an empty Python, in one run.

    python benchmarks/run.py [--rounds 15]

Every command runs once a round, in turn, so that a slow moment of the machine slows all alike.
Printed are the median milliseconds and their ratio to `python -c pass` of the same run. The rows
of plain imports name what takes the time: they are what no question can do without.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
PASS = "python -c pass"
GAPS = ("unserved", "single-agency", "apart", "absent", "outside", "unanswered")
OVERLAPS = ("agencies", "activities", "objectives", "topics")
QUESTION_GOAL, LOAD_GOAL = 6, 40


def commands(folder: Path) -> dict[str, list[str]]:
    """Each command to time, by what the table calls it."""
    python = [sys.executable]
    ask = [*python, "-m", "partnergraph"]
    at = ["--db", str(folder / "seeds.db")]
    plain = {
        PASS: [*python, "-c", "pass"],
        "import sqlite3": [*python, "-c", "import sqlite3"],
        "import click": [*python, "-c", "import click"],
        "import click, sqlite3, tomllib": [*python, "-c", "import click, sqlite3, tomllib"],
    }
    gaps = {f"gaps {kind}": [*ask, "gaps", "--kind", kind, *at] for kind in GAPS}
    overlaps = {f"overlaps {kind}": [*ask, "overlaps", "--kind", kind, *at] for kind in OVERLAPS}
    others = {
        "gaps": [*ask, "gaps", *at],
        "overlaps": [*ask, "overlaps", *at],
        "partners": [*ask, "partners", "IOM", *at],
        "path": [*ask, "path", "UNODC", "UN-DESA", *at],
        "show": [*ask, "show", "Bali Process", *at],
        "search": [*ask, "search", "data", *at],
        "info": [*ask, "info", *at],
        "load five documents": [*ask, "load", str(SEEDS), "--db", str(folder / "new.db")],
    }
    return plain | gaps | overlaps | others


def milliseconds(command: list[str]) -> float:
    """The wall time of one run. Raises CalledProcessError where it fails."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Print the table; exit 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        timed = commands(folder)
        milliseconds([*timed["load five documents"][:-1], str(folder / "seeds.db")])
        times: dict[str, list[float]] = {what: [] for what in timed}
        for turn in range(rounds + 1):
            for what, command in timed.items():
                for old in folder.glob("new.db*"):
                    old.unlink()
                took = milliseconds(command)
                if turn:
                    times[what].append(took)
    medians = {what: statistics.median(took) for what, took in times.items()}
    missed = report(medians)
    sys.exit(1 if missed else 0)


def report(medians: dict[str, float]) -> list[str]:
    """Print each median beside its ratio and goal; the names of those that miss theirs."""
    missed = []
    print(f"{'':<34}{'median ms':>10}{'ratio':>8}{'goal':>8}")
    for what, took in medians.items():
        ratio = took / medians[PASS]
        plain = what == PASS or what.startswith("import")
        goal = None if plain else LOAD_GOAL if what.startswith("load") else QUESTION_GOAL
        print(f"{what:<34}{took:>10.1f}{ratio:>8.1f}{goal or '':>8}")
        if goal and ratio > goal:
            missed.append(what)
    print("missed: " + ", ".join(missed) if missed else "every goal is met")
    return missed


if __name__ == "__main__":
    main()
