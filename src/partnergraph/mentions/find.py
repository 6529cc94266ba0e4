"""One pass over a text: everything it names, left to right, none within another."""

import re
from collections.abc import Iterator

from partnergraph.lexicon.bodies import word_set
from partnergraph.lexicon.bodies import words as lexicon
from partnergraph.mentions.bodies import body_at, heads_behind, of_table
from partnergraph.mentions.definitions import Definitions, spelled_from
from partnergraph.mentions.kinds import OWN, kind_of_word
from partnergraph.mentions.mention import Mention
from partnergraph.mentions.naming import LEADING, name_end, role_words
from partnergraph.mentions.people import people
from partnergraph.mentions.reading import Known, Reading
from partnergraph.mentions.shapes import CAPITAL
from partnergraph.mentions.values import values
from partnergraph.names import Entity, Names

_INDEFINITE = word_set(
    "a an any each every some such another no new proposed possible potential un une una"
)
_ONE_OF = word_set("an any each every some such another")
"""What says so with a capital too, where a sentence begins."""
_MOST_ADJECTIVES = 12
"""Words in which adjectives that share a government are looked for."""
_AS = frozenset(("as", "como", "comme"))
_THE = frozenset(("the", "la", "le", "el"))
_OF = frozenset(("of", "de", "du", "del", "for"))
_PAIRING = ("-", "–", "/")
_GROUPS = frozenset(("working group", "committee"))
_WITHIN_TOPIC = frozenset(("to", "in", "on", "against"))
"""Small words within what a group is about: *Accountability to Affected Populations*."""
_JOINING = frozenset(("and", "et", "y", "&"))
_BEHIND = re.compile(rf" [{CAPITAL}][\w’'-]*(?: [\w’'-]+){{0,3}}")
"""What may be the State of an agency's office: *UNDP* Bosnia and Herzegovina."""


def mentions(text: str, names: Names, local: Definitions | None = None) -> list[Mention]:
    """Everything a text names, with its place in it; `local` are its document's definitions.

    >>> from partnergraph.names import names
    >>> [(m.what, m.name) for m in mentions("IOM met the Asian Migrant Centre in Peru.", names())]
    [('body', 'IOM'), ('body', 'Asian Migrant Centre'), ('country', 'Peru')]
    """
    reading = Reading.of(text, names)
    return [placed(reading, mention) for mention in found(reading, local or Definitions())]


def placed(reading: Reading, mention: Mention) -> Mention:
    """A mention with its places in the text as printed."""
    start, stop = reading.span(mention.start, mention.stop)
    if not mention.at and (start, stop) == (mention.start, mention.stop):
        return mention
    at = tuple(placed(reading, each) for each in mention.at)
    return mention._replace(start=start, stop=stop, at=at)


def found(reading: Reading, local: Definitions) -> list[Mention]:
    """What a reading names, with places in its composed text; what is known of it is asked once."""
    if reading.printed not in local.read:
        local.read[reading.printed] = _found(reading, local)
    return local.read[reading.printed]


def _found(reading: Reading, local: Definitions) -> list[Mention]:
    named = sorted(
        [*people(reading), *_named(reading, local), *values(reading.text)],
        key=lambda mention: (mention.start, mention.what != "person", -mention.stop),
    )
    kept: list[Mention] = []
    for mention in named:
        if not kept or mention.start >= kept[-1].stop:
            kept.append(mention)
    return kept


def _named(reading: Reading, local: Definitions) -> Iterator[Mention]:
    stop = 0
    for place in _beginnings(reading, local):
        if place < stop:
            continue
        mention = _at(reading, place, local)
        if mention:
            yield mention
            stop = max(reading.at(mention.stop), place + 1)
        else:
            stop = _past_a_class(reading, place) + 1


def _beginnings(reading: Reading, local: Definitions) -> list[int]:
    """The words that a name may begin with."""
    named = local.meant.keys() | local.called.keys()
    return [
        place
        for place, word in enumerate(reading.words)
        if word.capital or reading.governs or place in reading.known or word.text in named
    ]


def _past_a_class(reading: Reading, place: int) -> int:
    """The last word of what is one of a class: no part of *a New Fund for Migrants* names one."""
    if not (place and reading.words[place].capital):
        return place
    before = reading.words[place - 1].key if reading.gap(place - 1) == " " else ""
    if before not in _INDEFINITE:
        return place
    last = name_end(reading, place)
    known = any(inside in reading.known for inside in range(place, last + 1))
    return place if known or not body_at(reading, place, last) else last


