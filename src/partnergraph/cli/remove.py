"""`partnergraph remove`: what documents say out of the graph again."""

import click

from partnergraph.cli.options import db_option, debug_option, file_of
from partnergraph.errors import StoreError, UsageError
from partnergraph.questions.resolve import resolve
from partnergraph.screen.terminal import note
from partnergraph.store import infer
from partnergraph.store.writer import Writer, writing


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@debug_option
@db_option
def remove(db: str, documents: tuple[str, ...]) -> None:
    """Take out of the graph all that DOCUMENT says, and what nobody else says then.

    DOCUMENT is a loaded document's name, file or id. All are removed or none; loading the file
    brings it back.
    """
    path = file_of(db)
    if not path.exists():
        raise StoreError(str(path), "there is no graph here", "name one with --db")
    with writing(path) as writer:
        before = _size(writer)
        gone = [_forget(writer, name) for name in documents]
        infer.renew(writer)
        nodes, edges = (old - new for old, new in zip(before, _size(writer), strict=True))
    note(f"{db}: without {', '.join(gone)} it has {nodes} things and {edges} statements fewer")


def _forget(writer: Writer, name: str) -> str:
    document = resolve(writer.store(), name, ["Document"], parts=False)
    if writer.owner(document.id) is None:
        todo = "see what was with: partnergraph info"
        raise UsageError(document.id, "it is only cited, no file of it was loaded", todo)
    writer.forget(document.id)
    writer.settle()
    return document.id


def _size(writer: Writer) -> tuple[int, int]:
    counts = writer.store().counts()
    return sum(counts["nodes"].values()), sum(counts["edges"].values())
