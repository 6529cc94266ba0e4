"""What a page hides: by an attribute, a style of an element, or a rule of its style sheets."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_HIDING = re.compile(
    r"(?:^|;|\s)(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)",
    re.IGNORECASE,
)
_SHOWING = re.compile(r"(?:^|;|\s)(?:display|visibility)\s*:", re.IGNORECASE)
_BLOCK = re.compile(r"(?:^|;|\s)display\s*:\s*(?:block|flex|grid|list-item|table)\b", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?(?:\*/|$)|<!--|-->", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}?")
_MOST_RULES = 300  # that hide or show something; a page of a large site has about 100
_LONGEST_SELECTOR = 200


def hides(attributes: dict[str, str | None]) -> bool:
    """Whether an element's own attributes hide it."""
    style = attributes.get("style")
    return "hidden" in attributes or bool(style and _HIDING.search(style))


def is_block(attributes: dict[str, str | None]) -> bool:
    """Whether an element's own style makes a block of it."""
    style = attributes.get("style")
    return bool(style and _BLOCK.search(style))


def by_rules(page: "LexborHTMLParser") -> set[int]:
    """The elements that the page's style sheets hide, by their `mem_id`; the last rule wins."""
    found: set[int] = set()
    for sheet in page.css("style"):
        for selector, hiding in _rules(sheet.text() or ""):
            named = {node.mem_id for node in _selected(page, selector)}
            found = found | named if hiding else found - named
    return found


def _rules(sheet: str) -> Iterator[tuple[str, bool]]:
    """Selectors of rules for the screen that hide or show something."""
    sheet = _COMMENT.sub("", sheet)
    count = 0
    for selector, rule in _RULE.findall(_for_screen(sheet)):
        told = _HIDING.search(rule) or _SHOWING.search(rule)
        if told and count < _MOST_RULES and len(selector) < _LONGEST_SELECTOR:
            count += 1
            yield selector.strip(), bool(_HIDING.search(rule))


def _for_screen(sheet: str) -> str:
    """A style sheet without what is for print, small screens and other conditions."""
    made, at = [], 0
    while (start := sheet.find("@", at)) >= 0:
        made.append(sheet[at:start])
        depth, end = 0, start
        while end < len(sheet):
            depth += {"{": 1, "}": -1}.get(sheet[end], 0)
            if (sheet[end] == "}" and depth <= 0) or (sheet[end] == ";" and not depth):
                break
            end += 1
        at = end + 1
        rule = sheet[start:at]
        if re.match(r"@media\s+(?:screen|all)\s*\{", rule):
            made.append(rule.partition("{")[2].rstrip("}") + "}")
    return "".join(made) + sheet[at:]


def _selected(page: "LexborHTMLParser", selector: str) -> list["LexborNode"]:
    from selectolax.lexbor import SelectolaxError

    try:
        return page.css(selector) if selector else []
    except (SelectolaxError, ValueError):
        return []
