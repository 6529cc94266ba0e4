"""Verb groups: the words that make one verb of a clause, with what they say of it.

`was to be co-hosted`, `has agreed to host`, `n’a pas été organisé`: one group each. A group is
finite (it opens a clause) or a participle that belongs to the noun before it.
"""

from collections.abc import Iterator, Sequence

from partnergraph.relations.clauses.group import Group
from partnergraph.relations.clauses.token import Token

_BE = frozenset(
    (
        *("am", "is", "are", "was", "were", "be", "been", "being", "get", "gets", "got"),
        *("est", "sont", "était", "étaient", "fut", "furent", "été", "être", "étant"),
        *("soit", "soient", "es", "son", "fue", "fueron", "era", "eran", "sido", "ser"),
        *("siendo", "está", "están", "estuvo", "estuvieron", "estaba", "estaban"),
        *("estado", "estar", "sea", "sean", "sera", "seront", "será", "serán", "estará"),
        *("estarán",),
    )
)
_ENDS_BE = (" be", " sera", " serán")
BY = frozenset(("by", "par", "por"))
"""What stands before who does what a passive says."""
_TO = frozenset(("to",))
_WITHIN = ("auxiliary", "planned", "supposed", "possible", "denied", "adverb", "ended")
_OPENS = ("auxiliary", "planned", "supposed", "possible")
CLITICS = frozenset(
    ("’", "'", "n’", "ne", "se", "s’", "y", "lo", "la", "le", "les", "los", "las", "l’", "leur")
)
_SUBJECTS = frozenset(("il", "elle", "ils", "elles", "on", "qui", "que", "él", "ella", "quien"))
_NUMBERS = frozenset(("second", "first", "third", "close", "public", "past", "separate", "last"))
_AGENTS = ("determiner", "preposition")


def groups(tokens: Sequence[Token], language: str) -> list[Group]:
    """The verb groups of a sentence, left to right."""
    made = list(_groups(tokens, language))
    for place in range(len(made) - 1):
        if _is_aside(tokens, made, place):
            made[place] = made[place]._replace(passive=True, reduced=True)
    return made


def _is_aside(tokens: Sequence[Token], made: Sequence[Group], place: int) -> bool:
    """Whether a form is a participle, since the verb is to come: the seminar held in Accra was."""
    group, following = made[place], made[place + 1]
    single = group.first == group.last and not (group.passive or group.shares)
    if not single or not {form.tense for form in group.forms} >= {"past", "participle"}:
        return False
    opening = tokens[group.first - 1].mark == "," if group.first else False
    before = tokens[group.first - 1 - opening] if group.first > opening else None
    if before is None or before.cast or before.mark or before.is_a("relative", "conjunction"):
        return False
    between = tokens[group.last + 1 : following.first]
    where = bool(between) and between[0].is_a("preposition") and between[0].key not in _TO
    parted = ("conjunction", "relative", "adversative")
    finite = not (following.reduced or following.infinitive)
    return where and finite and not any(t.is_a(*parted) or t.mark == ";" for t in between)


def _groups(tokens: Sequence[Token], language: str) -> Iterator[Group]:
    place, floor = 0, -1
    last: Group | None = None
    while place < len(tokens):
        group = _group(tokens, place, language, floor) or _shared(tokens, place, last)
        if group:
            last = group = _after(tokens, group, last)
            yield group
            floor = group.last
            place = group.last + 1
        else:
            place += 1


def _group(tokens: Sequence[Token], first: int, language: str, floor: int) -> Group | None:
    """The group that begins at a token."""
    opening = tokens[first]
    if not (_opens(opening) or is_verb(tokens, first, language)):
        return None
    last, main = first, -1
    place = first
    while place < len(tokens):
        token = tokens[place]
        if token.cast or token.mark:
            break
        verb = _verb_within(tokens, place, first, language)
        if verb:
            main = last = place
            place += 1
            if not _goes_on(tokens, place, token):
                break
            continue
        if token.is_a(*_OPENS) and main < 0:
            last = place
        elif not (token.is_a(*_WITHIN) or token.key in CLITICS or token.key in _TO):
            break
        place += 1
    while main >= 0 and last + 1 < len(tokens) and tokens[last + 1].is_a("adverb"):
        last += 1
    return _made(tokens, first, last, main, language)


