"""`partnergraph info`: what is in the graph."""

import sys

import click

from partnergraph.cli.options import asking, opened
from partnergraph.output import Row, Section, write_sections
from partnergraph.store.protocol import Loaded, Store
from partnergraph.terminal import note

_DOCUMENT = ("document", "title", "date", "file", "genres", "covers", "skipped")


@click.command()
@asking
def info(db: str, form: str) -> None:
    """What is loaded, from where, and how much of it by label and type.

    The documents that were read from files, with title, date and the genres found in them; then
    how many nodes there are of each label and how many relationships of each type.
    """
    with opened(db) as store:
        sections = _sections(store)
        write_sections(form, sections, sys.stdout)
        nodes, edges = (sum(row["count"] for row in section.rows) for section in sections[1:])
        note(f"{store.name}: {len(sections[0].rows)} documents, {nodes} nodes, {edges} links")


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
