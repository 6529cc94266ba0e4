"""Relationships between documents that no text states: always `inferred`, and they say by what.

They are made anew after every load, so that the order of loading leaves no trace in them.
"""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

from partnergraph.records.ids import fold
from partnergraph.records.model import Edge, Node
from partnergraph.store.protocol import Store
from partnergraph.store.writer import Writer

SAME_MEETING = "same roundtable of the same meeting"
SIMILAR_WORDS = "similar words"
METHODS = (SAME_MEETING, SIMILAR_WORDS)
COMPARED = ("Objective", "Recommendation")
ENOUGH = 0.5
MEETINGS = Path(__file__).parent.parent / "names" / "meetings.csv"
_COMMON = 40
_SHORT = 3


def renew(writer: Writer) -> None:
    """Make all inferred relationships of a graph anew."""
    store = writer.store()
    edges = [*_same_roundtables(store), *_similar_statements(store)]
    writer.replace_methods(METHODS, edges)


def _same_roundtables(store: Store) -> Iterator[Edge]:
    """Roundtable n that one document names by its city is roundtable n of that meeting's document.

    The meeting is the one the forum held in that city (`names/meetings.csv`), its documents are
    those of the forum that carry its year in their date, title or file name.
    """
    documents = {node.id: node for node in store.nodes(label="Document")}
    roundtables = list(store.nodes(label="Roundtable"))
    home = _homes(store, roundtables)
    roundtables = [node for node in roundtables if node.id in home]
    for named in roundtables:
        for forum, year in _meetings(named.name):
            for other in roundtables:
                own = documents[home[named.id].target]
                its = documents[home[other.id].target]
                if (
                    own != its
                    and forum == own.properties.get("forum") == its.properties.get("forum")
                    and named.properties.get("code") == other.properties.get("code")
                    and _of_year(its, year)
                ):
                    yield _inferred("SAME_AS", named, other, home, SAME_MEETING)


def _meetings(name: str) -> Iterator[tuple[str, str]]:
    words = f" {fold(name)} "
    with MEETINGS.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if f" {fold(row['city'])} " in words:
                yield row["forum"], row["year"]


def _of_year(document: Node, year: str) -> bool:
    carried = (document.properties.get(key, "") for key in ("date", "title", "file"))
    return any(re.search(rf"(?<!\d){year}(?!\d)", str(text)) for text in carried)


def _similar_statements(store: Store) -> Iterator[Edge]:
    """Objectives, and recommendations, that share at least half of their content words."""
    for label in COMPARED:
        nodes = {node.id: node for node in store.nodes(label=label)}
        home = _homes(store, nodes.values())
        for (first, second), score in _alike({id: nodes[id] for id in home}):
            edge = _inferred("SIMILAR_TO", nodes[first], nodes[second], home, SIMILAR_WORDS)
            yield edge._replace(properties={"score": round(score, 2)})


def _homes(store: Store, nodes: Iterable[Node]) -> dict[str, Edge]:
    """By the id of a node, the last relationship that says where it is recorded."""
    ids = sorted(node.id for node in nodes)
    return {edge.source: edge for edge in store.edges(ids, ["RECORDED_IN"])} if ids else {}


def _alike(nodes: dict[str, Node]) -> Iterator[tuple[tuple[str, str], float]]:
    words = {id: _content(node.name) for id, node in nodes.items()}
    with_word: defaultdict[str, list[str]] = defaultdict(list)
    for id, content in words.items():
        for word in content:
            with_word[word].append(id)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in with_word.values():
        if len(ids) <= _COMMON:
            shared.update(combinations(sorted(ids), 2))
    for pair in sorted(shared):
        one, other = words[pair[0]], words[pair[1]]
        score = len(one & other) / len(one | other)
        if score >= ENOUGH:
            yield pair, score


def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in fold(text).split() if len(word) > _SHORT)


def _inferred(type: str, one: Node, other: Node, home: dict[str, Edge], by: str) -> Edge:
    evidence = (
        item._replace(method=by, basis="inferred")
        for node in (one, other)
        for item in home[node.id].evidence[:1]
    )
    return Edge(type, one.id, other.id, tuple(sorted(evidence)))
