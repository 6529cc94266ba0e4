"""A matrix as a sheet of its own, CSV or XLSX, with what its cells mean."""

from pathlib import Path

from partnergraph.cli.files import replacing, replacing_bytes
from partnergraph.errors import UsageError
from partnergraph.exchange import spreadsheet
from partnergraph.exchange.workbook import Cell, Sheet, write_workbook
from partnergraph.questions.answer import Answer
from partnergraph.screen.matrix import MEANING, crossed
from partnergraph.screen.output import as_text

_ENDINGS = (".csv", ".xlsx")


def check_sheet(output: str) -> None:
    """See that a file's ending says what to write. Raises UsageError."""
    if Path(output).suffix.lower() not in _ENDINGS:
        raise UsageError(output, "its ending does not say what to write", "use .csv or .xlsx")


def write_sheet(output: str, answer: Answer, by: str) -> None:
    """Write a matrix into a file; a workbook has a second sheet that explains it."""
    lines, agencies = crossed(answer, by)
    body = [[row[by], *(_cell(row.get(name, "")) for name in agencies)] for row in lines.values()]
    rows: list[list[Cell]] = [[by, *agencies], *body]
    if Path(output).suffix.lower() == ".csv":
        with replacing(Path(output)) as file:
            spreadsheet.write_rows(file, rows, as_text)
        return
    about: list[list[Cell]] = [
        ["what", "says"],
        ["cells", MEANING],
        ["counted", answer.projection],
    ]
    about += [[source.file, source.date or None] for source in answer.sources]
    with replacing_bytes(Path(output)) as file:
        write_workbook([Sheet("matrix", rows), Sheet("about", about)], file)


def _cell(text: str) -> Cell:
    return int(text) if text.isdigit() else text
