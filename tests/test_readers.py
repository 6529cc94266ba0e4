"""Every encoding a text comes in, and everything that is no text."""

import hashlib

import pytest

from partnergraph.errors import ReadError
from partnergraph.readers import read, text

CONTENT = "Côte d’Ivoire\n\nAgencies: IOM\n"


@pytest.mark.parametrize(
    "data",
    [
        CONTENT.encode(),
        CONTENT.encode("utf-8-sig"),
        CONTENT.encode("utf-16"),
        CONTENT.encode("utf-16-le"),
        CONTENT.encode("utf-16-be"),
        b"\xff\xfe\x00\x00" + CONTENT.encode("utf-32-le"),
        CONTENT.encode("cp1252"),
        CONTENT.replace("\n", "\r\n").encode(),
    ],
    ids=["utf-8", "bom", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "crlf"],
)
def test_the_same_words_whatever_the_encoding(tmp_path, data):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    document = read(path).text
    assert [line.text for line in document.lines] == ["Côte d’Ivoire", "", "Agencies: IOM"]
    assert document.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00", "not text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "not text"),
        (b"\x01\x02\x03\xff\xfe", "not text"),
        (b"\xff\xfea", "not utf-16"),
        (b"x" * (text.LONGEST_LINE + 1), "line 1 has 1,000,001 characters"),
    ],
)
def test_what_is_no_text_is_one_line(tmp_path, data, said):
    path = tmp_path / "b.txt"
    path.write_bytes(data)
    with pytest.raises(ReadError, match=said) as caught:
        read(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_too_large_is_not_read(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(ReadError, match="split the file"):
        read(path)


def test_an_ending_without_a_reader_says_which_there_are(tmp_path):
    (tmp_path / "a.exe").write_bytes(b"MZ")
    with pytest.raises(ReadError, match=r"no reader takes \.exe.*\.txt"):
        read(tmp_path / "a.exe")
