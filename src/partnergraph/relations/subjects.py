"""What a page, a section or a card is about: the thing that its title or heading names.

A title says what it is of by the first word in it that is the kind of a thing (*Regional Network on
Migration*, *Third Ministerial Consultation*, *Joint Programme*, *Session 2*); a thing is made only
when something is said of it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import takewhile
from typing import NamedTuple

from partnergraph.document.laid import Part
from partnergraph.document.words import Passage
from partnergraph.lexicon import lexicon
from partnergraph.lexicon.bodies import words as bodies
from partnergraph.lexicon.data import LANGUAGES
from partnergraph.lexicon.sorts import Sort, sorts
from partnergraph.lexicon.things import things
from partnergraph.mentions.casts import casts
from partnergraph.mentions.days import HOURS
from partnergraph.records.ids import fold
from partnergraph.relations import factsheets, projects
from partnergraph.relations.actions import undone
from partnergraph.relations.clauses.words import language_of, uncapped
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Page
from partnergraph.relations.sessions import Heading, scheduled

_ENDS = {"on", "of", "for", "to", "in", "sur", "de", "du", "des", "sobre", "del", "pour", "para"}
_COVER = 5  # blocks on which a cover says what it is of
_TITLE = 10  # words; a title that is printed like the text is hardly longer
_MEETS = ("meeting", "session", "roundtable")
_ADOPTED = 2  # words with which a line says that a text was adopted
_BEFORE_DOER = 1
"""Words before who does it in a headline: an article."""
_COUNTING = "one two three four five six seven eight nine ten"
_COUNTED = {word: str(number) for number, word in enumerate(_COUNTING.split(), start=1)}
_MEETING = re.compile(
    r"\b(?:\d{1,3}(?:st|nd|rd|th|e|er|ème|a|ª|º)|[IVX]{1,5}) \w+\b|\b\w+ \d{1,3}$"
)
_NTH = re.compile(r"\d{1,3}(?:st|nd|rd|th|e|er|ere|eme|a|o)|[ivx]{1,6}")
_OF = re.compile(r"\b(?:of|de|du|del)(?: the| la| l[’'])? $")  # Minutes of the 7th meeting
_SESSION_OF = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){1,2} (?:of|de|du|del|des)\b", re.IGNORECASE)
"""The title of a whole meeting: *Third Session of the Council*, not *Panel on data*."""
_OF_WHAT = re.compile(
    r"\s(?:of|in|to|de|du|del|dans|en)(?: the| la| le| el| l[’'])? (?=[A-Z])|\sde l[’'](?=[A-Z])"
)
_OF_PAPER = re.compile(
    r"\s+(?:(?:of|for|de|du|del|des|pour|para)\s+(?:(?:the|la|le|les|el)\s+)?|(?:de\s+l|d)['’])",
    re.IGNORECASE,
)
_LONGEST_PAPER = 120
"""Characters that the kind of a paper has at most, with its preposition."""
_NUMBER = re.compile(r"(?P<code>\d{1,2})[.)]\s(?=\S)")
_CODE = re.compile(
    r"(?P<word>[^\W\d_]+(?: [^\W\d_]+)?)\s"
    rf"(?P<code>\d{{1,3}}(?:\.\d{{1,3}})*[A-Za-z]?(?!\w)|[A-Z](?:\.\d{{1,3}})+(?!\w)|[IVX]{{1,5}}|[A-Z]|(?i:{'|'.join(_COUNTED)}))"
    r"(?:\s?[:.–—-]\s*|\s+|$)"
)

_WORD = re.compile(
    r"(?P<code>\d{1,2}(?:\.\d{1,2})*)\.?\s(?P<word>[^\W\d_]+(?: [^\W\d_]+)?)\s?[:–—-]\s+(?=\S)"
)
_STEPS: tuple[Sort, ...] = ("aim", "output")  # of a results chain


@dataclass
class Subject:
    """What something is about; its node is made when it is first asked for.

    `step` is where it stands in a results chain: an outcome above an output above an activity.
    """

    sort: Sort
    words: Passage
    make: Callable[[], Thing | None]
    code: str = ""
    step: int = 0
    _made: Thing | None = None
    _tried: bool = False

    @property
    def thing(self) -> Thing | None:
        """The node, made now if it was not before; None where it is none of a kind we make."""
        if not self._tried:
            self._tried = True
            self._made = self.make()
        return self._made

    def rename(self, other: "Subject") -> None:
        """Take another's name, if the node was not made yet."""
        if not self._tried:
            self.words, self.make = other.words, other.make


