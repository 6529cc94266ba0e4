"""All kinds of a question on one screen: what is certain first, the others in a line each."""

from collections.abc import Mapping
from typing import TextIO

from partnergraph.questions import listing
from partnergraph.questions.answer import Answer
from partnergraph.screen import table
from partnergraph.screen.answers import Screen, meanings
from partnergraph.screen.asked import Asked
from partnergraph.screen.cells import ordered
from partnergraph.screen.terminal import styled
from partnergraph.screen.words import Wording, places, wording
from partnergraph.store.protocol import Store

ABSENCES = (
    "Certain means that a document lists such things and has nobody here; not recorded, that no "
    "document lists them, so there may be somebody; none, that all were looked at and each has "
    "what it needs."
)


def write_kinds(
    store: Store,
    answers: Mapping[str, Answer],
    asked: Mapping[str, Asked],
    limit: int | None,
    out: TextIO,
) -> None:
    """Write the first rows of each kind that has certain ones, then a line for each other kind."""
    found = [Kind(store, answer, asked[kind]) for kind, answer in answers.items()]
    found.sort(key=lambda kind: kind.place)
    screen = Screen(store, next(iter(asked.values())), out)
    for kind in (kind for kind in found if kind.certain):
        kind.write(limit, out)
    others = [kind for kind in found if kind.rows and not kind.certain]
    if others:
        screen.title("Not recorded: no document lists enough to tell")
        table.write(
            ("how many", "what", "all of them with"), [k.line() for k in others], out, [True]
        )
        out.write("\n")
    for kind in found:
        if not kind.rows:
            table.say(f"{kind.words.title}: none, {kind.answer.empty}.", out)
    if any("absence" in kind.answer.columns for kind in found):
        table.say(ABSENCES, out)
    for projection in dict.fromkeys(k.answer.projection for k in found if k.certain or not others):
        screen.dim(f"Counted: {projection}.")
    shown = [row for kind in found if kind.certain for row in kind.rows]
    screen.sources(found[0].answer, shown)
    screen.next((), shown)


class Kind:
    """One kind of gap or overlap: its rows in order, and how they read."""

    def __init__(self, store: Store, answer: Answer, asked: Asked) -> None:
        question = listing.question(answer.name, store.language)
        self.words: Wording = wording(question)
        self.answer, self._store, self._asked = answer, store, asked
        self.rows = ordered(answer.rows, self.words.order)
        self.certain = bool(self.rows) and self.rows[0].get("absence") != "not recorded"
        self.place = (not self.certain, places().get(answer.name, len(places())))

    def write(self, limit: int | None, out: TextIO) -> None:
        """Write at most so many rows under a title that counts all, and the command for all."""
        certain = [row for row in self.rows if row.get("absence") != "not recorded"]
        rows = certain[:limit]
        screen = Screen(self._store, self._asked, out)
        left = len(self.rows) - len(certain)
        not_recorded = f", and {left} not recorded" if left else ""
        screen.title(f"{self.words.title} ({len(certain)}{not_recorded})")
        screen.rows(self.words, rows, self.rows)
        for line in meanings(certain):
            table.say(line, out)
        command = styled(self._asked.line(self._asked.typed), "bold", out)
        if len(self.rows) > len(rows):
            out.write(f"All of them: {command}\n")
        out.write("\n")

    def line(self) -> tuple[str, str, str]:
        """What stands for it where nothing of it is certain."""
        command = self._asked.line(self._asked.typed).removeprefix("partnergraph ")
        return str(len(self.rows)), self.words.title, command
