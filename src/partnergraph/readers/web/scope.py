"""What holds for an element of a page and for all that stands in it."""

from dataclasses import dataclass, replace

from partnergraph.readers.web import notes
from partnergraph.readers.web.unseen import hides

Attributes = dict[str, str | None]

SILENT = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "object",
        "embed",
        "video",
        "audio",
        "canvas",
        "svg",
        "datalist",
        "rp",
        "rt",
        "del",
        "s",
        "strike",
        "head",
        "noframes",
    ]
)
"""Elements whose words a browser does not show, or shows as struck out."""

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "ul",
    ]
)
"""Elements that begin and end a paragraph."""

_SECTIONS = frozenset(("article", "aside", "main", "section", "nav"))
_TELLING = _SECTIONS | frozenset(
    [
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "pre",
        "textarea",
        "xmp",
        "listing",
        "ul",
        "ol",
        "menu",
        "dir",
        "dt",
        "dd",
        "dialog",
        "header",
        "footer",
    ]
)
_RUNNING = frozenset(("navigation", "contentinfo"))


@dataclass(frozen=True, slots=True)
class Scope:
    """`heading` is its level, `depth` that of lists; `term` and `value` those of definitions."""

    hidden: bool = False
    running: bool = False
    note: bool = False
    sectioned: bool = False
    kept_lines: bool = False
    heading: int = 0
    depth: int = 0
    term: bool = False
    value: bool = False


def inner(scope: Scope, tag: str, attributes: Attributes, hidden: bool, headed: bool) -> Scope:
    """What holds in an element; `headed`: whether it holds a heading.

    `hidden`: whether a rule of the page hides it.
    """
    if not attributes and not hidden and tag not in _TELLING:
        return scope
    changes: dict[str, bool | int] = {}
    if hidden or hides(attributes) or (tag == "dialog" and "open" not in attributes):
        changes["hidden"] = True
    if _is_running(scope, tag, attributes, headed):
        changes["running"] = True
    if tag in _SECTIONS and not scope.sectioned:
        changes["sectioned"] = True
    if notes.said(attributes):
        changes["note"] = True
    level = _level(tag, attributes)
    if level:
        changes["heading"] = level
    if tag in ("pre", "textarea", "xmp", "listing"):
        changes["kept_lines"] = True
    if tag in ("ul", "ol", "menu", "dir"):
        changes |= {"depth": scope.depth + 1, "term": False, "value": False}
    if tag in ("dt", "dd"):
        changes |= {"term": tag == "dt", "value": tag == "dd"}
    return replace(scope, **changes) if changes else scope  # type: ignore[arg-type]


def _level(tag: str, attributes: Attributes) -> int:
    if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
        return int(tag[1])
    if attributes.get("role") != "heading":
        return 0
    said = attributes.get("aria-level") or "2"
    return int(said) if said in ("1", "2", "3", "4", "5", "6") else 2


def _is_running(scope: Scope, tag: str, attributes: Attributes, headed: bool) -> bool:
    """Whether an element is furniture of the page: what leads through it, its head and foot."""
    role = attributes.get("role") or ""
    if tag == "nav" or role in _RUNNING:
        return True
    if scope.sectioned:
        return False
    return tag == "footer" or ((tag == "header" or role == "banner") and not headed)
