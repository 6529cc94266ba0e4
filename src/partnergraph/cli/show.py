"""`partnergraph show`: one thing, what is said of it, and the words that rests on."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TextIO

import click

from partnergraph.characters import plain
from partnergraph.cli.evidence import Sources, nodes_of, phrase, short, told
from partnergraph.cli.options import asking, elsewhere, limit_option, most, names_of, opened
from partnergraph.cli.values import ManyOf, types
from partnergraph.exchange.jsonl import edge_record, node_record
from partnergraph.questions.resolve import resolve
from partnergraph.records.model import Edge, Node
from partnergraph.records.vocabulary import vocabulary
from partnergraph.screen.answers import as_typed
from partnergraph.screen.asked import Asked
from partnergraph.screen.cells import counting
from partnergraph.screen.output import PAGES, Row, as_json, as_text, write
from partnergraph.screen.terminal import note, styled, wrapped
from partnergraph.screen.words import counted
from partnergraph.store.protocol import Store

_COLUMNS = (
    *("type", "source", "source_id", "target", "target_id"),
    *("basis", "document", "locator", "quote", "method", "cue", "cue_locator"),
)
_NAME = 60
_NEXT = {
    "Stakeholder": ("partners",),
    "Topic": ("gaps", "--kind", "missing", "--topic"),
    "Document": ("gaps", "--document"),
}
_LONGEST = 10_000


@click.command()
@click.argument("thing", nargs=-1, required=True, shell_complete=names_of())
@click.option("--type", "chosen", type=ManyOf("type", types), multiple=True, help="Only these.")
@limit_option
@asking
def show(
    db: str,
    form: str,
    thing: tuple[str, ...],
    chosen: tuple[tuple[str, ...], ...],
    limit: int | None,
) -> None:
    """All that is known of THING: what it is, what it does, who says so in which words.

    THING is a name, a part of it, an acronym, a code or an id; several words need no quotes. Each
    quote stands within its lines of the document; `>` marks the lines that hold it. The limit
    counts what is said alike.
    """
    wanted = [name for names in chosen for name in names] or None
    with opened(db) as store:
        node = resolve(store, " ".join(thing))
        edges = list(store.edges([node.id], wanted))
        if form in PAGES:
            asked = Asked(("show", *thing), elsewhere(db))
            rows = most(limit, form, 3)
            _write_page(store, node, edges, rows, form == "table", asked, sys.stdout)
            return
        kept = list(_at_most(edges, most(limit, form)))
        _WRITERS[form](store, node, kept, sys.stdout)
    note(f"{len(kept)} of {counted(len(edges), 'statement', 'statements')}")


def _at_most(edges: Iterable[Edge], limit: int | None) -> Iterator[Edge]:
    for _, group in groupby(edges, key=lambda edge: edge.type):
        yield from list(group)[:limit]


def _write_page(
    store: Store,
    node: Node,
    edges: Sequence[Edge],
    limit: int | None,
    with_id: bool,
    asked: Asked,
    out: TextIO,
) -> None:
    sources, nodes = Sources(store), nodes_of(store, edges)
    out.writelines(line + "\n" for line in _about(node, with_id, out))
    left = 0
    order = sorted(edges, key=lambda edge: (_rank(node, edge), _other(node, edge)[1]))
    for _, same in groupby(order, key=lambda edge: _rank(node, edge)):
        group = list(same)
        shown = group[:limit]
        left += len(group) - len(shown)
        heading = f"{_said(node, group[0])}: {len(group)}"
        out.write("\n" + styled(heading, "bold", out) + "\n")
        for edge in shown:
            name = _named(nodes[_other(node, edge)[0]])
            out.writelines(line + "\n" for line in wrapped(name, "  "))
            out.writelines(line + "\n" for line in told(edge.evidence, sources, out, 4))
        if len(shown) < len(group):
            out.write(f"  and {len(group) - len(shown)} more\n")
    if not edges:
        note("nothing is said of it, but that it is there")
    if left:
        note(f"{left} left out, to be shown with: {asked.line({}, '--limit', '0')}")
    deeper = "Stakeholder" if node.label in vocabulary().of_stakeholders else node.label
    words = (*_NEXT.get(deeper, ("render",)), as_typed(store, node.id))
    note(f"Next: {Asked(words, asked.db).line({})}")


def _rank(node: Node, edge: Edge) -> tuple[int, bool, str]:
    return vocabulary().types[edge.type].rank, edge.source != node.id, phrase(edge)


def _other(node: Node, edge: Edge) -> tuple[str, object]:
    other = edge.target if edge.source == node.id else edge.source
    return other, counting(other)


def _said(node: Node, edge: Edge) -> str:
    """What a part of the page says: `IOM is listed with expertise in`, `… cites IOM`."""
    name, said = short(node, _NAME), vocabulary().types[edge.type].phrase
    extra = phrase(edge).removeprefix(said)
    return f"{name} {said}{extra}" if edge.source == node.id else f"What {said} {name}{extra}"


def _named(node: Node) -> str:
    """A thing's name, with its kind and code before a text that has one."""
    code = node.properties.get("code")
    coded = code and node.label in ("Recommendation", "Question")
    kind = vocabulary().labels[node.label].words[0]
    return plain(f"{kind} {code}: {node.name}" if coded else node.name)


def _about(node: Node, with_id: bool, out: TextIO) -> Iterator[str]:
    called = short(node, _LONGEST)
    yield from wrapped(called, "", "bold", out)
    words = vocabulary().labels[node.label].words[0]
    about = {"name": node.name, "what": words, "id": node.id, **node.properties}
    if not with_id:
        del about["id"]
    if called == node.name:
        del about["name"]
    room = max(map(len, about)) + 2
    for key, value in about.items():
        text = plain(as_text(value))
        if text and text != called:
            yield from wrapped(text, f"  {key.replace('_', ' '):<{room}}")


def _as_json(store: Store, node: Node, edges: Sequence[Edge], out: TextIO) -> None:
    record = {"node": node_record(node), "edges": [edge_record(edge) for edge in edges]}
    out.write(as_json(record, indent=2) + "\n")


def _as_jsonl(store: Store, node: Node, edges: Sequence[Edge], out: TextIO) -> None:
    out.write(as_json({"node": node_record(node)}) + "\n")
    out.writelines(as_json({"edge": edge_record(edge)}) + "\n" for edge in edges)


def _as_csv(store: Store, node: Node, edges: Sequence[Edge], out: TextIO) -> None:
    write("csv", _COLUMNS, _rows(edges, nodes_of(store, edges)), out)


def _rows(edges: Iterable[Edge], nodes: dict[str, Node]) -> Iterator[Row]:
    for edge in edges:
        ends = {"source_id": edge.source, "target_id": edge.target}
        names = {"source": nodes[edge.source].name, "target": nodes[edge.target].name}
        for item in edge.evidence:
            record = edge_record(edge) | {key: getattr(item, key) for key in _COLUMNS[5:]}
            yield record | ends | names


_WRITERS = {"json": _as_json, "jsonl": _as_jsonl, "csv": _as_csv}
