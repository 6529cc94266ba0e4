"""What a session does with earlier work, as one sentence of its description says it.

In goes a sentence, out come its uses: the session it speaks of, by which verb, and over which of
its characters the object runs. `It will build on …`, `and draw in part on …`, `Building on …, this
session will …`. What it only could do, or what others do in it, is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

_CODE = r"\d{1,2}(?:\.\d{1,2})?(?![\d.]*\d)"
_CLAUSE = r"(?:^|(?<=[,;] )|(?<=\band )|(?<=\bthat ))"
SUBJECT = re.compile(
    rf"{_CLAUSE}(?:[Tt]h(?:is|e) (?:[Rr]ound[ -]?[Tt]able|RT|[Ss]ession|[Dd]iscussions?|[Pp]anel)"
    rf"(?: {_CODE})?|(?:[Cc]ette|[Ll]a|[Ee]sta) (?:[Tt]able ronde|[Ss]éance|[Mm]esa redonda"
    rf"|[Ss]esión)(?: {_CODE})?|(?:Session|Round[ -]?[Tt]able|RT) ?{_CODE}"
    r"|(?<![,;d] )(?<!that )It)(?= )"
)
_HALFWAY = r"(?:(?:in part|partly|also|heavily|largely|directly|further|extensively) )?"
_BUILD = (
    rf"(?:build|builds|building) {_HALFWAY}(?:up)?on\b|(?:continue|continues|continuing)\b|"
    rf"(?:follow|follows|following) (?:up )?on\b|(?:take|carry|carries)s? forward\b|"
    rf"takes? up\b|(?:expand|elaborate)(?:s)? (?:up)?on\b|"
    rf"(?:draw|draws|drawing) {_HALFWAY}(?:up)?on\b|be based on\b|"
    r"s[’']appuie(?:ra)? sur\b|se (?:base|fonde)(?:ra)? sur\b|(?:fait|fera) fond sur\b|"
    r"tirera parti d[eu]s?\b|(?:poursuivra|prolongera|continuará|aprovechará)\b|"
    r"se (?:basará?|apoyará?|fundamentará) en\b"
)
_USE = (
    r"(?:bring|brings) (?:in)?to the (?:debate|table|discussions?)\b|benefit(?:s)? from\b|"
    r"be informed by\b|(?:make|makes) use of\b|(?:take|takes) into account\b|use(?:s)?\b"
)
_VIEW = (
    r"(?:consider|discuss|review|examine|present|share|showcase|feature|hear|assess)(?:s|es)?\b|"
    r"(?:report|look|touch)s? (?:on|at|back on)\b|(?:take|takes) stock of\b"
)
_COMPLEMENT = (
    r"complement(?:s|ing)?\b|be complementary to\b|compl[éè]te(?:ra)?\b|complementa(?:rá)?\b"
)
_VERB = re.compile(
    rf"(?<![\w-])(?:(?P<build>{_BUILD})|(?P<use>{_USE})|(?P<complement>{_COMPLEMENT})|"
    rf"(?P<view>{_VIEW}))",
    re.I,
)
_CHAIN = re.compile(
    r"(?: (?:will|would|shall|is|aims?|seeks?|intends?|expected|intended|designed|planned|meant|to|"
    r"also|further|thus|then|therefore|however|in turn))* "
)
_ALSO = r"(?: (?:will|would|shall|also|then|further|to))* $"
_SET_OFF = re.compile(rf" .*,(?: and)?{_ALSO}")
_JOINED = re.compile(rf" (?:[\w’.-]+ ){{1,8}}and{_ALSO}")
_ELSE = re.compile(
    r"\b(?:not|never|could|might|may|should|must|cannot|can|that|which|who|how|whether|where|why|"
    r"when|if|because|while)\b"
)
_OTHERS = re.compile(
    r"\b(?:governments|countries|states|partners|migrants|agencies|they|as|ways|efforts)\b"
)
_LEAD_IN = re.compile(r"[\w ’“”()-]{1,120}, ")
_STOP = re.compile(
    r"[;?]|\b(?:complements?|which|while|whereas|unlike|rather than|instead of|but|beyond|"
    r"as opposed to|without|different from|not)\b"
)
_PRESENTED = re.compile(
    r"\b(?:will|would|shall|are to|is to) (?:also )?be (?:presented|reported(?: on)?|shared|"
    r"discussed|considered|reviewed|examined|tabled|used|taken (?:up|into account|forward)|"
    r"fed into|brought|made available|drawn (?:up)?on|built (?:up)?on|highlighted|introduced|"
    r"showcased)\b"
)


@dataclass(frozen=True, slots=True)
class Use:
    """What the session spoken of as `subject` does from `start` to `stop` of the sentence.

    `how` is build, use, view or complement; `subject` the words for the session (`This Roundtable`,
    `Session 1.2`, `It`), empty where the session is not the grammatical subject; `cue` where the
    words stand that say so.
    """

    how: str
    subject: str
    start: int
    stop: int
    cue: tuple[int, int]


def subject(sentence: str) -> str:
    """The session that a sentence begins by speaking of; `It` where it goes on speaking of one."""
    found = SUBJECT.search(sentence)
    opens = found and (not found.start() or _LEAD_IN.fullmatch(sentence[: found.start()]))
    return found[0] if found and opens else ""


def uses(sentence: str) -> Iterator[Use]:
    """What the session does in a sentence, verb by verb.

    >>> text = "The session would link to it, and draw in part on Brussels RT 2."
    >>> [(use.how, use.subject, text[use.start:]) for use in uses(text)]
    [('build', 'The session', ' Brussels RT 2.')]
    """
    subjects = list(SUBJECT.finditer(sentence))
    governed = [
        (verb, spoken_of)
        for verb in _VERB.finditer(sentence)
        if (spoken_of := _governing(sentence, verb, subjects))
    ]
    for (verb, spoken_of), following in zip_longest(governed, governed[1:]):
        ends = [found.start() for found in subjects if found.start() > verb.end()]
        stop = min([*ends, following[0].start() if following else len(sentence)])
        end = _STOP.search(sentence, verb.end(), stop)
        last = end.start() if end else stop
        yield Use(_how(verb), spoken_of, verb.end(), last, verb.span())
    presented = _PRESENTED.search(sentence)
    if presented and not subjects:
        yield Use("presented", "", 0, presented.start(), presented.span())


def _how(verb: re.Match[str]) -> str:
    return next(name for name, words in verb.groupdict().items() if words)


def _governing(sentence: str, verb: re.Match[str], subjects: list[re.Match[str]]) -> str:
    """The session that is the subject of a verb; empty where something else is."""
    before = [found for found in subjects if found.end() <= verb.start()]
    if before:
        between = sentence[before[-1].end() : verb.start()]
        return before[-1][0] if _carries_on(between) else ""
    if verb.start() == 0 and verb[0].split()[0].endswith("ing"):
        after = next((found for found in subjects if found.start() > verb.end()), None)
        return after[0] if after else ""
    return ""


def _carries_on(between: str) -> bool:
    """Whether a subject before these words is that of the verb behind them."""
    if _CHAIN.fullmatch(between):
        return True
    if _ELSE.search(between):
        return False
    return bool(_SET_OFF.fullmatch(between)) or (
        bool(_JOINED.fullmatch(between)) and not _OTHERS.search(between)
    )
