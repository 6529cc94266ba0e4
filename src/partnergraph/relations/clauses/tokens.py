"""A sentence as tokens with a class each: names and casts are one token, phrases too.

The words are the lexicon's; a word that it does not have is `word`, or `name` with a capital.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, zip_longest

from partnergraph.lexicon import VerbForm, verbs
from partnergraph.lexicon.bodies import words as bodies
from partnergraph.lexicon.data import small_set
from partnergraph.lexicon.spelling import tokens as spelled
from partnergraph.mentions.find import office_end
from partnergraph.mentions.mention import Cast, Mention
from partnergraph.names import names
from partnergraph.relations.clauses.items import Item, items, reach
from partnergraph.relations.clauses.nouns import DEFINITE, INDEFINITE
from partnergraph.relations.clauses.token import Token
from partnergraph.relations.clauses.words import Word, words_of

_CAPITALS = re.compile(r"[A-Z][A-Z&]{2,9}(?:-[A-Z]{2,9})?")

_ROMAN = re.compile(r"(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})")
"""Numbers of meetings: *XXVI*; with hundreds they would be acronyms as well (*MCC*)."""

_POSSESSIVE = ("'s ", "’s ", "' ", "’ ")

_SHORT = 6

_TITLED = ("work", "meeting")
"""What a body's name may begin the name of: the *Prague Process* meeting."""

_TITLE = 4
"""Words up to that noun: *the GFMD annual thematic meeting* has three."""

_OWNERS = 3
"""Bodies whose a work is, by its name, at most: the *EU-IOM* joint initiative."""

_IS = frozenset(("is", "was", "est", "es", "fue"))
_NOTHING = Item()

_PLANNED = frozenset(("planned",))

_OF = re.compile(
    r"(?:d['’]|(?:de|du|des|del) )(?=(?:l['’]|la |le |les |el |los |las )?$)", re.IGNORECASE
)


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
    words = words_of(text)
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
    made += _spelled(text, words[place:], language)
    told = list(_without_plans(made)) if language == "fr" else made
    titled = list(_with_titles(_with_roles(told, language), language))
    return _with_named_work(titled)


