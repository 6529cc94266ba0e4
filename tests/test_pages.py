"""Pages of shapes that people use: all that is read of them, and what a careless reader would take.

`tests/pages/PAGE.json` is what somebody who had not seen the code read in a page. The snapshots are
all relationships that the program reads in it, for whoever changes a rule to read again; they are
written anew by `PARTNERGRAPH_SNAPSHOTS=1 pytest tests/test_pages.py`.
"""

import json
import os
from functools import cache
from pathlib import Path

import pytest

from partnergraph.pipeline.load import read_document
from partnergraph.records.ids import fold
from partnergraph.records.model import Edge, Node
from partnergraph.verify import sifted

FOLDER = Path(__file__).parent / "pages"
SNAPSHOTS = FOLDER / "snapshots"
PAGES = sorted(path.with_suffix("") for path in FOLDER.glob("*.json"))
WEAK = {"RECORDED_IN", "MENTIONED_IN"}
FOUND = 0.9  # of what layout says; what is not found stands in the pages' README


@cache
def read(page: Path) -> tuple[dict[str, Node], tuple[Edge, ...]]:
    document, draft, _ = read_document(page)
    made = sifted(draft.finish(), document.text)
    nodes = {node.id: node for node in (made.document, *made.nodes)}
    return nodes, tuple(edge for edge in made.edges if edge.type not in WEAK)


def told(page: Path) -> list[str]:
    nodes, edges = read(page)
    return sorted(
        f"{edge.type} | {nodes[edge.source].name} | {nodes[edge.target].name}"
        + "".join(f" | {key}: {value}" for key, value in sorted(edge.properties.items()))
        for edge in edges
    )


def called(node: Node) -> list[str]:
    aliases = node.properties.get("aliases") or ()
    forms = [node.name, node.properties.get("acronym"), node.properties.get("iso3"), *aliases]
    return [fold(str(form)) for form in forms if form]


def fits(node: Node, asked: str) -> bool:
    for way in asked.split("|"):
        names = called(node)
        if way == "*":
            return True
        if way.startswith("~#"):
            if str(node.properties.get("number")) == way[2:]:
                return True
        elif way.startswith("~"):
            if all(word in " ".join(names) for word in fold(way[1:]).split()):
                return True
        elif fold(way) in names or any(fold(way) == name.removeprefix("the ") for name in names):
            return True
    return False


def has(page: Path, fact: list) -> bool:
    types, source, target, *rest = fact
    more = rest[0] if rest else {}
    nodes, edges = read(page)
    for edge in edges:
        ends = [(edge.source, edge.target)]
        if edge.type == "PARTNERS_WITH":
            ends.append((edge.target, edge.source))
        if types != "*" and edge.type not in types.split("|"):
            continue
        if edge.type in more.get("not", "").split():
            continue
        status = {edge.properties.get("status"), nodes[edge.target].properties.get("status")}
        if "status" in more and more["status"] not in status:
            continue
        if more.get("done") and status & {"planned", "proposed", "cancelled", "suspended"}:
            continue
        if more.get("label") and nodes[edge.source].label != more["label"]:
            continue
        both = any(fits(nodes[a], source) and fits(nodes[b], target) for a, b in ends)
        if both and _is_role(edge, more.get("role")):
            return True
    return False


def _is_role(edge: Edge, asked: str | None) -> bool:
    if not asked or edge.type != "MEMBER_OF":
        return True
    said = fold(str(edge.properties.get("role", "")))
    plain = said in ("", "member")
    return any(plain if word == "member" else word in said for word in asked.split("|"))


def gold(page: Path) -> dict:
    return json.loads(page.with_name(f"{page.name}.json").read_text(encoding="utf-8"))


def test_what_layout_says_is_found() -> None:
    asked = [
        (page, fact)
        for page in PAGES
        for fact in gold(page)["facts"]
        if (fact[3:] or [{}])[0].get("by") != "sentence"
    ]
    missing = [(page.name, fact) for page, fact in asked if not has(page, fact)]
    assert len(asked) > 150
    assert len(missing) <= (1 - FOUND) * len(asked), missing


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_careless_reader_would_take_is_not_said(page: Path) -> None:
    said = [fact for fact in gold(page).get("never", []) if has(page, fact)]
    ended = [fact for fact in said if fact[0] == "MEMBER_OF"]  # a membership that is over may stand
    assert [fact for fact in said if fact not in ended] == []
    assert not ended or any({"to", "ended"} & set(edge.properties) for edge in read(page)[1])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_only_countries_that_a_page_names_are_there(page: Path) -> None:
    nodes, _ = read(page)
    found = {str(n.properties["iso3"]) for n in nodes.values() if n.label == "Country"}
    assert found <= set(gold(page)["countries"])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_all_that_is_read_is_what_was_read_before(page: Path) -> None:
    snapshot = SNAPSHOTS / f"{page.name}.txt"
    if os.environ.get("PARTNERGRAPH_SNAPSHOTS"):
        snapshot.parent.mkdir(exist_ok=True)
        snapshot.write_text("\n".join(told(page)) + "\n", encoding="utf-8")
    assert told(page) == snapshot.read_text(encoding="utf-8").splitlines()
