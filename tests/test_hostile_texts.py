"""Texts nobody should send, and the five documents as other programs would have saved them.

Hostile texts are read by all rules: nothing raises, all evidence verifies, and twice the text takes
about twice the steps (counted, not timed), however long its lines.
"""

import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from partnergraph.document.document import Document
from partnergraph.pipeline.load import extracted as read_by_all_rules
from partnergraph.pipeline.load import load
from partnergraph.readers import text
from partnergraph.readers.text import decode
from partnergraph.records.model import Extraction
from partnergraph.verify import verify

SEEDS = Path(__file__).parent.parent / "seeds"

_MOST_SECONDS = 60  # some hundred times what it takes: only a catastrophe is as slow

HOSTILE: dict[str, Callable[[int], str]] = {
    "empty lines": lambda n: "x" + "\n" * n,
    "bullets": lambda n: "".join(f"- Support the Global Network on Item {i}\n" for i in range(n)),
    "one line": lambda n: "The IOM cited the International Day of Trade held in Kenya. " * n,
    "one word": lambda n: "A" * (20 * n),
    "joined words": lambda n: "IOM-UNDP-" * n,
    "capitals": lambda n: "THE IOM AND UNDP " * n,
    "never a sentence": lambda n: "And Art in Act and Aim for Arts " * n,
    "abbreviations": lambda n: "Mr. No. vs. " * n,
    "commas": lambda n: "Aa, " * n,
    "control characters": lambda n: "\x01 \x07The IOM\x1b[31m met.\x7f \x1a\x08\n" * n,
    "right to left": lambda n: "قامت المنظمة الدولية للهجرة في الأردن \u202e\u2066abc\u2069\n" * n,
    "emoji and accents": lambda n: "👩\u200d👧 e\u0301\u0301\u0301 ﷽ 𝔘𝔑 İı ß \ufeff\u200b\n" * n,
    "spaces": lambda n: "x" + " \t\u00a0" * (10 * n) + "y",
    "brackets": lambda n: "([{" * (10 * n),
    "closing brackets": lambda n: "a." + ")]”" * (10 * n),
    "quotes": lambda n: "\"'“‘’”" * (5 * n),
    "labels": lambda n: "Moderator: Lead agency: IOM " * n,
    "quoted names": lambda n: "'Build a' or " * n,
    "angles": lambda n: "<" * (20 * n),
    "tags": lambda n: "<ul><li>" * n,
    "scripts": lambda n: "<script>alert('IOM')</script><p>The Kenya Red Cross</p>\n" * n,
    "nested bullets": lambda n: "".join(f"{' ' * (i % 300)}- item {i}\n" for i in range(n)),
    "numbered headings": lambda n: "".join(
        f"{i}. Heading of the part\n\nIOM met.\n\n" for i in range(n)
    ),
    "marked headings": lambda n: "".join(f"{'#' * (i % 7)} Part\n\nIOM met.\n\n" for i in range(n)),
    "hyphens at line ends": lambda n: "co-\n" * n,
    "questions": lambda n: (
        "Guiding questions\n\n"
        + "".join(f"{i}. Why so? And (GCM Objective {i})?\n" for i in range(1, n))
    ),
    "recommendations": lambda n: (
        "Recommendations\n\n" + "".join(f"- Work with the IOM on {i}\n" for i in range(n))
    ),
    "roundtables": lambda n: "".join(
        f"Roundtable {i}: On things\n\n{i}.1 A session\n\nIt will draw on the study by Kenya.\n\n"
        for i in range(n)
    ),
    "programme": lambda n: (
        "Programme\n\n"
        + "".join(
            f"10.00-11.00 PANEL {i}: On things\n\nModerator: Ms. Ama Mensah, Director, ILO\n\n"
            for i in range(n)
        )
    ),
    "matrix": lambda n: (
        "Activity\n\nObjective\n\nGMG Member(s)\nwith Expertise\n\n"
        + "".join(
            f"Build capacity {i} of all.\n\nEnhance the skills {i} in all.\n\nIOM, ILO\n\n"
            for i in range(n)
        )
    ),
    "matrix of sections": lambda n: (
        "a. Title of This\n\nActivity | Objective | Agencies\nDo it | Win | IOM\n\n" * n
    ),
    "references": lambda n: "References\n" * n,
    "matrix of headers": lambda n: "Activity\nObjective\nAgencies\n" * n,
}


def extracted(content: str, name: str = "text.txt") -> Extraction:
    path = Path(name)
    document = Document(path, "", text.read(content.encode(errors="replace"), path))
    draft, _ = read_by_all_rules(document, None)
    extraction = draft.finish()
    verify(extraction, document.text)
    return extraction


@contextmanager
def counting() -> Iterator[list[int]]:
    """Count the calls of functions, as a measure of work that no busy machine disturbs."""
    calls = [0]

    def count(_frame: object, event: str, _argument: object) -> None:
        calls[0] += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield calls
    finally:
        sys.setprofile(before)


def steps(content: str) -> int:
    with counting() as calls:
        extracted(content)
    return calls[0]


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_texts_are_read_in_linear_time(kind: str) -> None:
    make = HOSTILE[kind]
    extracted(make(4))
    small, before = steps(make(50)), time.process_time()
    large = steps(make(200))
    assert time.process_time() - before < _MOST_SECONDS
    assert large < 4 * 2 * small + 20_000, f"{kind}: {small:,} steps, then {large:,}"


