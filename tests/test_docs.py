"""The documentation says what is so."""

import doctest
import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def commands() -> list[tuple[str, str]]:
    """The commands that the README shows, each with what it says that they print."""
    blocks = "\n".join(CONSOLE.findall((ROOT / "README.md").read_text(encoding="utf-8")))
    shown = re.split(r"^\$ partnergraph ", blocks, flags=re.MULTILINE)[1:]
    parted = (each.partition("\n") for each in shown)
    return [(command, said.strip("\n")) for command, _, said in parted]


def printed(arguments: str, db: Path) -> str:
    """What a person sees of a command, rows first, without the seconds it took and the file."""
    done = subprocess.run(
        f"{sys.executable} -m partnergraph {arguments} --format screen",
        shell=True,
        cwd=ROOT,
        env={**os.environ, "PARTNERGRAPH_DB": str(db), "COLUMNS": "80"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = re.sub(r" in \d+\.\d s; the graph is .*", "", (done.stdout + done.stderr).strip("\n"))
    return "\n".join(line.rstrip() for line in said.split("\n")).replace(f" --db {db}", "")


@pytest.mark.parametrize(("command", "said"), commands())
def test_the_readme_shows_what_commands_print(command: str, said: str, seeds_copy: Path) -> None:
    new = command.startswith("load")
    assert printed(command, seeds_copy.with_name("new.db") if new else seeds_copy) == said


def test_the_python_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert (failed, tried > 5) == (0, True)


def test_the_model_of_neo4j_is_made_from_this_code() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "build_neo4j_model.py"))
    page = (ROOT / "docs" / "neo4j.md").read_text(encoding="utf-8")
    assert page == script["page"](), "run: make reference"
    row = "| `Stakeholder` | `CONDUCTED` | `Document`, `Activity` | conducted | `status` |"
    assert row in page


def test_the_reference_is_made_from_this_code() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "build_reference.py"))
    assert (ROOT / "docs" / "reference.md").read_text(encoding="utf-8") == script["reference"](), (
        "run: make reference"
    )


def test_the_table_of_formats_is_made_from_this_code() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "build_reference.py"))
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    assert page == script["readme"](page), "run: make reference"
    assert "| PDF | `.pdf` | page 3 |" in page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    missing = [link for link in links if not (page.parent / link).exists()]
    assert not missing


@pytest.fixture(scope="module")
def seeds_copy(seeds_db: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("readme") / "seeds.db"
    copy.write_bytes(seeds_db.read_bytes())
    return copy
