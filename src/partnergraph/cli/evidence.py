"""Links and the words they rest on, as lines a person reads."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import TextIO

from partnergraph.characters import cut, plain, safe
from partnergraph.cli.excerpt import Shown, excerpt
from partnergraph.document.words import GAP
from partnergraph.records.model import Edge, Evidence, Node
from partnergraph.records.vocabulary import vocabulary
from partnergraph.screen.terminal import hanging, styled, width
from partnergraph.store.protocol import Store

_NAME = 60
_LONGEST_LINE = 400
_BESIDE = 60


class Sources:
    """The documents that evidence names: their files, titles and lines, read when asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.lines = cache(store.lines)
        self.name = cache(self._name)

    def _name(self, document: str) -> str:
        for node in self._store.nodes([document]):
            return str(node.properties.get("file", node.name))
        return document


def short(node: Node, longest: int = _NAME) -> str:
    """The name people use: the acronym where there is one, a long text by its beginning."""
    return cut(plain(str(node.properties.get("acronym") or node.name)), longest)


def sentence(edge: Edge, nodes: Mapping[str, Node], longest: int = _NAME) -> str:
    """A relationship as a sentence: `IOM is listed with expertise in Collect data…`."""
    ends = (short(nodes[end], longest) for end in (edge.source, edge.target))
    return f" {phrase(edge)} ".join(ends)


def phrase(edge: Edge) -> str:
    """What a relationship says, with its qualifiers: `is affiliated with (as: Chair)`."""
    extra = "; ".join(f"{key}: {value}" for key, value in sorted(edge.properties.items()))
    return vocabulary().types[edge.type].phrase + (f" ({plain(extra)})" if extra else "")


def nodes_of(store: Store, edges: Iterable[Edge]) -> dict[str, Node]:
    """The nodes at both ends of some relationships, by id."""
    ids = {end for edge in edges for end in (edge.source, edge.target)}
    return {node.id: node for node in store.nodes(sorted(ids))}


def told(evidence: Sequence[Evidence], sources: Sources, out: TextIO, indent: int) -> Iterator[str]:
    """Each evidence: who says so and where, and the quote within its lines of the document."""
    space = " " * indent
    for item in evidence:
        where = f"{sources.name(item.document)}, {item.locator}"
        cue = f", by the words “{item.cue}”" if item.cue else ""
        inferred = " (inferred: no document says it outright)" if item.basis != "stated" else ""
        yield from hanging([(plain(f"{where}{cue}{inferred}"), "")], space, out)
        lines = sources.lines(item.document)
        shown = excerpt(lines, item.locator, item.quote) if lines else []
        if shown:
            yield from _numbered(shown, out, indent + 2)
        else:
            said = [(f"“{plain(item.quote)}”", "")]
            yield from hanging(said, f"{space}  ", out)


def _numbered(shown: Sequence[Shown], out: TextIO, indent: int) -> Iterator[str]:
    gutter = max(len(_gutter(line)) for line in shown)
    before: Shown | None = None
    for line in shown:
        if before and line.position > before.position + 1:
            yield " " * indent + styled(GAP.strip().rjust(gutter), "dim", out)
        before = line
        head = f"{' ' * indent}{_gutter(line):>{gutter}} {'>' if line.marked else ' '} "
        if line.marked:
            yield from hanging(_marked(line), head, out)
        else:
            yield (head + cut(safe(line.text), width() - len(head))).rstrip()


def _gutter(line: Shown) -> str:
    """What stands before a line: the number of a line of text, else its place."""
    return line.place.removeprefix("line ")


def _marked(line: Shown) -> list[tuple[str, str]]:
    """The text of a line in parts with their styles; of a long one what is near the marks."""
    start, end = 0, len(line.text)
    if end > _LONGEST_LINE:
        start = max(line.marked[0][0] - _BESIDE, start)
        end = min(line.marked[-1][1] + _BESIDE, end)
    edges = [start, *(place for span in line.marked for place in span), end]
    parts = [(safe(line.text[a:b]), "") for a, b in pairwise(edges)]
    parts[1::2] = [(part, "mark") for part, _ in parts[1::2]]
    before, after = ("…" if start else ""), ("…" if end < len(line.text) else "")
    return [(before, ""), *parts, (after, "")]
