"""What a person typed to the one thing of the graph it means."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from partnergraph.errors import UsageError
from partnergraph.records.ids import make_id, slug
from partnergraph.records.model import Node
from partnergraph.records.vocabulary import vocabulary
from partnergraph.store.protocol import Store

_CODED = ("Topic", "Roundtable", "Session", "Recommendation", "Question", "Activity")
_FEW = ("Topic", "Roundtable", "Session")
_CODE = re.compile(r"[\w.\-]*\d[\w.\-]*|[a-z]", re.IGNORECASE)
_SENTENCES = ("Activity", "Objective", "Recommendation", "Question", "Document")
_SHOWN = 5


class Meant(NamedTuple):
    """What a name may mean, and whether that is its whole name."""

    nodes: list[Node]
    whole: bool


def resolve(
    store: Store,
    text: str,
    labels: Sequence[str] = (),
    document: str | None = None,
    parts: bool = True,
) -> Node:
    """The node that a name, acronym, alias, code, file name or id means, or with `parts` words of
    the name of one thing alone.

    `labels` are those it may have; `document` is the id of the document a part stands in, which
    tells one roundtable 1 from another. Raises UsageError with the nearest candidates where
    nothing in the graph has the name, or more than one thing.
    """
    nodes, whole = meant(store, text, labels, document, parts)
    if len(nodes) > 1:
        what = "are called this" if whole else "have this in their names"
        raise UsageError(_typed(text), f"{len(nodes)} things {what}", f"use one of {_ids(nodes)}")
    return nodes[0]


def meant(
    store: Store,
    text: str,
    labels: Sequence[str] = (),
    document: str | None = None,
    parts: bool = True,
) -> Meant:
    """All nodes that `resolve` would choose among; raises UsageError where there are none."""
    typed = _typed(text)
    for found in _readings(store, typed, labels):
        if nodes := _within(found, document):
            return Meant(nodes, True)
    if parts and (found := _by_words(store, typed, labels)):
        return Meant(found, False)
    raise _unknown(store, typed, labels)


def _typed(text: str) -> str:
    return " ".join(text.encode("utf-8", "replace").decode().split())


def _by_words(store: Store, typed: str, labels: Sequence[str]) -> list[Node]:
    """Things whose names have all these words; no sentences, where other things have.

    What the tables know by this whole name is that alone, though no document names it.
    """
    from partnergraph.names import names
    from partnergraph.questions.search import named

    if not typed or names().resolve(typed, *labels):
        return []
    found = named(store, typed, labels)
    return [node for node in found if node.label not in _SENTENCES] or found


def _readings(store: Store, typed: str, labels: Sequence[str]) -> Iterator[list[Node]]:
    """What it can mean, the surest reading first."""
    if typed:
        yield list(_of(store.nodes([typed]), labels))
        yield store.find(typed, labels)
        yield list(_of(_file(store, typed), labels))
        yield list(_in_tables(store, typed, labels))
        yield list(_with_code(store, typed, labels))


def _of(nodes: Iterable[Node], labels: Sequence[str]) -> Iterator[Node]:
    return (node for node in nodes if not labels or node.label in labels)


def _file(store: Store, typed: str) -> Iterable[Node]:
    """The document of a file, by the file's name with or without its folder and its ending."""
    name = re.split(r"[/\\]", typed)[-1]
    stem = name.rpartition(".")[0] or name
    return store.nodes([make_id("Document", slug(stem))])


def _in_tables(store: Store, typed: str, labels: Sequence[str]) -> Iterable[Node]:
    """What the reference tables know by this name, if the graph has it."""
    from partnergraph.names import names

    entity = names().resolve(typed, *labels)
    return store.nodes([entity.id]) if entity else ()


def _with_code(store: Store, typed: str, labels: Sequence[str]) -> Iterator[Node]:
    """Parts of documents by their code (`1h`, `Topic 1h`)."""
    said = typed.partition(" ")[0].capitalize()
    for label in labels or ((said,) if said in _CODED else _FEW):
        code = re.sub(rf"^{label}\s+", "", typed, flags=re.IGNORECASE).casefold()
        if label in _CODED and _CODE.fullmatch(code):
            for node in store.nodes(label=label):
                its = str(node.properties.get("code", "")).casefold()
                if code in (its, node.id.rpartition("/")[2]):
                    yield node


def _within(nodes: list[Node], document: str | None) -> list[Node]:
    """Those that are part of the document, where several things are called the same."""
    if document is None or len(nodes) < 2:
        return nodes
    where = f":{document.partition(':')[2]}/"
    return [node for node in nodes if where in node.id] or nodes


def _unknown(store: Store, typed: str, labels: Sequence[str]) -> UsageError:
    from partnergraph.names import names
    from partnergraph.questions.near import near

    others = {node.label for node in store.find(typed)} if typed and labels else set()
    if others:
        known = vocabulary().labels
        is_, may = ([known[name].words[0] for name in each] for each in (sorted(others), labels))
        what = f"in the graph this is {_a(' and '.join(is_))}, not {_a(' or '.join(may))}"
        return UsageError(typed, what, near(store, typed, labels))
    entity = names().resolve(typed, *labels)
    if entity:
        kind = vocabulary().labels[entity.label].words[0]
        what = f"no document of the graph names {entity.name} ({kind})"
        return UsageError(typed, what, "load one that does")
    return UsageError(
        typed or "an empty name", "nothing in the graph has this name", near(store, typed, labels)
    )


def _a(words: str) -> str:
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def _ids(nodes: list[Node]) -> str:
    more = f" or {len(nodes) - _SHOWN} more" if len(nodes) > _SHOWN else ""
    return ", ".join(node.id for node in nodes[:_SHOWN]) + more
