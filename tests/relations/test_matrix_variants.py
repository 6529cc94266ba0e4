"""The matrix of 2007 as other files might print it: nothing of what it says may change."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import reading

LISTED = ("HAS_EXPERTISE_IN", "IMPLEMENTS", "LED", "CONTRIBUTES_TO")
"""What the header over a column of agencies may say of them."""

SEED = Path(__file__).parents[2] / "seeds" / "gfmd-2007-activities-matrix.txt"
Said = set[tuple[str, str, frozenset[str], frozenset[str]]]

AGENCIES = ("IOM", "UNDP", "UNHCR", "UNFPA", "UNODC", "UN-DESA")
OTHERS = dict(
    zip(AGENCIES, ("ILO", "UNICEF", "WHO", "World Bank", "UNCTAD", "UN Women"), strict=True)
)
UNKNOWN = dict(zip(AGENCIES, ("ABO", "XYU", "QRST", "ZZPA", "KODC", "LM-NOP"), strict=True))


@pytest.fixture(scope="module")
def content() -> str:
    return SEED.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def original(content: str) -> Said:
    return said(content)


def said(content: str) -> Said:
    """The rows of a text: code, activity, objectives and agencies by what people call them."""
    _, extraction, _ = reading.read(content)
    named = {node.id: node for node in extraction.nodes}
    return {
        (
            str(node.properties["code"]),
            node.name,
            frozenset(
                named[e.target].name
                for e in extraction.edges
                if e.type == "PURSUES" and e.source == node.id
            ),
            frozenset(
                str(named[e.source].properties.get("acronym", named[e.source].name))
                for e in extraction.edges
                if e.type in LISTED and e.target == node.id
            ),
        )
        for node in extraction.nodes
        if node.label == "Activity"
    }


def at_pages(furniture: Callable[[int], str]) -> Callable[[str], str]:
    """Put furniture wherever a page ends."""

    def put(content: str) -> str:
        first, *pages = re.split(r"\n (?=\S)", content)
        return first + "".join(furniture(n) + page for n, page in enumerate(pages, start=1))

    return put


PRINTED: dict[str, Callable[[str], str]] = {
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "byte-order mark": lambda text: "\ufeff" + text,
    "form feeds": lambda text: re.sub(r"(?m)^ ", "\f", text),
    "no trace of pages": lambda text: re.sub(r"(?m)^ ", "", text),
    "no-break spaces": lambda text: text.replace("IOM, ", "IOM,\u00a0").replace(
        "GMG ", "GMG\u00a0"
    ),
    "double blank lines": lambda text: text.replace("\n\n", "\n\n\n"),
    "indented": lambda text: re.sub(r"(?m)^(?=.)", "      ", text),
    "trailing spaces": lambda text: re.sub(r"(?m)$", "  ", text),
    "page numbers": at_pages(lambda n: f"\n\n{n}\n\n\f"),
    "pages with heads": at_pages(lambda n: f"\n- {n} -\n\fMatrix of activities\n"),
    "running titles": at_pages(lambda n: f"\n\nPage {n} of 30\n\nGFMD Matrix, Brussels\n\n"),
    "other headers": lambda text: (
        text.replace("GMG Member(s)\nwith Expertise", "Partner agencies")
        .replace("\nObjective\n", "\nExpected outcome\n")
        .replace("\nActivity\n", "\nProposed project\n")
    ),
    "headers in one line": lambda text: text.replace(
        "Activity\n\nObjective\n\nGMG Member(s)\nwith Expertise",
        "Activity Objective GMG Member(s) with Expertise",
    ),
    "capital letters": lambda text: re.sub(
        r"(?m)^( ?)([a-h])\.$", lambda m: f"{m[1]}{m[2].upper()}.", text
    ),
    "letters in brackets": lambda text: re.sub(r"(?m)^( ?)([a-h])\.$", r"\1(\2)", text),
    "titles behind letters": lambda text: re.sub(
        r"(?m)^( ?)([a-h])\.\n\n(?=[A-Z][a-z]+ing [^\n]*\n\nActivity)", r"\1\2. ", text
    ),
    "spaces for line breaks in cells": lambda text: re.sub(
        r"(?m)^(IOM, [A-Z-]+,)\n([A-Z])", r"\1 \2", text
    ),
}


@pytest.mark.parametrize("how", PRINTED)
def test_the_rows_stay_the_same(how: str, content: str, original: Said):
    text = PRINTED[how](content)
    assert text != content
    assert said(text) == original


def renamed(text: str, as_what: dict[str, str]) -> str:
    pattern = "|".join(rf"(?<![\w-]){name}(?![\w-])" for name in as_what)
    return re.sub(pattern, lambda match: as_what[match[0]], text)


@pytest.mark.parametrize("instead", [UNKNOWN, OTHERS], ids=["unknown", "known"])
def test_other_agencies(instead: dict[str, str], content: str, original: Said):
    expected = {
        (
            code,
            renamed(activity, instead),
            frozenset(renamed(objective, instead) for objective in objectives),
            frozenset(instead[agency] for agency in agencies),
        )
        for code, activity, objectives, agencies in original
    }
    assert said(renamed(content, instead)) == expected


@pytest.mark.parametrize("joint", [";", " /", " and"])
def test_agencies_joined_otherwise(joint: str, content: str, original: Said):
    text = re.sub(r"(?m)^(?:[A-Z-]+, ?)+(?:[A-Z-]+)?$", lambda m: m[0].replace(",", joint), content)
    assert text != content
    assert said(text) == original


def test_numbered_sections(content: str, original: Said):
    text = re.sub(r"(?m)^( ?)([a-h])\.$", lambda m: f"{m[1]}{'abcdefgh'.index(m[2]) + 1}.", content)
    numbered = {
        (f"{code[0]}.{'abcdefgh'.index(code[1]) + 1}.{code[2:]}", *rest) for code, *rest in original
    }
    assert said(text) == numbered


def test_another_roundtable(content: str, original: Said):
    text = content.replace("ROUNDTABLE 2", "ROUNDTABLE 4")
    moved = {
        (code.replace("2", "4", 1) if code[0] == "2" else code, *rest) for code, *rest in original
    }
    assert said(text) == moved


def facts(rows: Said) -> set[tuple[str, str]]:
    """Which activity has which objective or agency."""
    return {(name, end) for _, name, *ends in rows for several in ends for end in several}


def test_an_empty_agency_cell_takes_none_from_its_neighbours(content: str, original: Said):
    text = content.replace("harmony.\n\nIOM, UNHCR\n", "harmony.\n")
    assert text != content
    changed = said(text)
    emptied = next(row for row in changed if row[0] == "1f1")
    assert emptied[3] == frozenset()
    assert facts(changed) <= facts(original)
    assert {row for row in changed if row[0][:2] != "1f"} <= original


def test_without_blank_lines_little_is_wrong(content: str, original: Said):
    text = "\n".join(line for line in content.split("\n") if line.strip())
    changed = said(text)
    assert len(changed & original) >= 50
    assert len(facts(changed) - facts(original)) <= 2
