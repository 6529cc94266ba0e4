"""The things that a page's sentences speak of, and where a sentence stands among them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import NamedTuple

from partnergraph.lexicon.data import LANGUAGES, small
from partnergraph.lexicon.sorts import again
from partnergraph.records.ids import fold
from partnergraph.relations.clauses.meetings import Meetings
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Page

About = Callable[[], Thing | None]
_Heard = dict[str, tuple[str, About]]
"""What a word for a kind means: a folded name, and how its node is made."""
_ANY = "meeting"  # of whatever kind


@dataclass
class Known:
    """A thing that sentences of a document spoke of: its folded name, head, paragraph, session."""

    name: str
    head: str
    paragraph: int
    thing: Thing
    meeting: bool = False
    where: str = ""


def _nothing() -> None:
    """Several are named."""


@dataclass
class Things:
    """The things that the sentences of a page spoke of so far."""

    page: Page
    known: list[Known] = field(default_factory=list)
    heard: _Heard = field(default_factory=dict)
    names: _Heard = field(default_factory=dict)
    _hearing: int = -1
    paragraph: int = 0

    @cached_property
    def meetings(self) -> Meetings:
        """The numbered meetings that the page speaks of."""
        return Meetings(self.page)

    def find(self, name: str, head: str, definite: bool, where: str = "") -> Thing | None:
        """The thing that is named again: by the same words, or `the study` where one fits.

        What has no name but its kind is another one in another session (`where`).
        """
        here = [k for k in self.known if k.name != k.head or k.where == where]
        same = [k for k in here if k.name == name and k.head == head]
        if same:
            return same[-1].thing
        if not definite:
            return None
        words = set(name.split())
        fitting = [k for k in here if k.head == head and _means(words, set(k.name.split()))]
        near = [k for k in fitting if k.paragraph == self.paragraph]
        several = near or fitting
        ids = {known.thing.id for known in several}
        if not several and name == head:
            return self._heard(head)
        return several[-1].thing if len(ids) == 1 else None

    def hear(self, name: str, head: str, meeting: bool, make: About, proper: bool = False) -> None:
        """Remember a name that a sentence has for a thing of which it says nothing itself.

        In its paragraph a word for its kind means it, if no other is named; *the event* is any
        meeting. A `proper` name, in capitals, is so meant on the whole page behind it.
        """
        if not _means({head}, set(name.split())):
            return
        if self._hearing != self.paragraph:
            self.heard, self._hearing = {}, self.paragraph
        for heard in (self.heard, self.names) if proper else (self.heard,):
            for key in (head, _ANY) if meeting else (head,):
                before = heard.get(key, (name, make))
                heard[key] = (name, make) if before[0] == name else ("", _nothing)

    def heard_of(self, head: str) -> Thing | None:
        """The thing that the paragraph named for which a bare word stands: *the committee*."""
        return self._heard(head)

    def _heard(self, head: str) -> Thing | None:
        here = self.heard if self._hearing == self.paragraph else {}
        for heard in (here, self.names):
            found = heard.get(head)
            if found is None and head in again("meeting"):
                found = heard.get(_ANY)
            if found:
                return found[1]()
        return None

    def add(
        self, name: str, head: str, thing: Thing, meeting: bool = False, where: str = ""
    ) -> None:
        """Remember a thing."""
        self.known.append(Known(name, head, self.paragraph, thing, meeting, where))


class Topic(NamedTuple):
    """What a sentence was about; its node is made when something is said of it again."""

    label: str
    node: About


class Context(NamedTuple):
    """Where a sentence stands: what it may be about, what it is itself, in which session it is."""

    about: tuple[About, ...] = ()
    item: About | None = None
    session: About | None = None
    last: Callable[[], "Topic | None"] = lambda: None


def _means(words: set[str], known: set[str]) -> bool:
    """Whether words may mean a known thing again: *the forum* is not the next forum."""
    return words <= known and not (known - words) & _others()


@cache
def _others() -> frozenset[str]:
    """The words that tell one thing of a series from what is spoken of by the bare noun."""
    return frozenset(fold(word) for each in LANGUAGES for word in small("in_turn", each))
