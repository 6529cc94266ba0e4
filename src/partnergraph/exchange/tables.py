"""Plain tables of nodes and edges, for Gephi and Kumu and whoever opens them in a spreadsheet.

Their columns are those that the two ask for. Gephi: `Id` and `Label`; `Source`, `Target`, `Type`,
`Label`, `Weight` (https://gephi.org/users/supported-graph-formats/spreadsheet/). Kumu: `ID` or
`Label` first; `From` and `To`; several values in a cell are parted by `|`
(https://docs.kumu.io/guides/import/import). Gephi Lite reads GEXF and GraphML, not tables.

Besides what the graph says there is who is on activities with whom, each pair with the number of
activities as its weight, as `overlaps --kind agencies --who any` counts them.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from partnergraph.exchange.flat import as_text, kinds_of, line_of, links, things
from partnergraph.exchange.folders import written
from partnergraph.exchange.spreadsheet import delimiter, write_rows
from partnergraph.questions.answer import ask
from partnergraph.records.model import Node
from partnergraph.records.vocabulary import vocabulary
from partnergraph.store.protocol import Store

Row = list[Any]
Tables = Mapping[str, Callable[[Store], Iterator[Row]]]
_EVIDENCE_SHOWN = 3


def write_tables(store: Store, place: Path, tables: Tables) -> None:
    """Write each table as a file of its name into a folder that is there.

    A byte order mark stands before those with another delimiter than `,`: they are for Excel, and
    Gephi and Kumu would take it for a part of the first column's name.
    """
    for name, rows in tables.items():
        with written(place / f"{name}.csv") as file:
            write_rows(file, rows(store), _text, mark=delimiter.get() != ",")


def _text(value: Any) -> str:
    return "" if value is None else as_text(value)


def _gephi_nodes(store: Store) -> Iterator[Row]:
    columns = list(kinds_of(things(store)))
    yield ["Id", "Label", *columns]
    for id, label, values in things(store):
        yield [id, label, *map(values.get, columns)]


def _gephi_edges(store: Store) -> Iterator[Row]:
    columns = list(kinds_of(links(store)))
    own = ["relationship" if column == "type" else column for column in columns]
    yield ["Id", "Source", "Target", "Type", "Label", "Weight", *own]
    for id, source, target, label, values in links(store):
        weight = str(values["evidence"]).count("\n") + 1
        yield [id, source, target, "Directed", label, weight, *map(values.get, columns)]


def _gephi_partners(store: Store) -> Iterator[Row]:
    yield ["Source", "Target", "Type", "Label", "Weight", "together", "expertise"]
    for pair in _pairs(store):
        ends = [pair["a_id"], pair["b_id"], "Undirected"]
        yield [*ends, _said(pair), pair["shared"], pair["together"], pair["expertise"]]


def _kumu_nodes(store: Store) -> Iterator[Row]:
    yield ["ID", "Label", "Type", "Description", "Tags"]
    for node in store.nodes():
        details = str(node.properties.get("details", ""))
        yield [*map(_one, (node.id, node.name, node.label, details)), _tags(node)]


def _kumu_edges(store: Store) -> Iterator[Row]:
    yield ["ID", "From", "To", "Type", "Direction", "Strength", "Description"]
    for number, edge in enumerate(store.edges()):
        ends = [_one(edge.source), _one(edge.target), vocabulary().types[edge.type].phrase]
        said = _one("\n".join(map(line_of, edge.evidence[:_EVIDENCE_SHOWN])))
        yield [f"e{number}", *ends, "directed", len(edge.evidence), said]


def _kumu_partners(store: Store) -> Iterator[Row]:
    yield ["ID", "From", "To", "Type", "Direction", "Strength"]
    for number, pair in enumerate(_pairs(store)):
        ends = [_one(pair["a_id"]), _one(pair["b_id"])]
        yield [f"p{number}", *ends, _said(pair), "undirected", pair["shared"]]


def _pairs(store: Store) -> list[dict[str, Any]]:
    return ask(store, "overlaps-agencies", who="any").rows


def _said(pair: Mapping[str, Any]) -> str:
    return "did something together" if pair["together"] else "are listed together"


def _one(text: str) -> str:
    """A text that Kumu takes for one value."""
    return text.replace("|", "¦")


def _tags(node: Node) -> str:
    aliases = node.properties.get("aliases", ())
    return "|".join(map(_one, aliases)) if isinstance(aliases, tuple) else ""


GEPHI: Tables = {"nodes": _gephi_nodes, "edges": _gephi_edges, "partners": _gephi_partners}
KUMU: Tables = {"nodes": _kumu_nodes, "edges": _kumu_edges, "partners": _kumu_partners}