def _at(reading: Reading, place: int, local: Definitions) -> Mention | None:
    """What is named from the word at `place` on."""
    word = reading.words[place]
    known = reading.known.get(place)
    if word.text in local.meant and not (known and known.last > place):
        meant = local.mention(word.text, word.start, word.end)
        return _organ(reading, place) or (meant and _with_office(reading, meant))
    if word.text in local.called and name_end(reading, place) == place and not known:
        return local.mention(word.text, word.start, word.end)
    state = _state_of_government(reading, place, known) if reading.governs else None
    if state:
        return state
    longer = _by_kind(reading, place, known) if word.capital or known else None
    if longer:
        return longer
    if known and known.how == "adjective":
        return of_table(reading, known) if _of_a_government(reading, known) else None
    if known and known.entity.label == "Agency" and known.first == known.last:
        return _with_office(reading, of_table(reading, known))
    return of_table(reading, known) if known else None


def _with_office(reading: Reading, mention: Mention) -> Mention:
    """A body named by its acronym, with the country of its office: *IOM Sri Lanka*."""
    if mention.what != "body" or not reading.is_acronym(reading.at(mention.start)):
        return mention
    return mention._replace(stop=office_end(reading.text, mention.stop, reading.names))


def office_end(text: str, stop: int, names: Names) -> int:
    """Where the State right behind a body's acronym ends; `stop` where none is: *IOM Sri Lanka*."""
    behind = _BEHIND.match(text, stop)
    ends = [at.end() for at in re.finditer(r"[\w’'-]+", behind[0])] if behind else []
    for end in reversed(ends):
        said = behind[0][:end].strip() if behind else ""
        if not said.isupper() and names.resolve(said, "Country"):
            return stop + end
    return stop


def _organ(reading: Reading, place: int) -> Mention | None:
    """A body of one that the text defines itself: the *CIS Secretariat*."""
    if place + 1 >= len(reading.words) or reading.gap(place) != " ":
        return None
    kind = kind_of_word(reading.words[place + 1].text)
    if kind is None or kind.event:
        return None
    return body_at(reading, place, name_end(reading, place))


def _by_kind(reading: Reading, place: int, known: Known | None) -> Mention | None:
    """A body by its own words, where they say more than the table's name at the place."""
    word = reading.words[place]
    if word.key in LEADING and not known:
        return None
    last = name_end(reading, place)
    if known and (known.how == "adjective" or not heads_behind(reading, place, last, known.last)):
        return None
    if _is_a_role(reading, place):
        return None
    mention = _spelled(reading, place, last, body_at(reading, place, last))
    if not mention or mention.entity or (known and mention.what == "event"):
        return None
    mention = _of_its_topic(reading, place, _of_its_owners(reading, mention))
    mention = _of_a_people(reading, place, mention)
    return None if _is_of_a_class(reading, place, mention) else mention


def _of_its_owners(reading: Reading, mention: Mention) -> Mention:
    """A programme's name from the acronyms of those whose it is: the *EU-IOM* Joint Initiative."""
    first = begin = reading.at(mention.start)
    if mention.kind != "programme":
        return mention
    spaced = first > 0 and reading.gap(first - 1) == " " and reading.is_acronym(first - 1)
    first -= spaced and first - 1 in reading.known
    while first > 0 and reading.gap(first - 1) in _PAIRING and reading.is_acronym(first - 1):
        first -= 1
    if first == begin or (spaced and first == begin - 1):
        return mention
    start = reading.words[first].start
    return mention._replace(start=start, name=reading.text[start : mention.start] + mention.name)


def _of_its_topic(reading: Reading, place: int, mention: Mention) -> Mention:
    """A group's name from its topic on, over a small word: *Migrants in* Detention Working Group.

    An article must stand before it, and no body, role or kind within.
    """
    first = place - 1
    if mention.kind not in _GROUPS or first < 1 or reading.words[first].text not in _WITHIN_TOPIC:
        return mention
    while first > 0 and reading.words[first - 1].capital and reading.gap(first - 1) == " ":
        first -= 1
    keys = reading.keys(first, place - 2)
    named = any(at in reading.within_known for at in range(first, place))
    other = named or any(lexicon().is_office(key) or kind_of_word(key) for key in keys)
    article = first > 0 and reading.words[first - 1].key in _THE
    if not keys or other or not article or reading.gap(place - 1) != " ":
        return mention
    start = reading.words[first].start
    name = reading.text[start : mention.start] + mention.name
    return mention._replace(start=start, name=name)


