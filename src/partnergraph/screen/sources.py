"""Which documents the rows of an answer rest on."""

from collections.abc import Iterator, Sequence

from partnergraph.questions.same import several
from partnergraph.records.vocabulary import vocabulary
from partnergraph.screen.output import Row
from partnergraph.store.protocol import Store

_COUNTED_ON = ("activity:", "roundtable:", "session:")
_COUNTED = ("doing", "support", "expertise", "account", "money")


def used(store: Store, rows: Sequence[Row]) -> set[str]:
    """The ids of the documents that the rows name or that their things are parts of.

    Where there are none, of those that say what was counted of their things; of both, where a row
    has two.
    """
    found = {id for row in rows for id in (*_named(row), *_wholes(row))}
    return found or set(_saying(store, rows))


def _named(row: Row) -> Iterator[str]:
    for column in ("documents_id", "document_id"):
        yield from several(row.get(column) or ())


def _ids(row: Row) -> Iterator[str]:
    for column, value in row.items():
        if column.endswith("_id") and value and isinstance(value, str):
            yield value


def _wholes(row: Row) -> Iterator[str]:
    for id in _ids(row):
        whole, slash, _ = id.partition(":")[2].partition("/")
        if slash:
            yield f"document:{whole}"


def _saying(store: Store, rows: Sequence[Row]) -> Iterator[str]:
    types = [*vocabulary().of_kind(*_COUNTED), "PURSUES", "DISCUSSES"]
    ends = sorted({id for row in rows for id in _ids(row)})
    saying: dict[str, dict[str, set[str]]] = {id: {} for id in ends}
    for edge in store.edges(ends, types):
        documents = {item.document for item in edge.evidence}
        for one, other in ((edge.source, edge.target), (edge.target, edge.source)):
            if one in saying and other.startswith(_COUNTED_ON):
                saying[one].setdefault(other, set()).update(documents)
    for row in rows:
        each = [saying[id] for id in _ids(row)]
        for reached in set.intersection(*(set(one) for one in each)) if each else ():
            for found in each:
                yield from found[reached]
