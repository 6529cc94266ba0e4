"""Addresses of graphs: what may be shown of one, and what one may hold."""

import re
from urllib.parse import urlsplit

from partnergraph.errors import UsageError

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
_SECRET = re.compile(r"pass|pw|secret|token|auth|key|cred", re.IGNORECASE)
_NEARLY = re.compile(r"(?:neo4j|bolt)(?:\+s|\+ssc)?:|[^/\\]*:[^/\\]*@[^/\\]+$", re.IGNORECASE)
_NO_LOGIN = "leave them out; use --user and NEO4J_PASSWORD"
_WRITTEN = "write it as neo4j://host:7687"


def shown(address: str) -> str:
    """An address without what may be a password.

    >>> shown("bolt://me:secret@host:7687"), shown("neo4j://host:secret"), shown("me:secret@host")
    ('bolt://…@host:7687', 'neo4j://host:…', '…@host')
    >>> shown("bolt://host?password=secret"), shown("papers/graph.db")
    ('bolt://host?…', 'papers/graph.db')
    """
    scheme, parted, rest = address.rpartition("://") if "://" in address else ("", "", address)
    user, at, host = rest.rpartition("@")
    if at and (parted or ":" in user):
        rest = f"…@{host}"
    if parted:
        scheme, _, _ = address.partition("://")
        rest = re.sub(r"([?#]).*", r"\1…", rest, flags=re.DOTALL)
        rest = re.sub(r"^([^:/\[\]]*):(?!\d*(?:[/?#]|$))[^/?#]*", r"\1:…", rest)
    return f"{scheme}{parted}{rest}"


def checked(uri: str) -> str:
    """An address as it may be shown. Raises UsageError for one that is none, or holds a secret."""
    rest = uri.partition("://")[2]
    if "@" in rest:
        raise UsageError(shown(uri), "an address holds no user and no password", _NO_LOGIN)
    try:
        parts = urlsplit(uri)
        _ = parts.port
    except ValueError:
        raise UsageError(shown(uri), "this is no address", _WRITTEN) from None
    if parts.scheme not in SCHEMES or not parts.hostname:
        what = "this is no address of a Neo4j"
        known = ", ".join(f"{scheme}://host" for scheme in SCHEMES)
        raise UsageError(shown(uri), what, f"use one of {known}")
    _check_rest(uri, parts.path.strip("/"), parts.query, parts.fragment)
    return uri


def refuse_nearly(db: str) -> None:
    """See that a file's name is none that was meant as an address. Raises UsageError."""
    if _NEARLY.match(db):
        holds = "@" in db
        what = "an address holds no user and no password" if holds else "this is no address"
        raise UsageError(shown(db), what, _NO_LOGIN if holds else _WRITTEN)


def _check_rest(uri: str, database: str, query: str, fragment: str) -> None:
    if database:
        told = shown(uri)
        raise UsageError(told, "an address names no database", f"use --database {database}")
    if fragment:
        raise UsageError(shown(uri), "an address ends with its port", "leave out what follows it")
    if _SECRET.search(query):
        raise UsageError(shown(uri), "an address holds no password", _NO_LOGIN)
    if query and uri.startswith("bolt"):
        what = "an address of bolt:// takes no parameters"
        raise UsageError(shown(uri), what, "leave out the ? and what follows it")
