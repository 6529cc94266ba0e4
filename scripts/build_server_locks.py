"""Make the lock files of the local Neo4j: every jar with its SHA-256, as jgo resolves them.

    python scripts/build_server_locks.py CACHE

CACHE is a folder for what is downloaded. Run it to move to another version of Neo4j, and review
what changed: these checksums are what `partnergraph neo4j` trusts.
"""

import hashlib
import sys
from pathlib import Path

from jgo.maven import MavenContext, PythonResolver

BROWSER = "org.neo4j.client:neo4j-browser:5.24.0"
SERVER = Path(__file__).parent.parent / "src" / "partnergraph" / "neo4j" / "server"
TESTS = Path(__file__).parent.parent / "tests" / "with_neo4j"
LOCKS = {
    SERVER / "neo4j-2026.08.1.lock": (
        "org.neo4j.server.Neo4jCommunity",
        ["org.neo4j:neo4j:2026.08.1", BROWSER],
    ),
    TESTS / "neo4j-5.26.30.lock": (
        "org.neo4j.server.CommunityEntryPoint",
        ["org.neo4j:neo4j:5.26.30"],
    ),
    TESTS / "cypher-shell-5.26.30.lock": (
        "org.neo4j.shell.Main",
        ["org.neo4j:cypher-shell:5.26.30"],
    ),
}


def lines(coordinates: list[str], cache: Path) -> list[str]:
    """One `group:artifact:version[:classifier] sha256` a jar, sorted."""
    context = MavenContext(repo_cache=cache, resolver=PythonResolver())
    wanted = [context.create_dependency(coordinate) for coordinate in coordinates]
    given, needed = context.resolver.resolve(wanted)
    found = {}
    for artifact in (dependency.artifact for dependency in [*given, *needed]):
        parts = (artifact.groupId, artifact.artifactId, artifact.version, artifact.classifier)
        coordinate = ":".join(part for part in parts if part)
        found[coordinate] = hashlib.sha256(artifact.resolve().read_bytes()).hexdigest()
    return [f"{coordinate} {digest}" for coordinate, digest in sorted(found.items())]


if __name__ == "__main__":
    for path, (main, coordinates) in LOCKS.items():
        text = "\n".join([f"# main: {main}", *lines(coordinates, Path(sys.argv[1]))])
        path.write_text(f"{text}\n", encoding="utf-8")
        print(path.name)
