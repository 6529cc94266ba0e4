"""`partnergraph demo`: the main job on the five documents that come with the package."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from partnergraph import resources
from partnergraph.cli.options import debug_option
from partnergraph.terminal import note, styled

_STEPS = (
    ("What the five documents hold", ["load", "SEEDS"]),
    ("Where the gaps are", ["gaps"]),
    ("Which agencies are never on the same activity", ["gaps", "--kind", "apart", "--limit", "5"]),
    ("Where the overlaps are", ["overlaps", "--kind", "agencies", "--limit", "8"]),
    ("How UNODC and UN-DESA are connected, and who says so", ["path", "UNODC", "UN-DESA"]),
)


@click.command()
@click.option("--db", metavar="FILE", help="Keep the graph here (default: it is thrown away).")
@debug_option
def demo(db: str | None) -> None:
    """Load the five documents that come with partnergraph, then ask for gaps, overlaps and a path.

    Each step shows the command it runs, to be run again with documents of your own.
    """
    with TemporaryDirectory(prefix="partnergraph-") as folder:
        graph = db or str(Path(folder) / "partnergraph.db")
        for title, words in _STEPS:
            shown = " ".join("seeds/" if word == "SEEDS" else word for word in words)
            sys.stdout.write(f"\n{styled(title, 'bold', sys.stdout)}\n$ partnergraph {shown}\n\n")
            sys.stdout.flush()
            _run(
                [str(resources.folder("seeds")) if word == "SEEDS" else word for word in words],
                graph,
            )
    if db:
        note(f"the graph is {db}; ask it with: partnergraph gaps --db {db}")


def _run(words: list[str], graph: str) -> None:
    from partnergraph.cli.app import app

    with app.make_context("partnergraph", [*words, "--db", graph]) as context:
        app.invoke(context)
