"""Word's fields: which characters are a field's code, and which the result that is shown."""

from xml.etree.ElementTree import Element

from partnergraph.readers.docx.accepted import number, on
from partnergraph.readers.xml import under

_UNSHOWN = ("NOTEREF", "FTNREF")  # their result is the mark of a note


class Fields:
    """How far a walk is within the fields of a story; begins that never end count as none."""

    def __init__(self, story: Element) -> None:
        self._open: list[str] = []
        self._codes: list[str] = []
        self._broken = _unclosed(story)

    @property
    def shown(self) -> bool:
        """Whether what stands here is shown: in no code and in no unshown result."""
        return all(phase == "result" for phase in self._open)

    def code(self, text: str) -> None:
        """Takes up some characters of a field's code."""
        if self._open and self._open[-1] == "code":
            self._codes[-1] += text

    def meet(self, element: Element) -> str:
        """Takes up a `w:fldChar`; gives what it shows itself, which only a form's field does."""
        kind = element.get("w:fldCharType", "")
        if kind == "begin" and id(element) not in self._broken:
            self._open.append("code")
            self._codes.append("")
            return _entered(element) if self._open.count("code") == 1 else ""
        if kind == "separate" and self._open:
            self._open[-1] = "unshown" if is_unshown(self._codes[-1]) else "result"
        elif kind == "end" and self._open:
            self._open.pop()
            self._codes.pop()
        return ""


def is_unshown(code: str) -> bool:
    """Whether a field's result is no text of the document's own."""
    return code.split(maxsplit=1)[:1] in ([name] for name in _UNSHOWN)


def _unclosed(story: Element) -> set[int]:
    opened: list[int] = []
    for element in under(story, "w:fldChar"):
        kind = element.get("w:fldCharType")
        if kind == "begin":
            opened.append(id(element))
        elif kind == "end" and opened:
            opened.pop()
    return set(opened)


def _entered(begin: Element) -> str:
    """What a form's list or box shows: it has no result of its own."""
    form = begin.find("w:ffData")
    if form is None:
        return ""
    choices = form.find("w:ddList")
    if choices is not None:
        entries = [entry.get("w:val", "") for entry in choices.findall("w:listEntry")]
        chosen = number(choices, "w:result") or number(choices, "w:default") or 0
        return entries[chosen] if 0 <= chosen < len(entries) else ""
    box = form.find("w:checkBox")
    if box is not None:
        ticked = (
            box.find("w:checked") if box.find("w:checked") is not None else box.find("w:default")
        )
        return "☒" if on(ticked) else "☐"
    return ""
