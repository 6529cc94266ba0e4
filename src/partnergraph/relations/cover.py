"""What a document says of itself before it begins: its title and its date.

The title is the first heading of the cover that names the paper: no dateline, no number of a
document, and no word for its state or kind alone (*Final version*, *Agenda*) where a line that says
more follows. The date is the one that the paper carries for itself: behind a label (*as of*,
*updated*), else on its cover, else in its running foot, else in its title.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, takewhile

from partnergraph.document.blocks import Block, Reading, said
from partnergraph.lexicon import lexicon
from partnergraph.lexicon.data import LANGUAGES
from partnergraph.mentions.dates import dates, first_date
from partnergraph.mentions.days import HOURS, when
from partnergraph.names import names
from partnergraph.records.ids import fold
from partnergraph.relations.draft import Draft

_COVER_BLOCKS = 16  # of 40 papers of the field the longest cover has 14 lines before its text
_TITLE_WORDS = 40  # the longest title of those papers has 34 words
_BESIDE = ("running", "note")
_BODY_WORDS = 45  # no line of a cover is as long; a body's first paragraph usually is
_SIGNED_WORDS = 20
_NUMBER = re.compile(r"[A-Z]{1,6}[A-Z\d.]*(?:/[\w.()-]+){1,6}(?:\s+\S{1,12})?|\d{1,4}")
_MARKED = re.compile(r"(?:[A-Za-z]|[ivxIVX]{1,5}|\d{1,2}(?:\.\d{1,2})*)[.)]\s")
_WORD = re.compile(r"[^\W\d_]{2}")
_PLACE = re.compile(
    r"(?:[^\d.;:]{2,60}[,:–—-]\s*)?(?:[^\W\d_]+day,? |on |the |le |el )?", re.IGNORECASE
)
_BESIDE_DATE = re.compile(r"[\s.()]*(?:[·•|].*|,? ?\d\d?[:.h]\d\d(?: ?[-–—] ?\d\d?[:.h]\d\d)?\.?)?")


@cache
def _said(kind: str) -> frozenset[str]:
    """The folded words of a class in all languages."""
    return frozenset(fold(w) for each in LANGUAGES for w in lexicon().small(kind, each))


@cache
def _dated() -> re.Pattern[str]:
    """The words before a date that say that it is the paper's own."""
    words = [word for each in LANGUAGES for word in lexicon().small("paper.dated", each)]
    said = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"\b(?:{said})\s*[:：]?\s*(?:the |le |el )?$", re.IGNORECASE)


@cache
def _signing() -> re.Pattern[str]:
    """The words that a line begins with which says when a text was signed."""
    words = [word for each in LANGUAGES for word in lexicon().small("paper.signed", each)]
    said = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    small = r"(?:in|at|on|by|à|le|en|el)"
    return re.compile(rf"(?:{said})\s(?:{small}\s|(?=\d))|(?:version )?approved\s", re.IGNORECASE)


def extract(draft: Draft, reading: Reading) -> None:
    """Say a document's title and date where nothing that was read before says them."""
    title = title_of(reading)
    date = _front_matter(reading.lines) or date_of(reading.blocks)
    said = {"title": title, "date": date}
    draft.about(**{key: value for key, value in said.items() if value})
    heads = [p for p, line in enumerate(draft.text.lines) if _words(line.text) in (title, date)]
    draft.take(heads[:1], "title")


def _front_matter(lines: Sequence[str]) -> str:
    """The date that front matter gives, between the `---` that a file begins with and the next."""
    if not lines or lines[0].strip() != "---":
        return ""
    for line in takewhile(lambda line: line.strip() != "---", lines[1:]):
        key, _, value = line.partition(":")
        if key.strip().casefold() in ("date", "fecha", "updated", "published"):
            return first_date(value) or ""
    return ""


def _words(line: str) -> str:
    return " ".join(line.lstrip("# ").split())


