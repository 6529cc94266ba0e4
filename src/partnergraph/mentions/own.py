"""Bodies by the word for their kind that are one thing of their own: no class, no proposal.

`Regional Forum`, `a Financing Facility` and a heading in title case name nobody.
"""

from collections.abc import Iterator

from partnergraph.lexicon.bodies import words as bodies
from partnergraph.lexicon.works import works as lexicon
from partnergraph.mentions.definitions import Definitions
from partnergraph.mentions.find import found
from partnergraph.mentions.kinds import OPENERS
from partnergraph.mentions.mention import Mention
from partnergraph.mentions.reading import Reading
from partnergraph.mentions.surroundings import (
    in_sentence,
    is_definite,
    is_one_of_many,
    is_torn,
    opens,
)

_MEETING = "meeting"
"""What is held is an Activity where something is said of it, and never a body."""


def own_bodies(reading: Reading, local: Definitions) -> Iterator[Mention]:
    """Bodies and events by the word for their kind that are one thing of their own."""
    for each in found(reading, local):
        for mention in (each, *each.at):
            if mention.how == "kind" and not mention.generic and _is_own(reading.text, mention):
                yield mention


def _is_own(text: str, mention: Mention) -> bool:
    """Whether a body's name tells it from others, and stands in a sentence as a name."""
    start, stop = mention.start, mention.start + len(mention.name)
    split = mention.name.split()
    turn = next((n for n, word in enumerate(split) if word in OPENERS), len(split))
    head, complement = split[:turn], split[turn:]
    if not head[:-1] and not (complement and bodies().names_alone(head[-1])):
        return False
    own = (word for word in (*head[:-1], *complement) if word[0].isupper())
    if all(map(bodies().is_general, own)) or is_one_of_many(text, start, stop):
        return False
    sure = is_definite(text, start) or mention.acronym or head[0].isupper()
    if (opens(text, start) and not sure) or is_torn(text, start, stop, bool(complement)):
        return False
    days = head[0].lower() in lexicon().days or mention.kind != "observance"
    return days and mention.kind != _MEETING and in_sentence(text, start, stop)
