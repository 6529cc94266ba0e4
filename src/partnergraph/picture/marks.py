"""How kinds of things are drawn (`marks.toml`) and kinds of links listed (`links.toml`)."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from partnergraph.records.vocabulary import vocabulary


class Mark(NamedTuple):
    """The sign of a label: a shape, filled or hollow, its two colours, its name in the plural."""

    many: str
    shape: str
    light: str
    dark: str
    hollow: bool = False


@cache
def marks() -> Mapping[str, Mark]:
    """The mark of every label, in the order in which a legend lists them.

    >>> marks()["Country"].shape
    'triangle'
    """
    with Path(__file__).with_name("marks.toml").open("rb") as file:
        found = {label: Mark(**entry) for label, entry in tomllib.load(file).items()}
    return found | {label: _PLAIN._replace(many=label) for label in _unmarked(found)}


@cache
def groups() -> Mapping[str, tuple[str, ...]]:
    """The types of links by the groups in which filters list them, in the order of use.

    >>> groups()["What is alike"]
    ('SIMILAR_TO', 'SAME_AS')
    """
    with Path(__file__).with_name("links.toml").open("rb") as file:
        found = {entry["name"]: tuple(entry["types"]) for entry in tomllib.load(file)["group"]}
    listed = {name for types in found.values() for name in types}
    others = tuple(name for name in vocabulary().types if name not in listed)
    return {**found, "Other": others} if others else found


def colours() -> str:
    """A style sheet that gives every mark its colour, on a light ground and on a dark screen."""
    light = "".join(f".mark-{label}{{--mark:{mark.light}}}\n" for label, mark in marks().items())
    dark = "".join(
        f':root[data-theme="dark"] .mark-{label}{{--mark:{mark.dark}}}\n'
        for label, mark in marks().items()
    )
    return f"{light}@media screen {{\n{dark}}}\n"


def _unmarked(found: Mapping[str, Mark]) -> list[str]:
    return [label for label in vocabulary().labels if label not in found]


_PLAIN = Mark("", "square", "#475569", "#cbd5e1")
