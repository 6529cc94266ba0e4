"""Tables as a workbook (XLSX): sheets of texts and numbers that every spreadsheet opens."""

from collections.abc import Iterator, Sequence
from typing import IO, NamedTuple
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from partnergraph.characters import safe

Cell = str | int | float | None
_WHEN = (1980, 1, 1, 0, 0, 0)
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAME = 31
_WIDE = 60


class Sheet(NamedTuple):
    """A sheet: its name, and rows whose first is the heading."""

    name: str
    rows: Sequence[Sequence[Cell]]


def write_workbook(sheets: Sequence[Sheet], out: IO[bytes]) -> None:
    """Write sheets as a workbook; the same sheets give the same bytes. Texts stay texts."""
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, text in _parts(sheets):
            archive.writestr(ZipInfo(name, _WHEN), text, ZIP_DEFLATED)


def _parts(sheets: Sequence[Sheet]) -> Iterator[tuple[str, str]]:
    numbers = range(1, len(sheets) + 1)
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPES}.worksheet+xml"/>'
        for n in numbers
    )
    yield (
        "[Content_Types].xml",
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/>{types}</Types>',
    )
    yield "_rels/.rels", _related([("officeDocument", "xl/workbook.xml")])
    named = "".join(
        f'<sheet name="{_attribute(sheet.name[:_NAME])}" sheetId="{n}" r:id="rId{n}"/>'
        for n, sheet in zip(numbers, sheets, strict=True)
    )
    yield (
        "xl/workbook.xml",
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{named}</sheets></workbook>',
    )
    targets = [("worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    yield "xl/_rels/workbook.xml.rels", _related([*targets, ("styles", "styles.xml")])
    yield "xl/styles.xml", _STYLES
    for n, sheet in zip(numbers, sheets, strict=True):
        yield f"xl/worksheets/sheet{n}.xml", _sheet(sheet.rows)


def _related(targets: Sequence[tuple[str, str]]) -> str:
    found = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{found}</Relationships>'


_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font/><font><b/></font></fonts>'
    '<fills count="1"><fill/></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>'
)


def _sheet(rows: Sequence[Sequence[Cell]]) -> str:
    widths = [max(len(str(cell or "")) for cell in column) for column in zip(*rows, strict=True)]
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{min(width, _WIDE) + 2}" customWidth="1"/>'
        for n, width in enumerate(widths, start=1)
    )
    view = (
        '<sheetViews><sheetView workbookViewId="0">'
        '<pane xSplit="1" ySplit="1" topLeftCell="B2" state="frozen"/></sheetView></sheetViews>'
    )
    body = "".join(
        f'<row r="{number}">{"".join(_cell(cell, number == 1) for cell in row)}</row>'
        for number, row in enumerate(rows, start=1)
    )
    cols = f"<cols>{columns}</cols>" if columns else ""
    return f'<worksheet xmlns="{_MAIN}">{view}{cols}<sheetData>{body}</sheetData></worksheet>'


def _cell(value: Cell, bold: bool) -> str:
    style = ' s="1"' if bold else ""
    if value is None:
        return f"<c{style}/>"
    if isinstance(value, (int, float)):
        return f"<c{style}><v>{value}</v></c>"
    text = escape(safe(value))
    return f'<c t="inlineStr"{style}><is><t xml:space="preserve">{text}</t></is></c>'


def _attribute(text: str) -> str:
    return escape(safe(text), {'"': "&quot;"})
