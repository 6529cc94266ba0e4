"""Who did it: the bodies and countries that a sentence lists from a given word on.

`Bangladesh and other partners`, `the Spanish and Moroccan governments`, `the Mauritian Government
and the EC`, `Governments of Ghana and Togo`, `the Asian Migrant Centre (AMC), in cooperation with
UNDP`. An adjective is its country only with a government; a class (`other partners`) is nobody; a
name that no table knows is an Organisation if it looks like a body's, else it is unclear.
"""

import re
from dataclasses import dataclass, field, replace

from partnergraph.document.words import Passage
from partnergraph.mentions.kinds import kind_of_word
from partnergraph.mentions.shapes import WORD
from partnergraph.names import Entity, Names

LABELS = ("Country", "Agency", "Organisation", "RCP")
_GOVERNMENT = r"(?:federal |national )?(?:governments?|authorities|presidency)\b"
_THE = re.compile(r"(?:both )?(?:the |l[’']|las? |les? |los |el |du |des )?", re.I)
_GOVERNMENT_OF = re.compile(
    rf"(?:the )?{_GOVERNMENT}(?: teams?)? of (?:the )?"
    r"|(?:l[ae]s? |el |los )?g(?:ouvernements?|obiernos?)"
    r" (?:de la |de l[’']|du |des |del |de |d[’'])",
    re.I,
)
_GOVERNMENT_BEHIND = re.compile(rf"(?:[’']s?)? {_GOVERNMENT}", re.I)
_SHORT_STATE = re.compile(rf"([A-Z][A-Z.]{{1,5}})(?:[’']s?)? (?i:{_GOVERNMENT})")
_OTHER_ADJECTIVE = re.compile(r"(?:, | and |, and )(?:the )?")
_ACRONYM = re.compile(r" \(([A-Z][\w&/-]{1,14})\)")
_ASIDE = re.compile(r" \((?:[A-Z][\w&/-]{1,14}|(?:co-)?(?:lead|chair))\)")
_BARE_ACRONYM = re.compile(r"(?:the )?([A-Z][A-Z&-]{1,9}[A-Z])(?![\w’'-])")
_CLASS = re.compile(
    r"(?:(?:a number of|other|others|their|its|all|the|some|several|various|many|respective|"
    r"national|member|interested|local|partner|participating|international|regional|intergovernmental|"
    r"concerned|relevant|key|migrant|diaspora|developing|civil society|non-governmental|private|"
    r"social|RCPs?|UN|EU|UK|US|GFMD) )*(?:partners|governments|countries|states|agencies|"
    r"organi[sz]ations|donors|stakeholders|experts|institutions|others|authorities|members|actors|"
    r"NGOs|RCPs|secretariats(?: of the RCPs)?|civil society|"
    r"(?:Member|Partner) (?:States|Governments))(?![\w’'-])"
)
_JOINT = re.compile(
    r"(?:,? (?:and|&|et|y|e)(?: also)?(?: by| par| por)? |/|,? as well as(?: by)? |,? along with "
    r"|,? ainsi que(?: par)? |,? así como(?: por)? |,? en (?:colla|cola)boraci?[oó]n (?:avec|con) "
    r"|,? en co[oó]p[eé]raci[oó]n (?:avec|con) "
    r"|,? (?:together|jointly) with |,? in (?:close )?(?:co-?operation|collaboration|partnership|"
    r"association|conjunction|coordination) with | with (?=[A-Zt]))|, "
)
SUPPORT = re.compile(
    r",?(?: and)? with (?:the )?(?P<money>financial |funding )?(?:generous |technical |kind )*"
    r"(?:support|assistance|help|contribution|(?P<funds>funding|funds|financing))"
    r"s? (?:of|from|by) "
)
_LISTS = re.compile(r", |,? (?:and|&|et|y) ")
_BOUNDARY = re.compile(
    r"$|[.,;:)\]”\"]| ?[–—] ?| \(|/| (?:and|&|as|along|together|jointly|with|in|on|at|for|to|"
    r"during|within|under|after|before|from|since|through|will|would|is|are|was|were|has|have|had|which|"
    r"à|au|aux|dans|en|sur|pour|lors|qui|ainsi|sera|seront|sont|est|ont|a|avec|con|del|para|que|será|"
    r"serán|fue|fueron|\w+(?:ó|aron|ieron)|así|ha|han|e|that|who|this|last|held|between|by|following|also|et|y|aimed|about|into|regarding|did|"
    r"(?:co-)?\w+ed|led|found|shows?|gave|aims?|provides?|supports|goes|focuses|offers|"
    r"seeks|brings|helps|identifies|highlights|suggests|presents|describes|discusses|reviews|"
    r"includes|addresses|explores|considers|calls|examines?|looks|covers|concludes?)\b"
)
_FINITE = re.compile(
    r" (?:will|would|shall|is|are|was|were|has|have|had|did|also|then|organi[sz]ed|hosted|led|held|"
    r"prepared|conducted|undertook|convened|funded|drafted|published|produced|co-\w+ed)\b"
)
_CAPITAL = re.compile(WORD)
_INNER = re.compile(
    rf"(?: (?P<of>of|for|on|against|de|du|des|para)(?: the)?|(?P<and> (?:and|&) )|) ?(?<= ){WORD}"
)
_RUN = re.compile(rf"{WORD}(?: {WORD})*")
_BEQUEST = re.compile(r" (?:Foundation|Fund|Trust|Institute|Prize)$")
_ROLE = re.compile(
    r"\b(?:Secretary|President|Minister|Ministers|Chair\w*|Co-Chair\w*|Ambassador|Rapporteur\w*|"
    r"Coordinator\w*|Representative\w*|Director\w*|Commissioner|Mayor\w*|Governor\w*|Moderator\w*|"
    r"Parliamentarians|Mr|Ms|Mrs|Dr|Prof\w*|Sir|Roundtable\w*|RTs?|Session\w*|Governments?|States|"
    r"Partners|Members?|Countries|Civil|Delegation|based|King|Queen|Prince|Princess|Professors?)\b"
)


