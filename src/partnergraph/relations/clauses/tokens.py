"""A sentence as tokens with a class each: names and casts are one token, phrases too.

The words are the lexicon's; a word that it does not have is `word`, or `name` with a capital.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from partnergraph.lexicon import Entry, VerbForm, verbs
from partnergraph.lexicon.bodies import words as bodies
from partnergraph.lexicon.data import LANGUAGES, listed, phrases, read, small
from partnergraph.lexicon.entry import merged
from partnergraph.lexicon.spelling import tokens as spelled
from partnergraph.lexicon.things import Thing, things
from partnergraph.mentions.mention import Cast, Mention

CLASSES = (
    *("auxiliary", "adverb", "determiner", "preposition", "conjunction", "relative"),
    *("planned", "supposed", "possible", "denied", "ended", "adversative", "joins"),
)
_WORD = re.compile(r"\d+(?:\.\d+)+(?!\w)|[^\W_]+(?:[’'‑-][^\W_]+)*[’']?|&|[^\w\s]")
_ELIDED = re.compile(r"(?:l|d|n|s|j|m|t|c|qu|jusqu|lorsqu|puisqu)[’']")
_CAPITALS = re.compile(r"[A-Z][A-Z&]{2,9}")
_POSSESSIVE = ("'s ", "’s ", "' ", "’ ")
_SHORT = 6
_LEADING = tuple(
    f"{word} "
    for word in [
        "at",
        "under",
        "by",
        "with",
        "on",
        "in",
        "as",
        "sous",
        "à",
        "en",
        "bajo",
        "por",
        "con",
        "avec",
    ]
)
_OF = re.compile(
    r"(?:d['’]|(?:de|du|des|del) )(?=(?:l['’]|la |le |les |el |los |las )?$)", re.IGNORECASE
)
_OF_WHAT = (" of", " of the", " from", " de", " du", " des", " del")
_OWNING = re.compile(r"[’']s$")


@dataclass(frozen=True, slots=True)
class Token:
    """Some words at `start` to `stop` of a text, and all that they may be."""

    start: int
    stop: int
    key: str
    classes: frozenset[str] = frozenset()
    forms: tuple[VerbForm, ...] = ()
    role: Entry | None = None
    phrase: Entry | None = None
    thing: Thing | None = None
    cast: Cast | None = None
    mention: Mention | None = None
    noun: str = ""
    capital: bool = False

    @property
    def mark(self) -> str:
        """The punctuation mark that it is; empty for words."""
        return self.key if not (self.key[0].isalnum() or self.key == "&") else ""

    @property
    def plain(self) -> bool:
        """Whether it is a word that could stand within a noun's words: no small one, no name."""
        small = self.classes or self.key in ("se", "ne", "me", "leur")
        return not (self.mark or small or self.cast or self.phrase or self.leads)

    @property
    def leads(self) -> bool:
        """Whether it is a phrase that a preposition begins: at the invitation of."""
        return self.role is not None and self.key.startswith(_LEADING)

    @property
    def governs(self) -> bool:
        """Whether it is a noun with its preposition, of what comes then: outcomes of, host of."""
        return self.role is not None and self.key.endswith(_OF_WHAT)

    def is_a(self, *names: str) -> bool:
        """Whether it is a small word of one of these classes."""
        return any(name in self.classes for name in names)


@dataclass(slots=True)
class _Item:
    classes: set[str]
    role: Entry | None = None
    phrase: Entry | None = None
    thing: Thing | None = None
    noun: str = ""


@cache
def _items(language: str) -> Mapping[tuple[str, ...], _Item]:
    """What the lexicon's words and phrases are in a language, but for verbs."""
    found: dict[tuple[str, ...], _Item] = {}

    def at(words: str) -> _Item:
        return found.setdefault(spelled(words), _Item(set()))

    for name in CLASSES:
        for words in small(name, language):
            at(words).classes.add(name)
    for use in ("noun", "phrase"):
        for entry, words in phrases(use, language):
            if use == "noun" and _is_thing_of(words, language):
                continue
            item = at(words)
            known = item.role if use == "noun" else item.phrase
            both = merged([known, entry]) if known and known != entry else entry
            item.role, item.phrase = (both, item.phrase) if use == "noun" else (item.role, both)
    for sort in ("work", "meeting", "group", "people", "abstract"):
        for words in _nouns(sort, language):
            at(words).noun = sort
    for words, thing in things(language).items():
        item = at(words)
        item.thing, item.noun = thing, item.noun if item.noun == "group" else _SORTS[thing.family]
    return found


def _is_thing_of(words: str, language: str) -> bool:
    """Whether a phrase is the noun of a thing with its preposition: evaluation of."""
    noun, _, last = words.rpartition(" ")
    bare = noun.removesuffix(" of")
    return noun in things(language) or (last == "the" and bare in things(language))


_SORTS = {"event": "meeting", "work": "work", "text": "work"}


