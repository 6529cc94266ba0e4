"""The characters of a Word paragraph, and what is anchored among them."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from partnergraph.readers.docx.accepted import content, on, value
from partnergraph.readers.docx.fields import Fields, is_unshown
from partnergraph.readers.docx.styles import Look, Styles
from partnergraph.readers.office.marks import drawn, raised_mark
from partnergraph.readers.office.nodes import Piece
from partnergraph.readers.xml import below, under

_SIGNS = {"w:br": "\n", "w:cr": "\n", "w:tab": "\t", "w:ptab": "\t", "w:noBreakHyphen": "-"}
_NOTES = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}
_DRAWINGS = ("w:drawing", "w:pict", "w:object")
_SYMBOLS = ("symbol", "wingdings", "webdings")
_GREEK = dict(
    zip(
        "abgdezhqiklmnxoprstufcywABGDEZHQIKLMNXOPRSTUFCYW",
        "αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ",
        strict=True,
    )
)


class Walk:
    """A walk over the runs of a story's paragraphs, which fields may span."""

    def __init__(self, styles: Styles, story: Element) -> None:
        self._styles = styles
        self._fields = Fields(story)
        self._prompts = _prompts(story)
        self._begin()

    def _begin(self) -> None:
        self.pieces: list[Piece] = []
        self.notes: list[tuple[str, str]] = []
        self.boxes: list[Element] = []
        self.diagrams: list[str] = []

    def take(self, paragraphs: Iterable[Element], look: Look) -> "Walk":
        """Takes up paragraphs that tracked changes make one; gives itself.

        What it found stands in `pieces`, `notes` (part and id), `boxes` and `diagrams` (the ids of
        their data) until the next ones are taken up. `look`: what their style says of it.
        """
        self._begin()
        for paragraph in paragraphs:
            self._walk(paragraph, look)
        return self

    def _walk(self, element: Element, look: Look) -> None:
        for child in content(element):
            if child.tag == "w:r":
                self._run(child, self._look(child, look))
            elif child.tag == "w:fldSimple":
                if not is_unshown(child.get("w:instr", "")):
                    self._walk(child, look)
            elif child.tag in ("m:oMath", "m:oMathPara"):
                self._say("".join(t.text or "" for t in under(child, "m:t")), look)

    def _look(self, run: Element, look: Look) -> Look:
        """How a run looks: as it says itself, else by its style and its paragraph's."""
        prompt = id(run) in self._prompts
        properties = run.find("w:rPr")
        if properties is None:
            return Look(look.hidden or prompt, look.bold)
        style = self._styles.look(value(properties, "w:rStyle"))
        hidden, bold = properties.find("w:vanish"), properties.find("w:b")
        return Look(
            prompt or (look.hidden != style.hidden if hidden is None else on(hidden)),
            look.bold != style.bold if bold is None else on(bold),
        )

    def _run(self, run: Element, look: Look) -> None:
        properties = run.find("w:rPr")
        if self._is_note_mark(run, properties):
            return
        own_mark = False
        for child in content(run):
            if child.tag == "w:t":
                self._say("" if own_mark else _text(child), look)
            elif child.tag in _SIGNS:
                self._say(_SIGNS[child.tag], look)
            elif child.tag in _NOTES:
                own_mark = on_attribute(child, "w:customMarkFollows")
                if self._fields.shown:
                    self.notes.append((_NOTES[child.tag], child.get("w:id", "")))
            else:
                self._other(child, look)

    def _other(self, child: Element, look: Look) -> None:
        if child.tag == "w:fldChar":
            self._say(self._fields.meet(child), look, shown=True)
        elif child.tag == "w:instrText":
            self._fields.code(child.text or "")
        elif child.tag == "w:sym":
            self._say(_symbol(child), look)
        elif child.tag == "w:ruby":
            for base in child.findall("w:rubyBase"):
                self._walk(base, look)
        elif child.tag in _DRAWINGS:
            self._draw(child)
        elif child.tag in ("w:footnoteRef", "w:endnoteRef"):
            self.pieces.clear()

    def _draw(self, drawing: Element) -> None:
        """Text boxes, the outermost only: what is anchored in one is found when it is read."""
        for child in content(drawing):
            if child.tag == "w:txbxContent":
                self.boxes.append(child)
            elif child.tag == "dgm:relIds":
                self.diagrams.append(child.get("r:dm", ""))
            else:
                self._draw(child)

    def _say(self, text: str, look: Look, shown: bool = False) -> None:
        if text and (shown or self._fields.shown):
            self.pieces.append(Piece(text, look.hidden, look.bold))

    def _is_note_mark(self, run: Element, properties: Element | None) -> bool:
        """Whether a run is a raised number or sign behind a word, typed as the mark of a note."""
        if properties is None or not self._is_raised(properties):
            return False
        texts = [child.text or "" for child in content(run) if child.tag == "w:t"]
        before = "".join(piece.text for piece in self.pieces[-3:])[-40:]
        return raised_mark("".join(texts), before)

    def _is_raised(self, properties: Element) -> bool:
        own = value(properties, "w:vertAlign")
        style = value(properties, "w:rStyle")
        return own == "superscript" or (not own and self._styles.is_raised(style))


def _prompts(story: Element) -> set[int]:
    """The runs of content controls that show only what is to be filled in."""
    return {
        id(run)
        for control in under(story, "w:sdt")
        if on(below(control, "w:sdtPr/w:showingPlcHdr"))
        for run in under(control, "w:r")
    }


def on_attribute(element: Element, name: str) -> bool:
    """Whether an attribute that switches something on is there and does so."""
    return element.get(name, "0").lower() in ("1", "true", "on")


def _text(element: Element) -> str:
    text = element.text or ""
    if element.get("xml:space") != "preserve":
        text = text.strip(" \t\r\n")
    return drawn(text.replace("\n", " ").replace("\t", " "))


def _symbol(element: Element) -> str:
    """The character of a symbol, which fonts of symbols have in a private area."""
    said = element.get("w:char", "")
    try:
        code = int(said, 16)
    except ValueError:
        return ""
    font = element.get("w:font", "").lower()
    if not font.startswith(_SYMBOLS):
        return chr(code - 0xF000) if 0xF020 <= code <= 0xF0FF else _character(code)
    if font == "symbol" and chr(code & 0xFF) in _GREEK:
        return _GREEK[chr(code & 0xFF)]
    return drawn(chr(0xF000 | code & 0xFF))


def _character(code: int) -> str:
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000 else ""
