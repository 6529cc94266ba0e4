"""The folder a local Neo4j keeps everything in: its data, its settings, its password."""

import os
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

from partnergraph.errors import ServerError

HOST = "127.0.0.1"
PASSWORD = "password"  # noqa: S105 - the name of a file
ROOM = 100 << 20
_FOLDERS = ("conf", "data", "import", "lib", "logs", "plugins", "run")


def home_of_user(variable: str) -> Path:
    """The home directory; `variable` is what to set where there is none. Raises ServerError."""
    try:
        return Path.home()
    except RuntimeError:
        what = "this user has no home directory"
        raise ServerError("partnergraph neo4j", what, f"set {variable} to a folder") from None


def settings(bolt_port: int, http_port: int) -> Mapping[str, str]:
    """What `neo4j.conf` says: loopback only, nothing sent home, little memory and disk."""
    return {
        "server.default_listen_address": HOST,
        "server.bolt.listen_address": f"{HOST}:{bolt_port}",
        "server.bolt.advertised_address": f"{HOST}:{bolt_port}",
        "server.http.listen_address": f"{HOST}:{http_port}",
        "server.http.advertised_address": f"{HOST}:{http_port}",
        "server.https.enabled": "false",
        "server.memory.pagecache.size": "256m",
        "db.tx_log.preallocate": "false",
        "server.jvm.additional": "--add-opens=java.base/java.nio=ALL-UNNAMED",
        "dbms.security.auth_minimum_password_length": "1",
        "db.shutdown_transaction_end_timeout": "1s",
        "internal.dbms.bolt.netty_server_shutdown_quiet_period_duration": "0s",
        "server.config.strict_validation.enabled": "false",
        "dbms.usage_report.enabled": "false",
        "client.allow_telemetry": "false",
    }


class Home:
    """A folder that is made ready for a server, and stays for the next one."""

    def __init__(self, folder: Path, room: int = ROOM) -> None:
        """`room` is the bytes to be free. Raises ServerError for a folder that holds other things.

        Raises it, too, where the disk is full.
        """
        self.folder = folder.absolute()
        self.conf = self.folder / "conf"
        self.password_file = self.folder / PASSWORD
        if self.folder.is_dir() and any(self.folder.iterdir()) and not self.conf.is_dir():
            what = "this folder holds something else"
            raise ServerError(str(folder), what, "name a new one with --data")
        for name in _FOLDERS:
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o700)
        if (free := shutil.disk_usage(self.folder).free) < room:
            what = f"the disk is full ({free >> 20} MB are free, {room >> 20} needed)"
            raise ServerError(str(folder), what, "make room or name another place with --data")

    @property
    def used(self) -> bool:
        """Whether a server has run here: its password is set."""
        return (self.folder / "data" / "databases" / "system").is_dir()

    def write_settings(self, chosen: Mapping[str, str]) -> None:
        """Write `neo4j.conf` anew."""
        lines = (f"{key}={value}\n" for key, value in chosen.items())
        (self.conf / "neo4j.conf").write_text("".join(lines), encoding="utf-8")

    def password(self) -> str:
        """The password: NEO4J_PASSWORD, else the one kept here, else one made and kept now.

        Raises ServerError where a server has run with one that was not kept.
        """
        if given := given_password():
            return given
        if not self.password_file.exists():
            if self.used:
                what = "its password was given by NEO4J_PASSWORD and is not kept"
                raise ServerError(str(self.folder), what, "set NEO4J_PASSWORD to it again")
            write_private(self.password_file, secrets.token_urlsafe(18))
        return self.password_file.read_text(encoding="utf-8").strip()


def given_password() -> str | None:
    """The password that the environment gives."""
    return os.environ.get("NEO4J_PASSWORD") or None


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, from its first byte on."""
    path.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(path, flags, 0o600), "w", encoding="utf-8") as file:
        file.write(text + "\n")
