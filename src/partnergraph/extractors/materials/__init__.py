"""Background materials and references: documents a note points its readers to.

In: entries below `Background materials`, `References` and the like, and papers that running text
names (`The GFMD Concept Note sets out …`). Out: for each a Document without `file`, which the note
CITES, PREPARED by who is printed as its issuer. Nothing else is known of it.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from partnergraph.document.words import Passage, Text
from partnergraph.extractors.cued import found_in
from partnergraph.extractors.draft import Draft
from partnergraph.extractors.markers import marker
from partnergraph.extractors.materials.cited import read_entry
from partnergraph.extractors.materials.entries import read_section
from partnergraph.extractors.pieces import pieces

_HEADING = re.compile(
    r"(?i)(?:(?:selected|additional|relevant|key|useful|recommended|suggested|further|other) )*"
    r"(?:(?:background|reference|supporting|related|reading|preparatory) (?:materials?|documents?"
    r"|papers?|readings?|documentation|list|resources)|(?:further|recommended|suggested) readings?"
    r"|references|bibliography|readings?|(?:additional|useful|relevant|key|selected) (?:resources"
    r"|documents|links|sources|materials)|documents? (?:de référence|d[’']information|de base)"
    r"|documentos? (?:de referencia|de base|de antecedentes)|références|referencias|bibliographie"
    r"|bibliografía|pour en savoir plus|lecturas recomendadas)"
)
_PAPER = re.compile(
    r"(?<![\w-])(?!(?:The|This|That|These|An?|Each|Its|Our|Their|All|Any|Every|See|In|For)\s)"
    r"(?:[A-Z][\w’'&-]*\s+){1,5}?(?:Concept (?:Note|Paper)|Background (?:Note|Paper)"
    r"|Discussion Paper|Working Paper|Issues? (?:Brief|Note|Paper)|Policy Brief)(?![\w-]|:)"
)
_INSIDE_A_NAME = re.compile(r"[A-Z][\w-]*\s+(?:of|on|for|and|in)\s+$")
_DECORATION = " \t#*_=:\u00a0"
_SHORTEST_SENTENCE = 8


def recognise(text: Text) -> str | None:
    """Whether a heading announces references, or a sentence names a paper."""
    heading = next(_headings(text), None)
    if heading is not None:
        line = text.lines[heading]
        return f"“{line.text.strip(_DECORATION)}” stands at {text.locator([line.number])}"
    found = _PAPER.search(" ".join(word.text for word in text.words))
    return f"it names the {found[0]}" if found else None


def extract(draft: Draft) -> None:
    """Read the lists of references, then the papers named in sentences."""
    headings = list(_headings(draft.text))
    for heading, stop in pairwise([*headings, len(draft.text.lines)]):
        section = read_section(draft.text, heading, stop, draft.names)
        if section.entries:
            draft.take([heading], "heading")
        for number, entry in enumerate(section.entries, start=1):
            _cite_entry(draft, entry, f"reference {number}")
        for words in section.unclear:
            draft.skip(words, "it stands among references, but refers to nothing")
    for sentence in pieces(draft):
        _cite_named(draft, sentence)


def _headings(text: Text) -> Iterator[int]:
    for position, line in enumerate(text.lines):
        if 0 < len(line.words) <= 8:
            told = " ".join(line.text.split()).strip(_DECORATION)
            mark = marker(told)
            if _HEADING.fullmatch(told[mark.length :].strip(_DECORATION) if mark else told):
                yield position


def _cite_entry(draft: Draft, entry: Passage, what: str) -> None:
    cited = read_entry(entry, draft.names)
    if cited is None:
        draft.skip(entry, "a link without a title")
        return
    bodies = [draft.shared(entity, words) for entity, words in cited.issuers]
    document = draft.stated("Document", cited.title)
    if document.id == draft.document.id:
        draft.skip(entry, "it is the document itself")
        return
    if entry.text != cited.title.text:
        draft.alias(document, entry.text)
    draft.link("CITES", draft.document, document, within=entry)
    for body in bodies:
        cue = found_in([entry], "PREPARED", body, document)
        draft.link("PREPARED", body, document, within=entry, cue=cue)
    draft.take(entry, what)


def _cite_named(draft: Draft, sentence: Passage) -> None:
    if len(sentence.words) < _SHORTEST_SENTENCE:
        return
    for match in _PAPER.finditer(sentence.text):
        words = sentence.cut(match)
        before = sentence.text[max(0, match.start() - 60) : match.start()]
        if not (_INSIDE_A_NAME.search(before) or words.words[0].place in draft.named):
            draft.link("CITES", draft.document, draft.stated("Document", words), within=sentence)