def _without_plans(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens with *compte* as a verb where no infinitive follows: il compte huit membres."""
    for token, behind in zip_longest(tokens, tokens[1:]):
        plans = token.is_a("planned") and token.forms
        to_do = behind is not None and any(f.tense == "infinitive" for f in behind.forms)
        future = any(form.tense == "future" for form in token.forms)
        going_on = to_do or future or behind is None or " " in token.key
        yield token if not plans or going_on else token._replace(classes=token.classes - _PLANNED)


def _with_roles(tokens: Sequence[Token], language: str) -> list[Token]:
    """The tokens with the word for a role that a verb carries as that, in capitals too.

    *ejercen la Secretaría Técnica*: no body of that name is spoken of.
    """
    made: list[Token] = []
    for token in tokens:
        only = token.cast.members[0] if token.cast and len(token.cast.members) == 1 else None
        unknown = only is not None and only.how == "kind" and only.entity is None
        if only is None or not unknown or not _is_carried(made, language):
            made.append(token)
            continue
        key = only.name.lower()
        item = items(language).get(spelled(key))
        if item is None or item.role is None:
            made.append(token)
            continue
        if token.start < only.start:
            article = token.key[: only.start - token.start].strip()
            made.append(Token(token.start, only.start - 1, article, frozenset(("determiner",))))
        made.append(Token(only.start, token.stop, key, role=item.role, capital=True))
    return made


def _is_carried(before: Sequence[Token], language: str) -> bool:
    """Whether a verb that mostly carries a noun stands right before: *holds*, *exerce*."""
    verb = next((token for token in reversed(before) if not token.is_a("adverb")), None)
    light = small_set("light", language)
    return verb is not None and any(form.lemma in light for form in verb.forms)


def _with_titles(tokens: Sequence[Token], language: str) -> Iterator[Token]:
    """The tokens with a name that begins or ends that of a work or meeting as plain words.

    `le programme THAMM`, `the ERIS project`, `the Prague Process meeting`: no body does anything
    there.
    """
    for place, token in enumerate(tokens):
        name = token.cast.members[0] if token.cast and len(token.cast.members) == 1 else None
        if name is None:
            yield token
        elif language == "en" and _is_whose(tokens, place, name):
            start = token.start
            if token.key.partition(" ")[0] in DEFINITE:
                article, _, key = token.key.partition(" ")
                start = token.stop - len(key)
                yield Token(token.start, start - 1, article, frozenset(("determiner",)))
            yield Token(start, token.stop, token.key[start - token.start :], capital=True)
        elif _is_called(tokens, place, name, language):
            yield Token(token.start, token.stop, token.key, capital=True)
        else:
            yield token


def _with_named_work(tokens: list[Token]) -> list[Token]:
    """The tokens with the name that a sentence begins with as a work's: *PROMISE* is a project."""
    first = int(bool(tokens) and tokens[0].is_a("determiner"))
    stop = first
    while stop < len(tokens) and stop - first < _TITLE and _is_unknown(tokens[stop]):
        stop += 1
    behind = tokens[stop : stop + 2]
    copula = len(behind) == 2 and behind[0].key in _IS and behind[1].key in INDEFINITE
    if stop == first or not copula or tokens[stop - 1].noun:
        return tokens
    for token in tokens[stop + 2 : stop + 2 + _TITLE]:
        if token.noun in _TITLED and token.thing is not None:
            start, end = tokens[first].start, tokens[stop - 1].stop
            key = " ".join(each.key for each in tokens[first:stop])
            named = Token(start, end, key, thing=token.thing, noun=token.noun, capital=True)
            return [*tokens[:first], named, *tokens[stop:]]
        if not (token.plain or token.is_a("adverb", "determiner")) or token.mark:
            break
    return tokens


def _is_unknown(token: Token) -> bool:
    """Whether a word with a capital is part of a name that no table knows."""
    name = token.cast.members[0] if token.cast and len(token.cast.members) == 1 else None
    listed = name is not None and name.how == "listed"
    return token.capital and not (token.classes or token.mention) if name is None else listed


def _is_called(tokens: Sequence[Token], place: int, name: Mention, language: str) -> bool:
    """Whether an acronym that nobody has is the name of the work beside it."""
    if name.how != "listed" or name.acronym != name.name or not name.acronym:
        return False
    beside = tokens[place + 1 : place + 2] if language == "en" else tokens[:place][-1:]
    return bool(beside) and beside[0].noun == "work"


def _is_whose(tokens: Sequence[Token], place: int, name: Mention) -> bool:
    """Whether a body's or process's name begins that of the work or meeting behind it.

    A country's does with an article only (*in Kenya workshops were held*), and so does any behind
    a phrase (*together with IOM workshops were held*).
    """
    head = place + 1
    while head < min(len(tokens), place + _OWNERS) and tokens[head].cast:
        head += 1  # the EU-IOM joint initiative
    while head + 1 < len(tokens) and head < place + _TITLE and _is_within_title(tokens, head):
        head += 1
    if head >= len(tokens) or not _is_titled(tokens[head]):
        return False
    spaced = all(a.stop + 1 == b.start for a, b in pairwise(tokens[place : head + 1]))
    following = tokens[head + 1] if head + 1 < len(tokens) else None
    verb = any(form.tense == "present" for form in tokens[head].forms)
    noun = following and (following.is_a("auxiliary") or _is_participle(following))
    if not spaced or (verb and not noun):
        return False
    before = tokens[place - 1] if place else None
    led = before is not None and (before.phrase or before.role)
    article = tokens[place].key.partition(" ")[0] in DEFINITE
    return article or (name.what in ("body", "process") and not led)


def _is_within_title(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands between whose a thing is and its noun: the GFMD *annual* meeting."""
    token, following = tokens[at], tokens[at + 1]
    if token.noun and _is_titled(following):
        return True
    return token.plain and not (token.forms or token.noun or token.role)


def _is_titled(token: Token) -> bool:
    """Whether a word is for a work or meeting; for a group where that is no name: its dialogue."""
    named = token.noun in _TITLED or (token.noun == "group" and not token.capital)
    return named and not token.cast


def _is_participle(token: Token) -> bool:
    tenses = {form.tense for form in token.forms}
    return "participle" in tenses and not tenses & {"base", "present"}


def _acronym(text: str, word: Word) -> Token | None:
    """A body that only its capitals name: GIZ, where no table and no definition has it."""
    said = text[word.start : word.stop]
    if (
        not _CAPITALS.fullmatch(said)
        or _ROMAN.fullmatch(said)
        or text.isupper()
        or bodies().is_class(said)
        or bodies().is_nobody(said)
    ):
        return None
    mention = Mention(word.start, word.stop, "body", said, acronym=said, how="listed")
    return Token(word.start, word.stop, word.text, cast=Cast(word.start, word.stop, (mention,)))


def _of_office(text: str, token: Token) -> Token:
    """A body's token with the State of its office right behind its acronym: `FLACSO Ecuador`."""
    stop = office_end(text, token.stop, names()) if token.cast else token.stop
    if token.cast is None or stop == token.stop:
        return token
    name = text[token.start : stop]
    mention = token.cast.members[0]._replace(stop=stop, name=name, acronym="")
    cast = Cast(token.start, stop, (mention,))
    return token._replace(stop=stop, key=name.lower(), cast=cast)


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
    return token._replace(start=start, stop=stop, cast=cast, mention=mention)


def _moved(mention: Mention, span: Callable[[int, int], tuple[int, int]]) -> Mention:
    start, stop = span(mention.start, mention.stop)
    at = tuple(_moved(each, span) for each in mention.at)
    return mention._replace(start=start, stop=stop, at=at)


def _within(mention: Mention, casts: Sequence[Cast]) -> bool:
    place = bisect_left(casts, mention.stop, key=lambda cast: cast.start) - 1
    return place >= 0 and mention.start < casts[place].stop


def _spelled(text: str, words: Sequence[Word], language: str) -> list[Token]:
    """Words outside names cut into the longest pieces that the lexicon has."""
    made: list[Token] = []
    longest = reach(language)
    place = 0
    while place < len(words):
        most = min(longest.get(words[place].text, 1), len(words) - place)
        for length in range(most, 1, -1):
            found = _token(text, words[place : place + length], language)
            if found and not _is_noun_before(found, made, language):
                made.append(found)
                place += length
                break
        else:
            single = words[place : place + 1]
            token = _token(text, single, language) or _of_office(text, _unknown(text, *single))
            made.append(token)
            while place < len(words) and words[place].start < token.stop:
                place += 1
    return made


def _is_noun_before(token: Token, made: Sequence[Token], language: str) -> bool:
    """Whether a phrase is rather its first word, a noun, and a preposition: the report on."""
    if not token.forms or token.classes or token.phrase or not made:
        return False
    first = items(language).get((token.key.split()[0],))
    return bool(first and first.noun) and made[-1].is_a("determiner")


def _token(text: str, span: Sequence[Word], language: str) -> Token | None:
    words = tuple([word.text for word in span])
    known = _known(words, language)
    if known is None:
        return None
    item, forms = known
    start, stop = span[0].start, span[-1].stop
    return Token(
        start,
        stop,
        " ".join(words),
        item.classes,
        forms,
        item.role,
        item.phrase,
        item.thing,
        noun=item.noun,
        capital=text[start].isupper(),
    )


@lru_cache(8192)
def _known(key: tuple[str, ...], language: str) -> tuple[Item, tuple[VerbForm, ...]] | None:
    """What words are in the lexicon, and as a verb's form; None for neither."""
    item = items(language).get(key)
    forms = verbs.forms(key, language)
    return (item or _NOTHING, forms) if item or forms else None


def _unknown(text: str, word: Word) -> Token:
    acronym = _acronym(text, word)
    if acronym:
        return acronym
    return Token(word.start, word.stop, word.text, capital=text[word.start].isupper())
