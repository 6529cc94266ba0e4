"""What prose states was done, by whom, and which session uses or builds on what.

`The session will draw on … the workshop on X and the study on Y, led by Bangladesh`: two
Activities, LED by a Country, which the Session DRAWS_ON. `It will build on the work begun in RT 1
in Brussels`: the Roundtable BUILDS_ON one of another meeting. Whether it is planned or done is
an Activity's `status`. Regional processes named in a session's description are DISCUSSED there.
"""

from partnergraph.document.words import Passage, Text
from partnergraph.extractors.deeds.described import Description
from partnergraph.extractors.deeds.grammar import LONGEST_SENTENCE, read
from partnergraph.extractors.deeds.patterns import DID, DONE_BY
from partnergraph.extractors.deeds.references import references
from partnergraph.extractors.deeds.session_links import subject
from partnergraph.extractors.draft import Draft
from partnergraph.extractors.roundtables.outline import outline
from partnergraph.extractors.running_prose import paragraphs
from partnergraph.names import names


def recognise(text: Text) -> str | None:
    """Sessions with a description, or a sentence that says by whom a workshop or study was done."""
    found = outline(text)
    if found is None:
        return None  # relations.clauses reads it
    if found.count("session"):
        return f"prose under the headings of {found.count('session')} sessions"
    for first, last in text.paragraphs():
        for sentence in text.passage(first, last).sentences():
            if subject(sentence.text) and any(r.place for r in references(sentence.text)):
                return f"it says what a roundtable builds on at {text.locator(sentence.numbers)}"
            if _may_say(sentence.text) and read(sentence, names()).deeds:
                return f"it says who did what at {text.locator(sentence.numbers)}"
    return None


def extract(draft: Draft) -> None:
    """Read the free prose of the document, sentence by sentence."""
    description = Description(draft)
    outlined = outline(draft.text) is not None
    for positions in list(paragraphs(draft)):
        words = (word for p in positions for word in draft.text.lines[p].words)
        description.read(Passage(draft.text, words))
        if outlined and draft.container(positions[0], "Session", "Roundtable"):
            draft.take([p for p in positions if p not in draft.skipped], "prose")


def _may_say(sentence: str) -> bool:
    if len(sentence) > LONGEST_SENTENCE:
        return False
    return bool(DONE_BY.search(sentence) or DID.search(sentence))
