"""Noun phrases of things: a workshop on skills, la tercera reunión, the second Consultation."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from partnergraph.lexicon.data import small_set
from partnergraph.relations.clauses.group import Group
from partnergraph.relations.clauses.token import Token
from partnergraph.relations.clauses.words import UNTIL

DEFINITE = frozenset(
    (
        *("the", "this", "that", "these", "those", "its", "their", "our", "le", "la"),
        *("les", "l’", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "el"),
        *("los", "las", "este", "esta", "estos", "estas", "su", "sus", "al", "del"),
    )
)
INDEFINITE = frozenset(
    ["a", "an", "another", "one", "un", "une", "una", "uno", "otro", "otra", "autre"]
)
_ORDERING = frozenset(
    ["joint", "new", "first", "own", "other", "such", "previous", "following", "later"]
)


class Noun(NamedTuple):
    """A noun phrase: tokens `first` to `last` without its article, its head, its article's word."""

    first: int
    head: int
    last: int
    article: str = ""
    end: int = 0

    @property
    def definite(self) -> bool:
        """Whether it is about something known: the study, cette réunion."""
        return self.article in DEFINITE


_OF = frozenset(("of", "de", "del", "du"))
_OPENING = ("“", '"')
_CLOSING = ("”", '"')
_CLITICS = frozenset(("s’", "n’", "ne", "se"))
"""What stands before a verb and never in a name: l’atelier s’est tenu."""
_LONGEST = 40
"""Words behind its head that a thing is called by; the longest in the seeds has 20."""
_MODIFIERS = 6
_WHEN = frozenset(("next", "last", "nearby", "there"))
"""What stands behind an object and is none of its words: *opened a clinic next door*."""
HEADS = ("work", "meeting", "group")


def _only_verb(token: Token) -> bool:
    """Whether a word can be no noun behind another: the project *promotes*."""
    finite = bool(token.forms) and all(form.tense == "present" for form in token.forms)
    return finite and not (token.noun or token.role or token.thing)


