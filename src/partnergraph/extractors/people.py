"""People with their offices: `Ms. Ana Ruiz, Director, Institute for Remittances (IR)`.

In goes running text, out come names, and of an office the role as printed and the bodies it is held
in. A representative of a State is affiliated with the Country; a body that no table knows must
print a proper name. What follows in lower case is no part of an office.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from partnergraph.extractors.draft import Draft, Mention
from partnergraph.ids import fold
from partnergraph.passage import Passage

CAPITAL = "A-ZÀ-ÖØ-ÞŠŽŞİŁŚ"
_HONORIFIC = (
    r"(?:(?:His|Her|Their) Excellenc(?:y|ies)|H\. ?E\.?|S\. ?E\.?|Mr|Ms|Mrs|Miss|Mme|Mlle|Dr|Drs"
    r"|Prof|Professor|Sr|Sra|Sir|Dame|Ambassador|Amb|Hon|Rev)\b\.?"
)
_NAME_WORD = rf"[{CAPITAL}][\w’'.-]*"
_PARTICLE = r"(?:de|del|della|da|dos|van|von|der|den|bin|ben|al|el|la|le|di|du|y)"
NAME = rf"{_NAME_WORD}(?: {_PARTICLE}\b| {_NAME_WORD}){{1,5}}"
_PERSON = re.compile(rf"(?:{_HONORIFIC} ?)+(?P<name>{NAME})(?<!\.)")
_ALONE = re.compile(NAME)
_NEXT = re.compile(
    rf" (?:and|et|y) (?:{_HONORIFIC} ?)+{_NAME_WORD}|[;•▪]|(?<!\b[{CAPITAL}])\.(?: |$)"
)
_ROLE = (
    r"(?:president|vice-president|chair\w*|co-chair\w*|secretary\w*|minister|vice-minister|ambassador"
    r"|representative|director\w*|manager|officer|professor|lecturer|reader|fellow|researcher|head"
    r"|chief|founder|co-founder|adviser|advisor|expert|specialist|coordinator|co-ordinator|commissioner"
    r"|consul|chargé|attaché|delegate|observer|counsellor|economist|analyst|rapporteur|member|partner"
    r"|lead|leader|dean|rector|governor|mayor|senator|judge|editor|journalist|consultant|scientist)s?"
)
HAS_ROLE = re.compile(rf"\b{_ROLE}\b", re.IGNORECASE)
_OF_A_STATE = re.compile(
    r"\b(?:representative|ambassador|minister|ministry|mission|embassy|consul\w*|chargé|government"
    r"|attaché|president of the|prime minister|state secretary)\b",
    re.IGNORECASE,
)
_STEP = re.compile(
    rf"(?P<comma>, )|(?P<joined> (?:and|&|et|y) (?:the )?(?={_ROLE}\b|[{CAPITAL}][\w-]* {_ROLE}\b))"
    rf"| (?P<link>(?:of|for) the|at(?: the)?|with(?: the)?|from(?: the)?) (?=[“\"]?[{CAPITAL}])",
    re.IGNORECASE,
)
_MISSION = re.compile(
    r"(?:Permanent |Observer |Diplomatic )?(?:Mission|Embassy|Consulate)"
    rf" of (?:the )?[{CAPITAL}]\w+(?: (?:of |and |the )*[{CAPITAL}]\w+)*"
    rf"(?: to (?:the )?[{CAPITAL}]\w+(?: [{CAPITAL}]\w+)*)?"
)
_LOWER = re.compile(r", (?=[a-zß-ÿ\d])")
_UNIT = re.compile(r"\b(?:section|division|department|unit|branch|desk|directorate|team)\b", re.I)
_ACRONYM = re.compile(r" ?\((?P<acronym>[A-Z][\w&/-]{1,14})\)$")
_KINDS = {
    "university": r"university|universidad|université|graduate school|college",
    "bank": r"bank|banque|banco",
    "foundation": r"foundation|stiftung|fondation|fundación",
    "programme": r"programme|program",
    "network": r"network|réseau|red",
    "forum": r"forum|foro",
}
_TYPED = re.compile(
    rf"\b(?:{'|'.join(_KINDS.values())}|institut\w*|agency|association|council|commission|centre|center"
    r"|initiative|platform|alliance|union|committee|federation|organi[sz]ation|office)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person named in a passage: the name's words, those of the office, and both together."""

    name: Passage
    office: Passage
    whole: Passage


@dataclass(frozen=True, slots=True)
class Post:
    """A role, as printed, and the words of the body or State it is held in (none if unnamed)."""

    role: str
    body: Passage | None
    acronym: str = ""


def sightings(passage: Passage) -> Iterator[Sighting]:
    """Every person a passage names behind a form of address, with the office that follows."""
    text = passage.text
    for match in _PERSON.finditer(text):
        start = stop = match.end("name")
        if text[start : start + 2] == ", ":
            start += 2
            following = _NEXT.search(text, start)
            stop = following.start() if following else len(text)
        office = passage[start : max(start, _cut(text, start, stop))]
        yield Sighting(
            passage.cut(match, "name"), office, passage[match.start() : max(stop, start)]
        )


def _cut(text: str, start: int, stop: int) -> int:
    lower = _LOWER.search(text, start, stop)
    return lower.start() if lower else stop


