"""Opening the graph that a file name or an address means."""

from pathlib import Path
from typing import TYPE_CHECKING

from partnergraph.store.protocol import Store

if TYPE_CHECKING:
    from partnergraph.neo4j.bolt import Login


def is_address(db: Path | str) -> bool:
    """Whether this names a server rather than a file."""
    return isinstance(db, str) and "://" in db


def open_store(db: Path | str, who: "Login | None" = None) -> Store:
    """The graph in a SQLite file, or in the Neo4j at an address.

    Raises StoreError where there is none.
    """
    if is_address(db):
        from partnergraph.neo4j.store import Neo4jStore

        return Neo4jStore(str(db), who)
    from partnergraph.store.sqlite import SqliteStore

    return SqliteStore(db)
