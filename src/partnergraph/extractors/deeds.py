"""What prose states was done, by whom, and which session uses or builds on what.

`The session will draw on … the workshop on X and the study on Y, led by Bangladesh`: two
Activities, LED by a Country, which the Session DRAWS_ON. `It will build on the work begun in RT 1 in
Brussels`: the Roundtable BUILDS_ON one of another meeting. What is planned, proposed or done is in
an Activity's `status`. Regional processes named in a session's description are DISCUSSED there.
"""

import re

from partnergraph.extractors.deed_nouns import nouns
from partnergraph.extractors.deed_patterns import DONE_BY
from partnergraph.extractors.described import Description
from partnergraph.extractors.draft import Draft
from partnergraph.extractors.roundtable_outline import outline
from partnergraph.extractors.running_prose import paragraphs
from partnergraph.passage import Passage, Text

_BODY = re.compile(r"(?:the )?[A-Z]")


def recognise(text: Text) -> str | None:
    """Sessions with a description, or a sentence that says by whom a workshop or study was done."""
    found = outline(text)
    if found and found.count("session"):
        return f"prose under the headings of {found.count('session')} sessions"
    for first, last in text.paragraphs():
        words = text.passage(first, last).text
        for done in DONE_BY.finditer(words):
            if _BODY.match(words, done.end()) and _has_noun(words, done):
                return f"it says who did what at {text.locator([text.lines[first].number])}"
    return None


def extract(draft: Draft) -> None:
    """Read the free prose of the document, sentence by sentence."""
    description = Description(draft)
    for positions in list(paragraphs(draft)):
        words = (word for p in positions for word in draft.text.lines[p].words)
        description.read(Passage(draft.text, words))
        if draft.container(positions[0], "Session", "Roundtable") and outline(draft.text):
            draft.take([p for p in positions if p not in draft.skipped], "prose")


def _has_noun(words: str, done: re.Match[str]) -> bool:
    before = re.split(r"[.;?!]\s", words[max(0, done.start() - 200) : done.start()])[-1]
    return any(True for _ in nouns(before + words[done.start() : done.end()]))
