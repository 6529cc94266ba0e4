"""What an office says: a role as printed, and the body or State it is held in.

In goes the text behind a person's name (`Director, Institute for Remittances (IR)`), out come
posts. A representative of a State holds a post of the Country; a body that no table knows must look
like one: by its kind (`Institute`), its acronym, or as the proper name that follows a role. A town,
an instrument or a unit is no body.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from partnergraph.extractors.bodies import TYPES
from partnergraph.extractors.proper import CAPITAL, listed
from partnergraph.names import Names
from partnergraph.passage import Passage

_ROLE = (
    r"(?:president|vice-president|chair\w*|co-chair\w*|secretary\w*|minister|vice-minister|ambassador"
    r"|representative|director\w*|manager|officer|professor|lecturer|reader|fellow|researcher|head"
    r"|chief|founder|co-founder|adviser|advisor|expert|specialist|coordinator|co-ordinator|envoy"
    r"|commissioner|consul|chargé|attaché|delegate|observer|counsellor|economist|analyst|rapporteur"
    r"|member|partner|lead|leader|dean|rector|governor|mayor|senator|judge|editor|journalist|consultant"
    r"|scientist|administrator|commander|lawyer|activist|youth|trustee|moderator|deputy"
    r"|président\w*|ministre|ambassad(?:eur|rice)|représentante?|direct(?:eur|rice)|chef\w*"
    r"|professeure?|conseill(?:er|ère)|coordonnat(?:eur|rice)|responsable|cherch(?:eur|euse)|maire"
    r"|secrétaire|fondat(?:eur|rice)|députée?|commissaire|rapporteuse"
    r"|ministr[oa]|embajador\w*|president[ea]|representante|secretari[oa]|jef[ea]|profesora?"
    r"|coordinador\w*|investigador\w*|asesora?|alcald(?:e|esa)|diputad[oa]|fundador\w*|gerente)s?"
)
HAS_ROLE = re.compile(rf"\b{_ROLE}\b", re.IGNORECASE)
_OF_A_STATE = re.compile(
    r"\b(?:permanent representative|permanent observer|représentante? permanente?"
    r"|representante permanente|ambassador|ambassad(?:eur|rice)|embajador\w*|minist(?:er|re|r[oa])"
    r"|ministry|ministère|ministerio|mission|embassy|embajada|ambassade|consul\w*|chargée?|government"
    r"|gouvernement|gobierno|attaché|president of the|prime minister|state secretary|parliament"
    r"|head of (?:state|delegation)|delegation|focal point|department of (?:foreign|labou?r|state"
    r"|home|justice|immigration))\b",
    re.IGNORECASE,
)
_OF_ANYTHING = re.compile(r"\brepresentative\b", re.IGNORECASE)
_ABROAD = re.compile(
    r"\b(?:to|in|at|before|auprès d[eu]|ante|en|au|aux)(?: the| la| le| el)? $", re.I
)
_ENGLISH = r"(?:of|for) the|at(?: the)?|with(?: the)?|from(?: the)?"
_ROMANCE = r"de la|de l[’']|du|des|del|de los|de las|de|au|à la|à l[’']|à|en la|en el"
_STEP = re.compile(
    rf"(?P<comma>, )|(?P<joined> (?:and|&|et|y) (?:the )?(?={_ROLE}\b|[{CAPITAL}][\w-]* {_ROLE}\b))"
    rf"| (?P<link>{_ENGLISH}) (?=[“\"]?[{CAPITAL}])"
    rf"| (?P<romance>{_ROMANCE})(?:(?<=[’'])| )(?=[{CAPITAL}])",
    re.IGNORECASE,
)
_MISSION = re.compile(
    r"(?:Permanent |Observer |Diplomatic )?(?:Mission|Embassy|Consulate)"
    rf" of (?:the )?[{CAPITAL}]\w+(?: (?:of |and |the )*[{CAPITAL}]\w+)*"
    rf"(?: to (?:the )?[{CAPITAL}]\w+(?: [{CAPITAL}]\w+)*)?"
)
_UNIT = re.compile(
    r"\b(?:section|division|department|unit|branch|desk|directorate|team|bureau|département)\b",
    re.I,
)
_ACRONYM = re.compile(r" ?\((?P<acronym>[A-Z][\w&/-]{1,14})\)$")
_KINDS = {
    "university": r"university|universidad|universidade|université|graduate school|college",
    "bank": r"bank|banque|banco",
    "foundation": r"foundation|stiftung|fondation|fundación",
    "programme": r"programme|program",
    "network": r"network|réseau|red",
    "forum": r"forum|foro",
}
_BODY_WORDS = listed(
    "Academy Académie Academia Agence Alianza Bureau Caritas Chamber College Company Congress"
    " Corporation Ministry Ministère Ministerio Office Parliament Secretariat Secretaría Senate"
    " Service Services Society Watch Inc. Inc Ltd Ltd. LLC GmbH Universidade Instituto Colegio"
    " Organisation Laboratory Group Institution Fédération Syndicat Sindicato Congresso Mission"
    " International Internationalis Global Fund School"
)
_TOWNS = listed("York City Kong Ababa Aires Hague Angeles Delhi Town Dhabi Lumpur Paulo Salvador")
_NO_BODY = listed("TBC TBD MBE OBE CBE MEP VTC CEO NGO CSO NGOS USA RSVP PHD ESQ COVID")
_FEW = 2


@dataclass(frozen=True, slots=True)
class Post:
    """A role, as printed, and the words of the body or State it is held in (none if unnamed)."""

    role: str
    body: Passage | None
    acronym: str = ""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of an office: how it is tied to what stands before, where that ends, and its span."""

    link: str
    before: int
    start: int
    stop: int