def heading(page: Page, words: Passage, where: Callable[[], Thing | None]) -> Subject | None:
    """The thing that a section's heading names; None where it names none. `where` it is part of."""
    clock = HOURS.match(words.text)
    words = words[clock.end() :] if clock else words
    found = _CODE.match(words.text)
    labelled = _WORD.match(words.text) if found is None else None
    if labelled:
        label = words[labelled.start("word") : labelled.end("word")]
        if step := stepped(page, label, words[labelled.end() :], where, labelled["code"]):
            return step
    if found is None and (numbered := _numbered(words)):
        return _described(page, *numbered, where)
    code = found["code"] if found else ""
    sort = sort_of(found["word"] if found else words.text)
    if sort is None:
        return None
    rest = words[found.end() :] if found else words
    sort = _done(page, sort, rest)
    if sort != "group" and not code and ":" not in words.text:
        return None
    called = words[: found.end("code")] if found else words[: max(words.text.find(":"), 0)]
    if sort in ("session", "roundtable") and not found and called:
        rest = words[len(called.text) + 1 :] or words
    place = _Place(_COUNTED.get(code.casefold(), code), words, where, called)
    make = partial(_node, page, sort, rest or words, place)
    return Subject(sort, rest or words, make, place.code, _step(sort, found and found["word"]))


def stepped(
    page: Page, label: Passage, rest: Passage, where: Callable[[], Thing | None], code: str
) -> Subject | None:
    """A step of a results chain by its label: `1.1 Output: Desks open`, `OUTCOME: …`."""
    sort = sort_of(label.text)
    if sort not in _STEPS or not rest:
        return None
    assert sort
    sort = _done(page, sort, rest)
    place = _Place(code, label + rest, where, label)
    make = partial(_node, page, sort, rest, place)
    return Subject(sort, rest, make, code, _step(sort, label.text))


def _done(page: Page, sort: Sort, words: Passage) -> Sort:
    """A result that brackets say somebody delivers is an output."""
    return "output" if sort == "aim" and undone(page, words) is not words else sort


def _step(sort: Sort, word: str | None) -> int:
    if sort not in _STEPS:
        return 0
    last = fold(word or "").partition(" ")[0] in lexicon().folded("last_step")
    return len(_STEPS) + 1 if last else _STEPS.index(sort) + 1


def _numbered(words: Passage) -> tuple[str, Passage] | None:
    """The number before a heading that describes a session: `1. Panel on remittances`."""
    found = _NUMBER.match(words.text)
    said = words[found.end() :] if found else words
    first = fold(said.text).partition(" ")[0]
    told = first in lexicon().folded("determiner")
    named = found is not None and not told and sort_of(said.text) == "session"
    return (found["code"], said) if found and named else None


def _described(page: Page, code: str, words: Passage, where: Callable[[], Thing | None]) -> Subject:
    place = _Place(code, words, where, words)
    return Subject("session", words, partial(_node, page, "session", words, place), code)


def of_page(page: Page, parts: Sequence[Part]) -> Subject | None:
    """What a page is about: the meeting it says it is of, else what its title names."""
    meeting = page.draft.known("Session", "meeting")
    if meeting:
        return Subject("meeting", meeting.words, lambda: meeting)
    headings = [part for part in parts if part.block.kind == "heading"]
    shown = [part for part in parts if part.block.kind != "running"]
    at_top = list(takewhile(lambda part: part.block.kind == "heading", shown))
    at_top = [part for part in at_top if part is at_top[0] or not _counts(part, headings)]
    lines = [part for part in shown[:1] if not at_top and _is_title_line(part)]
    named = (title(page, part.line) for part in at_top or lines)
    own = next(filter(None, named), None) or _of_fact_sheet(page, parts) or _of_project(page, shown)
    below = headings[:1] if not at_top else ()
    return own or next(filter(None, (title(page, part.words) for part in below)), None)


