"""One run of the command: its streams, its failures in one line each, its exit code."""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import TextIO

import click

from partnergraph.cli.app import app
from partnergraph.cli.failures import told
from partnergraph.screen.terminal import note

NAME = "partnergraph"
_COMPLETE = "_PARTNERGRAPH_COMPLETE"


def run(arguments: Sequence[str]) -> int:
    """Run a command line; 0 done, 1 failed, 2 wrong usage, 130 after Ctrl-C."""
    try:
        _prepare_streams()
        code = _complete() if _COMPLETE in os.environ else _invoke(list(arguments))
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:
        return _failed(error, debug="--debug" in arguments)
    return code


def _invoke(arguments: list[str]) -> int:
    try:
        with app.make_context(NAME, arguments) as context:
            app.invoke(context)
    except click.exceptions.Exit as exit:
        return exit.exit_code
    return 0


def _complete() -> int:
    from partnergraph.cli.completion import complete

    return complete()


def _failed(error: BaseException, debug: bool) -> int:
    code, line = told(error)
    _let_go(sys.stdout)
    try:
        if debug:
            from traceback import print_exception

            print_exception(error)
        if line:
            note(f"{NAME}: {line}")
    except OSError:
        _let_go(sys.stderr)
    return code


def _prepare_streams() -> None:
    """UTF-8 and line feeds where no terminal says otherwise; every character can be written."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        elif isinstance(stream, TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _let_go(stream: TextIO) -> None:
    """Write what is left; where nobody takes it, keep the interpreter from trying again."""
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
