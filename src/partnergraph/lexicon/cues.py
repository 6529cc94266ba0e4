"""What a cue says: whether some words give a relationship its type, role and status.

This is the lexicon's side of the gate before the store. It knows words only: neither the text they
stand in nor who read it.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal

from partnergraph.lexicon import amounts, titles
from partnergraph.lexicon.data import LANGUAGES, small, small_set
from partnergraph.lexicon.entry import Tie, VerbForm
from partnergraph.lexicon.pieces import STATUSES, Piece, classes_of, pieces
from partnergraph.lexicon.spelling import tokens
from partnergraph.lexicon.things import stated_by

Meaning = Literal["given", "other", "unknown"]
GAP = " … "
_KEPT = {"planned": "planned", "cancelled": "cancelled", "suspended": "suspended"}
_UNREAL = frozenset(("conditional", "subjunctive"))
_LINKS = frozenset(("BUILDS_ON", "DRAWS_ON", "COMPLEMENTS"))
_TIMELESS = _LINKS | {
    *("DIRECTED_TO", "EVALUATES", "AFFILIATED_WITH", "PURSUES", "ADDRESSES", "UNDER", "CITES"),
    *("LOCATED_IN", "DISCUSSES"),
}
"""Relationships without a status: they say what something is about, not what somebody does."""
_BEHIND = frozenset(("by", "of", "par", "de", "du", "des", "d’", "por", "del"))
LONGEST = 40
"""Words; a cue that is longer is a passage, of which nothing is said."""


def meaning(
    cue: str,
    type: str,
    role: str | None = None,
    status: str | None = None,
    *,
    thing: str | None = None,
    cast: str | None = None,
    ended: bool = False,
) -> Meaning:
    """Whether the words of a cue give this type, role and status, give another, or are unknown.

    `role` is asked of MEMBER_OF only, and of SIGNED its `how`; `thing` is the label of what the
    cast is tied to and `cast` the cast's, where they are to decide; `ended` whether the claim says
    that the part is over. Words of a membership that goes on stand for one that has ended, never
    the other way round.

    >>> meaning("will … host", "HOSTED", status="planned"), meaning("will … host", "HOSTED")
    ('given', 'other')
    >>> meaning("Co-leads", "MEMBER_OF", "co-lead"), meaning("Members", "MEMBER_OF", "observer")
    ('given', 'other')
    >>> meaning("should host", "HOSTED"), meaning("flummoxed", "HOSTED")
    ('other', 'unknown')
    """
    said, known = _said(cue)
    for tie in said:
        ends = tie.fits(thing) and (cast is None or not tie.who or cast == "Person")
        if ends and _matches(tie, type, role, status, ended):
            return "given" if known else "unknown"
    return "other" if known or said else "unknown"


def _matches(tie: Tie, type: str, role: str | None, status: str | None, ended: bool) -> bool:
    qualifier = {"MEMBER_OF": tie.role, "SIGNED": tie.how}.get(type)
    asked = type == "MEMBER_OF" or (type == "SIGNED" and role is not None)
    timed = tie.status == status or (type in _TIMELESS and status is None)
    over = ended or not tie.ended
    return tie.type == type and (not asked or role == qualifier) and timed and over


@lru_cache(4096)
def _said(cue: str) -> tuple[frozenset[Tie], bool]:
    """Every tie that a cue may give, and whether each of its words is known."""
    if len(cue) > LONGEST * 20:
        return frozenset(), False
    fragments = [part for part in amounts.said(cue).split(GAP) if part.strip()]
    words = tokens(" ".join(fragments))
    if not words or len(words) > LONGEST:
        return frozenset(), False
    standing, whole = _as_titles(fragments)
    told, known, acts = _as_sentence(words)
    if standing and len(words) > 1 and not acts:
        return standing, True
    return standing | told, whole or known


# A header, a label, a heading


def _as_titles(fragments: Sequence[str]) -> tuple[frozenset[Tie], bool]:
    """The ties of the titles among the fragments, if all others say a status."""
    ties: set[Tie] = set()
    statuses: set[str] = set()
    found = False
    for fragment in fragments:
        entries = [entry for use in titles.USES if (entry := titles.find(fragment, use))]
        said = _status_of(fragment)
        if said:
            statuses.add(said)
        elif not entries:
            return frozenset(), False
        if not said or len(fragments) == 1:
            ties.update(tie for entry in entries for tie in entry.ties)
        found = found or bool(entries) or bool(said)
    if "proposed" in statuses:
        return frozenset(), True
    kept = {_KEPT[name] for name in statuses if name in _KEPT}
    return frozenset(_with_status(tie, kept) for tie in ties), found


def _status_of(words: str) -> str:
    """The status that words alone say: `planned`, `cancelled`, `completed` …; none is empty."""
    found = classes_of().get(tokens(words), frozenset())
    return next((name for name in STATUSES if f"status.{name}" in found), "")


def _with_status(tie: Tie, statuses: Iterable[str]) -> Tie:
    status = next(iter(sorted(statuses)), tie.status)
    return tie if status == tie.status else tie._replace(status=status)


# A sentence's words


def _as_sentence(words: tuple[str, ...]) -> tuple[frozenset[Tie], bool, bool]:
    """The ties of a cue's words in the language that knows most of them, in the fewest pieces.

    Beside them, whether all words are known, and whether a verb or a `workshop by` is among them.
    """
    best: tuple[list[Piece], ...] = ()
    least, fewest = len(words), 0
    for language in LANGUAGES:
        read = list(pieces(words, language))
        unknown = sum(not piece.known for piece in read)
        fewer = not unknown and len(read) < fewest
        if unknown < least or (unknown == least and fewer):
            best, least, fewest = (read,), unknown, len(read)
        elif unknown == least < len(words) and unknown:
            best = (*best, read)
    ties = {tie for several in best for part in _parts(several) for tie in _told(part)}
    acts = any(
        piece.acts or any(_by_alone(several, place))
        for several in best
        for place, piece in enumerate(several)
    )
    return frozenset(ties), bool(best) and not least, acts


def _parts(several: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces between words such as `but`."""
    part: list[Piece] = []
    for piece in several:
        if "adversative" in piece.classes:
            yield part
            part = []
        else:
            part.append(piece)
    yield part


