"""What sentences state: cases as data, and what holds for any text."""

import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnergraph.document.laid import Laid
from partnergraph.document.words import Text
from partnergraph.lexicon import meaning
from partnergraph.names import names
from partnergraph.records.model import Extraction
from partnergraph.relations.clauses import LONGEST, Clauses
from partnergraph.relations.clauses.words import language_of
from partnergraph.relations.draft import Draft
from partnergraph.relations.page import Page
from partnergraph.verify import verify

CASES = tomllib.loads(Path(__file__).with_name("clauses.toml").read_text(encoding="utf-8"))
SENTENCES = [case["text"] for case in CASES["sentence"]]
ASIDE = ("RECORDED_IN", "AFFILIATED_WITH")
HOSTILE = (
    "workshop by Ghana ",
    "the study on data, led by Ghana and the workshop on skills by Spain ",
    "Ghana, ",
    "GHANA AND ",
    "“",
    "(",
    "will be to be ",
    ", with funding from Norway",
    "which hosted the workshop, ",
    "of the study of ",
    "The Quay Forum joined the Forum. ",
)


def read(content: str) -> Extraction:
    text = Text.of(content, "page.txt")
    draft = Draft(text, names())
    Clauses(Page(Laid(text, ()), draft)).read(text.whole)
    extraction = draft.finish()
    verify(extraction, text)
    return extraction


def said(extraction: Extraction) -> list[str]:
    called = {node.id: node.name for node in (extraction.document, *extraction.nodes)}
    found = []
    for edge in extraction.edges:
        if edge.type not in ASIDE:
            more = " ".join(f"{key}={value}" for key, value in sorted(edge.properties.items()))
            parts = [edge.type, called[edge.source], called[edge.target], more]
            found.append(" | ".join(filter(None, parts)))
    return sorted(found)


@pytest.mark.parametrize(
    "case", CASES["sentence"], ids=[case["text"][:50] for case in CASES["sentence"]]
)
def test_sentences(case: dict[str, list[str]]) -> None:
    assert said(read(str(case["text"]))) == sorted(case.get("facts", []))


def test_each_language_and_no_facts_too() -> None:
    with_facts = [case for case in CASES["sentence"] if "facts" in case]
    assert {language_of(case["text"]) for case in with_facts} == {"en", "fr", "es"}
    assert len(SENTENCES) > 250
    assert len(SENTENCES) - len(with_facts) > 70


@pytest.mark.parametrize("text", SENTENCES, ids=[text[:50] for text in SENTENCES])
def test_a_quote_read_alone_gives_the_fact_again(text: str) -> None:
    for edge in read(f"The clouds were grey. {text} Nothing else was said.").edges:
        if edge.type in ASIDE:
            continue
        (evidence,) = edge.evidence
        again = read(evidence.quote).edges
        assert (edge.type, edge.source) in {(other.type, other.source) for other in again}


@pytest.mark.parametrize("text", SENTENCES, ids=[text[:50] for text in SENTENCES])
def test_each_cue_means_what_was_read(text: str) -> None:
    for edge in read(text).edges:
        if edge.type in ASIDE:
            continue
        (evidence,) = edge.evidence
        if evidence.cue:
            kind = {"MEMBER_OF": "role", "SIGNED": "how"}.get(edge.type, "")
            role, status = edge.properties.get(kind), edge.properties.get("status")
            over = bool({"to", "ended"} & set(edge.properties))
            given_ = meaning(evidence.cue, edge.type, role, status, ended=over)  # type: ignore[arg-type]
            assert given_ == "given"


VERBS = ("translated", "frobnicated", "sent", "holds", "will present", "did not read", "never saw")


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("done", ["prepared", "published", "funded", "launched", "drafted"])
def test_a_second_clause_never_lends_its_subject(verb: str, done: str) -> None:
    content = f"The manual was {done} by UNHCR and IOM {verb} it."
    sources = {edge.source for edge in read(content).edges if edge.type not in ASIDE}
    assert sources == {"agency:unhcr"}


