"""Guiding questions: a list that a heading or a lead-in announces as questions.

In: lines under `Guiding questions` or behind `The session will address the questions:`, numbered,
lettered, bulleted, labelled (`Q1:`) or plain paragraphs. Out: Questions, each UNDER the question it
is nested in, else the Topic, Session or Roundtable it stands in, else the Document, and ASKS_ABOUT
the objectives it names. A Question's name is its first statement, what follows is its `details`; a
tag such as `(GCM Objective 16)` is neither. Prose that happens to ask makes nothing.
"""

from collections import Counter

from partnergraph.document.words import Text
from partnergraph.extractors.announced import announcements
from partnergraph.extractors.draft import Draft, Mention
from partnergraph.extractors.items import Item, Items
from partnergraph.extractors.lines import asks
from partnergraph.extractors.pieces import FURNITURE
from partnergraph.extractors.questions.asked import Asked, read_question
from partnergraph.extractors.questions.lists import home, question_lists


def recognise(text: Text) -> str | None:
    """Whether questions are announced somewhere and asked."""
    if not any("?" in word.text or "؟" in word.text for word in text.words):
        return None
    first = next(announcements(text), None)
    if first is None:
        return None
    return f"questions are announced at {text.locator([text.lines[first.last].number])}"


def extract(draft: Draft) -> None:
    """Read every announced list of questions."""
    lists = question_lists(draft)
    writer = _Writer(draft, several=len(lists) > 1)
    for questions in lists:
        announced = questions.announcement
        what = "heading" if announced.heading else "lead-in to questions"
        draft.take(range(announced.first, announced.last + 1), what)
        writer.write(questions.found)


class _Writer:
    """Writes lists of questions into a draft, each with its code, id and place."""

    def __init__(self, draft: Draft, several: bool) -> None:
        self.draft = draft
        self.several = several
        self.lists = 0
        self.counts: Counter[str] = Counter()
        self.codes: dict[Item, tuple[str, str]] = {}
        self.asked: dict[Item, Mention] = {}

    def write(self, found: Items) -> None:
        """A list's items, and what its lines were taken for."""
        self.lists += 1
        first = found.items[0].lines[0]
        self.draft.take((p for p in found.loose if p < first), "preamble of questions")
        last = found.items[-1].lines[-1]
        self.draft.skip((p for p in found.furniture if p < last), FURNITURE)
        parents = {item.parent for item in found.items}
        for item in found.items:
            if item in parents and not (asks(item.words.text) or item.complete):
                self._code(item)
                self.draft.take(item.lines, "heading of questions")
            elif item.words:
                self._ask(item)

    def _ask(self, item: Item) -> None:
        draft = self.draft
        asked = read_question(item.words, self._framework())
        if not asked.name:
            draft.skip(item.lines, "a question without words")
            return
        id_code, code = self._code(item)
        if draft.has_part("Question", id_code):
            draft.skip(item.lines, f"this list has a question {code} already")
            return
        details = {"details": asked.details.text} if asked.details else {}
        question = draft.part("Question", id_code, asked.name, **details)
        draft.property(question, code=code)
        draft.owns(question, item.words)
        draft.link("UNDER", question, self._owner(item))
        self.asked[item] = question
        unknown = self._asks_about(question, asked)
        draft.take((p for p in item.lines if p not in unknown), f"question {code}")

    def _asks_about(self, question: Mention, asked: Asked) -> set[int]:
        """Link the objectives asked about; the positions of those no table knows."""
        draft = self.draft
        unknown: set[int] = set()
        for framework, number, words in asked.about:
            entity = draft.names.objective(framework, number)
            if entity:
                draft.link("ASKS_ABOUT", question, draft.shared(entity, words))
            else:
                draft.skip(words, f"no {framework} objective {number} is known")
                unknown.update(draft.text.position(word) for word in words.words)
        return unknown

    def _framework(self) -> str | None:
        """Whose objectives the document's own cards are, if all are of one framework."""
        named = {m.id for m in self.draft.named.values() if m.label == "Objective"}
        frameworks = {node_id.partition(":")[2].partition("-")[0].upper() for node_id in named}
        return frameworks.pop() if len(frameworks) == 1 else None

    def _owner(self, item: Item) -> Mention:
        above = item.parent
        while above:
            if above in self.asked:
                return self.asked[above]
            above = above.parent
        return home(self.draft, item.lines[0]) or self.draft.document

    def _code(self, item: Item) -> tuple[str, str]:
        """The id's code and the code: as printed, or counted within what the question is under."""
        if item not in self.codes:
            self.codes[item] = self._nested(item) if item.parent else self._outermost(item)
        return self.codes[item]

    def _nested(self, item: Item) -> tuple[str, str]:
        assert item.parent
        within, above = self._code(item.parent)
        value = item.marker.value if item.marker and item.marker.counted else ""
        own = value.removeprefix(f"{above}.") or str(self._count(f"{within}."))
        return f"{within}.{own}", f"{above}.{own}"

    def _outermost(self, item: Item) -> tuple[str, str]:
        place = home(self.draft, item.lines[0])
        above = place.id.partition("/")[2] if place else ""
        if item.marker and item.marker.counted:
            code = item.marker.value
            return (_join(above or str(self.lists), code) if self.several else code), code
        code = _join(above, str(self._count(above)))
        return code, code

    def _count(self, within: str) -> int:
        self.counts[within] += 1
        return self.counts[within]


def _join(above: str, number: str) -> str:
    """The code of a thing within another: `1.1-3`, behind a letter `f6`.

    >>> _join("1.1", "3"), _join("f", "6"), _join("", "2")
    ('1.1-3', 'f6', '2')
    """
    return f"{above}{'-' if above[-1:].isdigit() else ''}{number}"
