"""Headers of columns, labels before values, headings over lists: words as they stand alone."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal

from partnergraph.lexicon.data import LANGUAGES, entries, listed, phrases, read, small
from partnergraph.lexicon.entry import Entry, merged
from partnergraph.lexicon.sorts import sorts
from partnergraph.lexicon.spelling import singular, title
from partnergraph.records.ids import fold

Use = Literal["header", "label", "heading"]
USES: tuple[Use, ...] = ("header", "label", "heading")
BODY = "{body}"
_AND = ("and", "or", "et", "ou", "y", "o")
_JOINTS = re.compile(rf"[/&,;]|\b(?:and/or|{'|'.join(_AND)})\b", re.I)
_PLACEHOLDER = "bodyplaceholder"
_SIGNS = {"#": "no", "№": "no"}


@cache
def _index(use: str) -> Mapping[str, dict[str, Entry]]:
    """The entries of each title that stand under a use: `words` are those of all three."""
    found: dict[str, dict[str, Entry]] = {}
    for language in LANGUAGES:
        for entry, phrase in phrases(use, language):
            words = fold(phrase.replace(BODY, _PLACEHOLDER)).replace(_PLACEHOLDER, BODY)
            found.setdefault(words, {})[entry.id] = entry
    return found


@cache
def _in_singular(use: str) -> Mapping[str, dict[str, Entry]]:
    found: dict[str, dict[str, Entry]] = {}
    for words, several in _index(use).items():
        found.setdefault(singular(words), {}).update(several)
    return found


def _listed(words: str, use: Use) -> Entry | None:
    """The entry of these very words, else of their singular.

    What a heading alone says wins over what the same words say over a column: *References*.
    """
    for index, key in ((_index, words), (_in_singular, singular(words))):
        own, common = index(use).get(key, {}), index("words").get(key, {})
        several = own if own and use == "heading" else common | own
        if several:
            return merged([entry for name, (entry, _) in entries().items() if name in several])
    return None


def opens(word: str, use: Use) -> bool:
    """Whether a header, label or heading may begin with a word as printed.

    Of plain words only those that the lexicon has do; numbers and signs may stand before it.

    >>> [opens(word, "header") for word in ("Lead", "Ghana", "2.", "[Partners]")]
    [True, False, True, True]
    """
    return not word.isalpha() or word.lower() in _AND or _is_known(fold(word), use)


@lru_cache(8192)
def find(text: str, use: Use) -> Entry | None:
    """What a header, label or heading means; None where the lexicon does not know it.

    Words that are joined (`Lead / Co-lead`) mean something where all parts mean the same.
    """
    if not opens(text.partition(" ")[0], use):
        return None
    words, inside = title(_SIGNS.get(text.strip(), text))
    if not words:
        return None
    found = _whole(words, use) or _joined(text, use)
    leads = any(_is_lead_first(part) for part in inside)
    return _first_leads(found) if leads and (found or _is_bodies(words)) else found


@lru_cache(8192)
def _whole(words: str, use: Use) -> Entry | None:
    """The entry of words as they are, or without what only says of whom or of what they are."""
    if not all(_is_known(word, use) for word in words.split()):
        return None
    for tried in dict.fromkeys((words, _bare(words))):
        found = _listed(tried, use) or _listed(_collapsed(tried), use)
        if found:
            return found
    return None


def _is_known(word: str, use: str) -> bool:
    return word in _known_words(use) or singular(word) in _known_words(use)


@cache
def _known_words(use: str) -> frozenset[str]:
    """All words that titles have under a use, in singular too, and those left out of them."""
    small = " ".join((*_behind(), *_joining(), *_own_things())).split()
    return _words_in(use).union(_words_in("words"), small, *_bodies())


@cache
def _words_in(use: str) -> frozenset[str]:
    return frozenset(" ".join((*_index(use), *_in_singular(use))).split())


def _bare(words: str) -> str:
    """Words without `national`, `other` … before them and `of the project`, `involved` … behind."""
    _, before, between = _bodies()
    ends = [end for end in _behind() if words.endswith(f" {end}")]
    kept = (_of_thing(words) or words.removesuffix(max(ends, key=len, default=""))).split()
    while len(kept) > 1 and kept[0] in before | between:
        kept = kept[1:]
    return " ".join(kept)


@cache
def _behind() -> tuple[str, ...]:
    return tuple(listed(read("words")["behind"]["words"]))


def _of_thing(words: str) -> str:
    """What stands before `of the meeting`, `du projet`, `de la red`; empty without such words."""
    said = words.split()
    for noun in (1, 2):
        if " ".join(said[-noun:]) in _own_things():
            for joint in (2, 1):
                before = said[: -noun - joint]
                if before and " ".join(said[len(before) : -noun]) in _joining():
                    return " ".join(before)
    return ""


@cache
def _own_things() -> frozenset[str]:
    return frozenset((*sorts(), *listed(read("words")["behind"]["things"])))


@cache
def _joining() -> frozenset[str]:
    """What joins a title to the thing it is of, which is the page's: `of the`, `du`, `a la`."""
    return frozenset(listed(read("words")["behind"]["joining"]))


def _joined(text: str, use: Use) -> Entry | None:
    parts = [part for part in _JOINTS.split(text) if part.strip()]
    if len(parts) < 2:
        return None
    known: list[Entry] = []
    for part in parts:
        found = _whole(title(part)[0], use)
        if found is None:
            return None
        known.append(found)
    roles = [entry for entry in known if entry.kind == "role"]
    if not roles:
        return known[0]
    types = {frozenset(tie.type for tie in entry.ties) for entry in known}
    return roles[0] if len(types) == 1 else None


@cache
def _bodies() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words for bodies, what may stand before one, what between two."""
    table = read("words")["body"]
    named = {fold(word) for language in LANGUAGES for word in small("body", language)}
    return frozenset(named), frozenset(listed(table["before"])), frozenset(listed(table["between"]))


@lru_cache(4096)
def _collapsed(words: str) -> str:
    """Words with each run of words for a body as one: `lead UN agency` is `lead {body}`."""
    named, before, between = _bodies()
    kept: list[str] = []
    held: list[str] = []
    for word in words.split():
        if word in named:
            joined = bool(kept) and kept[-1] == BODY
            kept += [w for w in held if w in between] if not joined else []
            kept += [] if joined else [BODY]
            held = []
        elif word in before or word in between:
            held.append(word)
        else:
            kept += [*held, word]
            held = []
    return " ".join((*kept, *held))


def _is_bodies(words: str) -> bool:
    return _collapsed(words) == BODY


def _is_lead_first(words: str) -> bool:
    """Whether what stands in a header's brackets says that the first name leads."""
    told, keys = read("words")["lead_first"], set(fold(words).split())
    return all(keys & set(listed(told[each])) for each in ("which", "leads"))


def _first_leads(found: Entry | None) -> Entry:
    """Such a header's entry: the first name leads, the others are partners."""
    known = entries()
    lead, partner = known["lead"][0], known["partner"][0]
    if found and found.ties and found.id != "implement+affiliation":
        return found._replace(first_leads=True)
    return Entry("lead-first", "role", (*lead.ties, *partner.ties), first_leads=True)
