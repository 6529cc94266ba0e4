"""What an office says: a role as printed, and the body or State it is held in.

In goes the text behind a person's name (`Director, Institute for Remittances (IR)`), out come posts
with the places of their bodies in it. A representative of a State holds a post of the Country; a
body that no table knows must look like one: by its kind (`Institute`), its acronym, or as the
proper name that follows a role. A town, an instrument or a unit is no body.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from partnergraph.lexicon.bodies import words as lexicon
from partnergraph.lexicon.works import works
from partnergraph.mentions.kinds import kind_of_word
from partnergraph.mentions.naming import ANDS, name_end
from partnergraph.mentions.reading import Reading
from partnergraph.mentions.shapes import CAPITAL
from partnergraph.names import Names
from partnergraph.names.words import key

ROLE = lexicon().office
HAS_ROLE = re.compile(rf"\b{ROLE}\b", re.IGNORECASE)
_OF_A_STATE = re.compile(rf"\b{lexicon().office_of_state}\b", re.IGNORECASE)
_OF_ANYTHING = re.compile(rf"\b{lexicon().office_of_any}\b", re.IGNORECASE)
_ABROAD = re.compile(
    r"\b(?:to|in|at|before|auprès d[eu]|ante|en|au|aux)(?: the| la| le| el)? $", re.I
)
_ENGLISH = r"(?:of|for) the|at(?: the)?|with(?: the)?|from(?: the)?"
_ROMANCE = r"de la|de l[’']|du|des|del|de los|de las|de|au|à la|à l[’']|à|en la|en el"
_STEP = re.compile(
    rf"(?P<comma>, )|(?P<joined> (?:and|&|et|y) (?:the )?(?={ROLE}\b|[{CAPITAL}][\w-]* {ROLE}\b))"
    rf"| (?P<link>{_ENGLISH}) (?=[“\"]?[{CAPITAL}])"
    rf"| (?P<romance>{_ROMANCE})(?:(?<=[’'])| )(?=[{CAPITAL}])",
    re.IGNORECASE,
)
_MINISTER = re.compile(r"(?:[\w-]+ ){0,2}minist(?:er|re|ro|ra)\b", re.IGNORECASE)
_MISSION = re.compile(
    rf"(?<!of ){lexicon().mission} of (?:the )?[{CAPITAL}]\w+(?: (?:of |and |the )*[{CAPITAL}]\w+)*"
    rf"(?: to (?:the )?[{CAPITAL}]\w+(?: [{CAPITAL}]\w+)*)?"
)
_OF_MISSION = re.compile(r"\b(?:jefe|jefa|chef|cheffe) de ((?-i:M))iss?i[oó]n\b", re.IGNORECASE)
"""A post in the body that has the mission; the mission is no body of its own."""
_OF_MEMBERS = re.compile(rf" (?:of|de|des|du) (?:los |las |les )?{ROLE}\b", re.IGNORECASE)
"""Who sits in a body, in its name: *Council of Ministers*, *Cámara de Diputados*."""
_ANOTHER = re.compile(rf"(?:and|et|y) [{CAPITAL}]")
_UNIT = re.compile(rf"\b{lexicon().unit}\b", re.IGNORECASE)
_ACRONYM = re.compile(r" ?\((?P<acronym>[A-Z][\w&/-]{1,14})\)$")
_FEW = 2
_OWN_PART = re.compile(rf"(?: (?:& |and )?(?!(?i:{ROLE})\b)[{CAPITAL}][\w-]+)+")
"""What makes a known body's name that of a part of it: IOM *Ghana*, IGAD *Health Division*."""
_OF_THE = re.compile(r" (?:of(?: the)?|de(?: la| los)?|del|du|des) | (?:de l|d)['’]")
_OF_NONE = re.compile(rf"\b{lexicon().office_of_none}\b", re.IGNORECASE)
_TIED = re.compile(
    r" (?:(?:of|for|at|from|with|de)(?: the| la)?|du|del|à la|au|en la) $| (?:de|à) l['’]$"
)
_REACH = 20


@cache
def _leads_to_role() -> re.Pattern[str]:
    """What a role stands in, few words on; made when it is first asked for, which is seldom."""
    return re.compile(rf" (?:[\w-]+ ){{0,2}}{ROLE}\b", re.IGNORECASE)


