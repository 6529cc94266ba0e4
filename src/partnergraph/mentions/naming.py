"""How far a proper name reaches from a capitalised word on.

A name goes on over capitals, over small words before a capital (*Institute for Remittances*), over
`and` and commas where what follows is what a body is about (*Ministry of Labour, Immigration and
Population*), and over French and Spanish words in lower case behind a kind word. It looks ahead a
few words only, so that reading is linear in the text.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from partnergraph.lexicon import verbs
from partnergraph.lexicon.bodies import word_set
from partnergraph.lexicon.bodies import words as lexicon
from partnergraph.lexicon.data import LANGUAGES, phrases, small_set
from partnergraph.mentions.kinds import OPENERS, SMALL, judged
from partnergraph.mentions.reading import Reading
from partnergraph.mentions.shapes import HONORIFIC
from partnergraph.names.neighbours import near
from partnergraph.names.words import Token, key

ANDS = frozenset(("and", "et", "y", "e"))
_ADDRESS = re.compile(HONORIFIC)
_ARTICLES = word_set("the la le les l los las el")
_LONGEST = 24
"""Words a name has at most; the longest official one of an agency has 20."""
LEADING = word_set(
    "about from into of per to via how why what where which who "
    "the this that these those a an in on at for under through with by as and but or if when while "
    "our its their les la le el los las un une una en dans avec para con"
)
"""Words that may begin a sentence before a name, and no name."""
_MOST_SMALL = 3
_MOST_PARTNERS = 5
"""Words behind the comma in a firm's name up to its `&`; printed ones have two or three."""
QUOTES = frozenset('"“«„‘')
CLOSING = ('"', "”", "»", "’")
_LONGEST_QUOTED = 6
_THEIRS = word_set("their its leurs leur sus su")
_ADJECTIVES = (
    "ale", "al", "aux", "ienne", "ien", "aise", "ais", "aine", "ain", "ique", "oise", "ois", "ive",
    "ise", "es", "ano", "ana", "ense", "ico", "ica", "aire", "iens", "ains", "ime", "el", "elle",
    "if", "eux", "euse", "oso", "osa", "ivo", "iva", "ario", "aria",
)  # fmt: skip
_ABSTRACT = ("isation", "ization", "ification", "isacion", "izacion", "ificacion")
_ABSTRACT_LENGTH = 8
_FRENCH_AND_SPANISH = word_set("de du des del d pour para sur")
_OF_PEOPLE = (
    *("iens", "iennes", "ains", "aines", "aises", "oises", "ais", "ois", "iques", "anos", "anas"),
)
"""How adjectives end that stand behind people: *Conseil des migrants subsahariens*."""
_OF_TOWNS = word_set("es al ar ud el")
"""Small words within a town's name: *University of Dar es Salaam*."""


def name_end(reading: Reading, first: int) -> int:
    """The last word of the proper name that begins with the capitalised word `first`."""
    return _Name(reading, first).reach()


