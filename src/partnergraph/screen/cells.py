"""A row of an answer as the cells that a person reads, and rows in the order a person counts."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from partnergraph.characters import plain
from partnergraph.records.vocabulary import vocabulary
from partnergraph.screen.output import Row, as_text

CERTAIN = {"none": "certain", "not recorded": "not recorded"}
_FIELD = re.compile(r"\{(\w+)([#%.]?)\}")
_NUMBER = re.compile(r"(\d+)")


def filled(template: str, row: Row) -> str:
    r"""A cell: a template with the columns of a row in it; a line without any of them is left out.

    >>> filled("{who}\nin {where}", {"who": ["IOM", "UNDP"], "where": []})
    'IOM, UNDP'
    >>> filled("{share%} of {all#}", {"share": 0.4444, "all": [1, 2]})
    '44 % of 2'
    """
    lines = []
    for line in template.split("\n"):
        said = [_said(row, *field) for field in _FIELD.findall(line)]
        if any(said) or not said:
            plain_parts = _FIELD.sub("\0", line).split("\0")
            parts = (part for pair in zip(plain_parts, [*said, ""], strict=True) for part in pair)
            lines.append("".join(parts).strip())
    return "\n".join(lines)


def number(row: Row, template: str) -> bool:
    """Whether a cell is a number alone."""
    found = _FIELD.fullmatch(template)
    if not found:
        return False
    value = row.get(found[1])
    return found[2] in ("#", "%") or (isinstance(value, (int, float)) and value is not True)


def ordered(rows: Iterable[Row], order: Sequence[str]) -> list[Row]:
    """Rows with those first that are certain, then as `order` says; d2 comes before d10."""
    certain = list(CERTAIN)
    found = list(rows)
    for key in reversed(order):
        found.sort(key=lambda row: _sorting(row, key.strip("-")), reverse=key.startswith("-"))
    found.sort(key=lambda row: certain.index(row["absence"]) if row.get("absence") else 0)
    return found


def _sorting(row: Row, column: str) -> tuple[tuple[int, float, str], ...]:
    value = row.get(column.rstrip("#"))
    return counting(str(len(value or ()))) if column.endswith("#") else counting(as_text(value))


def counting(text: str) -> tuple[tuple[int, float, str], ...]:
    """A text in the order in which a person counts: its numbers as numbers.

    >>> sorted(["d10", "d2", "d1", "e1"], key=counting)
    ['d1', 'd2', 'd10', 'e1']
    """
    parts = (part for part in _NUMBER.split(text.casefold()) if part)
    return tuple((0, float(p), "") if p.isdigit() else (1, 0.0, p) for p in parts)


def _said(row: Row, column: str, how: str) -> str:
    value = row.get(column)
    several = value if isinstance(value, (list, tuple)) else [value] if value is not None else []
    if how == "#":
        return str(len(several))
    if how == "%":
        return f"{round(100 * float(value or 0))} %"
    if how == "." and len(several) > 1:
        return f"{plain(as_text(several[0]))} (and {len(several) - 1} more)"
    if column == "evidence":
        return _places(several)
    return ", ".join(_word(column, part) for part in several)


def _places(evidence: Iterable[str]) -> str:
    """Where things are said: `lines 535-536, 542`, with the document's name where there are two."""
    places: dict[str, dict[str, None]] = {}
    for said in evidence:
        document, _, place = said.partition(" ")
        unit, _, numbers = place.partition(" ")
        known = places.setdefault(f"{document.partition(':')[2]} {unit}", {})
        known.update(dict.fromkeys(numbers.split(", ")))
    where = {key: sorted(known, key=counting) for key, known in places.items()}
    named = len({key.partition(" ")[0] for key in where}) > 1
    return "; ".join(
        f"{key.partition(' ')[2]} {', '.join(numbers)}"
        + (f" of {key.partition(' ')[0]}" if named else "")
        for key, numbers in where.items()
    )


def _word(column: str, value: Any) -> str:
    """A value in the words a person uses: of kinds and relationships their phrases."""
    if isinstance(value, Mapping):
        return as_text(value)
    text = plain(as_text(value))
    if column in ("type", "roles"):
        name, space, status = text.partition(" ")
        known = vocabulary().types.get(name)
        return f"{known.phrase}{space}{status}" if known else text
    if column in ("kind", "label"):
        label = vocabulary().labels.get(text)
        return label.words[0] if label else text
    return text
