"""Who did what, as one sentence of prose says it.

In goes a sentence, out come deeds: what was done, by whom, as which relationship. Four forms carry:
`the study on X prepared by A` (also `X and Y, led by A` and `was organised by A`), `the workshop on
X by A`, `the evaluations of A on X`, and `A organised a workshop on X`. What is denied, asked, or
only could or should be is no deed; what is ambiguous is reported as unclear.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from partnergraph.document.words import Passage
from partnergraph.extractors.deeds import patterns
from partnergraph.extractors.deeds.actors import Actors, Cast
from partnergraph.extractors.deeds.nouns import Noun, nouns
from partnergraph.extractors.deeds.verbs import BY_ALONE, STRONG, verb_types
from partnergraph.names import Names

LONGEST_SENTENCE = 3000
"""Characters; a text that goes on longer without a full stop is not read as a sentence."""


Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Done:
    """A thing done: the characters that name it, and its noun."""

    start: int
    stop: int
    noun: Noun


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done, as what, by whom; `status` is completed, planned, ongoing or unknown.

    `cue` is where in the sentence the words stand that say so: `was … organised … by`.
    """

    types: tuple[str, ...]
    done: tuple[Done, ...]
    actors: Actors
    status: str
    cue: Spans


@dataclass(slots=True)
class Reading:
    """The deeds of a sentence, all things done that it names, and what stayed unclear."""

    deeds: list[Deed] = field(default_factory=list)
    things: list[Done] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)


def read(sentence: Passage, names: Names) -> Reading:
    """The deeds of a sentence."""
    text = patterns.QUOTED.sub(lambda quoted: "x" * len(quoted[0]), sentence.text)
    found = list(nouns(text))
    if not found or text.rstrip('”’") ').endswith("?"):
        return Reading()
    return _Reader(text, found, Cast(sentence, names)).read()


