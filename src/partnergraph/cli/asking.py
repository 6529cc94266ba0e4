"""Answers as a person and a machine get them: rows on one side, what to know of them beside."""

import shlex
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from partnergraph.output import Row, Section, write, write_sections
from partnergraph.questions.answer import Answer, Source
from partnergraph.questions.same import several
from partnergraph.terminal import note

_OVERVIEW = ("kind", "count", "doc", "first")
_LONGEST = 5
_ENDS = ("stakeholder", "one", "other")


class Asked(NamedTuple):
    """A command as it was given: its words, and its filters as they were typed."""

    words: tuple[str, ...]
    filters: Mapping[str, Any]

    def line(self, filters: Mapping[str, Any], *more: str) -> str:
        """The command with other filters, those that were typed in their typed form."""
        options = [part for key, value in filters.items() for part in self._option(key, value)]
        return shlex.join(["partnergraph", *self.words, *options, *more])

    def _option(self, key: str, value: Any) -> Iterator[str]:
        if value is True:
            yield f"--{key}"
        elif value:
            for each in several(self.filters.get(key) or value):
                yield from (f"--{key}", each)


def write_answer(form: str, answer: Answer, asked: Asked) -> None:
    """The rows of an answer, then how many of how many, what was counted, and in what sources."""
    write(form, answer.columns, answer.rows, sys.stdout)
    tell(answer, asked)


def tell(answer: Answer, asked: Asked) -> None:
    """How many rows of how many there are, what was counted, and in what sources."""
    note(_count(answer))
    _tell_left_out(answer, asked)
    _tell_projection(answer.projection)
    _tell_sources(answer.sources)


def write_overview(form: str, answers: dict[str, Answer], asked: Mapping[str, Asked]) -> None:
    """All kinds of a question with their counts and first rows; first those that have any."""
    answers = dict(sorted(answers.items(), key=lambda item: not item[1].total))
    if form == "table":
        write_sections(form, list(_sections(answers)), sys.stdout)
    else:
        write(form, _OVERVIEW, (_kind(*item) for item in answers.items()), sys.stdout)
    for kind, answer in answers.items():
        note(f"{kind}: {_count(answer)}")
        _tell_left_out(answer, asked[kind])
    for projection in dict.fromkeys(answer.projection for answer in answers.values()):
        _tell_projection(projection)
    _tell_sources(dict.fromkeys(source for answer in answers.values() for source in answer.sources))


def _sections(answers: dict[str, Answer]) -> Iterator[Section]:
    for kind, answer in answers.items():
        yield Section(f"{kind} ({answer.total}): {answer.doc}", answer.columns, answer.rows)


def _kind(kind: str, answer: Answer) -> Row:
    return {"kind": kind, "count": answer.total, "doc": answer.doc, "first": answer.rows}


def _count(answer: Answer) -> str:
    if not answer.total:
        return f"no rows: {answer.empty}"
    return f"{len(answer.rows)} of {answer.total} rows"


def _tell_left_out(answer: Answer, asked: Asked) -> None:
    for item in answer.left_out:
        rows = "1 row" if item.rows == 1 else f"{item.rows} rows"
        note(f"  {rows} with: {asked.line(_options(item.instead))}")


def _options(filters: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in filters.items() if key not in _ENDS}


def _tell_projection(projection: str) -> None:
    if projection:
        note(f"counted: {projection}")


def _tell_sources(sources: Iterable[Source]) -> None:
    told = [f"{source.file} ({source.date or 'no date'})" for source in sources]
    more = [f"and {len(told) - _LONGEST} more"] if len(told) > _LONGEST else []
    if told:
        note(f"sources: {', '.join(told[:_LONGEST] + more)}")
