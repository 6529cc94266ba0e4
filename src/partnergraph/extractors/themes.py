"""Themes of a meeting that a sentence counts up: `… on: (1) Skilling Migrants; (2) …; and (3) ….`

Out: a Topic of kind `theme` for each, PART_OF and discussed by the Session or Roundtable it stands
in, else the Document. Only a sentence that says so counts: it speaks of themes, areas or
priorities, or of what a forum or meeting is for. Other enumerations are prose.
"""

import re
from collections.abc import Iterator

from partnergraph.document.words import Passage, Text, Word
from partnergraph.extractors.draft import Draft
from partnergraph.extractors.lines import ends_sentence, is_page_number

_SUBJECT = re.compile(
    r"(?i)\b(?:themes?|thematic|areas? of (?:discussion|focus|work|cooperation)"
    r"|(?:priority|focus|following) areas?|priorities|pillars?|topics?|tracks?"
    r"|thèmes?|axes|priorités|temas?|ejes|prioridades)\b"
)
_PURPOSE = re.compile(r"(?i)\b(?:objectives?|aims?|goals?|purpose|objectifs?|objetivos?)\b")
_MEETING = re.compile(
    r"(?i)\b(?:forum|foro|meeting|summit|conference|conférence|conferencia|consultations?|dialogue"
    r"|diálogo|roundtables?|workshop|session|symposium|réunion|reunión|cumbre)\b"
)
_ON = r"\b(?:on|about|around|concerning|regarding|sur|sobre)\s*"
_ENDS = re.compile(r"(?<!\bto):\s*$")
_ENDS_ON = re.compile(r"(?i)\b(?:on|about|around|concerning|regarding|sur|sobre)\s*:\s*$")
_NUMBER = re.compile(r"(?:(?<=\s)|^)\(?(\d{1,2}|[a-z]|[ivx]{2,5})\)(?=\s)")
_JOINT = re.compile(r"(?:\s*[;,])?(?:\s+(?:and|or|et|ou|y|as well as))?\s*$|[.\s]+$")
_SERIES = (
    tuple(map(str, range(1, 100))),
    tuple("abcdefghijklmnopqrstuvwxyz"),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"),
)
_FIRSTS = frozenset(("(1)", "1)", "(a)", "a)", "(i)", "i)"))

Theme = tuple[str, Passage]
_LONGEST_LEAD_IN = 600


def recognise(text: Text) -> str | None:
    """Whether a sentence counts up themes."""
    found = next(_enumerations(text), None)
    if found is None:
        return None
    sentence, themes = found
    return f"{len(themes)} themes are counted up at {text.locator(sentence.numbers)}"


def extract(draft: Draft) -> None:
    """Read the themes."""
    for number, (sentence, themes) in enumerate(_enumerations(draft.text), start=1):
        if sentence.words[0].place in draft.owners:
            continue
        for code, words in themes:
            free = f"{number}-{code}" if draft.has_part("Topic", code) else code
            if not draft.has_part("Topic", free):
                _write(draft, free, code, words, sentence)
        draft.take(sentence, "lead-in to themes")


def _write(draft: Draft, free: str, code: str, words: Passage, sentence: Passage) -> None:
    theme = draft.part("Topic", free, words, kind="theme")
    draft.property(theme, code=code)
    position = draft.text.position(words.words[0])
    where = draft.container(position, "Session", "Roundtable") or draft.document
    draft.link("PART_OF", theme, where)
    draft.link("DISCUSSES", where, theme, within=sentence)
    draft.take(words, f"theme {code}")


def _enumerations(text: Text) -> Iterator[tuple[Passage, list[Theme]]]:
    """The sentences that count up themes, and the themes."""
    for run in _runs(text):
        begun = any(word.text in _FIRSTS for word in run)
        for sentence in Passage(text, run).sentences() if begun else ():
            themes = _themes(sentence)
            if themes:
                yield sentence, themes


def _runs(text: Text) -> Iterator[list[Word]]:
    """Paragraphs, read on over a page end where the next goes on with the sentence."""
    run: list[Word] = []
    for first, last in text.paragraphs():
        lines = [line for line in text.lines[first : last + 1] if not is_page_number(line)]
        words = [word for line in lines for word in line.words]
        goes_on = bool(words) and (words[0].text[0] == "(" or words[0].text[0].islower())
        if words and not (run and goes_on and not ends_sentence(run[-1].text)):
            yield run
            run = []
        run += words
    yield run


def _themes(sentence: Passage) -> list[Theme]:
    """What a sentence counts up, if it says that these are themes."""
    told = sentence.text
    markers = _in_order(_NUMBER.finditer(told))
    if len(markers) < 2:
        return []
    lead_in = told[max(0, markers[0].start() - _LONGEST_LEAD_IN) : markers[0].start()]
    if not _announces(lead_in):
        return []
    themes = []
    for marker, end in zip(markers, [*(m.start() for m in markers[1:]), len(told)], strict=True):
        item = _JOINT.sub("", told[marker.end() : end])
        if item.strip():
            themes.append((marker[1], sentence[marker.end() : marker.end() + len(item)]))
    return themes


def _announces(lead_in: str) -> bool:
    """Whether the words before an enumeration say that it is one of themes."""
    if not _ENDS.search(lead_in):
        return False
    for_what = _PURPOSE.search(lead_in) and _MEETING.search(lead_in) and _ENDS_ON.search(lead_in)
    return bool(_SUBJECT.search(lead_in) or for_what)


def _in_order(markers: Iterator[re.Match[str]]) -> list[re.Match[str]]:
    """The numbers or letters that count up from the first of their kind."""
    found = list(markers)
    runs = [
        [m for m, code in zip(found, series, strict=False) if m[1] == code] for series in _SERIES
    ]
    return max(runs, key=len)