def _told(part: Sequence[Piece]) -> Iterator[Tie]:
    """The ties that a clause's words give; none where they deny it or only wish for it."""
    signs = frozenset(name for piece in part for name in piece.classes)
    if "denied" in signs:
        return
    wished = bool(signs & {"possible", "status.proposed"}) or any(map(_only_asks, part))
    statuses = {_KEPT[n] for n in _KEPT if f"status.{n}" in signs and not _is_verb_of_role(part, n)}
    statuses |= {"planned"} if "planned" in signs else set()
    for place, piece in enumerate(part):
        for tie, more in _piece_ties(part, place, piece):
            if tie.type in _TIMELESS:
                said = tie.type == "DIRECTED_TO" or not wished
                yield from (_with_status(tie, statuses | more),) if said else ()
            elif not wished and "supposed" not in signs:
                yield from _in_time(tie, statuses | more, "ended" in signs)


def _in_time(tie: Tie, statuses: Iterable[str], ended: bool) -> Iterator[Tie]:
    """A tie with its status; of what is over only a membership."""
    if not ended:
        yield _with_status(tie, statuses)
    elif tie.type == "MEMBER_OF":
        yield _with_status(tie, statuses)._replace(ended=True)


def _only_asks(piece: Piece) -> bool:
    """Whether a piece says that somebody should: `is encouraged to`."""
    return bool(piece.ties) and all(tie.type == "DIRECTED_TO" for tie in piece.ties)


def _is_verb_of_role(part: Sequence[Piece], name: str) -> bool:
    """Whether the word of a status is a verb's form with a role, as in `membership suspended`."""
    return any(f"status.{name}" in piece.classes and piece.acts for piece in part)


