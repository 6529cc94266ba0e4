"""Matrices of other bodies, orders and languages, with their grid and without: what is read."""

from functools import cache

import lost_grids
import pytest

import reading
from partnergraph.records.ids import fold
from partnergraph.records.model import Extraction, Node
from partnergraph.records.vocabulary import vocabulary

SEEDS = range(24)
SHARE, MEAN = 0.8, 0.92
WHO = (*vocabulary().of_kind("doing", "expertise"), "CONTRIBUTES_TO", "ACCOUNTABLE_FOR")


@cache
def read(seed: int, grid: bool) -> tuple[set[lost_grids.Fact], set[lost_grids.Fact], list[str]]:
    """What a page says, what was read of it (all folded), and the names in an exchanged column."""
    page = lost_grids.made(seed)
    said = reading.read(page.table if grid else page.text, "made.md" if grid else "made.txt")[1]
    meant = {(fold(activity), kind, fold(end)) for activity, kind, end in page.facts}
    activities = {fold(row.activity) for row in page.rows}
    objectives = {fold(row.objective) for row in page.rows}
    exchanged = [
        node.name
        for node in said.nodes
        if (node.label == "Activity" and fold(node.name) in objectives)
        or (node.label == "Objective" and fold(node.name) in activities)
    ]
    return meant, {_as_meant(fact, meant) for fact in facts_of(said)}, exchanged


def facts_of(said: Extraction) -> list[tuple[Node, str, Node]]:
    """The facts of the rows."""
    nodes = {node.id: node for node in said.nodes}
    return [
        *(
            (nodes[e.source], "objective", nodes[e.target])
            for e in said.edges
            if e.type == "PURSUES"
        ),
        *(
            (nodes[e.target], "who", nodes[e.source])
            for e in said.edges
            if e.type in WHO and e.target in nodes and nodes[e.target].label == "Activity"
        ),
    ]


def _as_meant(fact: tuple[Node, str, Node], meant: set[lost_grids.Fact]) -> lost_grids.Fact:
    """A fact by that name of its end which the page prints, if it has it."""
    activity, kind, end = fact
    names = [end.name, end.properties.get("acronym", ""), *end.properties.get("aliases", ())]
    forms = [(fold(activity.name), kind, fold(str(name))) for name in names]
    return next((form for form in forms if form in meant), forms[0])


@pytest.mark.parametrize("grid", [False, True], ids=["lost", "grid"])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_made_matrix(seed: int, grid: bool):
    meant, found, exchanged = read(seed, grid)
    assert len(meant & found) >= SHARE * len(meant)
    assert exchanged == []
    assert grid or found <= meant  # a table's empty cell left of an activity says: as above


@pytest.mark.parametrize("grid", [False, True], ids=["lost", "grid"])
def test_on_the_whole(grid: bool):
    pages = [read(seed, grid) for seed in SEEDS]
    shares = [len(meant & found) / len(meant) for meant, found, _ in pages]
    assert sum(shares) / len(shares) >= MEAN
