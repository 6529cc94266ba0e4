"""What prose states was done, by whom, and which session uses or builds on what.

`The session will draw on … the workshop on X and the study on Y, led by Bangladesh`: two
Activities, LED by a Country, which the Session DRAWS_ON. `It will build on the work begun in RT 1
in Brussels`: the Roundtable BUILDS_ON one of another meeting. Whether it is planned or done is
an Activity's `status`. Regional processes named in a session's description are DISCUSSED there.
"""

from partnergraph.document.words import Passage, Text
from partnergraph.extractors.deeds.described import Description
from partnergraph.extractors.draft import Draft
from partnergraph.extractors.running_prose import paragraphs


def recognise(text: Text) -> str | None:
    """It is asked only where roundtables or sessions are headed."""
    return "prose under the headings of roundtables or sessions" if text.words else None


def extract(draft: Draft) -> None:
    """Read the free prose of the document, sentence by sentence."""
    description = Description(draft)
    for positions in list(paragraphs(draft)):
        words = (word for p in positions for word in draft.text.lines[p].words)
        description.read(Passage(draft.text, words))
        if draft.container(positions[0], "Session", "Roundtable"):
            draft.take([p for p in positions if p not in draft.skipped], "prose")
