"""An answer on a screen: title, rows, what they rest on, and what to ask next."""

import re
import shlex
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TextIO

from partnergraph.characters import plain
from partnergraph.errors import UsageError
from partnergraph.questions import listing
from partnergraph.questions.answer import WHERE, Answer
from partnergraph.questions.resolve import resolve
from partnergraph.questions.same import several
from partnergraph.screen import table
from partnergraph.screen.asked import Asked
from partnergraph.screen.cells import CERTAIN, filled, number, ordered
from partnergraph.screen.output import Row
from partnergraph.screen.sources import used
from partnergraph.screen.terminal import styled
from partnergraph.screen.words import Wording, counted, wording
from partnergraph.store.protocol import Store

_PLACE = re.compile(r"\{(\w+)\}")
_SHORT = 48
_FIRST_WORDS = (4, 6)
_NEXT = 2
_SOURCES = 5


class Screen:
    """Where answers are written, with the graph they come from."""

    def __init__(self, store: Store, asked: Asked, out: TextIO) -> None:
        self._store, self._asked, self._out = store, asked, out
        self._given = 0

    def answer(self, answer: Answer, limit: int | None) -> None:
        """Write the rows of an answer, at most so many, and all there is to know of them."""
        question = listing.question(answer.name, self._store.language)
        words = wording(question)
        rows = ordered(answer.rows, words.order)
        shown = rows[:limit]
        self.title(self.filled(words.title) + self.where())
        if shown:
            self.rows(words, shown, rows)
        self.told(answer, words, shown, rows)
        self.next(words.next, shown)

    def title(self, text: str) -> None:
        """Write what stands over the rows."""
        table.say(text, self._out, "bold")
        self._out.write("\n")

    def rows(self, words: Wording, rows: Sequence[Row], every: Sequence[Row]) -> None:
        """Write rows as a table; what is the same in `every` row is said once below it."""
        columns = dict(words.columns)
        if len({row.get("absence") for row in rows}) > 1:
            rows = [{**row, "absence": CERTAIN[row["absence"]]} for row in rows]
            columns["gap"] = "{absence}"
        same = dict(_same(words.columns, every))
        shown = {head: cell for head, cell in columns.items() if head not in same}
        body = [[filled(cell, row) for cell in shown.values()] for row in rows]
        numbers = [number(rows[0], cell) for cell in shown.values()]
        table.write([self.filled(head) for head in shown], body, self._out, numbers)
        self._out.write("\n")
        if same:
            said = "; ".join(f"{self.filled(head)}: {text}" for head, text in same.items())
            table.say(f"The same in each row: {said}.", self._out)

    def told(
        self, answer: Answer, words: Wording, shown: Sequence[Row], rows: Sequence[Row]
    ) -> None:
        """Write how many rows there are, what an absence means, what was counted, the sources."""
        total = len(rows)
        if len(shown) < total:
            every = f"{len(shown)} of {counted(total, *words.rows)}; --limit 0 shows all."
            table.say(every, self._out)
        elif shown:
            table.say(f"{counted(total, *words.rows)}.", self._out)
        for line in meanings(rows):
            table.say(line, self._out)
        self.about(answer, shown)

    def about(self, answer: Answer, shown: Sequence[Row]) -> None:
        """Write why there is no row and what shows some, what was counted, and the sources."""
        if not answer.total:
            table.say(f"None: {answer.empty}.", self._out)
        self._given += len(answer.left_out)
        for item in answer.left_out:
            rows = counted(item.rows, "row", "rows")
            self._out.write(f"{rows} with: {self._asked.line(item.instead)}\n")
        if answer.projection:
            self.dim(f"Counted: {answer.projection}.")
        self.sources(answer, shown)

    def sources(self, answer: Answer, shown: Sequence[Row]) -> None:
        """Write which documents the rows rest on; all that were asked, where there is no row."""
        known = {source.id: source for source in answer.sources}
        if not shown:
            self.dim(f"Looked in {counted(len(known), 'document', 'documents')}.")
            return
        ids = used(self._store, shown) & known.keys()
        told = [
            f"{source.file} ({source.date})" if source.date else source.file
            for id, source in known.items()
            if id in ids or not ids
        ]
        more = f" and {len(told) - _SOURCES} more" if len(told) > _SOURCES else ""
        if told:
            self.dim(f"From: {', '.join(told[:_SOURCES])}{more}.")

    def next(self, templates: Iterable[str], shown: Sequence[Row]) -> None:
        """Write commands that go deeper, at most two with those that show what is left out."""
        countries = [] if shown else several(self._asked.filters.get("country", ()))
        own = [f"portfolio {shlex.quote(as_typed(self._store, id))}" for id in countries]
        commands = dict.fromkeys((*own, *self._commands(templates, shown[0] if shown else {})))
        mine = self._asked._replace(db=()).line(self._asked.typed)
        chosen = [each for each in commands if f"partnergraph {each}" != mine]
        for index, command in enumerate(chosen[: max(_NEXT - self._given, 0)]):
            head = "Next: " if not index else "      "
            db = f" {shlex.join(self._asked.db)}" if self._asked.db else ""
            self._out.write(f"{head}{styled(f'partnergraph {command}{db}', 'bold', self._out)}\n")

    def dim(self, text: str) -> None:
        """Write what is said beside the rows."""
        table.say(text, self._out, "dim")

    def _commands(self, templates: Iterable[str], row: Row) -> Iterator[str]:
        for template in templates:
            places = _PLACE.findall(template)
            typed = {place: self._typed(place, row) for place in places}
            if all(typed.values()):
                yield template.format(**typed)

    def _typed(self, column: str, row: Row) -> str:
        id = self._asked.named.get(column) or row.get(f"{column}_id")
        ids = several(id) if id else []
        return shlex.quote(as_typed(self._store, ids[0])) if ids else ""

    def filled(self, text: str) -> str:
        """A title or heading with the names of the things that were asked for."""
        names = {key: as_typed(self._store, id) for key, id in self._asked.named.items()}
        return _PLACE.sub(lambda place: names.get(place[1], place[0]), text)

    def where(self) -> str:
        """What the filters narrow the answer to, in words."""
        parts = [
            f"{word} {listed([self._name(id) for id in several(self._asked.filters[key])])}"
            for key, word in WHERE.items()
            if key in self._asked.filters
        ]
        return f", {', '.join(parts)}" if parts else ""

    def _name(self, id: str) -> str:
        for node in self._store.nodes([id]):
            return plain(
                str(node.properties.get("file") or node.properties.get("acronym") or node.name)
            )
        return id


