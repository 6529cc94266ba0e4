"""Names that nothing but their place in a list says to be ones."""

from partnergraph.lexicon.bodies import word_set
from partnergraph.lexicon.bodies import words as lexicon
from partnergraph.mentions.joints import BEFORE, JOINT_BEFORE
from partnergraph.mentions.kinds import SMALL
from partnergraph.mentions.mention import Mention
from partnergraph.mentions.naming import LEADING, name_end
from partnergraph.mentions.reading import Reading

LOCATED = word_set("in at near to from en a à dans vers depuis desde")
_POINTING = word_set("this these that those ce cet cette ces este esta estos estas")
"""What points to a thing spoken of before: `Since this Declaration, Libya …` names nobody."""
_LONGEST_BACK = 8
"""Words back in which the beginning of an unknown name is looked for."""
_REACH = 60
"""Characters back in which a name's article and *Government of* are looked for."""
_LONGEST_JOINT = 6


def unknown_at(reading: Reading, start: int) -> Mention | None:
    """The proper name that begins at a place in the text, if no table has it.

    Topics, classes, offices and words in capitals are none.
    """
    place = reading.at(start)
    if place >= len(reading.words) or reading.words[place].start != start:
        return None
    word = reading.words[place]
    if not word.capital or word.key in LEADING or place in reading.within_known:
        return None
    last = name_end(reading, place)
    if _is_plain(reading, place, last) or _is_shouted(reading, place, last):
        return None
    name = reading.said(place, last)
    acronym = name if name.isupper() and " " not in name else ""
    return Mention(start, reading.words[last].end, "body", name, acronym=acronym, how="listed")


def unknown_before(reading: Reading, start: int, floor: int) -> list[Mention]:
    """The unknown names of a list that stand before its first known name, which begins at `start`.

    None where they are places: *in Geneva, Nairobi and IOM*; nor what stands right behind the
    name that ends at `floor`: *IOM Nairobi and the Embassy of Peru*.
    """
    found: list[Mention] = []
    while True:
        begin = article_start(reading, start, floor)
        joint = JOINT_BEFORE.search(reading.text, max(begin - _LONGEST_JOINT, floor), begin)
        first = _first_word(reading, joint.start(), floor) if joint else 0
        name = unknown_at(reading, reading.words[first].start) if joint and first > 0 else None
        if not joint or not name or name.stop != joint.start():
            return found
        if reading.words[first - 1].key in LOCATED | _POINTING:
            return []
        if floor and reading.text[floor : name.start].isspace():
            return found
        found.insert(0, name)
        start = name.start


def article_start(reading: Reading, start: int, floor: int) -> int:
    """Where a name begins with its article and *Government of* before it, not before `floor`."""
    before = BEFORE.search(reading.text, max(start - _REACH, floor), start)
    return before.start() if before else start


def _is_plain(reading: Reading, first: int, last: int) -> bool:
    told = lexicon()
    keys = [key for key in reading.keys(first, last) if key not in SMALL]
    if any(told.is_office(key) for key in keys):
        return True
    return all(key in told.about or key in told.general or key in told.classes for key in keys)


def _is_shouted(reading: Reading, first: int, last: int) -> bool:
    """Whether a word in capitals is a plain one: small elsewhere, or of a phrase (Health CARE)."""
    word = reading.words[first]
    if first != last or not word.text.isupper() or len(word.text) == 1:
        return False
    before = reading.words[first - 1] if first and reading.gap(first - 1) == " " else None
    phrase = before is not None and before.capital and before.key not in LEADING
    return word.key in reading.small_words or phrase


def _first_word(reading: Reading, stop: int, floor: int) -> int:
    """The first word of the capitalised run that ends at a place in the text; -1 if none."""
    last, first = reading.at(stop) - 1, -1
    for place in range(last, max(last - _LONGEST_BACK, -1), -1):
        word = reading.words[place]
        if word.start < floor or not (word.capital or word.key in SMALL):
            break
        if word.capital and word.key not in LEADING:
            first = place
        if place and not reading.gap(place - 1).isspace():
            break
    return first
