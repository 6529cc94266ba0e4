"""Answers as a person and a machine get them: rows on one side, what to know of them beside."""

import sys
from collections.abc import Iterable, Iterator, Mapping

from partnergraph.questions.answer import Answer, Source
from partnergraph.screen.asked import Asked
from partnergraph.screen.output import Row, Section, write, write_sections
from partnergraph.screen.terminal import note
from partnergraph.store.protocol import Store

_OVERVIEW = ("kind", "count", "doc", "first")
_LONGEST = 5


def write_answer(
    form: str, store: Store, answer: Answer, asked: Asked, limit: int | None = None
) -> None:
    """The rows of an answer, then how many of how many, what was counted, and in what sources."""
    if form == "screen":
        from partnergraph.screen.answers import Screen

        Screen(store, asked, sys.stdout).answer(answer, limit)
        return
    write(form, answer.columns, answer.rows, sys.stdout)
    tell(answer, asked)


def tell(answer: Answer, asked: Asked) -> None:
    """How many rows of how many there are, what was counted, and in what sources."""
    note(_count(answer))
    _tell_left_out(answer, asked)
    _tell_projection(answer.projection)
    _tell_sources(answer.sources)


def write_overview(
    form: str,
    store: Store,
    answers: dict[str, Answer],
    asked: Mapping[str, Asked],
    limit: int | None,
) -> None:
    """All kinds of a question with their counts and first rows; first those that have any.

    Of a screen, where all rows are given, `limit` says how many of each are shown.
    """
    if form == "screen":
        from partnergraph.screen.overview import write_kinds

        write_kinds(store, answers, asked, limit, sys.stdout)
        return
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
    return f"{len(answer.rows)} of {answer.total} row{'s' * (answer.total != 1)}"


def _tell_left_out(answer: Answer, asked: Asked) -> None:
    for item in answer.left_out:
        rows = "1 row" if item.rows == 1 else f"{item.rows} rows"
        note(f"  {rows} with: {asked.line(item.instead)}")


def _tell_projection(projection: str) -> None:
    if projection:
        note(f"counted: {projection}")


def _tell_sources(sources: Iterable[Source]) -> None:
    told = [f"{source.file} ({source.date or 'no date'})" for source in sources]
    more = [f"and {len(told) - _LONGEST} more"] if len(told) > _LONGEST else []
    if told:
        note(f"sources: {', '.join(told[:_LONGEST] + more)}")