class _Reader:
    """Reads the forms of a sentence from left to right; each begins where the last one ended."""

    def __init__(self, text: str, found: list[Noun], cast: Cast) -> None:
        self.text = text
        self.nouns = found
        self.cast = cast
        self.reading = Reading()
        self.named: dict[Noun, Done] = {}
        self.stop = 0

    def read(self) -> Reading:
        passives = list(patterns.DONE_BY.finditer(self.text))
        for step, match in self._steps(passives):
            step(match)
        for noun in self.nouns:
            self.reading.things.append(self.named.get(noun) or self._called(noun))
        return self.reading

    def _steps(
        self, passives: list[re.Match[str]]
    ) -> Iterator[tuple[Callable[[re.Match[str]], None], re.Match[str]]]:
        ends = {match.end() for match in passives}
        bare = (m for m in patterns.BY.finditer(self.text) if m.end() not in ends)
        found = [
            *((m, self._passive) for m in passives),
            *((m, self._by) for m in bare),
            *((m, self._of) for m in patterns.OF.finditer(self.text)),
            *((m, self._active) for m in self._clauses()),
        ]
        for match, step in sorted(found, key=lambda item: item[0].start()):
            yield step, match

    def _clauses(self) -> Iterable[re.Match[str]]:
        last = max((m.start() for m in patterns.DID.finditer(self.text)), default=-1)
        return (m for m in patterns.CLAUSES.finditer(self.text) if m.start() < last)

    # The study on X prepared by A; X and Y, led by A; X was organised by A

    def _passive(self, found: re.Match[str]) -> None:
        region = self._region(found.start())
        if not region and self._continues(found.start("verbs")):
            self._again(found)
        elif region:
            self._first(region, found)
        elif not found["aux"] and not self.text[: found.start()].strip():
            self._ahead(found)

    def _first(self, region: list[Noun], found: re.Match[str]) -> None:
        if not self._reaches(region[-1].end, found.start()):
            return
        aux = (found["aux"] or "").casefold()
        finite = bool(aux) and not aux.startswith(("which", "that", "to be"))
        types = verb_types(found["verbs"])
        done = self._subjects(region, found.start()) if finite else self._done(region, found, types)
        self._name(done)
        actors = self.cast.actors(found.end(), finite)
        denied = patterns.DENIED.search(self.text[max(region[0].begin - 4, 0) : found.end()])
        if not (denied or patterns.UNREAL.search(aux)):
            self._add(types, done, actors, _status(aux), done_by(found))
        self.stop = max(actors.stop, found.end())

    def _continues(self, start: int) -> bool:
        """Whether only `and` stands between the last deed and here: led by A and hosted by B."""
        between = self.text[self.stop : start].strip()
        return bool(self.reading.deeds) and between in ("and", ",", ", and")

    def _again(self, found: re.Match[str]) -> None:
        last = self.reading.deeds[-1]
        actors = self.cast.actors(found.end())
        types = verb_types(found["verbs"])
        self._add(types, list(last.done), actors, last.status, done_by(found))
        self.stop = max(actors.stop, found.end())

    def _ahead(self, found: re.Match[str]) -> None:
        """Hosted by A, the workshop on X was a success."""
        actors = self.cast.actors(found.end())
        noun = next((noun for noun in self.nouns if noun.start > actors.stop), None)
        between = self.text[actors.stop : noun.begin].strip(", ") if noun else ""
        if noun and between and between == noun.article:
            done = [self._called(noun)]
            self._name(done)
            self._add(verb_types(found["verbs"]), done, actors, "completed", done_by(found))
            self.stop = done[0].stop

    def _region(self, stop: int) -> list[Noun]:
        """The nouns since the last deed that may be what was done."""
        return [noun for noun in self.nouns if self.stop <= noun.start and noun.end <= stop]

    def _done(self, region: list[Noun], found: re.Match[str], types: list[str]) -> list[Done]:
        """What a participle belongs to: its last noun, or all those joined before a comma."""
        last, group = region[-1], self._joined(region)
        outer = region[: len(region) - len(group)]
        if found["set_off"]:
            return [] if outer else self._names(group, found.start())
        between = self.text[last.end : found.start()].strip()
        strong = all(last.family in STRONG.get(type, ()) for type in types)
        if (between or outer) and (not strong or self._has_rival(outer, last, types)):
            return []
        while len(group) > 1 and group[1].article:
            group = group[1:]
        return self._names(group, found.start())

    def _has_rival(self, outer: list[Noun], last: Noun, types: list[str]) -> bool:
        """Whether a noun the last one stands under could as well be what was done."""
        alike = STRONG["PREPARED"] if "PREPARED" in types else (last.family,)
        return any(
            noun.family in alike and not patterns.APART.search(self.text[noun.end : last.begin])
            for noun in outer
        )

    def _reaches(self, end: int, start: int) -> bool:
        """Whether what stands between a noun and a verb only says more of the noun."""
        between = patterns.HELD.sub("", self.text[end:start].rstrip())
        if patterns.ELSEWHERE.search(between) or not patterns.PREPOSITION.match(between):
            return False
        ends = patterns.NAME_END.finditer(self.text, end, start)
        return not any(match[0].strip() in (",", "(", "–", "—") for match in ends)

    def _joined(self, region: list[Noun]) -> list[Noun]:
        """The last noun and those joined to it by `and` or commas."""
        group = [region[-1]]
        for noun in reversed(region[:-1]):
            if not patterns.COORDINATED.search(self.text[noun.end : group[0].begin]):
                break
            group.insert(0, noun)
        return group

    def _subjects(self, region: list[Noun], stop: int) -> list[Done]:
        """What a clause speaks of up to its verb at `stop`: its first noun, and those joined."""
        opening = [n for n in region if patterns.OPENS_CLAUSE.search(self.text[: n.begin])]
        subjects = opening[:1]
        for noun in region:
            if subjects and noun.start > subjects[-1].start:
                between = self.text[subjects[-1].end : noun.begin]
                subjects += [noun] if patterns.COORDINATED.search(between) else []
        return self._names(subjects, stop)

    def _names(self, group: list[Noun], stop: int) -> list[Done]:
        """What each noun of a group is called: the words up to the next one, or to `stop`."""
        named = []
        for noun, following in zip_longest(group, group[1:]):
            end = stop
            if following:
                joint = patterns.COORDINATED.search(self.text[noun.end : following.begin])
                end = noun.end + joint.start() if joint else stop
            held = patterns.HELD.search(self.text, noun.end, end)
            end = held.start() if held else end
            named.append(Done(noun.begin, end, noun))
        return named

    # The workshop on X by A

    def _by(self, found: re.Match[str]) -> None:
        region = self._region(found.start())
        if not region or not re.match(r"(?:the )?[A-Z]", self.text[found.end() :]):
            return
        last, group = region[-1], self._joined(region)
        between = self.text[last.end : found.start()]
        if not _is_plain_topic(between) or patterns.PARTICIPLE_BEFORE.search(between):
            return
        actors = self.cast.actors(found.end())
        sure = group == region and last.kind not in patterns.NOT_BY
        sure = sure and not patterns.ACT.search(between)
        while len(group) > 1 and group[1].article:
            group = group[1:]
        done = self._names(group, found.start()) if sure else []
        self._name(done)
        status = self._standing(last, found.start(), self.text[actors.stop :])
        cue = ((last.start, last.end), found.span())
        self._add([BY_ALONE[last.family]], done, actors, status, cue)
        self.stop = max(actors.stop, found.end())

    # The evaluations of A on X

    def _of(self, found: re.Match[str]) -> None:
        region = self._region(found.start())
        noun = region[-1] if region and region[-1].end == found.start() else None
        if not noun or noun.article != "the" or noun.kind in patterns.NOT_OF:
            return
        actors = self.cast.actors(found.end())
        if not actors.found or not patterns.TOPIC.match(self.text, actors.stop):
            return
        stop = self._name_end(actors.stop)
        if any(m.start() < stop + 2 for m in patterns.DONE_BY.finditer(self.text, actors.stop)):
            return
        done = [Done(noun.begin, stop, noun)]
        self._name(done)
        status = self._standing(noun, stop, self.text[stop:])
        cue = ((noun.start, noun.end), (noun.end, noun.end + len(" of")))
        self._add([BY_ALONE[noun.family]], done, actors, status, cue)
        self.stop = stop

    # A organised a workshop on X

    def _active(self, found: re.Match[str]) -> None:
        if found.start() < self.stop:
            return
        actors = self.cast.actors(found.end())
        verb = patterns.DID.match(self.text, actors.stop) if actors.found else None
        if not verb:
            return
        objects = [n for n in self.nouns if self._follows(n, verb.end())]
        for noun in self.nouns:
            if objects and noun.start > objects[-1].start:
                between = self.text[objects[-1].end : noun.begin]
                objects += [noun] if patterns.COORDINATED.search(between) else []
        stop = self._name_end(objects[-1].end) if objects else verb.end()
        done = self._names(objects, stop) if objects else self._antecedent(found.end())
        if not done:
            return
        self._name(done)
        self._with(actors, stop)
        types = verb_types(verb["base"] or verb["present"] or verb["past"])
        status = "planned" if verb["planned"] else "ongoing" if verb["ongoing"] else "completed"
        self._add(types, done, actors, status, did(verb))
        self.stop = max(actors.stop, stop)

    def _antecedent(self, place: int) -> list[Done]:
        """What a relative clause at `place` speaks of: the handbook that A published."""
        relative = patterns.RELATIVE.search(self.text, max(place - 8, 0), place)
        region = self._region(relative.start()) if relative else []
        if not relative or not region or not self._reaches(region[-1].end, relative.start()):
            return []
        joined = self._joined(region)
        return self._names(region, relative.start()) if len(joined) == len(region) == 1 else []

    def _follows(self, noun: Noun, place: int) -> bool:
        return place <= noun.begin and self.text[place : noun.begin].strip() == noun.article

    def _with(self, actors: Actors, stop: int) -> None:
        """Add those a deed was done together with."""
        joint = patterns.WITH.match(self.text, stop)
        if joint:
            others = self.cast.actors(joint.end())
            actors.found += others.found
            actors.stop = max(others.stop, stop)

    # What they share

    def _add(
        self, types: list[str], done: list[Done], actors: Actors, status: str, cue: Spans
    ) -> None:
        if actors.found and done:
            self.reading.deeds.append(Deed(tuple(types), tuple(done), actors, status, cue))
        if actors.unclear:
            self.reading.unclear.append(f"no table knows “{actors.unclear}”")
        elif actors.found and not done:
            self.reading.unclear.append("it is not clear what was done by them")

    def _name(self, done: list[Done]) -> None:
        self.named.update((thing.noun, thing) for thing in done)

    def _called(self, noun: Noun) -> Done:
        return Done(noun.begin, self._name_end(noun.end), noun)

    def _name_end(self, place: int) -> int:
        found = patterns.NAME_END.search(self.text, place)
        return found.start() if found else len(self.text)

    def _standing(self, noun: Noun, stop: int, behind: str) -> str:
        """Whether a thing named without a verb is there already."""
        if patterns.TO_COME.search(self.text[noun.begin : stop]) or patterns.TO_COME.match(behind):
            return "planned"
        before = self.text[max(noun.begin - 60, 0) : noun.begin]
        given = noun.family != "event" and noun.article == "the"
        return "completed" if given or patterns.OUTCOMES_OF.search(before) else "unknown"


def done_by(found: re.Match[str]) -> Spans:
    """The words of a passive that say what was done: auxiliary, verbs, `by`."""
    by = (found.end() - len("by "), found.end())
    return tuple(span for span in (found.span("aux"), found.span("verbs"), by) if span[0] >= 0)


def did(found: re.Match[str]) -> Spans:
    """The words of an active verb that say what was done: `will`, `is currently`, the verb."""
    parts = ("planned", "base", "ongoing", "present", "past")
    return tuple(found.span(part) for part in parts if found[part])


def _is_plain_topic(between: str) -> bool:
    return bool(patterns.PREPOSITION.match(between)) and not patterns.NAME_END.search(between)


def _status(aux: str) -> str:
    if patterns.PLANNED.search(aux):
        return "planned"
    if "being" in aux:
        return "ongoing"
    return "unknown" if re.match(r"(?:(?:which|that) )?(?:is|are) ", aux) else "completed"
