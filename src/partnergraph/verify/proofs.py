"""The three proofs of a fact: its quote, its ends, its cue.

They know words, places, tables and the lexicon, and nothing of what read the document.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from partnergraph.document.words import GAP, Text
from partnergraph.lexicon import meaning
from partnergraph.records.ids import fold
from partnergraph.records.model import Edge, Evidence, Node, Value
from partnergraph.verify.before import fuller
from partnergraph.verify.named import forms, names_end, without
from partnergraph.verify.standing import stands

CUED = frozenset(
    (
        *("LED", "ORGANISED", "CONDUCTED", "PREPARED", "IMPLEMENTS", "EXTENDS", "CO_FACILITATED"),
        *("HOSTED", "CONTRIBUTES_TO", "HAS_EXPERTISE_IN", "FUNDS", "ACCOUNTABLE_FOR"),
        *("MEMBER_OF", "PARTNERS_WITH", "SPOKE_AT", "MODERATED", "ATTENDED", "SIGNED"),
        *("BUILDS_ON", "DRAWS_ON", "COMPLEMENTS"),
    )
)
"""The relationships that words must give: who does what, who belongs, what builds on what."""
_POINTS_AT_THING = CUED - {"BUILDS_ON", "DRAWS_ON", "COMPLEMENTS", "PARTNERS_WITH"}
"""Those whose target is what somebody is tied to: its label may decide what a word means."""

_ALSO = {"Organisation": ("Session", "Activity")}
"""What a thing of a label may be besides: a dialogue or a programme is called an Organisation."""
_NAMED_APART = frozenset(("Agency", "Organisation", "Country", "RCP", "Person"))
"""Whose name is no word for what they do: *Network* in the Andaman Crew Network."""

_BRACKETS = re.compile(r"(?:(?:\((?:[^()]|\([^()]*\))*\)|\[(?:[^\[\]]|\[[^\[\]]*\])*\])\s?){1,3}$")
"""Brackets at the end of words, one behind another."""


class Doubt(NamedTuple):
    """Why a fact is not proved; `refuted` where the words are against it, else nothing says so."""

    refuted: bool
    reason: str


def doubt(edge: Edge, evidence: Evidence, source: Node, target: Node, text: Text) -> Doubt | None:
    """What keeps one evidence of a relationship from being proved; None where it is proved."""
    return (
        of_quote(evidence, text)
        or of_ends((source, target), evidence.quote)
        or of_cue(edge, evidence, source, target, text)
    )


def of_quote(evidence: Evidence, text: Text) -> Doubt | None:
    """The first proof: the quote stands at its place."""
    if stands(evidence.quote, text.at(evidence.locator)):
        return None
    return Doubt(True, f"its quote does not stand at {evidence.locator}")


def of_ends(ends: tuple[Node, Node], quote: str) -> Doubt | None:
    """The second proof: both ends are named in the quote, but for a Document."""
    missing = next(
        (end for end in ends if end.label != "Document" and not names_end(end, quote)), None
    )
    return missing and Doubt(True, f"the quote “{quote}” does not name {missing.id}")


def of_cue(edge: Edge, evidence: Evidence, source: Node, target: Node, text: Text) -> Doubt | None:
    """The third proof: the cue stands there, and the lexicon gives it type, role and status."""
    if not evidence.cue:
        if edge.type not in CUED or _by_position(edge, evidence, source, target, text):
            return None
        return Doubt(False, f"no cue says that it is {edge.type}")
    place = evidence.cue_locator or evidence.locator
    if not stands(evidence.cue, text.at(place), whole=True):
        return Doubt(True, f"the cue “{evidence.cue}” does not stand at {place}")
    if source.label in _NAMED_APART and _only_in_name(evidence, source, text.at(place)):
        return Doubt(True, f"“{evidence.cue}” is a part of what {source.id} is called")
    said = _meaning(edge, evidence.cue, source, target)
    if said == "given":
        inside = stands(evidence.cue, evidence.quote, whole=True)
        words = evidence.quote if inside else text.at(place)
        return _cut_short(edge, evidence.cue, source, target, words)
    what = _said(edge)
    if said == "unknown":
        return Doubt(False, f"the lexicon does not know “{evidence.cue}” as words for {what}")
    return Doubt(True, f"“{evidence.cue}” does not say {what}")


def _cut_short(edge: Edge, cue: str, source: Node, target: Node, words: str) -> Doubt | None:
    """Whether the words before a cue, which it leaves out, make something else of it everywhere."""
    whole = list(fuller(cue, words))
    if any(each == cue or _meaning(edge, each, source, target) != "other" for each in whole):
        return None
    return Doubt(True, f"“{whole[0]}” does not say {_said(edge)}") if whole else None


def _only_in_name(evidence: Evidence, source: Node, words: str) -> bool:
    """Whether a cue stands nowhere but within the source's name in the quote."""
    if evidence.cue_locator not in ("", evidence.locator):
        return False
    cue, quote = evidence.cue, evidence.quote
    if cue not in quote or cue in without(quote, source):
        return False
    return quote.count(cue) == words.count(cue)