SAID = (
    "In 2014, IOM and UNHCR organised a workshop on return in Kenya, which was attended by ILO. "
    "Migration is as old as mankind; data, however, remain scarce (see GCM objective 3). "
    "The manual was prepared by the Ministry of Labour of Ghana and funded by the World Bank. "
)
SHAPES: dict[str, Callable[[int], str]] = {
    "one line": lambda n: SAID * n,
    "one paragraph": lambda n: "".join(f"{said}.\n" for said in (SAID * n).split(". ")),
    "paragraphs": lambda n: f"{SAID}\n\n" * n,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_prose_is_loaded_in_linear_time_whatever_its_lines(shape: str, tmp_path: Path) -> None:
    def loaded(paragraphs: int) -> int:
        paper = tmp_path / f"{paragraphs}.txt"
        paper.write_text("A NOTE ON PROSE\n\n" + SHAPES[shape](paragraphs))
        with counting() as calls:
            (report,) = load([paper], tmp_path / f"{paragraphs}.db")
        assert report.edges > 10
        return calls[0]

    loaded(4)
    small, large = loaded(20), loaded(80)
    assert large < 4 * 1.25 * small, f"{small:,} steps, then {large:,}"


def test_a_line_of_100_000_characters_is_read() -> None:
    line = "Delegations thanked the IOM for its help. " * 2_500
    assert [node.id for node in extracted(line).nodes] == ["agency:iom"]


def test_two_thousand_bullets_are_read() -> None:
    bullets = "".join(f"- Do the thing number {i} with the IOM\n" for i in range(2_000))
    assert "agency:iom" in {node.id for node in extracted(bullets).nodes}


@pytest.mark.parametrize(
    "content",
    [
        "a" * 200_000,
        " " * 200_000 + "x",
        "(" * 100_000,
        "'" * 100_000,
        "-" * 100_000,
        "1." * 50_000,
    ],
)
def test_one_sign_repeated_gives_no_name(content: str) -> None:
    names_ = {n.label for n in extracted(content).nodes}
    assert not names_ & {"Agency", "Organisation", "Country", "RCP", "Instrument", "Person"}


REPEATED = (
    "a-", "a- ", "a-\n", "IOM-UNDP-", "IOM ", "And ", "and ", "Aa, ", "1. ", "1.1.", "10.00-",
    "Mr. ", "Session ", "Roundtable 1 ", "Moderator: ", "'A' ", "“a” ", "(a) ", "<p>", "? ", "... ",
    "held on ", "2017-", "July ", "by the ", "objective 1 ", "A/RES/1/", "– ", "_", "*", "#", "=\n",
    "References\n", "a.\n\n",
)  # fmt: skip


@pytest.mark.parametrize("sign", REPEATED)
def test_no_pattern_is_caught_in_what_is_repeated(sign: str) -> None:
    """A pattern that goes back at each sign takes sixteen times as long for four times the text.

    No count of calls sees that, so processor time is compared with itself, on a busy machine again.
    """
    assert any(_is_linear(sign) for _ in range(3))


def _is_linear(sign: str) -> bool:
    small, large = (_seconds(sign * (size // len(sign))) for size in (4_000, 16_000))
    return large < 10 * small + 0.5


def _seconds(content: str) -> float:
    before = time.process_time()
    extracted(content)
    return time.process_time() - before


# The five documents as other programs save them


def _indented(content: str) -> str:
    return "".join(f"   {line}" if line.strip() else line for line in content.splitlines(True))


def _paged(content: str) -> str:
    """Form feeds where the page breaks were (a lone space was left there), or every fifty lines."""
    paged = re.sub(r"^ (?=\S)", "\f", content, flags=re.MULTILINE)
    if paged != content:
        return paged
    lines = content.split("\n")
    return "\n".join(f"\f{line}" if i % 50 == 0 else line for i, line in enumerate(lines))


MUTATIONS: dict[str, Callable[[str], str]] = {
    "Windows line ends": lambda content: content.replace("\n", "\r\n"),
    "byte-order mark": lambda content: decode(b"\xef\xbb\xbf" + content.encode(), Path("x")),
    "form feeds": _paged,
    "no-break spaces": lambda content: content.replace(" ", "\u00a0"),
    "double blank lines": lambda content: re.sub(r"\n[ \t]*(?=\n)", "\n\n", content),
    "trailing spaces": lambda content: content.replace("\n", "  \n"),
    "tabs at line ends": lambda content: content.replace("\n", "\t\n"),
    "indented lines": _indented,
}


@cache
def original(seed: str) -> Extraction:
    return extracted((SEEDS / seed).read_bytes().decode(), seed)


def facts(extraction: Extraction) -> tuple[set[str], set[tuple[str, str, str]]]:
    nodes = {f"{node.id} {node.name} {node.properties}" for node in extraction.nodes}
    return nodes, {(edge.source, edge.type, edge.target) for edge in extraction.edges}


@pytest.mark.parametrize("seed", sorted(path.name for path in SEEDS.glob("*.txt")))
@pytest.mark.parametrize("mutation", MUTATIONS)
def test_the_same_words_give_the_same_facts(seed: str, mutation: str) -> None:
    content = (SEEDS / seed).read_bytes().decode()
    mutated = MUTATIONS[mutation](content)
    assert mutated != content or mutation == "byte-order mark"
    nodes, edges = facts(original(seed))
    changed_nodes, changed_edges = facts(extracted(mutated, seed))
    assert changed_nodes == nodes
    assert changed_edges == edges
