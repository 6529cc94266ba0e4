"""People with their offices: `Ms. Ana Ruiz, Director, Institute for Remittances (IR)`.

In goes running text, out come names, each with the words of its office behind a comma or a dash and
what stands in brackets behind it. What follows in lower case is no part of an office. A name needs
a form of address, or a place where only people stand; two words alone are no person.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from partnergraph.lexicon import lexicon
from partnergraph.lexicon.bodies import words as lexicon_of_bodies
from partnergraph.lexicon.data import LANGUAGES
from partnergraph.mentions.ahead import ahead
from partnergraph.mentions.before import Held, before, between
from partnergraph.mentions.bodies import body_at, of_table
from partnergraph.mentions.mention import Mention
from partnergraph.mentions.offices import HAS_ROLE, ROLE, posts
from partnergraph.mentions.persons import are_own, name_end
from partnergraph.mentions.places import LOCATED
from partnergraph.mentions.reading import Reading
from partnergraph.mentions.seats import Span, at_the_end, body_of, in_brackets, of_body
from partnergraph.mentions.shapes import ADDRESSED, CAPITAL, HONORIFIC, INVERTED, NAME, NAME_WORD

_UNADDRESSED = re.compile(rf"(?:^|(?<=; )|(?<=\), )|(?<=\) and ))(?:[-–—•*] )?(?P<name>{NAME})")
_FEWEST = 2  # words of a person's name
_LETTERS = re.compile(r"(?:,? (?:[OMC]BE|K?CMG|[QK]C|MP|MEP|Ph\.?D\.?|Esq\.?|Jr\.?))+(?![\w.])")
_BRACKET = re.compile(r" ?\((?P<inside>[^()]{2,120}(?:\([^()]{2,20}\))?)\)")
_SEPARATOR = re.compile(r",? ?[–—] ?|,? - |, ?")
_NEXT = re.compile(
    rf",? (?:and|et|y|AND|ET|Y) (?:{HONORIFIC} ?){{1,4}}{NAME_WORD}"
    rf"|,? (?:{HONORIFIC} ?){{1,3}}{NAME_WORD} {NAME_WORD}|[;•▪]|\)[,;] |\) (?:and|et|y) "
    rf"|(?<!\b[{CAPITAL}])(?<!\bInc)(?<!\bLtd)\.(?: |$)"
)
_LOWER = re.compile(
    rf", (?!(?:and|et|y) [{CAPITAL}]|(?:la|le|les|los|el|las) [{CAPITAL}][\w’-]+ (?:y|et|e) )"
    rf"(?=[a-zß-ÿ\d])"
)
"""Where an office ends: not in a list of topics, *para la Educación*, la Ciencia y la Cultura."""
_SMALL_WORD = re.compile(r"(?<![\w’'-])[a-zß-ÿ]{3,}(?![\w’'-])")
_HAVING = re.compile(r",? (?:a|ont|ha|han|has|have|had)$")
_GOES_ON = re.compile(r"(?:and|et|y|as well as|ainsi que|así como|who|qui|quien)\b")
_WHICH = re.compile(r",? (?:who|which|whose|qui|que|dont|quien|cuyo|cuya)\b")
_ARTICLE = re.compile(r"^(?:the|la|le|el) |^l[’']")
_OFFICE = rf", (?:(?:the|la|le|el) |l[’'])?(?:[\w’'-]+ ){{0,2}}(?i:{ROLE})\b"
_HAS_OFFICE = re.compile(_OFFICE)
_BEFORE = re.compile(rf"(?<![\w’'-])(?i:{ROLE})\b[^.;:()]*,\s$")
_SENTENCE_END = re.compile(r"(?<=[a-zß-ÿ\d)\]”])[.;:]\s")
_OFFICE_LENGTH = 120  # characters of an office with its body before a name
_OFFICE_BEHIND = re.compile(rf"(?<![\w.’'-])(?P<name>{NAME})(?={_OFFICE})")
_AT_SOMETHING = re.compile(
    r",? (?:at|during|lors|durante|en) (?:the |de la |du |la |el )?"
    rf"(?P<what>(?:[{CAPITAL}\d][\w-]* ?){{1,5}})"
)
_ENDS = re.compile(r"(?:[\s,]+(?:and|et|y)(?: the)?)?\s*$", re.IGNORECASE)


class Seen(NamedTuple):
    """Where a person is named in a text: the name, the office behind it, and all together.

    `beside` is where what stands in brackets behind the name does, if anything does.
    """

    name: Span
    office: Span
    whole: Span
    beside: Span | None = None


def seen(text: str, unaddressed: bool = False) -> Iterator[Seen]:
    """Every person a text names behind a form of address, with the office that follows.

    With `unaddressed`, where only people can stand, one whose name opens the text too.
    """
    found = list(ADDRESSED.finditer(text)) or list(INVERTED.finditer(text))
    if unaddressed and not found:
        found = [match for match in _UNADDRESSED.finditer(text) if _parted(text, match.end())]
    for match, following in zip_longest(found, found[1:]):
        stop = match.end("name") if match.re is INVERTED else name_end(text, match)
        if stop:
            yield _seen(text, match, stop, following.start() if following else len(text))


def people(reading: Reading, unaddressed: bool = False) -> Sequence[Mention]:
    """Every person a reading names, with the office as printed and the bodies it is held in."""
    if unaddressed not in reading.people:
        reading.people[unaddressed] = tuple(_people(reading, unaddressed))
    return reading.people[unaddressed]


def _people(reading: Reading, unaddressed: bool) -> Iterator[Mention]:
    found = list(seen(reading.text, unaddressed))
    held = list(between(reading))
    found += _with_office(reading, found, held)
    for person in _by_their_offices(reading.text, found):
        yield _in_office(reading, person)
    yield from _behind_office(reading, found, held)
    yield from ahead(reading, [person.whole for person in found])


def _by_their_offices(text: str, found: Sequence[Seen]) -> Iterator[Seen]:
    """People without the office behind their name where a list begins with one before a name.

    `the Chief of Mission of IOM, Ana Ruiz, the Project Officer of the EU, Eli Roy`: of whom the
    second office is, the first one tells.
    """
    told = sorted(found)
    ends = [0, *(end.end() for end in _SENTENCE_END.finditer(text))] if told else []
    turned: set[int] = set()
    begun = -1
    for person in told:
        sentence = bisect_right(ends, person.name[0]) - 1
        before = text[max(ends[sentence], person.name[0] - _OFFICE_LENGTH) : person.whole[0]]
        if sentence != begun and person.office[1] > person.office[0] and _BEFORE.search(before):
            turned.add(sentence)
        begun = sentence
    for person in found:
        turns = turned and bisect_right(ends, person.name[0]) - 1 in turned
        yield person._replace(office=(person.name[1], person.name[1])) if turns else person


def _in_office(reading: Reading, person: Seen) -> Mention:
    """A person with what the words behind the name say, else those before it."""
    text = reading.text
    whose = [] if person.beside else [*of_body(reading, person.name[1])]
    if whose:
        return _of(reading, person, whose)
    if _is_verb_phrase(text[slice(*person.office)]):
        person = person._replace(office=(person.name[1], person.name[1]))
    office, beside = text[slice(*person.office)], person.beside
    held = posts(office, reading.names, text[slice(*beside)] if beside else None)
    at = []
    for post in held:
        if post.named:
            begin = beside[0] if post.beside and beside else person.office[0]
            body = body_of(reading, begin + post.start, begin + post.stop, post.acronym)
            at.append(body._replace(office=_ARTICLE.sub("", post.role).rstrip(" ,")))
    said = bool(at) or bool(HAS_ROLE.search(office)) or not office[:1].islower()
    if office and not said:
        person = person._replace(office=(person.name[1], person.name[1]))
        office = ""
    role = next((post.role for post in held if post.role), "") if said else ""
    if not at:
        at = [*at_the_end(reading, *person.office)]
        role = _said_before(reading, person.office[0], at) if at and at[0].owner else role
    if any(each.start == person.office[0] and each.stop >= person.office[1] for each in at):
        role = ""
    whose = [*in_brackets(reading, person.beside)] if not office and not at else []
    if whose:
        return _of(reading, person, whose)
    ahead = before(reading, reading.at(person.whole[0])) if not office and not at else None
    if ahead:
        return _titled(reading, ahead, person.name)
    name = text[slice(*person.name)]
    stop = max(person.name[1], person.office[1] if office else 0, beside[1] + 1 if beside else 0)
    stop = len(text[:stop].rstrip())
    role = _ARTICLE.sub("", role).strip(" ,")
    return Mention(person.whole[0], stop, "person", name, how="shape", office=role, at=tuple(at))


def _is_verb_phrase(office: str) -> bool:
    """Whether what stands behind a name and a comma is what somebody did: *made a speech*."""
    first = office.partition(" ")[0]
    forms = lexicon().verb(first) if first.islower() and not HAS_ROLE.search(office) else ()
    return bool(forms) and all(form.tense in ("past", "participle") for form in forms)


def _of(reading: Reading, person: Seen, whose: Sequence[Mention]) -> Mention:
    """A person with the body that stands behind the name without an office."""
    stop = max(person.name[1], whose[0].stop, person.beside[1] + 1 if person.beside else 0)
    name = reading.text[slice(*person.name)]
    return Mention(person.whole[0], stop, "person", name, how="shape", at=tuple(whose))


def _with_office(
    reading: Reading, known: Sequence[Seen], before_others: Sequence[Held]
) -> Iterator[Seen]:
    """People without a form of address whose office, and where it is held, stands behind a comma.

    `António Vitorino, Director General of IOM`; not `Jo Park, IOM spokesperson Al Moor`, where the
    office is the other's.
    """
    text = reading.text
    others = {reading.words[(held.whose or (held.first,))[0]].start for held in before_others}
    taken = [(person.whole[0], person.whole[1]) for person in known]
    found = list(_OFFICE_BEHIND.finditer(text)) if _HAS_OFFICE.search(text) else []
    for match, following in zip_longest(found, found[1:]):
        stop, place = name_end(text, match), reading.at(match.start())
        within = any(start <= match.start() < end for start, end in taken)
        if (
            not stop
            or not are_own(reading, match.start(), stop)
            or within
            or _is_located(reading, place)
        ):
            continue
        person = _seen(text, match, stop, following.start() if following else len(text))
        person = person._replace(whole=(_titled_from(reading, place), person.whole[1]))
        own = person.office[0] not in others
        if own and any(post.named for post in posts(text[slice(*person.office)], reading.names)):
            yield person


def _titled_from(reading: Reading, place: int) -> int:
    """Where a name begins with the title before it: *la diputada* Ana Ruiz, *Minister* Eli Roy."""
    before = place - 1
    titled = before >= 0 and reading.gap(before) == " "
    titled = titled and lexicon_of_bodies().is_office(reading.words[before].key)
    return reading.words[before if titled else place].start


def _is_located(reading: Reading, place: int) -> bool:
    """Whether words are where something is: in San Salvador, Minister of Labour …"""
    return place > 0 and reading.words[place - 1].key in LOCATED


def _behind_office(
    reading: Reading, known: Sequence[Seen], offices: Sequence[Held]
) -> Iterator[Mention]:
    """People without a form of address whose office stands between a body and their name."""
    for held in offices:
        start = reading.words[held.name[0]].start
        if not any(person.whole[0] <= start < person.whole[1] for person in known):
            yield _titled(reading, held, (start, reading.words[held.name[1]].end))


def _titled(reading: Reading, held: Held, name: Span) -> Mention:
    """A person whose office stands before the name."""
    start, stop = reading.words[held.first].start, reading.words[held.last].end
    role = reading.text[start:stop]
    at: list[Mention] = []
    if held.whose:
        first, last = held.whose
        known = reading.known[first]
        at = [of_table(reading, known)] if known.last == last else []
        start = reading.words[first].start
    else:
        named = [post for post in posts(role, reading.names) if post.named]
        at = [body_of(reading, start + p.start, start + p.stop, p.acronym) for p in named]
        role = next((post.role for post in named if post.role), role)
    called = reading.text[slice(*name)]
    return Mention(start, name[1], "person", called, how="shape", office=role, at=tuple(at))


def standing(reading: Reading, alone: bool) -> Iterator[Mention]:
    """People where people, States and bodies are listed: those without a form of address too.

    Two capitalised words are a person there with an office behind them (`Jane Doe, Director`), with
    a body in brackets (`Jane Doe (ILO)`), or, `alone` in a place of one, with a body behind.
    """
    sure = alone
    for person in people(reading, unaddressed=True):
        behind = reading.text[person.start + len(person.name) :].lstrip()
        bracketed = behind.startswith("(")
        bodies = [each for each in person.at if each.what != "country"]
        own = any(_spells(person.name, each.name) for each in bodies)
        addressed = not reading.text.startswith(person.name, person.start)
        told = HAS_ROLE.search(person.office) or (bodies and not own and (bracketed or sure))
        if addressed or (told and not _is_known(reading, person)):
            sure = sure or bracketed
            yield person


def _spells(name: str, acronym: str) -> bool:
    """Whether an acronym is of the first letters of a name: *Coast Watch (CW)*."""
    return acronym.isupper() and acronym == "".join(word[0] for word in name.split())


def _is_known(reading: Reading, person: Mention) -> bool:
    """Whether the tables know a name, or a part of it, as that of something else."""
    first, last = reading.at(person.start), reading.at(person.start + len(person.name)) - 1
    if any(place in reading.within_known for place in range(first, last + 1)):
        return True
    words = person.name.split()
    state = len(words) > _FEWEST and any(reading.names.resolve(word, "Country") for word in words)
    return state or body_at(reading, first, last) is not None


def _said_before(reading: Reading, start: int, at: list[Mention]) -> str:
    """What an office says before the body that it is held in."""
    return reading.text[start : at[0].start].strip(" ,")


def _before_verb(text: str, begin: int, end: int) -> int:
    """Where an office ends before the verb of its sentence: `…, Representative of X, opened`.

    A piece behind a comma that no word for an office is in goes with the verb behind it.
    """
    for match in _SMALL_WORD.finditer(text, begin, end):
        if match[0] in _telling():
            return begin + len(_HAVING.sub("", text[begin : match.start()].rstrip(" ,")))
        if match[0] in _auxiliaries() or _is_deed(match[0]):
            comma = text.rfind(",", begin, match.start())
            behind = comma if comma >= 0 and not HAS_ROLE.search(text, comma, match.start()) else -1
            return behind if behind >= 0 else match.start()
    return end


def _before_meeting(text: str, begin: int, end: int) -> int:
    """Where an office ends before the meeting it is spoken at: `Minister of X at the Plenary`."""
    for match in _AT_SOMETHING.finditer(text, begin, end):
        if any(word.lower() in _sittings() for word in match["what"].split()):
            return match.start()
    return end


@cache
def _sittings() -> frozenset[str]:
    return frozenset(word for each in LANGUAGES for word in lexicon().small("sittings", each))


@cache
def _auxiliaries() -> frozenset[str]:
    small = lexicon().small
    listed = (small(name, "en") for name in ("auxiliary", "planned", "supposed", "possible"))
    return frozenset(word for words in listed for word in words if word.isalpha())


@cache
def _telling() -> frozenset[str]:
    return frozenset(word for each in LANGUAGES for word in lexicon().small("telling", each))


def _is_deed(word: str) -> bool:
    """Whether a word can only be the verb of a clause that somebody does something in."""
    forms = lexicon().verb(word)
    past = bool(forms) and all(form.tense in ("past", "participle") for form in forms)
    return past and any(form.finite and form.entries for form in forms)


def _parted(text: str, end: int) -> bool:
    return end == len(text) or bool(re.match(r"\s*$|,|;| ?[–—(]| - ", text[end : end + 4]))


def _seen(text: str, match: re.Match[str], stop: int, limit: int) -> Seen:
    start = match.start("name")
    letters = _LETTERS.search(text, start, stop)
    stop = letters.start() if letters else stop
    name = start, stop
    letters = _LETTERS.match(text, stop)
    behind = letters.end() if letters else stop
    behind = max(behind, match.end()) if match.re is INVERTED else behind
    bracket = _BRACKET.match(text, behind)
    behind = bracket.end() if bracket else behind
    separator = _SEPARATOR.match(text, behind)
    begin = end = separator.end() if separator else behind
    if separator and _GOES_ON.match(text, begin):
        begin = end = behind
    elif separator and begin < limit and not _NEXT.match(text, behind):
        following = _NEXT.search(text, begin, limit)
        end = following.start() + (text[following.start()] == ")") if following else limit
        end = min(end, limit)
    which = _WHICH.search(text, begin, end)
    end = which.start() if which else end
    lower = _LOWER.search(text, begin, end)
    end_of_office = _before_verb(text, begin, lower.start() if lower else end)
    stop = max(begin, _before_meeting(text, begin, end_of_office))
    joint = _ENDS.search(text, begin, stop)
    office = begin, max(begin, joint.start() if joint else stop)
    beside = bracket.span("inside") if bracket else None
    return Seen(name, office, (match.start(), max(end, behind)), beside)
