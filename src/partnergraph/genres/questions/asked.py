"""A question's own words: its first statement, what follows, the objectives of its tags."""

import re
from collections.abc import Iterator
from itertools import dropwhile
from typing import NamedTuple

from partnergraph.document.words import Passage
from partnergraph.lexicon import announced
from partnergraph.mentions.objectives import Reference, references

_BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,160})[)\]](?=\s|[.;]?$|[?؟？])")
_CONNECTIVES = re.compile(r"(?i)\b(?:and|or|et|ou|y|o|e|see|also|cf|voir|véase|refs?)\b|[\W_]")
_ASKED = re.compile(r"[?؟？][”\"’'»)\]]*(?=\s|$)")
_END = re.compile(r"[.?!…؟？][”\"’'»)\]]*(?:\s*[(\[][^()\[\]]*[)\]][.;]?)?$")
_MARKS = "?؟？¿"
_TAIL = 240  # characters
_COLON = re.compile(r":(?=$|\s*(?:[•▪◦‣·\uf000-\uf0ff]|[-–—]\s|\(?(?:a|i|1)[.)]\s))")


def ends_sentence(text: str) -> bool:
    """Whether a text ends in a full stop, question or exclamation mark, or a bracket after one.

    >>> ends_sentence("To what extent? (GCM Objective 16)"), ends_sentence("(sending and")
    (True, False)
    """
    return bool(_END.search(text[-_TAIL:]))


def ends_asking(text: str) -> bool:
    """Whether a text ends in a question mark, but for what stands in brackets behind it.

    >>> ends_asking("To what extent? (GCM Objective 16)"), ends_asking("Who asks? Nobody.")
    (True, False)
    """
    found = _END.search(text[-_TAIL:])
    return found is not None and found[0][0] in _MARKS


def asks(text: str) -> bool:
    """Whether a text is a question, by its mark or its first word.

    >>> asks("How to apply good practices"), asks("Skilling Migrants for Employment")
    (True, False)
    """
    return any(mark in text for mark in _MARKS) or announced.begins("asks", text)


class Asked(NamedTuple):
    """The first statement, what follows it (may be empty), and the objectives asked about."""

    name: Passage
    details: Passage
    about: tuple[Reference, ...]


def read_question(words: Passage, framework: str | None = None) -> Asked:
    """The parts of an item's words. `framework` is whose objectives a bare number means, if any.

    >>> from partnergraph.document.words import Text
    >>> asked = read_question(Text.of("What works? Where? (GCM Objectives 15 and 16)").passage(0))
    >>> asked.name.text, asked.details.text, [reference.number for reference in asked.about]
    ('What works?', 'Where?', ['15', '16'])
    """
    about = list(references(words))
    plain = Passage(words.source, ())
    start = 0
    for match in _BRACKETED.finditer(words.text):
        tag = list(_tag(words.cut(match, 1), framework))
        if tag:
            about += [ref for ref in tag if ref[:2] not in {known[:2] for known in about}]
            if words.text[match.end() : match.end() + 1] not in ("?", "؟", "？"):
                plain += words[start : match.start()]
                start = match.end()
    plain = _from_first_word(plain + words[start:])
    end = _statement_end(plain)
    details = _from_first_word(plain[end:])
    tag = list(_tag(details, framework)) if details else []
    about += [ref for ref in tag if ref[:2] not in {known[:2] for known in about}]
    return Asked(plain[:end], details[:0] if tag else details, tuple(about))


def _tag(bracketed: Passage, framework: str | None) -> Iterator[Reference]:
    """The objectives a bracket holds, if it holds nothing else."""
    found = list(references(bracketed, framework, alone=True))
    rest = bracketed.text
    for reference in found:
        rest = rest.replace(reference.words.text, " ")
    if not _CONNECTIVES.sub("", rest):
        yield from found


def _statement_end(words: Passage) -> int:
    """Where the first statement ends: at a full stop, a question mark or a closing colon."""
    text = words.text
    first = next(words.sentences(), words)
    end = len(first.text)
    depth = start = 0
    for match in _ASKED.finditer(text, 0, end):
        depth += text.count("(", start, match.start()) - text.count(")", start, match.start())
        start = match.start()
        quoted = len(match[0]) > 1 and text[match.end() : match.end() + 2].strip()[:1].islower()
        if depth <= 0 and not quoted:
            end = match.end()
            break
    colon = _COLON.search(text, 0, end)
    return colon.end() if colon else end


def _from_first_word(passage: Passage) -> Passage:
    """The passage without marks that stand before its first word; none where it holds no word."""
    words = dropwhile(lambda word: not any(map(str.isalnum, word.text)), passage.words)
    return Passage(passage.source, words)