def as_typed(store: Store, id: str) -> str:
    """What a person can type for a thing: acronym, name, `Topic 1a`, first words, else its id."""
    for node in store.nodes([id]):
        short = node.properties.get("acronym") or node.properties.get("file")
        _, _, code = node.id.rpartition("/")
        coded = f"{node.label} {code}" if code != node.id else ""
        begun = [" ".join(node.name.split()[:words]) for words in _FIRST_WORDS]
        for typed in (short, node.name, coded, *begun):
            if typed and len(str(typed)) <= _SHORT and _means(store, str(typed), id):
                return plain(str(typed))
    return id


def listed(names: Sequence[str]) -> str:
    """Names as a person lists them.

    >>> listed(["a"]), listed(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def meanings(rows: Sequence[Row]) -> Iterator[str]:
    """What the gaps of these rows mean: whether they are certain, how many, and why."""
    whys = Counter((row["absence"], _why(row)) for row in rows if row.get("absence"))
    for (absence, why), count in whys.items():
        many = f" ({count})" if len(whys) > 1 else ""
        yield f"{CERTAIN[absence].capitalize()}{many}: {why}."


def _why(row: Row) -> str:
    files = several(row.get("documents") or row.get("document") or ())
    return str(row.get("why", "")).removesuffix(f": {', '.join(files)}")


def _same(columns: Mapping[str, str], rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """The columns, but the first, that have one text in all of three rows or more."""
    for head, cell in list(columns.items())[1:]:
        texts = {filled(cell, row) for row in rows}
        if len(rows) > 2 and len(texts) == 1:
            yield head, texts.pop() or "none"


def _means(store: Store, typed: str, id: str) -> bool:
    try:
        return resolve(store, typed).id == id
    except UsageError:
        return False
