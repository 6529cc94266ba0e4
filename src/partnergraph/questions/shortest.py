"""Shortest paths in a graph that is read step by step, in bounded memory.

A breadth-first search from both ends keeps no more than the distance of each thing it has seen;
what lies on a shortest path is then read again, layer by layer.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from partnergraph.store.protocol import Step, Store

Item = TypeVar("Item")
State = TypeVar("State")
Layer = frozenset[str]
Stage = dict[str, list[tuple[str, Step]]]


class Search(NamedTuple):
    """What a search may follow in a store: types by rank, inferred relationships or not.

    `barred` are the types that it does not follow from things with these labels.
    """

    store: Store
    types: tuple[str, ...]
    inferred: bool = False
    barred: Mapping[str, frozenset[str]] = MappingProxyType({})

    def steps(self, ids: Iterable[str]) -> Iterator[Step]:
        """The relationships with an end among `ids`."""
        for step in self.store.steps(sorted(ids), self.types, self.inferred):
            barred = self.barred.get(step.type)
            if not barred or step.source.partition(":")[0] not in barred:
                yield step


def shortest(
    search: Search, source: str, target: str, max_hops: int | None = None
) -> Iterator[tuple[Step, ...]]:
    """All shortest paths, each as its steps from `source` on; none where there is no path.

    They come in the order of the ranks of their types, then of the ids they pass.
    """
    layers = _layers(search, source, target, max_hops)
    stages = [_stage(search, here, there) for here, there in pairwise(layers)]
    if layers:
        for types in _type_orders(stages, source, search.types):
            yield from _along(_narrowed(stages, types, source), source)


class _Side:
    """One end of a search: how far everything is that was seen from it."""

    def __init__(self, start: str) -> None:
        self.distance = {start: 0}
        self.frontier: Layer = frozenset((start,))
        self.depth = 0

    def advance(self, search: Search) -> None:
        """See what is one step further."""
        self.depth += 1
        reached = set()
        for step in search.steps(self.frontier):
            for end in (step.source, step.target):
                if end not in self.distance:
                    self.distance[end] = self.depth
                    reached.add(end)
        self.frontier = frozenset(reached)


def _layers(search: Search, source: str, target: str, max_hops: int | None) -> list[Layer]:
    """What lies on shortest paths, by its distance from `source`; empty where there is none."""
    near, far = _Side(source), _Side(target)
    while not (meeting := near.frontier & far.frontier):
        side = near if len(near.frontier) <= len(far.frontier) else far
        if not side.frontier or (max_hops is not None and near.depth + far.depth >= max_hops):
            return []
        side.advance(search)
    before = list(_descent(search, near, meeting))
    return [*reversed(before), meeting, *_descent(search, far, meeting)]


def _descent(search: Search, side: _Side, layer: Layer) -> Iterator[Layer]:
    """From where the sides met back to one end: what lies on the way, layer by layer."""
    for depth in range(side.depth - 1, -1, -1):
        ends = (end for step in search.steps(layer) for end in (step.source, step.target))
        layer = frozenset(end for end in ends if side.distance.get(end) == depth)
        yield layer


def _stage(search: Search, here: Layer, there: Layer) -> Stage:
    """The steps from one layer to the next: where they start, where they lead, by id."""
    found: dict[str, set[tuple[str, Step]]] = {}
    for step in search.steps(here if len(here) < len(there) else there):
        for one, other in ((step.source, step.target), (step.target, step.source)):
            if one in here and other in there:
                found.setdefault(one, set()).add((other, step))
    return {one: sorted(leads) for one, leads in found.items()}


def _type_orders(
    stages: Sequence[Stage], source: str, types: Sequence[str]
) -> Iterator[tuple[str, ...]]:
    """The sequences of types that the paths through these stages run over, by rank."""

    def choices(depth: int, here: Layer) -> Iterator[tuple[str, Layer]]:
        leads: dict[str, set[str]] = {}
        for one in here:
            for other, step in stages[depth][one]:
                leads.setdefault(step.type, set()).add(other)
        return ((type, frozenset(leads[type])) for type in types if type in leads)

    return _sequences(len(stages), frozenset((source,)), choices)


def _narrowed(stages: Sequence[Stage], types: Sequence[str], source: str) -> list[Stage]:
    """The stages of the paths over exactly these types, without what leads nowhere."""
    reached = [{source}]
    for stage, type in zip(stages, types, strict=True):
        leads = (stage.get(one, ()) for one in reached[-1])
        reached.append({other for lead in leads for other, step in lead if step.type == type})
    narrowed: list[Stage] = []
    leading = reached[-1]
    for stage, type, here in reversed(list(zip(stages, types, reached[:-1], strict=True))):
        kept = {
            one: [(other, s) for other, s in stage[one] if s.type == type and other in leading]
            for one in here
            if one in stage
        }
        narrowed.append({one: leads for one, leads in kept.items() if leads})
        leading = set(narrowed[-1])
    return narrowed[::-1]


def _along(stages: Sequence[Stage], source: str) -> Iterator[tuple[Step, ...]]:
    """The paths through these stages, by the ids they pass."""

    def choices(depth: int, one: str) -> Iterator[tuple[Step, str]]:
        return ((step, other) for other, step in stages[depth][one])

    return _sequences(len(stages), source, choices)


def _sequences(
    length: int, start: State, choices: Callable[[int, State], Iterator[tuple[Item, State]]]
) -> Iterator[tuple[Item, ...]]:
    """Every way to choose `length` items one after the other, in the order of the choices.

    It is no recursion, so that a path may be longer than Python's stack.
    """
    if not length:
        yield ()
        return
    open_choices = [choices(0, start)]
    taken: list[Item] = []
    while open_choices:
        choice = next(open_choices[-1], None)
        if choice is None:
            open_choices.pop()
            del taken[-1:]
        elif len(open_choices) == length:
            yield (*taken, choice[0])
        else:
            taken.append(choice[0])
            open_choices.append(choices(len(open_choices), choice[1]))
