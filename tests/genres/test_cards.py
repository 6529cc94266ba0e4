"""Objective cards: the number says which objective, the title as printed is its alias."""

from collections.abc import Callable
from pathlib import Path

import pytest

from partnergraph.names import names
from partnergraph.records.model import Edge, Extraction
from partnergraph.relations.draft import Draft

Reading = tuple[Draft, Extraction]
Read = Callable[..., Reading]
REVIEW = Path(__file__).parent.parent.parent / "seeds" / "gcm-review-2020-roundtable-1.txt"


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


def test_the_review_s_roundtable_discusses_six_objectives(read_page: Read) -> None:
    draft, review = read_page(REVIEW.read_text(), REVIEW.name)
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
    assert (
        "Promote faster, safer & cheaper transfer of remittances & foster financial inclusion of"
        " migrants"
    ) in nodes["objective:gcm-20"].properties["aliases"]  # type: ignore[operator]
    assert {draft.taken[p] for p in range(11, 14)} == {"card of GCM objective 15"}


@pytest.mark.parametrize("width", [18, 26, 34])
def test_cards_side_by_side(read_page: Read, width: int) -> None:
    cards = [wrapped(number, width) for number in ("2", "5", "17", "23")]
    rows = max(map(len, cards))
    content = "\n".join(
        "   ".join((card[row] if row < len(card) else "").ljust(width + 4) for card in cards)
        for row in range(rows)
    )
    edges = discussed(read_page(content + "\n\nBackground\nProse begins here.\n")[1])
    assert set(edges) == {f"objective:gcm-{n}" for n in ("2", "5", "17", "23")}
    for number in ("2", "5", "17", "23"):
        printed = edges[f"objective:gcm-{number}"].evidence[0].quote.replace(" … ", " ")
        assert printed == f"GCM objective {number}: {title(number)}"


def test_cards_in_a_table_of_another_format(read_page: Read) -> None:
    content = (
        f"<table><tr><td>GCM objective 2</td><td>GCM objective 5</td></tr>"
        f"<tr><td>{title('2')}</td><td>{title('5')}</td></tr></table><p>This is prose.</p>"
    )
    assert set(discussed(read_page(content, "note.html")[1])) == {
        "objective:gcm-2",
        "objective:gcm-5",
    }


def test_cards_squeezed_into_one_line_are_known_by_their_numbers(read_page: Read) -> None:
    _, found = read_page(
        "GCM objective 14: Enhance GCM objective 15: GCM objective 16: Empower\n"
        "consular protection, assistance Provide access to basic migrants and societies to\n"
        "and cooperation throughout the services for migrants realize full inclusion and"
        " social\nmigration cycle cohesion\n\nBackground Note\nMigration has potential.\n"
    )
    assert set(discussed(found)) == {f"objective:gcm-{n}" for n in (14, 15, 16)}


def test_a_title_that_is_another_number_s_is_reported(read_page: Read) -> None:
    _, found = read_page(
        "GCM objective 14: Provide access\nto basic services for migrants\n\nOn.\n"
    )
    assert set(discussed(found)) == {"objective:gcm-14"}
    assert ("lines 1-2", "the title printed is not that of GCM objective 14") in {
        (skipped.locator, skipped.reason) for skipped in found.skipped
    }


def test_a_number_nobody_knows_makes_nothing(read_page: Read) -> None:
    _, found = read_page("GCM objective 31: Fly to the moon\nand back\n\nGCM objective 16\n")
    assert set(discussed(found)) == {"objective:gcm-16"}
    assert ("lines 1-2", "no GCM objective 31 is known") in {
        (skipped.locator, skipped.reason) for skipped in found.skipped
    }


def test_wording_slightly_off_and_other_frameworks(read_page: Read) -> None:
    _, found = read_page(
        "• SDG target 10.7: Facilitate orderly, safe, regular and\nresponsible migration and"
        " mobility of people\n\nSDG 8.8\n\nGCM Objective 20 – Promote faster, safer and\ncheaper"
        " transfers of remittances and\nfoster the financial inclusion of migrants\n\nOn it goes.\n"
    )
    assert set(discussed(found)) == {"objective:sdg-10.7", "objective:sdg-8.8", "objective:gcm-20"}
    nodes = {node.id: node for node in found.nodes}
    assert (
        "Promote faster, safer and cheaper transfers of remittances and foster the financial"
        " inclusion of migrants"
    ) in nodes["objective:gcm-20"].properties["aliases"]  # type: ignore[operator]


@pytest.mark.parametrize(
    "content",
    [
        "Objective 16: Something of the project\n",
        "Much was done in cities, as all of them say.\n",
        "Objective 7: Reduce the cost of visas\n",
    ],
)
def test_what_is_no_card(read_page: Read, content: str) -> None:
    assert discussed(read_page(content)[1]) == {}


def test_an_objective_without_its_framework_is_known_by_its_title(read_page: Read) -> None:
    _, found = read_page(f"A note\n\nObjective 7: {title('7')}\n\nThis is prose.\n")
    assert set(discussed(found)) == {"objective:gcm-7"}


def test_windows_line_ends_and_indentation_change_nothing(read_page: Read) -> None:
    content = REVIEW.read_text(encoding="utf-8")
    expected = {(e.source, e.target) for e in discussed(read_page(content)[1]).values()}
    assert len(expected) == 6
    for changed in (
        content.replace("\n", "\r\n"),
        content.replace("\n", "\n      "),
        content.replace(" ", "\u00a0"),
        content.replace("\n\n", "\n\f\n\n"),
    ):
        edges = discussed(read_page(changed)[1]).values()
        assert {(e.source, e.target) for e in edges} == expected


def test_thousands_of_cards(read_page: Read) -> None:
    _, found = read_page("\n".join(f"GCM objective {n % 23 + 1}: Enhance x" for n in range(2000)))
    assert len(discussed(found)) == 23