def reported(page: Page, parts: Sequence[Part], subject: Subject | None) -> Subject | None:
    """The meeting of a group that a line on its page's cover says it reports on.

    `Minutes of the 22nd meeting, 17 January` below the name of the group.
    """
    if subject is None or subject.sort != "group":
        return None
    shown = [part for part in parts if part.block.kind != "running" and part.words]
    for part in shown[1:_COVER]:
        if named := _reported(part):
            return Subject("meeting", named, partial(_whole, page, "meeting", named))
    return None


def _reported(part: Part) -> Passage | None:
    """The meeting that a line of a cover names: by its code, as a paper's, or by its number.

    `Workshop B.3: Skills learnt abroad`, `Minutes of the 22nd meeting`, `Fourth Expert Meeting`.
    """
    coded = _CODE.match(part.line.text)
    if coded and sort_of(coded["word"]) in _MEETS:
        return part.line
    rest = part.words[:0] if part.label else _behind_paper(part.words, "reporting")
    if not rest and part.block.kind == "heading" and _is_counted(part.words.text):
        rest = part.words
    named = rest[: _name_end(rest.text.partition(",")[0])]
    sort = sort_of(named.text) if named else None
    told = sort == "meeting" or (sort == "session" and _is_counted(named.text))
    return named if told else None


def _is_counted(text: str) -> bool:
    """Whether a name begins with a number of several: *séptima sesión*, *22nd meeting*."""
    first = fold(text).partition(" ")[0]
    return first in lexicon().folded("ordinal") or bool(_NTH.fullmatch(first))


def _of_fact_sheet(page: Page, parts: Sequence[Part]) -> Subject | None:
    named = factsheets.title(parts)
    return Subject("work", named, partial(_whole, page, "work", named)) if named else None


def _of_project(page: Page, shown: Sequence[Part]) -> Subject | None:
    named = projects.title(shown)
    if named is None or is_headline(page, named):
        return None
    return Subject("work", named, partial(_whole, page, "work", named))


def _counts(part: Part, headings: Sequence[Part]) -> bool:
    """Whether a heading is the first of several that count on: `Working Group 1: Wages`."""
    found = _CODE.match(part.words.text)
    others = (_CODE.match(each.words.text) for each in headings if each is not part)
    return found is not None and any(each and each["word"] == found["word"] for each in others)


def _is_title_line(part: Part) -> bool:
    """Whether a first line is a title though it is printed like the text: short, in capitals."""
    small = lexicon().folded("preposition") | lexicon().folded("determiner")
    named = _beginning(part.line.text)
    words = [word for word in named.split() if word[0].isalpha()]
    words = [word for word in words if word[0].isupper() or fold(word) not in small]
    capitals = sum(word[0].isupper() for word in words)
    unknown = part.block.kind == "label" and lexicon().label(part.label.text) is None
    plain = part.block.kind == "paragraph" or unknown
    line = plain and len({run.place for run in part.block.runs}) == 1
    return line and 1 < len(words) <= _TITLE and capitals * 2 > len(words) and _is_name(part)


def _beginning(text: str) -> str:
    """A title up to its colon or dash, where more than a word stands before it."""
    first = re.split(r":\s|\s[–—]\s", text, maxsplit=1)[0]
    return first if len(first.split()) > 1 else text


def _is_name(part: Part) -> bool:
    return not re.search(r"[.:;,]$|\|", part.line.text)