class Post(NamedTuple):
    """A role, as printed, and where the words of the body or State stand that it is held in.

    `start` and `stop` are places in the office, or in what stands beside the name where `beside`
    is true; they are equal where no body is named.
    """

    role: str
    start: int = 0
    stop: int = 0
    acronym: str = ""
    beside: bool = False

    @property
    def named(self) -> bool:
        """Whether a body or State is named."""
        return self.stop > self.start


class _Piece(NamedTuple):
    """A part of an office: how it is tied to what stands before, where that ends, and its span."""

    link: str
    before: int
    start: int
    stop: int


def posts(office: str, names: Names, beside: str | None = None) -> list[Post]:
    """What an office says; `beside` is what stands in brackets behind the person's name.

    >>> from partnergraph.names import names
    >>> office = "Chief of Section, UNESCO"
    >>> [(post.role, office[post.start : post.stop]) for post in posts(office, names())]
    [('Chief of Section', 'UNESCO')]
    """
    held = _held(office, names)
    if beside is not None and not any(post.named for post in held):
        role = held[0].role if held else ""
        inner = _held(beside, names, bracketed=True)
        if any(post.named for post in inner):
            return [post._replace(role=post.role or role, beside=True) for post in inner]
    return held


def _held(text: str, names: Names, bracketed: bool = False) -> list[Post]:
    if not text:
        return []
    if leads := _OF_MISSION.search(text):
        small = text[: leads.start(1)] + text[leads.start(1) :].replace("M", "m", 1)
        held = _held(small, names, bracketed)
        places = [max(small.find(post.role), 0) for post in held]
        roles = [text[n : n + len(post.role)] for n, post in zip(places, held, strict=True)]
        return [post._replace(role=role) for post, role in zip(held, roles, strict=True)]
    country = _country(text, names)
    if not country and bracketed and names.resolve(text, "Country"):
        country = 0, len(text)
    mission = _MISSION.search(text)
    if mission and not _OF_A_STATE.search(text[: mission.start()] + " " + text[mission.end() :]):
        return [Post(text[: mission.start()].strip(" ,"), *mission.span())]
    if country and not _is_owner(text, *country):
        held = [Post("" if country == (0, len(text)) else text, *country)]
        return [*held, Post(text, *mission.span())] if mission else held
    found: list[Post] = []
    begin = 0
    for start, stop, before in _bodies(text, names):
        acronym = _ACRONYM.search(text[start:stop])
        name_stop = start + acronym.start() if acronym else stop
        its = re.search(r"['’]s ", text[start:stop])  # head of the IOM’s Thailand office
        role = text[begin : stop if its else before].strip(" ,")
        if found and _ANOTHER.match(role) and not HAS_ROLE.search(role):
            break
        role = role or (found[-1].role if found else "")
        found.append(Post(role, start, name_stop, acronym["acronym"] if acronym else ""))
        step = _STEP.match(text, stop)
        begin = step.end() if step else stop
    if found and not any(_is_sure(text[post.start : post.stop], names) for post in found):
        known = _named_within(text[: found[0].start], names)
        found = known or found
    found = found or _ahead(text, names) or _named_within(text, names)
    found = found or _of_state(text, names) or (_initials(text) if bracketed else [])
    return found or ([] if bracketed else [Post(text.strip(" ,"))])


def _country(text: str, names: Names) -> tuple[int, int] | None:
    """The State that somebody represents: not the one where, or to which, he is sent."""
    sure = _OF_A_STATE.search(text)
    if not sure and not (_OF_ANYTHING.search(text) and not names.named(text, "Agency")):
        return None
    for found in names.named(text, "Country"):
        sent = not _MINISTER.match(text)
        abroad = sent and _ABROAD.search(text, max(found.start - 20, 0), found.start)
        if found.how != "adjective" and not abroad:
            return found.start, found.stop
    return None


def _is_owner(text: str, start: int, stop: int) -> bool:
    """Whether a State ends an office behind the name of a body: `Ministry of Labour, Portugal`."""
    before = text[:start].removesuffix(", ")
    words = before.rpartition(", ")[2]
    apart = len(before) < start and stop >= len(text.rstrip(" ."))
    return apart and _has_kind(words) and not HAS_ROLE.search(words)


