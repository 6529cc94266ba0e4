"""Plain text: bytes to lines to blocks, and what is refused in one line."""

import time
from pathlib import Path

import pytest

from partnergraph.document.blocks import said
from partnergraph.errors import ReadError
from partnergraph.readers.text import LARGEST, LONGEST_LINE, read

PATH = Path("a.txt")


def blocks(text: str):
    return read(text.encode(), PATH).blocks


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_three_ends_of_line_count_alike(end):
    reading = read(f"NOTE ON FERRIES{end}{end}The guide was printed.{end}".encode(), PATH)
    assert [(block.locator, said(block.runs)) for block in reading.blocks] == [
        ("line 1", "NOTE ON FERRIES"),
        ("line 3", "The guide was printed."),
    ]
    assert list(reading.lines) == ["NOTE ON FERRIES", "", "The guide was printed."]


@pytest.mark.parametrize(
    "mark", ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]
)
def test_other_separators_part_words_and_are_not_counted(mark):
    found = blocks(f"Mali hosts.{mark}Chad leads.\nThe third line is the second.\n")
    assert [(b.locator, said(b.runs)) for b in found] == [
        ("line 1", "Mali hosts."),
        ("line 1", "Chad leads."),
        ("line 2", "The third line is the second."),
    ]


def test_each_word_knows_its_line():
    (paragraph,) = blocks(
        "The guide on fair recruitment was prepared by the office and de-\n"
        "cides what is printed; it was then sent to all ports of the region\n"
        "before the rains.\n"
    )
    assert [(run.text.split()[0], run.place.number) for run in paragraph.runs] == [
        ("The", 1),
        ("cides", 2),
        ("before", 3),
    ]
    assert paragraph.runs[0].text.endswith("de-")


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u00ad"])
@pytest.mark.parametrize("between", ["\n", "\r\n", "\n\n"])
def test_a_word_cut_at_the_end_of_a_short_line_goes_on(hyphen, between):
    wide = "It was printed by the office of the port and sent to all who had asked for it."
    (_, cut) = blocks(f"{wide}\n\nIt was in Bot{hyphen}{between}swana.\n")
    assert [run.text for run in cut.runs] == [f"It was in Bot{hyphen}", "swana."]


def test_a_dash_at_the_end_of_a_line_cuts_no_word():
    assert len(blocks("Ports -\nFerries -\nBoats -\n")) == 3


def test_front_matter_is_no_text_and_gives_the_title():
    reading = read(b'---\ntitle: "On ferries"\ndate: 2019\n---\n\nThe text begins.\n', PATH)
    assert reading.title == "On ferries"
    assert [(block.locator, said(block.runs)) for block in reading.blocks] == [
        ("line 6", "The text begins.")
    ]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is empty"),
        (b" \n\x0c\n", "is empty"),
        (b"\x7fELF\x02\x01\x00\x00\x00\x00", "not text"),
        (b"x" * (LONGEST_LINE + 1), "line 1 has 1,000,001 characters"),
        (b"a\r" + b"x" * (LONGEST_LINE + 1), "line 2 has 1,000,001 characters"),
        (b"a\n" * (LARGEST // 2 + 1), "bytes of text are more than"),
    ],
    ids=["nothing", "blank", "binary", "endless line", "behind CR", "too large"],
)
def test_what_is_refused_is_one_line(data, what):
    with pytest.raises(ReadError, match=what) as caught:
        read(data, PATH)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("a.txt: ")


HOSTILE = {
    "no full stop": lambda n: "never a sentence " * (16 * n),
    "blank lines": lambda n: "a" + "\n" * (20 * n) + "b",
    "indents": lambda n: "".join(" " * (i % 900) + "word\n" for i in range(n)),
    "gaps": lambda n: "a    b    c\n" * n,
    "one far gap": lambda n: "a" + " " * 300 + "b\n" + "word\n" * n,
    "gaps that move": lambda n: "".join(" " * (i % 50) + "a   b   c\n" for i in range(n)),
    "borders": lambda n: "+---+---+\n" * n,
    "bars": lambda n: "|" * (20 * n),
    "tabs": lambda n: "a" + "\t" * (20 * n) + "b\n",
    "times": lambda n: "09:30   Session 1. Begin\n" * n,
    "labels": lambda n: "Lead: Amity\n" * n,
    "labels in a line": lambda n: "Lead: Amity · " * n,
    "hyphens": lambda n: "co-\n" * n,
    "pages": lambda n: "Head\n\ntext\x0c" * n,
    "numbers": lambda n: "".join(f"{i}\n\n" for i in range(n)),
    "notes": lambda n: "".join(f"word{i % 900} is\n{i % 900} Note\n" for i in range(n)),
    "deep lists": lambda n: "".join(f"{' ' * (i % 300)}- item {i}\n" for i in range(n)),
    "columns": lambda n: "the left column of prose goes on       as the right column does\n" * n,
    "dots": lambda n: "a ....... 3\n" * n + "." * (20 * n),
}


def _seconds(text: str) -> float:
    start = time.process_time()
    blocks(text)
    return time.process_time() - start


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_the_text_takes_about_twice_the_time(name):
    make = HOSTILE[name]
    once, twice = _seconds(make(1500)), _seconds(make(3000))
    assert twice < 4 * once + 0.3, f"{once:.2f} s, {twice:.2f} s"


def test_a_megabyte_without_a_line_end():
    (block,) = blocks("word " * 199_000)
    assert block.locator == "line 1"
