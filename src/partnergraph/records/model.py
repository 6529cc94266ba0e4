"""The three records everything is made of: nodes, edges and the evidence edges rest on."""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Literal, NamedTuple

from partnergraph.records.ids import fold

Scalar = str | int | float | bool
Value = Scalar | tuple[str, ...]
Basis = Literal["stated", "inferred"]
NOTHING: Mapping[str, Value] = MappingProxyType({})

# What a text says in whole sentences: evidence quotes the beginning of a long one.
STATEMENTS = frozenset(
    ("Activity", "Objective", "Recommendation", "Question", "Topic", "Session", "Roundtable")
)


class Evidence(NamedTuple):
    """The words a relationship rests on.

    `document` is a Document's id; `locator` says where in it (`lines 12-14`); `quote` is verbatim
    but for white space, its fragments joined by ` … `; `method` names the rule that read it;
    `basis` is `stated` or `inferred`. `cue` is the words that gave the relationship its type, as
    printed (a verb, a label, a column's header), and `cue_locator` their place where they stand
    outside the quote's; both are empty where position alone gave it.
    """

    document: str
    locator: str
    quote: str
    method: str
    basis: Basis
    cue: str = ""
    cue_locator: str = ""

    def record(self) -> dict[str, str]:
        """Its fields by name, as JSON has them: the cue and its place only where there are such."""
        return {
            key: value
            for key, value in self._asdict().items()
            if value or key not in ("cue", "cue_locator")
        }


class Origin(NamedTuple):
    """Evidence without its words: a Document's id, the rule that read it, stated or inferred."""

    document: str
    method: str
    basis: Basis


_basis = attrgetter("basis")


def is_stated(evidence: Iterable[Evidence | Origin]) -> bool:
    """Whether a text states what this evidence is for; else it is inferred only."""
    return "stated" in map(_basis, evidence)


class Node(NamedTuple):
    """A thing with a name. `properties` holds what its label adds, `aliases` the printed forms."""

    id: str
    label: str
    name: str
    properties: Mapping[str, Value] = NOTHING


class Edge(NamedTuple):
    """A relationship, read from `source` to `target`, with at least one evidence."""

    type: str
    source: str
    target: str
    evidence: tuple[Evidence, ...]
    properties: Mapping[str, Value] = NOTHING


class Skipped(NamedTuple):
    """Lines that were not understood, and why."""

    document: str
    locator: str
    text: str
    reason: str


class Extraction(NamedTuple):
    """Everything one document says, ready to be stored in its place."""

    document: Node
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    skipped: tuple[Skipped, ...] = ()


def merge_nodes(claims: Iterable[Node]) -> Node:
    """One node from what several documents say of it, whatever their order.

    Aliases are united; of two values of one property the least in (length, text) is kept, as is
    the name: documents may disagree, the export may not depend on who was read first.

    >>> a = Node("agency:iom", "Agency", "IOM", {"aliases": ("IOM",)})
    >>> b = Node("agency:iom", "Agency", "IOM", {"aliases": ("OIM",), "acronym": "IOM"})
    >>> merge_nodes([a, b]).properties
    {'acronym': 'IOM', 'aliases': ('IOM', 'OIM')}
    """
    first, *others = claims = list(claims)
    if not others:
        return first
    merged: dict[str, Value] = {}
    aliases: set[str] = set()
    for key in sorted({key for claim in claims for key in claim.properties}):
        values = [claim.properties[key] for claim in claims if key in claim.properties]
        lists = [value for value in values if isinstance(value, tuple)]
        if lists:
            aliases = {item for value in lists for item in value}
            merged[key] = tuple(sorted(aliases))
        else:
            merged[key] = min(values, key=lambda value: (len(str(value)), str(value)))
    name = min((claim.name for claim in claims), key=lambda name: (len(name), name))
    return Node(first.id, first.label, name, merged)


def details(node: Node) -> str:
    """What a node says beyond its name, as one text."""
    said = (node.properties.get(key) for key in ("details", "response"))
    return " ".join(str(text) for text in said if text)


def forms(node: Node) -> Iterator[str]:
    """What a node can be found by, folded: its name, printed forms, acronym and codes."""
    aliases = node.properties.get("aliases", ())
    printed = [node.name, *(aliases if isinstance(aliases, tuple) else ())]
    codes = ("acronym", "file", "iso2", "iso3")
    printed += [str(node.properties[key]) for key in codes if key in node.properties]
    if "framework" in node.properties and "number" in node.properties:
        printed.append(f"{node.properties['framework']} {node.properties['number']}")
        printed.append(f"{node.properties['framework']} objective {node.properties['number']}")
    if node.label in ("Roundtable", "Session") and "code" in node.properties:
        printed.append(f"{node.label} {node.properties['code']}")
    yield from sorted({folded for form in printed if (folded := fold(form))})
