"""The descriptions of sessions, sentence by sentence: deeds and uses become nodes and links."""

import re
from collections import Counter
from collections.abc import Container, Iterator

from partnergraph.document.words import Passage
from partnergraph.extractors.cued import link, spans
from partnergraph.extractors.deeds.actors import SUPPORT, Actor, Cast
from partnergraph.extractors.deeds.grammar import LONGEST_SENTENCE, Deed, Done, Reading, read
from partnergraph.extractors.deeds.meetings import Meetings
from partnergraph.extractors.deeds.patterns import COORDINATED, DENIED, OUTCOMES, OUTCOMES_OF
from partnergraph.extractors.deeds.romance import read as read_romance
from partnergraph.extractors.deeds.session_links import Use, subject, uses
from partnergraph.extractors.deeds.sessions import SessionDeed, session_deeds
from partnergraph.extractors.draft import Draft, Mention
from partnergraph.ids import fold
from partnergraph.vocabulary import vocabulary

_CONTAINERS = ("Session", "Roundtable")
_ROLES = {"supports": "CONTRIBUTES_TO", "funds": "FUNDS"}
_CERTAIN = frozenset(
    (
        "workshop",
        "seminar",
        "conference",
        "consultation",
        "symposium",
        "webinar",
        "study",
        "survey",
        "evaluation",
        "assessment",
        "mapping",
        "compendium",
        "handbook",
    )
)
_NEAR = 8
_TURNS = re.compile(
    r"[;:.]|\b(?:that|which|who|whose|how|whether|why|what|where|by|with|from|including|under|such|"
    r"like|in|at|among|between|not|without|since|led|held)\b|\b\w{3,}ed\b"
)
_DIRECT = re.compile(r" (?:the |an? |its |their |l[’']|las? |les? |el |los |une? |una |des )?")
_PRESENTED = re.compile(
    rf"(?:(?:The |These )?{OUTCOMES}(?: and {OUTCOMES})? (?:of|from) )?(?:[Tt]he |[Aa]n? |[Ii]ts )?"
)