def _piece_ties(
    part: Sequence[Piece], place: int, piece: Piece
) -> Iterator[tuple[Tie, frozenset[str]]]:
    """The ties of a piece, each with the status that its verb's form or the words before give."""
    named = () if piece.forms and _is_marked(part[:place]) else piece.ties
    for tie in (*named, *_by_alone(part, place)):
        yield from ((tie, status) for status in _noun_statuses(part[:place]))
    carries = _carries_noun(part, place)
    named_so = _parts_behind(part, place)
    for form in piece.forms:
        if not (carries and form.lemma in _light(form.language)):
            for status in _statuses(part, place, form):
                for entry in (*form.entries, *form.holding):
                    yield from ((tie, status) for tie in entry.ties if tie.type not in named_so)


def _by_alone(part: Sequence[Piece], place: int) -> Iterator[Tie]:
    """What a thing's noun states with `by` or `of` right behind it: the workshop by."""
    behind = part[place + 1].words if place + 1 < len(part) else ()
    if len(behind) == 1 and behind[0] in _BEHIND:
        for language in LANGUAGES:
            type = stated_by(language).get(" ".join(part[place].words))
            if type:
                yield Tie(type, to=frozenset(("activity", "meeting", "document")))


def _carries_noun(part: Sequence[Piece], place: int) -> bool:
    """Whether a noun with a role stands behind: holds the chair."""
    return any(piece.ties and not piece.adjunct for piece in part[place + 1 :])


def _parts_behind(part: Sequence[Piece], place: int) -> frozenset[str]:
    """What only a noun behind a verb says: participates *as an observer* is no member."""
    behind = (piece for piece in part[place + 1 :] if not piece.adjunct and not piece.forms)
    told = {tie.type for piece in behind for tie in piece.ties}
    return frozenset(("MEMBER_OF",)) & told


@cache
def _light(language: str) -> frozenset[str]:
    return frozenset(lemma.replace("_", " ") for lemma in small("light", language))


def _noun_statuses(before: Sequence[Piece]) -> Iterator[frozenset[str]]:
    """What the verb before a noun makes of it: to come, done, or (nothing yielded) nothing."""
    governing = [piece for piece in before if _governs(piece)]
    if not governing:
        yield frozenset()
        return
    forms = [form for form in governing[-1].forms if form.tense not in _UNREAL]
    if any(form.entries or _carries(form) for form in forms):
        future = all(form.tense == "future" for form in forms)
        yield frozenset(("planned",)) if future else frozenset()


def _carries(form: VerbForm) -> bool:
    return form.lemma in _light(form.language) or form.lemma in small_set("through", form.language)


def _statuses(part: Sequence[Piece], place: int, form: VerbForm) -> Iterator[frozenset[str]]:
    """What a verb's form says of its deed: to come, done, or (nothing yielded) no deed at all."""
    if form.tense in _UNREAL:
        return
    if form.tense == "future":
        yield frozenset(("planned",))
        return
    before = part[:place]
    governors = [piece for piece in before if _governs(piece)]
    marked = form.tense == "infinitive" or (form.tense == "base" and _is_marked(before))
    if governors and (marked or form.tense == "gerund"):
        if all(_is_through(piece) for piece in governors):
            yield frozenset()
        return
    planned = any("planned" in piece.classes for piece in before)
    if form.tense == "infinitive":
        yield from (frozenset(("planned",)),) if planned else ()
    else:
        yield frozenset(("planned",)) if marked and not planned else frozenset()


def _is_marked(before: Sequence[Piece]) -> bool:
    """Whether what follows is an infinitive: behind `to`, or right behind a verb (helped print)."""
    if any(piece.words == ("to",) for piece in before[-2:]):
        return True
    return any(_governs(piece) and not any(map(_carries, piece.forms)) for piece in before[-1:])


def _governs(piece: Piece) -> bool:
    """Whether a piece is a verb that takes another with it: `declined to`, `helped to`."""
    return bool(piece.forms) and not piece.classes & {"auxiliary", "planned", "possible"}


def _is_through(piece: Piece) -> bool:
    return all(form.lemma in small_set("through", form.language) for form in piece.forms)