def posts(office: Passage, draft: Draft) -> list[Post]:
    """What an office says: roles, each with the body it is held in where that has a name."""
    text = office.text
    country = _country(office, draft)
    if country:
        mission = _MISSION.search(text)
        held = [Post(text, country)]
        return [*held, Post(text, office.cut(mission))] if mission else held
    if text and draft.names.resolve(text, "Agency", "Organisation"):
        return [Post("", office)]
    found: list[Post] = []
    begin = 0
    for start, stop, before in _bodies(text):
        words = office[start:stop]
        acronym = _ACRONYM.search(words.text)
        name = words[: acronym.start()] if acronym else words
        role = text[begin:before].strip(" ,")
        role = role or (found[-1].role if found else "")
        found.append(Post(role, name, acronym["acronym"] if acronym else ""))
        step = _STEP.match(text, stop)
        begin = step.end() if step else stop
    return found or ([Post(text, None)] if text else [])


def _country(office: Passage, draft: Draft) -> Passage | None:
    found = [f for f in draft.names.find(office, "Country") if f.how != "adjective"]
    if found and _OF_A_STATE.search(office.text):
        return found[-1].words
    return None


def _bodies(text: str) -> list[tuple[int, int, int]]:
    """Where the bodies of an office stand, each with where the words before it end."""
    pieces = _pieces(text)
    found: list[tuple[int, int, int]] = []
    for index, (link, before, start, stop) in enumerate(pieces):
        if index == 0 or link == "joined" or not _is_proper(text[start:stop]):
            continue
        following = pieces[index + 1][0] if index + 1 < len(pieces) else ""
        if following.startswith(("at", "of", "with", "from")) and not _TYPED.search(
            text[start:stop]
        ):
            continue
        start = _behind_its_own_part(text, start, stop)
        found.append((start, stop, before))
    return found


def _pieces(text: str) -> list[tuple[str, int, int, int]]:
    steps = list(_STEP.finditer(text))
    edges = [("", 0, 0)] + [(_link(step), step.start(), step.end()) for step in steps]
    ends = [step.start() for step in steps] + [len(text)]
    pieces = [
        (link, before, start, end) for (link, before, start), end in zip(edges, ends, strict=True)
    ]
    return _merged(text, pieces)


def _link(step: re.Match[str]) -> str:
    if step["comma"]:
        return "comma"
    return "joined" if step["joined"] else step["link"].casefold()


def _merged(text: str, pieces: list[tuple[str, int, int, int]]) -> list[tuple[str, int, int, int]]:
    """A name with a comma in it (`Migration, Remittances and Development Program`) is one piece."""
    merged: list[tuple[str, int, int, int]] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if (
            last
            and piece[0] == "comma"
            and " the" in f" {last[0]}"
            and not _TYPED.search(text[last[2] : last[3]])
            and _TYPED.search(text[piece[2] : piece[3]])
        ):
            merged[-1] = (last[0], last[1], last[2], piece[3])
        else:
            merged.append(piece)
    return merged


def _is_proper(words: str) -> bool:
    bare = _ACRONYM.sub("", words)
    capital = re.match(rf"[“\"]?[{CAPITAL}]", bare)
    unnamed = HAS_ROLE.search(bare) or _UNIT.search(bare)
    return bool(capital) and not unnamed and len(bare) > 2


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


def record(draft: Draft, sighting: Sighting) -> Mention:
    """Make the person of a sighting, with roles and affiliations; give the mention of it here."""
    held = posts(sighting.office, draft)
    bodies = [_body(draft, post) for post in held]
    first = next((body for body in bodies if body), None)
    person = draft.person(sighting.name, first, usual_name(draft, sighting.name))
    for post, body in zip(held, bodies, strict=True):
        if post.role and not draft.has(person, "role"):
            draft.property(person, role=post.role)
        if body:
            affiliate(draft, person, body, sighting.whole, post.role)
    return person


def affiliate(draft: Draft, person: Mention, body: Mention, words: Passage, role: str) -> None:
    """Link a person to a body, with the role where one is printed, in the words printed first."""
    role = draft.roles.setdefault((person.id, body.id), role)
    if role:
        draft.link("AFFILIATED_WITH", person, body, within=words, role=role)
    else:
        draft.link("AFFILIATED_WITH", person, body, within=words)


def usual_name(draft: Draft, name: Passage) -> str:
    """The spelling a document prints most often; of equally common ones that with more accents."""
    if not draft.spellings:
        _count_spellings(draft)
    forms: Mapping[str, int] = draft.spellings.get(fold(name.text), {})
    return max(forms, key=lambda form: (forms[form], _accents(form), form), default=name.text)


def _accents(form: str) -> int:
    return sum(ord(letter) > 127 for letter in form)


def _count_spellings(draft: Draft) -> None:
    text = draft.text
    behind_address = (match["name"] for match in _PERSON.finditer(text.whole.text))
    alone = (words for line in text.lines if _ALONE.fullmatch(words := " ".join(line.text.split())))
    for name in (*behind_address, *alone):
        draft.spellings.setdefault(fold(name), Counter())[name] += 1


def _body(draft: Draft, post: Post) -> Mention | None:
    if post.body is None:
        return None
    entity = draft.names.resolve(post.body.text, "Country", "Agency", "Organisation")
    if entity:
        return draft.shared(entity, post.body)
    body = draft.stated("Organisation", post.body)
    if post.acronym:
        draft.property(body, acronym=post.acronym)
    if kind := kind_of(post.body.text):
        draft.property(body, kind=kind)
    return body