def _bodies(text: str, names: Names) -> list[tuple[int, int, int]]:
    """Where the bodies of an office stand, each with where the words before it end."""
    pieces = _pieces(text, names)
    minister = bool(_MINISTER.match(text))
    found: list[tuple[int, int, int]] = []
    for index, piece in enumerate(pieces):
        words = text[piece.start : piece.stop]
        if _is_open(words):
            words = words[: words.rindex("(")].rstrip()
            piece = piece._replace(stop=piece.start + len(words))
        following = pieces[index + 1].link if index + 1 < len(pieces) else ""
        if piece.link == "joined" or not _is_proper(words):
            continue
        sure = _is_sure(words, names)
        if following.startswith(("at", "of", "with", "from")) and not sure:
            continue
        if sure or (index and not found and _may_be(piece, words, names, minister)):
            before = piece.before
            for start, stop in _joined(words, names):
                first = _behind_its_own_part(text, piece.start + start, piece.start + stop)
                found.append((first, piece.start + stop, before))
                before = piece.start + stop
    return found


def _joined(words: str, names: Names) -> list[tuple[int, int]]:
    """Where two bodies that `and` joins stand: of one body, the whole."""
    for joint in re.finditer(r" (?:and|&|et|y) (?:the )?", words):
        parts = words[: joint.start()], words[joint.end() :]
        if all(_is_sure(part, names) for part in parts) and not names.resolve(words):
            return [(0, joint.start()), (joint.end(), len(words))]
    return [(0, len(words))]


def _is_sure(words: str, names: Names) -> bool:
    """Whether words are a body's name by a table, an acronym or the word for its kind."""
    bare = _ACRONYM.sub("", words)
    if names.resolve(bare, "Instrument", "Country", "Objective"):
        return False
    known = names.resolve(bare, "Agency", "Organisation")
    return bool(known or _ACRONYM.search(words) or _has_kind(bare))


def _has_kind(words: str) -> bool:
    """Whether capitalised words have the word for a kind among them, and are more than that."""
    split = words.split()
    kinds = [word for word in split if is_kind_word(word)]
    return bool(kinds) and (len(split) > 1 or not lexicon().kind([key(split[0])]))


def is_kind_word(word: str) -> bool:
    """Whether a word as printed is one for a kind of body."""
    return kind_of_word(word) is not None


def is_unit(words: str) -> bool:
    """Whether words are those of a part of a body: Health Division."""
    return bool(_UNIT.search(words))


def _may_be(piece: _Piece, words: str, names: Names, minister: bool) -> bool:
    """Whether a proper name behind a role, of which no more is known, is that of a body.

    Not behind a minister's comma or of topics alone: there the list of what is theirs goes on.
    """
    if piece.link == "comma" and (minister or _is_topics(words)):
        return False
    if piece.link == "romance" or names.resolve(words, "Instrument", "Country"):
        return False
    if key(words.split()[-1]) in works().instruments:
        return False  # Coordinator for the Palm Declaration
    several = len(words.split()) >= _FEW and words.split()[-1] not in lexicon().towns
    return several or (words.isupper() and len(words) > _FEW) or piece.link.startswith("at")


def _is_topics(words: str) -> bool:
    """Whether words are an office’s topics alone: Secretary of Ports, *Trade and Migration*."""
    keys = [key(word) for word in words.split()]
    return len(keys) > 1 and all(each in lexicon().about or each in ANDS for each in keys)


def _named_within(text: str, names: Names) -> list[Post]:
    """A known body behind a plain preposition: Director General of IOM."""
    role = HAS_ROLE.search(text)
    for found in names.named(text, "Agency", "Organisation") if role else ():
        before = _TIED.search(text, max(found.start - _REACH, 0), found.start)
        if before and role and role.end() <= before.start():
            part = _OWN_PART.match(text, found.stop)
            stop = part.end() if part else found.stop
            its = text.startswith(("'s ", "’s "), found.stop)  # head of IOM’s Thailand office
            return [Post(text[: None if its else before.start()].strip(" ,"), found.start, stop)]
    return []


def _ahead(text: str, names: Names) -> list[Post]:
    """A known body right before the words of the office: IOM Chief of Mission in Ghana."""
    for found in names.named(text, "Agency", "Organisation"):
        part = _OWN_PART.match(text, found.stop)
        stop = part.end() if part and not HAS_ROLE.search(part[0]) else found.stop
        if found.start == 0 and _leads_to_role().match(text, stop) and not _OF_NONE.search(text):
            return [Post(text[stop:].strip(" ,"), 0, stop)]
    return []


