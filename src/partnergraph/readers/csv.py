"""CSV and TSV: records to tables, whatever parts the fields; a record is a row of any lines."""

from collections.abc import Iterator
from pathlib import Path

from partnergraph.document.blocks import Reading, Row
from partnergraph.document.places import Place
from partnergraph.errors import ReadError
from partnergraph.readers import text
from partnergraph.readers.layout import sheets
from partnergraph.readers.layout.spaces import runs_of
from partnergraph.readers.sheets.dialect import separator
from partnergraph.readers.sheets.records import records

LONGEST_LINE = 16_000_000  # bytes: a row of all columns a spreadsheet has, 1,000 in each
MOST_COLUMNS = 16_384  # what a spreadsheet has; IATI files flattened reach 1,500


def read(data: bytes, path: Path) -> Reading:
    """The tables of a file and the lines above them, at `row 17`: the record, counted from 1.

    Raises ReadError where it is no text or empty, or has a record or a field beyond all bounds.
    """
    _check(data, path)
    content = "\n".join(_lines(_decoded(data, path)))
    if not content.strip():
        raise ReadError(str(path), "the file is empty", "check where it came from")
    parted, said_so = separator(content, tabs=path.suffix.lower() == ".tsv")
    rows = list(_rows(records(content, parted, path), path, 1 if said_so else 0))
    width = max((len(row.cells) for row in rows), default=0)
    padded = [Row((*row.cells, *((),) * (width - len(row.cells))), row.places) for row in rows]
    return Reading(tuple(sheets.blocks(padded)))


def _check(data: bytes, path: Path) -> None:
    """Refuses a line that no table has before it is copied and cut."""
    start = 0
    while start < len(data):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        if end - start > LONGEST_LINE and data.find(b"\r", start, start + LONGEST_LINE) < 0:
            raise ReadError(
                str(path), f"a line has more than {LONGEST_LINE:,} bytes", "check its quotes"
            )
        start = end + 1


def _decoded(data: bytes, path: Path) -> str:
    """The characters of a file; zero bytes between others, as broken exports have, are none."""
    try:
        return text.decode(data, path)
    except ReadError:
        bare = data.replace(b"\0", b"")
        if len(bare) == len(data) or data.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise
        return text.decode(bare, path)


def _lines(content: str) -> list[str]:
    return content.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _rows(found: Iterator[list[str]], path: Path, left_out: int) -> Iterator[Row]:
    """The records that say something, without the first so many."""
    for number, fields in enumerate(found, start=1):
        while fields and not fields[-1].strip():
            fields.pop()
        if len(fields) > MOST_COLUMNS:
            raise ReadError(
                str(path),
                f"row {number} has {len(fields):,} columns, more than {MOST_COLUMNS:,}",
                "give the table without its empty columns",
            )
        place = Place("row", number)
        cells = tuple(runs_of(value, place) for value in fields)
        if number > left_out and any(cells):
            yield Row(cells, (place,))