def _shared(tokens: Sequence[Token], place: int, before: Group | None) -> Group | None:
    """A verb that a conjunction joins to the one before, in its form: hosts and publishes."""
    if before is None or place == 0 or not tokens[place - 1].is_a("conjunction"):
        return None
    token, following = tokens[place], tokens[place + 1 : place + 2]
    tenses = {form.tense for form in token.forms}
    noun = token.noun or token.role or token.thing or token.cast
    object_ = any(t.cast or t.is_a("determiner", "preposition", "adverb") for t in following)
    numbered = any(t.noun == "meeting" for t in following)
    if noun or before.passive or before.bare or not (object_ or numbered):
        return None
    led = before.shares or _auxiliary(tokens, before)
    if led and "base" in tenses:
        return Group(place, place, token.forms, shares=led)
    present = tenses == {"present"} == {form.tense for form in before.forms}
    return Group(place, place, token.forms) if present and not led else None


def _after(tokens: Sequence[Token], group: Group, before: Group | None) -> Group:
    """A participle with the auxiliary of the passive before: will be organised and hosted by."""
    if before is None or not group.reduced or not before.passive or before.reduced:
        return group
    between = tokens[before.last + 1 : group.first]
    joined = any(t.is_a("conjunction") for t in between)
    if before.by >= 0 or not joined or not all(t.is_a("conjunction", "adverb") for t in between):
        return group
    main = before.last
    while main > before.first and not any(f.tense == "participle" for f in tokens[main].forms):
        main -= 1
    return group._replace(shares=(before.first, main - 1)) if main > before.first else group


def _auxiliary(tokens: Sequence[Token], group: Group) -> tuple[int, int] | None:
    """The words before a verb's plain form that say when or whether it is done."""
    last = group.last
    while last > group.first and not any(f.tense == "base" for f in tokens[last].forms):
        last -= 1
    leads = [n for n in range(group.first, last) if tokens[n].is_a(*_OPENS, "denied")]
    return (leads[0], leads[-1]) if leads and not group.passive else None


def _goes_on(tokens: Sequence[Token], place: int, verb: Token) -> bool:
    """Whether a verb takes another behind it: offered to host, started organising."""
    for token in tokens[place : place + 2]:
        if token.key in _TO or token.key in ("à", "a", "de", "d’"):
            following = tokens[place + 1] if place + 1 < len(tokens) else None
            return bool(
                following
                and any(form.tense in ("base", "infinitive") for form in following.forms)
                and not following.cast
            )
        return any(form.tense in ("gerund", "infinitive") for form in token.forms) and not (
            token.thing or token.role
        )
    return False


def _verb_within(tokens: Sequence[Token], place: int, first: int, language: str) -> bool:
    token = tokens[place]
    if not token.forms or token.is_a("auxiliary"):
        return False
    if token.is_a("planned", "possible") and place == first:
        return False
    if place == first:
        return is_verb(tokens, place, language)
    before = tokens[place - 1]
    return not before.is_a("determiner") or before.key in CLITICS


def _opens(token: Token) -> bool:
    return token.is_a(*_OPENS) and not token.cast and token.key not in ("si", "if", "whether", "y")


def _made(tokens: Sequence[Token], first: int, last: int, main: int, language: str) -> Group | None:
    if main < 0:
        auxiliary = any(t.is_a("auxiliary") or _is_be(t) for t in tokens[first : last + 1])
        promised = any(_promise(t) for t in tokens[first : last + 1])
        if not auxiliary and not promised:
            return None
        return Group(first, last, tokens[first].forms if promised else (), bare=not promised)
    forms = tokens[main].forms
    lead = [t for t in tokens[first:main] if t.is_a(*_OPENS) or t.forms]
    tense = {form.tense for form in forms}
    refused = any(t.is_a("denied") for t in tokens[max(first - 1, 0) : last + 1])
    by = _by(tokens, last + 1, refused)
    participle = bool(tense & {"participle", "past"})
    being = bool(lead) and _is_be(lead[-1])
    if being and participle and "gerund" not in tense:
        to_come = tokens[first].key.startswith("to ")
        return Group(first, last, forms, passive=True, reduced=to_come, by=by)
    if not lead and "participle" in tense:
        only = not tense & {"past", "present"}
        if by >= 0 or only:
            return Group(first, last, forms, passive=True, reduced=True, by=by)
    infinitive = not lead and bool(tense & {"infinitive"})
    return Group(first, last, forms, infinitive=infinitive)


def _promise(token: Token) -> bool:
    return token.is_a("planned") and bool(token.forms) and any(f.entries for f in token.forms)


def _is_be(token: Token) -> bool:
    return (
        token.key in _BE
        or token.key.endswith(_ENDS_BE)
        or (
            token.key.split()[0]
            in (
                "sera",
                "seront",
                "será",
                "serán",
                "est",
                "sont",
            )
            and " " not in token.key
        )
    )