def _of_state(text: str, names: Names) -> list[Post]:
    """An office that ends with the State whose it is: Director of Immigration of Kenya."""
    whole = text.rstrip(" .,")
    ends = list(_OF_THE.finditer(whole))
    if not ends or not HAS_ROLE.match(text) or _has_kind(text):
        return []
    start = ends[-1].end()
    state = names.resolve(whole[start:], "Country")
    return [Post(whole, start, len(whole))] if state else []


def _initials(text: str) -> list[Post]:
    """A body of which brackets print the acronym and no more: `Jane Doe (AFFORD-UK)`."""
    alone = re.fullmatch(r"[A-Z][A-Z&-]{2,11}", text)
    return [Post("", 0, len(text), text)] if alone and text not in lexicon().capitals else []


def _pieces(text: str, names: Names) -> list[_Piece]:
    closed = _long_names(text, names)
    found = _STEP.finditer(text)
    steps = [step for step in found if not any(a < step.start() < b for a, b in closed)]
    edges = [("", 0, 0)] + [(_link(step), step.start(), step.end()) for step in steps]
    ends = [step.start() for step in steps] + [len(text)]
    return _merged(text, [_Piece(*edge, end) for edge, end in zip(edges, ends, strict=True)])


def _long_names(text: str, names: Names) -> list[tuple[int, int]]:
    """Where names stand that hold a comma: known ones, and those that are of several topics."""
    if ", " not in text:
        return []
    closed = [(each.start, each.stop) for each in names.named(text, "Agency", "Organisation")]
    reading = Reading.of(text, names)
    for place, word in enumerate(reading.words):
        if word.capital and is_kind_word(word.text):
            stop = reading.words[name_end(reading, place)].end
            closed.append((word.start, stop))
    return [(start, stop) for start, stop in closed if ", " in text[start:stop]]


def _link(step: re.Match[str]) -> str:
    if step["comma"]:
        return "comma"
    if step["romance"]:
        return "romance"
    return "joined" if step["joined"] else step["link"].casefold()


def _merged(text: str, pieces: Sequence[_Piece]) -> list[_Piece]:
    """A name with a comma or a preposition in it is one piece.

    `Migration, Remittances and Development Program`, `Universidad de Buenos Aires`.
    """
    merged: list[_Piece] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if last and _goes_on(text, last, piece):
            merged[-1] = _Piece(last.link, last.before, last.start, piece.stop)
        else:
            merged.append(piece)
    return merged


def _goes_on(text: str, last: _Piece, piece: _Piece) -> bool:
    before, words = text[last.start : last.stop], text[piece.start : piece.stop]
    kind = any(map(is_kind_word, before.split()))
    if piece.link == "comma":
        opened = " the" in f" {last.link}" and not _has_kind(before) and not is_kind_word(before)
        return opened and _has_kind(words) and not HAS_ROLE.search(before)
    if piece.link in ("romance", "of the"):
        named = kind or (piece.link == "romance" and last.start == 0)
        return named and before[:1].isupper() and not HAS_ROLE.search(before)
    return False


def _is_open(words: str) -> bool:
    """Whether a bracket opens in some words and does not close."""
    return words.count("(") > words.count(")")


def _is_proper(words: str) -> bool:
    bare = _ACRONYM.sub("", words)
    bare = _OF_MEMBERS.sub("", bare) if is_kind_word(bare.partition(" ")[0]) else bare
    capital = re.match(rf"[“\"]?[{CAPITAL}]", bare)
    unnamed = HAS_ROLE.search(bare) or (_UNIT.search(bare) and not _ACRONYM.search(words))
    return bool(capital) and not unnamed and len(bare) > _FEW - 1


def _behind_its_own_part(text: str, start: int, stop: int) -> int:
    """`Mobile Money of Groupe Spéciale Mobile Association (GSMA)`: the body its acronym spells."""
    words = text[start:stop]
    acronym = _ACRONYM.search(words)
    if not acronym:
        return start
    for match in re.finditer(r"\bof (?:the )?", words[: acronym.start()]):
        name = words[match.end() : acronym.start()]
        if "".join(word[0] for word in name.split() if word[0].isupper()) == acronym["acronym"]:
            return start + match.end()
    return start