class Description:
    """Reads sentences into a draft; remembers what activities there are and who `It` is."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.meetings = Meetings(draft)
        self.activities: dict[tuple[str, str], Mention] = {}
        self.counts: Counter[str] = Counter()

    def read(self, paragraph: Passage) -> None:
        """Read a paragraph."""
        speaks_of: Mention | None = None
        for sentence in paragraph.sentences():
            if not sentence.words or len(sentence.text) > LONGEST_SENTENCE:
                continue
            container = self._container(sentence, *_CONTAINERS)
            spoken_of = subject(sentence.text)
            if spoken_of != "It":
                speaks_of = self._spoken_of(spoken_of, sentence)
            self._sentence(sentence, container, speaks_of)

    def _container(self, words: Passage, *labels: str) -> Mention | None:
        return self.draft.container(self.draft.text.position(words.words[0]), *labels)

    def _spoken_of(self, words: str, sentence: Passage) -> Mention | None:
        """The session or roundtable that words such as `This Roundtable`, `Session 1.2` mean."""
        if not words:
            return None
        if code := re.search(r"\d[\d.]*", words):
            label = "Session" if words.casefold().lstrip("the is").startswith("session") else None
            return self.meetings.own(code[0], *([label] if label else _CONTAINERS))
        innermost = self._container(sentence, *_CONTAINERS)
        if re.search(r"session|séance|sesión", words, re.I):
            whole = innermost and innermost.label == "Roundtable" and not self.meetings.sessions
            return innermost if whole or (innermost and innermost.label == "Session") else None
        if re.search(r"round|RT|ronde|redonda", words, re.I):
            return self._container(sentence, "Roundtable")
        return innermost

    def _sentence(
        self, sentence: Passage, container: Mention | None, speaks_of: Mention | None
    ) -> None:
        reading = read(sentence, self.draft.names)
        if not reading.deeds:
            romance = read_romance(sentence, self.draft.names)
            reading = romance if romance.deeds or romance.unclear else reading
        for deed in reading.deeds:
            self._deed(sentence, deed, container)
        self._session_deeds(sentence, container, speaks_of)
        for use in uses(sentence.text):
            source = self._source(use, sentence, container, speaks_of)
            if source and use.how == "view":
                self._view(source, use, sentence)
            if source and use.how == "complement":
                self._link_meetings("COMPLEMENTS", source, use, sentence)
            elif source:
                if use.how == "build":
                    self._link_meetings("BUILDS_ON", source, use, sentence)
                self._draw_on(source, use, sentence, reading)
        if container:
            self._discuss(sentence, container)
        if reading.unclear:
            self.draft.skip(sentence, f"who did what is not clear: {'; '.join(reading.unclear)}")

    def _session_deeds(
        self, sentence: Passage, container: Mention | None, speaks_of: Mention | None
    ) -> None:
        """Link who leads or organises the session or roundtable a sentence speaks of."""
        if not container:
            return
        for deed in session_deeds(sentence.text, Cast(sentence, self.draft.names)):
            it = deed.subject == "It"
            session = speaks_of if it else self._spoken_of(deed.subject, sentence)
            for actor in deed.actors if session else ():
                doer = self._actor(sentence, actor)
                for type, cue in _as_what(sentence, deed, actor):
                    if session and vocabulary().types[type].joins(doer.label, session.label):
                        link(self.draft, type, doer, session, cue, sentence)

    def _source(
        self, use: Use, sentence: Passage, container: Mention | None, speaks_of: Mention | None
    ) -> Mention | None:
        if use.how == "presented":
            return container
        return speaks_of if use.subject == "It" else self._spoken_of(use.subject, sentence)

    # Deeds

    def _deed(self, sentence: Passage, deed: Deed, container: Mention | None) -> None:
        for done in deed.done:
            if done.noun.article == "this" and done.noun.family == "text":
                self._of_itself(sentence, deed)
                continue
            activity = self._activity(sentence, done, container, deed.status)
            for actor in deed.actors.found:
                doer = self._actor(sentence, actor)
                for type, cue in _as_what(sentence, deed, actor):
                    link(self.draft, type, doer, activity, cue, sentence)

    def _of_itself(self, sentence: Passage, deed: Deed) -> None:
        """Link who prepared `this paper`, the document itself."""
        for actor in deed.actors.found:
            if actor.role == "did" and "PREPARED" in deed.types:
                doer = self._actor(sentence, actor)
                cue = spans(sentence, deed.cue)
                link(self.draft, "PREPARED", doer, self.draft.document, cue, sentence)

    def _actor(self, sentence: Passage, actor: Actor) -> Mention:
        words = sentence[actor.start : actor.stop]
        if actor.entity:
            return self.draft.shared(actor.entity, words)
        given = {"acronym": actor.acronym, "kind": actor.kind}
        known = {key: value for key, value in given.items() if value}
        return self.draft.stated("Organisation", words, **known)

    def _activity(
        self, sentence: Passage, done: Done, container: Mention | None, status: str
    ) -> Mention:
        words = _trimmed(sentence[done.start : done.stop])
        where = container.id if container else ""
        specific = done.stop - done.noun.end > 1
        key = ("" if specific else where, fold(words.text))
        known = self.activities.get(key)
        if known:
            return Mention(known.id, known.label, words)
        code = self._code(done, where)
        activity = self.draft.part("Activity", code, words)
        self.draft.property(activity, status=status, kind=done.noun.kind)
        self.activities[key] = activity
        return activity

    def _code(self, done: Done, where: str) -> str:
        """`1.1-workshop`, a second one `1.1-workshop-2`."""
        over = where.partition("/")[2]
        code = "-".join(filter(None, (over, done.noun.kind.replace(" ", "-"))))
        self.counts[code] += 1
        return code if self.counts[code] == 1 else f"{code}-{self.counts[code]}"

    # Uses

    def _draw_on(self, source: Mention, use: Use, sentence: Passage, reading: Reading) -> None:
        done = {thing: deed.status for deed in reading.deeds for thing in deed.done}
        container = self._container(sentence, *_CONTAINERS)
        certain = [t for t in reading.things if t in done or _is_certain(t, sentence.text)]
        for thing in _used(use, sentence.text, certain, done):
            status = done.get(thing, "unknown")
            activity = self._activity(sentence, thing, container, status)
            cue = spans(sentence, [use.cue])
            link(self.draft, "DRAWS_ON", source, activity, cue, sentence)

    def _view(self, source: Mention, use: Use, sentence: Passage) -> None:
        """Link the bodies that a session says it will discuss."""
        start = use.start
        for found in self.draft.names.find(sentence, "Agency", "Organisation"):
            between = sentence.text[start : found.start]
            if not use.start <= found.start < use.stop or not _is_object(between):
                continue
            start = found.stop
            body = self.draft.shared(found.entity, found.words)
            self.draft.link("DISCUSSES", source, body, within=sentence)

    def _link_meetings(self, type: str, source: Mention, use: Use, sentence: Passage) -> None:
        for target in self.meetings.referred(sentence, use):
            if target.id != source.id and (type != "COMPLEMENTS" or target.label in _CONTAINERS):
                cue = spans(sentence, [use.cue])
                link(self.draft, type, source, target, cue, sentence)

    def _discuss(self, sentence: Passage, container: Mention) -> None:
        for found in self.draft.names.find(sentence, "RCP"):
            place = found.words.words[0].place
            if place not in self.draft.named and not DENIED.search(sentence.text):
                process = self.draft.shared(found.entity, found.words)
                self.draft.link("DISCUSSES", container, process, within=sentence)


def _as_what(
    sentence: Passage, deed: Deed | SessionDeed, actor: Actor
) -> Iterator[tuple[str, Passage]]:
    """The relationships that an actor of a deed has, each with the words that say so."""
    if actor.role not in _ROLES:
        yield from ((type, spans(sentence, deed.cue)) for type in deed.types)
        return
    before = (m.span() for m in SUPPORT.finditer(sentence.text) if m.end() <= actor.start)
    yield _ROLES[actor.role], spans(sentence, list(before)[-1:])


def _used(use: Use, sentence: str, things: list[Done], done: Container[Done]) -> Iterator[Done]:
    """The things that are the object of a use: directly, by their outcomes, or joined to one.

    Something whose doer is named may also be joined to other things used.
    """
    takes = use.how in ("build", "use")
    accepted = False
    for thing in things:
        lead = sentence[use.start : thing.start]
        if thing.start < use.start or thing.noun.end > use.stop:
            continue
        led_in = _PRESENTED.fullmatch if use.how == "presented" else OUTCOMES_OF.search
        fits = bool(led_in(lead)) or (takes and bool(_DIRECT.fullmatch(lead)))
        if fits or ((accepted or (takes and thing in done)) and COORDINATED.search(lead)):
            accepted = True
            yield thing


def _is_certain(thing: Done, sentence: str) -> bool:
    """Whether a thing nobody is named for is still one certain thing: the workshop on X."""
    topic = sentence[thing.noun.end : thing.stop].strip()
    return thing.noun.article == "the" and thing.noun.kind in _CERTAIN and bool(topic)


def _is_object(between: str) -> bool:
    """Whether a name behind these words is still what a verb before them speaks of."""
    return len(between.split()) <= _NEAR and not _TURNS.search(between)


def _trimmed(words: Passage) -> Passage:
    return words[: len(words.text.rstrip(" ,;:(–—"))]
