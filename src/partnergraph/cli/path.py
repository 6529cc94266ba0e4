"""`partnergraph path`: how two things are connected, a sentence a hop."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import TextIO

import click

from partnergraph.cli.evidence import Sources, short, told
from partnergraph.cli.options import (
    asking,
    elsewhere,
    html_option,
    inferred_option,
    names_of,
    opened,
)
from partnergraph.cli.values import ManyOf, types
from partnergraph.questions.path import Path, paths
from partnergraph.questions.resolve import resolve
from partnergraph.records.model import Node
from partnergraph.records.vocabulary import vocabulary
from partnergraph.screen.answers import as_typed
from partnergraph.screen.asked import Asked
from partnergraph.screen.output import PAGES, as_json, write
from partnergraph.screen.terminal import note, styled, wrapped
from partnergraph.screen.words import counted
from partnergraph.store.protocol import Store

_MOST = 100
_NAME = 160
_COLUMNS = ("path", "hop", "sentence", "source", "type", "target", "documents", "quotes")


@click.command()
@click.argument("one", metavar="A", shell_complete=names_of())
@click.argument("other", metavar="B", shell_complete=names_of())
@click.option(
    "--all", "every", is_flag=True, help=f"All shortest paths (at most {_MOST} in a table)."
)
@click.option("--max-hops", type=click.IntRange(min=0), metavar="N", help="None longer than this.")
@click.option(
    "--only",
    type=ManyOf("type", types),
    multiple=True,
    metavar="TYPES",
    help="Follow statements of these types alone; repeat it, or join them by commas.",
)
@click.option(
    "--without",
    type=ManyOf("type", types),
    multiple=True,
    metavar="TYPES",
    help="Follow all but these.",
)
@click.option(
    "--weak",
    is_flag=True,
    help="Run over what both cite, or what a document discusses, too.",
)
@inferred_option
@html_option
@asking
def path(
    db: str,
    form: str,
    one: str,
    other: str,
    every: bool,
    max_hops: int | None,
    only: tuple[tuple[str, ...], ...],
    without: tuple[tuple[str, ...], ...],
    weak: bool,
    inferred: bool,
    html: str | None,
) -> None:
    """How A and B are connected, step by step, in the words that each step rests on.

    Where nothing connects the two it says what would. What two things may share without having to
    do with each other (both cite one resolution) connects them only with --weak. A and B are
    names, acronyms or ids of anything in the graph.
    """
    with opened(db) as store:
        ends = resolve(store, one), resolve(store, other)
        found = paths(
            store,
            *(end.id for end in ends),
            only=_flat(only),
            without=_flat(without),
            max_hops=max_hops,
            inferred=inferred,
            weak=weak,
        )
        most = None if every and form not in PAGES else _MOST if every else 1
        chosen = list(islice(found, most))
        cut = every and most is not None and next(found, None) is not None
        with suppress(BrokenPipeError):
            _write_rows(store, form, chosen, every, cut)
        named = " and ".join(short(end, _NAME) for end in ends)
        _say_what_was_followed(chosen[0], named, inferred, weak)
        if form == "screen":
            _say_what_next(store, ends, elsewhere(db))
        if html is not None:
            _write_page(store, ends[0].id, ends[1].id, chosen[0], inferred, html)


def _write_rows(store: Store, form: str, chosen: Sequence[Path], every: bool, cut: bool) -> None:
    if form == "json":
        records = [item.record() for item in chosen]
        sys.stdout.write(as_json(records if every else records[0], indent=2) + "\n")
    elif form in PAGES:
        _explain(store, chosen, cut, sys.stdout)
    else:
        write(form, _COLUMNS, _rows(chosen), sys.stdout)


def _write_page(
    store: Store, source: str, target: str, found: Path, inferred: bool, html: str
) -> None:
    from partnergraph.cli.render import write_page
    from partnergraph.picture import Request, Route, scope_around

    scope = scope_around(store, (source, target, *found.things))
    write_page(store, Request(scope, route=Route(source, target, found, inferred)), html)


def _flat(groups: tuple[tuple[str, ...], ...]) -> list[str]:
    return [name for group in groups for name in group]


def _rows(found: Sequence[Path]) -> Iterator[dict[str, object]]:
    for number, item in enumerate(found, start=1):
        for hop in item.hops:
            yield {
                "path": number,
                **{
                    key: getattr(hop, key)
                    for key in ("hop", "sentence", "source", "type", "target")
                },
                "documents": [f"{said.document} {said.locator}" for said in hop.evidence],
                "quotes": [said.quote for said in hop.evidence],
            }


def _explain(store: Store, found: Sequence[Path], cut: bool, out: TextIO) -> None:
    sources = Sources(store)
    many = f"more than {len(found)}" if cut else str(len(found))
    for number, item in enumerate(found, start=1):
        if len(found) > 1:
            out.write(styled(f"path {number} of {many}", "bold", out) + "\n")
        names = {node.id: short(node, _NAME) for node in store.nodes(item.things)}
        for hop in item.hops:
            phrase = vocabulary().types[hop.type].phrase
            sentence = f"{names[hop.source]} {phrase} {names[hop.target]}"
            sentence += " (which connects little)" if hop.weak else ""
            out.writelines(f"{line}\n" for line in wrapped(sentence, f"{hop.hop}. ", "bold", out))
            out.writelines(f"{line}\n" for line in told(hop.evidence[:1], sources, out, 3))
            if len(hop.evidence) > 1:
                out.write(f"   and {len(hop.evidence) - 1} more that say so\n")


def _say_what_next(store: Store, ends: Sequence[Node], db: tuple[str, ...]) -> None:
    typed = [as_typed(store, end.id) for end in ends]
    acting = all(end.label in vocabulary().of_stakeholders for end in ends)
    words = ("between", *typed) if acting else ("show", typed[0])
    note(f"Next: {Asked(words, db).line({})}")


def _say_what_was_followed(found: Path, ends: str, inferred: bool, weak: bool) -> None:
    if found.length is None:
        note(f"nothing connects {ends}")
        for line in found.connects:
            note(f"what would: {line}")
    elif not found.length:
        note("both names mean the same thing")
    else:
        note(f"{counted(found.length, 'step', 'steps')} from one to the other")
    also = "also what was inferred" if inferred else "only what documents say outright"
    loosely = "what both cite or discuss, too" if weak else "not what both merely cite or discuss"
    more = "" if weak else " (--weak follows that, too)"
    note(f"followed: {also}, {loosely}{more}")
