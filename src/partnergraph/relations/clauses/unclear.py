"""What a sentence says was done, where it stays open what, or by whom."""

from partnergraph.relations.clauses.frame import Frame
from partnergraph.relations.clauses.group import Group


class Unclear(Frame):
    """What is noted of verbs that make no claim."""

    def _tells(self, place: int, group: Group) -> bool:
        """Whether a passive says that something was done, if it only were clear what by whom."""
        told = group.by >= 0 and self._entries(group) and not self.sentence.denied(place)
        return bool(told) and self.status(self.words(group)) is not None

    def unnamed(self) -> None:
        """Note what is unclear in a sentence that names nobody who is known."""
        for place, group in enumerate(self.sentence.groups):
            if group.passive and self.sentence.subjects[place].noun:
                self.who(place, group)

    def who(self, place: int, group: Group) -> None:
        """Say that words behind `by` look like a name and are none that is known."""
        at = group.by + 1
        while at < len(self.tokens) and self.tokens[at].is_a("determiner"):
            at += 1
        named = at < len(self.tokens) and self.tokens[at].capital and self.tokens[at].plain
        if named and self._tells(place, group):
            last = at
            while last + 1 < len(self.tokens) and self.tokens[last + 1].capital:
                last += 1
            said = self.sentence.text[self.tokens[at].start : self.tokens[last].stop]
            self.told.unclear.append(f"no table knows “{said}”")

    def what(self, place: int, group: Group) -> None:
        """Say that somebody did one of several things, and it is open which."""
        things = self.sentence.nouns.within(0, group.first)
        if things and self.sentence.agents(place)[0] and self._tells(place, group):
            self.told.unclear.append("it is open of what this is said")
