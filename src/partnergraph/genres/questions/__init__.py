"""Guiding questions: a list that a heading or a lead-in announces as questions.

In: blocks under `Guiding questions` or behind `The session will address the questions:`, numbered,
lettered, bulleted, labelled (`Q1:`) or plain paragraphs. Out: Questions, each UNDER the question it
is nested in, else the Topic, Session or Roundtable it stands in, else the Document, and ASKS_ABOUT
the objectives it names. A Question's name is its first statement, what follows is its `details`; a
tag such as `(GCM Objective 16)` is neither. Prose that happens to ask makes nothing.
"""

from collections import Counter
from collections.abc import Sequence

from partnergraph.genres.questions.asked import Asked, asks, read_question
from partnergraph.genres.questions.lists import HOLDING, Item, question_lists
from partnergraph.relations.containers import container
from partnergraph.relations.draft import Thing
from partnergraph.relations.page import Page


def read_page(page: Page) -> str | None:
    """Read every announced list of questions."""
    lists = question_lists(page)
    writer = _Writer(page, several=len(lists) > 1)
    for questions in lists:
        page.take(questions.announcement, "what announces questions")
        writer.write(questions.items)
    if not lists:
        return None
    return f"questions are announced at {lists[0].announcement.block.locator}"


class _Writer:
    """Writes lists of questions into a draft, each with its code, id and place."""

    def __init__(self, page: Page, several: bool) -> None:
        self.page = page
        self.draft = page.draft
        self.several = several
        self.lists = 0
        self.counts: Counter[str] = Counter()
        self.codes: dict[Item, tuple[str, str]] = {}
        self.asked: dict[Item, Thing] = {}

    def write(self, items: Sequence[Item]) -> None:
        """A list's items, and what their blocks were taken for."""
        self.lists += 1
        parents = {item.parent for item in items}
        for item in items:
            if item in parents and not (asks(item.words.text) or item.complete):
                self._code(item)
                self._take(item, "heading of questions")
            elif item.words:
                self._ask(item)

    def _ask(self, item: Item) -> None:
        draft = self.draft
        asked = read_question(item.words, self._framework())
        if not asked.name:
            draft.skip_words(item.words, "a question without words")
            return
        id_code, code = self._code(item)
        if draft.has_part("Question", id_code):
            draft.skip_words(item.words, f"this list has a question {code} already")
            return
        details = {"details": asked.details.text} if asked.details else {}
        question = draft.part("Question", id_code, asked.name, **details)
        draft.property(question, code=code)
        draft.owns(question, item.words)
        draft.link("UNDER", question, self._owner(item))
        self.asked[item] = question
        self._take(item, f"question {code}")
        self._asks_about(question, asked)

    def _take(self, item: Item, what: str) -> None:
        for part in item.parts:
            self.page.take(part, what)

    def _asks_about(self, question: Thing, asked: Asked) -> None:
        """Link the objectives asked about; those no table knows are reported."""
        for framework, number, words in asked.about:
            entity = self.draft.names.objective(framework, number)
            if entity:
                self.draft.link("ASKS_ABOUT", question, self.draft.shared(entity, words))
            else:
                self.draft.skip_words(words, f"no {framework} objective {number} is known")

    def _framework(self) -> str | None:
        """Whose objectives the document's own cards are, if all are of one framework."""
        named = {m.id for m in self.draft.named.values() if m.label == "Objective"}
        frameworks = {node_id.partition(":")[2].partition("-")[0].upper() for node_id in named}
        return frameworks.pop() if len(frameworks) == 1 else None

    def _owner(self, item: Item) -> Thing:
        above = item.parent
        while above:
            if above in self.asked:
                return self.asked[above]
            above = above.parent
        return self._home(item) or self.draft.document

    def _home(self, item: Item) -> Thing | None:
        """What a question stands under, if it is neither a question nor the document."""
        return container(self.page, item.parts[0], *HOLDING)

    def _code(self, item: Item) -> tuple[str, str]:
        """The id's code and the code: as printed, or counted within what the question is under."""
        if item not in self.codes:
            self.codes[item] = self._nested(item) if item.parent else self._outermost(item)
        return self.codes[item]

    def _nested(self, item: Item) -> tuple[str, str]:
        assert item.parent
        within, above = self._code(item.parent)
        own = item.code.removeprefix(f"{above}.") or str(self._count(f"{within}."))
        return f"{within}.{own}", f"{above}.{own}"

    def _outermost(self, item: Item) -> tuple[str, str]:
        place = self._home(item)
        above = place.id.partition("/")[2] if place else ""
        if item.code:
            code = item.code
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
