"""Options that several commands share, and the kinds of values they take."""

import os
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from partnergraph.cli.login import login_options, login_to
from partnergraph.cli.values import OneOf, projections
from partnergraph.errors import UsageError
from partnergraph.exchange import spreadsheet
from partnergraph.screen.output import FORMATS

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from partnergraph.store.protocol import Store

F = TypeVar("F", bound=Callable[..., Any])

DEFAULT_DB = "partnergraph.db"
STAKEHOLDERS = ("Agency", "Organisation", "Country", "RCP", "Person")
Completing = Callable[[click.Context, click.Parameter, str], list[str]]


def names_of(labels: Sequence[str] = ()) -> Completing:
    """What completes a name from the graph, of things with these labels."""

    def complete(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
        from partnergraph.cli.completion import names

        given = context.params.get("db") or context.find_root().obj
        return names(given or os.environ.get("PARTNERGRAPH_DB") or DEFAULT_DB, begun, labels)

    return complete


def _from_group(context: click.Context, _: click.Parameter, value: str | None) -> str:
    given = context.find_root().obj
    explicit = context.get_parameter_source("db") == click.core.ParameterSource.COMMANDLINE
    if explicit and given:
        said = "--db takes one value and was given before the command, too"
        raise click.UsageError(f"{said}: name one graph", context)
    return given or value or DEFAULT_DB


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
    "--inferred", is_flag=True, help="Count what was inferred, too, which no text says outright."
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


class Renamed(click.Option):
    """An option whose first name is shown; it takes its earlier names, too."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The line of the help, with the first name alone."""
        record = super().get_help_record(ctx)
        first = f"{self.opts[0]} {self.make_metavar(ctx)}"
        return (first, record[1]) if record else None


counting_option = click.option(
    "--counting",
    "--projection",
    "projection",
    cls=Renamed,
    type=OneOf("way of counting", projections),
    metavar="WHAT",
    help="What counts as being on an activity: work (default), doing, expertise or money.",
)
agency_option = click.option(
    "--agency",
    metavar="NAME",
    shell_complete=names_of(STAKEHOLDERS),
    help="Only rows with this agency, organisation, country or other who acts.",
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
    shell_complete=names_of(["Document"]),
    help="Only what this document says; repeat it for several.",
)
topic_option = click.option(
    "--topic",
    multiple=True,
    metavar="NAME",
    shell_complete=names_of(["Topic"]),
    help="Only under this topic; repeat it for several.",
)
roundtable_option = click.option(
    "--roundtable",
    multiple=True,
    metavar="NAME",
    shell_complete=names_of(["Roundtable"]),
    help="Only under this roundtable; repeat it for several.",
)
country_option = click.option(
    "--country",
    multiple=True,
    metavar="NAME",
    shell_complete=names_of(["Country"]),
    help="Only what is in or for this country; repeat it for several.",
)


def narrowing(command: F) -> F:
    """What narrows a question to a part of the graph: roundtable, topic, country, document."""
    for option in (document_option, country_option, topic_option, roundtable_option):
        command = option(command)
    return command


def opened(db: str) -> "AbstractContextManager[Store]":
    """The graph that `--db` names, to be read."""
    from partnergraph.opening import is_address, open_store

    _refuse_nearly(db)
    return closing(open_store(db, login_to(db) if is_address(db) else None))


def file_of(db: str) -> Path:
    """The file that `--db` names. Raises UsageError for an address."""
    from partnergraph.neo4j.address import shown
    from partnergraph.opening import is_address

    if is_address(db):
        todo = "name a file with --db; partnergraph push writes it into a Neo4j"
        raise UsageError(shown(db), "documents are loaded into a file", todo)
    _refuse_nearly(db)
    return Path(db)


def _refuse_nearly(db: str) -> None:
    """See that `--db` is no address that lacks its `//`."""
    if ":" in db and "://" not in db and not Path(db).exists():
        from partnergraph.neo4j.address import refuse_nearly

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
    return () if db == (os.environ.get("PARTNERGRAPH_DB") or DEFAULT_DB) else ("--db", db)


def asking(command: F) -> F:
    """What every command that reads a graph and writes rows takes."""
    for option in (debug_option, delimiter_option, format_option, db_option):
        command = option(command)
    return command
