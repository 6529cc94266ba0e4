"""Made matrices, and writers that put one into each format: what all readers are held to.

A matrix is a header, rows of cells, and sections: rows of one text over all columns. Its bodies are
invented or none of the UN's, its columns come in any order and number, cells are empty or long.
"""

import csv
import html
import io
import random
import textwrap
import zipfile
from dataclasses import dataclass
from itertools import zip_longest
from xml.sax.saxutils import escape

HEADERS = {
    "en": {
        "activity": ["Activity", "Action", "Planned work"],
        "objective": ["Objective", "Expected result", "Purpose of the work"],
        "who": ["Agencies", "Lead body", "Who takes part"],
        "when": ["Time frame", "Year"],
        "money": ["Budget", "Cost in thousands"],
        "note": ["Remarks", "State of play"],
    },
    "fr": {
        "activity": ["Activité", "Mesure prévue"],
        "objective": ["Objectif", "Résultat attendu"],
        "who": ["Organismes", "Chef de file"],
        "when": ["Calendrier"],
        "money": ["Coût estimé"],
        "note": ["Observations"],
    },
    "es": {
        "activity": ["Actividad", "Medida prevista"],
        "objective": ["Objetivo", "Resultado esperado"],
        "who": ["Organismos", "Entidad líder"],
        "when": ["Plazo"],
        "money": ["Presupuesto"],
        "note": ["Observaciones"],
    },
}
_VERBS = [
    "Map",
    "Train",
    "Repair",
    "Print",
    "Survey",
    "Broker",
    "Counsel",
    "Register",
    "Equip",
    "Translate",
    "Review",
]
_THINGS = [
    "the ferry landings",
    "seasonal pickers",
    "two clinics",
    "asylum forms",
    "wage records",
    "school roofs",
    "court interpreters",
    "a guide on fair hiring",
    "remittance costs",
    "labour attachés",
    "crews of trawlers",
]
_WHERE = [
    "in the northern districts",
    "along the coast road",
    "in four languages",
    "before the rains",
    "with the help of the town councils",
    "for returning families",
    "at all border posts",
]
_BODIES = [
    "Harbour League",
    "Plateau Union",
    "Nordkap Trust",
    "Red Acacia",
    "Lacs et Rivières",
    "Fondo Sur",
    "QRT",
    "Bürgerhaus",
    "Delta Watch",
    "Sahel Press",
    "Amity",
]
_NOTES = ["to be confirmed", "on hold", "begun", "done in part", "no news"]
_SECTIONS = (
    "Protection of crews and of their families at sea and in the ports of call",
    "Recruitment without fees, and what it takes to make it last over the years",
    "Return to the highlands, first findings and what remains to be looked into",
)


@dataclass(frozen=True)
class Matrix:
    """What a table says: `sections` are rows over all columns, by the row they stand before."""

    header: list[str]
    rows: list[list[str]]
    sections: dict[int, str]

    @property
    def lines(self) -> list[list[str]]:
        """All rows below the header; a section stands in each of its columns."""
        made = []
        for n, row in enumerate(self.rows):
            if n in self.sections:
                made.append([self.sections[n]] * len(self.header))
            made.append(row)
        return made


def matrix(seed: int, *, sections: bool = True) -> Matrix:
    """A matrix of 3 to 6 columns and 2 to 40 rows; the same seed, the same matrix."""
    rng = random.Random(seed)
    words = HEADERS[rng.choice(["en", "en", "fr", "es"])]
    kinds = [
        "activity",
        "who",
        *rng.sample(["objective", "when", "money", "note"], rng.randint(1, 4)),
    ]
    rng.shuffle(kinds)
    rows = [[_cell(rng, kind) for kind in kinds] for _ in range(rng.choice([2, 3, 5, 8, 13, 40]))]
    for row in rows:
        for k in range(1, len(kinds)):
            if rng.random() < 0.12 and sum(map(bool, row)) > 2:
                row[k] = ""
    chosen = rng.sample(range(len(rows)), min(rng.choice([0, 0, 1, 2]), len(rows)))
    said = dict(zip(chosen, _SECTIONS, strict=False)) if sections else {}
    return Matrix([rng.choice(words[kind]) for kind in kinds], rows, said)


