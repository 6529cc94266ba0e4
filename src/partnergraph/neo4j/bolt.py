"""Connecting to a Neo4j: address, login, and every failure as one line that says what to do."""

import logging
import os
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from socket import gaierror
from typing import TYPE_CHECKING, NamedTuple

from partnergraph.errors import PartnergraphError, StoreError
from partnergraph.neo4j.address import checked

if TYPE_CHECKING:
    from neo4j import Driver

OLDEST = (5, 26)
_CONNECT, _ACQUIRE, _RETRY = 6.0, 12.0, 14.0


class Login(NamedTuple):
    """Who connects, to which database; None is the server's own choice."""

    user: str
    password: str | None
    database: str | None

    def __repr__(self) -> str:
        return f"Login({self.user!r}, database={self.database!r})"


def login(
    uri: str, user: str | None = None, password: str | None = None, database: str | None = None
) -> Login:
    """What is given, else NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE.

    Without any password it is that of the server which `partnergraph neo4j` runs at this address.
    """
    environment = os.environ.get
    return Login(
        user or environment("NEO4J_USERNAME") or "neo4j",
        password or environment("NEO4J_PASSWORD") or _known(uri),
        database or environment("NEO4J_DATABASE") or None,
    )


def _known(uri: str) -> str | None:
    from partnergraph.neo4j.server.known import password_of

    return password_of(uri)


def connect(uri: str, login: Login) -> "Driver":
    """A connection that was tried: the server answers, takes the login, has the database.

    Raises StoreError, or UsageError for an address that is none.
    """
    from neo4j.exceptions import ServiceUnavailable

    silence()
    with one_line(checked(uri)):
        try:
            return _tried(uri, login)
        except ServiceUnavailable:
            if uri.startswith("neo4j"):
                raise _unroutable(uri, login) from None
            raise


def _unroutable(uri: str, login: Login) -> StoreError:
    """Why no route was found; what a direct connection raises says it best."""
    direct = uri.partition("?")[0].replace("neo4j", "bolt", 1)
    _tried(direct, login).close()
    return StoreError(uri, "it names servers that cannot be reached from here", f"use {direct}")


def _tried(uri: str, login: Login) -> "Driver":
    """A connection that has run a query. Only a direct one (`bolt`) says why it cannot be made."""
    from neo4j import GraphDatabase

    driver = GraphDatabase.driver(
        uri,
        auth=(login.user, login.password) if login.password else None,
        connection_timeout=_CONNECT,
        connection_acquisition_timeout=_ACQUIRE,
        max_transaction_retry_time=_RETRY,
        notifications_min_severity="OFF",
        user_agent="partnergraph",
    )
    try:
        with driver.session(database=login.database) as session:
            agent = session.run("CALL dbms.components()").consume().server.agent
        _check_version(uri, agent)
    except BaseException:
        driver.close()
        raise
    return driver


def silence() -> None:
    """Keep the driver's warnings off standard error; whoever configures logging still gets them."""
    logging.getLogger("neo4j").addHandler(_SILENT)


_SILENT = logging.NullHandler()


def _check_version(uri: str, agent: str) -> None:
    found = re.fullmatch(r"Neo4j/(\d+)\.(\d+).*", agent)
    if found and (int(found[1]), int(found[2])) < OLDEST:
        needed = ".".join(map(str, OLDEST))
        raise StoreError(uri, f"this is {agent}", f"use a server of Neo4j {needed} or later")


@contextmanager
def one_line(uri: str) -> Iterator[None]:
    """Turn what the driver and the server say into an error of one line."""
    from neo4j.exceptions import DriverError, Neo4jError

    try:
        yield
    except (DriverError, Neo4jError) as error:
        raise told(uri, error) from error
    except (OverflowError, ssl.SSLError) as error:
        raise StoreError(uri, str(error), "check the values and the connection") from error


def told(uri: str, error: BaseException) -> PartnergraphError:
    """What a failure of the driver or the server is, and what to do."""
    code = str(getattr(error, "code", None) or "")
    for sign, what, todo in _CODES:
        if sign in code:
            return StoreError(uri, what, todo)
    causes = [type(cause) for cause in _causes(error)]
    if any(issubclass(cause, ssl.SSLError) for cause in causes):
        return StoreError(uri, "TLS is refused", _TLS)
    if any(issubclass(cause, gaierror) for cause in causes):
        return StoreError(uri, "no such host", "check the address")
    for name, what, todo in _FAILURES:
        if name in [kind.__name__ for kind in type(error).__mro__]:
            return StoreError(uri, what, todo)
    return StoreError(uri, said(error), "see what the server's log says")


def said(error: BaseException) -> str:
    """The first sentence of what the server says."""
    text = str(getattr(error, "message", None) or error)
    return " ".join(text.split("\n")[0].split()).rstrip(".;") or type(error).__name__


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error:
        yield error
        error = error.__cause__ or error.__context__


_TLS = "use neo4j+s:// for a trusted certificate, neo4j+ssc:// for your own, neo4j:// for none"
_LOGIN = "check --user, and NEO4J_PASSWORD or --password-file"
_AGAIN = "start it and run the same again"
_CODES = (
    ("Security.AuthenticationRateLimit", "too many wrong passwords", "wait some seconds"),
    ("Security.Unauthorized", "it does not take this user and password", _LOGIN),
    ("Security.CredentialsExpired", "the password must be changed first", "change it in Browser"),
    ("Security.TokenExpired", "the login has expired", "log in again"),
    ("Security.Forbidden", "this user may not do that", "use --user with one who may"),
    ("Database.DatabaseNotFound", "it has no such database", "check --database"),
    ("DatabaseUnavailable", "the database is not available", "wait, or ask who runs it"),
    ("ForbiddenOnReadOnlyDatabase", "it may not be written", "use a server that takes writes"),
    ("WriteOnReadOnlyAccessDatabase", "it may not be written", "use a server that takes writes"),
    ("NotALeader", "this member of the cluster takes no writes", "use neo4j:// instead of bolt://"),
    ("Statement.AccessMode", "this writes, and only reading was asked for", "say --write"),
    ("OutOfMemory", "the server has not enough memory", "give it more or ask for less"),
    ("TransactionTimedOut", "it took too long", "ask for less, or raise the server's limit"),
    ("LockClientStopped", "another writes at the same time", "run the same again"),
    ("DeadlockDetected", "another writes at the same time", "run the same again"),
)
_FAILURES: tuple[tuple[str, str, str], ...] = (
    ("WriteServiceUnavailable", "no member of the cluster takes writes", "try again later"),
    ("UnsupportedServerProduct", "this is no Neo4j that can be used", "use 5.26 or later"),
    ("ServiceUnavailable", "no Neo4j answers there", _AGAIN),
    ("SessionExpired", "the server went away", _AGAIN),
    ("ConnectionPoolError", "the server answers to nobody", "try again later"),
    ("TransientError", "the server is too busy", "run the same again"),
)
