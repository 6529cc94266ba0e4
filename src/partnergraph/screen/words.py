"""What answers are called on a screen, read from `words.toml`; machine names stay as they are."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from partnergraph.questions.header import Question


class Wording(NamedTuple):
    """How the answer to a question reads: title, what a row is, columns, order, what comes next."""

    word: str
    title: str
    rows: tuple[str, str]
    columns: Mapping[str, str]
    order: tuple[str, ...]
    next: tuple[str, ...]


def wording(question: Question) -> Wording:
    """The wording of a question; one that has none reads as its header says."""
    entry = _entries().get(question.name)
    if entry is None:
        columns = {c.name.replace("_", " "): f"{{{c.name}}}" for c in question.columns}
        return Wording(question.kind, question.doc.rstrip("."), ("row", "rows"), columns, (), ())
    return Wording(
        entry["word"],
        entry["title"],
        tuple(entry["rows"]),
        entry["columns"],
        tuple(entry["order"]),
        tuple(entry["next"]),
    )


def words_of(family: str, kinds: Iterable[str]) -> dict[str, str]:
    """Kinds of `gaps` or `overlaps` by the words that a person calls them.

    >>> words_of("gaps", ["apart", "no-agency"])
    {'never-together': 'apart', 'no-agency': 'no-agency'}
    """
    entries = _entries()
    return {entries.get(f"{family}-{kind}", {}).get("word", kind): kind for kind in kinds}


def places() -> Mapping[str, int]:
    """The questions in the order in which they matter, as the file has them."""
    return {name: place for place, name in enumerate(_entries())}


def counted(count: int, one: str, several: str) -> str:
    """So many of something, in its number.

    >>> counted(1, "file", "files"), counted(1200, "file", "files")
    ('1 file', '1,200 files')
    """
    return f"{count:,} {one if count == 1 else several}"


@cache
def _entries() -> Mapping[str, Any]:
    with Path(__file__).with_name("words.toml").open("rb") as file:
        return tomllib.load(file)
