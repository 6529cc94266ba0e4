"""Lists of references as lines: where one entry ends and the next begins.

Entries may be marked, set apart by blank lines, or follow each other without either; then what
begins one is an issuer and a kind of document: `UN Network on Migration Policy Brief: …`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from partnergraph.document.words import Passage, Text, Word
from partnergraph.extractors.items import Item, read_items
from partnergraph.extractors.markers import marker
from partnergraph.extractors.materials.issuers import issuers
from partnergraph.names import Names

KIND = (
    r"(?:(?:Joint|Policy|Issues?|Technical|Thematic|Background|Discussion|Working|Position|Concept"
    r"|Guidance|Briefing|Research|Information|Annual|Synthesis|Summary|Progress|Press|Fact|Final"
    r"|Flagship|Advocacy|Outcome|Evaluation|Web) )*"
    r"(?:Brief|Briefing|Statement|Report|Paper|Note|Video|Study|Guidance|Guideline|Toolkit|Handbook"
    r"|Manual|Factsheet|Sheet|Release|Infographic|Webinar|Podcast|Publication|Document|Book|Article"
    r"|Website|Page|Portal|Recording|Presentation|Review|Survey|Assessment|Letter|Compendium|Blog"
    r"|Message|Remarks|Checklist|(?:Note|Document|Nota|Documento) d(?:[’']|e )\w+|Vidéo|Étude"
    r"|Informe|(?:Rapport|Déclaration)(?: (?:commune?|conjointe?|annuel))?|Nota|Estudio"
    r"|Declaración(?: conjunta)?)s?(?: (?:[Nn]o\.? ?)?\d{1,4}| \([^()]{1,60}\))?"
)
HEADER = re.compile(
    rf"(?<!\w){KIND}(?: (?:by|of|from|par|de la|des?|du|del) [^:]{{2,120}}?)?\s?:(?=\s)"
)
_REFERS = re.compile(
    rf"(?<!\w){KIND}(?:\W|$)|\b(?:19|20)\d\d\b|https?://|www\.|\b[AES]/(?:RES/)?\w+/\d|[“\"«]"
)
_SAYS = re.compile(r"(?i)\b(?:is|are|was|were|will|can|should|may|must|please|you|has|have|here)\b")
_ENDED = re.compile(r"[.)”\"»]$|\b\d{2,4}$")
_LINES_BACK = 2
_LONGEST_LINE = 60
_LONGEST_ENTRY = 80


@dataclass(frozen=True, slots=True)
class Section:
    """A list of references: its entries, what is none among them, and where it ends."""

    entries: tuple[Passage, ...]
    unclear: tuple[Passage, ...]
    end: int


def read_section(text: Text, heading: int, stop: int, names: Names) -> Section:
    """The entries between the headings at two positions; none where nothing there refers."""
    first = next((a for a, _ in text.paragraphs(heading + 1, stop - 1)), stop)
    if first < stop and marker(text.lines[first].text):
        found = read_items(text, first, lambda position: position >= stop)
        items = [_tight(text, item) for item in found.items if item.words]
        return _section(items, lambda entry: True, found.end)
    parts: list[Passage] = []
    for start, last in text.paragraphs(first, stop - 1):
        paragraph = _split(text, start, last, names)
        if not any(map(_refers, paragraph)):
            return _section(parts, _refers, start)
        parts += paragraph
    return _section(parts, _refers, stop)


def _section(parts: list[Passage], is_entry: Callable[[Passage], bool], end: int) -> Section:
    entries = tuple(part for part in parts if is_entry(part))
    return Section(entries, tuple(part for part in parts if not is_entry(part)), end)


def _tight(text: Text, item: Item) -> Passage:
    """An item's words up to a blank line behind which a new sentence begins."""
    kept = item.lines[:1]
    for position in item.lines[1:]:
        if position > kept[-1] + 1 and text.lines[position].words[0].text[0].isupper():
            break
        kept.append(position)
    within = set(kept)
    return Passage(text, (word for word in item.words.words if text.position(word) in within))


def _refers(entry: Passage) -> bool:
    """Whether words are those of a reference: a kind, year, link or quote, and no sentence."""
    if len(entry.words) > _LONGEST_ENTRY:
        return False
    header = HEADER.search(entry.text)
    return bool(header or (_REFERS.search(entry.text) and not _SAYS.search(entry.text)))


def _split(text: Text, start: int, last: int, names: Names) -> list[Passage]:
    """A paragraph's entries.

    Behind a line with an issuer and a kind, one without is a part of its title unless it has a
    reference's marks itself.
    """
    headed = _starts(text, start, last, names)
    first = min(headed, default=last + 1)
    plain = (p for p in _unheaded(text, start, last) if p < first or _refers(text.passage(p)))
    starts = sorted({start, *headed, *plain})
    ends = [*(position - 1 for position in starts[1:]), last]
    return [text.passage(a, b) for a, b in zip(starts, ends, strict=True)]


def _starts(text: Text, start: int, last: int, names: Names) -> list[int]:
    """The lines that begin with an issuer and a kind of document, or with the kind alone."""
    paragraph = text.passage(start, last)
    starts: list[int] = []
    for match in HEADER.finditer(paragraph.text):
        first = paragraph.cut(match).words[0]
        line = text.position(first)
        if not (starts and line <= starts[-1]) and len(text.lines[line].words) <= _LONGEST_LINE:
            earliest = max(start, line - _LINES_BACK, starts[-1] + 1 if starts else 0)
            begin = _begin(text, first, line, earliest, names)
            starts += [begin] if begin is not None else []
    return starts


def _begin(text: Text, kind: Word, line: int, earliest: int, names: Names) -> int | None:
    """The line from which the words before a kind of document are its issuer's."""
    for begin in range(line, earliest - 1, -1):
        before = (word for word in text.passage(begin, line).words if word.place < kind.place)
        if issuers(names, Passage(text, before)):
            return begin
    return line if text.lines[line].words[0].place == kind.place else None


def _unheaded(text: Text, start: int, last: int) -> list[int]:
    """The lines that do not go on from the line above: it had room for their first word."""
    lengths = sorted(len(line.text.rstrip()) for line in text.lines if line.words)
    width = lengths[len(lengths) * 9 // 10]
    return [
        position
        for position in range(start + 1, last + 1)
        if not _goes_on(text, position, width * 9 // 10)
    ]


def _goes_on(text: Text, position: int, width: int) -> bool:
    """Whether a line is the one above, broken: in lower case, a link, or no room was left there."""
    above, first = text.lines[position - 1].text.rstrip(), text.lines[position].words[0].text
    if first[0].islower() or "://" in first or first.startswith("www."):
        return True
    if _ENDED.search(above) or first[0] in '“"«':
        return False
    return len(above) + 1 + len(first) > width
