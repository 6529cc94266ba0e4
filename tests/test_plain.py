"""A text that no genre fits: what its headings and names give, and nothing lost."""

import pytest

from partnergraph import extractors
from partnergraph.extractors.draft import Draft
from partnergraph.model import Extraction
from partnergraph.names import names
from partnergraph.passage import Text
from partnergraph.verify import verify

NOTE = """\
NOTES FROM A LONG WEEK

1. Introduction

The IOM and the World Bank met in Kenya last year, and spoke of the
2030 Agenda for Sustainable Development.

2. What came of it

Results were good.

2.1 In detail

The details were never printed anywhere.

# Looking back
This is a thing of the past.

Looking ahead
-------------
The Sahel Diaspora Forum was founded by them.
"""


def extracted(content: str) -> tuple[Draft, Extraction]:
    text = Text.of(content, "note.txt")
    draft = Draft(text, names())
    extractors.extract(draft)
    extraction = draft.finish()
    verify(extraction, text)
    return draft, extraction


def topics(content: str) -> list[tuple[str, object]]:
    _, extraction = extracted(content)
    return sorted(
        (node.name, node.properties["code"]) for node in extraction.nodes if node.label == "Topic"
    )


def test_the_report_says_that_no_genre_fits() -> None:
    found = list(extractors.recognise(Text.of("Some words about nothing much.")))
    assert [genre.why for genre in found if genre.name == "plain"] == [
        "no genre fits: headings and names only"
    ]


def test_headings_of_every_kind_become_topics() -> None:
    assert topics(NOTE.partition("\n\n")[2]) == [
        ("In detail", "2.1"),
        ("Introduction", "1"),
        ("Looking ahead", "2"),
        ("Looking back", "1"),
        ("What came of it", "2"),
    ]


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_line_ends_make_no_difference(end: str) -> None:
    assert topics(NOTE.replace("\n", end)) == topics(NOTE)


def test_topics_are_parts_of_the_document_and_of_the_heading_above() -> None:
    _, extraction = extracted(NOTE)
    parts = {(e.source, e.target) for e in extraction.edges if e.type == "PART_OF"}
    own = {node.id for node in extraction.nodes if node.label == "Topic"}
    assert {source for source, target in parts if target == "document:note"} == own
    assert ("topic:note/2.1", "topic:note/2") in parts


def test_names_are_mentioned_in_the_document_which_cites_instruments() -> None:
    _, extraction = extracted(NOTE)
    told = {(e.source, e.type, e.target) for e in extraction.edges}
    assert {
        ("agency:iom", "MENTIONED_IN", "document:note"),
        ("agency:world-bank", "MENTIONED_IN", "document:note"),
        ("country:ken", "MENTIONED_IN", "document:note"),
        ("organisation:sahel-diaspora-forum", "MENTIONED_IN", "document:note"),
        ("document:note", "CITES", "instrument:2030-agenda"),
    } <= told


def test_every_line_is_taken_for_something() -> None:
    draft, extraction = extracted(NOTE)
    assert not extraction.skipped
    assert set(draft.taken) == {p for p, line in enumerate(draft.text.lines) if not line.blank}


def test_headings_with_the_same_number_are_told_apart() -> None:
    twice = (
        "A title of a kind\n\n1. One thing\n\nWords were said here.\n\n"
        "1. Another thing\n\nMore words were said.\n"
    )
    _, extraction = extracted(twice)
    named = {node.id: node.name for node in extraction.nodes if node.label == "Topic"}
    assert named == {"topic:note/1": "One thing", "topic:note/1-2": "Another thing"}


@pytest.mark.parametrize("case", ["I. Roman thing", "i. Roman thing", "III. Roman thing"])
def test_a_code_is_kept_as_printed(case: str) -> None:
    printed, _, title = case.partition(". ")
    content = f"A title of a kind\n\n{case}\n\nSome words of a sentence stand here.\n"
    assert topics(content) == [(title, printed)]


def test_a_line_of_prose_is_no_heading() -> None:
    assert topics("Prose is here.\n\nMore of it, as one would think it to be.\n") == []
    assert topics("#\n\n##\n\nAnd prose.\n") == []


@pytest.mark.parametrize("rule", ["***", "# ***", "**_**", "* * *", "---\n---", "1. --", "§"])
def test_a_rule_between_paragraphs_is_no_heading(rule: str) -> None:
    content = f"Prose stands here, a sentence long.\n\n{rule}\n\nMore prose of some length.\n"
    assert topics(content) == []
