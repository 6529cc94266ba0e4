"""Words keep their lines through every cut; quotes stand where locators say."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnergraph.document.places import located
from partnergraph.document.words import Passage, Text, quote
from partnergraph.verify import stands


def test_lines_are_counted_as_grep_counts_them():
    text = Text.of("\ufeffone\r\n\r\ntwo\x0cthree\nfour\u2028five\n".removeprefix("\ufeff"))
    assert [(line.number, line.text) for line in text.lines] == [
        (1, "one"),
        (2, ""),
        (3, "two"),
        (3, "three"),
        (4, "four"),
        (4, "five"),
    ]


@pytest.mark.parametrize(
    ("content", "reading"),
    [
        ("policy-\nmaking and", "policy-making and"),
        ("semi-\nskilled labour, semiskilled", "semiskilled labour, semiskilled"),
        ("develop-\nment of development", "development of development"),
        ("short-\nand long-term", "short- and long-term"),
        ("a dash -\nhere", "a dash - here"),
        ("IOM-\nUNDP", "IOM- UNDP"),
        ("coop\u00ad\neration", "cooperation"),
        ("MA\u00ad\nLAWI", "MALAWI"),
        ("  much \t white\n\n space ", "much white space"),
    ],
)
def test_words_cut_at_a_line_end_are_joined_again(content, reading):
    text = Text.of(content)
    assert text.passage(0, len(text.lines) - 1).text == reading


def test_a_cut_keeps_words_and_lines():
    text = Text.of("The session will draw on the\nworkshop, led by Bangladesh\n(and others).")
    passage = text.passage(0, 2)
    found = passage.cut(passage.match("Bangladesh"))
    assert (found.text, found.quote, found.numbers) == ("Bangladesh", "Bangladesh", [2])
    both = passage.cut(passage.match("draw.*others"))
    assert both.text == "draw on the workshop, led by Bangladesh (and others"
    assert text.locator(both.numbers) == "lines 1-3"


def test_a_quote_has_one_fragment_for_each_run_of_words():
    text = Text.of("Collect data\n\nIOM, UNHCR\n\non return migration")
    cell = text.passage(0) + text.passage(4)
    assert quote(cell, text.passage(2)[0:3]) == (
        "lines 1, 3, 5",
        "Collect data … IOM, … on return migration",
    ) or quote(cell, text.passage(2)[0:3])[1].startswith("Collect data IOM")


def test_a_locator_reads_back():
    text = Text.of("a\nb\nc\nd\ne")
    assert text.locator([1]) == "line 1"
    assert text.locator([1, 3, 2, 5]) == "lines 1-3, 5"
    assert [place.number for place in located("lines 1-3, 5")] == [1, 2, 3, 5]
    assert text.at("lines 2, 4-5") == "b d e"


def test_sentences_end_where_they_end():
    text = Text.of("Mr. Faal spoke (e.g. on data). Was it “good”? It was!\n3 more. And so on")
    assert [sentence.text.strip() for sentence in text.passage(0, 1).sentences()] == [
        "Mr. Faal spoke (e.g. on data).",
        "Was it “good”?",
        "It was!",
        "3 more.",
        "And so on",
    ]


CONTENT = st.lists(st.text("ab-é .,\u00ad\u2028\x0c", max_size=30), min_size=1, max_size=8)


@given(CONTENT, st.integers(0, 1_000_000))
def test_any_choice_of_words_makes_a_quote_that_stands(lines, seed):
    text = Text.of("\n".join(lines))
    draw = random.Random(seed)
    chosen = [word for word in text.words if draw.random() < 0.5]
    if chosen:
        locator, words = quote(Passage(text, chosen))
        assert stands(words, text.at(locator))


@given(CONTENT)
def test_a_slice_of_a_passage_reads_as_the_slice_of_its_text(lines):
    text = Text.of("\n".join(lines))
    passage = text.passage(0, len(text.lines))
    for start in range(len(passage.text)):
        part = passage[start:]
        assert part.text.replace(" ", "") == passage.text[start:].replace(" ", "")
