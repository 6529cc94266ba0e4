"""What a page is called: what was read, and to when."""

import re
from collections.abc import Collection, Sequence

from partnergraph.characters import cut
from partnergraph.picture.subgraph import Scope
from partnergraph.records.model import Node
from partnergraph.store.protocol import Store

_NAME = 70
_WHAT = "Who does what with whom"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

_DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?")


def title(store: Store, scope: Scope) -> str:
    """Which documents a page is of, by name where it is one, and the last date that they carry."""
    own = documents(store, scope.documents)
    dates = [str(node.properties["date"]) for node in own if "date" in node.properties]
    name = str(own[0].properties.get("title", own[0].name)) if len(own) == 1 else ""
    return titled(cut(name, _NAME) or f"{len(own):,} documents", dates) if own else _WHAT


def documents(store: Store, ids: Collection[str]) -> list[Node]:
    """The documents that were read, or those of some ids."""
    nodes = [loaded.document for loaded in store.loaded()]
    return [node for node in nodes if not ids or node.id in ids]


def titled(read: str, dates: Sequence[str]) -> str:
    """The sentence that a title is.

    >>> titled("5 documents", ["2020-11-12", "2017-08"])
    'Who does what with whom in 5 documents, up to 12 November 2020'
    """
    said = f"{_WHAT} in {read}"
    return f"{said}, up to {in_words(max(dates))}" if dates else said


def in_words(date: str) -> str:
    """A date as precise as it is, as a person writes it.

    >>> in_words("2017-08-09"), in_words("2017-08"), in_words("2017")
    ('9 August 2017', 'August 2017', '2017')
    """
    if not (found := _DATE.fullmatch(date)):
        return date
    year, month, day = found.groups()
    return " ".join(filter(None, [day and str(int(day)), _MONTHS[int(month) - 1], year]))
