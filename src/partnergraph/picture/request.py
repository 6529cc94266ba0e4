"""What a picture is asked to show, and on which answer it opens."""

from collections.abc import Mapping
from typing import NamedTuple

from partnergraph.errors import UsageError
from partnergraph.picture.subgraph import Scope
from partnergraph.questions import listing
from partnergraph.questions.answer import Answer
from partnergraph.questions.path import Path

VIEWS = ("focus", "matrix", "map", "table", "gaps", "overlaps")


class Route(NamedTuple):
    """A path that was asked for: its ends, by id, what was found, and how."""

    source: str
    target: str
    found: Path
    inferred: bool = False


class Request(NamedTuple):
    """A picture: its scope, its title, the view and the answer it opens on.

    `gap` and `overlap` name a kind, or are empty for all kinds; `answers`, by the names of their
    questions, are shown as they are instead of being asked again.
    """

    scope: Scope = Scope()
    title: str = ""
    view: str | None = None
    gap: str | None = None
    overlap: str | None = None
    route: Route | None = None
    answers: Mapping[str, Answer] = {}

    @property
    def question(self) -> str:
        """The name of the question it opens on; empty where it opens on none."""
        for family, kind in (("gaps", self.gap), ("overlaps", self.overlap)):
            if kind:
                return f"{family}-{kind}"
        return ""

    @property
    def opens(self) -> str:
        """The view it opens on. Raises UsageError for one that does not exist."""
        if self.view is not None and self.view not in VIEWS:
            raise UsageError(self.view, "no such view", f"use one of {', '.join(VIEWS)}")
        answer = "gaps" if self.gap is not None else "overlaps" if self.overlap is not None else ""
        return self.view or answer or "focus"

    @property
    def is_open(self) -> bool:
        """Whether nothing in particular was asked for: a page then begins by what it holds."""
        return self.opens == "focus" and not (self.route or self.scope.centres or self.scope.wholes)

    def check(self) -> None:
        """Raise UsageError for what does not exist or does not go together."""
        scope = self.scope
        if self.gap is not None and self.overlap is not None:
            raise UsageError("--overlap", "a page opens on one answer", "leave out --gap")
        if scope.hops is not None and not (scope.centres or scope.wholes):
            raise UsageError("--hops", "it counts from a centre", "name one")
        if self.question:
            listing.question(self.question)
        assert self.opens
