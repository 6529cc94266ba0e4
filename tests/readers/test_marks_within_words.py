"""Words of a text file that marks stand within: none is lost, each is at its place."""

import pytest

from partnergraph import readers


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("1. ILO, *Skills for Migration*, Geneva.", "ILO, Skills for Migration, Geneva."),
        ("By **IOM**, _UNHCR_; and `GIZ`: a note.", "By IOM, UNHCR; and GIZ: a note."),
        ("See [the report](https://example.org/a), of a fund.", "See the report, of a fund."),
        ("A fund is also a fund for all in need.", "A fund is also a fund for all in need."),
    ],
)  # fmt: skip
def test_no_word_is_lost_beside_a_mark(tmp_path, line, words):
    page = tmp_path / "page.md"
    page.write_text(line, encoding="utf-8")
    (part,) = readers.read(page).laid.parts
    assert part.whole.text == words
    assert part.whole.numbers == [1]
