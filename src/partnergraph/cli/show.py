"""`partnergraph show`: one thing, its links, and the words they rest on."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TextIO

import click

from partnergraph.cli.evidence import Sources, nodes_of, phrase, sentence, short, told
from partnergraph.cli.options import ManyOf, asking, limit_option, most, opened, types
from partnergraph.jsonl import edge_record, node_record
from partnergraph.model import Edge, Node
from partnergraph.output import Row, as_json, as_text, write
from partnergraph.questions.resolve import resolve
from partnergraph.store.protocol import Store
from partnergraph.terminal import note, plain, styled

_COLUMNS = (
    *("type", "source", "source_id", "target", "target_id"),
    *("basis", "document", "locator", "quote", "method", "cue", "cue_locator"),
)


@click.command()
@click.argument("thing")
@click.option("--type", "chosen", type=ManyOf("type", types), multiple=True, help="Only these.")
@limit_option
@asking
def show(
    db: str, form: str, thing: str, chosen: tuple[tuple[str, ...], ...], limit: int | None
) -> None:
    """Everything known of THING: its properties, its links by type, who says so in which words.

    THING is a name, an acronym or an id. Each quote stands within its lines of the document; `>`
    marks the lines that hold it. The limit counts the links of a type.
    """
    wanted = [name for names in chosen for name in names] or None
    with opened(db) as store:
        node = resolve(store, thing)
        edges = list(store.edges([node.id], wanted))
        kept = list(_at_most(edges, most(limit, form, 5)))
        _WRITERS[form](store, node, kept, sys.stdout)
    note(f"{len(kept)} of {len(edges)} links" if edges else f"{node.id}: no such links")
    if left := Counter(edge.type for edge in edges) - Counter(edge.type for edge in kept):
        cut = ", ".join(f"{count} {type}" for type, count in sorted(left.items()))
        note(f"left out, to be shown with --limit 0: {cut}")


def _at_most(edges: Iterable[Edge], limit: int | None) -> Iterator[Edge]:
    for _, group in groupby(edges, key=lambda edge: edge.type):
        yield from list(group)[:limit]


def _as_page(store: Store, node: Node, edges: Sequence[Edge], out: TextIO) -> None:
    sources, nodes = Sources(store), nodes_of(store, edges)
    out.writelines(line + "\n" for line in _about(node, out))
    for heading, group in groupby(sorted(edges, key=_heading), key=_heading):
        out.write("\n" + styled(heading, "bold", out) + "\n")
        for edge in group:
            out.write(f"  {sentence(edge, nodes)}\n")
            out.writelines(line + "\n" for line in told(edge.evidence, sources, out, 4))


def _heading(edge: Edge) -> str:
    return f"{edge.type}: {phrase(edge)}"


def _about(node: Node, out: TextIO) -> Iterator[str]:
    yield styled(short(node, 200), "bold", out)
    about = {"name": node.name, "label": node.label, "id": node.id, **node.properties}
    room = max(map(len, about)) + 2
    for key, value in about.items():
        yield f"  {key:<{room}}{plain(as_text(value))}"


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


_WRITERS = {"table": _as_page, "json": _as_json, "jsonl": _as_jsonl, "csv": _as_csv}
