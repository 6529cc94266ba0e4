"""The uses of a sentence made into facts: DRAWS_ON, BUILDS_ON, COMPLEMENTS, DISCUSSES."""

from collections.abc import Iterator

from partnergraph.document.words import Passage, quote
from partnergraph.lexicon import meaning
from partnergraph.records.vocabulary import vocabulary
from partnergraph.relations.clauses.meetings import met, reached
from partnergraph.relations.clauses.stated import Stated
from partnergraph.relations.clauses.targets import Target
from partnergraph.relations.clauses.uses import Use, Uses
from partnergraph.relations.draft import Thing

_MEETINGS = ("Session", "Roundtable")


class Links:
    """What one sentence says that its session, paper or project uses."""

    def __init__(self, uses: Uses, stated: Stated) -> None:
        self.uses = uses
        self.stated = stated
        self.targets = stated.targets
        self.page = stated.page
        self.words = stated.words
        self.tokens = stated.tokens

    def make(self) -> int:
        """Make the facts; how many."""
        return sum(self._of(use) for use in self.uses.list()) + self._spoken_of()

    def _of(self, use: Use) -> int:
        cue = self.stated.cue(use.cue)
        ends = [(type, end) for type in sorted(use.ties) for end in self._ends(use, type)]
        made = [self._link(use, type, end, cue) for type, end in ends]
        return sum(made) + (self._views(use) if use.views else 0)

    def _ends(self, use: Use, type: str) -> Iterator[Target | Thing]:
        """What a use is of, as one type."""
        if type != "BUILDS_ON":
            yield from (Target("activity", noun=noun) for noun in self.uses.things(use))
        if type != "DRAWS_ON" and not use.presented:
            for thing in self._meetings(use):
                if type == "BUILDS_ON" or thing.label in _MEETINGS:
                    yield thing

    def _meetings(self, use: Use) -> Iterator[Thing]:
        """The sessions and roundtables that stand as the object of a verb, the first near it."""
        text = self.words.text
        start = self.tokens[use.first].start if use.first < use.stop else len(text)
        stop = self.tokens[use.stop - 1].stop
        for number in reached(text, start, stop):
            words = self.words[number.start : number.stop]
            if thing := self.targets.things.meetings.node(number, words):
                yield thing
        for first, last in met(text, start, stop):
            words = self.words[first:last]
            yield self.page.draft.stated("Organisation", words, kind="meeting")

    def _link(self, use: Use, type: str, end: Target | Thing, cue: Passage) -> bool:
        if meaning(quote(cue)[1], type) != "given":
            return False
        source = self.targets.node(use.source)
        target = self.targets.node(end) if isinstance(end, Target) else end
        if source is None or target is None or source.id == target.id:
            return False
        if not vocabulary().types[type].joins(source.label, target.label):
            return False
        self.page.draft.link(type, source, target, within=self.words, cue=cue)
        return True

    def _views(self, use: Use) -> int:
        """The bodies that a session discusses."""
        viewed = list(self.uses.viewed(use))
        source = self.targets.node(use.source) if viewed else None
        if source is None or source.label not in _MEETINGS:
            return 0
        made = 0
        for mention in viewed:
            body = self.page.node(mention, self.words)
            if body and vocabulary().types["DISCUSSES"].joins(source.label, body.label):
                self.page.draft.link("DISCUSSES", source, body, within=self.words)
                made += 1
        return made

    def _spoken_of(self) -> int:
        """The regional processes that the description of a session names."""
        session = self.targets.session()
        source = self.targets.node(session) if session else None
        if source is None or any(token.is_a("denied") for token in self.tokens):
            return 0
        casts = (token.cast for token in self.tokens if token.cast)
        named = [m for cast in casts for m in cast.members if m.entity and m.what == "process"]
        made = 0
        for mention in named:
            said = self.words[mention.start : mention.stop]
            if said.words[0].place in self.page.draft.named:
                continue
            process = self.page.node(mention, self.words)
            if process and process.label == "RCP":
                self.page.draft.link("DISCUSSES", source, process, within=self.words)
                made += 1
        return made
