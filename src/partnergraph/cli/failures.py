"""What a failure is told as: `where: what; what to do`, and the exit code it has."""

import errno
import os

import click

from partnergraph.errors import PartnergraphError

INTERRUPTED = 130
_ADVICE = {
    errno.ENOENT: "check the path",
    errno.EACCES: "check its rights",
    errno.EPERM: "check its rights",
    errno.EROFS: "choose a place that can be written",
    errno.EISDIR: "name a file",
    errno.ENOTDIR: "check the path",
    errno.EEXIST: "choose another name",
    errno.ENOSPC: "make room and run it again",
    errno.EDQUOT: "make room and run it again",
    errno.EFBIG: "make room and run it again",
    errno.ENAMETOOLONG: "choose a shorter name",
    errno.EMFILE: "close other files",
}


def told(error: BaseException) -> tuple[int, str]:
    """The exit code of an error and its line, which is empty where there is nothing to say."""
    match error:
        case BrokenPipeError():
            return 0, ""
        case KeyboardInterrupt() | click.Abort():
            return INTERRUPTED, str(error) or "stopped; the graph is as it was"
        case PartnergraphError():
            return error.exit_code, str(error)
        case click.ClickException():
            return error.exit_code, _usage(error)
        case OSError():
            return 1, _system(error)
        case UnicodeError():
            return 1, f"text: {error}; save it as UTF-8"
        case MemoryError():
            return 1, "memory: there is not enough of it; load or ask for less at once"
        case _:
            return 1, _other(error)


def _usage(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "partnergraph"
    where = path.partition(" ")[2]
    said = " ".join(error.format_message().split()).rstrip(".?")
    what = said[:1].lower() + said[1:]
    return f"{where}: {what}; see {path} --help" if where else f"{what}; see {path} --help"


def _system(error: OSError) -> str:
    where = os.fspath(error.filename) if error.filename else "standard output"
    if isinstance(where, bytes):
        where = os.fsdecode(where)
    todo = _ADVICE.get(error.errno or 0, "check the file and its disk")
    return f"{where}: {(error.strerror or str(error)).lower()}; {todo}"


def _other(error: BaseException) -> str:
    import sqlite3

    if isinstance(error, sqlite3.Error):
        return f"the graph: {error}; check the file given by --db, its disk and its rights"
    what = f"{type(error).__name__}: {error}"
    return f"this is a fault of the program: {what}; report it with what --debug shows"
