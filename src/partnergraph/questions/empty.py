"""What an answer without rows means: nothing to count, none among what was counted, or left out."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from partnergraph.questions.header import Question
from partnergraph.records.vocabulary import vocabulary

_NARROWING = ("document", "country", "topic", "roundtable", "agency")


class LeftOut(NamedTuple):
    """An option that leaves rows out: what it is called, how many, and what to ask instead.

    `instead` are all filters of the question that shows them.
    """

    option: str
    rows: int
    instead: Mapping[str, Any]


def why_empty(question: Question, counted: int | None, where: str) -> str:
    """What an answer without rows means; `where` names what the filters ask for.

    `counted` is over how many things it was counted, None where that has no number.
    """
    said = question.empty or "there is none"
    if counted == 0:
        said = f"there is nothing to count: no {_what(question)}{where or ' in the graph'}"
        said += f"; it takes {question.source}" if question.source else ""
    elif counted:
        said += f" (counted: {counted} {_what(question, counted)}{where})"
    else:
        said += where
    return said


def told(left_out: Sequence[LeftOut]) -> Iterator[str]:
    """How many rows each option leaves out."""
    for item in left_out:
        rows = "1 row is" if item.rows == 1 else f"{item.rows} rows are"
        yield f"{rows} left out by {item.option}"


def wider(question: Question, filters: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each option that may leave rows out, named, with the filters that do without it."""
    if "who" in question.filters and filters.get("who", "agency") == "agency":
        yield "counting agencies and organisations alone", {**filters, "who": "any"}
    if filters.get("projection", "work") != "work":
        yield f"--counting {filters['projection']}", _without(filters, "projection")
    if "inferred" in question.filters and not filters.get("inferred"):
        yield "counting what is stated alone", {**filters, "inferred": True}
    for name in _NARROWING:
        if name in filters and name in question.filters:
            yield f"--{name}", _without(filters, name)


def left_out(
    question: Question, filters: Mapping[str, Any], count: Callable[[Mapping[str, Any]], int]
) -> Iterator[LeftOut]:
    """The options that leave rows out, each taken alone; `count` counts the rows of filters."""
    for option, instead in wider(question, filters):
        if found := count(instead):
            yield LeftOut(option, found, instead)


def _without(filters: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in filters.items() if key != name}


def _what(question: Question, count: int = 0) -> str:
    """What is counted, in the number of `count`."""
    head, space, rest = re.split(r"( (?=of |with |that |$)|$)", _noun(question), maxsplit=1)
    if count == 1:
        head = re.sub(r"s\b", "", re.sub(r"ies\b", "y", head))
    return head + space + rest


def _noun(question: Question) -> str:
    labels = vocabulary().labels
    needed = " and no ".join(
        " or ".join(labels[name].words[1] for name in need.split("|") if name in labels)
        for need in question.needs
    )
    return question.counts.partition(" ")[2] or needed
