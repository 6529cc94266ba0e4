"""Background materials and references: each entry is a document that this one points to.

It becomes a Document without `file`, which the document CITES, PREPARED by who is printed as its
issuer. Nothing else is known of it.
"""

import re
from typing import NamedTuple

from partnergraph.document.laid import Part
from partnergraph.document.words import NOWHERE, Passage
from partnergraph.genres.section import Section
from partnergraph.lexicon import lexicon
from partnergraph.lexicon.data import LANGUAGES
from partnergraph.relations.issuing import Issue, issue, issuers, refers
from partnergraph.relations.page import Page

_KINDS = ("item", "paragraph", "label")
_OWN = ("document", "material", "instrument")  # labels that an entry may begin with
_LONGEST = 80  # words of an entry
_COLON = re.compile(r"\s?:\s+")
_YEAR = re.compile(
    r"(?P<issuer>[^:(]{2,120}?)[,.]? \(\d{4}[^()]{0,20}\)[.,:]?\s+(?P<title>.+?)(?:\.\s.*)?"
)
_FIRST = re.compile(r"(?P<issuer>[^:,.“”\"]{2,120})[:,.]\s+(?:\d{4}[.,:]\s+)?(?P<title>.+)")
_LAST = re.compile(
    r"(?P<title>.+?)\s*(?:,|\(|–|-)\s*(?P<issuer>[^,()]{2,120}?)"
    r"(?:,?\s*\(?(?:\w+ )?\d{4}\)?)?\)?\.?"
)
_LINK = re.compile(
    r"[\s,;:]*(?:[<(\[]?(?:https?://|www\.)\S+|[Aa]vailable (?:at|from|here)\b.*)\s*$"
)
_YEAR_BEHIND = re.compile(r"[.,;]\s\(?(?:19|20)\d\d\)?\.?$")
_QUOTED = re.compile(r"[“\"«](.+)[”\"»][.,]?|(.+?)\.?")
_MARKS = re.compile(r"\b(?:19|20)\d\d\b|https?://|www\.|\b[AES]/(?:RES/)?\w+/\d|[“\"«]")


class Entry(NamedTuple):
    """An entry's title, what it is called where that is more than its words, and its issue."""

    title: Passage
    name: str
    issue: Issue


def read(page: Page, part: Part, section: Section) -> bool:
    """Cite the document that a block is the entry of; False where it is none."""
    if part.block.kind not in _KINDS or not part.words or len(part.whole.words) > _LONGEST:
        return False
    entry = _entry(page, part)
    if entry is None:
        return False
    if not any(letter.isalpha() for letter in entry.title.text):
        page.draft.skip_words(part.whole, "a link without a title")
    else:
        _cite(page, part, entry)
    return True


def _entry(page: Page, part: Part) -> Entry | None:
    """What a block says as an entry: `Policy Brief by the ILO: title`, `IOM (2020). Title.` …"""
    head, behind = _headed(part)
    begun = issue(page, head) if head else None
    if begun:
        return _titled(behind, begun)
    if not _is_entry(part):
        return None
    named = issuers(page, head, known=True) if head else []
    if named:
        return _titled(behind, Issue(head[:0], named))
    if part.label:
        whole = _titled(part.whole, Issue(head[:0], ()))
        return whole._replace(name=_printed(part))
    words = _unlinked(part.words)
    for form in (_YEAR, _FIRST, _LAST):
        match = form.fullmatch(words.text)
        found = issuers(page, words.cut(match, "issuer"), known=True) if match else []
        if match and found:
            return _titled(words.cut(match, "title"), Issue(words[:0], found))
    return _titled(words, Issue(words[:0], ()))


def _headed(part: Part) -> tuple[Passage, Passage]:
    """The words before an entry's first colon, and those behind it."""
    if part.label:
        return part.label, part.words
    colon = _COLON.search(part.words.text)
    if colon is None:
        return part.words[:0], part.words
    return part.words[: colon.start()], part.words[colon.end() :]


def _printed(part: Part) -> str:
    """An entry as printed: in French a space stands before its colon."""
    if not part.label:
        return part.words.text
    behind = part.label.source.words[part.label.words[-1].place + 1]
    apart = " " if behind.text == ":" and behind.line != NOWHERE else ""
    return f"{part.label.text}{apart}: {part.words.text}"


def _unlinked(words: Passage) -> Passage:
    link = _LINK.search(words.text)
    return words[: link.start()] if link else words


def _titled(words: Passage, begun: Issue) -> Entry:
    """An entry by the words of its title, without its link, year, quotes and full stop."""
    title = _unlinked(words)
    year = _YEAR_BEHIND.search(title.text)
    title = title[: year.start()] if year else title
    match = _QUOTED.fullmatch(title.text)
    title = title.cut(match, 1 if match[1] else 2) if match else title
    return Entry(title, title.text, begun)


def _is_entry(part: Part) -> bool:
    """Whether a block is an entry: no label with a meaning of its own, and no sentence."""
    told = lexicon().label(part.label.text) if part.label else None
    if told and told.kind not in _OWN:
        return False
    words = part.whole.text
    marked = refers(words) or bool(_MARKS.search(words))
    return (part.block.kind == "item" or marked) and not (_says(words) and not _MARKS.search(words))


def _says(words: str) -> bool:
    """Whether words have a verb of a sentence."""
    said = words.lower().split()
    return any(
        verb in said
        for language in LANGUAGES
        for name in ("auxiliary", "modal")
        for verb in lexicon().small(name, language)
    )


def _cite(page: Page, part: Part, entry: Entry) -> None:
    document = page.draft.stated("Document", entry.title, entry.name)
    if document.id == page.draft.document.id:
        page.draft.skip_words(part.whole, "it is the document itself")
        return
    if _printed(part) != entry.name:
        page.draft.alias(document, _printed(part))
    page.draft.link("CITES", page.draft.document, document, within=part.whole)
    cue = entry.issue.cue
    for named in entry.issue.issuers:
        within = part.whole if cue else named.thing.words + entry.title
        page.draft.link("PREPARED", named.thing, document, within=within, cue=cue or None)
    page.take(part, "reference")
