"""The folder that `export csv` makes: what it holds for whom, and what to say of it."""

from collections.abc import Callable, Mapping
from pathlib import Path

from partnergraph.exchange.folders import filling
from partnergraph.exchange.neo4j_csv import write_files
from partnergraph.exchange.tables import GEPHI, KUMU, write_tables
from partnergraph.store.protocol import Store

ALL = "all"


def write_folder(store: Store, folder: Path, audience: str = ALL) -> list[str]:
    """Write the tables for one of AUDIENCES, or for all; what to do with them, in lines.

    For all, those of Kumu stand in a folder of their own. Raises UsageError for a folder that
    holds anything; where it fails, nothing is left.
    """
    with filling(folder) as place:
        if audience != ALL:
            return AUDIENCES[audience](store, place)
        (place / "kumu").mkdir()
        in_kumu = [line.replace("Kumu:", "Kumu, in kumu:") for line in _kumu(store, place / "kumu")]
        return [*_neo4j(store, place), *_gephi(store, place), *in_kumu]


def _neo4j(store: Store, place: Path) -> list[str]:
    return ["for Neo4j, run in that folder (import.sh):", write_files(store, place)]


def _gephi(store: Store, place: Path) -> list[str]:
    write_tables(store, place, GEPHI)
    return ["for Gephi: nodes.csv and edges.csv, or partners.csv for who is with whom"]


def _kumu(store: Store, place: Path) -> list[str]:
    write_tables(store, place, KUMU)
    return ["for Kumu: nodes.csv as elements, edges.csv or partners.csv as connections"]


AUDIENCES: Mapping[str, Callable[[Store, Path], list[str]]] = {
    "neo4j": _neo4j,
    "gephi": _gephi,
    "kumu": _kumu,
}
