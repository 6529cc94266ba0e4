"""`partnergraph verify`: which claims stand in these documents, and why the others do not."""

import sys
from collections import Counter
from pathlib import Path

import click

from partnergraph.cli.options import debug_option, format_option
from partnergraph.errors import ReadError
from partnergraph.screen.output import write
from partnergraph.screen.terminal import note
from partnergraph.verify.claims import read_claims
from partnergraph.verify.judge import Judgement, documents, judged
from partnergraph.verify.sources import Source

_TOLD = {
    "stands": "stand",
    "unclear": "unclear",
    "rejected": "rejected",
    "inferred": "inferred",
}


@click.command()
@click.argument("claims", type=click.Path(path_type=Path))
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@format_option
@debug_option
def verify(claims: Path, paths: tuple[str, ...], form: str) -> None:
    """Say which claims stand in these documents, and why the others do not.

    CLAIMS are lines as export jsonl writes them, from anyone: ends may be ids or names. Each
    evidence stands where its quote, its ends and its cue are proved and reading its place again
    yields it; it is rejected where the words say otherwise, unclear where nothing decides. Exits 1
    where one is rejected.
    """
    from partnergraph.pipeline import reread  # reading: not for a help page

    if claims.is_dir():
        raise ReadError(str(claims), "this is a folder", "name a file of claims")
    made = read_claims(claims)
    found = reread.sources(map(Path, paths))
    unread = {id(each) for each in documents(made, found).values() if not _is_read(each)}
    read = [source for source in found if id(source) not in unread]
    counts: Counter[str] = Counter()
    rows = []
    for row in judged(made, read):
        counts[row.verdict] += 1
        rows.append(row._asdict())
    write(form, Judgement._fields, rows, sys.stdout)
    note(", ".join(f"{counts[verdict]} {told}" for verdict, told in _TOLD.items()))
    if counts["rejected"] or unread:
        raise click.exceptions.Exit(1)


def _is_read(source: Source) -> bool:
    """Whether a document can be read; else it is told why not."""
    try:
        return source.extraction is not None
    except ReadError as error:
        note(f"partnergraph: {error}")
        return False
