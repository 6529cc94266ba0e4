"""What docs/extending.md shows in code works as it stands there."""

import doctest
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from partnergraph import genres
from partnergraph.document.blocks import said
from partnergraph.pipeline.load import read_document
from partnergraph.readers import FORMATS, Format, formats, read

PAGE = (Path(__file__).parent.parent / "docs" / "extending.md").read_text(encoding="utf-8")
CODE = re.findall(r"^```python\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)

MAIL = b"""\
From: secretariat@example.org
Subject: Note on the workshop
Content-Type: text/plain; charset=utf-8

The workshop was hosted by
Kenya.

It was funded by Norway.
"""


@pytest.fixture
def mail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (example,) = (code for code in CODE if "message_from_bytes" in code)
    (tmp_path / "mail_reader.py").write_text(example, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    added = Format("e-mail", (".eml",), "mail_reader:read", "paragraph 12")
    monkeypatch.setattr(formats, "FORMATS", {**FORMATS, "mail": added})
    path = tmp_path / "note.eml"
    path.write_bytes(MAIL)
    yield path
    sys.modules.pop("mail_reader", None)


def test_a_format_in_ten_lines(mail: Path) -> None:
    found = [(b.kind, said(b.runs), b.locator) for b in read(mail).blocks]
    assert found == [
        ("heading", "Note on the workshop", "paragraph 1"),
        ("paragraph", "The workshop was hosted by Kenya.", "paragraph 2"),
        ("paragraph", "It was funded by Norway.", "paragraph 3"),
    ]


def test_a_genre_in_ten_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (example,) = (code for code in CODE if "section: Section" in code)
    module = ModuleType("instruments")
    exec(compile(example, "instruments", "exec"), module.__dict__)
    monkeypatch.setitem(genres.GENRES, "instrument", module)
    page = tmp_path / "page.md"
    page.write_text("# A note\n\n## Legal framework\n\n- Harbour Act\n- Ferry Code\n\nText.\n")
    graph = read_document(page)[1].finish()
    cited = [edge.target for edge in graph.edges if edge.type == "CITES"]
    assert cited == ["instrument:ferry-code", "instrument:harbour-act"]


def test_the_examples_in_sessions_hold() -> None:
    globs: dict[str, object] = {}
    examples = doctest.DocTestParser().get_doctest(PAGE, globs, "extending.md", None, 0)
    assert len(examples.examples) > 4
    assert doctest.DocTestRunner().run(examples).failed == 0
