"""A graph of any size as JSON Lines: agencies, activities, objectives and topics, with evidence.

    python benchmarks/random_graph.py NODES > graph.jsonl

Six relationships a node: what a pile of who-does-what sheets becomes. The same graph every time.
"""

import json
import random
import sys
from collections.abc import Iterator
from typing import Any

DOCUMENTS = 20


def records(nodes: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """First all nodes, then all relationships, as `partnergraph load` takes them."""
    draw = random.Random(seed)
    activities = nodes * 6 // 10
    counts = {
        "Activity": activities,
        "Objective": nodes * 2 // 10,
        "Organisation": nodes // 10,
        "Topic": nodes - activities - nodes * 2 // 10 - nodes // 10,
    }
    for number in range(DOCUMENTS):
        yield {
            "node": {
                "id": f"document:d{number}",
                "label": "Document",
                "name": f"d{number}",
                "covers": ["HAS_EXPERTISE_IN", "PURSUES"],
                "file": f"d{number}.csv",
            }
        }
    for label, count in counts.items():
        for number in range(count):
            yield {
                "node": {
                    "id": f"{label.lower()}:n{number}",
                    "label": label,
                    "name": f"{label} {number} on {draw.choice(WORDS)} {draw.choice(WORDS)}",
                }
            }
    for number in range(activities):
        yield from _of_activity(number, counts, draw)
    for label in ("Objective", "Organisation", "Topic"):
        for number in range(counts[label]):
            yield _edge("RECORDED_IN", f"{label.lower()}:n{number}", "document:d0", 0, number)


WORDS = [
    "remittances",
    "data",
    "return",
    "skills",
    "labour",
    "health",
    "border",
    "family",
    "trade",
    "climate",
]


def _of_activity(
    number: int, counts: dict[str, int], draw: random.Random
) -> Iterator[dict[str, Any]]:
    activity, document = f"activity:n{number}", number % DOCUMENTS
    yield _edge("RECORDED_IN", activity, f"document:d{document}", document, number)
    yield _edge("UNDER", activity, f"topic:n{draw.randrange(counts['Topic'])}", document, number)
    for _ in range(draw.choice((1, 1, 2))):
        objective = f"objective:n{draw.randrange(counts['Objective'])}"
        yield _edge("PURSUES", activity, objective, document, number)
    most = counts["Organisation"]
    for agency in {int(most * draw.random() ** 3) for _ in range(draw.choice((3, 5, 8)))}:
        yield _edge("HAS_EXPERTISE_IN", f"organisation:n{agency}", activity, document, number)


def _edge(type: str, source: str, target: str, document: int, row: int) -> dict[str, Any]:
    evidence = {
        "document": f"document:d{document}",
        "locator": f"row {row}",
        "quote": f"{source} … {target}",
        "method": "rows",
        "basis": "stated",
    }
    return {"edge": {"type": type, "source": source, "target": target, "evidence": [evidence]}}


if __name__ == "__main__":
    for record in records(int(sys.argv[1])):
        sys.stdout.write(json.dumps(record) + "\n")
