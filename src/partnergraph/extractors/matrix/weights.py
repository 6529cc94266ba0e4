"""How well a unit fits each part of a row, by its own words and width alone."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from partnergraph.extractors.matrix.agencies import CERTAIN, LIKELY, POSSIBLE
from partnergraph.extractors.matrix.units import Unit
from partnergraph.ids import fold

ACTIVITY, DETAIL, OBJECTIVE, PART = "activity", "detail", "objective", "part"
AGENCIES, NOISE = "agencies", "noise"
COLUMN = {
    ACTIVITY: "activity",
    DETAIL: "activity",
    OBJECTIVE: "objective",
    PART: "objective",
    AGENCIES: "agency",
}
_WIDTH = 2.5
_NOISE = -6.0
_HOPELESS = 7.0
_COLON = 0.4
_TOLD = 1.0
_TELLING = 0.15
_LEVELS = {CERTAIN: 0.0, LIKELY: 1.0, POSSIBLE: -1.0}


@dataclass(frozen=True, slots=True)
class Fit:
    """Scores of a unit as each part of a row, and what the order of units asks about it."""

    scores: dict[str, float]
    lower: bool
    ended: bool
    awaits: bool
    numbered: bool
    listing: bool


def fit_of(unit: Unit, wide_activities: float, telling: bool) -> Fit:
    """How well a unit fits.

    `wide_activities` is 1, -1 or 0: is the activities' column wide? `telling`: objectives of this
    document say how things will be (*Fees are lower*), not what to do (*Lower the fees*).
    """
    text = unit.text
    wide = _WIDTH * wide_activities * unit.wideness
    scores = _of_column(unit, telling) or _of_words(unit, wide, telling)
    if not unit.agencies and not fold(text):
        scores = {NOISE: 0.0}
    least = max(scores.values()) - _HOPELESS
    return Fit(
        {part: score for part, score in scores.items() if score > least},
        unit.lower,
        unit.ended,
        _awaits(text),
        unit.numbered,
        text.endswith((",", ";", "/", " and", " et", " y")),
    )


def _awaits(text: str) -> bool:
    """Whether numbered parts follow: a colon ends a text, or a first part stands in it."""
    return text.endswith(":") or bool(re.search(r"\(?\b(?:1|a|i)\)", text))


def _of_words(unit: Unit, wide: float, telling: bool) -> dict[str, float]:
    if unit.agencies == CERTAIN:
        return {AGENCIES: _LEVELS[CERTAIN], NOISE: 2 * _NOISE}
    scores = {
        ACTIVITY: wide + _as_activity(unit),
        DETAIL: wide + _as_detail(unit, telling),
        OBJECTIVE: -wide + _as_objective(unit, telling),
        PART: -wide + _as_part(unit),
        NOISE: _NOISE,
    }
    if unit.agencies:
        scores[AGENCIES] = _LEVELS[unit.agencies]
    return scores


def _of_column(unit: Unit, telling: bool) -> dict[str, float] | None:
    """What a unit of a ruled column can be: nothing of another column."""
    if unit.column == "activity":
        begins = unit.start in ("block", "fresh") and not unit.lower and not unit.bullet
        return {ACTIVITY if begins else DETAIL: 0.0}
    if unit.column == "objective":
        return {OBJECTIVE: _as_objective(unit, telling), PART: _as_part(unit)}
    if unit.column:
        return {AGENCIES if unit.column == "agency" else NOISE: 0.0}
    return None


def _as_activity(unit: Unit) -> float:
    score = 2.0 if unit.orders else -2.0 if unit.tells else 0.0
    score -= (
        3.5 * (unit.details or unit.aside)
        + 3.0 * unit.bullet
        + 1.0 * unit.numbered
        + 6.0 * unit.lower
    )
    score -= {"middle": 3.0, "line": 0.5}.get(unit.start, 0.0) + 5.0 * unit.note
    return score + _COLON * unit.text.endswith(":")


def _as_detail(unit: Unit, telling: bool) -> float:
    score = (
        -0.3
        + 2.0 * (unit.details or unit.aside)
        + 1.5 * (unit.tells and not telling)
        + 1.5 * unit.bullet
        + 0.5 * unit.numbered
    )
    score -= 2.0 * (unit.orders and not unit.bullet) - 1.0 * unit.lower
    return score - _TOLD * (telling and unit.tells and unit.start == "block")


def _as_objective(unit: Unit, telling: bool) -> float:
    score = 1.5 if unit.orders else 0.0
    if unit.tells:
        score = _TOLD if telling else -1.5
    score -= 3.0 * (unit.details or unit.aside) + 2.0 * unit.bullet + 2.0 * unit.numbered
    score -= 6.0 * unit.lower + (1.5 if unit.start == "middle" else 0.0) + 5.0 * unit.note
    return score - _COLON * unit.text.endswith(":")


def _as_part(unit: Unit) -> float:
    score = -1.0 + 4.0 * unit.note - 2.0 * unit.aside - 1.5 * (unit.orders and not unit.numbered)
    return score + (1.5 if unit.start == "middle" and not unit.orders else 0.0)


def telling(units: Iterable[Unit]) -> bool:
    """Whether so many cells say how things will be that it must be the objectives."""
    begun = [
        unit
        for unit in units
        if unit.start in ("block", "fresh")
        and not (unit.agencies or unit.bullet or unit.details or unit.lower)
    ]
    return sum(unit.tells for unit in begun) > _TELLING * len(begun)


def wide_activities(units: Sequence[Unit], columns: Sequence[str]) -> float:
    """1 where activities stand in the wide column, -1 where in the narrow one, 0 if unknown.

    Lists and details are the activities'; the cell beside the agencies' is the neighbour's.
    """
    vote = sum(unit.wideness for unit in units if unit.bullet or unit.details)
    beside = _beside(columns)
    if beside:
        step, column = beside
        sign = 1 if column == "activity" else -1
        vote += sum(
            sign * units[place + step].wideness
            for place, unit in enumerate(units)
            if unit.agencies == CERTAIN and 0 <= place + step < len(units)
        )
    return 1.0 if vote > 1 else -1.0 if vote < -1 else 0.0


def _beside(columns: Sequence[str]) -> tuple[int, str] | None:
    if "agency" not in columns or len(columns) < 2:
        return None
    place = list(columns).index("agency")
    return (-1, columns[place - 1]) if place else (1, columns[1])
