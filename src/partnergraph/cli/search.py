"""`partnergraph search`: find things by words."""

import sys
from collections.abc import Sequence

import click

from partnergraph.characters import plain
from partnergraph.cli.options import asking, elsewhere, limit_option, most, opened
from partnergraph.cli.values import Kind
from partnergraph.questions.search import Hit
from partnergraph.questions.search import search as found_by
from partnergraph.records.vocabulary import vocabulary
from partnergraph.screen import table
from partnergraph.screen.answers import as_typed
from partnergraph.screen.asked import Asked
from partnergraph.screen.output import Row, write
from partnergraph.screen.terminal import note
from partnergraph.screen.words import counted
from partnergraph.store.protocol import Store

_COLUMNS = ("label", "name", "acronym", "aliases", "id", "within", "passage", "document", "place")
_TABLE = _COLUMNS[:5]
_AROUND = 90
_BEGINS = 4


@click.command()
@click.argument("text", nargs=-1, required=True)
@click.option(
    "--kind", "--label", "wanted", type=Kind(), multiple=True, metavar="KIND", help="Only these."
)
@limit_option
@asking
def search(
    db: str, form: str, text: tuple[str, ...], wanted: tuple[str, ...], limit: int | None
) -> None:
    """What holds all words of TEXT, in whatever form, the best first, with the passage.

    Looked in are names, acronyms and other names in English, French and Spanish, what things say
    in detail, quotes and the text of documents. Plurals, verb forms, accents and case make no
    difference.
    """
    words = " ".join(text)
    with opened(db) as store:
        found = found_by(store, words, wanted)
        shown = found[: most(limit, form)]
        if form == "screen":
            _show(store, words, shown)
        else:
            write(form, _TABLE if form == "table" else _COLUMNS, map(_row, shown), sys.stdout)
        documents = counted(len(store.loaded()), "document", "documents")
        looked = f"looked in names, other names, details, quotes and the text of {documents}"
        if found:
            cut = "; --limit 0 shows all" if len(shown) < len(found) else ""
            note(f"{len(shown)} of {len(found)} found{cut}; {looked}")
        else:
            note(f"{_nothing(store, words, wanted)}; {looked}")
        if found and form == "screen":
            asked = Asked(("show", as_typed(store, found[0].node.id)), elsewhere(db))
            note(f"Next: {asked.line({})}")


def _show(store: Store, words: str, hits: Sequence[Hit]) -> None:
    rows = [(*_called(hit), _passage(store, words, hit)) for hit in hits]
    table.write(("what", "name", "where it says so"), rows, sys.stdout)


def _called(hit: Hit) -> tuple[str, str]:
    acronym = hit.node.properties.get("acronym")
    name = f"{acronym}: {hit.node.name}" if acronym else hit.node.name
    return vocabulary().labels[hit.node.label].words[0], plain(name)


def _passage(store: Store, words: str, hit: Hit) -> str:
    """The words around those that were found, where they are not the name itself."""
    if hit.within == "name" and hit.passage == hit.node.name:
        return ""
    if hit.within == "name":
        return f"also “{plain(hit.passage)}”"
    said = f"“{_around(plain(hit.passage), words)}”"
    for node in store.nodes([hit.document]) if hit.document else ():
        said += f"\n{node.properties.get('file', node.name)}, {hit.place}"
    return said


def _around(text: str, words: str) -> str:
    lower = text.casefold()
    places = [lower.find(word.casefold()[:_BEGINS]) for word in words.split()]
    first = min((place for place in places if place >= 0), default=0)
    start = text.rfind(" ", 0, max(first - _AROUND // 2, 0)) + 1
    end = start + 2 * _AROUND
    cut = text[start:end].rpartition(" ")[0] if end < len(text) else text[start:]
    return f"{'… ' if start else ''}{cut}{' …' if end < len(text) else ''}"


def _row(hit: Hit) -> Row:
    known = {key: hit.node.properties.get(key) for key in ("acronym", "aliases")}
    found = {"within": hit.within, "passage": hit.passage}
    where = {"document": hit.document or None, "place": hit.place or None}
    node = {"label": hit.node.label, "name": hit.node.name, "id": hit.node.id}
    return {**node, **known, **found, **where}


def _nothing(store: Store, words: str, wanted: Sequence[str]) -> str:
    from partnergraph.questions.near import candidates

    where = f" that is {' or '.join(wanted)}" if wanted else ""
    near = [node.name for node in candidates(store, words, wanted)[:3]]
    meant = f"; the nearest: {', '.join(near)}" if near else ""
    return f"no rows: nothing{where} holds all of “{words}”{meant}"