@cache
def noun_sorts(language: str) -> Mapping[str, str]:
    """The words and phrases that are nouns of a sort: meeting, work, group, people, abstract."""
    return {" ".join(words): item.noun for words, item in _items(language).items() if item.noun}


def _nouns(sort: str, language: str) -> Iterator[str]:
    for forms in listed(read("objects")[sort].get(language, "")):
        yield from forms.split("/")


@cache
def _reach(language: str) -> Mapping[str, int]:
    """How many words the longest phrase has that begins with a word."""
    reach: dict[str, int] = {}
    for table in (_items(language), verbs.index(language)):
        for words in table:
            if len(words) > 1:
                reach[words[0]] = max(reach.get(words[0], 0), len(words))
    return reach


@cache
def _tells(language: str) -> frozenset[str]:
    """The small words that tell a language from the others."""
    mine = _smallest(language)
    others = (_smallest(other) for other in LANGUAGES if other != language)
    return mine - frozenset().union(*others)


@cache
def _smallest(language: str) -> frozenset[str]:
    names = ("determiner", "preposition", "auxiliary", "conjunction", "relative")
    return frozenset(w for name in names for w in small(name, language) if " " not in w)


def language_of(text: str, otherwise: str = "en") -> str:
    """The language of some words, by their small ones; another where they do not say.

    >>> language_of("La réunion a été financée par la Banque"), language_of("IOM hosted it")
    ('fr', 'en')
    """
    words = [match[0] for match in _words(text)]
    counts = {each: sum(word in _tells(each) for word in words) for each in LANGUAGES}
    most = max(LANGUAGES, key=lambda each: counts[each])
    return most if counts[most] else otherwise


def uncapped(text: str, language: str) -> str:
    """A text without the capital of a verb that begins it, or that a headline gives its verb.

    `asistieron Guatemala y Honduras`, `India leads First Colombo Process Meeting`
    """
    first = next(_words(text), None)
    if first is None or first.start:
        return text
    finite = any(form.finite for form in verbs.forms((first.text,), language))
    at = 0 if finite and language != "en" else _headline_verb(text, language)
    return text if at < 0 else text[:at] + text[at].lower() + text[at + 1 :]


def _headline_verb(text: str, language: str) -> int:
    """Where the verb of a headline in capitals begins; -1 where a text is none."""
    words = [word for word in _words(text) if word.stop - word.start > _SMALL]
    capitals = sum(text[word.start].isupper() for word in words)
    if len(words) < _FEWEST or capitals < len(words) * _MOSTLY or text.endswith("."):
        return -1
    for word in words[1:]:
        forms = verbs.forms((word.text,), language)
        does = any(form.finite and form.tense != "base" and form.entries for form in forms)
        if does and text[word.start].isupper() and word.text not in things(language):
            return word.start
    return -1


_SMALL = 3  # letters; articles and prepositions have small ones in a headline too
_FEWEST = 4  # words
_MOSTLY = 0.7  # of the words of a headline; names fill up to half of a sentence's


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    stop: int
    text: str

    def __getitem__(self, place: int) -> str:
        return self.text


def _words(text: str) -> Iterator[_Word]:
    """The words and marks of a text in lower case; an elided word keeps its apostrophe."""
    for match in _WORD.finditer(text):
        start, word = match.start(), match[0].lower().replace("'", "’").replace("‑", "-")
        while elided := _ELIDED.match(word):
            yield _Word(start, start + elided.end(), elided[0])
            start, word = start + elided.end(), word[elided.end() :]
        if word:
            owned = _OWNING.sub("", word).rstrip("’")
            yield _Word(start, start + len(word), owned or word)


def tokens(
    text: str, casts: Sequence[Cast], named: Sequence[Mention], language: str
) -> list[Token]:
    """The tokens of a text, its casts and the other things that it names among them."""
    casts = sorted(
        part
        for whole_cast in casts
        for cast in _parted(text, whole_cast, named)
        for head, inner, _ in (_trailing(text, _begun(text, cast)),)
        for part in (head, *inner)
    )
    whole = {cast.start: cast for cast in casts}
    others = {mention.start: mention for mention in named}
    spans = sorted(
        [(c.start, c.stop) for c in casts]
        + [(m.start, m.stop) for m in named if not _within(m, casts)]
    )
    words = list(_words(text))
    made: list[Token] = []
    place = 0
    for start, stop in spans:
        until = bisect_left(words, start, key=lambda word: word.start)
        made += _spelled(text, words[place:until], language)
        key = text[start:stop].lower()
        made.append(Token(start, stop, key, cast=whole.get(start), mention=others.get(start)))
        if text.startswith(_POSSESSIVE, stop):
            made.append(Token(stop, stop + 1, "’"))
        place = bisect_left(words, stop, key=lambda word: word.start)
    return made + _spelled(text, words[place:], language)


