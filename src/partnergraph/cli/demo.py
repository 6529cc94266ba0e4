"""`partnergraph demo`: the main job on the five documents that come with the package."""

import shlex
import sys

import click

from partnergraph import resources
from partnergraph.cli.options import debug_option
from partnergraph.cli.render import OUTPUT
from partnergraph.screen.terminal import note, styled

GRAPH = "partnergraph-demo.db"
_STEPS = (
    ("What the five documents hold", ["load", "SEEDS"]),
    ("Where the gaps are", ["gaps"]),
    ("Which agencies are never on one activity", ["gaps", "--kind", "never-together"]),
    ("Where the overlaps are", ["overlaps", "--kind", "agencies", "--limit", "8"]),
    ("How UNODC and UN-DESA are connected, and who says so", ["path", "UNODC", "UN-DESA"]),
    ("All of it as one page", ["render", "--title", "Partnerships on migration"]),
)


@click.command()
@click.option(
    "--db", default=GRAPH, metavar="FILE", help=f"Where the graph is left (default: {GRAPH})."
)
@click.option(
    "-o", "--output", default=OUTPUT, metavar="FILE", help=f"The page (default: {OUTPUT})."
)
@debug_option
def demo(db: str, output: str) -> None:
    """Load the five documents that come with partnergraph, ask for gaps, overlaps and a path, and
    write the page that shows them. The graph stays, to go on with.

    Each step shows the command it runs, to be run again with documents of your own.
    """
    seeds = str(resources.folder("seeds"))
    for title, words in _STEPS:
        wanted = [*words, "-o", output] if words[0] == "render" else words
        shown = shlex.join("seeds/" if word == "SEEDS" else word for word in wanted)
        sys.stdout.write(f"\n{styled(title, 'bold', sys.stdout)}\n$ partnergraph {shown}\n\n")
        sys.stdout.flush()
        _run([seeds if word == "SEEDS" else word for word in wanted], db)
    ask = shlex.join(["partnergraph", "gaps", "--db", db])
    note(f"the graph stays in {db}; go on with: {ask}")


def _run(words: list[str], graph: str) -> None:
    from partnergraph.cli.app import app

    with app.make_context("partnergraph", [*words, "--db", graph]) as context:
        app.invoke(context)