def posts(office: Passage, names: Names, beside: Passage | None = None) -> list[Post]:
    """What an office says; `beside` is what stands in brackets behind the person's name.

    >>> from partnergraph.names import names
    >>> from partnergraph.passage import Text
    >>> office = Text.of("Chief of Section, UNESCO").passage(0)
    >>> [(post.role, post.body.text) for post in posts(office, names()) if post.body]
    [('Chief of Section', 'UNESCO')]
    """
    held = _held(office, names)
    if beside is not None and not any(post.body for post in held):
        role = held[0].role if held else ""
        inner = _held(beside, names, bracketed=True)
        if any(post.body for post in inner):
            return [Post(post.role or role, post.body, post.acronym) for post in inner]
    return held


def _held(office: Passage, names: Names, bracketed: bool = False) -> list[Post]:
    text = office.text
    if not text:
        return []
    country = _country(office, names) or (_is_country(office, names) if bracketed else None)
    if country:
        mission = _MISSION.search(text)
        role = "" if country.text == text else text
        held = [Post(role, country)]
        return [*held, Post(text, office.cut(mission))] if mission else held
    found: list[Post] = []
    begin = 0
    for start, stop, before in _bodies(text, names):
        words = office[start:stop]
        acronym = _ACRONYM.search(words.text)
        name = words[: acronym.start()] if acronym else words
        role = text[begin:before].strip(" ,")
        role = role or (found[-1].role if found else "")
        found.append(Post(role, name, acronym["acronym"] if acronym else ""))
        step = _STEP.match(text, stop)
        begin = step.end() if step else stop
    found = found or _named_within(office, names) or (_initials(office) if bracketed else [])
    return found or ([] if bracketed else [Post(text.strip(" ,"), None)])


def _country(office: Passage, names: Names) -> Passage | None:
    """The State that somebody represents: not the one where, or to which, he is sent."""
    text = office.text
    sure = _OF_A_STATE.search(text)
    if not sure and not (_OF_ANYTHING.search(text) and not names.find(office, "Agency")):
        return None
    place = 0
    for found in names.find(office, "Country"):
        place = text.find(found.words.text, place)
        if found.how != "adjective" and not _ABROAD.search(text, max(place - 20, 0), place):
            return found.words
        place += len(found.words.text)
    return None


def _is_country(words: Passage, names: Names) -> Passage | None:
    return words if names.resolve(words.text, "Country") else None


def _bodies(text: str, names: Names) -> list[tuple[int, int, int]]:
    """Where the bodies of an office stand, each with where the words before it end."""
    pieces = _pieces(text)
    found: list[tuple[int, int, int]] = []
    for index, piece in enumerate(pieces):
        words = text[piece.start : piece.stop]
        following = pieces[index + 1].link if index + 1 < len(pieces) else ""
        if piece.link == "joined" or not _is_proper(words):
            continue
        sure = _is_sure(words, names)
        if following.startswith(("at", "of", "with", "from")) and not sure:
            continue
        if sure or (index and not found and _may_be(piece, words, names)):
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
    kinds = [word for word in words.split() if word in TYPES or word in _BODY_WORDS]
    return bool(kinds) and (len(words.split()) > 1 or kinds[0] not in TYPES)


def _may_be(piece: _Piece, words: str, names: Names) -> bool:
    """Whether a proper name behind a role, of which no more is known, is that of a body."""
    if piece.link == "romance" or names.resolve(words, "Instrument", "Country"):
        return False
    several = len(words.split()) >= _FEW and words.split()[-1] not in _TOWNS
    return several or (words.isupper() and len(words) > _FEW) or piece.link.startswith("at")


def _named_within(office: Passage, names: Names) -> list[Post]:
    """A known body behind a plain preposition: Director General of IOM."""
    text, place = office.text, 0
    for found in names.find(office, "Agency", "Organisation"):
        place = text.find(found.words.text, place)
        before = re.search(r" (?:of|for|at|from|with|de|du)(?: the)? $", text[:place])
        if before and HAS_ROLE.search(text[: before.start()]):
            return [Post(text[: before.start()].strip(" ,"), found.words)]
        place += len(found.words.text)
    return []


def _initials(words: Passage) -> list[Post]:
    """A body of which brackets print the acronym and no more: `Jane Doe (AFFORD-UK)`."""
    alone = re.fullmatch(r"[A-Z][A-Z&-]{2,11}", words.text)
    return [Post("", words, words.text)] if alone and words.text not in _NO_BODY else []


def _pieces(text: str) -> list[_Piece]:
    steps = list(_STEP.finditer(text))
    edges = [("", 0, 0)] + [(_link(step), step.start(), step.end()) for step in steps]
    ends = [step.start() for step in steps] + [len(text)]
    return _merged(text, [_Piece(*edge, end) for edge, end in zip(edges, ends, strict=True)])


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
    kind = any(word in TYPES or word in _BODY_WORDS for word in before.split())
    if piece.link == "comma":
        opened = " the" in f" {last.link}" and not _has_kind(before)
        return opened and _has_kind(words) and not HAS_ROLE.search(before)
    if piece.link in ("romance", "of the"):
        named = kind or (piece.link == "romance" and last.start == 0)
        return named and before[:1].isupper() and not HAS_ROLE.search(before)
    return False


def _is_proper(words: str) -> bool:
    bare = _ACRONYM.sub("", words)
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


def kind_of(name: str) -> str:
    """What a body's own name says it is; empty where it does not say.

    >>> kind_of("Stanford University"), kind_of("Alianza Americas")
    ('university', '')
    """
    for kind, words in _KINDS.items():
        if re.search(rf"\b(?:{words})\b", name, re.IGNORECASE):
            return kind
    return ""
