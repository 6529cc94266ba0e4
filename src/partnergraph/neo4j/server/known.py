"""Which servers of `partnergraph neo4j` run on this machine, and where their passwords are.

One private file a port; it names the file with the password and is gone once the server stopped.
"""

import os
from pathlib import Path
from urllib.parse import urlsplit

from partnergraph.errors import ServerError
from partnergraph.neo4j.server.home import home_of_user, write_private

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_DEFAULT_PORT = 7687


def remember(uri: str, password_file: Path) -> None:
    """Say where the password of a running server is."""
    _file(uri).parent.mkdir(parents=True, exist_ok=True)
    write_private(_file(uri), str(password_file))


def forget(uri: str) -> None:
    """Say that a server does not run any more."""
    _file(uri).unlink(missing_ok=True)


def password_of(uri: str) -> str | None:
    """The password of the server that runs at an address of this machine; None if none is known."""
    if urlsplit(uri).hostname not in _LOOPBACK:
        return None
    try:
        named = _file(uri).read_text(encoding="utf-8").strip()
        return Path(named).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeError, ServerError):
        return None


def _file(uri: str) -> Path:
    base = os.environ.get("XDG_STATE_HOME") or home_of_user("XDG_STATE_HOME") / ".local" / "state"
    return Path(base, "partnergraph", "servers", str(urlsplit(uri).port or _DEFAULT_PORT))
