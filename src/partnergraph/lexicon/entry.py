"""What the lexicon's words mean: ties between a cast and a thing, entries, forms of verbs."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

End = Literal["thing", "cast"]
KINDS_OF_LABEL: Mapping[str, frozenset[str]] = {
    "Activity": frozenset(("activity", "meeting")),
    "Session": frozenset(("meeting",)),
    "Roundtable": frozenset(("meeting",)),
    "Organisation": frozenset(("body",)),
    "Agency": frozenset(("body",)),
    "RCP": frozenset(("body",)),
    "Country": frozenset(("body", "country")),
    "Document": frozenset(("document",)),
    "Instrument": frozenset(("instrument",)),
    "Objective": frozenset(("objective",)),
    "Recommendation": frozenset(("recommendation",)),
    "Question": frozenset(("question",)),
    "Topic": frozenset(("topic",)),
    "Location": frozenset(("place",)),
}
"""What a node of a label is for a tie; an Activity may be a meeting."""


class Tie(NamedTuple):
    """One relationship that words give: its `type`, and what else identifies it.

    `role` is MEMBER_OF's, always English; `how` SIGNED's; `status` is `planned`, `cancelled` or
    `suspended`; `ended` a part that somebody once had, `apart` one that members do not have. `to`
    are the kinds of things it goes with (activity, meeting, body, document …), `who` the only label
    of a cast it is for, and `points` the end that is the relationship's target: the thing, or (a
    place, an objective) what is named.
    """

    type: str
    role: str | None = None
    status: str | None = None
    how: str | None = None
    ended: bool = False
    apart: bool = False
    to: frozenset[str] = frozenset()
    who: str = ""
    points: End = "thing"

    def fits(self, label: str | None) -> bool:
        """Whether this tie goes with a thing of a label; None is any."""
        return label is None or bool(KINDS_OF_LABEL.get(label, frozenset()) & self.to)


class Entry(NamedTuple):
    """Words that mean the same wherever they stand: a column's header, a label, a verb, a noun.

    `kind` is `role` where they say what somebody does, else what stands below such a header
    (`budget`, `activity`, `date` …). `first_leads` is whether a header says that the first name
    of each cell leads.
    """

    id: str
    kind: str
    ties: tuple[Tie, ...] = ()
    first_leads: bool = False

    @property
    def apart(self) -> bool:
        """Whether who has this part in a body is no member of it.

        >>> from partnergraph.lexicon import lexicon
        >>> lexicon().label("observer").apart, lexicon().label("Chair").apart
        (True, False)
        """
        parts = [tie for tie in self.ties if tie.type == "MEMBER_OF"]
        return bool(parts) and all(tie.apart or tie.ended for tie in parts)

    def tie(self, label: str | None = None, person: bool = False) -> Tie | None:
        """What these words state of a thing of a label, its cast being people or not; the first.

        >>> from partnergraph.lexicon import lexicon
        >>> chair = lexicon().label("Chair:")
        >>> chair.tie("RCP").role, chair.tie("Session").type, chair.tie("Session", True).type
        ('chair', 'LED', 'LED')
        """
        fitting = [tie for tie in self.ties if tie.fits(label) and (person or not tie.who)]
        own = [tie for tie in fitting if tie.who] if person else []
        return next(iter(own or fitting), None)


def merged(entries: Sequence[Entry]) -> Entry:
    """One entry for words that stand in several."""
    if len(entries) == 1:
        return entries[0]
    roles = [entry for entry in entries if entry.kind == "role"]
    ties = dict.fromkeys(tie for entry in entries for tie in entry.ties)
    kind = "role" if roles else entries[0].kind
    return Entry("+".join(entry.id for entry in entries), kind, tuple(ties))


class VerbForm(NamedTuple):
    """A printed form of a verb: `tense` as the columns of `verb_forms` name it.

    `entries` are the roles that its verb gives to who does it, `holding` those it gives to what it
    is done to (`the group comprises A and B`); without either it is known to give none.
    """

    lemma: str
    language: str
    tense: str
    number: str = ""
    gender: str = ""
    entries: tuple[Entry, ...] = ()
    holding: tuple[Entry, ...] = ()

    @property
    def finite(self) -> bool:
        """Whether it can be the verb of a clause by itself."""
        return self.tense not in ("infinitive", "participle", "gerund")
