"""What a document's own short names stand for: `the Civic Resource Centre (CRC)`.

Collected over the whole document before its names are read: a definition holds in it against every
table. A short name whose long form is no body (*child rights clubs (CRC)*) names nobody there.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from partnergraph.mentions.bodies import body_at
from partnergraph.mentions.kinds import SMALL
from partnergraph.mentions.mention import Mention
from partnergraph.mentions.naming import LEADING, name_end
from partnergraph.mentions.reading import Reading
from partnergraph.names import Names

_SHORT = re.compile(r" ?\((?:the |“|\"|‘)*([A-Z][\w&/-]{1,14})(?:”|\"|’)?\)")
_CALLED = re.compile(
    r"(?:^|\()[^()“”\"]{0,40}\b(?:hereinafter|hereafter|herein|referred to as|ci-après|dénommée?s?"
    r"|en adelante|en lo sucesivo)\b[^()“”\"«»]{0,40}[“\"«]\s?"
    r"(?:[Tt]he |[Ll]a |[Ll]e |[Ll]['’]|[Ee]l )?"
    r"(?P<name>[A-Z]\w+)\s?[”\"»]"
)
_POSSESSIVE = frozenset(("s", "l", "d"))
"""What an apostrophe parts from a word: *Women's*, *l'eau*."""
_LONGEST = 12
"""Words before a bracket among which its long form is looked for."""


@dataclass
class Definitions:
    """Short names by what they stand for; None where that is nobody."""

    meant: dict[str, Mention | None] = field(default_factory=dict)
    called: dict[str, Mention] = field(default_factory=dict)
    """What parties are called by a word of their own: `(hereinafter "the Ministry")`."""
    read: dict[str, list[Mention]] = field(default_factory=dict, repr=False, compare=False)
    """What was found by these definitions in the texts of the document so far."""

    @classmethod
    def of(cls, texts: Iterable[str], names: Names) -> "Definitions":
        """The definitions of a document's texts (its paragraphs, cells, labels).

        >>> from partnergraph.names import names
        >>> made = Definitions.of(["The Civic Resource Centre (CRC) opened."], names())
        >>> made.meant["CRC"].name
        'Civic Resource Centre'
        """
        made = cls()
        before = ""
        for text in texts:
            if "(" in text:
                made.learn(Reading.of(text, names))
                if _CALLED.search(text):
                    made.call(Reading.of(f"{before} {text}" if text[0] == "(" else text, names))
            before = text
        return made

    def call(self, reading: Reading) -> None:
        """Take what a party is called behind its name; the first body before it is that party."""
        start = 0
        for match in _CALLED.finditer(reading.text):
            party = _first_body(reading, start, match.start())
            if party and match["name"] not in self.meant:
                self.called.setdefault(match["name"], party)
            start = match.end()

    def learn(self, reading: Reading) -> None:
        """Take the definitions of one text; the first of a short name holds."""
        for match in _SHORT.finditer(reading.text):
            short = match[1]
            if sum(letter.isupper() for letter in short) < 2 or short.endswith("s"):
                continue
            place = reading.at(match.start()) - 1
            if short in self.meant or place < 0 or reading.words[place].end != match.start():
                continue
            if _is_spelled(reading, place, short):
                self.meant[short] = _long_form(reading, place, short)

    def mention(self, short: str, start: int, stop: int) -> Mention | None:
        """The body a short name stands for here, as a mention at its place."""
        meant = self.meant.get(short) or self.called.get(short)
        return meant._replace(start=start, stop=stop, how="defined") if meant else None


def _first_body(reading: Reading, start: int, stop: int) -> Mention | None:
    """The first body that is named between two places of a text."""
    place = reading.at(start)
    while place < reading.at(stop):
        word = reading.words[place]
        known = reading.known.get(place)
        last = max(name_end(reading, place), known.last if known else place)
        if word.capital and word.key not in LEADING and (found := body_at(reading, place, last)):
            return found
        place = last + 1 if word.capital else place + 1
    return None


def _is_spelled(reading: Reading, last: int, short: str) -> bool:
    """Whether the initials of the words that end at `last` spell a short name."""
    return spelled_from(reading, last, short) >= 0


def spelled_from(reading: Reading, last: int, short: str) -> int:
    """The first of the words up to `last` whose initials spell a short name; -1 if none do."""
    letters = [letter.lower() for letter in short if letter.isalnum()]
    place, wanted = last, len(letters) - 1
    begins = -1
    while place >= 0 and last - place < _LONGEST and wanted >= 0:
        word = reading.words[place]
        if word.key[:1] == letters[wanted]:
            wanted -= 1
            begins = place
        elif count := _inside(word.key, letters, wanted):
            wanted -= count
            begins = place
        elif word.key not in SMALL and word.key not in _POSSESSIVE:
            return -1
        place -= 1
    return begins if wanted < 0 else -1


def _inside(key: str, letters: list[str], wanted: int) -> int:
    """How many of the letters up to `wanted` a word spells from its beginning: MIGration."""
    for count in range(min(3, wanted + 1), 1, -1):
        if key.startswith("".join(letters[wanted - count + 1 : wanted + 1])):
            return count
    return 0


def _long_form(reading: Reading, last: int, short: str) -> Mention | None:
    first = spelled_from(reading, last, short)
    for place in range(max(first - _LONGEST, 0), first + 1):
        capital = reading.words[place].capital and reading.words[place].key not in LEADING
        if capital and name_end(reading, place) == last:
            mention = body_at(reading, place, last)
            if mention:
                return mention._replace(acronym=short)
    capital = reading.words[first].capital and reading.words[first].key not in LEADING
    spelled = body_at(reading, first, last) if capital else None
    return spelled._replace(acronym=short) if spelled else None