def _cell(rng: random.Random, kind: str) -> str:
    if kind in ("activity", "objective"):
        parts = [rng.choice(_VERBS), rng.choice(_THINGS)]
        parts += rng.sample(_WHERE, rng.choice([0, 0, 1, 2]))
        return " ".join(parts)
    if kind == "who":
        return ", ".join(rng.sample(_BODIES, rng.choice([1, 1, 2, 3])))
    if kind == "when":
        return str(rng.randint(2019, 2031))
    return f"{rng.randint(1, 900):,}" if kind == "money" else rng.choice(_NOTES)


def layout(
    made: Matrix, *, blank: bool = False, rule: bool = False, page: int = 0, width: int = 26
) -> str:
    """As `pdftotext -layout` prints it: cells wrapped at `width`, columns parted by three spaces.

    `blank` puts a blank line between rows, `rule` a line below the header; with `page` a running
    foot and a form feed stand after as many rows, and the header is printed again.
    """
    widths = [0] * len(made.header)
    for row in [made.header, *made.rows]:
        for k, cell in enumerate(row):
            widths[k] = max([widths[k], *map(len, textwrap.wrap(cell, width))])
    head = _wrapped(made.header, widths)
    if rule:
        head += "\n" + "   ".join("-" * w for w in widths)
    out, count, pages = [head], 0, 1
    for cells in made.lines:
        if page and count == page:
            out += ["", "", f"Lowland Secretariat, page {pages}\f{head}"]
            count, pages = 0, pages + 1
        spans = len(set(cells)) == 1 and len(cells) > 1 and bool(cells[0])
        out += [""] if blank else []
        out.append(cells[0] if spans else _wrapped(cells, widths))
        count += 1
    if page:
        out += ["", "", f"Lowland Secretariat, page {pages}"]
    return "PLAN OF WORK\n\n" + "\n".join(out) + "\n"