class Nouns:
    """The noun phrases of a sentence."""

    def __init__(self, tokens: Sequence[Token], groups: Sequence[Group], language: str) -> None:
        self.tokens = tokens
        self.language = language
        self.verbs = frozenset(
            place for group in groups for place in range(group.first, group.last + 1)
        )
        self.list = list(self._nouns())

    def _nouns(self) -> Iterator[Noun]:
        """The phrases that a noun for a thing heads."""
        place, floor = 0, 0
        while place < len(self.tokens):
            if self._is_head(place):
                noun = self.around(place, floor)
                yield noun
                floor = place + 1
            place += 1

    def _is_head(self, place: int) -> bool:
        token = self.tokens[place]
        if place in self.verbs or token.cast:
            return False
        if token.mention and token.mention.what in ("event", "instrument"):
            return True
        if token.noun not in HEADS:
            return False
        following = self.tokens[place + 1] if place + 1 < len(self.tokens) else None
        if self.language == "en" and following is not None and place + 1 not in self.verbs:
            if self._acts(place + 1):
                return True
            numbered = following.key[0].isdigit()
            modified = following.plain and not following.capital and not numbered
            return not (following.noun or (modified and not _only_verb(following)))
        return True

    def _acts(self, place: int) -> bool:
        """Whether what a thing does stands behind it: *surveys evaluating the* impacts of."""
        token, behind = self.tokens[place], self.tokens[place + 1 : place + 2]
        gerund = {form.tense for form in token.forms} == {"gerund"} and not token.noun
        several = (thing := self.tokens[place - 1].thing) is not None and thing.number > 1
        object_ = bool(behind) and (behind[0].is_a("determiner") or bool(behind[0].cast))
        return gerund and (several or object_)

    def around(self, head: int, floor: int) -> Noun:
        """The phrase around its head, not before a place."""
        first = head
        while first > floor and self._modifies(first - 1):
            first -= 1
        before = self.tokens[first - 1] if first else None
        article = before.key if before is not None and before.is_a("determiner") else ""
        last = self._end(head)
        return Noun(first, head, last, article, last)

    def _modifies(self, place: int) -> bool:
        token = self.tokens[place]
        if token.mention is not None and token.mention.what in ("instrument", "objective"):
            following = self.tokens[place + 1]  # the National *GCM* Implementation Plan
            return following.capital and token.stop + 1 == following.start
        if place in self.verbs or token.mark or token.cast or token.mention or token.phrase:
            return token.mark == "-"
        if token.governs:
            return False
        within = token.capital and place > 0  # the *Better* Migration Management programme
        return token.key in _ORDERING or token.plain or (within and token.is_a("adverb"))

    def _end(self, head: int) -> int:
        """Where the phrase ends: behind what it is on, of, for."""
        last, place = head, head + 1
        while place < min(len(self.tokens), head + _LONGEST):
            token = self.tokens[place]
            if self._quotes(place):
                last = place = self._closing(place)
            elif called := self._called(place, head):
                last = place = called
            elif self._opens_other(place, head):
                break
            elif token.mark in ("-", "/", "’", "'"):
                pass
            elif token.mark == "," and (listed := self._listed(place)):
                last = place = listed
            elif place == last + 1 and token.key in _OF and self._is_of_date(place):
                last = place = place + 1
            elif token.mark or self._dated(place) or self._another(place, head):
                break
            elif token.cast:
                if not self._inner(place):
                    break
                last = place
            elif not token.is_a("determiner", "preposition", "conjunction"):
                last = place
            place += 1
        return last

    def _is_of_date(self, place: int) -> bool:
        """Whether a date is of a name: the Plan *of 2015*, not le Processus *de 2015 à 2017*."""
        behind = self.tokens[place + 2 : place + 4]
        dates = [t for t in behind[1:] if t.mention is not None and t.mention.what == "date"]
        ranged = bool(dates) and behind[0].is_a("preposition")
        return self._dated(place) and not ranged

    def _opens_other(self, place: int, head: int) -> bool:
        """Whether a verb, an adjunct or a small word begins here that ends a phrase."""
        token = self.tokens[place]
        verb = place == head + 1 and self.language == "en" and _only_verb(token)
        return (
            verb or place in self.verbs or bool(token.phrase) or token.leads or self._stops(place)
        )

    def _quotes(self, place: int) -> bool:
        """Whether a title in quotes begins here, or behind a participle here: entitled “…”."""
        token = self.tokens[place]
        behind = self.tokens[place + 1] if place + 1 < len(self.tokens) else None
        opened = token if token.mark in _OPENING or behind is None else behind
        return opened.mark in _OPENING and self._closing(place) > place + 1

    def _called(self, place: int, head: int) -> int:
        """The end of the name behind `called`: a project called the Targeted Initiative; else 0."""
        if place != head + 1 or self.tokens[place].key not in small_set("called", self.language):
            return 0
        last, at = 0, place + 1
        while at < min(len(self.tokens), head + _LONGEST):
            token = self.tokens[at]
            if token.capital or token.cast or token.mention:
                last = at
            elif not token.is_a("determiner", "preposition", "conjunction"):
                break
            at += 1
        return last

    def _listed(self, place: int) -> int:
        """The last word of a list of words that a comma goes on with: on trade, work and rights."""
        words = 0
        for at in range(place + 1, min(place + 12, len(self.tokens) - 1)):
            token = self.tokens[at]
            if token.is_a("conjunction") and words:
                behind = self.tokens[at + 1]
                plain = behind.plain and at + 1 not in self.verbs
                return at + 1 if plain else 0
            if token.mark == "," and words:
                words = 0
            elif token.plain and at not in self.verbs and words < 3:
                words += 1
            else:
                return 0
        return 0

    def _another(self, place: int, head: int) -> bool:
        """Whether a conjunction goes on with a thing of its own: and the study, and meetings."""
        if not self.tokens[place].is_a("conjunction"):
            return False
        following = self.heading(place + 1)
        return following >= 0 and (place == head + 1 or self.tokens[following].thing is not None)

    def heading(self, place: int) -> int:
        """The head of the phrase with an article that begins at a place; -1 where none does.

        What leads to it is stepped over: `on the outcomes of the workshop`. Right behind the head
        before (`workshops and seminars`) no article is needed.
        """
        at, owned = place, self.tokens[place - 2].thing is not None
        while at < len(self.tokens) and (
            self.tokens[at].is_a("preposition", "determiner", "adverb") or self.tokens[at].governs
        ):
            owned = owned or self.tokens[at].is_a("determiner")
            at += 1
        for head in range(at, min(at + _MODIFIERS, len(self.tokens))):
            if self._is_head(head):
                return head if owned else -1
            if not self._modifies(head):
                break
        return -1

    def joined(self, noun: Noun) -> list[Noun]:
        """The phrases that commas and conjunctions join to one, the ones before it first."""
        at = self.list.index(noun) if noun in self.list else -1
        if at < 0:
            return [noun]
        first = last = at
        while first and self._joins(self.list[first - 1], self.list[first]):
            first -= 1
        while last + 1 < len(self.list) and self._joins(self.list[last], self.list[last + 1]):
            last += 1
        return self.list[first : last + 1]

    def _joins(self, noun: Noun, other: Noun) -> bool:
        between = self.tokens[noun.last + 1 : other.first]
        steps = ("conjunction", "determiner", "preposition", "adverb")
        links = any(token.is_a("conjunction") or token.mark == "," for token in between)
        return links and all(t.is_a(*steps) or t.mark == "," or t.governs for t in between)

    def _inner(self, place: int) -> bool:
        before = self.tokens[place - 1]
        by = before.key in ("by", "par", "por", "with", "avec", "con", "from")
        return before.is_a("preposition", "determiner") and not by

    def _stops(self, place: int) -> bool:
        token = self.tokens[place]
        if token.key in _CLITICS:
            return True
        if token.is_a("relative", "adversative", "denied", "auxiliary", "planned", "joins"):
            return token.key not in ("a", "y", "où")
        if token.key in ("by", "par", "por", "with", "avec", "con", "as", "to"):
            return True
        if token.key in UNTIL:
            return True
        if token.role is not None and token.key.split()[-1] in ("of", "by", "de", "du", "del"):
            return len(token.key.split()) > 2
        return token.is_a("adverb") and not self._describes(place)

    def _describes(self, place: int) -> bool:
        """Whether a word between a preposition and a noun describes it: *for better* management."""
        before, behind = self.tokens[place - 1], self.tokens[place + 1 : place + 2]
        plain = bool(behind) and behind[0].plain and place + 1 not in self.verbs
        return before.is_a("preposition") and plain

    def _dated(self, place: int) -> bool:
        """Whether a preposition with a date follows, which is no part of a name."""
        token = self.tokens[place]
        if token.mention is not None and token.mention.what in ("date", "amount"):
            return True
        if not token.is_a("preposition") or place + 1 >= len(self.tokens):
            return False
        following = self.tokens[place + 1 : place + 3]
        return any(t.mention is not None and t.mention.what == "date" for t in following)

    def _closing(self, place: int) -> int:
        for at in range(place, min(place + 40, len(self.tokens))):
            if self.tokens[at].mark in _CLOSING and at > place + 1:
                return at
        return place

    def first_in(self, start: int, stop: int) -> Noun | None:
        """The first phrase whose head stands in a stretch."""
        return next((n for n in self.list if start <= n.head < stop), None)

    def within(self, start: int, stop: int) -> list[Noun]:
        """The phrases whose heads stand in a stretch."""
        return [noun for noun in self.list if start <= noun.head < stop]

    def object_at(self, start: int, stop: int) -> Noun | None:
        """Any noun phrase that begins right at a place: 120 border officials on referral."""
        place = start
        while place < stop and self.tokens[place].is_a("adverb"):
            place += 1
        article = ""
        if place < stop and self.tokens[place].is_a("determiner"):
            article = self.tokens[place].key
            place += 1
        first = head = place
        while place < stop and self._in_phrase(place):
            if place > first and self.tokens[place].key in _WHEN:
                break
            head = place
            if self.language != "en":
                break
            place += 1
        if place == first and not (place < stop and self._in_phrase(place)):
            return None
        last = min(self._end(head), stop - 1)
        return Noun(first, head, last, article, last)

    def _in_phrase(self, place: int) -> bool:
        token = self.tokens[place]
        if token.mark or token.cast or token.phrase or place in self.verbs or token.mention:
            return False
        return not (token.classes or token.leads) or token.key in _ORDERING
