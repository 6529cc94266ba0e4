"""What docs/extending.md says of the lexicon: a word, a language, each by editing data."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import partnergraph

PACKAGE = Path(partnergraph.__file__).parent


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the package whose lexicon may be edited."""
    return shutil.copytree(PACKAGE, tmp_path / "partnergraph") / "lexicon"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def say(lexicon: Path, expression: str) -> str:
    """What an expression over the edited lexicon is, as Python prints it."""
    code = f"from partnergraph.lexicon import lexicon, meaning; print({expression})"
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(lexicon.parents[1]), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return run.stdout.strip()


def test_a_word_of_a_role_is_a_word_in_a_list(copied: Path) -> None:
    edit(
        copied / "roles" / "leading.toml",
        '[lead.words]\nen = """\n',
        '[lead.words]\nen = """\npathfinder; pathfinder {body}; ',
    )
    assert say(copied, "lexicon().header('Pathfinder agencies').id") == "lead"
    assert say(copied, "meaning('Pathfinder:', 'LED')") == "given"
    assert say(copied, "meaning('Pathfinder', 'HOSTED')") == "other"


def test_a_language_is_a_key_beside_the_others(copied: Path) -> None:
    edit(copied / "data.py", '("en", "fr", "es")', '("en", "fr", "es", "de")')
    edit(
        copied / "roles" / "leading.toml",
        "[lead.words]\n",
        '[lead.words]\nde = "Federführung; federführende {body}"\n',
    )
    edit(copied / "columns.toml", "[activity.words]\n", '[activity.words]\nde = "Maßnahme"\n')
    edit(copied / "words.toml", "[body]\n", '[body]\nde = "Behörde; Behörden; Ministerium"\n')
    assert say(copied, "lexicon().header('Federführende Behörde').id") == "lead"
    assert say(copied, "lexicon().label('Maßnahme:').kind") == "activity"
    assert say(copied, "meaning('Federführung', 'LED')") == "given"