def title(page: Page, words: Passage) -> Subject | None:
    """What a document's title says that it is about; a headline is a sentence and names nothing."""
    if fold(words.text) in lexicon().folded("presenting") or _begins_with_verb(words.text):
        return None
    if _is_of_adoption(words.text):
        return None
    if any(is_headline(page, words[start:]) for start in _beginnings(words.text)):
        return None
    meeting = _MEETING.search(words.text)
    if meeting and sort_of(meeting[0]) == "meeting" and meeting.start() != 0:
        start = max(at for at in _beginnings(words.text) if at <= meeting.start())
        if _OF.search(words.text[start : meeting.start()]):
            start = meeting.start()
        named = words[start:]
        return Subject("meeting", named, partial(_whole, page, "meeting", named))
    known = _known(page, words)
    if known:
        return known
    if own := _by_paper(words):
        return Subject(*own, partial(_whole, page, *own))
    for start in _beginnings(words.text):
        part = words[start:]
        sort = sort_of(re.split(r":|\s[–—]\s", part.text, maxsplit=1)[0])
        if sort == "session" and _SESSION_OF.match(part.text):
            sort = "meeting"
        if sort in ("meeting", "group", "work"):
            whole = sort == "work" and ":" in part.text
            named = part if whole else part[: _name_end(part.text)]
            if start and sort == "work" and _is_called(words.text[:start]):
                named = words  # Return to Opportunity: joint programme on livelihoods
            return Subject(sort, named, partial(_whole, page, sort, named))
    return _told_of(page, words)


def _is_of_adoption(text: str) -> bool:
    """Whether a line says where or by whom a text was adopted: `Text adopted by the Conference`."""
    return not lexicon().folded("paper.signed").isdisjoint(fold(text).split()[:_ADOPTED])


def _is_called(before: str) -> bool:
    """Whether what stands before a work's kind is its name, and not what paper it is on."""
    said = before.rstrip(" :–—-")
    return fold(said) not in lexicon().folded("presenting") and sort_of(said) is None


def _told_of(page: Page, words: Passage) -> Subject | None:
    """What a title tells of: `Partners of the Quay Programme`, `Fichas del Proyecto Faro`."""
    for cut in _OF_WHAT.finditer(words.text):
        named = words[cut.end() :]
        sort = sort_of(named.text)
        if sort == "work":
            return Subject(sort, named, partial(_whole, page, sort, named))
    return None


def _by_paper(words: Passage) -> tuple[Sort, Passage] | None:
    """The group or meeting that a paper is of: `Terms of reference of the Task Force on Wages`."""
    for sort, name in (("group", "constituting"), ("meeting", "reporting")):
        own = _behind_paper(words, name)
        own = own[: _name_end(own.text)]
        if own and sort_of(own.text) == sort:
            return sort, own
    return None


def _behind_paper(words: Passage, name: str) -> Passage:
    """What stands behind a paper's kind and *of*; nothing where some words begin with none."""
    papers, text = lexicon().folded(name), words.text
    of = _OF_PAPER.finditer(text, 0, _LONGEST_PAPER)
    ends = [each.end() for each in of if fold(text[: each.start()]) in papers]
    return words[ends[-1] :] if ends else words[:0]


def is_headline(page: Page, words: Passage) -> bool:
    """Whether a title says what somebody does: *IOM Organizes a Regional Workshop on …*."""
    text = uncapped(words.text, language_of(words.text))
    cast = next(iter(casts(text, page.names, page.definitions)), None)
    if cast is None or len(text[: cast.start].split()) > _BEFORE_DOER:
        return False
    word = fold(text[cast.stop :].strip().partition(" ")[0])
    if not word or any(word in things(language) for language in LANGUAGES):
        return False
    several = len(cast.members) > 1
    return any(form.finite and (form.tense != "base" or several) for form in lexicon().verb(word))


def _begins_with_verb(text: str) -> bool:
    """Whether a title is a headline as Spanish papers print them: *Analizan migración en foro*."""
    first = fold(text).partition(" ")[0]
    forms = lexicon().verb(first) if first.endswith("n") else ()
    noun = any(first in things(language) for language in LANGUAGES) or first in sorts()
    return not noun and any(form.language == "es" and form.finite for form in forms)


def _known(page: Page, words: Passage) -> Subject | None:
    for mention in page.named(words):
        if mention.what == "process" or (mention.entity and mention.entity.label == "RCP"):
            said = words[mention.start : mention.stop]
            if len(said.words) * 2 >= len(words.words):
                return Subject("group", said, partial(page.node, mention, words))
    return None


