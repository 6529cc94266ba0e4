"""Who connects to a Neo4j: the options that say so, and the password, asked for if need be."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from partnergraph.neo4j.bolt import Login

F = TypeVar("F", bound=Callable[..., Any])
_META = "partnergraph.login."
_HELP = {
    "user": "The user of a Neo4j (default: NEO4J_USERNAME or neo4j).",
    "database": "The database of a Neo4j (default: NEO4J_DATABASE or its own).",
    "password-file": "The file with the password of a Neo4j (default: NEO4J_PASSWORD).",
}


def login_options(command: F) -> F:
    """What every command takes that may connect to a Neo4j."""
    for name, text in reversed(_HELP.items()):
        metavar = "FILE" if name.endswith("file") else "NAME"
        command = click.option(
            f"--{name}", metavar=metavar, help=text, expose_value=False, callback=_keep
        )(command)
    return command


def _keep(context: click.Context, option: click.Parameter, value: str | None) -> None:
    context.meta[_META + (option.name or "")] = value


def login_to(uri: str) -> "Login":
    """Who connects to `uri`, as options and environment say; a terminal is asked for a password."""
    from partnergraph.cli.password import password_in
    from partnergraph.neo4j.address import checked
    from partnergraph.neo4j.bolt import login

    meta = click.get_current_context().meta
    given = {name: meta.get(_META + name) for name in ("user", "database", "password_file")}
    file = given.pop("password_file")
    password = password_in(Path(file)) if file else None
    who = login(checked(uri), password=password, **given)
    if who.password is None and sys.stdin.isatty() and sys.stderr.isatty():
        asked = click.prompt(f"Password of {who.user} at {uri}", hide_input=True, err=True)
        who = who._replace(password=asked)
    return who
