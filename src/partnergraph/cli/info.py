"""`partnergraph info`: what is in the graph."""

import sys
from pathlib import Path

import click

from partnergraph.cli.options import asking, opened
from partnergraph.errors import UsageError
from partnergraph.output import Row, Section, write_sections
from partnergraph.store.protocol import Loaded, Store
from partnergraph.terminal import note

_DOCUMENT = ("document", "title", "date", "file", "genres", "covers", "skipped")


@click.command()
@click.option("--check", "checking", is_flag=True, help="See that the graph's file is whole.")
@asking
def info(db: str, form: str, checking: bool) -> None:
    """What is loaded, from where, and how much of it by label and type.

    The documents that were read from files, with title, date and the genres found in them; then
    how many nodes there are of each label and how many relationships of each type. With --check
    the whole file is read and what is damaged in it said.
    """
    checked = _checked(db) if checking else ""
    with opened(db) as store:
        sections = _sections(store)
        write_sections(form, sections, sys.stdout)
        nodes, edges = (sum(row["count"] for row in section.rows) for section in sections[1:])
        note(f"{store.name}: {len(sections[0].rows)} documents, {nodes} nodes, {edges} links")
    if checked:
        note(f"{db}: {checked}")


def _checked(db: str) -> str:
    from partnergraph.store.check import check_file
    from partnergraph.store.opening import is_address

    if is_address(db):
        raise UsageError("info --check", "it reads a graph's file", "leave it out for a Neo4j")
    return check_file(Path(db))


def _sections(store: Store) -> list[Section]:
    counts = store.counts()
    labels = [{"label": name, "count": count} for name, count in counts["nodes"].items()]
    types = [{"type": name, "count": count} for name, count in counts["edges"].items()]
    return [
        Section("documents", _DOCUMENT, [_document(loaded) for loaded in store.loaded()]),
        Section("nodes", ("label", "count"), labels),
        Section("relationships", ("type", "count"), types),
    ]


def _document(loaded: Loaded) -> Row:
    node = loaded.document
    about = {key: node.properties.get(key) for key in ("title", "date", "file", "covers")}
    found = {"genres": loaded.genres, "skipped": loaded.skipped}
    return {"document": node.id, **about, **found}