@dataclass(frozen=True, slots=True)
class Actor:
    """A body or country and the characters of the sentence that name it.

    `entity` is None where no table knows it. `role` is `did`, `supports` or `funds`.
    """

    start: int
    stop: int
    entity: Entity | None
    acronym: str = ""
    kind: str = ""
    role: str = "did"


@dataclass(slots=True)
class Actors:
    """A list of actors, where it ends, and what of it names nobody that is known."""

    found: list[Actor] = field(default_factory=list)
    stop: int = 0
    classes: bool = False
    unclear: str = ""


class Cast:
    """The names in one sentence, to read lists of actors from."""

    def __init__(self, sentence: Passage, names: Names) -> None:
        self.text = sentence.text
        self.names = names
        self._known: dict[int, tuple[Entity, int, str]] = {
            item.start: (item.entity, item.stop, item.how) for item in names.find(sentence, *LABELS)
        }

    def actors(self, place: int, finite: bool = False) -> Actors:
        """The list of actors that begins at `place`; `finite` where a whole clause precedes it."""
        read = Actors(stop=place)
        joints: list[re.Match[str]] = []
        while True:
            start = joints[-1].end() if joints else place
            group, stop = self._group(start)
            if group and joints and self._begins_a_clause(stop, joints[-1], finite):
                group, stop = [], 0
            elif not group:
                stop = _end(_CLASS, self.text, start)
            if not stop:
                joints = joints[:-1]
                break
            read.classes = read.classes or not group
            read.found += [_with_role(actor, joints) for actor in group]
            read.stop = _end(_ASIDE, self.text, stop) or stop
            joint = SUPPORT.match(self.text, read.stop) or _JOINT.match(self.text, read.stop)
            if not joint:
                break
            joints.append(joint)
        if joints and all(joint[0] == ", " for joint in joints) and read.found:
            read.stop = read.found[0].stop
            del read.found[1:]
        if not read.found and not read.classes:
            read.unclear = " ".join(self.text[place:].split()[:5]).strip(".,;:")
        return read

    def _begins_a_clause(self, stop: int, joint: re.Match[str], finite: bool) -> bool:
        """Whether what follows a conjunction is the subject of a new clause."""
        return bool(_FINITE.match(self.text, stop)) and (finite or joint[0].startswith(","))

    def _group(self, place: int) -> tuple[list[Actor], int]:
        """The actors one place names, and its end: several only of adjectives of one government."""
        start = _end(_GOVERNMENT_OF, self.text, place)
        if not start:
            start = place if place in self._known else _end(_THE, self.text, place) or place
        known = self._known.get(start)
        if known and known[2] == "adjective":
            return self._adjectives(start) or self._unknown(place, start)
        if known:
            stop = _end(_GOVERNMENT_BEHIND, self.text, known[1]) or known[1]
            if self._bounded(stop):
                acronym = _ACRONYM.match(self.text, stop)
                return [Actor(start, stop, known[0], acronym[1] if acronym else "")], stop
        return self._abbreviated(start) or self._unknown(place, start)

    def _abbreviated(self, start: int) -> tuple[list[Actor], int] | None:
        """The State of a short form that means it only with its government: the US Government."""
        found = _SHORT_STATE.match(self.text, start)
        state = self.names.resolve(found[1], "Country") if found else None
        if not found or not state or not self._bounded(found.end()):
            return None
        return [Actor(start, found.end(), state)], found.end()

    def _adjectives(self, start: int) -> tuple[list[Actor], int] | None:
        """The countries whose government or governments adjectives speak of."""
        group: list[Actor] = []
        while (known := self._known.get(start)) and known[2] == "adjective":
            group.append(Actor(start, known[1], known[0]))
            behind = _end(_GOVERNMENT_BEHIND, self.text, known[1])
            if behind and self._bounded(behind):
                return group if len(group) > 1 else [Actor(start, behind, known[0])], behind
            start = _end(_OTHER_ADJECTIVE, self.text, known[1]) or len(self.text)
        return None

    def _unknown(self, place: int, start: int) -> tuple[list[Actor], int]:
        """An Organisation no table knows, if what stands here looks like the name of one."""
        bare = _BARE_ACRONYM.match(self.text, place)
        if bare and self._bounded(bare.end()) and bare.start(1) not in self._known:
            return [Actor(bare.start(1), bare.end(), None, bare[1])], bare.end()
        stop = self._name_end(start)
        name = self.text[start:stop]
        if not name or _ROLE.search(name) or not self._bounded(stop):
            return [], 0
        acronym = _ACRONYM.match(self.text, stop)
        if not (_is_body(name) or acronym or (start > place and " " in name)):
            return [], 0
        known_as = acronym[1] if acronym else ""
        return [Actor(start, stop, None, known_as, _body_kind(name))], stop

    def _name_end(self, start: int) -> int:
        """The end of the capitalised name that begins at `start`; `start` where there is none."""
        stop = _end(_CAPITAL, self.text, start)
        opened = False
        while stop:
            inner = _INNER.match(self.text, stop)
            if not inner:
                return stop
            if inner["and"] and not self._goes_on(start, inner, opened):
                return stop
            opened = opened or bool(inner["of"])
            stop = inner.end()
        return start

    def _goes_on(self, start: int, joint: re.Match[str], opened: bool) -> bool:
        """Whether `and` stands within a name: the Bill and Melinda Gates Foundation."""
        if joint.end("and") in self._known:
            return False
        rest = _RUN.match(self.text, joint.end("and"))
        if rest and _BEQUEST.search(rest[0]) and start not in self._known:
            return self.text[max(start - 4, 0) : start].casefold() == "the "
        return opened and not (rest and _is_body(rest[0]))

    def _bounded(self, stop: int) -> bool:
        return bool(_BOUNDARY.match(self.text, stop))


def _is_body(name: str) -> bool:
    return any(map(kind_of_word, name.split()))


def _body_kind(name: str) -> str:
    head = re.split(r" (?:of|for|on) ", name)[0].split()
    known = kind_of_word(head[-1])
    return known.kind if known else ""


def _end(pattern: re.Pattern[str], text: str, place: int) -> int:
    found = pattern.match(text, place)
    return found.end() if found else 0


def _with_role(actor: Actor, joints: list[re.Match[str]]) -> Actor:
    """An actor behind these joints: what only lists it goes on with the role of the one before."""
    leading = next((joint for joint in reversed(joints) if not _LISTS.fullmatch(joint[0])), None)
    how = leading.groupdict() if leading else {}
    if "money" not in how:
        return actor
    role = "funds" if how["money"] or how["funds"] else "supports"
    return replace(actor, role=role)
