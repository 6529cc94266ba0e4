"""kill -9 at any moment of a push: what is there is whole, and the same push again ends it.

A few random moments; as many as PARTNERGRAPH_KILLS says, 100 before a release.
"""

import os
import random
import subprocess
import sys
import time

from partnergraph.exchange import jsonl
from partnergraph.neo4j.push import prepare

KILLS = int(os.environ.get("PARTNERGRAPH_KILLS", "5"))
HALF = """
MATCH (n:Partnergraph) WHERE n.id IS NULL OR n.name IS NULL OR n.forms IS NULL
RETURN elementId(n) AS id
UNION ALL
MATCH (:Partnergraph)-[r]->() WHERE r.stated IS NULL OR size(r.evidence_quote) = 0
RETURN elementId(r) AS id"""


def test_a_push_that_is_killed_leaves_nothing_half_and_is_ended_by_the_next(
    cli, empty, neo4j, login, seeds, seeds_db
):
    prepare(empty)
    words = [sys.executable, "-m", "partnergraph", "push", neo4j.uri, "--db", str(seeds_db)]
    environment = {**os.environ, "NEO4J_PASSWORD": login.password}
    begun = time.monotonic()
    subprocess.run(words, env=environment, check=True, capture_output=True, timeout=300)
    whole, wanted = time.monotonic() - begun, list(jsonl.lines(seeds))
    nodes = {line for line in wanted if line.startswith('{"node"')}
    draw = random.Random(7)
    stopped = 0
    for _ in range(KILLS):
        with empty.driver.session() as session:
            session.run("MATCH (n) DETACH DELETE n").consume()
        process = subprocess.Popen(words, env=environment, stderr=subprocess.DEVNULL)
        time.sleep(whole * draw.uniform(0.3, 1))
        process.kill()
        stopped += process.wait() != 0
        assert list(empty.run(HALF, {})) == []
        there = [line for line in jsonl.lines(empty) if line.startswith('{"node"')]
        assert set(there) <= nodes
        done = cli("push", neo4j.uri, "--db", seeds_db)
        assert done.returncode == 0, done.stderr
        assert list(jsonl.lines(empty)) == wanted
    assert stopped
