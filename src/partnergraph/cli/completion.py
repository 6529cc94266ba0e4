"""`partnergraph completion`: commands, kinds and names of the graph completed by the shell."""

import os
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

import click

from partnergraph.cli.options import debug_option
from partnergraph.errors import PartnergraphError
from partnergraph.records.ids import fold
from partnergraph.records.model import Node
from partnergraph.screen.terminal import note
from partnergraph.store.protocol import Store

VARIABLE = "_PARTNERGRAPH_COMPLETE"
_MOST = 200
_LONGEST = 60
_STARTS = {"bash": ".bashrc", "zsh": ".zshrc"}
_FISH = "fish/completions/partnergraph.fish"


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"], case_sensitive=False))
@click.option("--print", "shown", is_flag=True, help="Print the script; install nothing.")
@debug_option
def completion(shell: str, shown: bool) -> None:
    """Have SHELL complete commands, options, kinds and the names of the graph by the Tab key.

    For bash and zsh a script is written beside your settings and one line put into ~/.bashrc or
    ~/.zshrc, once; for fish the script alone, where fish looks for it. It works from the next
    shell on.
    """
    script = _script(shell)
    if shown:
        click.echo(script)
        return
    settings = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    path = settings / (_FISH if shell == "fish" else f"partnergraph/completion.{shell}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(script + "\n", encoding="utf-8")
    note(f"{path}: written")
    if shell in _STARTS:
        _source(Path.home() / _STARTS[shell], path)
    note(f"open a new {shell}, then try: partnergraph sh<Tab>")


def _source(start: Path, script: Path) -> None:
    """Have a shell's start file read the script, if it does not already."""
    line = f'[ -r "{script}" ] && . "{script}"'
    text = start.read_text(encoding="utf-8") if start.exists() else ""
    if line not in text.splitlines():
        apart = "" if not text or text.endswith("\n") else "\n"
        with start.open("a", encoding="utf-8") as file:
            file.write(f"{apart}{line}\n")
        note(f"{start}: reads it from now on")


def _script(shell: str) -> str:
    from click.shell_completion import get_completion_class

    from partnergraph.cli.app import app

    kind = get_completion_class(shell)
    assert kind is not None
    return str(kind(app, {}, "partnergraph", VARIABLE).source())


def complete() -> int:
    """Answer a shell that asks how a command line may go on; 0 where that was understood."""
    from click.shell_completion import shell_complete

    from partnergraph.cli.app import app

    return shell_complete(app, {}, "partnergraph", VARIABLE, os.environ[VARIABLE])


def names(db: str, begun: str, labels: Sequence[str]) -> list[str]:
    """Names of the graph that begin so, acronyms and short ones, as the shell is to have them.

    None where there is no graph: a shell that completes says nothing.
    """
    from partnergraph.opening import is_address, open_store

    if is_address(db):
        return []
    try:
        store = open_store(db)
    except (PartnergraphError, OSError):
        return []
    try:
        found = sorted(set(islice(_beginning(store, begun, labels), _MOST)))
    finally:
        store.close()
    in_bash = os.environ.get(VARIABLE, "").startswith("bash")
    return [name.replace(" ", "\\ ") if in_bash else name for name in found]


def _beginning(store: Store, begun: str, labels: Sequence[str]) -> Iterator[str]:
    wanted = fold(begun)
    for node in _candidates(store, wanted, labels):
        acronym = node.properties.get("acronym")
        for name in (str(acronym or ""), node.name, str(node.properties.get("file", ""))):
            if name and len(name) <= _LONGEST and fold(name).startswith(wanted):
                yield name
                break


def _candidates(store: Store, wanted: str, labels: Sequence[str]) -> Iterator[Node]:
    if wanted:
        ids = {held.id for held in store.holding(wanted.split(), ["name"])}
        nodes = store.nodes(sorted(ids))
    else:
        first = labels or ("Agency", "Country")
        nodes = chain.from_iterable(store.nodes(label=label) for label in first)
    yield from (node for node in nodes if not labels or node.label in labels)