def _of_a_people(reading: Reading, place: int, mention: Mention) -> Mention:
    """A State's own body of one word, with the adjective that says whose: the *Swiss Embassy*."""
    before = reading.within_known.get(place - 1)
    kind = kind_of_word(mention.name) if mention.owner and " " not in mention.name else None
    if kind is None or kind.name != "authority" or before is None or before.how != "adjective":
        return mention
    return mention._replace(name=reading.text[mention.start : mention.stop])


def _is_a_role(reading: Reading, place: int) -> bool:
    """Whether a word says as what somebody acts, and names no body: *as the Secretariat of X*."""
    before = place - 1
    if before >= 0 and reading.words[before].key in _THE:
        before -= 1
    behind = reading.words[place + 1].key if place + 1 < len(reading.words) else ""
    acts = before >= 0 and reading.words[before].key in _AS
    return acts and behind in _OF and reading.words[place].key in role_words()


def _spelled(reading: Reading, place: int, last: int, mention: Mention | None) -> Mention | None:
    """A name from the word on that the acronym behind it spells: Caught in Conflict Fund (CCF)."""
    if not mention or mention.entity or not mention.acronym:
        return mention
    first = spelled_from(reading, last, mention.acronym)
    if not 0 <= first < place or not reading.words[first].capital:
        return mention
    return body_at(reading, first, last) or mention


def _is_of_a_class(reading: Reading, place: int, mention: Mention) -> bool:
    """Whether a name is one of a class, or a kind word that no article points to."""
    before = reading.words[place - 1].key if place and reading.gap(place - 1) == " " else ""
    if before in _INDEFINITE or (reading.words[place].key in _ONE_OF and not mention.acronym):
        return True
    one_word = " " not in mention.name and not mention.acronym
    return (
        one_word
        and mention.kind != OWN
        and (before not in ("the", "la", "le", "el", "l") or not mention.generic)
    )


def _state_of_government(reading: Reading, place: int, known: Known | None) -> Mention | None:
    """The State whose government is named from a word on."""
    word = reading.words[place]
    state = None if known else _state_by_government(reading, place)
    if state is None and (word.key in lexicon().governments or word.text.islower()):
        return _state_behind_government(reading, place)
    return state


def _state_by_government(reading: Reading, place: int) -> Mention | None:
    """The State of a short form that means it only before its government: the US Government."""
    word, following = reading.words[place], reading.words[place + 1 : place + 2]
    if not word.text.isupper() or not following or following[0].key not in lexicon().governments:
        return None
    entity = reading.names.resolve(word.text, "Country") if reading.gap(place) == " " else None
    if entity is None:
        return None
    return Mention(word.start, word.end, "country", word.text, entity)


def _state_behind_government(reading: Reading, place: int) -> Mention | None:
    """The State of an adjective behind its government: *le gouvernement suisse*, *et allemand*."""
    first = place + (reading.words[place].key in lexicon().governments)
    last, country = _romance_adjective(reading, first)
    if country is None:
        return None
    before = first - 1
    while before > 0 and first - before < _MOST_ADJECTIVES and reading.gap(before) in (" ", ", "):
        if reading.words[before].key in lexicon().governments:
            start, stop = reading.words[place].start, reading.words[last].end
            return Mention(start, stop, "country", reading.text[start:stop], country)
        joins = reading.words[before].key in _JOINING
        if not joins and _romance_adjective(reading, before)[1] is None:
            return None
        before -= 1
    return None


def _romance_adjective(reading: Reading, place: int) -> tuple[int, Entity | None]:
    """The last word of a country's adjective in small letters, and the country: sud-coréen."""
    for last in (place + 1, place):
        words = reading.words[place : last + 1]
        tied = last == place or (len(words) == 2 and reading.gap(place) == "-")
        if words and tied and words[0].text.islower():
            country = reading.names.by_adjective(" ".join(word.key for word in words))
            if country:
                return last, country
    return place, None


def _of_a_government(reading: Reading, known: Known) -> bool:
    """Whether an adjective stands before its government, with others of its kind or alone."""
    place = known.last + 1
    while place < min(known.last + _MOST_ADJECTIVES, len(reading.words)):
        word = reading.words[place]
        if word.key in lexicon().governments:
            return reading.gap(place - 1) == " "
        other = reading.known.get(place)
        joined = word.key in _JOINING or (other is not None and other.how == "adjective")
        if not joined or reading.gap(place - 1) not in (" ", ", "):
            return False
        place = other.last + 1 if other else place + 1
    return False
