"""Who issued a document, and as what, by the words before its title.

`IOM and UNHCR Joint Statement`, `Policy Brief by the ILO`, `Rapport annuel du HCR`.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from partnergraph.document.words import Passage
from partnergraph.lexicon import lexicon, meaning
from partnergraph.lexicon.bodies import words as bodies
from partnergraph.lexicon.data import LANGUAGES, read
from partnergraph.mentions.joints import GOVERNMENT_OF
from partnergraph.mentions.listing import parts
from partnergraph.mentions.mention import Mention
from partnergraph.mentions.shapes import CAPITAL
from partnergraph.relations.page import Named, Page

_LONGEST = 12  # words of those who issue a document together
_LONGEST_HEAD = 200  # characters before a title
_NUMBER = r"(?: (?:[Nn]o\.? ?)?\d{1,4}| \([^()]{1,60}\))?"
_GOVERNMENT = re.compile(GOVERNMENT_OF, re.IGNORECASE)
_TRIMMED = re.compile(r"(?:[Tt]he\s+)?(?P<names>.*?)(?:['’]s?)?[\s,.;:–—-]*", re.DOTALL)


class Issue(NamedTuple):
    """Who issued a document, if that is printed, and the words that say so (`Policy Brief`)."""

    cue: Passage
    issuers: Sequence[Named]


def issue(page: Page, head: Passage) -> Issue | None:
    """What the words before a title say; None where they are not those of a document's issue.

    What ends in the word for a kind is one, though nobody be named in it (*Mexico Video*).
    """
    if len(head.text) > _LONGEST_HEAD:
        return None
    last, first = (form.fullmatch(head.text) for form in _patterns()[:2])
    for match in filter(None, (last, first)):
        if found := issuers(page, head.cut(match, "issuer")):
            return Issue(_cue(head.cut(match, "kind"), head.cut(match, "noun")), found)
    return Issue(head[:0], ()) if last else None


def _cue(kind: Passage, noun: Passage) -> Passage:
    """The words for a kind that say who prepared it: all, else the noun alone; none if unknown."""
    given = (
        each for each in (kind, noun) if meaning(each.text, "PREPARED", thing="Document") == "given"
    )
    return next(given, kind[:0])


def refers(words: str) -> bool:
    """Whether words have the word for a kind of document among them."""
    return bool(_patterns().anywhere.search(words))


def issuers(page: Page, words: Passage, known: bool = False) -> list[Named]:
    """The bodies that words are the names of; none where they are anything else besides.

    A body no table knows counts, unless only `known` ones do, by the word for its kind (*Asian
    Migrant Centre*), a definition in the document, or as an acronym.
    """
    trimmed = _TRIMMED.fullmatch(words.text)
    told = words.cut(trimmed, "names") if trimmed else words
    if not told or len(told.words) > _LONGEST:
        return []
    found = parts(told.text, page.names, page.definitions)
    named = [mention for part in found for mention in part.names]
    if not all(part.names for part in found) or not all(_issues(each, known) for each in named):
        return []
    return [Named(each, thing) for each in named if (thing := page.node(each, told))]


def _issues(mention: Mention, known: bool) -> bool:
    """Whether a name is one of somebody who issues documents."""
    if mention.what == "country":
        return bool(_GOVERNMENT.match(mention.name))
    if mention.what not in ("body", "process"):
        return False
    if mention.entity or known:
        return mention.entity is not None
    acronym = mention.acronym == mention.name and mention.name not in bodies().capitals
    return acronym or mention.how in ("kind", "defined")


class _Patterns(NamedTuple):
    last: re.Pattern[str]
    first: re.Pattern[str]
    anywhere: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    told = read("words")["paper"]
    before, behind, tied = (_any(told[part].split(";")) for part in ("before", "behind", "tied"))
    noun = f"{_any(_kinds())}s?"
    kind = rf"(?=[{CAPITAL}])(?i:(?:{before}\s)*(?P<noun>{noun}))"
    return _Patterns(
        re.compile(rf"(?P<issuer>.*?)(?<!\w)(?P<kind>{kind}(?:\s(?i:{behind}))?){_NUMBER}"),
        re.compile(
            rf"(?P<kind>{kind}(?:\s(?i:{behind}))*){_NUMBER}\s(?i:{tied})(?:\s|(?<=[’']))"
            r"(?P<issuer>.{2,120})"
        ),
        re.compile(rf"(?<!\w)(?=[{CAPITAL}])(?i:{noun})(?!\w)"),
    )


def _kinds() -> Iterable[str]:
    """The nouns for what is issued: those of who prepares a text, and what is only listed."""
    for noun, entry in lexicon().nouns.items():
        if "prepare" in entry.id.split("+") and not bodies().is_office(noun):
            yield noun
    for language in LANGUAGES:
        yield from lexicon().small("paper", language)


def _any(phrases: Iterable[str]) -> str:
    """Phrases as one pattern, a longer one first."""
    clean = {" ".join(phrase.split()) for phrase in phrases}
    ordered = sorted(clean, key=lambda phrase: (-len(phrase), phrase))
    patterns = (re.escape(phrase).replace("’", "['’]") for phrase in ordered)
    return f"(?:{'|'.join(patterns)})"
