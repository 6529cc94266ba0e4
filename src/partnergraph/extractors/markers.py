"""What stands before an item of a list: a bullet, a number, a letter or a label such as `Q1:`."""

import re
from dataclasses import dataclass

_LABEL = r"(?:Q(?:uestion)?|Pregunta|Pergunta|Frage)"
_FORMS = tuple(
    (style, re.compile(pattern))
    for style, pattern in (
        (
            "Q",
            rf"{_LABEL}[\s.]*(?:no\.?\s?|n[°º]\s?|#)?(\d{{1,2}}(?:\.\d{{1,2}})*)"
            r"[ \u00a0]?(?:[.:)–—-]|$)",
        ),
        ("Q", rf"{_LABEL}[\s.]*(\d{{1,2}})[ \u00a0](?=[A-ZÀ-Þ¿“\"])"),
        ("()", r"\((\d{1,2}|[a-zA-Z]|[ivx]{2,5})\)(?=\s|[A-ZÀ-Þ¿]|$)"),
        (")", r"(\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[ivxIVX]{2,5})\)(?=\s|[A-ZÀ-Þ¿]|$)"),
        (".", r"(\d{1,2}(?:\.\d{1,2})*)\.(?=\s|[A-ZÀ-Þ¿“\"]|$)"),
        (".", r"(\d{1,2}(?:\.\d{1,2})+)(?=\s+[A-ZÀ-Þ¿“\"])"),
        (":", r"(\d{1,2}):(?=\s)"),
        (".", r"([a-zA-Z]|[ivxIVX]{2,5})\.(?=\s)"),
        ("bullet", r"([•▪◦‣●○■□▶►➢➤✓✔→§·∙\uf000-\uf0ff])"),
        ("bullet", r"([-–—−*+])(?=\s)"),
        ("bullet", r"(o)(?=\s+[A-ZÀ-Þ¿])"),
    )
)
_TAB = 8


@dataclass(frozen=True, slots=True)
class Marker:
    """What marks an item: its `kind` (alike within one list), `value`, column and length."""

    kind: str
    value: str
    column: int
    length: int

    @property
    def counted(self) -> bool:
        """Whether it prints a number or letter; a bullet does not."""
        return not self.kind.startswith("bullet")


def marker(line: str) -> Marker | None:
    """The marker a line begins with.

    >>> [marker(line).value for line in ("  Q1: In", "(iv) How", " • What", "1.1 What")]
    ['1', 'iv', '•', '1.1']
    >>> [marker(line) for line in ("10.7 percent", "e.g. workers", "10:30", "2020. What", "")]
    [None, None, None, None, None]
    """
    start = line.lstrip()
    column = len(line[: len(line) - len(start)].expandtabs(_TAB))
    for style, pattern in _FORMS:
        found = pattern.match(start)
        if found:
            value = found[1]
            return Marker(_kind(style, value), value, column, len(found[0].rstrip()))
    return None


def _kind(style: str, value: str) -> str:
    if style in ("Q", "bullet"):
        return style if style == "Q" else f"bullet {value}"
    if value[0].isdigit():
        return style + "1" * (1 + value.count("."))
    roman = len(value) > 1 or value in "ivxIVX"
    return style + ("i" if roman else "a") + ("A" if value.isupper() else "")
