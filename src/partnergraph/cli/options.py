"""Options that several commands share, and the kinds of values they take."""

from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from partnergraph import spreadsheet
from partnergraph.cli.login import login_options, login_to
from partnergraph.errors import UsageError
from partnergraph.output import FORMATS

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from partnergraph.store.protocol import Store

F = TypeVar("F", bound=Callable[..., Any])

DEFAULT_DB = "partnergraph.db"


def near(word: str, known: Iterable[str]) -> str:
    """What an unknown word may have meant, to be put behind the word."""
    from difflib import get_close_matches

    names = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold(), names, n=3, cutoff=0.5)
    meant = [names[name] for name in found] or list(names.values())
    return f", {'did you mean' if found else 'use one of'} {', '.join(meant)}"


class OneOf(click.ParamType):  # type: ignore[type-arg, unused-ignore]
    """A word of a list that is read when it is needed; whatever its case, `-` as `_`."""

    def __init__(self, what: str, known: Callable[[], Iterable[str]]) -> None:
        self.name = what
        self._known = known

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word as the list has it. Fails with the near ones for any other."""
        known = list(self._known())
        for word in known:
            if _same(word) == _same(str(value)):
                return word
        return self.fail(f"no such {self.name}: {value}{near(str(value), known)}", param, ctx)


class KindOf(OneOf):
    """A kind of `gaps` or `overlaps`, by the word that a person calls it or its machine name."""

    def __init__(self, family: str) -> None:
        super().__init__("kind", lambda: self._words().keys())
        self._family = family

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The machine name of the kind. Fails with the near ones for any other."""
        words = self._words()
        if str(value) in words.values():
            return str(value)
        return words[super().convert(value, param, ctx)]

    def _words(self) -> dict[str, str]:
        from partnergraph.screen.words import words_of

        return words_of(self._family, kinds(self._family)())


class ManyOf(OneOf):
    """Words of a list, joined by commas."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The words as the list has them."""
        words = (word.strip() for word in str(value).split(","))
        one = super().convert
        return tuple(one(word, param, ctx) for word in words if word)


def _same(word: str) -> str:
    return word.strip().casefold().replace("-", "_")


def labels() -> Iterable[str]:
    """The labels that nodes have."""
    from partnergraph.vocabulary import vocabulary

    return vocabulary().labels


def types() -> Iterable[str]:
    """The types that relationships have."""
    from partnergraph.vocabulary import vocabulary

    return vocabulary().types


def kinds(family: str) -> Callable[[], list[str]]:
    """What reads the kinds of `gaps` or `overlaps` when they are needed."""

    def read() -> list[str]:
        from partnergraph.questions import listing

        return [name.removeprefix(f"{family}-") for name in listing.kinds(family)]

    return read


def projections() -> Iterable[str]:
    """The names of the sets of relationships that questions count."""
    from partnergraph.questions.projection import PROJECTIONS

    return PROJECTIONS


def _from_group(context: click.Context, _: click.Parameter, value: str | None) -> str:
    given = context.find_root().obj
    explicit = context.get_parameter_source("db") == click.core.ParameterSource.COMMANDLINE
    return value if value and (explicit or not given) else given or DEFAULT_DB


_db_option = click.option(
    "--db",
    metavar="FILE|URI",
    envvar="PARTNERGRAPH_DB",
    callback=_from_group,
    help=f"The graph: a file, or a Neo4j (default: PARTNERGRAPH_DB or {DEFAULT_DB}).",
)


def db_option(command: F) -> F:
    """What says which graph is meant, and who connects where it is in a Neo4j."""
    return _db_option(login_options(command))


def _form(context: click.Context, _: click.Parameter, value: str | None) -> str:
    import sys

    return value or ("screen" if sys.stdout.isatty() else "table")


format_option = click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS), case_sensitive=False),
    callback=_form,
    help="How to write the rows (default: screen on a terminal, else table, a line a row).",
)


def _delimiter(context: click.Context, _: click.Parameter, value: str) -> None:
    spreadsheet.delimiter.set(spreadsheet.DELIMITERS[value])


delimiter_option = click.option(
    "--delimiter",
    type=click.Choice(list(spreadsheet.DELIMITERS), case_sensitive=False),
    default=",",
    expose_value=False,
    callback=_delimiter,
    help="What parts the cells of CSV; Excel in French, Spanish or German opens ; (default: ,).",
)
debug_option = click.option(
    "--debug", is_flag=True, expose_value=False, help="Show the traceback of an error."
)
inferred_option = click.option(
    "--inferred", is_flag=True, help="Use relationships that no text states, too."
)
html_option = click.option(
    "--html", metavar="FILE", help="Write the page that opens on this answer, too."
)
limit_option = click.option(
    "--limit",
    type=click.IntRange(min=0),
    metavar="N",
    help="At most so many rows (of each partner, kind or heading where there are several); 0 is no "
    "limit (default: 20 on a terminal, fewer where each has several, else 0).",
)


who_option = click.option(
    "--who",
    type=click.Choice(["agency", "any"], case_sensitive=False),
    help="Count agencies and organisations (default), or any stakeholder.",
)

document_option = click.option(
    "--document",
    multiple=True,
    metavar="NAME",
    help="Only what this document says; repeat it for several.",
)
topic_option = click.option(
    "--topic", multiple=True, metavar="NAME", help="Only under this topic; repeat it for several."
)
roundtable_option = click.option(
    "--roundtable",
    multiple=True,
    metavar="NAME",
    help="Only under this roundtable; repeat it for several.",
)


def opened(db: str) -> "AbstractContextManager[Store]":
    """The graph that `--db` names, to be read."""
    from partnergraph.store.opening import is_address, open_store

    _refuse_nearly(db)
    return closing(open_store(db, login_to(db) if is_address(db) else None))


def file_of(db: str) -> Path:
    """The file that `--db` names. Raises UsageError for an address."""
    from partnergraph.store.address import shown
    from partnergraph.store.opening import is_address

    if is_address(db):
        todo = "name a file with --db; partnergraph push writes it into a Neo4j"
        raise UsageError(shown(db), "documents are loaded into a file", todo)
    _refuse_nearly(db)
    return Path(db)


def _refuse_nearly(db: str) -> None:
    """See that `--db` is no address that lacks its `//`."""
    if ":" in db and "://" not in db and not Path(db).exists():
        from partnergraph.store.address import refuse_nearly

        refuse_nearly(db)


def most(limit: int | None, form: str, rows: int = 20) -> int | None:
    """How many rows to show: the limit given, else `rows` on a screen, else all."""
    if limit is None:
        return rows if form == "screen" else None
    return limit or None


def asked_limit(limit: int | None, form: str) -> int:
    """How many rows to ask for: all for a screen, which puts the most telling first."""
    return 0 if form == "screen" else most(limit, form) or 0


def elsewhere(db: str) -> tuple[str, ...]:
    """The words that name the graph in a command to be given again; none where none are needed."""
    import os

    return () if db == (os.environ.get("PARTNERGRAPH_DB") or DEFAULT_DB) else ("--db", db)


def asking(command: F) -> F:
    """What every command that reads a graph and writes rows takes."""
    for option in (debug_option, delimiter_option, format_option, db_option):
        command = option(command)
    return command