class _Name:
    """A name as it grows from its first word."""

    def __init__(self, reading: Reading, first: int) -> None:
        self.reading = reading
        self.words = reading.words
        self.first = first
        self.last = first
        self.opened = False
        self.romance = False

    def reach(self) -> int:
        """Grow to the end; its last word."""
        limit = min(self.first + _LONGEST, len(self.words) - 1)
        self.romance = self._is_romance()
        while self.last < limit:
            following = self._following()
            if following <= self.last or following > limit:
                break
            self.last = following
        return self._with_quoted()

    def _following(self) -> int:
        """The place up to which the name goes on; where it stands if it ends."""
        known = self.reading.known.get(self.last)
        if known and known.last > self.last and self.opened:
            return known.last  # Fonds fiduciaire de l’*Union européenne*
        gap, nearby = self.reading.gap(self.last), self.words[self.last + 1]
        if gap in ("-", "’", "'", "‘"):
            return self._behind_apostrophe(gap)
        if gap == ". " or gap == ".":
            initial = len(self.words[self.last].text) == 1 or self.words[self.last].key == "st"
            return self.last + 1 if initial and nearby.capital else self.last
        if gap == ", ":
            return self._behind_comma()
        if gap in ("’ ", "' "):
            return self.last + 1 if nearby.capital and not self._is_known() else self.last
        if not gap.isspace():
            return self.last
        if nearby.text == "&" or (nearby.key in ANDS and not nearby.capital):
            return self._behind_and()
        if nearby.capital:
            return self.last if self._is_label() else self.last + 1
        within = nearby.key == "in" and self.words[self.last].key in lexicon().within
        if nearby.key in OPENERS or within:
            return self._behind_opener()
        if nearby.key in _OF_TOWNS and self.opened and not self.romance:
            beyond = self.words[self.last + 2 : self.last + 3]
            return self.last + 2 if beyond and beyond[0].capital else self.last
        if nearby.text.isdigit() and self.words[self.last].key in lexicon().numbered:
            return self.last + 1 if len(nearby.text) < 3 else self.last
        return self.last + 1 if self.romance and self._is_romance_word(self.last + 1) else self.last

    def _behind_apostrophe(self, gap: str) -> int:
        """Over `’s` and a hyphen: Women’s Centre; not over a known name’s: UNHCR’s Service."""
        nearby = self.last + 1
        if gap == "-":
            return nearby
        if self.words[nearby].key != "s":
            return nearby if not self.words[nearby].text.islower() or self.romance else self.last
        beyond = nearby + 1
        goes_on = beyond < len(self.words) and self.words[beyond].capital
        if not goes_on or self._is_known() or not self.reading.gap(nearby).isspace():
            return self.last
        return beyond

    def _behind_opener(self) -> int:
        """Over `of the` before a capital, or before what a body is about, in small letters too."""
        place, skipped = self.last + 1, 0
        if self._is_on_behalf(place):
            return self.last
        while place < len(self.words) and self.words[place].key in SMALL and skipped < _MOST_SMALL:
            capital = self.words[place].capital and not self._is_article_of_town(place)
            if capital or not _is_tied(self.reading, place):
                return self.last
            place, skipped = place + 1, skipped + 1
        if place >= len(self.words) or not _is_tied(self.reading, place):
            return self.last
        word = self.words[place]
        if self.romance and (word.key in lexicon().about or not self.opened):
            self.opened = True
            return place if word.text.isalpha() else self.last
        if word.capital or (word.text.isdigit() and self.words[self.last].key == "group"):
            self.opened = True
            return place
        return self.last

    def _is_article_of_town(self, place: int) -> bool:
        """Whether an article with a capital begins a place's name: *Universidad de Las Palmas*."""
        beyond = self.words[place + 1 : place + 2]
        tied = bool(beyond) and beyond[0].capital and self.reading.gap(place) == " "
        return self.words[place].key in _ARTICLES and tied

    def _is_on_behalf(self, place: int) -> bool:
        """Whether words say for whom something is done, and are no part of a name."""
        said = " ".join(self.reading.keys(place, min(place + 2, len(self.words) - 1)))
        return said in small_set("behalf", "fr")

    def _behind_and(self) -> int:
        """Over `and`: where what follows belongs to the name and is no name itself."""
        place = self.last + 2
        if place >= len(self.words) or not self.reading.gap(self.last + 1).isspace():
            return self.last
        if self._is_known() or place in self.reading.known:
            return self.last
        word = self.words[place]
        if _ADDRESS.fullmatch(word.text):
            return self.last
        if region := self._region(place):
            return region
        about = word.key in lexicon().about
        if word.text.islower():
            small = self.romance and (about or word.key in OPENERS | _ARTICLES)
            return self._past_small(place) if small else self.last
        if not word.capital or self.reading.is_acronym(place) or word.key in _ARTICLES:
            return self.last
        run = self._run(place)
        if self._is_firm():
            return run
        other = judged(self.reading.keys(place, run), self._capitals(place, run))
        ends_in_bequest = self.words[run].key in lexicon().bequests
        if self.words[self.last + 1].text == "&" or (ends_in_bequest and self._behind_the()):
            return run if not self.opened or not other else self.last
        if self.opened:
            return self.last if other else place
        if about and self.words[self.last].key in lexicon().about:
            return place
        return self.last

    def _region(self, place: int) -> int:
        """The other part of the world behind `and the`: *for Asia and the Pacific*."""
        place += self.words[place].key in _ARTICLES
        known = near("regions")
        joined = place < len(self.words) and self.words[place].key in known
        return place if joined and self.words[self.last].key in known and self.opened else 0

    def _behind_comma(self) -> int:
        """Over a comma: to a firm's partners, to a legal form, to the `and` of what it is about."""
        if self.words[self.last + 1].capital and self.words[self.last + 1].key in lexicon().legal:
            return self.last + 1
        if end := self._partners() or self._whose():
            return end
        if not self.opened or self._is_known() or self.words[self.last].key not in lexicon().about:
            return self.last
        if self.romance and self.words[self.last + 1].text in _FRENCH_AND_SPANISH:
            return self._past_small(self.last + 1)
        for place in self._listed_topics():
            if self.words[place].key in ANDS or self.words[place].text == "&":
                behind = place + 1
                behind += behind < len(self.words) and self.words[behind].key in _ARTICLES
                if behind >= len(self.words) or not self.words[behind].capital:
                    return self.last
                several = place > self.last + 1  # two topics before it say what the list is of
                topic = self.words[behind].key in lexicon().about
                return behind if topic else self._last_topic(behind) if several else self.last
        return self.last

    def _is_firm(self) -> bool:
        """Whether a firm's partners follow its first word: *Consultora Ríos y Quiroga*."""
        kind = lexicon().kind(self.reading.keys(self.first, self.first), leads=True)
        return kind is not None and kind.name == "company"

    def _partners(self) -> int:
        """The end of a firm's name behind the comma of its first partner: `Rahman, Osei & Sons`."""
        for place in range(self.last + 1, min(self.last + _MOST_PARTNERS, len(self.words) - 1)):
            word = self.words[place]
            if word.text == "&":
                return place + 1 if self.words[place + 1].key in lexicon().firm else 0
            if not word.capital or place in self.reading.known:
                return 0
            if self.reading.gap(place) not in (" ", ", "):
                return 0
        return 0

    def _whose(self) -> int:
        """The end of a list that its last word's *their* ties together: `Drugs, X and their Y`."""
        for place in range(self.last + 1, min(self.last + _LONGEST, len(self.words) - 2)):
            word, behind = self.words[place], self.words[place + 1]
            if word.key in ANDS and behind.key in _THEIRS and self.words[place + 2].capital:
                return self._run(place + 2) if self.opened else 0
            if not word.capital or place in self.reading.known:
                return 0
            if self.reading.gap(place) not in (" ", ", "):
                return 0
        return 0

    def _last_topic(self, place: int) -> int:
        """The end of what ends a list of topics: no name of its own; else where the name stands."""
        run = self._run(place)
        own = any(at in self.reading.within_known for at in range(place, run + 1))
        named = judged(self.reading.keys(place, run), self._capitals(place, run)) is not None
        return self.last if own or named or self.reading.is_acronym(place) else run

    def _listed_topics(self) -> Iterator[int]:
        """The words behind a comma while they are topics, then the `and` that ends their list."""
        place = self.last + 1
        while place < len(self.words) and place <= self.last + _LONGEST:
            word = self.words[place]
            if word.key in ANDS or word.text == "&":
                yield place
                return
            if not (self._is_topic(place) and word.capital) or place in self.reading.known:
                return
            if self.reading.gap(place) not in (" ", ", "):
                return
            place += 1

    def _is_topic(self, place: int) -> bool:
        """Whether a word is what a body is about: listed, or an abstract noun that heads none."""
        key = self.words[place].key
        if key in lexicon().about:
            return True
        abstract = len(key) > _ABSTRACT_LENGTH and key.endswith(_ABSTRACT)
        return abstract and lexicon().kind([key]) is None and lexicon().kind([key], True) is None

    def _past_small(self, place: int) -> int:
        """Over small words to what the body is about; where the name stands if there is none."""
        first = place
        while place < len(self.words) and self.words[place].key in OPENERS | _ARTICLES:
            if place > first and not _is_tied(self.reading, place):
                return self.last
            place += 1
        about = place < len(self.words) and self.words[place].key in lexicon().about
        about = about and self.words[place].key not in lexicon().governments
        return place if about and _is_tied(self.reading, place) else self.last

    def _with_quoted(self) -> int:
        """The name's end, past what is quoted behind it: Women's Resource Centre "Marta"."""
        start = self.words[self.last].end
        text = self.reading.text
        opens = text[start : start + 1] == " " and text[start + 1 : start + 2] in QUOTES
        if not opens or not judged(*self._judging()):
            return self.last
        place = self.last + 1
        while place < len(self.words) and place <= self.last + _LONGEST_QUOTED:
            if self.reading.gap(place).startswith(CLOSING):
                return place if self.words[self.last + 1].capital else self.last
            place += 1
        return self.last

    def _judging(self) -> tuple[list[str], list[bool]]:
        return self.reading.keys(self.first, self.last), self._capitals(self.first, self.last)

    def _capitals(self, first: int, last: int) -> list[bool]:
        return [word.capital for word in self.words[first : last + 1]]

    def _run(self, place: int) -> int:
        """The last of the capitalised words in a row from `place` on."""
        end = place
        while end + 1 < len(self.words) and end < place + _MOST_SMALL:
            if not (self.words[end + 1].capital and self.reading.gap(end).isspace()):
                break
            end += 1
        return end

    def _is_romance(self) -> bool:
        """Whether the name begins with a kind word that heads it, and not an English one."""
        keys = self.reading.keys(self.first, self.first + 1)
        for count in (2, 1):
            if lexicon().kind(keys[:count], leads=True):
                behind = self.words[self.first + count : self.first + count + 2]
                small = bool(behind) and behind[0].text in _FRENCH_AND_SPANISH
                return small or not lexicon().kind(keys[:count]) or self._is_described(behind)
        return False

    def _is_described(self, behind: Sequence[Token]) -> bool:
        """Whether a romance adjective stands behind a kind word: *Association malienne des …*."""
        if not behind or not behind[0].text.islower():
            return False
        if self.reading.names.by_adjective(behind[0].key) is not None:
            return True
        of = len(behind) > 1 and behind[1].text in _FRENCH_AND_SPANISH
        word = behind[0].text
        told = of and word.endswith(_ADJECTIVES) and behind[0].key not in role_words()
        every = (form for each in LANGUAGES for form in verbs.forms((word,), each))
        return told and not any(form.finite for form in every)

    def _is_romance_word(self, place: int) -> bool:
        word = self.words[place]
        if word.key in OPENERS | _ARTICLES:
            return False
        if self.opened and self.words[place - 1].text.islower():
            plural = self.words[place - 1].text.endswith("s")
            return word.key in lexicon().about or (plural and word.text.endswith(_OF_PEOPLE))
        if word.key in lexicon().about or self.opened or not word.text.isalpha():
            return word.key in lexicon().about
        national = self.reading.names.by_adjective(word.key) is not None
        return word.text.endswith(_ADJECTIVES) or national

    def _is_known(self) -> bool:
        """Whether the name so far is one of the tables."""
        known = self.reading.known.get(self.first)
        return known is not None and known.last == self.last

    def _is_label(self) -> bool:
        """Whether the next word is a label, and what stands before it a name: `Oxfam Period:`."""
        if not self.reading.gap(self.last + 1).startswith(":"):
            return False
        return self._is_known() or judged(*self._judging()) is not None

    def _behind_the(self) -> bool:
        return self.first > 0 and self.words[self.first - 1].key == "the"


def _is_tied(reading: Reading, place: int) -> bool:
    """Whether a word follows the one before it with no more than space, hyphen or apostrophe."""
    gap = reading.gap(place - 1)
    return gap.isspace() or gap in ("-", "’", "'")


@cache
def role_words() -> frozenset[str]:
    """The words that say as what somebody belongs to a body."""
    told = (each for language in LANGUAGES for each in phrases("noun", language))
    held = (words for entry, words in told if any(tie.type == "MEMBER_OF" for tie in entry.ties))
    return frozenset(key(words.split()[0]) for words in held)
