"""Makes the part of docs/neo4j.md that says how the graph stands in Neo4j, from the code itself.

python scripts/build_neo4j_model.py
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from partnergraph.neo4j.model import EDGE_EXTRAS, NODE_EXTRAS, OWN_LABEL, STAKEHOLDER
from partnergraph.records.vocabulary import Vocabulary, vocabulary

TARGET = Path(__file__).parent.parent / "docs" / "neo4j.md"
BEGIN, END = "<!-- made by `make reference` -->\n", "<!-- end -->\n"


def page() -> str:
    """The whole page, with the part between the marks made anew."""
    before, _, rest = TARGET.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{model()}\n{END}{after}"


def model() -> str:
    """Labels, relationship types, and what both carry that JSON Lines do not."""
    known = vocabulary()
    tables = (
        _table(("label", "also labelled", "properties"), _labels(known)),
        _table(("nodes also have", "what"), _extras(NODE_EXTRAS)),
        _table(("from", "type", "to", "reads", "properties"), _types(known)),
        _table(("relationships also have", "what"), _extras(EDGE_EXTRAS)),
    )
    return "\n".join(tables)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _labels(known: Vocabulary) -> Iterator[tuple[str, ...]]:
    for label in known.labels.values():
        also = [OWN_LABEL, *([STAKEHOLDER] if label.stakeholder else [])]
        yield f"`{label.name}`", _names(also), _properties(label.properties)


def _types(known: Vocabulary) -> Iterator[tuple[str, ...]]:
    for type in known.types.values():
        source, target = _ends(known, type.source), _ends(known, type.target)
        yield source, f"`{type.name}`", target, type.phrase, _properties(type.properties)


def _ends(known: Vocabulary, ends: Collection[str]) -> str:
    if set(ends) == known.labels.keys():
        return "any"
    acting = {name for name, label in known.labels.items() if label.stakeholder}
    whole, rest = ([STAKEHOLDER], set(ends) - acting) if acting <= set(ends) else ([], set(ends))
    return _names([*whole, *(name for name in known.labels if name in rest)])


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _properties(kinds: Mapping[str, str]) -> str:
    return ", ".join(f"`{name}`{_kind(kind)}" for name, kind in kinds.items())


def _kind(kind: str) -> str:
    return "" if kind == "text" else f" ({kind})"


def _extras(extras: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    return ((f"`{name}`", what.replace("|", "\\|")) for name, what in extras.items())


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
