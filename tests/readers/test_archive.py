"""Archives: what is broken, locked or too large is refused in one line, in little time."""

import struct
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnergraph.errors import ReadError
from partnergraph.readers import archive as module
from partnergraph.readers.archive import Archive

PATH = Path("plan.docx")


def zipped(parts: dict[str, bytes], how: int = ZIP_DEFLATED) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", how) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        Archive.open(data, PATH).read("a.xml")
    said = str(caught.value)
    assert said.startswith("plan.docx: ")
    assert "\n" not in said
    return said


def test_parts_are_found_by_name() -> None:
    archive = Archive.open(zipped({"Word\\Document.xml": b"x", "/a.xml": b"y"}), PATH)
    assert archive.names == ["Word/Document.xml", "a.xml"]
    assert archive.read("word/document.xml") == b"x"
    assert "A.xml" in archive
    assert "b.xml" not in archive
    with pytest.raises(ReadError, match=r"it has no part b\.xml"):
        archive.read("b.xml")


def test_what_is_no_archive() -> None:
    assert "not what its ending says" in refused(b"%PDF-1.7")
    assert "not what its ending says" in refused(b"")
    assert "damaged" in refused(b"PK\x03\x04 and no more")


def test_an_old_file_and_one_with_a_password() -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
    assert "old Office format" in refused(old)
    assert "it is encrypted; " in refused(old + "EncryptedPackage".encode("utf-16-le"))
    data = bytearray(zipped({"a.xml": b"secret"}))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(sign) + at
        data[place] |= 1
    assert "it is encrypted; " in refused(bytes(data))


def test_one_cut_off_or_changed() -> None:
    data = zipped({"a.xml": b"some words " * 500})
    assert "damaged" in refused(data[:-40])
    changed = bytearray(data)
    changed[60] ^= 0xFF
    assert "damaged" in refused(bytes(changed))


def test_bombs(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "not safe" in refused(zipped({"a.xml": bytes(20_000_000)}))
    monkeypatch.setattr(module, "LARGEST_PART", 1_000)
    assert "not safe" in refused(zipped({"a.xml": bytes(2_000)}, ZIP_STORED))
    monkeypatch.setattr(module, "LARGEST_WHOLE", 10_000)
    assert "not safe" in refused(zipped({"a.xml": b"", "film.bin": bytes(20_000)}, ZIP_STORED))
    monkeypatch.setattr(module, "MOST_PARTS", 1)
    assert "2 parts are more than 1" in refused(zipped({"a.xml": b"", "b.xml": b""}))


def test_a_part_that_says_less_than_it_unpacks_to() -> None:
    data = bytearray(zipped({"a.xml": bytes(1_000_000)}))
    for sign, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.index(sign) + at, 10)
    assert "damaged" in refused(bytes(data))


@given(st.binary(max_size=300), st.integers(0, 300))
def test_any_bytes_are_read_or_refused(noise: bytes, at: int) -> None:
    data = zipped({"a.xml": b"some words " * 20})
    changed = data[:at] + noise + data[at + len(noise) :]
    with suppress(ReadError):
        assert isinstance(Archive.open(changed, PATH).read("a.xml"), bytes)