def _wrapped(cells: list[str], widths: list[int]) -> str:
    columns = [
        textwrap.wrap(cell, width) or [""] for cell, width in zip(cells, widths, strict=True)
    ]
    lines = zip_longest(*columns, fillvalue="")
    return "\n".join(
        "   ".join(part.ljust(w) for part, w in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def bars(made: Matrix) -> str:
    """Drawn with `+---+` and bars, a line between all rows."""
    widths = [
        max(len(row[k]) for row in [made.header, *made.rows]) for k in range(len(made.header))
    ]
    drawn = "+" + "+".join("-" * (w + 2) for w in widths) + "+"
    lines = [drawn]
    for row in [made.header, *made.rows]:
        lines.append(
            "|" + "|".join(f" {c.ljust(w)} " for c, w in zip(row, widths, strict=True)) + "|"
        )
        lines.append(drawn)
    return "\n".join(lines) + "\n"


def tabs(made: Matrix) -> str:
    """As a sheet that was pasted into a text."""
    return "\n".join("\t".join(row) for row in [made.header, *made.rows]) + "\n"


def markdown(made: Matrix) -> str:
    """A table of pipes."""
    lines = [made.header, ["---"] * len(made.header), *made.rows]
    return "# Plan of work\n\n" + "\n".join("| " + " | ".join(row) + " |" for row in lines) + "\n"


def web(made: Matrix) -> str:
    """A page with a table; sections span all columns."""
    rows = ["<tr>" + "".join(f"<th>{html.escape(c)}</th>" for c in made.header) + "</tr>"]
    for cells in made.lines:
        if _is_section(cells):
            rows.append(f'<tr><td colspan="{len(cells)}">{html.escape(cells[0])}</td></tr>')
        else:
            rows.append("<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in cells) + "</tr>")
    body = f"<h1>Plan of work</h1><table>{''.join(rows)}</table>"
    return f"<!doctype html><html><head><title>Plan</title></head><body>{body}</body></html>"


def separated(made: Matrix, separator: str = ",") -> str:
    """CSV or TSV."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerows([made.header, *made.rows])
    return out.getvalue()


def _is_section(cells: list[str]) -> bool:
    return len(set(cells)) == 1 and bool(cells[0])


def _zipped(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text)
    return out.getvalue()


_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _types(*parts: tuple[str, str]) -> str:
    said = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{said}</Types>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    said = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{said}</Relationships>'


def docx(made: Matrix) -> bytes:
    """A Word file: a title and a table, its first row marked as header, sections spanning."""
    rows = [_word_row([f"<w:tc>{_word(c)}</w:tc>" for c in made.header], header=True)]
    for cells in made.lines:
        if _is_section(cells):
            span = f'<w:tcPr><w:gridSpan w:val="{len(cells)}"/></w:tcPr>'
            rows.append(_word_row([f"<w:tc>{span}{_word(cells[0])}</w:tc>"]))
        else:
            rows.append(_word_row([f"<w:tc>{_word(c)}</w:tc>" for c in cells]))
    grid = "<w:gridCol/>" * len(made.header)
    body = f"{_word('Plan of work')}<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return _zipped(
        {
            "[Content_Types].xml": _types(("/word/document.xml", main)),
            "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
            "word/document.xml": (
                f'<w:document xmlns:w="{space}"><w:body>{body}{_word("")}</w:body></w:document>'
            ),
        }
    )


def _word(text: str) -> str:
    return (
        f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
        if text
        else "<w:p/>"
    )


def _word_row(cells: list[str], *, header: bool = False) -> str:
    said = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    return f"<w:tr>{said}{''.join(cells)}</w:tr>"


def pptx(made: Matrix) -> bytes:
    """One slide with the table in a graphic frame, its first row marked as header."""
    rows = ["<a:tr>" + "".join(_slide_cell(c) for c in made.header) + "</a:tr>"]
    for cells in made.lines:
        if _is_section(cells):
            first = _slide_cell(cells[0], f' gridSpan="{len(cells)}"')
            rows.append(
                "<a:tr>" + first + _slide_cell("", ' hMerge="1"') * (len(cells) - 1) + "</a:tr>"
            )
        else:
            rows.append("<a:tr>" + "".join(_slide_cell(c) for c in cells) + "</a:tr>")
    grid = '<a:gridCol w="1000000"/>' * len(made.header)
    table = f'<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>{grid}</a:tblGrid>{"".join(rows)}</a:tbl>'
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    show = "http://schemas.openxmlformats.org/presentationml/2006/main"
    names = f'xmlns:a="{drawing}/main" xmlns:p="{show}" xmlns:r="{_OFFICE}"'
    frame = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="Table"/><p:cNvGraphicFramePr/>'
        '<p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="1" cy="1"/></p:xfrm>'
        f'<a:graphic><a:graphicData uri="{drawing}/table">{table}</a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )
    group = (
        '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    )
    base = "application/vnd.openxmlformats-officedocument.presentationml"
    return _zipped(
        {
            "[Content_Types].xml": _types(
                ("/ppt/presentation.xml", f"{base}.presentation.main+xml"),
                ("/ppt/slides/slide1.xml", f"{base}.slide+xml"),
            ),
            "_rels/.rels": _relations(("officeDocument", "ppt/presentation.xml")),
            "ppt/presentation.xml": (
                f'<p:presentation {names}><p:sldIdLst><p:sldId id="256" r:id="rId1"/>'
                "</p:sldIdLst></p:presentation>"
            ),
            "ppt/_rels/presentation.xml.rels": _relations(("slide", "slides/slide1.xml")),
            "ppt/slides/slide1.xml": (
                f"<p:sld {names}><p:cSld><p:spTree>{group}{frame}</p:spTree></p:cSld></p:sld>"
            ),
        }
    )


def _slide_cell(text: str, attributes: str = "") -> str:
    said = f"<a:r><a:t>{escape(text)}</a:t></a:r>" if text else ""
    return f"<a:tc{attributes}><a:txBody><a:bodyPr/><a:p>{said}</a:p></a:txBody><a:tcPr/></a:tc>"


def xlsx(made: Matrix) -> bytes:
    """A workbook of one sheet, its strings in the cells, sections merged over all columns."""
    rows, merged = [], []
    for n, cells in enumerate([made.header, *made.lines], start=1):
        section = n > 1 and _is_section(cells)
        if section:
            merged.append(f'<mergeCell ref="A{n}:{chr(64 + len(cells))}{n}"/>')
        said = [
            f'<c r="{chr(65 + k)}{n}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
            for k, cell in enumerate(cells)
            if cell and not (section and k)
        ]
        rows.append(f'<row r="{n}">{"".join(said)}</row>')
    merges = f'<mergeCells count="{len(merged)}">{"".join(merged)}</mergeCells>' if merged else ""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    base = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return _zipped(
        {
            "[Content_Types].xml": _types(
                ("/xl/workbook.xml", f"{base}.sheet.main+xml"),
                ("/xl/worksheets/sheet1.xml", f"{base}.worksheet+xml"),
            ),
            "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": (
                f'<workbook xmlns="{space}" xmlns:r="{_OFFICE}"><sheets>'
                '<sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>'
            ),
            "xl/_rels/workbook.xml.rels": _relations(("worksheet", "worksheets/sheet1.xml")),
            "xl/worksheets/sheet1.xml": (
                f'<worksheet xmlns="{space}"><sheetData>{"".join(rows)}</sheetData>{merges}'
                "</worksheet>"
            ),
        }
    )


_TALL, _WIDE, _MARGIN, _SIZE = 595, 842, 40, 9  # points: A4 on its side
_ADVANCE = 0.6 * _SIZE  # of each letter of Courier


def pdf(made: Matrix, *, ruled: bool) -> bytes:
    """A PDF in Courier: cells wrapped in their columns, over as many pages as it takes.

    Ruled, each cell has its lines; unruled, rows stand apart by a wider gap. The header is printed
    again on each page, a running foot below.
    """
    count = len(made.header)
    step = (_WIDE - 2 * _MARGIN) / count
    letters = int((step - 10) / _ADVANCE)
    pages: list[list[str]] = []
    y = 0.0
    for cells in made.lines:
        lines = _cell_lines(cells, letters, count, step)
        tall = max(len(lines_) for lines_ in lines) * (_SIZE + 2) + 8
        if y - tall < _MARGIN + 20:
            pages.append(_foot(len(pages) + 1))
            y = _row(
                pages[-1], _cell_lines(made.header, letters, count, step), _TALL - 60, step, ruled
            )
        y = _row(pages[-1], lines, y, step, ruled)
    return _pdf_file(["\n".join(page) for page in pages])


def _cell_lines(cells: list[str], letters: int, count: int, step: float) -> list[list[str]]:
    if _is_section(cells):
        return [textwrap.wrap(cells[0], int((step * count - 10) / _ADVANCE))]
    return [textwrap.wrap(cell, letters) or [""] for cell in cells]


def _row(page: list[str], cells: list[list[str]], top: float, step: float, ruled: bool) -> float:
    tall = max(map(len, cells)) * (_SIZE + 2) + 8
    if ruled:
        wide = step if len(cells) > 1 else _WIDE - 2 * _MARGIN
        page += [
            f"{_MARGIN + k * wide:.1f} {top - tall:.1f} {wide:.1f} {tall:.1f} re S"
            for k in range(len(cells))
        ]
    for k, lines in enumerate(cells):
        for n, line in enumerate(lines):
            page.append(_show(line, _MARGIN + k * step + 4, top - (n + 1) * (_SIZE + 2)))
    return top - tall


def _foot(number: int) -> list[str]:
    return [_show(f"Lowland Secretariat, page {number}", _WIDE / 2 - 60, 24)]


def _show(text: str, x: float, y: float) -> str:
    if not text:
        return ""
    said = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 {_SIZE} Tf {x:.1f} {y:.1f} Td ({said}) Tj ET"


def _pdf_file(pages: list[str]) -> bytes:
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)}"
        f" /MediaBox [0 0 {_WIDE} {_TALL}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    for n, page in enumerate(pages):
        data = page.encode("cp1252")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /Contents {5 + 2 * n} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}".encode() + trailer.encode()