def _beginnings(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer(r":\s+|\s[–—-]\s", text))]


def _name_end(text: str) -> int:
    found = re.search(r":\s|\s[–—]\s|\s\(", text)
    return found.start() if found else len(text)


def sort_of(text: str) -> Sort | None:
    """The sort of thing that some words name, by the noun that heads them.

    A forum with a number is one of its meetings.

    >>> [sort_of(text) for text in ("Forum on Migration", "Seventh Forum on Migration")]
    ['group', 'meeting']
    """
    keys = fold(text).split()
    sort = _sort_of(keys)
    counted = keys and (keys[0] in lexicon().folded("ordinal") or _NTH.fullmatch(keys[0]))
    meets = counted and not lexicon().folded("meets").isdisjoint(keys)
    return "meeting" if sort == "group" and meets else sort


def _sort_of(keys: Sequence[str]) -> Sort | None:
    head = next((n for n in range(1, len(keys)) if _ends(keys, n)), len(keys))
    for place in range(head - 1, -1, -1):
        for length in (3, 2, 1):
            if place - length + 1 < 0:
                continue
            phrase = keys[place - length + 1 : place + 1]
            kind = bodies().kind(phrase)
            if kind and kind.kind in bodies().groups:
                return "group"
            if found := sorts().get(" ".join(phrase)):
                return found
    for length in (4, 3, 2, 1):
        kind = bodies().kind(keys[:length], leads=True)
        if kind and kind.kind in bodies().groups:
            return "group"
    first = keys[:2]
    return next(filter(None, map(sorts().get, (" ".join(first), *first))), None)


def _ends(keys: Sequence[str], place: int) -> bool:
    """Whether a noun's words end before a small word: not in `Bay of Bengal Forum`."""
    return keys[place] in _ENDS and keys[place - 1] not in lexicon().folded("landscape")


class _Place(NamedTuple):
    """Where a heading stands: its code, all its words, what it is part of, what it is called."""

    code: str
    whole: Passage
    where: Callable[[], Thing | None]
    called: Passage


def _node(page: Page, sort: Sort, words: Passage, place: _Place) -> Thing | None:
    draft, over = page.draft, place.where()
    if sort in ("session", "roundtable"):
        called = place.called or words
        heading = Heading(place.code, called, words, place.whole)
        return scheduled(page, "Session" if sort == "session" else "Roundtable", heading, over)
    if sort == "group":
        kind = next((k for k in bodies().groups if k in fold(place.whole.text)), "working group")
        return draft.stated("Organisation", place.whole, apart=draft.slug, kind=kind)
    if sort == "aim":
        code = page.code("Objective", place.code)
        return draft.part("Objective", code, words, framework="results")
    if sort in ("work", "output"):
        thing = page.activity(undone(page, words), place.code)
        if over and over.label == "Activity":
            draft.link("PART_OF", thing, over)
        elif over and over.label == "Objective":
            draft.link("PURSUES", thing, over)
        return thing
    return page.activity(words, place.code, kind="meeting") if sort == "meeting" else None


def _whole(page: Page, sort: Sort, words: Passage) -> Thing | None:
    draft = page.draft
    if sort == "meeting":
        known = draft.known("Session", "meeting")
        if known:
            return known
        meeting = draft.part("Session", "meeting", words, kind="meeting")
        draft.link("PART_OF", meeting, draft.document)
        return meeting
    if sort == "group":
        entity = page.names.resolve(words.text, "RCP", "Organisation", "Agency")
        if entity:
            return draft.shared(entity, words)
        return draft.stated("Organisation", words, kind=kind_of(words))
    return draft.part("Activity", page.code("Activity"), words)


def kind_of(words: Passage) -> str:
    """The kind of a group by its name: by what that begins with, or holds."""
    keys = fold(words.text).split()
    led = [each for count in (4, 3, 2, 1) if (each := bodies().kind(keys[:count], leads=True))]
    held = (kind for kind in bodies().groups if kind in fold(words.text))
    first = next((each.kind for each in led if each.kind in bodies().groups), "")
    return first or next(held, "network")
