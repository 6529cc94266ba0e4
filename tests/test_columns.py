"""Objective cards: titles printed in columns, joined again by the titles the reference has."""

import random
from pathlib import Path

import pytest

from partnergraph.document.words import Text
from partnergraph.extractors import columns, roundtables
from partnergraph.extractors.draft import Draft
from partnergraph.model import Edge, Extraction
from partnergraph.names import names
from partnergraph.readers import read
from partnergraph.verify import verify

REVIEW = Path(__file__).parent.parent / "seeds" / "gcm-review-2020-roundtable-1.txt"


def read_draft(text: Text) -> tuple[Draft, Extraction]:
    draft = Draft(text, names())
    for genre in (roundtables, columns):
        if genre.recognise(text):
            genre.extract(draft)
    extraction = draft.finish()
    verify(extraction, text)
    return draft, extraction


def of(content: str) -> Extraction:
    return read_draft(Text.of(content, "note.txt"))[1]


def discussed(extraction: Extraction) -> dict[str, Edge]:
    return {edge.target: edge for edge in extraction.edges if edge.type == "DISCUSSES"}


def title(number: str) -> str:
    entity = names().objective("GCM", number)
    assert entity
    return entity.name


def wrapped(number: str, width: int) -> list[str]:
    """A card's lines, at most `width` wide."""
    lines = [f"GCM objective {number}:"]
    for word in title(number).split():
        if len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] += f" {word}"
    return lines


def test_the_review_s_roundtable_discusses_six_objectives() -> None:
    draft, review = read_draft(read(REVIEW).text)
    edges = discussed(review)
    assert set(edges) == {f"objective:gcm-{n}" for n in (14, 15, 16, 19, 20, 22)}
    assert {edge.source for edge in edges.values()} == {"roundtable:gcm-review-2020-roundtable-1/1"}
    evidence = edges["objective:gcm-20"].evidence[0]
    assert evidence.locator == "lines 1, 15-20"
    assert evidence.quote.endswith(
        "GCM objective 20: Promote faster, safer & cheaper transfer of remittances & foster"
        " financial inclusion of migrants"
    )
    nodes = {node.id: node for node in review.nodes}
    assert nodes["objective:gcm-20"].name == title("20")
    assert nodes["objective:gcm-20"].properties["aliases"] == (
        "GCM objective 20",
        "Promote faster, safer & cheaper transfer of remittances & foster financial inclusion of"
        " migrants",
    )
    assert nodes["objective:gcm-14"].properties["aliases"] == ("GCM objective 14",)
    assert draft.skipped == {}
    assert {draft.taken[p] for p in range(11, 14)} == {"card of GCM objective 15"}


@pytest.mark.parametrize("width", [18, 26, 34, 60])
def test_columns_side_by_side(width: int) -> None:
    cards = [wrapped(number, width) for number in ("2", "5", "17", "23")]
    rows = max(map(len, cards))
    content = "\n".join(
        "   ".join((card[row] if row < len(card) else "").ljust(width + 4) for card in cards)
        for row in range(rows)
    )
    edges = discussed(of(content + "\n\nBackground\nProse begins here.\n"))
    assert set(edges) == {f"objective:gcm-{n}" for n in ("2", "5", "17", "23")}
    for number in ("2", "5", "17", "23"):
        printed = edges[f"objective:gcm-{number}"].evidence[0].quote.replace(" … ", " ")
        assert printed == f"GCM objective {number}: {title(number)}"


@pytest.mark.parametrize("seed", range(6))
def test_columns_whose_lines_are_shuffled_into_each_other(seed: int) -> None:
    chance = random.Random(seed)
    cards = [wrapped(number, 30) for number in ("14", "15", "22")]
    lines: list[str] = [card.pop(0) for card in cards]
    while any(cards):
        lines.append(chance.choice([card for card in cards if card]).pop(0))
    edges = discussed(of("\n".join(lines) + "\nBackground Note\nMigration has potential.\n"))
    for number in ("14", "15", "22"):
        printed = edges[f"objective:gcm-{number}"].evidence[0].quote.replace(" … ", " ")
        assert printed == f"GCM objective {number}: {title(number)}"


def test_columns_squeezed_into_one_line() -> None:
    edges = discussed(
        of(
            "GCM objective 14: Enhance GCM objective 15: GCM objective 16: Empower\n"
            "consular protection, assistance Provide access to basic migrants and societies to\n"
            "and cooperation throughout the services for migrants realize full inclusion and"
            " social\nmigration cycle cohesion\nBackground Note\nMigration has potential.\n"
        )
    )
    assert edges["objective:gcm-15"].evidence[0].quote == (
        "GCM objective 15: … Provide access to basic … services for migrants"
    )
    assert edges["objective:gcm-16"].evidence[0].quote.endswith("social … cohesion")


def test_a_title_that_is_another_number_s_is_reported() -> None:
    found = of("GCM objective 14: Provide access\nto basic services for migrants\n\nProse.\n")
    assert set(discussed(found)) == {"objective:gcm-14"}
    assert (found.skipped[0].locator, found.skipped[0].reason) == (
        "lines 1-2",
        "the title printed is not that of GCM objective 14",
    )
    assert found.nodes[0].properties["aliases"] == ("GCM objective 14",)


def test_a_number_nobody_knows_makes_nothing() -> None:
    found = of("GCM objective 31: Fly to the moon\nand back\n\nGCM objective 16\n")
    assert set(discussed(found)) == {"objective:gcm-16"}
    assert [(s.locator, s.reason) for s in found.skipped] == [
        ("lines 1-2", "no GCM objective 31 is known")
    ]


def test_wording_slightly_off_and_other_frameworks() -> None:
    found = of(
        "• SDG target 10.7: Facilitate orderly, safe, regular and\nresponsible migration and"
        " mobility of people\n\nSDG 8.8\n\nGCM Objective 20 – Promote faster, safer and\ncheaper"
        " transfers of remittances and\nfoster the financial inclusion of migrants\nText follows.\n"
    )
    assert set(discussed(found)) == {"objective:sdg-10.7", "objective:sdg-8.8", "objective:gcm-20"}
    assert (
        "Promote faster, safer and cheaper transfers of remittances and foster the financial"
        " inclusion of migrants"
    ) in found.nodes[0].properties["aliases"]  # type: ignore[operator]


@pytest.mark.parametrize(
    "content",
    [
        "Objective 16: Something of the project\n",
        "This note says that\nGCM objective 16 is served by cities.\n",
        "Much was done for\nGCM objective 16. It was not enough.\n",
        "",
    ],
)
def test_what_is_no_card(content: str) -> None:
    assert discussed(of(content)) == {}


def test_windows_line_ends_and_indentation_change_nothing() -> None:
    content = REVIEW.read_text(encoding="utf-8")
    expected = {(e.source, e.target) for e in discussed(of(content)).values()}
    for changed in (
        content.replace("\n", "\r\n"),
        content.replace("\n", "\n      "),
        content.replace(" ", "\u00a0"),
        content.replace("\n\n", "\n\f\n\n"),
    ):
        assert {(e.source, e.target) for e in discussed(of(changed)).values()} == expected


def test_thousands_of_cards() -> None:
    found = of("\n".join(f"GCM objective {n % 23 + 1}: Enhance x" for n in range(2000)))
    assert len(discussed(found)) == 23