def title_of(reading: Reading) -> str:
    """A document's title; empty where neither its cover nor its properties have one."""
    if reading.lines and (reading.title or reading.lines[0].startswith("#!")):
        return reading.title
    lines = list(_titles(reading.blocks))
    told = next((line for line in lines if not _says_little(line)), "")
    if told and fold(lines[0]) in _said("paper.of") and lines.index(told) == 1:
        return f"{lines[0]}: {told}"
    return told or (lines[0] if lines else "") or reading.title


def _says_little(line: str) -> bool:
    """Whether a line is only the kind of a paper, or the State whose it is."""
    return fold(_undated(line)) in _said("paper.kind") or _is_state(line)


def _is_state(line: str) -> bool:
    return names().resolve(line, "Country") is not None


def date_of(blocks: Sequence[Block]) -> str:
    """The date (ISO 8601) that a document carries for itself; empty where it carries none."""
    cover = list(_cover(blocks))
    running = [block for block in blocks if block.kind == "running"]
    ways = (
        _labelled([*cover, *running]),
        *(map(dateline, _lines(cover))),
        *(first_date(said(block.runs)) or "" for block in running),
        _signed(blocks),
        *(when(line).date for line in _titles(blocks)),
    )
    return next(filter(None, ways), "")


def _signed(blocks: Sequence[Block]) -> str:
    """The date of a line that says when a text was signed, adopted or done."""
    lines = (said(block.runs) for block in blocks if block.kind in ("paragraph", "item"))
    short = (line for line in lines if len(line.split()) <= _SIGNED_WORDS)
    found = (first_date(line) for line in short if _signing().match(line))
    return next(filter(None, found), "")


def _cover(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks before a document's body begins."""
    shown = (block for block in blocks if not block.hidden and block.kind not in _BESIDE)
    for block in islice(shown, _COVER_BLOCKS):
        if block.kind == "table" or len(said(block.runs).split()) > _BODY_WORDS:
            return
        yield block


def _titles(blocks: Sequence[Block]) -> Iterator[str]:
    """The lines of the cover that may be its title: the headings of the highest level there is."""
    cover = [block for block in _cover(blocks) if not block.label and _may_be(said(block.runs))]
    headings = [block for block in cover if block.kind == "heading"]
    if headings and cover[0] is headings[0] and _is_state(said(cover[0].runs)):
        headings[1:1] = [block for block in cover[1:2] if block.kind == "paragraph"]
    yield from (said(block.runs) for block in headings)
    if not headings:
        yield from (said(block.runs) for block in cover[:1] if block.kind == "paragraph")


def _may_be(line: str) -> bool:
    if not 0 < len(line.split()) <= _TITLE_WORDS or line.endswith((";", ",", ".")):
        return False
    if (
        HOURS.match(line)
        or _NUMBER.fullmatch(line)
        or _MARKED.match(line)
        or fold(line) in _said("paper.state")
    ):
        return False
    return bool(_WORD.search(_undated(line))) and not dateline(line)


def _undated(line: str) -> str:
    """A line without a date in brackets or behind `as of`."""
    for _, found in dates(line):
        before = _dated().sub("", line[: found.start()])
        if before != line[: found.start()] or line[: found.start()].rstrip().endswith("("):
            return (before.rstrip(" (") + line[found.end() :].lstrip(" )")).strip()
    return line


def _labelled(blocks: Sequence[Block]) -> str:
    for block in blocks:
        line = f"{said(block.label)}: {said(block.runs)}" if block.label else said(block.runs)
        for iso, found in dates(line):
            if _dated().search(line[: found.start()]):
                return iso
    return ""


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        yield said(block.runs)
        if len({run.place for run in block.runs}) > 1:
            yield from (run.text for run in block.runs)


def dateline(line: str) -> str:
    """The date of a line that has no more than a place beside it."""
    for iso, found in dates(line):
        beside = _BESIDE_DATE.fullmatch(line[found.end() :])
        alone = _PLACE.fullmatch(line[: found.start()]) and beside
        return iso if alone else ""
    return ""