def test_the_same_thing_named_again_is_one_node() -> None:
    extraction = read(
        "IOM organised a workshop on data in Accra. The workshop was funded by Norway."
        " Ghana hosted it."
    )
    (activity,) = [node for node in extraction.nodes if node.label == "Activity"]
    assert {edge.type for edge in extraction.edges if edge.target == activity.id} == {
        *("ORGANISED", "FUNDS", "HOSTED"),
    }


def test_what_was_named_whole_is_meant_again() -> None:
    """A surname behind a form of address; the only body of its kind; of two of a kind neither."""
    people = said(
        read(
            "Ms. Ana Ruiz of IOM chaired the panel on visas."
            " Ms. Ruiz moderated the workshop on nurses."
        )
    )
    assert "MODERATED | Ana Ruiz | workshop on nurses" in people
    one = said(
        read("The Loom Foundation funded the study on silk. The Foundation will publish a manual.")
    )
    assert "PREPARED | Loom Foundation | manual | status=planned" in one
    two = said(
        read(
            "The Loom Foundation and the Silk Foundation funded the study on silk."
            " The Foundation will publish a manual."
        )
    )
    assert not [fact for fact in two if "manual" in fact]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "L'atelier sur les visas a eu lieu à Lomé. L'OIM y a assisté.",
            "ATTENDED | International Organization for Migration | atelier sur les visas",
        ),
        (
            "El taller fue organizado por Perú. Lo clausuró el Sr. Luis Rey, ministro de Chile.",
            "SPOKE_AT | Luis Rey | taller",
        ),
        (
            "IOM organised a workshop on visas in Accra. It was funded by Norway.",
            "FUNDS | Norway | workshop on visas in Accra",
        ),
        (
            "A training for judges was held in Gulu. It was delivered by UNHCR.",
            "IMPLEMENTS | Office of the United Nations High Commissioner for Refugees"
            " | training for judges",
        ),
    ],
)
def test_what_a_pronoun_means(text: str, fact: str) -> None:
    assert fact in said(read(text))


def test_the_next_of_a_series_is_another() -> None:
    found = said(
        read(
            "Togo will host the next forum on data. The forum on data was organised by Mali."
            " The forum was funded by Chad."
        )
    )
    assert "FUNDS | Chad | forum on data" in found
    assert "HOSTED | Togo | next forum on data | status=planned" in found


def test_a_thing_of_two_is_neither() -> None:
    extraction = read(
        "IOM organised a workshop on data. ILO organised a workshop on jobs."
        " Participants left. The workshop was funded by Norway."
    )
    assert not [fact for fact in said(extraction) if "Norway | workshop on" in fact]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_texts_are_read_in_steps_that_grow_as_they_do(piece: str) -> None:
    steps = [_steps(piece * (size // len(piece))) for size in (LONGEST // 4, LONGEST // 2)]
    assert steps[1] < 3 * steps[0] + 2000
    assert _steps(piece * (200_000 // len(piece))) < 120 * steps[1] + 100_000


def _steps(content: str) -> int:
    """How many calls reading a text takes, which no other work on the machine changes."""
    count = 0

    def seen(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    text = Text.of(content, "page.txt")
    clauses = Clauses(Page(Laid(text, ()), Draft(text, names())))
    whole = text.whole
    sys.setprofile(seen)
    try:
        clauses.read(whole)
    finally:
        sys.setprofile(None)
    return count


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(" ".join(SENTENCES).split()), max_size=30))
def test_any_words_are_read_without_a_fault(words: list[str]) -> None:
    read(" ".join(words))


def test_a_word_for_its_kind_is_the_only_body_that_was_named_by_it() -> None:
    one = "The Quay Forum hosted the seminar on food. Fiji has observer status in the Forum."
    assert "MEMBER_OF | Fiji | Quay Forum | role=observer" in said(read(one))
    two = f"The Reef Forum hosted the webinar on pay. {one}"
    assert not [fact for fact in said(read(two)) if fact.startswith("MEMBER_OF")]