def _meaning(edge: Edge, cue: str, source: Node, target: Node) -> str:
    """What the lexicon says of a cue, for a thing of the target's label where that may decide."""
    if edge.type not in _POINTS_AT_THING:
        return _said_of(edge, cue, None, None)
    things = (target.label or None, *_ALSO.get(target.label, ()))
    said = [_said_of(edge, cue, thing, source.label or None) for thing in things]
    return "given" if "given" in said else said[0]


def _said_of(edge: Edge, cue: str, thing: str | None, cast: str | None) -> str:
    return meaning(
        cue,
        edge.type,
        _text(edge.properties, "how" if edge.type == "SIGNED" else "role"),
        _text(edge.properties, "status"),
        thing=thing,
        cast=cast,
        ended=bool(edge.properties.get("ended") or edge.properties.get("to")),
    )


def _text(properties: Mapping[str, Value], key: str) -> str | None:
    value = properties.get(key)
    return str(value) if value else None


def _said(edge: Edge) -> str:
    """A type with what else its words must say: `MEMBER_OF (observer, planned)`."""
    more = [str(edge.properties[k]) for k in ("role", "how", "status") if edge.properties.get(k)]
    return f"{edge.type} ({', '.join(more)})" if more else edge.type


def _by_position(edge: Edge, evidence: Evidence, source: Node, target: Node, text: Text) -> bool:
    """Whether position alone states who does something, as layout and lists of references do."""
    if edge.type == "PREPARED" and target.label == "Document":
        return _beside_title(evidence.quote, source, target)
    if edge.type != "IMPLEMENTS" or target.label != "Activity":
        return False
    return _in_brackets(text.at(evidence.locator), source) or _below(evidence, source, target)


def _below(evidence: Evidence, source: Node, target: Node) -> bool:
    """Whether a thing stands apart from and behind who does it: the bullets below its heading."""
    head, *rest = evidence.quote.split(GAP)
    return bool(rest) and names_end(source, head) and names_end(target, GAP.join(rest))


def _in_brackets(words: str, source: Node) -> bool:
    """Whether brackets behind an output name an agency."""
    found = _BRACKETS.search(words.rstrip(" .;"))
    return found is not None and found.start() > 0 and names_end(source, found[0])


def _beside_title(quote: str, source: Node, target: Node) -> bool:
    """Whether an entry of a list of references is no more than a title and who issued it."""
    rest = f" {fold(quote)} "
    named = {fold(form) for node in (target, source) for form in forms(node)}
    for form in sorted(named, key=len, reverse=True):
        rest = rest.replace(f" {form} ", "  ")
    return not any(character.isalpha() for character in rest)
