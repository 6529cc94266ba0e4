"""What fields of a form show."""

from typing import TYPE_CHECKING

from partnergraph.readers.layout.spaces import squeezed

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_TYPED = {"text", "", "email", "tel", "url", "number", "date", "month", "time", "search", "week"}


def shown(node: "LexborNode", tag: str, attributes: dict[str, str | None]) -> str:
    """The value of a field, parted from the words around it; a box that is checked is `☒`."""
    if tag == "select":
        return f" {_chosen(node)} "
    kind = (attributes.get("type") or "").lower()
    if kind in ("checkbox", "radio"):
        return " ☒ " if "checked" in attributes else " ☐ "
    return f" {attributes.get('value') or ''} " if kind in _TYPED else ""


def _chosen(node: "LexborNode") -> str:
    """The options of a list that are chosen, else the one that a browser shows first."""
    chosen = node.css("option[selected]") or node.css("option")[:1]
    return " ".join(squeezed(option.text(deep=True) or "") for option in chosen)
