"""Who did what, as one sentence of French or Spanish says it.

Two forms carry: `l’étude sur X réalisée par A` and `A a organisé un atelier sur X`.
A participle belongs to the nearest noun it agrees with. What is denied, or only could or should be,
is no deed.
"""

import re
from collections.abc import Iterator
from itertools import product

from partnergraph.document.words import Passage
from partnergraph.extractors.deeds.actors import Cast
from partnergraph.extractors.deeds.grammar import Deed, Done, Reading
from partnergraph.extractors.deeds.nouns import Noun
from partnergraph.extractors.deeds.verbs import forms
from partnergraph.lexicon import lexicon
from partnergraph.lexicon.things import things
from partnergraph.names import Names

_NUMBERS = {"sg": 1, "pl": 2}
_BY_FORM: dict[str, list[tuple[str, str, int]]] = {}
for _language, _gender, _number in product(("fr", "es"), "mf", _NUMBERS):
    for _form, _type in forms(_language, f"participle {_gender} {_number}").items():
        _BY_FORM.setdefault(_form, []).append((_type, _gender, _NUMBERS[_number]))
_PAST = forms("es", "past sg", "past pl")
_KINDS = {
    form: (thing.kind, thing.gender, thing.number)
    for language in ("fr", "es")
    for form, thing in things(language).items()
}
_NOUN = "|".join(sorted(_KINDS, key=len, reverse=True)).replace("’", "[’']")
_FIND = re.compile(rf"(?:(?<![\w’'-])|(?<=\b[lLdD][’']))(?P<noun>{_NOUN})(?![\w’'-])", re.I)
_PARTICIPLE = "|".join(sorted(map(re.escape, _BY_FORM), key=len, reverse=True))
_AUX = (
    r"(?:(?:qui |que )?(?P<aux>a été|ont été|fut|furent|est|sont|sera|seront|fue|fueron|ha sido"
    r"|han sido|es|son|será|serán) )?"
)
_DONE_BY = re.compile(
    rf"(?P<set_off>,)? {_AUX}(?:(?:récemment|conjointement|conjuntamente|recientemente) )?"
    rf"(?P<verb>{_PARTICIPLE})(?: (?:à|en|au|aux) [\w’-]+(?: [\w’-]+)?)?"
    r"(?: (?:conjointement|conjuntamente))?,? (?:par|por) ",
    re.I,
)
_DID = re.compile(
    rf" (?:(?:a|ont|ha|han) (?:conjointement |également |también )?(?P<verb>{_PARTICIPLE})"
    rf"|(?P<past>{'|'.join(_PAST)})) "
    r"(?:un |une |una |le |la |l[’']|el |des |unos |las |les |los )?",
    re.I,
)
_CLAUSES = re.compile(r"(?:^|[,;:] |\bet |\by )(?=[A-ZÀ-ÞLlEe])")
_NOT = (word for language in ("fr", "es") for word in lexicon().small("denied", language))
_DENIED = re.compile(rf"\b(?:{'|'.join(map(re.escape, _NOT))})(?=\W)".replace("’", "[’']"), re.I)
_STOP = re.compile(
    r"[.;:?!()]| (?:qui|que|est|sont|a|ont|fue|es|ha|han|sera|será|et|y|être|ser|devrai\w*"
    r"|pourrai\w*|doi(?:t|vent)|peu(?:t|vent)|deb\w+|podr\w+|pued\w+) ",
    re.I,
)
_ARTICLE = re.compile(
    r"(?:\b(?:un|une|una|le|la|les|des|el|los|las|du|del|cet|cette|este|esta) |[lLdD][’'])$"
)
_LONGEST = 120


def read(sentence: Passage, names: Names) -> Reading:
    """The deeds of a sentence."""
    text = sentence.text
    reading = Reading()
    found = [_noun(match) for match in _FIND.finditer(text)]
    if not found or text.rstrip('”’"» ').endswith("?"):
        return reading
    cast = Cast(sentence, names)
    for deed in (*_passives(text, found, cast), *_actives(text, found, cast)):
        if deed.actors.found:
            reading.deeds.append(deed)
            reading.things.extend(deed.done)
        elif deed.actors.unclear:
            reading.unclear.append(f"no table knows “{deed.actors.unclear}”")
    return reading


def _passives(text: str, found: list[Noun], cast: Cast) -> Iterator[Deed]:
    for match in _DONE_BY.finditer(text):
        for type, gender, number in _BY_FORM[match["verb"].casefold()]:
            noun = _agreeing(text, found, match.start(), gender, number)
            if noun and not _DENIED.search(text[max(noun.begin - 10, 0) : match.end()]):
                done = Done(noun.begin, _trim(text, noun.end, match.start()), noun)
                status = "planned" if (match["aux"] or "").startswith("ser") else "completed"
                by = (match.end() - len("par "), match.end())
                cue = (*((match.span("aux"),) if match["aux"] else ()), match.span("verb"), by)
                yield Deed((type,), (done,), cast.actors(match.end()), status, cue)
                break


def _actives(text: str, found: list[Noun], cast: Cast) -> Iterator[Deed]:
    for clause in _CLAUSES.finditer(text):
        actors = cast.actors(clause.end())
        did = _DID.match(text, actors.stop) if actors.found else None
        noun = next((n for n in found if did and n.start == did.end()), None)
        if not did or not noun:
            continue
        verb = did["verb"]
        types = (_BY_FORM[verb.casefold()][0][0] if verb else _PAST[did["past"].casefold()],)
        end = _STOP.search(text, noun.end)
        comma = text.find(",", noun.end)
        ends = [place for place in (end.start() if end else len(text), comma) if place >= 0]
        cue = (did.span("verb") if verb else did.span("past"),)
        yield Deed(types, (Done(noun.begin, min(ends), noun),), actors, "completed", cue)


def _agreeing(text: str, found: list[Noun], stop: int, gender: str, number: int) -> Noun | None:
    """The nearest noun before a participle that agrees with it, in the same clause."""
    for noun in reversed([noun for noun in found if noun.end <= stop]):
        between = text[noun.end : stop]
        if len(between) > _LONGEST or _STOP.search(f"{between} "):
            return None
        if _read(text[noun.start : noun.end])[1:] == (gender, number):
            return noun
    return None


def _noun(match: re.Match[str]) -> Noun:
    kind, _, _ = _read(match["noun"])
    article = _ARTICLE.search(match.string, max(match.start() - 8, 0), match.start())
    before = article[0].strip() if article else ""
    return Noun(match.start("noun"), match.start("noun"), match.end("noun"), kind, before)


def _read(noun: str) -> tuple[str, str, int]:
    """The kind of thing a noun names, its gender and number."""
    return _KINDS[noun.casefold().replace("'", "’")]


def _trim(text: str, start: int, stop: int) -> int:
    return start + len(text[start:stop].rstrip(" ,"))
