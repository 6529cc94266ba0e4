"""What a document says of itself before it begins: title, date, forum, letters, its meeting.

Letters are known by their salutation: the outermost one's date is the document's, who signs is a
Person with the office printed below the name (or in the letterhead). The meeting a document is of
is a Session named by the quoted title it is headed or introduced with, on its days.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from partnergraph.document.words import Passage, Text
from partnergraph.extractors.blocks import Block, blocks
from partnergraph.extractors.cued import link
from partnergraph.extractors.dates import dates, first_date
from partnergraph.extractors.draft import Draft, Mention
from partnergraph.extractors.offices import HAS_ROLE, posts
from partnergraph.extractors.people import NAME, Sighting, affiliate, record, sightings
from partnergraph.names import Names, names

_SALUTATION = re.compile(
    r"(?:(?:Your )?Excellenc(?:y|ies)|Dear\b.{1,60}|Excelencias?|Monsieur.{0,40}|Madame.{0,40}"
    r"|Distinguid[oa].{0,40}|Sir|Madam)\s*[,:]"
)
_CLOSING = re.compile(
    r"(?:Please accept|Yours (?:sincerely|faithfully|truly)|Sincerely|Respectfully"
    r"|With (?:kind|best)|Veuillez agréer|Je vous prie|Atentamente|Le saluda)\b"
)
_CO_FACILITATORS = re.compile(r"\bco-(?:facilitators|chairs)\b", re.I)
_THEIR_SUMMARY = re.compile(
    r"\b(?:co-(?:facilitators|chairs)[’']?|their)[’']? summary of the\b", re.I
)
_SIGNATURE = re.compile(rf"{NAME}")
_OFFICE_HEAD = re.compile(
    r"\b(?:PRESIDENT|SECRETARY|DIRECTOR|CHAIR|MINISTER|COMMISSIONER)\w*\b", re.I
)
_PLACE_AND_DATE = re.compile(r"(?:[^\d.;:]{2,40}, )?(?:le |the |el )?")
_QUOTED = re.compile(r"[“\"«*]{1,3}\s?(?P<title>[^“”\"«»*]{12,300}?)\s?[”\"»*]{1,3}")
_HELD = re.compile(
    r"(?<![\w-])(?P<kind>(?:[\w-]{1,30} ){0,4}(?:session|meeting|conference|workshop|seminar"
    r"|consultation|dialogue|forum|roundtable|hearing))\b[^.]{0,160}?"
    r"\b(?:entitled|titled|on the theme|on|sur|sobre|intitulée?|titulad[ao])"
    r" (?P<quoted>[“\"«*]{1,3}[^“”\"«»*]{12,300}[”\"»*]{1,3})[^.]{0,20}\b(?:was |were )?held\b"
    r"(?P<where>[^.]{0,160})",
    re.IGNORECASE,
)
_ORDINARY = {"the", "a", "an", "this", "our", "of"}
_HEAD_BLOCKS = 12
_TITLE_WORDS = 30
_DATE_LINES = 3
_MONTH = len("2017-06")
_SUMMARY = re.compile(r"summary|report|note|minutes|outcome|résumé|rapport|resumen|informe", re.I)


def recognise(text: Text) -> str | None:
    """What opens the document: a letter, a title or a date; None where nothing does."""
    parts = blocks(text)
    if _salutations(parts):
        return f"a letter begins at line {text.lines[_salutations(parts)[0].first].number}"
    if _meeting_heading(parts):
        return "a quoted title stands over the days of a meeting"
    if _HELD.search(text.whole.text):
        return "it says what meeting it is of"
    return "it names the forum it is of" if _forum_of(text, names()) else None


def extract(draft: Draft) -> None:
    """Read the front matter into the draft."""
    parts = blocks(draft.text)
    letters = _salutations(parts)
    for number, salutation in enumerate(letters):
        following = letters[number + 1] if number + 1 < len(letters) else None
        _letter(draft, parts, salutation, following, number == 0)
    meeting = _meeting(draft, parts)
    for salutation in letters:
        _co_facilitators(draft, parts, salutation)
    _forum(draft)
    if meeting:
        draft.about(title=meeting)


def _salutations(parts: list[Block]) -> list[Block]:
    return [block for block in parts if _SALUTATION.fullmatch(block.whole.text)]


# Letters


def _letter(
    draft: Draft, parts: list[Block], salutation: Block, following: Block | None, outermost: bool
) -> None:
    own = parts.index(salutation)
    before = next((n for n in range(own, 0, -1) if _CLOSING.match(parts[n - 1].whole.text)), 0)
    head = parts[before:own]
    end = parts.index(following) if following else len(parts)
    closing = next((n for n in range(own, end) if _CLOSING.match(parts[n].whole.text)), None)
    if outermost:
        _date_of(draft, head)
    if closing is None:
        draft.take(_lines([*head, salutation]), "head of a letter")
        return
    for block in parts[own + 1 : closing]:
        for sighting in sightings(block.whole):
            record(draft, sighting)
    signed = list(_signatures(draft, parts[closing + 1 : end], head if outermost else []))
    for sighting in signed:
        _sign(draft, sighting)
    letterhead = head if outermost else [block for block in head if block.size <= _TITLE_WORDS]
    draft.take(_lines(letterhead), "letterhead")
    draft.take(_lines(parts[own : closing + 1]), "letter")


def _lines(parts: list[Block]) -> Iterator[int]:
    for block in parts:
        yield from range(block.first, block.last + 1)


def _date_of(draft: Draft, head: list[Block]) -> None:
    for block in head:
        iso = first_date(block.whole.text)
        if iso and _alone(block.whole.text):
            draft.about(date=iso)
            return


def _alone(words: str) -> bool:
    """Whether words are a date with no more than a place before it."""
    _, match = next(dates(words), ("", None))
    if not match:
        return False
    return bool(_PLACE_AND_DATE.fullmatch(words[: match.start()])) and not words[
        match.end() :
    ].strip(" .")


def _signatures(draft: Draft, parts: list[Block], head: list[Block]) -> Iterator[Sighting]:
    """Names that stand alone on a line below a closing, with the lines of office below them."""
    seen: set[str] = set()
    for block in parts:
        lines = range(block.first, block.last + 1)
        name = draft.text.passage(block.first)
        if not _SIGNATURE.fullmatch(name.text) or name.text.isupper() or name.text in seen:
            if seen and block.size > _TITLE_WORDS:
                return
            continue
        office = (
            draft.text.passage(block.first + 1, block.last) if block.last > block.first else None
        )
        if office is None:
            office = _office_in(head)
        if office is not None and HAS_ROLE.search(office.text):
            seen.add(name.text)
            draft.take(lines, "signature")
            yield Sighting(name, office, office + name)


def _office_in(head: list[Block]) -> Passage | None:
    for block in head:
        if _OFFICE_HEAD.search(block.whole.text) and not first_date(block.whole.text):
            return block.whole
    return None


def _sign(draft: Draft, sighting: Sighting) -> None:
    """A letterhead gives office and organ by position: `THE PRESIDENT OF THE GENERAL ASSEMBLY`."""
    held = posts(sighting.office, draft.names)
    if held and held[0].body is None:
        found = draft.names.find(sighting.office, "Organisation", "Agency")
        if found:
            body = draft.shared(found[-1].entity, found[-1].words)
            role = sighting.office.text
            person = draft.person(sighting.name, body, role=role)
            affiliate(draft, person, body, sighting.whole, role)
            return
    record(draft, sighting)


def _co_facilitators(draft: Draft, parts: list[Block], salutation: Block) -> None:
    """Who a letter names as the co-facilitators whose summary of the meeting it transmits."""
    meeting = draft.known("Session", "meeting")
    body = list(_body_of(parts, salutation))
    told = " ".join(block.whole.text for block in body)
    if not meeting or not _THEIR_SUMMARY.search(told):
        return
    for block in body:
        for sentence in block.whole.sentences():
            named = _CO_FACILITATORS.search(sentence.text)
            for sighting in sightings(sentence[named.start() :]) if named else ():
                words = sentence[named.start() : named.end()] if named else sighting.whole
                person = record(draft, sighting)
                link(draft, "CO_FACILITATED", person, meeting, words, words + sighting.whole)


def _body_of(parts: list[Block], salutation: Block) -> Iterator[Block]:
    for block in parts[parts.index(salutation) + 1 :]:
        if _CLOSING.match(block.whole.text) or _SALUTATION.fullmatch(block.whole.text):
            return
        yield block


# The meeting


def _meeting(draft: Draft, parts: list[Block]) -> str | None:
    """The Session the document is of; its title."""
    found = _meeting_heading(parts)
    held = _held(draft.text)
    if found:
        block, title, days = found
        meeting = _session(draft, title, days)
        draft.take(range(block.first, block.last + 1), "title of the meeting")
    elif held:
        sentence, match = held
        quoted = _QUOTED.search(match["quoted"])
        offset = match.start("quoted")
        assert quoted
        title = sentence[offset + quoted.start("title") : offset + quoted.end("title")]
        meeting = _session(draft, title, first_date(match["where"]) or "")
    else:
        return None
    for name in _called(draft.text):
        draft.alias(meeting, name)
    return meeting.words.text


def _session(draft: Draft, title: Passage, days: str) -> Mention:
    meeting = draft.part("Session", "meeting", title, kind="meeting")
    if days:
        draft.property(meeting, date=days)
    draft.link("PART_OF", meeting, draft.document)
    return meeting


def _meeting_heading(parts: list[Block]) -> tuple[Block, Passage, str] | None:
    """A quoted title that stands alone over a line with the meeting's days."""
    for block, after in pairwise(parts):
        quoted = _QUOTED.fullmatch(block.whole.text)
        days = first_date(after.whole.text) if after.size <= _TITLE_WORDS else None
        if quoted and days and not block.kind:
            return block, block.whole.cut(quoted, "title"), days
    return None


def _held(text: Text) -> tuple[Passage, re.Match[str]] | None:
    for first, last in text.paragraphs():
        paragraph = text.passage(first, last)
        match = _HELD.search(paragraph.text)
        if match:
            return paragraph, match
    return None


def _called(text: Text) -> set[str]:
    """What prose calls the meeting: `fourth informal thematic session`."""
    names: set[str] = set()
    for match in _HELD.finditer(text.whole.text):
        words = match["kind"].split()
        while words and words[0].casefold() in _ORDINARY:
            words = words[1:]
        if len(words) > 1:
            names.add(" ".join(words))
    return names


# The forum


def _forum(draft: Draft) -> None:
    forum = _forum_of(draft.text, draft.names)
    if forum:
        draft.about(forum=forum)


def _forum_of(text: Text, names: Names) -> str:
    """The forum a document is of: the one it names most, and twice as often as any other."""
    named = Counter(
        str(found.entity.properties.get("acronym", found.entity.name))
        for found in names.find(text.whole, "Organisation")
        if found.entity.properties.get("kind") == "forum"
    )
    ranked = named.most_common(2)
    if ranked and ranked[0][1] > 1 and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
        return ranked[0][0]
    return ""
