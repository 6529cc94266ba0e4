"""The things that are done: workshops, studies, compendia, surveys …, as a sentence names them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from partnergraph.extractors.deeds.verbs import forms
from partnergraph.lexicon.bodies import word_set as listed
from partnergraph.lexicon.things import things

_FORMS = things("en")
_NOUN = "|".join(sorted(map(re.escape, _FORMS), key=lambda form: (-len(form), form)))
_FIND = re.compile(rf"(?<![\w’'-])(?:{_NOUN})(?![\w’'-])", re.I)
_AFTER = re.compile(
    r"\s*(?:$|[,;:.?!()“”\"–—]|(?:on|of|for|in|at|about|with|to|by|between|among|during|regarding|"
    r"concerning|into|through|under|and|or|as|will|would|shall|should|may|might|can|could|must|is|"
    r"are|was|were|has|have|had|which|that|entitled|titled|called|held|carried|being|not|never|"
    r"since|after|before|from|jointly|recently|co-?\w+ed|\w+ed|led|undertaken|written|run)\b)"
)
_ARTICLES = listed("the a an this these its their his her our another one two three")
_STOPS = _ARTICLES | listed(
    "of on in at for by from with to as into and or nor but between among during through about "
    "under will would shall should may might can could must is are was were has have had be been "
    "being both also that which who draw draws upon such any each every no not between include "
    "including including: like via per than"
)
_STOPS |= frozenset(forms("en", "past", "participle"))
_MODIFIERS = 6


@dataclass(frozen=True, slots=True)
class Noun:
    """A deed's noun in a sentence: its phrase begins at `begin`, the noun stands to `end`.

    `kind` is its singular, `article` what stands before the phrase, if anything does.
    """

    begin: int
    start: int
    end: int
    kind: str
    article: str

    @property
    def family(self) -> str:
        """Whether it is an event, a work or a text."""
        return _FORMS[self.kind].family


def nouns(sentence: str) -> Iterator[Noun]:
    """The deeds' nouns of a sentence, left to right, but for those that only qualify another noun.

    >>> [(n.kind, n.article) for n in nouns("the working group and experts meeting in Turku")]
    [('working group', 'the'), ('experts meeting', '')]
    """
    for found in _FIND.finditer(sentence):
        if _AFTER.match(sentence, found.end()):
            begin, article = _phrase(sentence, found.start())
            if _is_uncounted(found[0]) and begin == found.start() and not article:
                continue
            yield Noun(begin, found.start(), found.end(), _FORMS[found[0].casefold()].kind, article)


def _is_uncounted(word: str) -> bool:
    """Whether a noun without article or adjective is no certain thing: data and research."""
    return word.casefold() in ("research", "training")


def _phrase(sentence: str, start: int) -> tuple[int, str]:
    """Where the phrase of the noun at `start` begins, and the article before it."""
    begin, left = start, sentence[max(0, start - 120) : start]
    for _ in range(_MODIFIERS):
        found = re.search(r"([\w’'“\"/&-]+)\s+$", left)
        if not found:
            return begin, ""
        word = found[1].casefold()
        if word in _STOPS:
            return begin, word if word in _ARTICLES else ""
        begin -= len(found[0])
        left = left[: -len(found[0])]
    return begin, ""
