"""Where a text says that questions follow: by a heading, or by a sentence that ends in a colon."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from partnergraph.document.words import Text
from partnergraph.extractors.lines import ends_asking, ends_sentence, is_heading
from partnergraph.extractors.markers import marker

_HEADING = re.compile(
    r"(?i)(?:(?:proposed|suggested|possible|some|list of|the) )*"
    r"(?:(?:guiding|guidance|discussion|key|core|main|orienting|framing|leading|driving) )?"
    r"questions?"
    r"(?: (?:for|to|of) (?:the |be )?[\w ,/-]{1,80})?"
    r"|questions? (?:directrices|d[’']orientation|clés?|de (?:réflexion|discussion)|à (?:examiner"
    r"|débattre|traiter)|pour (?:la |le |les )?[\w -]{1,60})"
    r"|(?:preguntas?|perguntas?|cuestiones) (?:orientador[ae]s|gu[ií]as?|norteadoras|clave|rectoras"
    r"|directrices|(?:de|para) (?:el |la |o |a )?[\w -]{1,60})"
    r"|leitfragen"
)
_ANNOUNCES = re.compile(r"(?i)\b(?:questions?|preguntas?|perguntas?|cuestiones|leitfragen)\b")
_ANSWERED = re.compile(r"(?i)\b(?:answers?|asked|réponses?|respuestas?|respostas?)\b")
_DECORATION = " \t#*_=:\u00a0"
_LONGEST_LEAD_IN = 5
_TWO = 2
_LONGEST_TWO = 24


@dataclass(frozen=True, slots=True)
class Announcement:
    """The positions of the lines that announce questions, and whether they are a heading."""

    first: int
    last: int
    heading: bool


def announcements(text: Text) -> Iterator[Announcement]:
    r"""The announcements of questions in a text, in order.

    >>> text = Text.of("3. Guiding questions\n\nIt will\naddress the questions:\n- Why?")
    >>> [(found.first, found.last) for found in announcements(text)]
    [(0, 0), (2, 3)]
    """
    for position, line in enumerate(text.lines):
        if line.blank or len(line.text) > 1000 or _is_comment(text, position):
            continue
        if _is_title(line.text):
            yield Announcement(position, position, True)
        elif line.text.rstrip().endswith(":") and not marker(line.text):
            first = _sentence_start(text, position)
            told = " ".join(text.lines[p].text for p in range(first, position + 1))
            announces = _ANNOUNCES.search(told) or _two_ask(text, position + 1)
            if announces and not _ANSWERED.search(told):
                yield Announcement(first, position, False)


def _is_comment(text: Text, position: int) -> bool:
    """Whether a line is a comment of source code: a mark of Markdown, indented or repeated."""
    line, *below = (line.text for line in text.lines[position : position + 2])
    indented, repeated = line[:4].isspace(), below and below[0].startswith("# ")
    return line.lstrip().startswith("#") and bool(indented or repeated)


def _two_ask(text: Text, start: int) -> bool:
    """Whether a list stands right below whose first two items are questions."""
    items: list[str] = []
    for line in text.lines[start : start + _LONGEST_TWO]:
        if line.blank:
            continue
        if marker(line.text):
            items.append(line.text.strip())
        elif items and not ends_asking(items[-1]):
            items[-1] += f" {line.text.strip()}"
        else:
            break
    return len(items) >= _TWO and all(map(ends_asking, items[:_TWO]))


def _is_title(line: str) -> bool:
    told = line.strip(_DECORATION)
    mark = marker(told)
    told = told[mark.length :].strip(_DECORATION) if mark else told
    return bool(_HEADING.fullmatch(" ".join(told.split()))) and not _ANSWERED.search(told)


def _sentence_start(text: Text, position: int) -> int:
    first = position
    while first > 0 and position - first < _LONGEST_LEAD_IN:
        before = text.lines[first - 1]
        if before.blank or marker(before.text) or ends_sentence(before.text.rstrip()[-80:]):
            break
        if is_heading(text, first - 1):
            break
        first -= 1
    return first