def _by(tokens: Sequence[Token], place: int, refused: bool) -> int:
    """Where the `by` of a participle stands: right behind it, or behind a few words of no comma.

    Where it is denied, that behind `but`: not by Peru but by Chile.
    """
    denied = False
    if refused and place < len(tokens) and tokens[place].key in BY:
        instead = _instead(tokens, place + 1)
        return place if instead < 0 else instead
    for at in range(place, min(place + 9, len(tokens))):
        token = tokens[at]
        if denied and token.key in BY:
            return _instead(tokens, at + 1)
        denied |= token.is_a("denied") and not _only(tokens, at + 1)
        if token.key in BY or (at == place and token.key in ("of", "de", "del", "du", "des")):
            return at
        if token.mark or token.cast or token.is_a("conjunction", "adversative", "relative"):
            return -1
        if token.forms and any(f.finite for f in token.forms) and not token.thing:
            return -1
        if token.phrase:
            return -1
    return -1


def _instead(tokens: Sequence[Token], place: int) -> int:
    """Where the `by` behind `but` stands that comes after one which was denied; -1 for nowhere."""
    for at in range(place, min(place + 6, len(tokens) - 1)):
        if tokens[at].is_a("adversative") and tokens[at + 1].key in BY:
            return at + 1
    return -1


def _only(tokens: Sequence[Token], place: int) -> bool:
    """Whether `not` is half of `not only`, which denies nothing."""
    return place < len(tokens) and tokens[place].key in ("only", "just", "seulement", "solo")


def is_verb(tokens: Sequence[Token], place: int, language: str) -> bool:
    """Whether a token is a verb here and no noun or adjective that is spelled like one."""
    token = tokens[place]
    if not token.forms or token.cast or token.is_a("determiner", "preposition", "relative"):
        return False
    if token.key in _NUMBERS:
        return False
    before = _before(tokens, place)
    tenses = {form.tense for form in token.forms}
    clitic = before is not None and before.key in CLITICS and not _is_article(tokens, place)
    if before and before.is_a("determiner") and not (clitic and any(f.finite for f in token.forms)):
        return False
    if language == "en":
        return _is_english(tokens, place, token, tenses, before)
    if token.capital and place and not tokens[place - 1].capital and not tokens[place - 1].mark:
        return False  # le projet *PROMISE*
    return _is_romance(token, tenses, before)


def _is_article(tokens: Sequence[Token], place: int) -> bool:
    """Whether *la* is an article before a word that is a noun as well: la *rencontre* vise à."""
    before = tokens[place - 2] if place > 1 else None
    subject = before is not None and (before.cast or before.key in _SUBJECTS or before.noun)
    return bool(tokens[place].noun) and not subject


def _is_english(
    tokens: Sequence[Token], place: int, token: Token, tenses: set[str], before: Token | None
) -> bool:
    if tenses & {"past", "participle"} and not tenses <= {"base", "present"}:
        if "base" in tenses and (token.thing or token.role):
            return _after_subject(before)
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        adjective = before is not None and before.is_a("preposition")
        return not (adjective and following is not None and (following.plain or following.thing))
    if "gerund" in tenses:
        return before is not None and _is_be(before)
    if _after_subject(before) or (before is not None and before.key in _TO):
        return True
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    phrasal = " " in token.key and following is not None
    governs = phrasal or (following and (following.cast or following.is_a("determiner")))
    named = before is not None and (before.noun or before.plain)
    return bool(named and governs and "present" in tenses and not (token.noun or token.role))


def _after_subject(before: Token | None) -> bool:
    if before is None:
        return False
    if before.cast or before.is_a("planned", "possible", "supposed"):
        return True
    return before.key in ("who", "which", "that", "it", "they", "he", "she", ")")


def _is_romance(token: Token, tenses: set[str], before: Token | None) -> bool:
    if token.thing or token.role:
        return before is not None and (
            before.cast is not None or before.is_a("auxiliary", "planned", "relative")
        )
    if tenses <= {"gerund"}:
        return False
    if tenses <= {"infinitive"}:
        return before is None or before.is_a("planned", "possible", "auxiliary")
    return not (before is not None and before.is_a("preposition") and not before.is_a("auxiliary"))


def _before(tokens: Sequence[Token], place: int) -> Token | None:
    """The token before, past adverbs; None at the beginning or behind a mark."""
    at = place - 1
    while at >= 0 and tokens[at].is_a("adverb"):
        at -= 1
    if at < 0 or (tokens[at].mark and tokens[at].mark != ")"):
        return None
    return tokens[at]
