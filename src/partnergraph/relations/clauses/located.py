"""Where what a sentence speaks of was held or carried out: `was held in Accra, Ghana`.

A country only where its name is printed; of a town's name alone nothing is said.
"""

from collections.abc import Iterator
from functools import cache

from partnergraph.lexicon.data import small, small_set
from partnergraph.mentions.mention import Mention
from partnergraph.records.vocabulary import vocabulary
from partnergraph.relations.clauses.frame import Frame, Told
from partnergraph.relations.clauses.group import Group
from partnergraph.relations.clauses.stated import Stated
from partnergraph.relations.clauses.targets import Target

_TOWN = 4
"""Tokens that a town or venue before its country has at most."""


class Located(Frame):
    """The places of one sentence."""

    def __init__(self, told: Told, stated: Stated) -> None:
        super().__init__(told)
        self.page = stated.page
        self.words_of = stated.words

    def make(self) -> int:
        """Make the facts; how many."""
        return sum(self._of(place, group) for place, group in enumerate(self.sentence.groups))

    def _of(self, place: int, group: Group) -> int:
        subject = self.sentence.subjects[place]
        own = self._is_held(group) and not subject.cast and not self.sentence.denied(place)
        if not own or self.status(self.words(group)) is None:
            return 0
        target = self.of.get(place) or self.subject_target(subject)
        states = tuple(self._states(group.last + 1, self._limit(place)))
        if target is None or target.kind not in ("meeting", "activity") or not states:
            return 0
        return sum(self._link(target, state) for state in states)

    def _is_held(self, group: Group) -> bool:
        """Whether a verb says that something is held or carried out somewhere."""
        return any(form.lemma in _held(form.language) for form in group.forms)

    def _states(self, at: int, limit: int) -> Iterator[Mention]:
        """The countries behind `in`, or behind a town there and a comma."""
        at = self._past_dates(at, limit)
        if at >= limit or self.tokens[at].key not in small_set("where", self.sentence.language):
            return
        town = at + 1
        while town < min(at + 1 + _TOWN, limit) and self._is_town(town):
            town += 1
        here = town + (self.tokens[town].mark == "," if town < limit else 0)
        parted = here > town
        if (
            parted
            and here < limit
            and self.tokens[here].key in small_set("where", self.sentence.language)
        ):
            here += 1
        if here >= limit or (town > at + 1 and not parted):
            return
        cast = self.tokens[here].cast
        members = cast.members if cast else ()
        if all(each.what == "country" for each in members) and (not parted or len(members) == 1):
            yield from members

    def _is_town(self, at: int) -> bool:
        token = self.tokens[at]
        return token.plain and token.capital

    def _past_dates(self, at: int, limit: int) -> int:
        """The place behind dates and adverbs: on 3 May, from 3 to 5 May, this week."""
        here = at
        while here < limit:
            token = self.tokens[here]
            behind = self.tokens[here + 1].mention if here + 1 < limit else None
            dated = token.mention is not None and token.mention.what == "date"
            leads = behind is not None and behind.what == "date"
            if not (dated or token.is_a("adverb") or (leads and not token.cast)):
                break
            here += 1
        return here

    def _link(self, target: Target, state: Mention) -> bool:
        thing = self.targets.node(target)
        country = self.page.node(state, self.words_of)
        joins = vocabulary().types["LOCATED_IN"].joins
        if thing is None or country is None or not joins(thing.label, country.label):
            return False
        self.page.draft.link("LOCATED_IN", thing, country, within=self.words_of)
        return True


@cache
def _held(language: str) -> frozenset[str]:
    return frozenset(lemma.replace("_", " ") for lemma in small("held", language))
