"""`partnergraph info`: what is in the graph."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from partnergraph.cli.options import asking, elsewhere, opened
from partnergraph.errors import UsageError
from partnergraph.records.vocabulary import vocabulary
from partnergraph.screen.asked import Asked
from partnergraph.screen.output import Row, Section, write_sections
from partnergraph.screen.terminal import note
from partnergraph.screen.words import counted
from partnergraph.store.protocol import Loaded, Store

_DOCUMENT = ("document", "title", "date", "file", "genres", "covers", "skipped")


@click.command()
@click.option("--check", "checking", is_flag=True, help="See that the graph's file is whole.")
@asking
def info(db: str, form: str, checking: bool) -> None:
    """What is loaded, from where, and how much of it there is of each kind.

    The documents that were read from files, with title and date; then how many things there are of
    each kind, and how many statements. With --check the whole file is read and what is damaged in
    it said.
    """
    checked = _checked(db) if checking else ""
    with opened(db) as store:
        sections = _sections(store)
        counts = [sum(row["count"] for row in section.rows) for section in sections[1:]]
        documents = counted(len(sections[0].rows), "document", "documents")
        if form == "screen":
            sections = [*_in_words(sections)]
        write_sections(form, sections, sys.stdout)
        things = counted(counts[0], "thing", "things")
        statements = counted(counts[1], "statement", "statements")
        note(f"{store.name}: {documents}, {things}, {statements}")
        if form == "screen":
            note(f"Next: {Asked(('gaps',), elsewhere(db)).line({})}")
    if checked:
        note(f"{db}: {checked}")


def _checked(db: str) -> str:
    from partnergraph.opening import is_address
    from partnergraph.store.check import check_file

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


def _in_words(sections: Sequence[Section]) -> Iterator[Section]:
    """The same for a person: what most there is of first, in words."""
    documents, labels, types = sections
    known = vocabulary()
    yield Section(
        "documents",
        ("document", "date", "places skipped"),
        [
            {
                "document": ": ".join(filter(None, (row["file"], row["title"]))),
                "date": row["date"],
                "places skipped": row["skipped"],
            }
            for row in documents.rows
        ],
    )
    yield Section(
        "things",
        ("count", "what"),
        [
            {**row, "what": known.labels[row["label"]].words[row["count"] != 1]}
            for row in _most_first(labels.rows)
        ],
    )
    yield Section(
        "statements",
        ("count", "what they say"),
        [
            {**row, "what they say": known.types[row["type"]].phrase}
            for row in _most_first(types.rows)
        ],
    )


def _most_first(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: -row["count"])


def _document(loaded: Loaded) -> Row:
    node = loaded.document
    about = {key: node.properties.get(key) for key in ("title", "date", "file", "covers")}
    found = {"genres": loaded.genres, "skipped": loaded.skipped}
    return {"document": node.id, **about, **found}
