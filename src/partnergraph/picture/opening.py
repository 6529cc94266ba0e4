"""What a page says of itself before anything is asked: what it holds, what stands out in it."""

import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from partnergraph.characters import cut, plain
from partnergraph.picture.subgraph import Subgraph
from partnergraph.picture.title import documents, in_words
from partnergraph.records.vocabulary import vocabulary
from partnergraph.screen.cells import filled
from partnergraph.screen.words import counted
from partnergraph.store.protocol import Store

_MOST = 3
_NAME = 56
_KINDS = ("Agency", "Organisation", "Country", "Activity", "Objective", "Recommendation")


def told(
    store: Store, part: Subgraph, links: int, answers: Mapping[str, Sequence[Mapping[str, Any]]]
) -> dict[str, Any]:
    """The opening of a page: what was read, what it holds, its first gaps and overlaps.

    Of each kind the first row stands for all; what is certain goes before what is not recorded.
    """
    return {
        "read": list(_read(store, part.documents)),
        "holds": _holds(part, links),
        **{family: list(_findings(kinds))[:_MOST] for family, kinds in answers.items()},
    }


def _read(store: Store, ids: Collection[str]) -> Iterator[str]:
    for node in documents(store, ids):
        date = str(node.properties.get("date", ""))
        name = plain(str(node.properties.get("file", node.name)))
        yield f"{name} ({in_words(date)})" if date else name


def _holds(part: Subgraph, links: int) -> str:
    counts = Counter(node.label for node in part.nodes)
    words = {kind: vocabulary().labels[kind].words for kind in _KINDS}
    said = [counted(counts[kind], *words[kind]) for kind in _KINDS if counts[kind]]
    listed = f"{', '.join(said[:-1])} and {said[-1]}" if len(said) > 1 else "".join(said)
    rest = f"{counted(links, 'statement', 'statements')}, each with the words it rests on"
    return f"{listed}; {rest}" if listed else rest


def _findings(kinds: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    found = [kind for kind in kinds if kind["rows"] and kind["name"] in sentences()]
    found.sort(key=lambda kind: kind["rows"][0].get("absence") == "not recorded")
    for kind in found:
        row = kind["rows"][0]
        said = filled(sentences()[kind["name"]], {key: _short(row[key]) for key in row})
        ids = {key: value for key, value in row.items() if key.endswith("_id")}
        yield {"text": said, "kind": kind["name"], "total": kind["total"], "row": ids}


def _short(value: Any) -> Any:
    return cut(value, _NAME) if isinstance(value, str) else value


@cache
def sentences() -> Mapping[str, str]:
    """A sentence for the first row of each kind of gap and overlap."""
    with Path(__file__).with_name("opening.toml").open("rb") as file:
        return tomllib.load(file)