def _acronym(text: str, word: _Word) -> Token | None:
    """A body that only its capitals name: GIZ, where no table and no definition has it."""
    said = text[word.start : word.stop]
    if (
        not _CAPITALS.fullmatch(said)
        or text.isupper()
        or bodies().is_class(said)
        or bodies().is_nobody(said)
    ):
        return None
    mention = Mention(word.start, word.stop, "body", said, acronym=said, how="listed")
    return Token(word.start, word.stop, word.text, cast=Cast(word.start, word.stop, (mention,)))


def _parted(text: str, cast: Cast, named: Sequence[Mention]) -> Iterator[Cast]:
    """A cast as a sentence has it: a month of a date is no member, and a semicolon parts it.

    It does not part people with their offices: `Ms. A, Head of B; Mr. C, Director of D`.
    """
    members = [m for m in cast.members if m.how != "listed" or not _is_in(m, named)]
    run: list[Mention] = []
    for member in members:
        people = run and run[-1].what == member.what == "person"
        if run and not people and ";" in text[run[-1].stop : member.start]:
            yield cast._replace(start=_start(cast, run), stop=run[-1].stop, members=tuple(run))
            run = []
        run.append(member)
    if run:
        yield cast._replace(start=_start(cast, run), members=tuple(run))


def _start(cast: Cast, members: Sequence[Mention]) -> int:
    """Where a part of a cast begins: with its article where it is the first."""
    return cast.start if members[0] is cast.members[0] else members[0].start


def _is_in(member: Mention, named: Sequence[Mention]) -> bool:
    place = bisect_left(named, member.stop, key=lambda mention: mention.start) - 1
    return place >= 0 and member.start < named[place].stop


def _trailing(text: str, cast: Cast) -> tuple[Cast, tuple[Cast, ...], int]:
    """A cast up to its last member, the names in the apposition behind it, and where it ended."""
    last = cast.members[-1]
    if cast.stop - last.stop < _SHORT or not text.startswith((", ", " ("), last.stop):
        return cast, (), cast.stop
    inner = tuple(
        Cast(each.start, each.stop, (each,)) for each in cast.asides if each.start >= last.stop
    )
    return cast._replace(stop=last.stop, asides=()), inner, cast.stop


def _begun(text: str, cast: Cast) -> Cast:
    """A cast without the preposition that its first name's article is one word with: du Togo."""
    ahead = _OF.match(text, cast.start, cast.members[0].start)
    return cast._replace(start=ahead.end()) if ahead else cast


def moved(token: Token, span: Callable[[int, int], tuple[int, int]]) -> Token:
    """A token with its names at other places of a text: those that `span` gives for its own."""
    start, stop = span(token.start, token.stop)
    cast, mention = token.cast, token.mention
    if cast:
        members = tuple(_moved(each, span) for each in cast.members)
        asides = tuple(_moved(each, span) for each in cast.asides)
        cast = Cast(start, stop, members, asides)
    mention = _moved(mention, span) if mention else None
    return replace(token, start=start, stop=stop, cast=cast, mention=mention)


def _moved(mention: Mention, span: Callable[[int, int], tuple[int, int]]) -> Mention:
    start, stop = span(mention.start, mention.stop)
    at = tuple(_moved(each, span) for each in mention.at)
    return replace(mention, start=start, stop=stop, at=at)


def _within(mention: Mention, casts: Sequence[Cast]) -> bool:
    place = bisect_left(casts, mention.stop, key=lambda cast: cast.start) - 1
    return place >= 0 and mention.start < casts[place].stop


def _spelled(text: str, words: Sequence[_Word], language: str) -> list[Token]:
    """Words outside names cut into the longest pieces that the lexicon has."""
    made: list[Token] = []
    place = 0
    while place < len(words):
        longest = min(_reach(language).get(words[place].text, 1), len(words) - place)
        for length in range(longest, 0, -1):
            span = words[place : place + length]
            found = _token(text, span, language)
            if found and length > 1 and _is_noun_before(found, made, language):
                continue
            if found or length == 1:
                made.append(found or _unknown(text, words[place]))
                place += length
                break
    return made


def _is_noun_before(token: Token, made: Sequence[Token], language: str) -> bool:
    """Whether a phrase is rather its first word, a noun, and a preposition: the report on."""
    if not token.forms or token.classes or token.phrase or not made:
        return False
    first = _items(language).get((token.key.split()[0],))
    return bool(first and first.noun) and made[-1].is_a("determiner")


def _token(text: str, span: Sequence[_Word], language: str) -> Token | None:
    key = tuple(word.text for word in span)
    item = _items(language).get(key)
    forms = verbs.forms(key, language)
    if item is None and not forms:
        return None
    start, stop = span[0].start, span[-1].stop
    item = item or _Item(set())
    return Token(
        start,
        stop,
        " ".join(key),
        frozenset(item.classes),
        forms,
        item.role,
        item.phrase,
        item.thing,
        noun=item.noun,
        capital=text[start].isupper(),
    )


def _unknown(text: str, word: _Word) -> Token:
    acronym = _acronym(text, word)
    if acronym:
        return acronym
    return Token(word.start, word.stop, word.text, capital=text[word.start].isupper())
